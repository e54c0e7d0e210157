"""The base of the models of data files."""

from __future__ import annotations

import atexit
import gc

import msgspec

from cardgen.reading.amount_texts import AMOUNT_PATTERNS

ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
LETTERS_PATTERN = "^[A-Z]{1,2}$"
COLOR_PATTERN = "^#[0-9A-F]{6}$"
PATTERNS = {
    ID_PATTERN: "lowercase letters, digits, and hyphens, as in 'knead-thigh'",
    LETTERS_PATTERN: "one or two capital letters, as in 'L' or 'LF'",
    COLOR_PATTERN: "six hexadecimal digits in quotes, as in '#0057A2'",
    **AMOUNT_PATTERNS,
}
"""Each pattern that a text may have to follow, in an author's words."""
# Models must not be freed when a process ends: msgspec 0.22 crashes when it frees one in which a text with a pattern
# may stand for a list. Looking through the memory, which is freed with the process, would take 30 ms as well.
atexit.register(gc.freeze)


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Part of a data file: immutable, and strict about its keys.

    Files of models do without `from __future__ import annotations`, whose strings would be evaluated at every start.
    """
