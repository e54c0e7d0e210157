"""What a drawing looks like on the page: its paths and texts at their places, however they are stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot

from msgspec.structs import replace

from cardgen.scene.marks import Clip, Drawn, Path, Stenciled, Text, Transformed
from cardgen.scene.outlines import Outline


def placed_marks(marks: Iterable[Drawn]) -> Iterator[Path | Text]:
    """The paths and the texts in marks, in paint order, in the units of the whole drawing."""
    for mark in marks:
        match mark:
            case Path() | Text():
                yield mark
            case Clip():
                yield from placed_marks(mark.marks)
            case Stenciled(stencil, fill, stroke, width):
                yield from (Path(outline, fill, stroke, width) for outline in stencil.outlines)
            case Transformed():
                yield from (_placed(each, mark) for each in placed_marks(mark.marks))


def _placed(mark: Path | Text, by: Transformed) -> Path:
    assert isinstance(mark, Path), "only paths are transformed"
    scale = hypot(*by.matrix[:2])
    dash = tuple(scale * length for length in mark.dash)
    return replace(mark, outline=tuple(_outline(mark.outline, by)), width=scale * mark.width, dash=dash)


def _outline(outline: Outline, by: Transformed) -> Iterator[tuple[str, tuple[float, ...]]]:
    a, b, c, d = by.matrix
    for letter, values in outline:
        points = zip(values[::2], values[1::2], strict=True)
        yield letter, tuple(n for x, y in points for n in (by.x + a * x + c * y, by.y + b * x + d * y))
