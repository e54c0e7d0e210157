"""Samples of strokes: those of two sizes are two artworks, because a document stores one artwork for each name."""

from cardgen.artwork.samples import hatched_sample, sample, sample_strokes
from cardgen.artwork.theme import theme
from cardgen.units import Size


def test_samples_of_two_sizes_have_two_names() -> None:
    for stroke in sample_strokes():
        large, small = (sample((stroke,), size, theme("standard")) for size in (Size(100, 44), Size(50, 22)))
        assert large.name != small.name
    assert hatched_sample(Size(100, 44), theme("standard")).name != hatched_sample(Size(50, 22), theme("standard")).name
