"""`cardgen web`: a page in the browser."""

from __future__ import annotations

import importlib
import os
import webbrowser
from typing import Any

import click

from cardgen.errors import Fault, UserError
from cardgen.startup import settle

LACKING = "The page needs packages that are not installed: Flask and waitress."
MOST_WORKERS = 4


@click.command("web")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="NUMBER",
    help="The port of the page's address.  [default: one that is free]",
)
@click.option("--no-browser", is_flag=True, help="Only show the address; open no browser.")
def command(port: int, no_browser: bool) -> None:
    """Open a page in the browser to choose, preview and print.

    The page is served by this machine to itself: nobody else can reach it, and nothing leaves the machine. It works
    without the internet. Ctrl-C stops it. Other programs may ask it too: see docs/web.md.

    \b
    cardgen web
    cardgen web --port 8123 --no-browser
    """
    settle()
    server = _load("cardgen.web.server")
    try:
        listener = server.listen(port)
    except OSError as error:
        problem = f"--port {port} cannot be used: {error.strerror or error}."
        raise UserError(Fault(problem, "Leave it out, or choose another number above 1024.")) from None
    workers = _load("cardgen.web.workers").Workers(min(MOST_WORKERS, os.cpu_count() or 1) + 1)
    address = f"http://{server.LOCAL}:{listener.getsockname()[1]}/"
    click.echo(f"The page is at {address} for as long as this runs; Ctrl-C stops it.")
    if not no_browser:
        webbrowser.open(address)
    try:
        server.serve(listener, workers.ask)
    finally:
        workers.stop()


def _load(name: str) -> Any:
    """A module of the page; UserError when what it needs is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in ("flask", "waitress", "werkzeug"):
            raise UserError(Fault(LACKING, "Install them: pip install 'cardgen[web]'")) from None
        raise
