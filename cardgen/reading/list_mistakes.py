"""Finds what keeps a list from being read: a sign that is no hyphen, a wrong column, a space that is none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from cardgen.reading.syntax_mistakes import Mistake, indent_of, is_written
from cardgen.suggestions import BULLETS

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Characters that look like a space, and are none in YAML."""
MISPLACED_SPACE = rf"[ {SPACES}]*?(?:-[ {SPACES}]*?)*(?:[\w-]+:[ ]*)?[{SPACES}]"
"""The beginning of a line with such a character where only a space may be."""
BULLET = rf" *([{BULLETS}])(?:\s+|(?=[\w-]+:\s))(?=\S)"
"""The beginning of a line with a sign in place of a hyphen."""
NO_SPACE = r" *-(?=[\w-]+:\s)"
ENTRY = r" *- +([\w-]+):(?:\s|$)"
"""The beginning of an entry whose first key is on its line."""


def find_list_mistake(error: Any, lines: Sequence[str]) -> Mistake | None:
    """What is wrong with the line where the YAML library stopped, or with the one above it, as part of a list."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or mark.line >= len(lines):
        return None
    above = next((row for row in range(mark.line - 1, -1, -1) if is_written(lines[row])), mark.line)
    for row in (above, mark.line):
        if mistake := _wrong_sign(row, lines[row]):
            return mistake
    entry = re.match(ENTRY, lines[mark.line])
    return _wrong_column(mark.line, entry[1], lines) if entry else None


def _wrong_sign(row: int, line: str) -> Mistake | None:
    """A character in place of a space or of a hyphen."""
    if found := re.match(MISPLACED_SPACE, line):
        name = unicodedata.name(line[found.end() - 1]).lower()
        problem = f"An invisible character, {name} (U+{ord(line[found.end() - 1]):04X}), is in place of a space here."
        corrected = re.sub(f"[{SPACES}]", " ", found[0]) + line[found.end() :]
        return Mistake(row + 1, found.end(), problem, "Type a space in its place.", corrected=corrected)
    if found := re.match(BULLET, line):
        corrected = f"{line[: found.start(1)]}- {line[found.end() :]}"
        problem = f"A '{found[1]}' is in place of a hyphen here."
        return Mistake(row + 1, found.start(1) + 1, problem, "Write '- ' in its place.", corrected=corrected)
    if found := re.match(NO_SPACE, line):
        corrected = f"{found[0]} {line[found.end() :]}"
        problem = "There is no space after this dash."
        return Mistake(row + 1, found.end() + 1, problem, "Write '- ', then the text.", corrected=corrected)
    return None


def _wrong_column(row: int, key: str, lines: Sequence[str]) -> Mistake | None:
    """An entry whose hyphen is not below the others of its list, or the first entry, which has none."""
    column = indent_of(lines[row])
    entries = dict(_open_entries(row, lines))
    if not entries:
        return _first_without_hyphen(row, key, lines)
    if column in map(indent_of, (lines[entry] for entry in entries)):
        return None
    before = next((entry for entry, begin in entries.items() if begin == key), next(iter(entries)))
    problem = f"This entry of a list does not start in the column of the one on line {before + 1}."
    return Mistake(row + 1, column + 1, problem, f"Put its hyphen below that one: {_spaces(indent_of(lines[before]))}.")


def _open_entries(row: int, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The entries above a row that it may follow, from the nearest one on, each with its first key."""
    least = None
    for above in range(row - 1, -1, -1):
        if not is_written(lines[above]):
            continue
        indent = indent_of(lines[above])
        if least is None or indent < least:
            if lines[above].lstrip().startswith("- "):
                begun = re.match(ENTRY, lines[above])
                yield above, begun[1] if begun else ""
            least = indent


def _first_without_hyphen(row: int, key: str, lines: Sequence[str]) -> Mistake | None:
    """The first line below the key of a list that goes on at `row`: there is no hyphen in it."""
    column, first = indent_of(lines[row]), row
    for above in range(row - 1, -1, -1):
        if not is_written(lines[above]):
            continue
        if indent_of(lines[above]) <= column and lines[above].split(" #")[0].rstrip().endswith(":"):
            break
        first = above
    else:
        return None
    begun = re.match(r" *([\w-]+):", lines[first])
    if first == row or begun is None:
        return None
    problem = f"An entry of the list begins here without its hyphen: the next one, on line {row + 1}, has it."
    remedy = f"Write '- {key}: ...'" + ("" if begun[1] == key else " above this line")
    return Mistake(
        first + 1, indent_of(lines[first]) + 1, problem, f"{remedy}, its hyphen above the one on line {row + 1}."
    )


def _spaces(count: int) -> str:
    return "without spaces" if not count else "after one space" if count == 1 else f"after {count} spaces"
