"""`cardgen watch`: makes a PDF anew whenever one of its files is saved."""

from __future__ import annotations

import gc
import io
import time
from collections.abc import Sequence
from contextlib import redirect_stdout

import click

from cardgen.errors import UserError
from cardgen.files import STAMPS, file_stamp

WATCHED = ("cards", "plan", "booklet")
"""The commands that can be watched; the first is the usual one."""
PAUSE = 0.05
"""Seconds between two looks at the files."""
SETTLED = 0.02
"""Seconds without another change after which a file is taken to be saved whole."""


@click.command("watch", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", metavar="[cards|plan|booklet] FILE... [OPTION]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def command(ctx: click.Context, arguments: tuple[str, ...]) -> None:
    """Write a PDF, and write it anew whenever FILE, or another file that it is made from, is saved.

    Write behind it what you would write behind `cardgen cards`; or begin with `plan` or `booklet`, for one of these.
    When FILE has a fault, the fault is shown, and the last good PDF stays. Open the PDF in a viewer that follows
    changes. Ctrl-C ends it.

    \b
    cardgen watch my-routine.yaml
    cardgen watch my-routine.yaml --stock poker --png
    cardgen watch plan my-routine.yaml --minutes 20
    """
    name = arguments[0] if arguments and arguments[0] in WATCHED else WATCHED[0]
    given = [argument for number, argument in enumerate(arguments) if number or argument != name]
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    watched = group.get_command(ctx, name)
    assert watched
    last = ""
    while True:
        began = time.perf_counter()
        said = _made(watched, given, ctx)
        took = round(1000 * (time.perf_counter() - began))
        click.echo(said if said != last else said.partition("\n")[0])
        click.echo(f"{time.strftime('%H:%M:%S')}: {took} ms. Waiting for changes; Ctrl-C ends.")
        last = said
        gc.collect()  # nobody waits now, and while a PDF is made nothing is collected
        _wait()


def _made(watched: click.Command, given: Sequence[str], ctx: click.Context) -> str:
    """Run the command once; what it says, or what is wrong with its files."""
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            watched.main(list(given), watched.name, standalone_mode=False, parent=ctx.find_root())
    except UserError as error:
        return f"{error}\nNothing was written; the last good PDF is as it was."
    return said.getvalue().rstrip("\n")


def _wait() -> None:
    """Until a file that was read is another one, and is not being written any more."""
    read = dict(STAMPS)
    while (now := {path: file_stamp(path) for path in read}) == read:
        time.sleep(PAUSE)
    time.sleep(SETTLED)
    while (later := {path: file_stamp(path) for path in read}) != now:
        now = later
        time.sleep(SETTLED)
