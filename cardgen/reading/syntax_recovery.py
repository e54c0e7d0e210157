"""Finds all mistakes in a text that is no valid YAML: a line with a mistake is corrected, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from cardgen.reading.list_mistakes import find_list_mistake
from cardgen.reading.syntax_mistakes import Mistake, find_mistake
from cardgen.reading.yaml_loader import Loader

MOST_MISTAKES = 20
"""The most mistakes that are looked for."""
LONGEST_TEXT = 200_000
"""In characters: a longer text is read only once."""
KEY = r"(\s*(?:- +)*)[\w-]+:"
ITEM = r"\s*(?:- +)+"
IN_BRACKETS = r"\s*(?:- +)*(?:[\w-]+: +)?[\[{].*[\]}]\s*(?:#.*)?"
"""A line that begins and ends a value in brackets."""


def find_mistakes(error: yaml.YAMLError, lines: Sequence[str]) -> list[Mistake]:
    """What is wrong in these lines, one mistake to a line; none that comes from another one."""
    found, repaired = [_find(error, lines)], list(lines)
    last = found[-1].explained and sum(map(len, lines)) <= LONGEST_TEXT
    while last and len(found) < MOST_MISTAKES and _repair(repaired, found[-1]):
        further = _first_error(repaired)
        mistake = _find(further, repaired) if further else None
        if mistake is None or not mistake.explained or mistake.line in {each.line for each in found}:
            break
        found.append(mistake)
    return sorted(found)


def _find(error: yaml.YAMLError, lines: Sequence[str]) -> Mistake:
    return find_list_mistake(error, lines) or find_mistake(error, lines)


def _first_error(lines: Sequence[str]) -> yaml.YAMLError | None:
    try:
        for _ in yaml.parse("\n".join(lines), Loader):
            pass
    except yaml.YAMLError as error:
        return error
    return None


def _repair(lines: list[str], mistake: Mistake) -> bool:
    """Correct a line, or put a plain word in the place of its value; False when the extent of that is unknown."""
    row = mistake.line - 1
    if mistake.corrected:
        lines[row] = mistake.corrected
        return True
    line = lines[row]
    if re.fullmatch(IN_BRACKETS, line):
        lines[row] = line[: re.search(r"[\[{]", line).start()] + "x"  # type: ignore[union-attr]
        return True
    begun = re.match(KEY, line) or re.match(ITEM, line)
    if begun is None or mistake.column < begun.end() or _spans_lines(line[begun.end() :].strip()):
        return False
    lines[row] = f"{begun[0].rstrip()} x"
    _clear_rest(lines, row, len(begun[1]) if begun.re.groups else len(line) - len(line.lstrip()))
    return True


def _spans_lines(value: str) -> bool:
    """Whether it cannot be known on which line a value ends."""
    quote = value[:1] in ("'", '"') and value.count(value[:1]) < 2
    return quote or not value or value[0] in "[{|>&*!"


def _clear_rest(lines: list[str], row: int, column: int) -> None:
    """Empty the lines on which the value of a row goes on: those that are indented more than its key."""
    for index in range(row + 1, len(lines)):
        if lines[index].strip() and len(lines[index]) - len(lines[index].lstrip()) <= column:
            break
        lines[index] = ""
