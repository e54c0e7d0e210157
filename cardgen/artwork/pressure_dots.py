"""Rows of dots on the icons of pressures: how many of five are filled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cardgen.scene.marks import Path
from cardgen.scene.outlines import circle

DOTS, FIRST_DOT, DOT_PITCH = 5, 2.1, 4.95
"""The dots of a row, the middle of the first one, and their distance, in units of an icon."""
REACHED, PERHAPS, NOT_REACHED = 2.05, 1.55, 0.8
"""Radius of a dot of the pressure, of one that a range may add, which is a ring, and of any other one."""
RING_WEIGHT = 1.0
BELOW, ROW_PITCH = 21.7, 11.4
"""The middle of the row below a drawing, and the distance of rows that each have a drawing above them."""
OUT_AND_BACK, OF_PHASES = "pressure-out-return", "pressure-phases"
"""Icons with a row of dots for the way out and one for the way back, and with a row for each phase."""
MOST_PHASES = 4
"""Rows of dots that can be told apart in one icon."""
LEVEL = re.compile(r"pressure-(\d)")


class DotRow(NamedTuple):
    """How many dots are filled, and how many more there are in a range; the number of both."""

    low: int
    high: int


def pressure_icon(row: DotRow) -> str:
    """The icon of a level, or of a range."""
    level = f"pressure-{row.high}"
    return level if row.low == row.high else _with_rows(level, [row])


def out_and_back_icon(out: DotRow, back: DotRow) -> str:
    """The icon of one pressure on the way out and of another one on the way back."""
    return _with_rows(OUT_AND_BACK, [out, back])


def phases_icon(icons: Sequence[str]) -> str:
    """The icon of the pressures of several phases, from those of each; empty when it cannot show all of them."""
    rows = [dot_rows(name) for name in icons]
    shown = [row for found in rows for row in found]
    if len(icons) == 1:
        return icons[0]
    return _with_rows(OF_PHASES, shown) if all(rows) and 1 < len(shown) <= MOST_PHASES else ""


def _with_rows(file: str, rows: Sequence[DotRow]) -> str:
    return ".".join([file, *(f"{row.low}-{row.high}" for row in rows)])


def icon_file(name: str) -> str:
    """The name of the file of an icon, which may have other rows of dots than the file."""
    return name.partition(".")[0]


def dot_rows(name: str) -> list[DotRow]:
    """The rows of dots of an icon: those in its name, or that of its level; empty for one without."""
    file, *rows = name.split(".")
    if rows:
        return [DotRow(*map(int, row.split("-"))) for row in rows]
    return [DotRow(level, level) for level in map(int, LEVEL.findall(file))]


def draw_dots(name: str, ink: str) -> Iterator[Path]:
    """The rows of dots in the name of an icon, which are there instead of those of its file."""
    file, *given = name.split(".")
    rows = dot_rows(name) if given else []
    for place, row in enumerate(rows):
        even = (2 * place + 1) * BELOW / (2 * len(rows))
        y = even if file == OF_PHASES else BELOW - ROW_PITCH * (len(rows) - 1 - place)
        for dot in range(DOTS):
            yield _draw_dot(FIRST_DOT + dot * DOT_PITCH, y, row, dot, ink)


def _draw_dot(x: float, y: float, row: DotRow, dot: int, ink: str) -> Path:
    if row.low <= dot < row.high:
        return Path(circle(x, y, PERHAPS), stroke=ink, width=RING_WEIGHT)
    return Path(circle(x, y, REACHED if dot < row.low else NOT_REACHED), fill=ink)
