"""What one print, one routine or one step says of a danger agrees with what the others say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load
from cardgen.model.prose import whole_text
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Routine, Step
from cardgen.model.safety import Caution
from cardgen.model.vocabulary import About
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from cardgen.wording.timeline import CLEANING
from cardgen.wording.timetable import word_change
from cardgen.wording.words import ENGLISH, words
from tests.product.test_conditions_asked import lists_before_step_1
from tests.support.kept import session_of

SESSIONS = [*((name,) for name in [*routines(), *programs()]), ("feet", "face"), ("feet", "scalp", "hands")]
OILED = re.compile(r"(?i)\b(?:oil|lotion|oil in them)\b[^.]* in your hands|warm a little oil|take very little oil")
CLEANED = re.compile(r"(?i)\b(?:wash|clean) (?:and warm )?(?:your|oily) hands|oil off your hands")
NECK = ["neck pain", "arthritis", "brittle bones", "narrow neck arteries"]
NEEDED = ("clean your hands", "wipe off the oil", "support(?:s)? the forehead|hold the forehead", "through clothes")
"""What must be done for somebody's safety, as patterns: plans and overviews have the cautions, not the cues."""


@pytest.fixture(scope="module", params=SESSIONS, ids="+".join)
def session(request: pytest.FixtureRequest) -> Session:
    return session_of(*request.param)


@pytest.fixture(params=routines())
def routine(request: pytest.FixtureRequest) -> Routine:
    return load(request.param)


def between_steps(session: Session) -> Iterator[str]:
    """What a plan says to do before its first step, then between each two."""
    page = word_plan(session)
    said = [block.heading for block in page.before if "Ask" not in block.heading]
    for row in page.rows:
        if row.card:
            yield " ".join(said)
            said = []
        else:
            said += [row.notes, row.name, row.cue] if row.icon else [row.name, row.notes]


def test_hands_are_clean_before_they_are_oiled(session: Session) -> None:
    for text in between_steps(session):
        oiled = [found.start() for found in OILED.finditer(text)]
        assert not [found[0] for found in CLEANED.finditer(text) if oiled and found.start() > oiled[0]], text


def test_an_overview_says_what_changes_before_a_routine(session: Session) -> None:
    sections = word_deck(session).sections
    for slot in session.slots:
        if slot.kind in ("turn-over", "position", *CLEANING) and slot in session.changes_before(slot.part):
            said = " ".join(block.text for block in sections[slot.part].preparation)
            assert word_change(slot, session, words(ENGLISH)) in said


@pytest.mark.one_in(3)
def test_whoever_must_not_lie_face_down_gets_no_routine_that_does(session: Session) -> None:
    prone = {part.routine.name for part in session.parts if part.routine.position == "prone"}
    for kind, text in lists_before_step_1(session):
        if prone and len(prone) == len(session.parts):
            assert re.search(r"(?is)do not massage.{,400}pregnancy \(never face down\)", text), kind
            assert not re.search(r"(?:Ask a doctor|Doctor) first, then (?:stay )?light[^.]*pregnancy", text), kind
        for name in prone if len(prone) < len(session.parts) else ():
            assert re.search(rf"Leave out [^.]*\b{name}\b[^.]*pregnancy \(never face down\)", text), kind


def test_a_pillow_under_the_ankles_is_said_wherever_somebody_lies_face_down(session: Session) -> None:
    if "prone" in session.positions:
        kinds = {kind: text for kind, text in lists_before_step_1(session) if kind == "plan"}
        assert "pillow under the ankles" in kinds["plan"]


def test_thin_blood_is_spared_alike_whatever_its_cause(routine: Routine) -> None:
    some = [[caution.only_with] for caution in routine.cautions if isinstance(caution, Caution)]
    for conditions in map(" ".join, (routine.leave_out_with, *(step.exclusions for step in routine.steps), *some)):
        assert ("blood thinners" in conditions) == ("a bleeding disorder" in conditions)


def test_necks_are_spared_alike(routine: Routine) -> None:
    """By a question that leaves the neck out, or by the steps themselves: with the same conditions everywhere."""
    lists = [list(step.exclusions) for step in routine.steps if "neck pain" in step.exclusions]
    works = [step for step in routine.steps if step.drawing and "neck" in step.drawing.area]
    assert all(conditions == NECK for conditions in lists)
    if lists or [step for step in works if step.technique in ("squeezing", "friction", "stretching")]:
        assert "tingling or weakness in the arms" in routine.not_with
        assert [one for one in routine.not_with if "neck" in one]
        assert [one for one in routine.ask if all(condition in one.lower() for condition in NECK)]


def test_a_question_says_itself_what_follows(routine: Routine) -> None:
    assert [question for question in routine.ask if re.search(r"\bSee “", question)] == []


def test_what_is_needed_is_in_the_cautions(routine: Routine) -> None:
    for step in routine.steps:
        said = " ".join(whole_text(text) for text in (step.cue, step.detail) if text)
        kept = " ".join([whole_text(step.caution), *map(str, routine.cautions), *(note.do for note in routine.prepare)])
        missing = [one for one in NEEDED if re.search(one, said, re.I) and not re.search(one, kept, re.I)]
        assert [one for one in missing if not ("oil" in one and re.search("no oil", kept, re.I))] == [], step.id


def test_a_card_has_one_time(routine: Routine) -> None:
    assert [step.id for step in routine.steps if len(set(seconds_of(step))) > 1] == []


def seconds_of(step: Step) -> Iterator[float]:
    """The seconds of a step that is done for a time, then those that its author states beside it."""
    repeat, minutes = step.repeat, step.minutes
    if isinstance(repeat, Repeat) and minutes and not (repeat.times or repeat.passes):
        given = [amount.about if isinstance(amount, About) else amount for amount in (repeat.seconds, repeat.hold)]
        if found := [amount for amount in given if isinstance(amount, (int, float))]:
            yield from (*found, 60 * (minutes.about if isinstance(minutes, About) else minutes))
