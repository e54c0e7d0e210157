"""Words for what a session leaves out."""

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.left_out import word_left_out
from cardgen.wording.words import ENGLISH, words


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
