"""Options that several commands share, in addition to those of print jobs."""

from __future__ import annotations

from pathlib import Path

import click

own_option = click.option(
    "--routines",
    "routines_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of your own routines, searched before ./routines and the folder that `cardgen config` shows.",
)
