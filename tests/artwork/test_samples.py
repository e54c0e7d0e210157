"""Samples of strokes: those of two sizes are two artworks, because a document stores one artwork for each name."""

from cardgen.artwork.patterns import hatch
from cardgen.artwork.samples import low_sample, pattern_sample, sample, sample_strokes
from cardgen.artwork.theme import theme
from cardgen.scene.marks import Path, Transformed
from cardgen.units import MM, Box, Size
from tests.support.printed import box_of, inside


def test_samples_of_two_sizes_have_two_names() -> None:
    for stroke in sample_strokes():
        large, small = (sample((stroke,), size, theme("standard")) for size in (Size(100, 44), Size(50, 22)))
        assert large.name != small.name
    large, small = (pattern_sample(hatch, size, theme("standard")) for size in (Size(100, 44), Size(50, 22)))
    assert large.name != small.name


def test_a_low_sample_holds_its_whole_stroke_and_no_more() -> None:
    for stroke in sample_strokes():
        art = low_sample(stroke, theme("standard"))
        (moved,) = art.marks
        assert isinstance(moved, Transformed)
        boxes = [box_of(mark).moved(moved.x, moved.y) for mark in moved.marks if isinstance(mark, Path)]
        assert all(inside(box, Box(0, 0, *art.size)) for box in boxes), stroke.draw
        assert art.size.height < 17 * MM
