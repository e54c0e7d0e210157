"""Waits until one of the files that were read changes."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cardgen.files.reading import Stamp, file_stamp

PAUSE = 0.05
"""Seconds between two checks of the files."""
SETTLED = 0.03
"""Seconds without another change after which a file counts as saved completely."""
AWAY = 0.4
"""Seconds that a file may be away while an editor puts another one in its place."""

Stamps = Mapping[Path, Stamp]


def wait_for_change(read: Stamps, folder: Path) -> set[Path]:
    """Wait until files are other than when they were read, and complete; returns these files.

    `folder` is the working directory: when another one takes its place, that one is used.
    """
    while (now := _stamps(read, folder)) == read:
        time.sleep(PAUSE)
    deadline = time.monotonic() + AWAY
    while True:
        time.sleep(SETTLED)
        later = _stamps(read, folder)
        away = any(later[path] is None and read[path] is not None for path in read)
        if later == now and not (away and time.monotonic() < deadline):
            return {path for path in read if later[path] != read[path]}
        now = later


def _stamps(read: Stamps, folder: Path) -> dict[Path, Stamp]:
    _follow(folder)
    return {path: file_stamp(path) for path in read}


def _follow(folder: Path) -> None:
    """Go to the folder that has the name of the working directory, if that is another one now."""
    with suppress(OSError):
        if not os.path.samefile(folder, os.curdir):
            os.chdir(folder)
