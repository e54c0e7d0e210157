"""The steps on the other limb, on half a page or on a whole one, all at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.bands import BAND_GAP, OtherSideBand, set_other_side_band
from cardgen.layouts.booklet.dealing import deal_evenly, stacked
from cardgen.layouts.booklet.other_step import ROOMY, OtherStepLook, SetOtherStep, fit_words, set_other_step
from cardgen.layouts.booklet.pages import BookPages, StartPage
from cardgen.layouts.parts.figure import is_wide, shown_area
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import Setting, type_sizes
from cardgen.units import MM, Box
from cardgen.wording.book import OtherSide
from cardgen.wording.book_steps import OtherStep

COLUMNS = 2
COLUMN_GAP, ROW_GAP = 4 * MM, 2.5 * MM
FIGURE_SHARE, PAGE_FIGURE_SHARE, LEAST_FIGURE_SHARE = 0.3, 0.42, 0.26
"""Width of a figure, as a fraction of a column: on half a page, and the most and the least on a whole one."""
FIGURE_GROWTH = 0.8
"""What figures get of the spare height; the rest is between rows."""
LARGER = (1.2, 1.1)
"""Larger type, as multiples of the usual one."""

OtherStepsRow = Sequence[SetOtherStep]


class SetOtherSide(Struct, frozen=True):
    """All steps on the other limb, in rows below a band."""

    box: Box
    band: OtherSideBand
    before: Setting | None
    """What to do first."""
    columns: int
    cells: tuple[SetOtherStep, ...]
    strain: float

    @property
    def places(self) -> list[Box]:
        """The box of each step."""
        rows, top = _rows(self.cells, self.columns), self._top
        heights = list(map(_row_height, rows))
        more = min((self.room - stacked(heights, ROW_GAP)) / len(rows), 1.2 * max(heights))
        wide = (self.box.width - COLUMN_GAP * (self.columns - 1)) / self.columns
        found: list[Box] = []
        for row, height in zip(rows, heights, strict=True):
            high = height + FIGURE_GROWTH * more
            found += [Box(self.box.x + index * (wide + COLUMN_GAP), top, wide, high) for index in range(len(row))]
            top += height + more + ROW_GAP
        return found

    @property
    def _top(self) -> float:
        """Where the first row begins."""
        before = self.before.height + BAND_GAP if self.before else 0.0
        return self.box.y + self.band.height + BAND_GAP + before

    @property
    def room(self) -> float:
        """The height that its rows may have."""
        return self.box.bottom - self._top

    @property
    def roominess(self) -> int:
        """Whether the words of its steps have enough width, as of a look."""
        wide = (self.box.width - COLUMN_GAP * (self.columns - 1)) / self.columns
        return min(cell.look.roominess(wide, cell.size) for cell in self.cells)

    @property
    def least_figure(self) -> float:
        """The area of the smallest figure."""
        placed = zip(self.cells, self.places, strict=True)
        return min(shown_area(cell.step.card, cell.figure(box).size) for cell, box in placed)

    def draw(self, sketch: Sketch) -> None:
        self.band.draw(sketch, self.box)
        if self.before:
            with sketch.tagged("P"):
                sketch.draw_setting(self.box.x, self.box.y + self.band.height + BAND_GAP, self.before)
        for cell, box in zip(self.cells, self.places, strict=True):
            cell.draw(sketch, box)

    def moved(self, box: Box) -> SetOtherSide:
        """The same steps in another box of the same size."""
        return replace(self, box=box)


Empty = Sequence[SetOtherSide]
"""The bands that steps are set below."""


def set_other_side(pages: BookPages, other: OtherSide, box: Box) -> SetOtherSide | None:
    """Set what is done on the other limb in a box; None when it does not fit."""
    sides = _set_alike(pages, other, [box])
    return sides[0] if sides else None


def _set_alike(pages: BookPages, other: OtherSide, boxes: Sequence[Box]) -> list[SetOtherSide]:
    """Set the steps on the other limb in boxes, in one form and about equally full; empty without room."""
    scale = pages.scale
    is_page = boxes[0].height >= 0.6 * pages.form.size.height
    further = replace(other, title=f"{other.title}, {pages.book.labels['continued']}", when="")
    band, band_further = (set_other_side_band(scale, each, boxes[0].width) for each in (other, further))
    if band is None or band_further is None:
        return []
    before = fit_words(other.before, "semibold", scale.body, boxes[0].width) if other.before else None
    first, *others = boxes
    empty = [SetOtherSide(first, band, before, 1, (), 0.0)]
    empty += [SetOtherSide(box, band_further, None, 1, (), 0.0) for box in others]
    best: list[SetOtherSide] = []
    for size in type_sizes(scale.body, scale.least):
        looks = _looks(other.steps, scale.half is not None, is_page)
        for _, alike in groupby(looks, key=lambda look: look.columns):
            found = [sides for look in alike if (sides := _fill(empty, other.steps, scale.body, size, look))]
            best = max([best, *found] if best else found, key=_rank, default=[])
            if best and _rank(best)[0] == ROOMY:
                return _enlarge(best, empty, other.steps, scale.body)
    return best


def _enlarge(best: list[SetOtherSide], empty: Empty, steps: Sequence[OtherStep], body: float) -> list[SetOtherSide]:
    """The same in larger type, if there is room for it; type that had to become smaller has none."""
    sizes = () if best[0].strain else (part * body for part in LARGER)
    tried = (_fill(empty, steps, body, size, best[0].cells[0].look) for size in sizes)
    return next((sides for sides in tried if sides and _rank(sides)[0] == ROOMY), best)


def _rank(sides: Sequence[SetOtherSide]) -> tuple[int, float, float]:
    """Whether words have enough width, how little smaller type is, and the area of the smallest figure."""
    return min(side.roominess for side in sides), -sides[0].strain, min(side.least_figure for side in sides)


def _fill(
    empty: Empty, steps: Sequence[OtherStep], body: float, size: float, look: OtherStepLook
) -> list[SetOtherSide]:
    """Set steps below bands, in a type size and a look; empty when they do not fit."""
    columns = look.columns
    wide = (empty[0].box.width - COLUMN_GAP * (columns - 1)) / columns
    cells = [cell for step in steps if (cell := set_other_step(step, size, wide, look))]
    if len(cells) < len(steps):
        return []
    rows, strain = _rows(cells, columns), max(0.0, (body - size) / body)
    shares = deal_evenly(list(map(_row_height, rows)), [side.room for side in empty], ROW_GAP)
    return [
        replace(side, columns=columns, cells=tuple(chain.from_iterable(rows[share])), strain=strain)
        for side, share in zip(empty if shares else (), shares, strict=True)
    ]


def _looks(steps: Sequence[OtherStep], is_large: bool, is_page: bool) -> Iterator[OtherStepLook]:
    """How the steps may be set."""
    shares = (PAGE_FIGURE_SHARE, FIGURE_SHARE, LEAST_FIGURE_SHARE) if is_page else (FIGURE_SHARE,)
    if is_large and 2 * sum(is_wide(step.card) for step in steps) > len(steps):
        yield OtherStepLook(1, PAGE_FIGURE_SHARE)  # most others would be small in one column
    if is_large and is_page:
        yield OtherStepLook(1, FIGURE_SHARE)
    yield from (OtherStepLook(COLUMNS if is_large else 1, share) for share in shares)


def flow_other_side(pages: BookPages, other: OtherSide, start: StartPage) -> list[Sketch]:
    """The steps on the other limb, on as few pages as they need, which are alike."""
    started: list[tuple[Sketch, Box]] = []
    for count in range(1, len(other.steps) + 1):
        started.append(start(count - 1))
        if sides := _set_alike(pages, other, [room for _, room in started]):
            for (sketch, _), side in zip(started, sides, strict=True):
                side.draw(sketch)
            return [sketch for sketch, _ in started]
    raise started[0][0].misfit("step", other.steps[0].card.title)


def _rows(cells: Sequence[SetOtherStep], columns: int) -> list[OtherStepsRow]:
    return [cells[at : at + columns] for at in range(0, len(cells), columns)]


def _row_height(row: OtherStepsRow) -> float:
    return max(cell.height for cell in row)
