"""What a file of YAML is, told by its keys: a routine, a program, a stock, a theme or a language."""

from __future__ import annotations

import re
from typing import Literal

FileKind = Literal["routine", "program", "stock", "theme", "language"]

TELLING: dict[str, FileKind] = {
    "parts": "program",
    "accents": "theme",
    "width": "stock",
    "height": "stock",
    "language": "language",
}
"""Keys that files of one kind alone begin a line with; a file that has none of them is a routine."""
KEY = re.compile(rf'^(?:  ")?({"|".join(TELLING)})"?:', re.MULTILINE)
"""In JSON a key is quoted, and stands behind two blanks."""


def file_kind(text: str) -> FileKind:
    """What a text of YAML is."""
    found = KEY.search(text)
    return TELLING[found[1]] if found else "routine"
