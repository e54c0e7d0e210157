"""Single cases of sessions, each small enough to check by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from cardgen.errors import UserError
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Variant
from cardgen.model.vocabulary import MOST_SESSION, About
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import LeftOut
from cardgen.planning.tempos import tempos
from cardgen.wording.cards import word_deck
from cardgen.wording.session_title import word_title
from cardgen.wording.times import whole_minutes
from cardgen.wording.words import words
from tests.support.routines import routine, shortest, step


def test_a_closing_step_repeats_what_there_was_time_for_lighter_and_shorter() -> None:
    first, detail = step("One", minutes=2), step("Two", minutes=4, keep="detail")
    whole = Selection.of(routine(first, detail, step("Three", minutes=1, repeats=["one", "two"])))
    repeated = [plan(whole, minutes=minutes).turns[-1].repeats for minutes in (6, 12)]
    assert [[(turn.number, turn.seconds) for turn in turns] for turns in repeated] == [[(1, 40)], [(1, 40), (2, 80)]]


def test_a_step_is_done_again_in_full_if_its_author_says_so() -> None:
    steps = (step("One", minutes=3), step("Two", minutes=1, repeats=["one"], again="in-full"))
    assert [turn.total for turn in plan(Selection.of(routine(*steps))).turns] == [180, 240]


def test_details_come_in_before_extras_and_short_ones_before_long_ones_when_time_is_short() -> None:
    whole = load_selection(["legs-back"])
    gone = [
        {left.what for left in plan(whole, minutes=time).left_out if left.reason != "fewer"} for time in (11, 13, 15)
    ]
    extra, details = "Stretch the leg", {"Wring the thigh", "Press the sole"}
    assert gone == [{extra, *details}, {extra, "Press the sole"}, {extra}]
    assert all(left.reason == "fewer" for left in plan(whole, minutes=27).left_out)


@pytest.mark.parametrize(("minutes", "seconds"), [(6, None), (7, 60), (8, 120), (9, 180), (10, 240)])
def test_a_detail_is_made_shorter_before_it_is_left_out(minutes: int, seconds: int | None) -> None:
    detail = step("Two", keep="detail", minutes=About(about=4, least=1))
    session = plan(Selection.of(routine(step("One", minutes=2), detail, step("Three", minutes=2))), minutes=minutes)
    assert [turn.seconds for turn in session.turns if turn.step.name == "Two"] == ([seconds] if seconds else [])


def test_parts_grow_in_proportion_to_their_shares() -> None:
    ranged = routine(step("One", minutes=About(about=30, least=1, most=60)))
    for minutes in (20, 40):
        parts = (SelectedRoutine(ranged, minutes=20), SelectedRoutine(ranged, minutes=10))
        first, second = (turn.seconds for turn in plan(Selection("Test", parts, usual=40), minutes=minutes).turns)
        assert abs(first - 2 * second) <= 150
        assert first + second >= 0.75 * 60 * minutes


def test_a_part_stretches_when_another_one_has_no_more_to_do() -> None:
    short, long = (routine(step("One", minutes=About(about=about, least=1))) for about in (2, 30))
    parts = (SelectedRoutine(short, minutes=20), SelectedRoutine(long, minutes=10))
    assert [turn.seconds for turn in plan(Selection("Test", parts, usual=40), minutes=30).turns] == [120, 1425]


@pytest.mark.parametrize(("minutes", "times"), [(None, [3, 5]), (5, 3), (6, 4), (7, 5), (9, 5)])
def test_a_range_becomes_a_number_in_a_session_with_a_time(minutes: int | None, times: int | list[int]) -> None:
    session = plan(Selection.of(routine(step("One", minutes=4, repeat=Repeat(times=[3, 5])))), minutes=minutes)
    assert session.turns[0].step.repeat == Repeat(times=times)
    assert session.turns[0].step.minutes == (About(about=times) if times in (3, 5) else 4)
    assert session.left_out == ((LeftOut("One", "fewer", "Test", card="BT1"),) if times == 3 else ())


@pytest.mark.parametrize(("minutes", "names"), [(5, []), (6, ["A"]), (7, ["A"]), (8, ["A", "B"])])
def test_variants_are_done_in_order_when_there_is_time_for_them(minutes: int, names: list[str]) -> None:
    variants = [Variant(name="A", detail="A.", minutes=1), Variant(name="B", detail="B.", minutes=2)]
    session = plan(Selection.of(routine(step("One", minutes=3, variants=variants))), minutes=minutes)
    assert [variant.name for variant in session.turns[0].step.variants] == names
    assert session.left_out == tuple(LeftOut(name, "variant", "Test") for name in "AB" if name not in names)


def test_steps_are_chosen_by_their_numbers_in_the_whole_session() -> None:
    both = load_selection(["joints", "partner"])
    names = [one.name for entry in both.routines for one in entry.routine.steps]
    session = plan(both, steps=frozenset({4, 5, 6}), without=frozenset({1, 6}))
    assert [(turn.number, turn.step.name) for turn in session.turns] == [(1, names[3]), (2, names[4])]
    assert [(left.what, left.reason) for left in session.left_out] == [(name, "hand") for name in names[:3] + names[5:]]
    problem = (
        rf"'Joint movements' \+ 'Partner massage' has no step 0, 99\.\s+Its steps are numbered 1 to {len(names)}\."
    )
    with pytest.raises(UserError, match=problem):
        plan(both, steps=frozenset({1, 99}), without=frozenset({0}))
    with pytest.raises(UserError, match="No steps are left"):
        plan(both, steps=frozenset({1}), without=frozenset({1}))


@pytest.mark.parametrize("minutes", [None, 30])
def test_a_time_that_is_not_given_is_estimated(minutes: int | None) -> None:
    whole = routine(step("One", minutes=3), step("Two"), step("Three", minutes=1, repeats=["two"]))
    estimate = tempos().usual_over * tempos().techniques["kneading"].over
    turns = plan(Selection.of(whole), minutes=minutes).turns
    assert [turn.one_side for turn in turns] == [180, estimate, 60 + estimate // 15 * 5]
    assert [turn.estimated for turn in turns] == [False, True, True]


def test_a_time_above_the_limit_is_not_offered() -> None:
    endless = Selection.of(routine(*(step(name, minutes=60) for name in ("One", "Two", "Three", "Four"))))
    with pytest.raises(UserError, match=r"The shortest takes 252 minutes\. Or choose single steps"):
        plan(endless, minutes=MOST_SESSION)


def test_a_time_that_is_too_short_for_a_program_is_refused_with_what_fits() -> None:
    report = (
        r"25 minutes is not enough for a complete session of 'Full body'\.\s+"
        r"The shortest takes \d+ minutes: minutes=\d+\. "
    )
    proposal = (
        r"In 25 minutes there is time for Relaxing back.* alone; or for Relaxing back \+ Neck with as_much_as_fits\."
    )
    with pytest.raises(UserError, match=report + proposal):
        plan(load_selection(["full-body"]), minutes=25)


def test_a_full_body_fits_in_three_quarters_of_an_hour_and_not_in_half_an_hour() -> None:
    """As the fact sheet has it: back, both sides of the legs, arms and neck."""
    whole = load_selection(["full-body"])
    session = plan(whole, minutes=45)
    assert (session.whole, session.name) == (True, "Full body")
    names = {part.routine.name for part in session.parts}
    assert names >= {"Relaxing back", "Back of the legs", "Front of the legs", "Arms", "Neck"}
    with pytest.raises(UserError, match=r"(?s)30 minutes is not enough.*In 30 minutes there is time for"):
        plan(whole, minutes=30)


def test_as_much_as_fits_does_the_most_important_parts_and_says_so() -> None:
    whole = load_selection(["full-body"])
    found = []
    for minutes in (15, 20, 25, 35, 40, 45):
        session = plan(whole, minutes=minutes, as_much_as_fits=True)
        found.append({part.routine.name for part in session.parts})
        assert session.seconds > 0.9 * 60 * minutes
        assert session.whole == (minutes == 45)
    assert found[0] == {"Relaxing back"}
    assert all(shorter <= longer for shorter, longer in pairwise(found))
    with pytest.raises(UserError, match="8 minutes is not enough"):
        plan(whole, minutes=8, as_much_as_fits=True)


def test_a_longer_excerpt_keeps_every_part_and_within_the_same_parts_every_step() -> None:
    """A part that comes in takes time from the others: only then is a step shorter, or left out."""
    whole, pairs = load_selection(["full-body"]), []
    for minutes in range(20, 61, 4):
        session = plan(whole, minutes=minutes, as_much_as_fits=True)
        pairs.append(
            ([part.routine.name for part in session.parts], {turn.card: turn.seconds for turn in session.turns})
        )
    for (parts, steps), (later, longer) in pairwise(pairs):
        assert set(parts) <= set(later)
        if parts == later:
            assert all(longer[card] >= seconds for card, seconds in steps.items())
    assert any(parts == later for (parts, _), (later, _) in pairwise(pairs))
    assert any(parts != later for (parts, _), (later, _) in pairwise(pairs))


def test_the_title_of_an_excerpt_names_what_it_has() -> None:
    english, whole = words("en"), load_selection(["full-body"])
    titles = [word_title(plan(whole, minutes=minutes, as_much_as_fits=True), english) for minutes in (22, 60)]
    assert titles == ["From Full body: back, neck and shoulders", "Full body"]
    assert word_title(plan(whole, steps=frozenset({1, 2, 7})), english) == "From Full body: back"
    both = load_selection(["joints", "partner"])
    assert word_title(plan(both, steps=frozenset({1, 2})), english) == "Joint movements"


def test_the_giver_washes_between_the_feet_and_the_rest_and_before_the_face_and_the_hair() -> None:
    session = plan(load_selection(["full-body"]), minutes=150)
    cleaned = [
        (slot.kind, session.parts[slot.part - 1].routine.name, session.parts[slot.part].routine.name)
        for slot in session.slots
        if slot.kind in ("wash", "wipe")
    ]
    assert cleaned == [
        ("wash", "Feet", "Front of the legs"),
        ("wash", "Front of the legs", "Belly"),
        ("wipe", "Neck", "Scalp"),
        ("wipe", "Scalp", "Face"),
    ]
    assert plan(load_selection(["back-and-legs"])).slots[-1].kind == "rest"
    assert "wash" not in [slot.kind for slot in plan(load_selection(["back-and-legs"])).slots]


def washes_before(names: Sequence[str], **chosen: Any) -> list[str]:
    session = plan(load_selection(names), **chosen)
    return [session.parts[slot.part].routine.name for slot in session.slots if slot.kind == "wash"]


def test_the_giver_washes_after_any_step_that_touches_the_feet() -> None:
    """The steps decide: the soles of the legs, a stroke to the toes, a foot that is held; not the routine's name."""
    assert washes_before(["legs-back", "hands"]) == ["Hands"]
    assert washes_before(["legs-back", "abdomen"]) == ["Belly"]
    assert washes_before(["legs-back", "legs-front", "chest"]) == ["Chest"]
    assert washes_before(["legs-back", "feet"]) == []
    assert washes_before(["legs-back", "feet", "chest", "arms"]) == ["Chest"]
    assert washes_before(["legs-back", "arms"], without=frozenset({7, 8, 9})) == []
    assert washes_before(["legs-back", "arms"], without=frozenset({7, 8})) == ["Arms"]


