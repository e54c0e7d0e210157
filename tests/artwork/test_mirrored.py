"""A view of one limb shows the left one in the mirror, and a caution for one side hatches that side alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cardgen.artwork.body_map import locate_regions
from cardgen.artwork.figures import Look, figure
from cardgen.artwork.mirror import mirror_marks
from cardgen.artwork.theme import theme
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Routine
from cardgen.places.usual_drawing import usual_drawing
from cardgen.scene.marks import Artwork, Clip, Drawn, Text
from cardgen.scene.text import width
from cardgen.units import Size
from tests.support.drawn import placed_marks
from tests.support.routines import routine, step

ROOM = Size(120, 160)
LOOK = Look(theme("standard"), theme("standard").accents["arms"])
PALM = Drawing(
    view="hand-palm",
    area=("palm",),
    strokes=(Stroke(draw="circles", along=("palm-low", "palm-mid"), turn="clockwise", order=1),),
)


def one(where: str, area: str = "legs", receiver: str = "prone", **facts: str) -> tuple[Drawing, Routine]:
    whole = routine(step("One", where=where, **facts), area=area, receiver=receiver)
    return usual_drawing(whole.steps[0], whole).drawing, whole


def middles(marks: tuple[Drawn, ...]) -> list[float]:
    """Where each path and each text is across, in points."""
    found: list[float] = []
    for mark in placed_marks(marks):
        if isinstance(mark, Text):
            found.append(mark.x + width(mark.text, mark.font, mark.size) / 2)
        else:
            across = [value for _, values in mark.outline for value in values[::2]]
            found.append((min(across) + max(across)) / 2)
    return found


def inside(art: Artwork) -> tuple[Drawn, ...]:
    """The marks of a figure, without the frame that clips them."""
    (frame,) = art.marks
    assert isinstance(frame, Clip)
    return frame.marks


@pytest.mark.parametrize(
    ("where", "area", "receiver"),
    [("The left palm", "arms", "seated"), ("Left sole", "feet", "supine"), ("Left forearm", "arms", "supine")],
)
def test_the_usual_drawing_of_a_left_limb_is_mirrored(where: str, area: str, receiver: str) -> None:
    drawing, _ = one(where, area, receiver)
    other, _ = one(where.replace("left", "right").replace("Left", "Right"), area, receiver)
    assert drawing == replace(other, side="left")
    assert drawing.area


def test_what_is_at_the_left_is_at_the_right_in_the_mirror() -> None:
    plain = replace(PALM, strokes=())
    right, left = (figure(replace(plain, side=side), ROOM, LOOK) for side in ("right", "left"))
    expected = [right.size.width - middle for middle in middles(right.marks)]
    assert middles(left.marks) == pytest.approx(expected)


def test_numbers_stay_readable_and_turns_are_as_their_author_sees_them() -> None:
    left, opposite = replace(PALM, side="left"), replace(PALM.strokes[0], turn="counterclockwise")
    found, expected = figure(left, ROOM, LOOK), figure(replace(PALM, strokes=(opposite,)), ROOM, LOOK)
    assert inside(found) == tuple(mirror_marks(inside(expected), expected.size.width))
    assert figure(left, ROOM, LOOK).name != figure(PALM, ROOM, LOOK).name


def test_a_left_limb_is_on_the_left_of_the_body() -> None:
    right, left = (
        locate_regions(Drawing(view="arm-back", area=("forearm.right",), side=side), False)[0]
        for side in ("right", "left")
    )
    assert left.region == "forearm.left"
    assert left.at[0] != right.at[0]


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_caution_for_one_side_hatches_that_side_alone(side: str) -> None:
    other = {"left": "right", "right": "left"}[side]
    drawing, _ = one("The calves", caution=f"Keep off the {side} calf.")
    assert drawing.area == (f"calf.{other}",)
    assert f"calf.{side}" in drawing.avoid
    assert f"calf.{other}" not in drawing.avoid


def test_a_caution_for_both_sides_is_as_before() -> None:
    drawing, _ = one("Both legs", caution="Keep off the left knee and the right knee. No pressure behind the knee.")
    plain, _ = one("Both legs", caution="Keep off the knee. No pressure behind the knee.")
    assert drawing == plain
