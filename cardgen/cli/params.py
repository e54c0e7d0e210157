"""Option types and options that several commands share."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar, get_args

import click
from click.core import ParameterSource
from msgspec.structs import replace

from cardgen.check import gather
from cardgen.errors import Fault, UserError
from cardgen.files import printable, write_whole
from cardgen.pdf.xmp import Form
from cardgen.plan.planner import SessionLength, plan
from cardgen.plan.session import Session
from cardgen.printer import SAFE_BORDER, Printer, printer
from cardgen.record import Command
from cardgen.routine import LEAST_SESSION, MOST_SESSION
from cardgen.say.phrases import nearest
from cardgen.say.timetable import left_out
from cardgen.say.words import ENGLISH, words
from cardgen.scene import Flip
from cardgen.units import MM, Length, Shift

NO_PRINTER: Mapping[str, str] = {}
FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)


class LengthType(click.ParamType[float]):
    """A length such as "6mm"."""

    name = "length"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            return Length.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def said(self, value: float) -> str:
        return f"{round(value / MM, 3):.7g}mm"


class ShiftType(click.ParamType[Shift]):
    """How far backs move, such as "-0.5,1"."""

    name = "x,y"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Shift:
        try:
            return Shift.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)

    def said(self, value: Shift) -> str:
        return str(value).replace(" mm", "").replace(" ", "")


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

    def said(self, value: frozenset[int]) -> str:
        runs = groupby(enumerate(sorted(value)), lambda entry: entry[1] - entry[0])
        ranges = [[number for _, number in run] for _, run in runs]
        return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in ranges)


def with_options(options: Sequence[Callable[[FC], FC]]) -> Callable[[FC], FC]:
    """Gives a command these options, which its help has in this order."""

    def decorate(command: FC) -> FC:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


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

    @with_options(SESSION_OPTIONS)
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

    return with_session


paper_help = "Paper in the printer: a4, letter, ..."
paper_option = click.option("--paper", default="a4", show_default=True, help=paper_help)
PRINTER_OPTIONS = (
    click.option("--printer", "printer_name", metavar="NAME", help="A printer saved by `cardgen calibrate --save`."),
    click.option(
        "--back-shift",
        type=ShiftType(),
        help="Move backs by so many mm to the right and down: -0.5,1. `cardgen calibrate` tells how far.",
    ),
)


def printer_options(command: Callable[..., None]) -> Callable[..., None]:
    """The printer: a saved one, and what is said of it here, which wins. The command gets a `Printer`."""

    @with_options(PRINTER_OPTIONS)
    @functools.wraps(command)
    def with_printer(printer_name: str | None, back_shift: Shift | None, **others: Any) -> None:
        chosen = printer(printer_name) if printer_name else Printer()
        command(printer=replace(chosen, back_shift=back_shift) if back_shift else chosen, **others)

    return with_printer


def given(name: str) -> bool:
    """This parameter of the command that is running was given, not left as it is."""
    return click.get_current_context().get_parameter_source(name) is not ParameterSource.DEFAULT


def printer_said(back_shift: Shift, border: float | None = None, flip: Flip | None = None) -> dict[str, str]:
    """The options that say the same as a saved printer; what is usual need not be said."""
    said = {"--back-shift": ShiftType().said(back_shift)} if any(back_shift) else {}
    if border is not None and border != SAFE_BORDER:
        said["--border"] = LengthType().said(border)
    return said | ({"--flip": flip} if flip == "short" else {})


theme_option = click.option("--theme", default="standard", show_default=True, help="Colours: standard, mono, ...")


FORM_OPTIONS = (
    click.option("--pdfa", is_flag=True, help="Write PDF/A-2b, to be kept for long; with --attach, PDF/A-3b."),
    click.option("--attach", is_flag=True, help="Put the routine files into the PDF."),
    click.option("--untagged", is_flag=True, help="Leave out what screen readers read: a smaller file."),
)


def form_options(command: Callable[..., None]) -> Callable[..., None]:
    """How the PDF is kept and read out. The command gets a `Form`."""

    @with_options(FORM_OPTIONS)
    @functools.wraps(command)
    def with_form(pdfa: bool, attach: bool, untagged: bool, **others: Any) -> None:
        command(form=Form(pdfa, attach, not untagged), **others)

    return with_form


def output_option(default: str) -> Callable[[FC], FC]:
    """Where the PDF goes."""
    return click.option("-o", "--output", help=f"The PDF to write; - for standard output.  [default: {default}]")


def this_command(printer: Mapping[str, str] = NO_PRINTER) -> Command:
    """The command that is running, as it was given; where it writes to is left out.

    In place of a saved printer, which may be saved anew, stand the options that say the same.
    """
    ctx = click.get_current_context()
    arguments: list[str] = []
    options: dict[str, str] = {}
    for param in ctx.command.params:
        name = param.name or ""
        if name == "output" or not given(name):
            continue
        if name == "printer_name":
            options |= {option: value for option, value in printer.items() if option not in options}
        elif isinstance(param, click.Argument):
            value = ctx.params[name]
            arguments += map(printable, value if isinstance(value, tuple) else (value,))
        elif isinstance(param, click.Option):
            option, said = _as_given(param, ctx.params[name])
            options[option] = said
    return Command(ctx.info_name or "", tuple(arguments), options)


def _as_given(option: click.Option, value: Any) -> tuple[str, str]:
    """An option and its value, as it is typed; a flag has no value."""
    if option.is_flag:
        names = option.opts if value else option.secondary_opts
        return max(names, key=len), ""
    said: Callable[[Any], str] = getattr(option.type, "said", str)
    return max(option.opts, key=len), printable(said(value))


def deliver(data: bytes, output: str) -> None:
    """Write the PDF to its file, or to standard output for "-"."""
    if output != "-":
        write_whole(Path(output), data)
        return
    if sys.stdout is None:
        raise UserError(Fault("Standard output is closed.", "Write to a file, with -o."))
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[sys.stdout.buffer.write(rest) :]  # without a buffer not all may be taken at once
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever reads has enough
    except OSError as error:
        raise UserError(Fault(f"Cannot write to standard output: {error.strerror}.")) from None


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
