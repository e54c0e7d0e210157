"""The columns of a plan's table: as narrow as what is in them; the titles of the steps get the rest."""

from __future__ import annotations

from typing import TypeGuard

from msgspec import Struct

from cardgen.layouts.parts.key_figure import TIMES_SIZE, number_width
from cardgen.layouts.plan.card_box import box_width
from cardgen.layouts.plan.scale import LEAST_PLAN, PlanScale
from cardgen.scene.text import width
from cardgen.units import MM
from cardgen.wording.key_figures import CountFigure, EachWayFigure, KeyFigure
from cardgen.wording.plan_page import PlanPage

HEADING_SIZE = 9.5
"""Type size of the headings."""
GAP, ICON_PITCH = 2.4 * MM, 1.36
"""Between two columns; from one icon to the next, in icons."""
KEY_WORDS_WIDTH = 34 * MM
"""The most room for a key figure in words."""
SQUARE = 1.2
"""Height of the box with the name of a card, in type sizes of the name."""


class TableColumns(Struct, frozen=True):
    """The places of the columns, in points from the left edge of the table, and their widths."""

    clocks: tuple[float, ...]
    """Right edges."""
    card: float
    """The middle of the box with the name of a card."""
    card_width: float
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
    gap, icon = GAP, ICON_PITCH * scale.fact_icon
    clocks, x = _set_clocks(page, scale)
    card = box_width((str(row.card) for row in page.rows if row.card), card_height(scale))
    title = x + card + gap
    minutes = max(width(row.minutes, "regular", scale.clock) for row in page.rows)
    key_figure_width = _key_figure_width(page, scale)
    key_figure = room - minutes - gap - key_figure_width
    hands = key_figure - 3 * icon - (0.3 * gap)
    return TableColumns(
        clocks=clocks,
        card=x + card / 2,
        card_width=card,
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


def card_height(scale: PlanScale) -> float:
    """Height of the box with the name of a card."""
    return SQUARE * scale.step_number


def _set_clocks(page: PlanPage, scale: PlanScale) -> tuple[tuple[float, ...], float]:
    """The right edges of the columns of clocks, and where the next column begins."""
    x = 0.0
    edges = []
    for index, heading in enumerate(page.clock_headings):
        texts = [width(row.clocks[index], "semibold", scale.clock) for row in page.rows if len(row.clocks) > index]
        x += max([*texts, width(heading, "semibold", HEADING_SIZE)])
        edges.append(x)
        x += GAP
    return tuple(edges), x


def _key_figure_width(page: PlanPage, scale: PlanScale) -> float:
    """The width of the widest key figure; those in words get no more than their room."""
    keys = [row.key for row in page.rows if row.key]
    sizes = scale.key_figure, times_size(scale)
    numbers = [number_width(key, *sizes) for key in keys if is_number(key)]
    words = [key for key in keys if not is_number(key)]
    lines = [width(line, "semibold", scale.key_figure_words) for key in words for line in key.lines]
    return max([*numbers, min(max(lines, default=0), KEY_WORDS_WIDTH)])


def is_number(key: KeyFigure) -> TypeGuard[CountFigure | EachWayFigure]:
    """Whether a key figure is a number alone: what it is for has no room next to it."""
    return isinstance(key, EachWayFigure) or (isinstance(key, CountFigure) and not key.unit)


def times_size(scale: PlanScale) -> float:
    """Type size of the sign before a number."""
    return max(TIMES_SIZE * scale.key_figure, LEAST_PLAN)
