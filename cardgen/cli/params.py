"""Option types and options that several commands share."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from cardgen.check import gather
from cardgen.errors import Fault, UserError
from cardgen.files import write_whole
from cardgen.plan.planner import SessionLength, plan
from cardgen.plan.session import Session
from cardgen.routine import LEAST_SESSION, MOST_SESSION
from cardgen.say.phrases import nearest
from cardgen.say.timetable import left_out
from cardgen.say.words import ENGLISH, words
from cardgen.units import Length

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)


class LengthType(click.ParamType[float]):
    """A length such as "6mm"."""

    name = "length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            return Length.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class MinutesType(click.ParamType[int]):
    """The minutes of a session."""

    name = "minutes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not re.fullmatch(r"\d{1,4}", str(value)) or not LEAST_SESSION <= int(str(value)) <= MOST_SESSION:
            self.fail(f"'{value}': write a whole number from {LEAST_SESSION} to {MOST_SESSION}.", param, ctx)
        return int(str(value))


class StepsType(click.ParamType[frozenset[int]]):
    """Numbers of steps, such as "1-4,7"."""

    name = "steps"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[int]:
        if isinstance(value, frozenset):
            return value
        wanted: set[int] = set()
        for part in str(value).split(","):
            match = re.fullmatch(r"\s*(\d{1,4})\s*(?:-\s*(\d{1,4})\s*)?", part)
            if match is None or int(match[2] or match[1]) < int(match[1]):
                self.fail(f"'{part}' is not a step or a range of steps; write 3, 1-4 or 1-4,7", param, ctx)
            wanted.update(range(int(match[1]), int(match[2] or match[1]) + 1))
        return frozenset(wanted)


SESSION_OPTIONS = (
    click.argument("routines", metavar="ROUTINE...", nargs=-1, required=True),
    click.option(
        "--minutes",
        type=MinutesType(),
        help=f"The time there is, {LEAST_SESSION} to {MOST_SESSION}: what to do in it is chosen for you.",
    ),
    click.option("--length", type=click.Choice(get_args(SessionLength)), help="A length; all: as it is written."),
    click.option("--steps", type=StepsType(), help="Only these steps, such as 1-4,7; they are numbered anew."),
    click.option("--without", type=StepsType(), default=frozenset(), help="Not these steps, such as 3,5."),
    click.option("--group-positions", is_flag=True, help="Order the routines so that the receiver seldom turns over."),
)


def session_options(command: Callable[..., None]) -> Callable[..., None]:
    """ROUTINE... and the options that make one session of them.

    The command gets the session, and a name for its file.
    """

    @functools.wraps(command)
    def with_session(
        routines: tuple[str, ...],
        minutes: int | None,
        length: SessionLength | None,
        steps: frozenset[int] | None,
        without: frozenset[int],
        group_positions: bool,
        **others: Any,
    ) -> None:
        if minutes is not None and length is not None:
            raise UserError(Fault("--minutes and --length both say how long.", "Write one of them."))
        session = plan(
            gather(routines),
            minutes=minutes,
            length=length,
            steps=steps,
            without=without,
            group_positions=group_positions,
        )
        command(session=session, name="+".join(Path(routine).stem for routine in routines), **others)

    for option in reversed(SESSION_OPTIONS):
        with_session = option(with_session)
    return with_session


paper_option = click.option("--paper", default="a4", show_default=True, help="Paper in the printer: a4, letter, ...")
theme_option = click.option("--theme", default="standard", show_default=True, help="Colours: standard, mono, ...")


tagged_option = click.option(
    "--untagged", "tagged", flag_value=False, default=True, help="Leave out what screen readers read: a smaller file."
)


def output_option(default: str) -> Callable[[FC], FC]:
    """Where the PDF goes."""
    return click.option("-o", "--output", help=f"The PDF to write; - for standard output.  [default: {default}]")


def deliver(data: bytes, output: str) -> None:
    """Write the PDF to its file, or to standard output for "-"."""
    if output == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(Path(output), data)


def tell_left_out(session: Session) -> None:
    """Say what the session does without, and why."""
    for reason, names in left_out(session, words(ENGLISH)):
        click.echo(f"{reason}: {', '.join(names)}.")
    taken = nearest(session.seconds / 60)
    if session.asked and session.asked - taken > session.asked / 10:
        click.echo(f"The session takes {counted(taken, 'minute')} of the {session.asked}: there is no more to do.")


def counted(count: int, thing: str) -> str:
    """A number with its noun: "1 card", "3 cards"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
