"""Lines of a brush: they have as few points as they need."""

from cardgen.artwork.brush import Brush
from cardgen.scene.marks import Path


def test_a_line_keeps_its_corners_and_turns_but_no_point_between_them() -> None:
    brush = Brush.scaled(1, "#000000", "#FFFFFF")
    brush.line([(0, 0), (1, 0), (3, 0), (2, 0), (2, 1), (2, 2)], 1, halo=False)
    (mark,) = brush.marks
    assert isinstance(mark, Path)
    assert [values for _, values in mark.outline] == [(0, 0), (3, 0), (2, 0), (2, 2)]
