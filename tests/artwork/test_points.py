"""Signs of single points."""

import math
from typing import Literal

import pytest

from cardgen.artwork.brush import Brush
from cardgen.artwork.points import RAYS
from cardgen.artwork.strokes import draw_strokes
from cardgen.model.drawing import Stroke
from cardgen.scene.marks import Path
from cardgen.scene.outlines import bounds
from cardgen.units import Box, Size
from tests.support.printed import inside


@pytest.mark.parametrize("size", [None, 6, 11])
def test_the_rays_of_a_sore_spot_leave_room_for_the_sign_that_presses_it(size: float | None) -> None:
    brush = Brush.scaled(1, "#000000", "#FFFFFF")
    draw_strokes([Stroke(draw="sore", along=("a",), size=size)], lambda _: (50, 50), 1, brush)
    rays = [bounds(mark.outline) for mark in brush.marks if isinstance(mark, Path) and mark.stroke == brush.ink]
    assert len(rays) == RAYS
    near = min(math.hypot(x - 50, y - 50) for ray in rays for x in (ray.x, ray.right) for y in (ray.y, ray.bottom))
    assert near > (size or 2 * brush.unit) * 0.9


@pytest.mark.parametrize("size", [None, 9])
@pytest.mark.parametrize("order", [None, 2])
@pytest.mark.parametrize("point", [(-20, 40), (1, 1), (79, 60), (120, 99), (40, 40)])
def test_a_pause_beside_the_body_and_its_number_are_whole_and_apart(
    point: tuple[float, float], order: Literal[2] | None, size: float | None
) -> None:
    brush = Brush.scaled(1, "#000000", "#FFFFFF")
    brush.frame = Size(80, 100)
    draw_strokes([Stroke(draw="still", along=("a",), size=size, order=order)], lambda _: point, 1, brush)
    drawn = [mark for mark in brush.marks if isinstance(mark, Path)]
    assert all(inside(bounds(mark.outline), Box(0, 0, 80, 100)) for mark in drawn)
    ring = bounds(next(mark for mark in drawn if mark.stroke == brush.ink).outline)
    discs = [bounds(mark.outline) for mark in drawn if mark.fill == brush.ink]
    assert len(discs) == bool(order)
    assert not any(disc.x < ring.right and ring.x < disc.right for disc in discs)
    if point == (40, 40):
        assert (ring.x + ring.width / 2, ring.y + ring.height / 2) == pytest.approx(point)
