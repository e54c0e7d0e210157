"""Recognizes numbers as people write them, and suggests how to write them in a file."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from msgspec import Struct

from cardgen.errors import shorten
from cardgen.reading.amount_parts import NUMBER_WORDS

# Compiled only when a number is wrong, which is rare.
WHOLE_NUMBER, WITHOUT_UNIT = "Write a whole number.", "Write a number without a unit."
DIGITS_ONLY = "Write digits only."
PLAIN_NUMBER = r"\+?0*(\d{1,9})(?:[.,](\d{1,9}))?\.?"
POINT_FIRST = r"\+?[.,](\d{1,9})"
LARGE_NUMBER = r"[+-]?\d{10,}(\.\d*)?"
CLOCK = r"(\d{1,3}):([0-5]\d)"
RANGE = r"(\d{1,3}) ?(?:-|–|to|\.\.) ?(\d{1,3})"
ESTIMATE = r"(?:about|around|circa|ca\.?|~|≈) ?(\d{1,3}(?:\.\d{1,2})?)"


class NumberField(Struct, frozen=True):
    """Which numbers a field can have."""

    name: str
    whole: bool
    ranged: bool
    """Whether it can have a list of the least and the most."""
    estimated: bool
    """Whether it can have `{about: ...}`."""


def suggest_number(text: str, field: NumberField) -> str:
    """What to write instead of a text that was meant as a number; empty if none was meant.

    YAML reads 010 as eight and 1:30 as ninety, and other programs differ again.
    """
    text = text.strip().lower()
    if plain := _plain(text):
        number, fraction = plain
        if not field.whole or not fraction:
            return f"Write {number}{fraction}."
        return _with_comma(number, fraction, field) if "," in text else WHOLE_NUMBER
    if found := re.fullmatch(CLOCK, text, re.ASCII):
        return _clock(int(found[1]), int(found[2]), field)
    if found := re.fullmatch(RANGE, text, re.ASCII):
        return _between(int(found[1]), int(found[2]), field)
    if field.name == "strength_at_most" and (found := re.fullmatch(r"(\d) ?(?:/|of|out of) ?10", text)):
        return f"Write {found[1]}."
    if found := re.fullmatch(ESTIMATE, text, re.ASCII):
        return f"Write {{about: {found[1]}}}." if field.estimated else f"Write {found[1]}."
    if re.fullmatch(LARGE_NUMBER, text, re.ASCII):
        return "Write a smaller number."
    if not re.match(r"[+-]?[.,]?\d|[-+]?\.(?:nan|inf)$", text):
        return ""
    if re.fullmatch(r"\d+ or \d+", text):
        return "Write one of them."
    if re.search(r"\d.*[a-z]$", text) and not re.match("0[xob]", text):
        return WITHOUT_UNIT
    return DIGITS_ONLY if field.whole else "Write digits, with a decimal point if needed, as in 1.5."


def explain_no_number(text: str, remedy: str) -> str:
    """The problem with a text that was meant as a number and has this remedy."""
    return f"'{shorten(text)}' is not a {'whole number' if remedy.startswith(WHOLE_NUMBER[:-1]) else 'number here'}."


def _plain(text: str) -> tuple[str, str] | None:
    """The digits of a number before its decimal point, and the rest from the point on; None for anything else."""
    if found := re.fullmatch(PLAIN_NUMBER, text, re.ASCII):
        return found[1], f".{found[2]}" if found[2] else ""
    if found := re.fullmatch(POINT_FIRST, text, re.ASCII):
        return "0", f".{found[1]}"
    if len(text) == 1 and text.isnumeric():
        whole, _, fraction = f"{unicodedata.numeric(text):.4g}".partition(".")
        return whole, f".{fraction}" if fraction else ""
    return (NUMBER_WORDS[text], "") if text in NUMBER_WORDS else None


def _with_comma(number: str, fraction: str, field: NumberField) -> str:
    """What to write instead of a comma where a whole number is needed: it may be a decimal point, or mean a range."""
    parted = int(number), int(fraction[1:])
    if not parted[1]:
        return f"Write {number}."
    remedy = f"{WHOLE_NUMBER[:-1]}, {number} or {int(number) + 1}: the comma makes it {number}{fraction}."
    if not field.ranged or 0 in parted or parted[0] == parted[1]:
        return remedy
    least, most = sorted(parted)
    return f"{remedy} If it means {least} to {most}, write [{least}, {most}]."


def _clock(minutes: int, seconds: int, field: NumberField) -> str:
    if not field.whole:
        return f"Write minutes with a decimal point: {minutes + seconds / 60:.4g}."
    return f"Write {60 * minutes + seconds}." if field.name in ("seconds", "hold") else WHOLE_NUMBER


def _between(least: int, most: int, field: NumberField) -> str:
    least, most = sorted((least, most))
    if field.ranged:
        return f"Write [{least}, {most}]." if least else f"The least is 1, as in [1, {max(1, most)}]."
    if not field.estimated:
        return "Write one number."
    bounds = f"least: {least}, most: {most}" if least else f"most: {most}"
    return f"Write {{about: {(least + most) / 2:g}, {bounds}}}."


def as_range(value: Any) -> str:
    """A value as somebody may have meant it: [4, 6] as 4-6."""
    if isinstance(value, list):
        return "-".join(map(str, value)) if len(value) == 2 else ""
    return value if isinstance(value, str) else ""
