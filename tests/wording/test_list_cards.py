"""Words for the cards of paragraphs."""

from typing import Any

import pytest
from msgspec.structs import replace

from cardgen.library.loading import load_selection
from cardgen.model.routine import Note, Routine
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.planning.planner import plan
from cardgen.wording.between import aftercare_blocks, beginning_notes, ending_notes, preparation_blocks
from cardgen.wording.book import word_book
from cardgen.wording.cards import word_deck
from cardgen.wording.list_cards import safety_card
from cardgen.wording.words import ENGLISH, words
from tests.support.routines import routine, step


def test_the_card_before_a_later_routine_has_what_to_prepare_for_it() -> None:
    _, face = word_deck(plan(load_selection(["feet", "face"]))).sections
    assert face.opener
    headings = [block.heading for block in face.opener.blocks]
    prepare = ["Tie the hair back.", "Take very little oil. None may run into the eyes."]
    assert [heading for heading in headings if heading in prepare] == prepare
    assert headings.index("Cover the feet and keep them warm.") < headings.index("Wash your hands")
    assert headings.index("Wash your hands") < headings.index("Tie the hair back.")
    assert "Wash and warm your hands." not in headings, "the clock has time for it once"


def test_how_the_receiver_lies_for_a_later_routine_is_not_prepared_before_the_session() -> None:
    for first in ("abdomen", "chair-office", "feet", "scalp"):
        session = plan(load_selection([first, "back-relaxing"]))
        assert "Let the receiver lie face down." not in [block.heading for block in preparation_blocks(session)]
        assert "Let the receiver lie face down." in [each.do for each in beginning_notes(session, 1)]


def note(do: str, icon: str = "oil", belongs_to: str = "routine") -> Note:
    return Note(icon=icon, do=do, belongs_to=belongs_to)


def lists(first: Routine, second: Routine, **program: Any) -> tuple[list[str], list[str], list[str]]:
    """What is done before a session of two routines, between them, and after it."""
    session = plan(Selection("Both", (SelectedRoutine(first), SelectedRoutine(second)), **program))
    between = [*ending_notes(session, 1), *beginning_notes(session, 1)]
    before, after = preparation_blocks(session), aftercare_blocks(session)
    return [block.heading for block in before], [one.do for one in between], [block.heading for block in after]


def test_each_routine_is_prepared_and_ended_where_it_stands_but_for_what_is_for_the_whole_session() -> None:
    first = routine(
        step("One"), name="First", prepare=[note("A1")], after=[note("A2"), note("A3", "rest", belongs_to="session")]
    )
    second = routine(
        step("Two"),
        name="Second",
        letter="Z",
        prepare=[note("B1"), note("B2", "towel", belongs_to="session"), note("B3", belongs_to="session")],
        after=[note("B4"), note("B5", "water", belongs_to="session")],
    )
    assert lists(first, second) == (["B2", "B3", "A1"], ["A2", "B1"], ["B4", "B5", "A3"])
    program = {"prepare": (note("P1"),), "after": (note("P2", "water"),)}  # its oil replaces theirs
    assert lists(first, second, **program) == (["P1", "B2"], ["A2", "B1"], ["B4", "P2", "A3"])


def test_of_notes_with_one_icon_none_is_lost_but_where_one_is_enough() -> None:
    warm, test = note("Warm a towel.", "towel", "session"), note("Test it on your wrist.", "towel", "session")
    first = routine(step("One"), name="First", prepare=[test], after=[note("Give back glasses.", "talk", "session")])
    rest = [note("Lie a while.", "rest", "session"), note("Swap roles.", "talk", "session")]
    second = routine(step("Two"), name="Second", letter="Z", prepare=[warm], after=rest)
    third = routine(step("Three"), name="Third", letter="Y", after=[note("Rest.", "rest", "session")])
    session = plan(Selection("All", tuple(map(SelectedRoutine, (first, second, third)))))
    assert [block.heading for block in preparation_blocks(session)] == ["Test it on your wrist.", "Warm a towel."]
    assert [block.heading for block in aftercare_blocks(session)] == ["Rest.", "Give back glasses.", "Swap roles."]


def test_what_the_clock_has_time_for_is_not_said_twice() -> None:
    feet = routine(step("One"), name="First", area="feet", after=[note("Wash.", "wash-hands")])
    back = routine(step("Two"), name="Second", prepare=[note("Wash first.", "wash-hands")])
    assert lists(feet, back)[1] == []
    assert lists(back, feet)[1] == [], "what the first routine prepares is done before the session"
    assert lists(routine(step("One"), name="First", after=[note("Wash.", "wash-hands")]), back)[1] == [
        "Wash.",
        "Wash first.",
    ]
    dry = replace(back, prepare=[note("Wash first. Use no oil.", "wash-hands")])
    assert lists(feet, dry)[1] == ["Wash first. Use no oil."], "the clock does not say the rest"


def test_what_both_agreed_on_holds_until_the_session_ends() -> None:
    signs = note("Agree on signs.", "talk")
    first = routine(step("One"), name="First", prepare=[signs, note("Oil.")])
    second = routine(step("Two"), name="Second", letter="Z", prepare=[signs, note("Ask again.", "talk"), note("Oil.")])
    assert lists(first, second)[1] == ["Ask again.", "Oil."]


def test_a_booklet_says_once_that_hands_are_clean_and_before_they_are_oiled() -> None:
    own = routine(step("One"), prepare=[note("Towel.", "towel", belongs_to="session"), note("Oil.")])
    washing = routine(step("One"), prepare=[note("Wash.", "wash-hands"), note("Oil.")])
    for given, expected in ((own, ["Towel.", "Wash your hands.", "Oil."]), (washing, ["Wash.", "Oil."])):
        blocks = word_book(plan(Selection.of(given))).preparation
        listed = [block.heading for block in blocks if block.icon in ("towel", "wash-hands", "oil")]
        assert listed == expected


@pytest.mark.parametrize(
    ("question", "is_said_again"),
    [
        ("A sore thumb or gout? Skip the thumbs.", False),
        ("Gout, a sore thumb? Leave the thumbs out.", False),
        ("A sore thumb, gout? Ask a doctor first.", True),
        ("A sore thumb? Skip it.", True),
        ("A very sore thumb, gout? Skip them.", True),
        ("A sore thumb, gout, a burn? Skip the hand.", True),
    ],
)
def test_a_step_to_leave_out_is_not_said_again_where_a_question_tells_so(question: str, is_said_again: bool) -> None:
    one = routine(step("Press", leave_out_with=["a sore thumb", "gout"]), ask=[question])
    blocks = safety_card(plan(Selection.of(one)), words(ENGLISH)).blocks
    assert any("Press" in block.text for block in blocks) == is_said_again
