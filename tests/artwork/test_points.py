"""Signs of single points."""

import math

import pytest

from cardgen.artwork.brush import Brush
from cardgen.artwork.points import RAYS
from cardgen.artwork.strokes import draw_strokes
from cardgen.model.drawing import Stroke
from cardgen.scene.marks import Path
from cardgen.scene.outlines import bounds


@pytest.mark.parametrize("size", [None, 6, 11])
def test_the_rays_of_a_sore_spot_leave_room_for_the_sign_that_presses_it(size: float | None) -> None:
    brush = Brush.scaled(1, "#000000", "#FFFFFF")
    draw_strokes([Stroke(draw="sore", along=("a",), size=size)], lambda _: (50, 50), 1, brush)
    rays = [bounds(mark.outline) for mark in brush.marks if isinstance(mark, Path) and mark.stroke == brush.ink]
    assert len(rays) == RAYS
    near = min(math.hypot(x - 50, y - 50) for ray in rays for x in (ray.x, ray.right) for y in (ray.y, ray.bottom))
    assert near > (size or 2 * brush.unit) * 0.9
