"""The places in a column of the compact table: the clock, the number on its box, and the texts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.plan.card_box import box_width
from cardgen.layouts.plan.press_dots import DOT_GAP, ROW_OF_DOTS, count_dots
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import width
from cardgen.units import MM
from cardgen.wording.plan_rows import PlanRow

SECONDS = 0.72
"""Type size of the seconds of a clock, as a fraction of the minutes'."""
CLOCK_GAP, SQUARE_GAP = 1.2 * MM, 1.7 * MM
"""After the clock, and after the square."""


class CompactColumns(Struct, frozen=True):
    """The places in a column of the table, in points from its left edge."""

    clock: float
    """The right edge of the minutes."""
    square: float
    side: float
    wide: float
    """Width of the boxes of names, which may be less high."""
    dots: float | None
    """The middle of the dots of a pressure where they are next to the number; None where they are below it."""
    text: float
    width: float


def set_columns(rows: Sequence[PlanRow], scale: PlanScale, room: float) -> CompactColumns:
    """The places in a column that is `room` points wide."""
    minutes = [split_clock(clock)[0] for row in rows for clock in row.clocks]
    wide = max((width(text, "bold", scale.clock) for text in minutes), default=0.0)
    square = wide + width(":00", "regular", max(LEAST_PLAN, SECONDS * scale.clock)) + CLOCK_GAP
    side = float(scale.fact_icon)
    box = box_width(map(on_box, rows), side)
    square += (box - side) / 2
    end = square + (box + side) / 2
    if scale.cautions == "rows" or not any(row.press and count_dots(row.press) for row in rows):
        return CompactColumns(wide, square, side, box, None, end + SQUARE_GAP, room)
    dots = ROW_OF_DOTS.width
    return CompactColumns(wide, square, side, box, end + DOT_GAP + dots / 2, end + dots + DOT_GAP + SQUARE_GAP, room)


def split_clock(clock: str) -> tuple[str, str]:
    minutes, _, seconds = clock.partition(":")
    return minutes, "" if seconds in ("", "00") else f":{seconds}"


def on_box(row: PlanRow) -> str:
    """The name of a step's card or the letter of a routine; empty where an icon is instead."""
    return str(row.card or ("" if row.icon else row.tab.letter))
