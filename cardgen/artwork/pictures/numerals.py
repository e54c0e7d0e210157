"""Numbers in the syntax of SVG."""

from __future__ import annotations

import re

from cardgen.artwork.pictures.undrawable import unreadable

NUMBER = r"[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?(?!\d)"
NUMBERS = re.compile(rf"[\s,]*({NUMBER})")
LARGEST_NUMBER = 1e9
"""No picture needs larger numbers, and arithmetic up to here is safe."""


def parse_svg_number(text: str) -> float:
    """One number; UndrawableError when it is far too large."""
    value = float(text)
    if abs(value) > LARGEST_NUMBER:
        raise unreadable("extremely large numbers")
    return value


def parse_svg_numbers(text: str) -> tuple[float, ...]:
    """Numbers separated by spaces or commas; UndrawableError when there is anything else."""
    found, end = [], 0
    while match := NUMBERS.match(text, end):
        found.append(parse_svg_number(match[1]))
        end = match.end()
    if text[end:].strip():
        raise unreadable("numbers")
    return tuple(found)
