"""Writes a session as a program, which makes the same session again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.files.finding import as_name
from cardgen.library.finding import routines
from cardgen.model.program import Member, Program
from cardgen.model.routine import Lengths
from cardgen.planning.chosen_steps import name_steps
from cardgen.planning.session import Session, SessionPart
from cardgen.reading.writer import as_authored, as_yaml
from cardgen.wording.session_title import word_title
from cardgen.wording.words import ENGLISH, words

LONGEST_NAME = 48
"""Characters of a title."""


def session_text(session: Session, target: Path, own: Path | None, made_by: str) -> str:
    """The text of a program for the file `target`; UserError when a program there cannot name one of the routines."""
    selection = session.selection
    faults: list[Fault] = []
    parts = list(_members(session, target, own, faults))
    if faults:
        raise UserError(faults)
    program = Program(
        name=_shortened(word_title(session, words(ENGLISH))),
        summary=_summary(session),
        lengths=Lengths(standard=session.asked),
        settle=selection.before_first,
        rest=selection.after_last,
        ask=list(selection.safety.ask),
        not_with=list(selection.safety.not_with),
        cautions=list(selection.safety.cautions),
        strength_at_most=selection.safety.strength_at_most,
        prepare=list(selection.prepare),
        after=list(selection.after),
        parts=parts,
    )
    return f"# Saved by: {made_by}\n" + as_yaml(as_authored(program))


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 3].rstrip() + "..."


def _summary(session: Session) -> str:
    names = " + ".join(dict.fromkeys(part.routine.name for part in session.parts))
    return f"{session.asked} minutes of {names}." if session.asked else f"Chosen steps of {names}."


def _members(session: Session, target: Path, own: Path | None, faults: list[Fault]) -> Iterator[Member]:
    """A part of the program for each part of the session; what cannot be named is added to the faults."""
    files = {selected.routine.card_letter: selected.file for selected in session.selection.routines}
    for part in session.parts:
        try:
            name = _name(part, files[part.routine.card_letter], target, own)
        except UserError as error:
            faults += error.faults
            continue
        yield Member(routine=name, steps=name_steps(part.turns, part.routine, session.asked is not None))


def _name(part: SessionPart, file: Path | None, target: Path, own: Path | None) -> str:
    """What a program in the file `target` calls a routine; UserError when it cannot name it."""
    if file is None:
        raise UserError(Fault(f"'{part.routine.name}' was not read from a file.", "Save it as a file first."))
    if file.resolve().parent == target.resolve().parent:
        return file.name
    known = routines(own)
    if (name := as_name(file.stem)) in known and known[name].resolve() == file.resolve():
        return name
    problem = "A program can only name routines of its own folder, and those of `cardgen list`."
    raise UserError(Fault(problem, f"Save the session in {file.parent}.", file))
