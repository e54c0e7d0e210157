"""Where strokes press: every sign that presses is found on a region that it covers, and not beside it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.footprints import footprint, is_pressed
from cardgen.artwork.giver_hands import add_hands
from cardgen.artwork.regions import region_shape
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.stroke_pressure import USUAL_LEVEL, hardest
from cardgen.artwork.theme import theme
from cardgen.artwork.views import crop, view
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.library.press_rules import presses, touches
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.places.pressure_limits import forbidden
from cardgen.scene.marks import Clip, Path
from cardgen.units import MM, Size

LANDMARKS = view("body-back").landmarks
BACK = Drawing(view="back-tall")
PRESSING = sorted(name for name, sign in SIGNS.items() if sign.behavior.presses)
LEAST_INSIDE = 0.025
"""Ink may be this far inside a forbidden region, as a fraction of the drawing's narrow side: half a thick line."""
INKED = {"circles", "glide", "hack", "knead", "press", "ring", "saw", "tap", "wring"}
"""Signs whose whole ink is where the hand presses."""


def pressed(stroke: Stroke, region: str, usual: Level, drawing: Drawing = BACK) -> bool:
    return presses(drawing, touches(drawing, stroke, usual), region)


@pytest.mark.parametrize("draw", PRESSING)
def test_a_pressing_sign_on_a_region_is_found_and_one_beside_it_is_not(draw: str) -> None:
    on = Stroke(draw=draw, along=("spine-low", "spine-top"), size=6, width=6)  # type: ignore[arg-type]
    beside = Stroke(draw=draw, along=("lower-back.right", "shoulder-mid.right"), size=6, width=6)  # type: ignore[arg-type]
    assert pressed(on, "spine", "medium")
    assert not pressed(beside, "spine", "medium")


@pytest.mark.parametrize("draw", sorted(set(SIGNS) - set(PRESSING)))
def test_other_signs_press_nothing(draw: str) -> None:
    assert not pressed(Stroke(draw=draw, along=("spine-low", "spine-top")), "spine", "deep")  # type: ignore[arg-type]


@pytest.mark.parametrize("draw", ["wring", "circles", "ring", "knead"])
def test_a_wide_sign_reaches_a_region_beside_its_line(draw: str) -> None:
    line = ("beside-spine-low.right 8 0", "beside-spine-top.right 8 0")
    wide = Stroke(draw=draw, along=line, size=30, width=30, count=4)  # type: ignore[arg-type]
    assert pressed(wide, "spine", "medium")
    assert not pressed(Stroke(draw=draw, along=line, size=3, width=3), "spine", "medium")  # type: ignore[arg-type]


def test_the_other_side_of_a_mirrored_stroke_presses_too() -> None:
    stroke = Stroke(draw="press", along=("waist.right 4 0",))
    flank = {side: pressed(stroke, f"flank.{side}", "light") for side in ("right", "left")}
    assert flank == {"right": True, "left": False}
    both = Stroke(draw="press", along=("waist.right 4 0",), mirror="later")
    assert pressed(both, "flank.left", "light")


def test_levels_along_a_stroke_count_where_they_are() -> None:
    glide = Stroke(
        draw="glide", along=("calf-mid.right", "mid-thigh.right"), pressure=("firm", "feather", "feather", "firm")
    )
    touched = list(footprint(glide, LANDMARKS, "medium"))
    assert {LEVELS.index(touch.level) for touch in touched} == {LEVELS.index("feather"), LEVELS.index("firm")}
    assert not pressed(glide, "knee-back.right", "medium", Drawing(view="legs-back"))
    assert is_pressed(touched[0], "firm")


def test_a_forearm_must_not_lie_across_a_region_with_any_part() -> None:
    beside = Stroke(draw="forearm", along=("spine-mid 100 0", "spine-mid 12 0"))
    fist_across = Stroke(draw="forearm", along=("spine-mid 100 0", "spine-mid -40 0"))
    elbow_across = Stroke(draw="forearm", along=("spine-mid -20 0", "spine-mid 90 0"))
    along = Stroke(draw="forearm", along=("spine-low 14 0", "spine-waist 14 0"))
    assert not pressed(beside, "spine", "deep")
    assert pressed(fist_across, "spine", "deep")
    assert pressed(elbow_across, "spine", "deep")
    assert pressed(replace(fist_across, state="ends"), "spine", "deep")
    assert not pressed(replace(fist_across, state="rests"), "spine", "deep")
    assert not pressed(along, "spine", "deep")
    assert pressed(replace(along, along=("spine-low 14 0", "spine-top 14 0")), "spine", "deep"), (
        "a longer one is thicker"
    )


def test_a_hand_presses_with_its_dark_part_alone() -> None:
    hand = Stroke(draw="hand", posture="palm-flat", along=("spine-mid 0 0",), size=60)
    assert pressed(hand, "spine", "medium")
    assert not pressed(replace(hand, pressure=("feather",)), "spine", "medium")
    assert not pressed(replace(hand, along=("spine-mid 40 0",)), "spine", "medium")
    assert not pressed(replace(hand, posture="hold-on"), "spine", "medium")
    assert not pressed(hand, "spine", "medium", replace(BACK, avoid=("spine",))), "no figure shows it"


@pytest.mark.parametrize("routine", routines())
def test_no_stroke_and_no_hand_of_any_routine_presses_on_a_forbidden_region(routine: str) -> None:
    whole = load(routine)
    for step in whole.steps:
        assert step.drawing
        drawing = add_hands(step.drawing, step, step.giver_at or whole.giver_at)
        shown = crop(drawing.view).view
        places = [(region, level) for risk, level in forbidden(whole, step) for region in risk.regions_of(shown)]
        for stroke in drawing.strokes:
            touched = touches(drawing, stroke, hardest(step) or USUAL_LEVEL)
            for region, level in [*places, *((region, "light") for region in drawing.avoid)]:
                assert not presses(drawing, touched, region, level), (step.id, stroke.draw, region)  # type: ignore[arg-type]


@pytest.mark.parametrize("routine", routines())
def test_the_printed_ink_of_a_pressing_stroke_is_not_on_a_hatched_region(routine: str) -> None:
    for step in load(routine).steps:
        drawing = step.drawing
        assert drawing
        part = crop(drawing.view)
        for stroke in drawing.strokes:
            levels = stroke.levels or (hardest(step) or USUAL_LEVEL,)
            if stroke.draw in INKED and min(map(LEVELS.index, levels)) >= LEVELS.index("light"):
                inside = {
                    region: max(region_shape(part.view, region).depth(point) for point in _ink(drawing, stroke))
                    for region in drawing.avoid
                }
                most = LEAST_INSIDE * min(part.width, part.height)
                assert all(depth <= most for depth in inside.values()), (step.id, stroke.draw, inside)


def _ink(drawing: Drawing, stroke: Stroke) -> list[tuple[float, float]]:
    """The corners of what a stroke prints in dark ink on an A6 card, in the units of its view."""
    look, room = Look(theme("mono"), theme("mono").accents["back"]), Size(40 * MM, 74 * MM)
    part = crop(drawing.view)
    scale = min(room.width / part.width, room.height / part.height)
    (clip,) = figure(Drawing(view=drawing.view, strokes=(stroke,)), room, look).marks
    assert isinstance(clip, Clip)
    dark = [mark for mark in clip.marks if isinstance(mark, Path) and look.theme.paper not in (mark.stroke, mark.fill)]
    numbers = [values for mark in dark for letter, values in mark.outline if letter in "ML"]
    return [(x / scale + part.x, y / scale + part.y) for x, y in numbers]
