"""Any accepted stroke is drawn, however odd: its marks are at finite places, and not too many."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.artwork.figures import LEAST_WITH_HANDS, Look, figure
from cardgen.artwork.postures import postures
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.strokes import measure_stroke
from cardgen.artwork.theme import theme
from cardgen.artwork.views import view
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.vocabulary import Level, Sign
from cardgen.scene.marks import Clip, Drawn, Path
from cardgen.units import Size
from tests.support.drawn import placed_marks
from tests.support.sampling import examples

LANDMARKS = view("body-back").landmarks
LOOK = Look(theme("standard"), theme("standard").accents["back"])
FARTHEST = 10_000
"""Points from the figure; a clip cuts what is outside."""
MOST_MARKS = 1500
"""The marks of one stroke on both sides of the body, in the smallest signs."""

reaches = st.one_of(st.floats(1, 600), st.sampled_from([1.0, 600.0]))
levels = st.sampled_from(get_args(Level))
offsets = st.one_of(
    st.sampled_from(["", " 0 0", " 0 0.0001", " 0 1", " -1 0"]),
    st.tuples(st.floats(-60, 60), st.floats(-60, 60)).map(lambda offset: f" {offset[0]:.3f} {offset[1]:.6f}"),
)
strokes = st.builds(
    Stroke,
    draw=st.sampled_from(get_args(Sign)),
    along=st.lists(st.builds(str.__add__, st.sampled_from(sorted(LANDMARKS)), offsets), min_size=1, max_size=6).map(
        tuple
    ),
    pressure=st.one_of(st.none(), levels, st.lists(levels, max_size=4).map(tuple)),
    turn=st.sampled_from([None, "clockwise", "counterclockwise"]),
    mirror=st.sampled_from([None, "together", "later"]),
    order=st.sampled_from([None, 1, 2]),
    width=st.one_of(st.none(), reaches, st.lists(reaches, min_size=1, max_size=2).map(tuple)),
    size=st.one_of(st.none(), reaches),
    flat=st.floats(0.1, 2),
    count=st.one_of(st.none(), st.integers(1, 20)),
    both=st.booleans(),
    start=st.booleans(),
    angle=st.one_of(st.none(), st.floats(-360, 360)),
    flip=st.booleans(),
    state=st.sampled_from(["works", "rests", "ends"]),
)

hands = st.builds(
    Stroke,
    draw=st.just("hand"),
    posture=st.sampled_from(sorted(postures())),
    along=st.builds(str.__add__, st.sampled_from(sorted(LANDMARKS)), offsets).map(lambda point: (point,)),
    mirror=st.sampled_from([None, "together", "later"]),
    size=st.one_of(st.none(), reaches),
    angle=st.one_of(st.none(), st.floats(-360, 360)),
    flip=st.booleans(),
    under=st.booleans(),
)


@settings(max_examples=examples(250), suppress_health_check=list(HealthCheck))
@given(st.one_of(strokes, hands), st.sampled_from([Size(20, 40), Size(100, 300), Size(400, 600)]))
def test_any_accepted_stroke_is_drawn(stroke: Stroke, room: Size) -> None:
    if SIGNS[stroke.draw].behavior.needs_length and measure_stroke(stroke, LANDMARKS) < 1:
        return  # it is refused
    bare = figure(Drawing(view="body-back"), room, LOOK)
    drawn = figure(Drawing(view="body-back", strokes=(stroke,)), room, LOOK)
    assert all(math.isfinite(number) and abs(number) < FARTHEST for number in numbers(drawn.marks))
    if not stroke.posture or max(bare.size) >= LEAST_WITH_HANDS:
        assert len(list(numbers(bare.marks))) < len(list(numbers(drawn.marks)))
    (clip,) = drawn.marks
    assert isinstance(clip, Clip)
    assert len(clip.marks) < MOST_MARKS


def numbers(marks: tuple[Drawn, ...]) -> Iterator[float]:
    """Every number in marks."""
    for mark in placed_marks(marks):
        if isinstance(mark, Path):
            yield from (value for _, values in mark.outline for value in values)
            yield from (mark.width, *mark.dash)
        else:
            yield from (mark.x, mark.y, mark.size)
