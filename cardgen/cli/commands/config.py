"""`cardgen config`: show the settings in use, and where each comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from cardgen.cli import SETTINGS, VARIABLES, Commands, variable
from cardgen.cli.settings import Settings, settings
from cardgen.files.finding import files_in
from cardgen.files.own_files import own_folder
from cardgen.sheets.paper import DEFAULT_PAPER
from cardgen.suggestions import suggest

DEFAULTS = {"paper": DEFAULT_PAPER, "stock": "a quarter of the paper", "theme": "standard", "language": "en"}
"""The values of settings that are not given."""
EXAMPLE = """Write the options that you always use there, for example:
    paper: letter
    theme: mono
    printer: my-printer"""
FOLDERS = ("routines", "stocks", "themes", "icons", "languages", "printers")


@click.command("config")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show your settings, where each comes from, and the folder for your own routines, stocks, themes, and icons.

    Settings are options that you always use: paper, stock, theme, language, printer, and a folder of routines. An
    environment variable overrides the file, and an option of a command overrides both.

    \b
    cardgen config
    CARDGEN_PAPER=letter cardgen config
    """
    folder = own_folder()
    click.echo("Used unless a command gives something else:")
    for name, value, source in _in_force(folder):
        click.echo(f"  {name:<10} {value:<24} {source}")
    for line in _others(ctx):
        click.echo(line)
    file = folder / SETTINGS
    click.echo(f"\nSettings: {file}" + ("" if file.is_file() else f" (does not exist yet)\n{EXAMPLE}"))
    click.echo(f"\nYour own files, used before those of cardgen: {folder}")
    for kind in FOLDERS:
        click.echo(f"  {kind + os.sep:<12} {_held(folder / kind)}")
    click.echo("cardgen looks for routines in ./routines, then in the folder above, then among its own.")


def _in_force(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Each setting, its value, and its source."""
    document = settings() if (folder / SETTINGS).is_file() else None
    for name in Settings.__struct_fields__:
        variable = VARIABLES + name.upper()
        if value := os.environ.get(variable):
            yield name, value, variable
        elif document and (value := getattr(document.model, name)):
            yield name, value, f"{SETTINGS}, line {document.spots.at((name,)).line}"
        else:
            yield name, DEFAULTS.get(name, "-"), "default"


def _others(ctx: click.Context) -> Iterator[str]:
    """Other environment variables for cardgen, with a remark on those that no option reads."""
    root = ctx.find_root().command
    assert isinstance(root, Commands)
    commands = filter(None, (root.get_command(ctx, name) for name in root.list_commands(ctx)))
    options = (param for command in commands for param in command.params if isinstance(param, click.Option))
    known = {variable(option): max(option.opts, key=len).lstrip("-") for option in options}
    shown = {VARIABLES + name.upper() for name in Settings.__struct_fields__}
    for name in sorted(name for name in os.environ if name.startswith(VARIABLES) and name not in shown):
        meant = suggest(name.removeprefix(VARIABLES).lower(), known.values())
        remark = "" if name in known else f"  No option has this name. {meant}"
        yield f"  {name}={os.environ[name]}{remark}"


def _held(folder: Path) -> str:
    """The names of the files in a folder."""
    suffix = {"icons": ".svg", "languages": ""}.get(folder.name, ".yaml")
    return ", ".join(files_in(folder, suffix)) or "none"
