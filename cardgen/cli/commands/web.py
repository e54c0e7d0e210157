"""`cardgen web`: open a page in the browser."""

from __future__ import annotations

import importlib
import os
import shlex
import webbrowser
from pathlib import Path
from typing import Any

import click

from cardgen.errors import Fault, UserError, install_remedy, visible_line
from cardgen.startup import settle

LACKING = "The page needs packages that are not installed: Flask and waitress."
USUAL_PORT = 8246
"""A browser keeps routines and choices for one address: with another port they would seem to be lost."""
TAKEN = (
    f"Port {USUAL_PORT} is taken, perhaps by another `cardgen web`. What the browser keeps for that address, such as "
    "routines of your own, is not available at this one."
)
MOST_WORKERS = 4
EXPORT_HELP = "Write the page as files for any web host: cardgen then runs inside the browser, even offline."


@click.command("web")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    help=f"The port of the page's address.  [default: {USUAL_PORT}, or one that is free]",
)
@click.option("--no-browser", is_flag=True, help="Show the address without opening a browser.")
@click.option("--export", "folder", type=click.Path(path_type=Path), metavar="DIR", help=EXPORT_HELP)
@click.option(
    "--pyodide",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="With --export: a folder with Pyodide, to include in the site.  [default: browsers load it from its own site]",
)
def command(port: int | None, no_browser: bool, folder: Path | None, pyodide: Path | None) -> None:
    """Open a page in the browser to choose, preview, and print.

    Only this computer can open the page, and nothing leaves the computer. It works without the internet. Ctrl-C stops
    it. Other programs can use it too: see docs/web.md.

    \b
    cardgen web
    cardgen web --port 8123 --no-browser
    cardgen web --export site
    """
    if folder:
        _export(folder, pyodide)
    else:
        _serve(port, no_browser)


def _export(folder: Path, pyodide: Path | None) -> None:
    """Write the site, and say what to do with it."""
    sizes = _load("cardgen.web.export").export_site(folder, pyodide)
    megabytes = sum(sizes.values()) / 1_000_000
    click.echo(f"Wrote {visible_line(str(folder))}: {len(sizes)} files, {megabytes:.0f} MB.")
    click.echo("Put it on any web host with https; it works offline once it has been opened. To try it here:")
    click.echo(f"    python3 -m http.server --bind 127.0.0.1 --directory {shlex.quote(str(folder))}")


def _serve(port: int | None, no_browser: bool) -> None:
    """Serve the page until somebody stops it."""
    settle()
    workers = _load("cardgen.web.workers").Workers(min(MOST_WORKERS, os.cpu_count() or 1) + 1)
    try:
        server = _load("cardgen.web.server")
        _listen(server, workers, port, no_browser)
    finally:
        workers.stop()


def _listen(server: Any, workers: Any, port: int | None, no_browser: bool) -> None:
    """Answer at a port; UserError when it cannot be used."""
    listener = _usual_listener(server) if port is None else _listener(server, port)
    address = f"http://{server.LOCAL}:{listener.getsockname()[1]}/"
    click.echo(f"The page is at {address} while this runs; Ctrl-C stops it.")
    if not no_browser:
        webbrowser.open(address)
    server.serve(listener, workers.ask)


def _usual_listener(server: Any) -> Any:
    """The usual port, or any other one where that is taken."""
    try:
        return server.listen(USUAL_PORT)
    except OSError:
        click.echo(TAKEN)
        return _listener(server, 0)


def _listener(server: Any, port: int) -> Any:
    try:
        return server.listen(port)
    except OSError as error:
        problem = f"--port {port} cannot be used: {error.strerror or error}."
        raise UserError(Fault(problem, "Leave it out, or choose another number above 1024.")) from None


def _load(name: str) -> Any:
    """A module of the page; UserError when what it needs is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in ("flask", "waitress", "werkzeug"):
            raise UserError(Fault(LACKING, install_remedy("web"))) from None
        raise
