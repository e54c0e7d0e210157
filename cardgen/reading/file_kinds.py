"""Tells by its keys or its name what a YAML file is: a routine, a program, a stock, a theme, a language, settings."""

from __future__ import annotations

import re
from typing import Literal

FileKind = Literal["routine", "program", "stock", "theme", "language", "settings"]

KINDS_BY_KEY: dict[str, FileKind] = {
    "parts": "program",
    "accents": "theme",
    "width": "stock",
    "height": "stock",
    "language": "language",
}
"""Keys at the margin that only files of one kind have; a file with none of them is a routine."""
KINDS_BY_NAME: dict[str, FileKind] = {"words.yaml": "language", "config.yaml": "settings"}
"""Names that only files of one kind have, whatever is in them."""
TELLING_KEY, STEPS = (re.compile(rf'\n(?:  ")?({keys})"?:') for keys in ("|".join(KINDS_BY_KEY), "steps"))
"""In JSON a key is in quotes, after two spaces. A line feed is found faster than the beginning of a line. Steps tell a
routine that says what language it is in from a file of words."""


def file_kind(text: str, name: str = "") -> FileKind:
    """The kind of file that has this text, or this name."""
    if name in KINDS_BY_NAME:
        return KINDS_BY_NAME[name]
    lines = f"\n{text}"
    found = TELLING_KEY.search(lines)
    kind = KINDS_BY_KEY[found[1]] if found else "routine"
    return "routine" if kind == "language" and STEPS.search(lines) else kind
