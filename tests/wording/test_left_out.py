"""Words for what a session leaves out."""

import re
from typing import Any

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.left_out import word_left_out
from cardgen.wording.words import ENGLISH, words

NAMES = [step.name for step in load_selection(["legs-back"]).routines[0].routine.steps]


def names_left_out(names: list[str], brief: bool = True, **chosen: Any) -> list[str]:
    """Everything that the reply or `show` names."""
    session = plan(load_selection(names), **chosen)
    return [name for _, group in word_left_out(session, words(ENGLISH), brief=brief) for name in group]


def test_what_nobody_wants_of_many_routines_is_no_wall_of_names() -> None:
    for brief in (True, False):
        names = names_left_out(["legs-back", "feet"], brief, steps=frozenset({1, 2}))
        assert names == ["7 steps of Back of the legs", "Feet"]
        assert names_left_out(["legs-back", "feet"], brief, without=frozenset({1})) == NAMES[:1]
        assert names_left_out(["legs-back"], brief, steps=frozenset({1, 2})) == NAMES[2:]


def test_steps_that_are_nearly_all_shorter_are_named_together() -> None:
    assert "all steps but Glide up the leg" in names_left_out(["legs-back"], minutes=20)
    assert "all steps" in names_left_out(["back-relaxing"], minutes=15)


def test_an_excerpt_says_when_each_part_comes_in() -> None:
    found = names_left_out(["full-body"], minutes=30, as_much_as_fits=True)
    for name in ("Feet", "Front of the legs", "Face"):
        (minutes,) = [
            re.fullmatch(rf"{name} \(from (\d+)\u00a0min\)", text)[1] for text in found if text.startswith(name)
        ]
        done = [part.routine.name for part in plan(load_selection(["full-body"]), minutes=int(minutes)).parts]
        assert name in done


def test_steps_of_one_name_are_told_apart_by_their_cards() -> None:
    both = load_selection(["legs-front", "legs-back"])
    numbers = frozenset(
        number
        for number, step in enumerate((step for one in both.routines for step in one.steps), 1)
        if step.name == "Wring the thigh"
    )
    ((_, names),) = word_left_out(plan(both, without=numbers), words(ENGLISH), brief=False)
    assert len(names) == len(numbers) == 2
    assert all(name.startswith("Wring the thigh (") for name in names)


def test_a_name_that_only_one_routine_has_needs_no_card() -> None:
    ((_, names),) = word_left_out(plan(load_selection(["legs-back"]), without=frozenset({1})), words(ENGLISH))
    assert names == (load_selection(["legs-back"]).routines[0].routine.steps[0].name,)