def test_the_giver_washes_within_a_routine_too() -> None:
    """From the feet to an arm, and from the feet to the face; not from the arm to the feet."""
    steps = [step("One", area="arms"), step("Two", area="feet"), step("Three"), step("Four", area="head")]
    cases = (((0, 1), []), ((1, 2), ["wash"]), ((0, 3), ["wipe"]), ((1, 3), ["wash"]), ((0, 1, 3), ["wash"]))
    for kept, kinds in cases:
        whole = Selection.of(routine(*(steps[place] for place in kept)))
        session = plan(whole, minutes=30)
        assert [slot.kind for slot in session.slots if slot.kind in tempos().clean] == kinds
        assert session.seconds == sum(slot.seconds for slot in session.slots) <= 60 * 30
    both = plan(Selection.of(routine(steps[1], steps[3], sides="each")))
    once = ["step", "wash", "step"]
    assert [slot.kind for slot in both.slots] == ["settle", *once, "side", *once, "rest"]


def test_the_card_of_a_step_says_that_hands_are_washed_before_it_in_the_middle_of_a_routine() -> None:
    whole = Selection.of(routine(step("One", area="feet"), step("Two"), step("Three", area="head")))
    (section,) = word_deck(plan(whole)).sections
    before = [
        [block.heading for block in card.blocks if block.icon in ("wash-hands", "towel")] for card in section.steps
    ]
    assert before == [[], ["Wash your hands"], ["Clean your hands"]]
    assert section.steps[1].blocks[0].text.startswith("Your hands have touched the feet.")


