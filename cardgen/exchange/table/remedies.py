"""Remedies for a table: which cells to fill in, where a file would have a group of keys."""

from __future__ import annotations

import json
import re

from cardgen.exchange.table.columns import ROUTINE_ROW, all_columns, parts_of
from cardgen.reading.amount_mistakes import AFTER_REPEAT, WITH_OTHERS

LIST = r"\[[^\]]*\]"
QUOTED = r'"(?:[^"\\]|\\.)*"'
PAIR = rf"\w+: (?:{LIST}|{QUOTED}|[^',{{}}\[\]]+)"
PAIRS = rf"{PAIR}(?:, {PAIR})*"
GROUP = re.compile(rf"(?:'({PAIRS})'|'(\w+): \{{({PAIRS})\}}'|'?\{{({PAIRS})\}}'?)(?: in the step)?")
"""Keys with their values, as a file has them: 'times: 3, each: side', {level: [light]} or 'force: {level: light}'."""
WHOLE = re.compile(rf"Write (?:what you mean: )?(?={GROUP.pattern})")
"""The start of a remedy that leaves nothing in the cell itself."""
OTHER_CHOICE = re.compile(r", or '[\w-]+' for ")
"""A choice for the cell itself."""
TO_FILL_IN = re.compile(r"(?:Add|Write) ('\w+): \.\.\.'")
"""A key whose value only its author knows."""
NAME = re.compile(r"'(\w+)'(?! in each of these steps| \()")
"""A key; one of steps is the same word as the column in their rows, and one with its meaning behind it is a value."""
NUMBERS = re.compile(r"\[(\d+), (\d+)\]")


def in_columns(remedy: str, column: str) -> str:
    """A remedy for a cell of a column, with the names of columns and the texts of cells instead of keys and values."""
    found: list[str] = []
    if remedy.startswith(AFTER_REPEAT):
        remedy = f"Write {remedy.removeprefix(AFTER_REPEAT).removesuffix(WITH_OTHERS)}."
    moved = WHOLE.match(remedy)
    remedy = TO_FILL_IN.sub(r"Fill in \1'", remedy)
    remedy = GROUP.sub(lambda match: _as_cells(match, column, found), remedy)
    if not remedy.startswith("Did you mean"):
        remedy = NAME.sub(lambda match: _place_of(match[1], column), remedy)
    remedy = NUMBERS.sub(r"\1 to \2", remedy)
    stays = column in found or OTHER_CHOICE.search(remedy)
    return f"{remedy} Then empty this cell." if moved and not stays else remedy


def name_columns(problem: str, column: str) -> str:
    """What is wrong in a cell of a column, with the names of columns in place of keys."""
    return GROUP.sub(lambda match: _as_cells(match, column, []), problem)


def _place_of(key: str, column: str) -> str:
    """The column of a key, or the kind of row that a list of the routine has; outside a step, the row comes first."""
    row = parts_of(ROUTINE_ROW).get(key)
    name = _column_of(key, column)
    if row and (name is None or column in row.columns):
        return f"a row '{row.name}'"
    return f"'{name or key}'"


def _as_cells(match: re.Match[str], column: str, found: list[str]) -> str:
    """The cells of a group of keys; the group itself if one of them has no column. Adds the columns to `found`."""
    cells = [pair.split(": ", 1) for pair in re.findall(PAIR, match[1] or match[3] or match[4])]
    columns = [_column_of(f"{match[2]}.{key}" if match[2] else key, column) for key, _ in cells]
    if None in columns:
        return match[0]
    found += filter(None, columns)
    texts = [json.loads(text) if re.fullmatch(QUOTED, text) else text for _, text in cells]
    return " and ".join(f"{text} in '{name}'" for name, text in zip(columns, texts, strict=True))


def _column_of(key: str, column: str) -> str | None:
    """The column of a key that belongs to the value of a column, to its neighbors, to the row, or to one group."""
    outer = column.split(".")
    names = (".".join([*outer[:end], key]) for end in range(len(outer), -1, -1))
    ending = [name for name in all_columns() if name.endswith(f".{key}")]
    return next((name for name in names if name in all_columns()), ending[0] if len(ending) == 1 else None)
