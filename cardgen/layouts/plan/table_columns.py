"""The columns of a plan's table: as narrow as what is in them; the titles of the steps get the rest."""

from __future__ import annotations

from msgspec import Struct

from cardgen.layouts.parts.key_figure import TIMES_SIZE, number_width
from cardgen.layouts.plan.card_name import card_name_width
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import width
from cardgen.units import MM
from cardgen.wording.deck import WordFigure
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.plan_rows import PlanRow

HEADING_SIZE = {1: 9.5, 2: LEAST_PLAN}
"""Type size of the headings, in a table of one column and of two."""
KEY_WORDS_WIDTH = {1: 34 * MM, 2: 17 * MM}
"""The most room for a key figure in words."""
CARD_SIZE = 0.9
"""Type size of the names of cards, as a part of the clock's, if that is not below the least size."""
SQUARE = 1.2
"""Side of the square of a number, in type sizes of the number."""
SHORT_KEY_WORDS = 14 * MM
"""Width of a key figure in words that every table has room for."""


class TableColumns(Struct, frozen=True):
    """The places of the columns, in points from the left edge of the table, and their widths."""

    clocks: tuple[float, ...]
    """Right edges."""
    number: float
    """The middle."""
    card: float
    """The names of the cards."""
    title: float
    title_width: float
    sign: float
    """Size of the caution sign after a title."""
    hands: float
    way: float
    pressure: float
    key_figure: float
    key_figure_width: float
    width: float
    """Of the table."""


def set_columns(page: PlanPage, scale: PlanScale, room: float) -> TableColumns:
    """The columns of a table that is `room` points wide."""
    wide = scale.table_columns == 1
    gap, icon = (2.4 * MM, 1.36 * scale.fact_icon) if wide else (0.13 * scale.margin, 1.05 * scale.fact_icon)
    clocks, x = _set_clocks(page, scale, gap)
    numbers = [width(row.number, "bold", scale.step_number) for row in page.rows]
    number = number_side(scale) or max([*numbers, scale.fact_icon * 0.8])
    card = x + number + gap
    title = card + max(card_name_width(row.card, card_size(scale)) for row in page.rows) + gap
    minutes = max(width(row.minutes, "regular", scale.clock) for row in page.rows)
    key_figure_width = _key_figure_width(page, scale)
    key_figure = room - minutes - gap - key_figure_width
    hands = key_figure - 3 * icon - (0.3 * gap)
    return TableColumns(
        clocks=clocks,
        number=x + number / 2,
        card=card,
        title=title,
        title_width=hands - title - 0.6 * gap,
        sign=scale.step_title,
        hands=hands,
        way=hands + icon,
        pressure=hands + 2 * icon,
        key_figure=key_figure,
        key_figure_width=key_figure_width,
        width=room,
    )


def card_size(scale: PlanScale) -> float:
    """Type size of the names of cards."""
    return max(LEAST_PLAN, CARD_SIZE * scale.clock)


def number_side(scale: PlanScale) -> float:
    """Side of the square of a number; 0 in a table of two columns, which has none."""
    return SQUARE * scale.step_number if scale.table_columns == 1 else 0.0


def _set_clocks(page: PlanPage, scale: PlanScale, gap: float) -> tuple[tuple[float, ...], float]:
    """The right edges of the columns of clocks, and where the next column begins."""
    x = 0.0
    edges = []
    for index, heading in enumerate(clock_headings(page, scale)):
        texts = [width(row.clocks[index], "semibold", scale.clock) for row in page.rows if len(row.clocks) > index]
        x += max([*texts, width(heading, "semibold", HEADING_SIZE[scale.table_columns])])
        edges.append(x)
        x += gap
    return tuple(edges), x


def clock_headings(page: PlanPage, scale: PlanScale) -> tuple[str, ...]:
    """The headings of the columns of clocks."""
    return page.clock_headings if scale.table_columns == 1 else (page.labels["column_clock"],)


def _key_figure_width(page: PlanPage, scale: PlanScale) -> float:
    """The width of the widest key figure; those in words get no more than their room."""
    keys = [row.key for row in page.rows if row.key]
    sizes = scale.key_figure, times_size(scale)
    numbers = [number_width(key, *sizes) for key in keys if not isinstance(key, WordFigure)]
    words = [key for key in keys if isinstance(key, WordFigure) and has_key_words(key, scale)]
    lines = [width(line, "regular", scale.key_figure_words) for key in words for line in key.lines]
    return max([*numbers, min(max(lines, default=0), KEY_WORDS_WIDTH[scale.table_columns])])


def times_size(scale: PlanScale) -> float:
    """Type size of the sign before a number."""
    return max(TIMES_SIZE * scale.key_figure, LEAST_PLAN)


def long_key_words(row: PlanRow, scale: PlanScale) -> str:
    """A key figure in words for which the table has no room."""
    return row.key.line if isinstance(row.key, WordFigure) and not has_key_words(row.key, scale) else ""


def has_key_words(key: WordFigure, scale: PlanScale) -> bool:
    """Whether the table has room for a key figure in words: a dense one only for a few words on one line."""
    if scale.whole_rows or scale.table == "program":
        return True
    return len(key.lines) == 1 and width(key.lines[0], "regular", scale.key_figure_words) <= SHORT_KEY_WORDS
