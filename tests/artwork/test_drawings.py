"""Strokes on the body: every step has a drawing, its marks stay in their box, and the legend explains them."""

from __future__ import annotations

import math
from typing import get_args

import pytest
from msgspec.structs import replace

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.samples import sample_strokes
from cardgen.artwork.strokes import mirror_stroke
from cardgen.artwork.theme import theme, themes
from cardgen.artwork.views import crop, view, views
from cardgen.layouts.parts.figure import WIDE_FIGURE
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Sign
from cardgen.scene.marks import Artwork, Path, Text
from cardgen.units import MM, Box, Size
from cardgen.wording.words import words
from tests.support.drawn import placed_marks
from tests.support.printed import box_of, inside, page_texts
from tests.support.printing import print_body, print_legend

STEPS = [(name, step) for name in routines() for step in load(name).steps]
ROOMS = {
    "A6": (Size(40 * MM, 74 * MM), Size(91 * MM, 34 * MM)),
    "tarot": (Size(25 * MM, 57 * MM), Size(59 * MM, 17 * MM)),
    "poker": (Size(21 * MM, 48 * MM), Size(53 * MM, 14 * MM)),
}
"""The room for a figure on a card, tall or wide."""


@pytest.mark.parametrize(("routine", "step"), STEPS, ids=lambda value: value.id if isinstance(value, Step) else value)
def test_every_step_shows_its_strokes(routine: str, step: Step) -> None:
    assert step.drawing
    assert step.drawing.strokes
    bare = replace(step.drawing, strokes=())
    look = Look(theme("standard"), theme("standard").accents["back"])
    drawn, empty = (figure(drawing, ROOMS["A6"][0], look) for drawing in (step.drawing, bare))
    assert len(_marks(drawn)) > len(_marks(empty))


@pytest.mark.one_in(4)
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(("routine", "step"), STEPS, ids=lambda value: value.id if isinstance(value, Step) else value)
def test_strokes_stay_in_their_box(routine: str, step: Step, room: str) -> None:
    assert step.drawing
    look = Look(theme("mono"), theme("mono").accents["back"])
    size = ROOMS[room][crop(step.drawing.view).width > WIDE_FIGURE * crop(step.drawing.view).height]
    strokes = tuple(stroke for stroke in step.drawing.strokes if stroke.draw not in ("hand", "support"))  # arms go on
    art = figure(replace(step.drawing, strokes=strokes), size, look)
    bare = figure(replace(step.drawing, strokes=()), size, look)
    drawn = _marks(art)[len(_marks(bare)) :]
    box = Box(0, 0, *art.size)
    ink = [mark for mark in drawn if getattr(mark, "stroke", None) != "#FFFFFF"]
    assert [box_of(mark) for mark in ink if not inside(box_of(mark), box, slack=0.5 * MM)] == []


def test_a_stroke_on_both_sides_is_drawn_twice_and_mirrored() -> None:
    stroke = Stroke(draw="circles", along=("calf-mid.right 4 -2", "sacrum"), turn="clockwise", size=5)
    other = mirror_stroke(stroke)
    assert other.along == ("calf-mid.left -4 -2", "sacrum")
    assert other.turn == "counterclockwise"
    assert mirror_stroke(other).along == stroke.along


def test_every_sign_has_a_sample_and_a_meaning() -> None:
    assert {stroke.draw for stroke in sample_strokes()} == set(get_args(Sign)) == set(words("en").signs)
    text = " ".join(page_texts(print_legend().data))
    assert all(meaning in text for meaning in words("en").signs.values())


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", sorted(views()))
def test_a_chart_names_every_landmark_and_region_in_the_view(name: str) -> None:
    landmarks, regions = page_texts(print_body(name).data)
    part, seen = crop(name), view(crop(name).view)
    for landmark, (x, y) in seen.landmarks.items():
        if part.x <= x <= part.x + part.width and part.y <= y <= part.y + part.height:
            assert landmark in landmarks
    assert any(region in regions for region in seen.regions)


def test_a_step_without_a_drawing_shows_its_area() -> None:
    for name in themes():
        look = Look(theme(name), theme(name).accents["legs"])
        assert _marks(figure(Drawing(view="legs-back", area=("leg.right",)), ROOMS["A6"][0], look))


def _marks(art: Artwork) -> list[Path | Text]:
    return list(placed_marks(art.marks))


def test_a_region_is_dotted_for_light_pressure_and_hatched_for_none() -> None:
    """A dot is a round end of a line with hardly any length; a hatched region has long lines."""
    look, room = Look(theme("mono"), theme("mono").accents["back"]), ROOMS["A6"][0]
    bare = len(_marks(figure(Drawing(view="back-tall"), room, look)))

    def longest_line(**spared: tuple[str, ...]) -> float:
        _, pattern, _ = _marks(figure(Drawing(view="back-tall", **spared), room, look))[bare:]
        assert isinstance(pattern, Path)
        starts, ends = pattern.outline[::2], pattern.outline[1::2]
        return max(math.dist(start[1], end[1]) for start, end in zip(starts, ends, strict=True))

    assert longest_line(light=("flank.left",)) < 0.1
    assert longest_line(avoid=("flank.left",)) > 10
