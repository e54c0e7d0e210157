"""The steps on the other limb, on half a page or on a whole one, all at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.bands import BAND_GAP, OtherSideBand, set_other_side_band
from cardgen.layouts.booklet.dealing import deal_evenly, stacked
from cardgen.layouts.booklet.pages import BookPages, StartPage
from cardgen.layouts.parts.figure import draw_figure, is_wide, shown_area, shown_height
from cardgen.layouts.parts.number_square import draw_number_on_square, draw_square
from cardgen.layouts.parts.run_in_text import RunInText, set_run_in
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.book import OtherSide
from cardgen.wording.book_steps import OtherStep
from cardgen.wording.deck import Fact

COLUMNS = 2
COLUMN_GAP, ROW_GAP = 4 * MM, 2.5 * MM
FIGURE_SHARE, PAGE_FIGURE_SHARE, LEAST_FIGURE_SHARE = 0.3, 0.42, 0.26
"""Width of a figure, as a fraction of a column: on half a page, and the most and the least on a whole one."""
FIGURE_GROWTH = 0.8
"""What figures get of the spare height; the rest is between rows."""
FIGURE_GAP = 2 * MM
"""Between a figure and the words."""
SQUARE = 1.75
"""Side of the square of a number, in type sizes."""
LEADING, LINE_GAP = 1.16, 0.6
SIGN_GAP = 0.35
"""After an icon, in icons."""
LEAST_MEASURE = 13.0
"""The width that a caution has, in type sizes, unless the steps have no room so: in a narrower column it has a dozen
lines of one or two words."""
ROOMY = 2
"""When all words have enough width."""
SIGN = 1.15
"""The caution sign, in type sizes."""


class Look(NamedTuple):
    """How the steps on the other limb are set."""

    columns: int
    figure: float
    """Width of a figure, as a fraction of a column."""

    @property
    def below(self) -> bool:
        """Whether a caution is below the figure, as wide as the column; else it is next to it."""
        return self.columns > 1

    def measure(self, wide: float) -> float:
        """Width of the words next to a figure in a column, in points."""
        return (1 - self.figure) * wide - FIGURE_GAP

    def roominess(self, wide: float, size: float) -> int:
        """Whether words have enough width in a column: 0 if none have, 1 if cautions have, 2 if all have."""
        return sum(room >= LEAST_MEASURE * size for room in (self.measure(wide), self.caution(wide)))

    def caution(self, wide: float) -> float:
        """Width of a caution in a column, with its sign, in points."""
        return wide if self.below else self.measure(wide)


class SetOtherStep(Struct, frozen=True):
    """A step on the other limb, broken into lines."""

    step: OtherStep
    size: float
    name: Setting
    amount: RunInText
    """The amount, and behind it the manner."""
    press: Fact | None
    caution: Setting | None
    look: Look

    @property
    def head(self) -> float:
        return max(SQUARE * self.size, self.name.height)

    @property
    def height(self) -> float:
        below = LINE_GAP * self.size + self.caution.height if self.caution else 0.0
        return self.head + LINE_GAP * self.size + max(self.amount.height, 1.3 * self.size) + below

    def figure(self, box: Box) -> Box:
        """The place of the figure in the box of the step."""
        below = LINE_GAP * self.size + self.caution.height if self.caution and self.look.below else 0.0
        return box._replace(width=self.look.figure * box.width, height=box.height - below)

    def draw(self, sketch: Sketch, box: Box) -> None:
        """Draw the figure at the left, the words at its right."""
        card, size = self.step.card, self.size
        figure = self.figure(box)
        draw_figure(sketch, card, figure, 0.8)
        x, side = figure.right + FIGURE_GAP, SQUARE * size
        color = draw_square(sketch, x, box.y, side, sketch.theme.accents[card.tab.area].deep, card.optional)
        with sketch.tagged("P"):
            draw_number_on_square(sketch, str(card.number), x, box.y, side, color)
            top = box.y + max(0, (side - self.name.height) / 2)
            sketch.draw_setting(x + side + 1.5 * MM, top, self.name)
        y = box.y + self.head + LINE_GAP * size
        y = self._draw_amount(sketch, x, y) + LINE_GAP * size
        if self.look.below:
            x, y = box.x, max(y, figure.y + shown_height(card, figure.size) + LINE_GAP * size)
        if self.caution:
            sign = SIGN * size
            alt = sketch.icon_alt("caution", card.caution)
            with sketch.beside_icon("P", "caution", alt, x, y + (CAP * size - sign) / 2, sign):
                sketch.draw_setting(x + (1 + SIGN_GAP) * sign, y, self.caution)

    def _draw_amount(self, sketch: Sketch, x: float, y: float) -> float:
        """Draw how much, after the icon of the pressure; returns where they end."""
        icon_size = 1.5 * self.size
        with sketch.tagged("P"):
            if self.press:
                middle = y + CAP * self.size / 2
                sketch.draw_icon_with_alt(self.press.line, self.press.icon, x, middle - icon_size / 2, icon_size)
                x += (1 + SIGN_GAP) * icon_size
            with sketch.tagged("Span"):
                self.amount.draw(sketch, x, y)
        return y + max(self.amount.height, 1.3 * self.size)


Row = Sequence[SetOtherStep]


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


def set_other_side(pages: BookPages, other: OtherSide, box: Box) -> SetOtherSide | None:
    """Set what is done on the other limb in a box; None when it does not fit."""
    sides = _set_alike(pages, other, [box])
    return sides[0] if sides else None


def _set_alike(pages: BookPages, other: OtherSide, boxes: Sequence[Box]) -> list[SetOtherSide]:
    """Set the steps on the other limb in boxes, in one form and about equally full; empty without room."""
    scale, size = pages.scale, pages.scale.body
    is_page = boxes[0].height >= 0.6 * pages.form.size.height
    further = replace(other, title=f"{other.title}, {pages.book.labels['continued']}", when="")
    band, band_further = (set_other_side_band(scale, each, boxes[0].width) for each in (other, further))
    if band is None or band_further is None:
        return []
    before = _fit(other.before, "semibold", scale.body, boxes[0].width) if other.before else None
    first, *others = boxes
    empty = [SetOtherSide(first, band, before, 1, (), 0.0)]
    empty += [SetOtherSide(box, band_further, None, 1, (), 0.0) for box in others]
    best: list[SetOtherSide] = []
    while size >= scale.least - 1e-6:
        looks = _looks(other.steps, scale.half is not None, is_page)
        for _, alike in groupby(looks, key=lambda look: look.columns):
            found = [sides for look in alike if (sides := _fill(empty, other.steps, scale.body, size, look))]
            best = max([best, *found] if best else found, key=_rank, default=[])
            if best and _rank(best)[0] == ROOMY:
                return best
        size -= 0.5
    return best


def _rank(sides: Sequence[SetOtherSide]) -> tuple[int, float, float]:
    """Whether words have enough width, how little smaller type is, and the area of the smallest figure."""
    return min(side.roominess for side in sides), -sides[0].strain, min(side.least_figure for side in sides)


def _fill(
    empty: Sequence[SetOtherSide], steps: Sequence[OtherStep], body: float, size: float, look: Look
) -> list[SetOtherSide]:
    """Set steps below bands, in a type size and a look; empty when they do not fit."""
    columns = look.columns
    wide = (empty[0].box.width - COLUMN_GAP * (columns - 1)) / columns
    cells = [cell for step in steps if (cell := _set_other_step(step, size, wide, look))]
    if len(cells) < len(steps):
        return []
    rows, strain = _rows(cells, columns), (body - size) / body
    shares = deal_evenly(list(map(_row_height, rows)), [side.room for side in empty], ROW_GAP)
    return [
        replace(side, columns=columns, cells=tuple(chain.from_iterable(rows[share])), strain=strain)
        for side, share in zip(empty if shares else (), shares, strict=True)
    ]


def _looks(steps: Sequence[OtherStep], is_large: bool, is_page: bool) -> Iterator[Look]:
    """How the steps may be set."""
    shares = (PAGE_FIGURE_SHARE, FIGURE_SHARE, LEAST_FIGURE_SHARE) if is_page else (FIGURE_SHARE,)
    if is_large and 2 * sum(is_wide(step.card) for step in steps) > len(steps):
        yield Look(1, PAGE_FIGURE_SHARE)  # most others would be small in one column
    if is_large and is_page:
        yield Look(1, FIGURE_SHARE)
    yield from (Look(COLUMNS if is_large else 1, share) for share in shares)


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


def _set_other_step(step: OtherStep, size: float, wide: float, look: Look) -> SetOtherStep | None:
    card, room = step.card, look.measure(wide)
    press = next((fact for fact in card.facts if fact.topic == "pressure"), None)
    name = _fit(card.title, "semibold", size, room - SQUARE * size - 1.5 * MM)
    amount = set_run_in(step.amount, step.manner, size, room - (1 + SIGN_GAP) * 1.5 * size, LEADING)
    beside = look.caution(wide) - (1 + SIGN_GAP) * SIGN * size
    caution = _fit(card.caution, "regular", size, beside) if card.caution else None
    if name is None or amount is None or bool(card.caution) != bool(caution):
        return None
    return SetOtherStep(step, size, name, amount, press, caution, look)


def _fit(text: str, font: str, size: float, room: float) -> Setting | None:
    return fit(text, font, (size, size), (room, 1e6), LEADING)


def _rows(cells: Sequence[SetOtherStep], columns: int) -> list[Row]:
    return [cells[at : at + columns] for at in range(0, len(cells), columns)]


def _row_height(row: Row) -> float:
    return max(cell.height for cell in row)
