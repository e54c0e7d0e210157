"""Writes values as texts that a spreadsheet leaves alone, and reads them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from cardgen.model.prose import Passage
from cardgen.reading.parser import parse_number
from cardgen.reading.value_types import structs_in
from cardgen.reading.writer import as_flow_yaml, write_number

PASSAGE_KEY = re.compile(r"\{text:|\b(with_steps|ours):")
"""The mark of a text with sentences that belong to steps or are the author's own; no other text has it."""
FORMULA_START = re.compile(r"[\s\"']*[=+\-@]|'")
"""Characters that a spreadsheet takes for the start of a formula, or for the mark of a text cell."""
FORMULA_INSIDE = re.compile(r"(;|(?<![\s\"'])[\s\"'])[\s\"']*(?=[=+\-@])")
"""Characters that may come before a formula inside a text."""
OTHER_DELIMITER = re.compile(r"[;\t\r\n]")
"""The characters at which a spreadsheet that does not separate cells by commas may begin the next cell."""
LINE_BREAK = re.compile(r"(?<!\s)\s*[\r\n\t]\s*")
DECIMAL_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})")
"""With three digits after the comma it might be thousands."""
MONTH = (
    r"(jan|ene|gen|feb|fév|mar|mär|maa|mrz|apr|avr|abr|may|mai|mei|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|oct|okt|ott|"
    r"nov|dec|dez|déc|dic)[^\W\d_]*\.?"
)
DATE = re.compile(
    rf"\d{{1,2}}[-./ ]+{MONTH}([-./ ]+\d{{2,4}})?|{MONTH}[-./ ]+\d{{1,4}}|"
    r"\d{1,4}[-./]\d{1,2}[-./](\d{1,4}([T ]\d{1,2}:\d\d(:\d\d)?)?)?",
    re.IGNORECASE,
)
"""The dates that spreadsheets turn "3-5" into: 3-May, 03. Mai, Mar-05, 2024-05-03 00:00, 03.05."""
CHANGED_TEXT = re.compile(rf"[\d\s.,:/-]+|\d+e\d+|true|false|{DATE.pattern}", re.IGNORECASE)
"""Texts that spreadsheets take for numbers and dates, and rewrite: 010, 1/2, march-5."""


def write_cell(value: Any) -> str:
    """A value as the text of a cell, with an apostrophe wherever it might become a formula, a date, or a list."""
    text = FORMULA_INSIDE.sub(lambda match: OTHER_DELIMITER.sub(r"\g<0>'", match[0]), _as_text(value))
    is_changed = isinstance(value, str) and (CHANGED_TEXT.fullmatch(text) or text[:1] in ("[", "{"))
    return f"'{text}" if not text or is_changed or FORMULA_START.match(text) or text != _on_one_line(text) else text


def read_cell(cell: str) -> str:
    """The text that a cell means: unchanged after an apostrophe, else on one line without spaces around it."""
    text = cell[1:] if cell.startswith("'") else _on_one_line(cell)
    return FORMULA_INSIDE.sub(lambda match: re.sub(r"([;\t\r\n])'", r"\1", match[0]), text)


def _on_one_line(text: str) -> str:
    return LINE_BREAK.sub(" ", text.strip())


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return f"{value}".lower()
    if isinstance(value, (list, dict)):
        return as_flow_yaml(value)
    return write_number(value) if isinstance(value, float) else str(value)


def is_notation(text: str, types: list[Any]) -> bool:
    """Whether a cell has a list or a mapping, written as in a file; prose may well begin with a bracket."""
    if Passage in types and not PASSAGE_KEY.search(text):
        return False
    return text[:1] in ("[", "{") and bool(structs_in(types) or {list, tuple} & {get_origin(kind) for kind in types})


def parse_scalar(text: str, types: list[Any]) -> Any:
    """Read a text as one of these types; it stays text if it fits none of them.

    Known words may be written in any case, and numbers with a decimal comma.
    """
    choices, lower = list(_choices(types)), text.lower()
    if bool in types and lower in ("true", "false"):
        return lower == "true"
    if lower in choices:
        return lower
    comma = DECIMAL_COMMA.fullmatch(text) if float in types else None
    is_numeric = {int, float} & set(types) or any(isinstance(choice, int) for choice in choices)
    found = parse_number(f"{comma[1]}.{comma[2]}" if comma else text) if is_numeric else None
    return text if found is None else found


def is_date(value: Any, types: list[Any]) -> bool:
    """Whether a spreadsheet has turned a number, or a range of two, into a date."""
    return isinstance(value, str) and bool({int, float} & set(types)) and bool(DATE.fullmatch(value))


def _choices(types: list[Any]) -> Iterator[Any]:
    return (choice for kind in types if get_origin(kind) is Literal for choice in get_args(kind))
