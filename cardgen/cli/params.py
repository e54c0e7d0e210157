"""Option types and options that several commands share."""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem
from msgspec.structs import replace

from cardgen.artwork.pictures.resolution import Coarse
from cardgen.artwork.theme import themes
from cardgen.cli.types import LengthType, MinutesType, ShiftType, StepsType, completing
from cardgen.errors import Fault, UserError, visible
from cardgen.files import PDF_HEADER, printable_name, write_pdf, write_whole
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.vocabulary import LEAST_SESSION, MOST_SESSION
from cardgen.pdf.properties import PdfFormat
from cardgen.planning.planner import SessionLength, plan
from cardgen.planning.session import Recipient, Session
from cardgen.reading.parser import normalize_text
from cardgen.scene.pages import Flip
from cardgen.scene.record import Command
from cardgen.scene.text import missing
from cardgen.sheets.paper import papers
from cardgen.sheets.printer import SAFE_BORDER, Printer, printer, printers
from cardgen.units import Shift
from cardgen.wording.times import whole_minutes
from cardgen.wording.timetable import word_left_out
from cardgen.wording.words import ENGLISH, language_warnings, languages, words

MOST_NAME, MOST_NOTES = 48, 600
"""Characters: as many as a routine's own name and texts may have."""
NO_PRINTER: Mapping[str, str] = {}
FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)


