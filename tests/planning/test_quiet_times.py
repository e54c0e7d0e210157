"""Settling in and resting are the author's where the author says so, and cardgen's where nobody does."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import least_minutes, plan
from cardgen.planning.session import Session
from cardgen.wording.plan_page import word_plan
from cardgen.wording.timetable import word_timetable
from tests.support.printed import page_texts
from tests.support.printing import print_plan
from tests.support.together import together

ROUTINE = """
name: Still hands
summary: A test.
area: arms
receiver: {receiver}
{more}
steps:
  - id: hold
    name: Hold the hand
    technique: holding
    where: The hand
    cue: Hold it.
    detail: Hold it still.
    minutes: {{about: 4, least: 2, most: 8}}
"""


def session_of(folder: Path, more: str = "", receiver: str = "seated", minutes: int | None = None) -> Session:
    path = folder / "still.yaml"
    path.write_text(ROUTINE.format(more=more, receiver=receiver), encoding="utf-8")
    return plan(load_selection([str(path)]), minutes=minutes)


def kinds(session: Session) -> list[tuple[str, int]]:
    return [(slot.kind, slot.seconds) for slot in session.slots]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [("settle", 60), ("step", 240), ("rest", 60)]),
        ("settle: none", [("step", 240), ("rest", 60)]),
        ("rest: none", [("settle", 60), ("step", 240)]),
        ("settle: none\nrest: none", [("step", 240)]),
        ("settle: 1\nrest: 5", [("settle", 60), ("step", 240), ("rest", 300)]),
        ("rest: {minutes: 0.75}", [("settle", 60), ("step", 240), ("rest", 45)]),
        ("rest: {do: Breathe}", [("settle", 60), ("step", 240), ("rest", 60)]),
    ],
)
def test_the_author_decides(tmp_path: Path, more: str, expected: list[tuple[str, int]]) -> None:
    assert kinds(session_of(tmp_path, more)) == expected


@together
@pytest.mark.parametrize("minutes", [5, 6, 8, 10, 12])
@pytest.mark.parametrize("more", ["", "settle: none", "rest: none", "settle: none\nrest: none", "settle: 1\nrest: 1.5"])
def test_a_session_of_any_length_keeps_to_the_author(tmp_path: Path, more: str, minutes: int) -> None:
    session = session_of(tmp_path, more, minutes=minutes)
    found = dict(kinds(session))
    assert session.seconds <= 60 * minutes
    assert [slot.start for slot in session.slots] == [0, *(slot.end for slot in session.slots)][:-1]
    if "settle: none" in more:
        assert "settle" not in found
    if "rest: none" in more:
        assert "rest" not in found
    if "settle: 1" in more:
        assert (found["settle"], found["rest"]) == (60, 90)


def test_the_shortest_session_counts_what_the_author_leaves_out(tmp_path: Path) -> None:
    session = session_of(tmp_path, "settle: 3\nrest: 3")
    assert least_minutes(session.selection) == 8


def test_a_program_decides_for_its_routines(tmp_path: Path) -> None:
    session_of(tmp_path, "settle: 3\nrest: 3")
    program = tmp_path / "twice.yaml"
    parts = "parts:\n  - {routine: still.yaml}\n  - {routine: feet}\n"
    head = "name: Two\nsummary: A test.\n"
    for text, first, last in [("", 180, 65), ("settle: none\nrest: {minutes: 1}\n", None, 60)]:
        program.write_text(head + text + parts, encoding="utf-8")
        found = dict(kinds(plan(load_selection([str(program)]))))
        assert (found.get("settle"), found.get("rest")) == (first, last)


@pytest.mark.parametrize(("receiver", "words"), [("seated", "Rest"), ("prone", "Rest, then get up slowly")])
def test_only_somebody_who_lies_gets_up(tmp_path: Path, receiver: str, words: str) -> None:
    session = session_of(tmp_path, receiver=receiver)
    assert word_timetable(session).lines[-1].text == words
    assert ("get up" in page_texts(print_plan(session).data)[0]) == (receiver == "prone")


def test_the_authors_words_are_printed(tmp_path: Path) -> None:
    session = session_of(tmp_path, "settle: {do: Three breaths together}\nrest: {minutes: 2, do: Stay lying down}")
    rows = word_plan(session).rows
    assert [(rows[0].name, rows[0].cue), (rows[-1].name, rows[-1].cue)] == [
        ("Three breaths together", ""),
        ("Stay lying down", ""),
    ]
    text = page_texts(print_plan(session).data)[0]
    assert "Three breaths together" in text
    assert "Stay lying down" in text
    assert "get up" not in text
