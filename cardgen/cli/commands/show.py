"""`cardgen show`: show a session as text."""

from __future__ import annotations

import shlex
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click
from msgspec.structs import replace

from cardgen.characters import SOFT_HYPHEN
from cardgen.cli.job_command import job_command
from cardgen.cli.report_names import as_options
from cardgen.errors import Fault, UserError, visible_line
from cardgen.exchange.saved_session import session_text
from cardgen.exchange.starter import unused_path
from cardgen.files.finding import YAML_SUFFIXES
from cardgen.files.writing import write_whole
from cardgen.jobs.session_job import PERSONAL, SessionJob
from cardgen.jobs.time_advice import time_advice
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Block, Deck, Section, StepCard
from cardgen.wording.timetable import Timetable, word_timetable

WIDTH = 78


@job_command(
    "show",
    SessionJob,
    click.option("--brief", is_flag=True, help="Only the clock, the steps, and what is left out."),
    click.option(
        "--save", metavar="FILE.yaml", help="Also save the session as a program, with its steps, amounts, and minutes."
    ),
)
def command(job: SessionJob, brief: bool, save: str | None) -> None:
    """Show a session in the terminal: the clock, the steps, what was left out and why, then every card as text.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen show legs-back
    cardgen show legs-back --minutes 20 --brief
    cardgen show my-routine.yaml joints --without 3,5
    cardgen show back-and-legs --minutes 40 --brief --save my-session.yaml
    """
    session = job.plan()
    if save:
        _save(job, session, save)  # before a pipe that takes no more text can stop the command
    for warning in job.session_warnings(session):
        click.echo(f"Warning: {warning}", err=True)
    click.echo("\n".join(_timetable(word_timetable(session, job.language))))
    for line in time_advice(session, job.routines_folder):
        click.echo("\n".join(["", *_wrapped(line, "")]))
    if not brief:
        click.echo("\n".join(["", *_cards(word_deck(session, job.language))]))
    if save:
        click.echo(f"\nSaved {visible_line(save)}. `cardgen plan {shlex.quote(save)}` prints this session again.")
        if job.recipient or job.notes:
            click.echo(as_options("It contains no name or note for a person: give <recipient> and <notes> again."))


def _save(job: SessionJob, session: Session, name: str) -> None:
    """Write the session as a program; UserError when that is not possible."""
    if not name.endswith(YAML_SUFFIXES):
        problem = f"'{name}' is not the name of a program."
        raise UserError(Fault(problem, f"End it in {YAML_SUFFIXES[0]}: {name}{YAML_SUFFIXES[0]}."))
    path = unused_path(Path(name))
    own = Path(job.routines_folder) if job.routines_folder else None
    made_by = replace(job, **dict.fromkeys(PERSONAL, "")).request
    write_whole(path, session_text(session, path, own, str(made_by)).encode())


def _timetable(table: Timetable) -> Iterator[str]:
    """The clock: a line for every step and changeover."""
    yield table.title
    yield "=" * len(table.title)
    yield table.summary
    yield ""
    for line in table.lines:
        yield f"{line.clock:>7}  {line.number:>3}  {line.card:<4} {line.text:<40} {line.minutes:>12}".rstrip()
    for reason, names in table.left_out:
        yield ""
        yield from _wrapped(f"{reason}: {', '.join(names)}.", "")


def _cards(deck: Deck) -> Iterator[str]:
    for card in (card for group in deck.before for card in group):
        yield from _list(card.title, card.blocks)
    for section in deck.sections:
        yield from _section(section)
    yield from _list(deck.after.title, deck.after.blocks)


def _section(section: Section) -> Iterator[str]:
    if section.opener:
        yield from _list(section.opener.title, section.opener.blocks)
    for step in section.steps:
        yield from _step(step)
    if section.other_side:
        yield from ("", section.other_side)


def _step(step: StepCard) -> Iterator[str]:
    yield ""
    yield f"{step.number}  {step.name}  {step.title.upper()}"
    yield from _wrapped(step.cue, "   ")
    yield from _wrapped(" · ".join([step.key.line, *(fact.line for fact in step.facts)]), "   ")
    if step.caution:
        yield from _wrapped(f"! {step.caution}", "   ")
    yield from _blocks(step.blocks)


def _list(title: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    yield from ("", title.upper())
    yield from _blocks(blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        heading = block.heading.rstrip(".")
        yield from _wrapped(f"- {heading}. {block.text}" if block.text else f"- {heading}.", "   ")


def _wrapped(text: str, indent: str) -> list[str]:
    """A text in lines; a terminal would show soft hyphens, or count them."""
    text = text.replace(SOFT_HYPHEN, "")
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