def with_options(options: Sequence[Callable[[FC], FC]]) -> Callable[[FC], FC]:
    """Gives a command these options, which its help has in this order."""

    def decorate(command: FC) -> FC:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def complete_routines(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The routines and programs that are found, and files."""
    own = ctx.params.get("own")
    return completing(lambda: [*routines(own), *programs(own)], files=True)(ctx, param, begun)


def _recipient(name: str, notes: str) -> Recipient:
    """For whom a session is; UserError when that cannot be printed."""
    for option, text, most in (("--for", name, MOST_NAME), ("--notes", notes, MOST_NOTES)):
        if lacking := missing(text):
            raise UserError(Fault(f"{option}: the fonts have no glyph for '{lacking[0]}'.", "Write it in another way."))
        if len(text) > most:
            raise UserError(Fault(f"{option}: this text has {len(text)} characters.", f"It may have at most {most}."))
    return Recipient(normalize_text(name), normalize_text(notes))


routines_argument = click.argument(
    "routines", metavar="ROUTINE...", nargs=-1, required=True, shell_complete=complete_routines
)
own_option = click.option(
    "--routines",
    "own",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A folder of your own routines; ./routines and that of `cardgen config` are looked through anyway.",
)
SESSION_OPTIONS = (
    routines_argument,
    click.option(
        "--minutes",
        type=MinutesType(),
        help=f"The time there is, {LEAST_SESSION} to {MOST_SESSION}: what to do in it is chosen for you.",
    ),
    click.option("--length", type=click.Choice(get_args(SessionLength)), help="A length; all: as it is written."),
    click.option("--steps", type=StepsType(), help="Only these steps, such as 1-4,7; they are numbered anew."),
    click.option("--without", type=StepsType(), default=frozenset(), help="Not these steps, such as 3,5."),
    click.option("--group-positions", is_flag=True, help="Order the routines so that the receiver seldom turns over."),
    own_option,
    click.option("--for", "recipient", metavar="NAME", default="", help="For whom it is: printed where it begins."),
    click.option("--notes", metavar="TEXT", default="", help="What to think of with this one: printed below the name."),
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
        own: Path | None,
        recipient: str,
        notes: str,
        **others: Any,
    ) -> None:
        if minutes is not None and length is not None:
            raise UserError(Fault("--minutes and --length both say how long.", "Write one of them."))
        session = plan(
            load_selection(routines, own),
            minutes=minutes,
            length=length,
            steps=steps,
            without=without,
            group_positions=group_positions,
        )
        session = replace(session, recipient=_recipient(recipient, notes))
        command(session=session, name="+".join(Path(routine).stem for routine in routines), **others)

    return with_session


paper_help = "Paper in the printer: a4, letter, ..."
paper_option = click.option(
    "--paper", default="a4", show_default=True, help=paper_help, shell_complete=completing(papers)
)
PRINTER_OPTIONS = (
    click.option(
        "--printer",
        "printer_name",
        metavar="NAME",
        help="A printer saved by `cardgen calibrate --save`.",
        shell_complete=completing(printers),
    ),
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
    """This parameter of the command that is running was given, here or in the settings, not left as it is."""
    return click.get_current_context().get_parameter_source(name) is not ParameterSource.DEFAULT


def typed(name: str) -> bool:
    """This parameter of the command that is running was given here, not in the settings."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE


def forget(name: str) -> None:
    """Leave this parameter of the command that is running as it is without settings."""
    ctx = click.get_current_context()
    ctx.params[name] = None
    ctx.set_parameter_source(name, ParameterSource.DEFAULT)


def printer_said(back_shift: Shift, border: float | None = None, flip: Flip | None = None) -> dict[str, str]:
    """The options that say the same as a saved printer; what is usual need not be said."""
    said = {"--back-shift": ShiftType().said(back_shift)} if any(back_shift) else {}
    if border is not None and border != SAFE_BORDER:
        said["--border"] = LengthType().said(border)
    return said | ({"--flip": flip} if flip == "short" else {})


theme_option = click.option(
    "--theme",
    default="standard",
    show_default=True,
    help="Colours: standard, mono, ...",
    shell_complete=completing(themes),
)


def _warn_of_language(context: click.Context, option: click.Parameter, code: str) -> str:
    """Show what a language lacks; it is printed in English."""
    for warning in () if context.resilient_parsing else language_warnings(code):
        click.echo(str(warning), err=True)
    return code


language_option = click.option(
    "--language",
    callback=_warn_of_language,
    default=ENGLISH,
    show_default=True,
    help="What cardgen itself says on paper: en, or a language of your own.",
    shell_complete=completing(languages),
)


def look_options(command: FC) -> FC:
    """The colours and the language of what is printed."""
    return with_options((theme_option, language_option))(command)


FORM_OPTIONS = (
    click.option("--pdfa", is_flag=True, help="Write PDF/A-2b, to be kept for long; with --attach, PDF/A-3b."),
    click.option("--attach", is_flag=True, help="Put the routine files and their pictures into the PDF."),
    click.option("--untagged", is_flag=True, help="Leave out what screen readers read: a smaller file."),
)


def form_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options for the format of the PDF. The command gets a `PdfFormat`."""

    @with_options(FORM_OPTIONS)
    @functools.wraps(command)
    def with_form(pdfa: bool, attach: bool, untagged: bool, **others: Any) -> None:
        command(pdf_format=PdfFormat(pdfa, attach, not untagged), **others)

    return with_form


def output_options(default: str) -> Callable[[FC], FC]:
    """Where the PDF goes, and whether there are to be pictures of it."""
    output = f"The PDF to write; - for standard output.  [default: {default}]"
    pictures = "Write a picture of each page too, into a folder beside the PDF that has its name."
    options = click.option("-o", "--output", help=output), click.option("--png", is_flag=True, help=pictures)
    return with_options(options)


def this_command(printer: Mapping[str, str] = NO_PRINTER) -> Command:
    """The command that is running, as it was given; where it writes to is left out.

    In place of a saved printer, which may be saved anew, stand the options that say the same.
    """
    ctx = click.get_current_context()
    arguments: list[str] = []
    options: dict[str, str] = {}
    for param in ctx.command.params:
        name = param.name or ""
        if name in ("output", "png") or not given(name):
            continue
        if name == "printer_name":
            options |= {option: value for option, value in printer.items() if option not in options}
        elif isinstance(param, click.Argument):
            value = ctx.params[name]
            arguments += map(printable_name, value if isinstance(value, tuple) else (value,))
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
    return max(option.opts, key=len), printable_name(said(value))


def deliver(data: bytes, output: str, png: bool = False) -> None:
    """Write what was made to its file, or to standard output for "-"; of a PDF pictures too, if there are to be any."""
    if output != "-":
        (write_pdf if data.startswith(PDF_HEADER) else write_whole)(Path(output), data)
        if png:
            importlib.import_module("cardgen.cli.png").write_pictures(data, Path(output).with_suffix(""))
        return
    if png:
        raise UserError(Fault("Pictures stand beside a PDF.", "Leave out --png, or write to a file."))
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
        raise UserError(Fault(f"Cannot write to standard output: {error.strerror or error}.")) from None


def tell_left_out(session: Session) -> None:
    """Say what the session does without, and why."""
    for reason, names in word_left_out(session, words(ENGLISH)):
        click.echo(f"{reason}: {', '.join(names)}.")
    taken = whole_minutes(session.seconds)
    if session.asked and session.asked - taken > session.asked / 10:
        click.echo(f"The session takes {counted(taken, 'minute')} of the {session.asked}: there is no more to do.")


def tell_pictures(session: Session, rough: Sequence[Coarse]) -> None:
    """Warn of the pictures that do not look as they should, a line for each, where a PDF on standard output is not."""
    for picture in session.selection.pictures.values():
        for note in picture.notes:
            click.echo(f"Warning: {visible(picture.name)}: {note}", err=True)
        found = [coarse for coarse in rough if coarse.digest == picture.art.digest]
        if worst := min(found, key=lambda coarse: coarse.dpi, default=None):
            across, down = worst.needed
            click.echo(
                f"Warning: {visible(picture.name)} has {worst.dpi} dpi on '{worst.face}' and looks rough there. "
                f"Take one of {across} x {down} pixels or more.",
                err=True,
            )


def counted(count: int, thing: str) -> str:
    """A number with its noun: "1 card", "3 cards"."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
