"""A cell of a table: what an author gave as a text that does nothing in a spreadsheet, and such a text read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from cardgen.reading.parser import parse_number
from cardgen.reading.places import structs_in
from cardgen.reading.writer import as_flow_yaml, write_number

STARTS = re.compile(r"[\s\"']*[=+\-@]|'")
"""What a spreadsheet takes for the start of a formula, or for the sign that a cell is text."""
INSIDE = re.compile(r"(;|(?<![\s\"'])[\s\"'])[\s\"']*(?=[=+\-@])")
"""What may stand before a formula inside of a text."""
PARTED = re.compile(r"[;\t\r\n]")
"""Where another cell begins for a spreadsheet that does not part them at commas, as in much of Europe."""
FOLD = re.compile(r"(?<!\s)\s*[\r\n\t]\s*")
DECIMAL_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})")
"""Three digits behind the comma might as well be thousands."""
MONTH = (
    r"(jan|ene|gen|feb|fév|mar|mär|maa|mrz|apr|avr|abr|may|mai|mei|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|oct|okt|ott|"
    r"nov|dec|dez|déc|dic)[^\W\d_]*\.?"
)
DATE = re.compile(
    rf"\d{{1,2}}[-./ ]+{MONTH}([-./ ]+\d{{2,4}})?|{MONTH}[-./ ]+\d{{1,4}}|\d{{1,4}}[-./]\d{{1,2}}[-./](\d{{1,4}})?",
    re.IGNORECASE,
)
"""What spreadsheets make of "3-5": 3-May, 03. Mai, Mar-05, 2024-05-03, 03.05."""
CHANGED = re.compile(rf"[\d\s.,:/-]+|\d+e\d+|true|false|{DATE.pattern}", re.IGNORECASE)
"""Texts that spreadsheets take for numbers and dates, and write in another way: 010, 1/2, march-5."""


def write_cell(value: Any) -> str:
    """A value as the text of a cell; where it might become a formula or a date stands an apostrophe, against that."""
    text = INSIDE.sub(lambda match: PARTED.sub(r"\g<0>'", match[0]), _said(value))
    changed = isinstance(value, str) and CHANGED.fullmatch(text)
    return f"'{text}" if not text or changed or STARTS.match(text) or text != _folded(text) else text


def read_cell(cell: str) -> str:
    """The text that a cell stands for: as it is behind an apostrophe, else in one line, without blanks round it."""
    text = cell[1:] if cell.startswith("'") else _folded(cell)
    return INSIDE.sub(lambda match: re.sub(r"([;\t\r\n])'", r"\1", match[0]), text)


def _folded(text: str) -> str:
    return FOLD.sub(" ", text.strip())


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return f"{value}".lower()
    if isinstance(value, (list, dict)):
        return as_flow_yaml(value)
    return write_number(value) if isinstance(value, float) else str(value)


def is_notation(text: str, types: list[Any]) -> bool:
    """A cell holds a list or a mapping, as it would stand in a file."""
    return text[:1] in ("[", "{") and bool(structs_in(types) or {list, tuple} & {get_origin(kind) for kind in types})


def parse_scalar(text: str, types: list[Any]) -> Any:
    """The value of a text where one of these types belongs; what does not fit any stays text.

    Capitals do not matter in words that are known; a decimal comma is as good as a point.
    """
    choices, small = list(_choices(types)), text.lower()
    if bool in types and small in ("true", "false"):
        return small == "true"
    if small in choices:
        return small
    comma = DECIMAL_COMMA.fullmatch(text) if float in types else None
    numeric = {int, float} & set(types) or any(isinstance(choice, int) for choice in choices)
    found = parse_number(f"{comma[1]}.{comma[2]}" if comma else text) if numeric else None
    return text if found is None else found


def is_date(value: Any, types: list[Any]) -> bool:
    """A spreadsheet made a date of what was meant as a number, or as two."""
    return isinstance(value, str) and bool({int, float} & set(types)) and bool(DATE.fullmatch(value))


def _choices(types: list[Any]) -> Iterator[Any]:
    return (choice for kind in types if get_origin(kind) is Literal for choice in get_args(kind))
