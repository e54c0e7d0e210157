"""How a drawing shows pressure: dashes where a stroke hardly touches, a darker hand the harder it presses."""

from __future__ import annotations

from typing import get_args

import pytest

from cardgen.artwork.brush import Brush
from cardgen.artwork.notation import PlacedStroke
from cardgen.artwork.postures import PlacedHand, draw_posture
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.strokes import ANYWHERE, draw_strokes
from cardgen.model.drawing import Stroke
from cardgen.model.vocabulary import Level
from cardgen.scene.marks import Path, Stenciled, Text, Transformed
from tests.support.printed import box_of

INK, PAPER = "#000000", "#FFFFFF"
LEVELS: tuple[Level, ...] = get_args(Level)


def cuts(*levels: Level) -> list[float]:
    """How far from its start a glide of 200 points is cut into dashes."""
    brush = Brush.scaled(1, INK, PAPER)
    stroke = Stroke(draw="glide", along=("a", "b"), pressure=levels, start=False)
    SIGNS["glide"].draw(PlacedStroke(stroke, ((0, 0), (200, 0)), 1), brush)
    drawn = [mark for mark in brush.marks if isinstance(mark, Path)]
    body = next(at for at, mark in enumerate(drawn) if mark.fill == INK)
    return [box_of(mark).x for mark in drawn[body + 1 :] if mark.stroke == PAPER]


@pytest.mark.parametrize("level", LEVELS)
def test_a_glide_is_dashed_if_it_hardly_touches(level: Level) -> None:
    assert bool(cuts(level)) == (level in ("none", "feather"))


def test_a_glide_is_dashed_only_where_it_hardly_touches() -> None:
    found = cuts("medium", "feather", "medium")
    assert found
    assert all(60 < at < 140 for at in found)


def test_a_hand_is_darker_the_harder_it_presses() -> None:
    shades = []
    for level in LEVELS:
        brush = Brush.scaled(1, INK, PAPER)
        draw_posture(PlacedHand("palm-flat", (0, 0), 0, 1, False, level), brush)
        (hand,) = (mark for mark in brush.marks if isinstance(mark, Transformed))
        contacts = [mark.fill for mark in hand.marks if isinstance(mark, Stenciled) and mark.fill]
        shades.append(min(contacts))
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades[LEVELS.index("feather") : LEVELS.index("firm") + 1])) == 4
    assert shades[-1] == INK


def test_the_number_of_a_phase_is_beside_a_sign_at_one_point() -> None:
    brush = Brush.scaled(1, INK, PAPER)
    draw_strokes([Stroke(draw="still", along=("a",), order=2)], lambda _: (50, 50), 1, brush, ANYWHERE)
    marks = list(brush.marks)
    number = next(at for at, mark in enumerate(marks) if isinstance(mark, Text))
    disc, sign = marks[number - 1], [mark for mark in marks[: number - 2] if isinstance(mark, Path) and mark.stroke]
    assert isinstance(disc, Path)
    assert sign
    assert all(box_of(disc).right <= box_of(mark).x for mark in sign)
