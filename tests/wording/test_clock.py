"""The clock of a session is the sum of what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from msgspec.structs import replace

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.routine import Note
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.planning.planner import least_minutes, plan
from cardgen.wording.book import word_book
from cardgen.wording.cards import word_deck
from cardgen.wording.timetable import word_timetable
from tests.support.kept import session_of
from tests.support.printed import face_text
from tests.support.printing import print_plan
from tests.support.safety import deck_cards, plan_faces
from tests.support.screen_reader import Reading

NAMES = [*((name,) for name in (*routines(), *programs())), ("arms", "hands"), ("feet", "face", "scalp")]


def seconds(text: str) -> int:
    """The seconds of "4:05" or "about 4:05"."""
    found = re.search(r"(\d+):(\d\d)$", text)
    assert found, text
    return 60 * int(found[1]) + int(found[2])


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_each_line_begins_when_the_one_before_it_ends(names: tuple[str, ...]) -> None:
    selection = load_selection(names)
    for minutes in (None, least_minutes(selection), least_minutes(selection) + 13):
        lines = word_timetable(plan(selection, minutes=minutes)).lines
        assert seconds(lines[0].clock) == 0
        for line, following in pairwise(lines):
            assert seconds(line.clock) + seconds(line.minutes) == seconds(following.clock), line


def shown_times(data: bytes) -> Iterator[tuple[list[int], int | None]]:
    """When each row of a printed plan begins, on one side or on both, and how long it takes where that is printed."""
    for row in Reading(data).document.walk():
        cells = [part.spoken() for part in row.parts if part.role == "TD"] if row.role == "TR" else []
        clocks = [seconds(clock) for cell in cells[:2] for clock in re.findall(r"\d+:\d\d", cell)]
        if clocks and cells[1:]:
            yield clocks, seconds(cells[-1]) if re.fullmatch(r"\d+:\d\d", cells[-1]) else None


@pytest.mark.one_in(4)
@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_the_rows_of_a_printed_plan_are_the_whole_session(names: tuple[str, ...]) -> None:
    """Where minutes are printed, they fill the session, each time once; else a row ends where the next one begins."""
    selection = load_selection(names)
    session = plan(selection, minutes=least_minutes(selection) + 13)
    rows = list(shown_times(print_plan(session).data))
    if None in [length for _, length in rows]:
        assert all(length is None for _, length in rows)
        begins = {clock for clocks, _ in rows for clock in clocks}
        assert begins <= {slot.start for slot in session.slots}
        assert begins >= {slot.start for slot in session.slots if not slot.run or slot.kind == "side"}
        return
    shown = sorted((clock, clock + length) for clocks, length in rows if length for clock in clocks)
    assert shown[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(shown)), shown
    assert shown[-1][1] == session.seconds


@pytest.mark.parametrize("names", NAMES, ids="+".join)
def test_the_lines_of_an_order_card_follow_the_clock(names: tuple[str, ...]) -> None:
    selection = load_selection(names)
    lines = word_deck(plan(selection, minutes=least_minutes(selection) + 13)).order
    clocks = [seconds(line.facts.split(" · ")[0]) for line in lines if line.facts]
    assert clocks == sorted(set(clocks))


@pytest.mark.parametrize("name", programs())
def test_the_schedule_of_a_booklet_is_in_the_order_of_the_clock(name: str) -> None:
    session = plan(load_selection([name]))
    begins = [
        seconds(f"0{line.clock}" if ":" in line.clock else f"{line.clock}:00") for line in word_book(session).schedule
    ]
    assert len(begins) > len(session.parts)
    assert begins == sorted(begins)


def test_a_change_does_not_say_again_what_the_routine_before_it_ends_with() -> None:
    text = " ".join(map(face_text, plan_faces(session_of("evening-for-two"))))
    assert "First: Wipe off the oil and cover up. Cover the receiver. Help them lie down slowly." in text
    on_cards = " ".join(
        face_text(face) for card in deck_cards(session_of("evening-for-two"), "steps", "a6") for face in card
    )
    assert on_cards.count("Wipe off the oil and cover up") == 1
    assert "Wipe off any oil" not in on_cards


@pytest.mark.parametrize(
    ("ends", "again"),
    [
        ("Wipe off what oil is left.", False),
        ("Cover the arm. Pat the skin dry.", False),
        ("Wipe off the oil and cover up.", False),
        ("Cover the arm and keep it warm.", True),
        ("Patience: let the receiver lie a moment.", True),
    ],
)
def test_whoever_has_wiped_off_the_oil_is_not_told_to_do_it_again(ends: str, again: bool) -> None:
    first, second = (load_selection([name]).routines[0].routine for name in ("arms", "chair-office"))
    first = replace(first, after=(Note(icon="towel", do=ends),))
    session = plan(Selection("Both", (SelectedRoutine(first), SelectedRoutine(second))))
    text = " ".join(map(face_text, plan_faces(session)))
    assert ("Wipe off any oil." in text) == again
    assert "Help the receiver move slowly" in text
