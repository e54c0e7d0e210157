"""Numbers as people write them, and how a file has them."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NAMED = {word: str(number) for number, word in enumerate(WORDS, 1)} | {"once": "1", "twice": "2"}
# Compiled when a number is wrong, which is seldom.
PLAIN = r"\+?0*(\d{1,9})(?:[.,](\d{1,9}))?\.?"
POINT_FIRST = r"\+?[.,](\d{1,9})"
LARGE = r"[+-]?\d{10,}(\.\d*)?"
CLOCK = r"(\d{1,3}):([0-5]\d)"
BETWEEN = r"(\d{1,3}) ?(?:-|–|to|\.\.) ?(\d{1,3})"
ABOUT = r"(?:about|around|circa|ca\.?|~|≈) ?(\d{1,3}(?:\.\d{1,2})?)"


class NumberField(Struct, frozen=True):
    """Which numbers can stand in a place."""

    field: str
    """The key that the number belongs to."""
    whole: bool
    ranged: bool
    """A list of the least and the most may stand there."""
    estimated: bool
    """`{about: ...}` may stand there."""


def suggest_number(text: str, wanted: NumberField) -> str:
    """What to write in place of a text that was meant as a number; empty when none was meant.

    YAML takes 010 for eight, 1:30 for ninety, and other programs differ again.
    """
    text = text.strip().lower()
    if plain := _plain(text):
        number, fraction = plain
        return "Write a whole number." if wanted.whole and fraction else f"Write {number}{fraction}."
    if found := re.fullmatch(CLOCK, text, re.ASCII):
        return _clock(int(found[1]), int(found[2]), wanted)
    if found := re.fullmatch(BETWEEN, text, re.ASCII):
        return _between(int(found[1]), int(found[2]), wanted)
    if found := re.fullmatch(ABOUT, text, re.ASCII):
        return f"Write {{about: {found[1]}}}." if wanted.estimated else f"Write {found[1]}."
    if re.fullmatch(LARGE, text, re.ASCII):
        return "It is too large."
    if not re.match(r"[+-]?[.,]?\d|[-+]?\.(?:nan|inf)$", text):
        return ""
    if re.search(r"\d.*[a-z]$", text) and not re.match("0[xob]", text):
        return "Write the number alone, without any word."
    return "Write digits only." if wanted.whole else "Write digits, with a point where one is needed, as in 1.5."


def _plain(text: str) -> tuple[str, str] | None:
    """A number without signs and words, before its point and from it on; None for anything else."""
    if found := re.fullmatch(PLAIN, text, re.ASCII):
        return found[1], f".{found[2]}" if found[2] else ""
    if found := re.fullmatch(POINT_FIRST, text, re.ASCII):
        return "0", f".{found[1]}"
    if len(text) == 1 and text.isnumeric():
        whole, _, fraction = f"{unicodedata.numeric(text):.4g}".partition(".")
        return whole, f".{fraction}" if fraction else ""
    return (NAMED[text], "") if text in NAMED else None


def _clock(minutes: int, seconds: int, wanted: NumberField) -> str:
    if not wanted.whole:
        return f"Write minutes with a point: {minutes + seconds / 60:.4g}."
    return f"Write {60 * minutes + seconds}." if wanted.field in ("seconds", "hold") else "Write a whole number."


def _between(least: int, most: int, wanted: NumberField) -> str:
    if wanted.ranged:
        return f"Write [{least}, {most}]."
    if not wanted.estimated:
        return "Write one number."
    if wanted.whole:
        return f"Write {{about: {(least + most) // 2}}}."
    return f"Write {{about: {(least + most) / 2:g}, least: {least}, most: {most}}}."
