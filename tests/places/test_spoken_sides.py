"""The figure fills the side of `sides`, whatever side the words name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cardgen.library.loading import load_selection
from cardgen.model.vocabulary import Once, RoutineSides, Sides
from cardgen.places.usual_drawing import usual_drawing


@pytest.mark.parametrize(
    ("step_sides", "routine_sides", "where", "filled"),
    [
        ("right", None, "The left calf", ("calf.right",)),
        ("left", None, "The right calf", ("calf.left",)),
        ("left-then-right", None, "The right calf", ("calf.left",)),
        (None, "left-then-right", "The right calf", ("calf.left",)),
        (None, None, "The left calf", ("calf.left",)),
        ("each", None, "The left calf", ("calf.left",)),
        (None, "left-then-right", "Both calves", ("calf.right", "calf.left")),
    ],
)
def test_the_figure_follows_the_sides(
    step_sides: Sides | None, routine_sides: RoutineSides | None, where: str, filled: tuple[str, ...]
) -> None:
    routine = replace(load_selection(["legs-back"]).routines[0].routine, sides=routine_sides)
    step = replace(routine.steps[0], sides=step_sides, where=where, drawing=None, once=None)
    assert usual_drawing(step, routine).drawing.area == filled


@pytest.mark.parametrize(
    ("once", "where", "filled"),
    [
        ("first", "The calf", ("calf.left",)),
        ("last", "The calf", ("calf.right",)),
        ("last", "The left calf", ("calf.right",)),
        ("last", "Both calves", ("calf.right", "calf.left")),
        ("last", "Both sides of the calf", ("calf.right",)),
        ("first", "Both ankle bones", ("ankle.left",)),
    ],
)
def test_the_figure_of_what_is_done_once_is_of_the_side_on_which_it_is_done(
    once: Once, where: str, filled: tuple[str, ...]
) -> None:
    routine = replace(load_selection(["legs-back"]).routines[0].routine, sides="left-then-right")
    step = replace(routine.steps[0], sides=None, where=where, drawing=None, once=once)
    assert usual_drawing(step, routine).drawing.area == filled
