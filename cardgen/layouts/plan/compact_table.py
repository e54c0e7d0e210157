"""The compact table of a plan, for many steps: each with its amount and its caution, in two columns or one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, chain, zip_longest

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.plan.compact_columns import CompactColumns, set_columns
from cardgen.layouts.plan.compact_row import CompactRow, draw_compact_row, set_compact_row
from cardgen.layouts.plan.foot import draw_notes, notes_height
from cardgen.layouts.plan.scale import PlanScale
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.plan_rows import PlanRow

COLUMN_GAP = 6 * MM
LEAST_TEXT = 40 * MM
"""The least room for names and cautions."""
MOST_MORE = 6.5 * MM
"""How much higher the rows of the shorter column may be than those of the longer one, to end where it does."""
NOTES_GAP, LEAST_NOTES = 4 * MM, 2
"""Above notes below a column, and the fewest lines of them."""
STEPS = "steps"
"""The name of a table that continues over several pages."""
BAND_SHARE = 0.4
"""The share of spare room that the band of a routine has, of that of a step."""
UNEVEN = 1.04
"""How much higher the longer column may be, as a multiple, to end where a routine does."""


class CompactTable(Struct, frozen=True):
    """Rows broken into lines, in two columns or one."""

    columns: CompactColumns
    halves: tuple[tuple[CompactRow, ...], ...]
    scale: PlanScale
    is_divided: bool = False
    """Whether several pages have its rows."""
    goes_on: bool = False
    """Whether a page before this one has its first rows."""

    @property
    def rows(self) -> tuple[CompactRow, ...]:
        return tuple(chain.from_iterable(self.halves))

    def part(self, rows: Sequence[CompactRow], start: int = 0) -> CompactTable:
        """The table with some of its rows, beginning with its row `start`."""
        is_divided = len(rows) < len(self.rows)
        return replace(self, halves=_columns(rows, self.scale), is_divided=is_divided, goes_on=start > 0)

    @property
    def most_rows(self) -> float:
        """The number of rows that share spare room, in the column that has most of them."""
        return max(map(_shares, self.halves))

    @property
    def height(self) -> float:
        """The least height, in points."""
        return max(sum(row.least for row in half) for half in self.halves)

    def draw(self, sketch: Sketch, page: PlanPage, x: float, y: float, extra: float) -> float:
        """Draw it from its top left corner, rows `extra` points higher than their least, bands of routines less.

        Returns its bottom. Its columns are one table for a screen reader, and so are its parts on several pages: the
        headings are read once. A page with nothing else has lines for notes below a column that is much shorter.
        """
        heights = [sum(row.least for row in half) for half in self.halves]
        most = max(high + extra * _shares(half) for high, half in zip(heights, self.halves, strict=True))
        notes: list[Box] = []
        bottom = y
        with sketch.tagged("Table", whole=STEPS if self.is_divided else ""):
            if not self.goes_on:
                _tag_headings(sketch, page)
            for high, half in zip(heights, self.halves, strict=True):
                place = Box(x, y, self.columns.width, 0)
                own = min((most - high) / _shares(half), extra + MOST_MORE)
                end = y + high + extra * _shares(half) + NOTES_GAP
                if page.is_bare and y + most - end >= notes_height(self.scale, LEAST_NOTES):
                    own = extra
                    notes.append(Box(x, end, place.width, y + most - end))
                sketch.draw_rule(x, place.right, y, 1.2, sketch.theme.ink)
                bottom = max(bottom, self._draw_half(sketch, half, place, own))
                x += self.columns.width + COLUMN_GAP
        for box in notes:
            draw_notes(sketch, page, self.scale, box)
        return bottom

    def _draw_half(self, sketch: Sketch, rows: Sequence[CompactRow], box: Box, extra: float) -> float:
        top, theme = box.y, sketch.theme
        for row, following in zip_longest(rows, rows[1:]):
            place = Box(box.x, top, box.width, row.least + _share(row) * extra)
            with sketch.tagged("TR"):
                draw_compact_row(sketch, row, self.columns, self.scale, place)
            top = place.bottom
            if not row.row.is_heading and (following is None or not following.row.is_heading):
                sketch.draw_rule(box.x, box.right, top, 0.5, theme.rule)
        return top


def _share(row: CompactRow) -> float:
    """The share that a row has of spare room."""
    return BAND_SHARE if row.row.is_heading else 1.0


def _shares(rows: Sequence[CompactRow]) -> float:
    """The shares of all rows, at least 1."""
    return max(1.0, sum(map(_share, rows)))


def _tag_headings(sketch: Sketch, page: PlanPage) -> None:
    """The headings of the columns, which are only read."""
    with sketch.tagged("TR"):
        for label in ("column_clock", "column_step", "column_amount"):
            with sketch.tagged("TH", page.labels[label], scope="Column"):
                pass


def set_compact_table(page: PlanPage, scale: PlanScale, room: float) -> CompactTable | None:
    """The table in `room` points of width; None when a word is too long."""
    return _set_rows(tuple(page.rows), scale, room)


@lru_cache(maxsize=256)  # each way to share lists with the back has the same rows
def _set_rows(rows: tuple[PlanRow, ...], scale: PlanScale, room: float) -> CompactTable | None:
    """The table of these rows."""
    rows = _shown(rows)
    columns = set_columns(rows, scale, (room - COLUMN_GAP * (scale.table_columns - 1)) / scale.table_columns)
    if columns.width - columns.text < LEAST_TEXT:
        return None
    found = [set_compact_row(row, columns, scale) for row in rows]
    placed = [row for row in found if row]
    return CompactTable(columns, _columns(placed, scale), scale) if len(placed) == len(found) else None


def _shown(rows: Sequence[PlanRow]) -> tuple[PlanRow, ...]:
    """The rows as they are shown: among routines the other side is a row, and the steps have only their first clock."""
    named = any(row.is_heading for row in rows)
    known = tuple(replace(row, clocks=tuple(filter(None, row.clocks))) for row in rows)
    return tuple(replace(row, clocks=row.clocks[:1]) for row in known) if named else known


def _columns(rows: Sequence[CompactRow], scale: PlanScale) -> tuple[tuple[CompactRow, ...], ...]:
    return _halve(rows) if scale.table_columns == 2 else (tuple(rows),)


def _halve(rows: Sequence[CompactRow]) -> tuple[tuple[CompactRow, ...], ...]:
    """Two columns as even as possible, best before a routine; a routine's name stays with its first step."""
    places = [at for at in range(1, len(rows)) if not rows[at - 1].row.is_heading] or [len(rows)]
    heights = list(accumulate((row.least for row in rows), initial=0.0))
    high = [max(above, heights[-1] - above) for above in heights]
    place = min(places, key=high.__getitem__)
    best = [at for at in places if at < len(rows) and rows[at].row.is_heading and high[at] <= UNEVEN * high[place]]
    place = min(best, key=high.__getitem__, default=place)
    return tuple(rows[:place]), tuple(rows[place:])
