"""Routines and sessions for display: the steps of a routine, and a session by the clock with what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cardgen.errors import Fault, UserError
from cardgen.files.finding import printable_name
from cardgen.files.reading import read_text
from cardgen.jobs.session_job import SessionJob
from cardgen.jobs.time_advice import time_advice
from cardgen.library.finding import find_file
from cardgen.library.loading import load_file
from cardgen.model.areas import areas
from cardgen.model.card_name import letters_of
from cardgen.planning.planner import plan
from cardgen.planning.session import Slot
from cardgen.reading.parser import Origin, Parsed, parse_yaml
from cardgen.review.report import reports
from cardgen.web.catalog import describe_entry
from cardgen.web.drafts import place_of
from cardgen.web.replies import describe_fault, plain_text
from cardgen.wording.left_out import word_left_out
from cardgen.wording.times import whole_minutes
from cardgen.wording.timetable import word_timetable
from cardgen.wording.words import words


def describe_routine(name: str) -> dict[str, Any]:
    """A routine or a program with its steps and its text; UserError with every fault."""
    path = find_file(name)
    loaded = load_file(path)
    session = plan(loaded.selection, length="all")
    return describe_entry(name, loaded) | {
        "text": loaded.program.origin.text if loaded.program else loaded.routines[0].origin.text,
        "pictures": [printable_name(picture.name) for picture in loaded.selection.pictures.values()],
        "steps": [
            {
                "number": turn.number,
                "card": str(turn.card),
                "name": turn.step.name,
                "cue": str(turn.step.cue) if isinstance(turn.step.cue, str) else "",
                "keep": turn.step.keep,
                "minutes": round(turn.total / 60, 1),
            }
            for turn in session.turns
        ],
    }


def plan_session(job: SessionJob) -> dict[str, Any]:
    """A session by the clock: what is in it, what is left out and why; UserError when it cannot be."""
    session = job.plan()
    table = word_timetable(session, job.language)
    return {
        "title": table.title,
        "summary": table.summary,
        "minutes": whole_minutes(session.seconds),
        "lines": [
            {
                "clock": line.clock,
                "number": line.number,
                "card": line.card,
                "text": line.text,
                "minutes": line.minutes,
                "kind": slot.kind,
                "seconds": slot.seconds,
                "area": _area(slot),
            }
            for line, slot in zip(table.lines, session.slots, strict=True)
        ],
        "left_out": [
            {"reason": reason, "names": list(names)}
            for reason, names in word_left_out(session, words(job.language), brief=False)
        ],
        "advice": [plain_text(line) for line in time_advice(session, None)],
    }


def _area(slot: Slot) -> str:
    """The body area of a step; empty for a changeover."""
    return slot.turn.area if slot.turn else ""


def check_routine(name: str, warnings: bool) -> dict[str, Any]:
    """Every fault of a file, each with the place of its value: ["steps", 0, "cue"]; without faults, its warnings.

    Only routines and programs can be checked without `warnings`.
    """
    faults = next(reports([name])).faults if warnings else _find_faults(name)
    parsed = _parse(name)
    return {
        "letter": _usual_letter(parsed.data) if parsed else "",
        "faults": [
            describe_fault(fault) | {"place": list(place_of(fault, parsed.spots if parsed else None))}
            for fault in faults
        ],
    }


def _find_faults(name: str) -> Sequence[Fault]:
    try:
        load_file(find_file(name))
    except UserError as error:
        return error.faults
    return ()


def _parse(name: str) -> Parsed | None:
    """The values of a file and where they are; None when it is not YAML."""
    path = find_file(name)
    try:
        return parse_yaml(Origin(path, read_text(path)))
    except UserError:
        return None


def _usual_letter(data: Any) -> str:
    """The beginning of the names of a routine's cards, if its author gives none; empty for anything but a routine."""
    area = areas().get(str(data.get("area"))) if isinstance(data, dict) else None
    return letters_of(area.letter, str(data.get("name") or "")) if area else ""
