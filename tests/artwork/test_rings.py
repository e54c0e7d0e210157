"""Rings go through their points and turn as their step does."""

from __future__ import annotations

import math

import pytest
from msgspec.structs import replace

from cardgen.artwork.brush import Brush
from cardgen.artwork.notation import PlacedStroke
from cardgen.artwork.rings import other_way_round, turn_through
from cardgen.artwork.signs import ring_line
from cardgen.artwork.stroke_turn import with_turn
from cardgen.artwork.strokes import locate_point
from cardgen.artwork.views import view
from cardgen.model.drawing import Drawing, Rotation, Stroke
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Direction

AROUND = ("belly-side.right", "belly-top", "belly-side.left", "belly-low")
"""Up the receiver's right, across, and down the left: the way of the colon."""
CLOSE = 3
"""Units of the view."""
STEP = Step(id="s", name="S", technique="effleurage", where="The belly", cue="Circle.", detail="Slowly.")


@pytest.mark.parametrize(("along", "turn"), [(AROUND, "clockwise"), (AROUND[::-1], "counterclockwise")])
def test_a_ring_through_points_turns_as_they_follow_each_other(along: tuple[str, ...], turn: Rotation) -> None:
    points = [locate_point(point, view("body-front").landmarks) for point in along]
    assert turn_through(points) == turn


def test_a_ring_is_drawn_through_its_points_and_shows_where_it_begins() -> None:
    points = tuple(locate_point(point, view("body-front").landmarks) for point in AROUND)
    line = ring_line(PlacedStroke(Stroke(draw="ring", along=AROUND), points, 1), Brush(1, "#000", "#fff"))
    assert line.at(0) == points[0]
    assert all(min(math.dist(point, near) for near in line.points) < CLOSE for point in points)
    assert math.dist(line.at(line.length), points[0]) > CLOSE


@pytest.mark.parametrize(
    ("directions", "stroke", "turn"),
    [
        (["counterclockwise"], Stroke(draw="ring", along=("navel",)), "counterclockwise"),
        (["clockwise"], Stroke(draw="circles", along=AROUND[:2]), "clockwise"),
        (["counterclockwise"], Stroke(draw="ring", along=("navel",), turn="clockwise"), "clockwise"),
        (["clockwise", "counterclockwise"], Stroke(draw="ring", along=("navel",)), None),
        (["circles-both-ways"], Stroke(draw="ring", along=("navel",)), None),
        (["counterclockwise"], Stroke(draw="circles", along=("navel",), mirror="together"), None),
        (["counterclockwise"], Stroke(draw="glide", along=AROUND[:2]), None),
    ],
)
def test_a_stroke_without_a_turn_has_that_of_its_step(
    directions: list[Direction], stroke: Stroke, turn: Rotation | None
) -> None:
    drawing = Drawing(view="belly-tall", strokes=(stroke,))
    (found,) = with_turn(drawing, replace(STEP, direction=directions)).strokes
    assert found.turn == turn


def test_a_ring_of_the_left_hand_turns_as_that_of_the_right_one() -> None:
    ring = Stroke(draw="ring", along=("wrist-inner", "palm-low", "wrist-outer", "palm-mid"))
    landmarks = view("hand-palm").landmarks
    points = [locate_point(point, landmarks) for point in ring.along]
    mirrored = [(-x, y) for x, y in (locate_point(point, landmarks) for point in other_way_round(ring).along)]
    assert other_way_round(ring).along[0] == ring.along[0]
    assert turn_through(mirrored) == turn_through(points)
    assert other_way_round(replace(ring, along=ring.along[:1])).along == ring.along[:1]