def test_every_routine_begins_with_time_to_uncover_it() -> None:
    """Also on the same area, on the same side, and where the giver stays."""
    for names, kinds in ((["abdomen", "chest"], {"routine": 1}), (["arms", "hands"], {"routine": 2, "side": 1})):
        session = plan(load_selection(names))
        between = Counter(slot.kind for slot in session.slots[1:-1] if not slot.turn)
        assert between == kinds
        assert {slot.seconds for slot in session.slots if slot.kind == "routine"} == {tempos().change_routine}


def test_the_clock_has_time_for_every_washing() -> None:
    for minutes in range(30, 91, 15):
        session = plan(load_selection(["legs-back", "hands", "face"]), minutes=minutes)
        cleaned = [(slot.kind, slot.seconds) for slot in session.slots if slot.kind in tempos().clean]
        assert cleaned == list(tempos().clean.items())
        assert all(before.end == after.start for before, after in pairwise(session.slots))
        assert session.seconds <= 60 * minutes


def test_an_arm_and_its_hand_are_done_together() -> None:
    session = plan(load_selection(["arms", "hands"]), minutes=30)
    order = [(slot.part, slot.run) for slot in session.slots if slot.turn]
    assert list(dict.fromkeys(order)) == [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert [slot.kind for slot in session.slots].count("side") == 1
    arms, hands = word_deck(session).sections
    assert (arms.other_side, arms.steps[-1].next.text) == ("", "Hands")
    first, last = arms.steps[0].name, hands.steps[-1].name
    on_arm, on_hand = f"{first} to {arms.steps[-1].name}", f"{hands.steps[0].name} to {last}"
    assert hands.other_side == f"Cover this arm, uncover the other. On the other arm, do steps {on_arm} and {on_hand}."
    assert hands.steps[-1].next.text == f"The other arm, from step {first}"
    assert "Stay on this side" in [block.heading for block in hands.opener.blocks]


@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_the_minutes_that_a_print_announces_can_be_asked_for(name: str) -> None:
    selection = load_selection((name,))
    minutes = whole_minutes(plan(selection).seconds)
    if minutes <= MOST_SESSION:
        assert plan(selection, minutes=minutes).seconds <= 60 * minutes


@pytest.mark.parametrize("seconds", range(120, 185, 5))
def test_steps_that_cannot_be_shorter_fit_the_minutes_that_their_print_announces(seconds: int) -> None:
    """What rounding leaves out is taken from the rest at the end."""
    selection = Selection.of(routine(step("One", minutes=seconds / 60), step("Two", minutes=5)))
    minutes = whole_minutes(plan(selection).seconds)
    session = plan(selection, minutes=minutes)
    assert len(session.turns) == 2
    assert 60 * minutes - 60 < session.seconds <= 60 * minutes
    assert shortest(selection) == minutes


KEEPS = [
    (["detail", "core", "core", "detail"], [2, 3]),
    (["extra", "detail", "detail"], [2]),
    (["extra", "extra"], [1]),
]


@pytest.mark.parametrize(("keeps", "kept"), KEEPS)
def test_the_first_and_the_last_step_are_details_if_their_author_says_so(keeps: list[Any], kept: list[int]) -> None:
    one = Selection.of(routine(*(step(f"Step {at}", keep=keep, minutes=8) for at, keep in enumerate(keeps, 1))))
    session = plan(one, minutes=shortest(one))
    assert [turn.step.name for turn in session.turns] == [f"Step {number}" for number in kept]
