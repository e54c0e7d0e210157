"""Minutes of a step on both sides are for one side or for both, as its author says."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from cardgen.wording.timetable import word_timetable

ROUTINE = """
name: Two sides
summary: A test.
area: arms
receiver: seated
steps:
  - id: squeeze
    name: Squeeze the arm
    technique: squeezing
    where: The arm
    sides: each
    limb: arm
    cue: Squeeze it.
    detail: Squeeze it slowly.
    keep: opening
    minutes: {minutes}
    minutes_for: {whose}
"""
CHANGE_SIDE = 20


def session_of(folder: Path, given: str, whose: str, minutes: int | None = None) -> Session:
    path = folder / "sides.yaml"
    path.write_text(ROUTINE.format(minutes=given, whose=whose), encoding="utf-8")
    return plan(load_selection([str(path)]), minutes=minutes)


@pytest.mark.parametrize(
    ("given", "whose", "seconds", "said", "in_table"),
    [
        ("2", "one-side", 2 * 120 + CHANGE_SIDE, "2\u00a0×\u00a02\u00a0min", "4:20"),
        ("4", "both-sides", 240, "4\u00a0min, both arms", "4:00"),
        ("{about: 2.5}", "both-sides", 150, "about 2½\u00a0min, both arms", "2:30"),
    ],
)
def test_the_paper_says_what_the_author_means(
    tmp_path: Path, given: str, whose: str, seconds: int, said: str, in_table: str
) -> None:
    session = session_of(tmp_path, given, whose)
    (step,) = word_deck(session).sections[0].steps
    row = next(row for row in word_plan(session).rows if row.card)
    line = next(line for line in word_timetable(session).lines if line.number)
    assert session.turns[0].total == seconds
    assert [fact.word for fact in step.facts if fact.icon == "time"] == [said]
    assert row.minutes == in_table
    assert line.minutes.endswith(in_table)


@pytest.mark.parametrize("minutes", [5, 7, 8, 10])
def test_a_range_for_both_sides_is_kept_in_any_session(tmp_path: Path, minutes: int) -> None:
    session = session_of(tmp_path, "{about: 4, least: 2, most: 6}", "both-sides", minutes)
    assert 120 <= session.turns[0].total <= 360
    assert session.seconds <= 60 * minutes


@pytest.mark.parametrize("given", ["2", "4", "{about: 4}"])
def test_minutes_of_a_step_in_a_program_are_for_one_side(tmp_path: Path, given: str) -> None:
    session_of(tmp_path, given, "both-sides")
    program = tmp_path / "chosen.yaml"
    parts = "parts:\n  - {routine: sides.yaml, steps: [{step: squeeze, minutes: 2}]}\n"
    program.write_text("name: Chosen\nsummary: A test.\n" + parts, encoding="utf-8")
    session = plan(load_selection([str(program)]))
    assert session.turns[0].total == 2 * 120 + CHANGE_SIDE
    assert word_deck(session).sections[0].steps[0].facts[-1].word.endswith("2\u00a0×\u00a02\u00a0min")
