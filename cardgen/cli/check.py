"""`cardgen check`: whether routines can be printed, and if not, everything that is wrong with them."""

from __future__ import annotations

import click

from cardgen.check import gather
from cardgen.cli.params import counted
from cardgen.errors import Fault, UserError, visible
from cardgen.program import programs
from cardgen.routine import routines


@click.command("check")
@click.argument("names", metavar="[ROUTINE]...", nargs=-1)
def command(names: tuple[str, ...]) -> None:
    """Check routines and programs, and report every fault with its line and what to write instead.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file; without any, all of them are checked.

    \b
    cardgen check
    cardgen check my-routine.yaml
    """
    faults: list[Fault] = []
    for name in names or (*routines(), *programs()):
        try:
            steps = sum(len(entry.routine.steps) for entry in gather([name]).entries)
        except UserError as error:
            faults += error.faults
        else:
            click.echo(f"{visible(name)}: {counted(steps, 'step')}, no faults.")
    if faults:
        raise UserError(faults)
