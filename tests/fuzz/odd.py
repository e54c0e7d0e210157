"""Odd values, and ways to put them into a file that is still YAML, which a fuzzer of bytes seldom finds."""

from __future__ import annotations

import copy
from random import Random
from typing import Any, get_args

from cardgen.artwork.icons import icons
from cardgen.artwork.views import crops, view
from cardgen.model.areas import areas
from cardgen.model.vocabulary import (
    Direction,
    GiverPlace,
    HandPart,
    Keep,
    Level,
    Limb,
    Position,
    Sides,
    Sign,
    Technique,
)

NUMBERS = (
    -(10**18), -1000, -360, -1, -0.5, 0, 0.0, 0.000001, 0.1, 0.5, 1, 1.5, 2, 5, 9, 20, 30, 90, 180, 360, 600, 999, 1000,
    1001, 86400, 2**31, 2**53 + 1, 10**17,
)  # fmt: skip
TEXTS = (
    "", " ", "\n", "a\nb", "  a  ", ".", "..", "-", "A", "WWWWWWWW", "W" * 48, "w" * 72, "W " * 24, "w" * 600,
    "iiiiiiii " * 60, "supercalifragilistic-expialidocious-word", "&amp; <b>bold</b>", "{{ 7*7 }}", "{% for a in b %}",
    "{{", "}}", "{%", "%s %d %(a)s", "\\", "\\u0041", "(", ")", "\\(", "<<", ">>", "%PDF-1.7", "endstream",
    "<?xpacket end=", "]]>", "<!--", "javascript:alert(1)", "file:///etc/passwd", "../x.yaml", "/etc/passwd", "C:\\x",
    "e\u0301", "\u0301", "\u202e", "\u200b", "\u00ad", "\u00a0", "\u2028", "\u0085", "\ufeff", "\U0001f600", "揉", "א",
    "ﬁ", "é", "ß", "İ", "ŉ", "1:30", "010", "0x1F", "1_000", "1e3", "1e400", ".5", "1,5", "+5", "~", "null", "yes",
    "4-6", "5x", ".nan", ".inf", "9" * 400, "2024-01-01", "#", "@", "`", "!!str", "&a", "*a", "0 mm", "0.001 mm",
    "40 mm", "500 mm", "9999 in", "-1 mm", "3", "#000000", "#00000", "red", "0 0", "knee.right 0 0", "sacrum 0 -6",
    "spine-mid 1e9 0", "spine-mid 0 0 0", ". 1 1", "back-torso", "body-back", "letter", "a4", "joints", "full-body",
    "[...]", " - at `$.a", "`", "#3", "a #3",
)  # fmt: skip
SHAPES: tuple[Any, ...] = (
    None, True, False, [], {}, [[]], [{}], {"": 1}, {"a": {"b": []}}, [1, 2, 3], [3, 1], [1, 999], ["a"] * 40,
)  # fmt: skip
WORDS = tuple(
    dict.fromkeys(
        word
        for kind in (Direction, GiverPlace, HandPart, Keep, Level, Limb, Position, Sides, Sign, Technique)
        for word in get_args(kind)
    )
)
"""Words that a routine may have."""
NAMES = (*areas(), *icons(), *crops(), "moment", "several", "together", "later", "works", "rests", "ends", "clockwise")
LANDMARKS = tuple(dict.fromkeys(name for crop in crops().values() for name in view(crop.view).landmarks))
REGIONS = tuple(dict.fromkeys(name for crop in crops().values() for name in view(crop.view).regions))
KINDS = (NUMBERS, TEXTS, SHAPES, WORDS, NAMES, LANDMARKS, REGIONS)

Path = tuple[str | int, ...]


def places(data: Any, path: Path = ()) -> list[Path]:
    """The place of every value in a file, except the whole file."""
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [place for key, value in pairs for place in ((*path, key), *places(value, (*path, key)))]


def mutated(data: Any, random: Random, times: int) -> Any:
    """A copy of a file with values dropped, doubled, replaced or moved in this number of places."""
    data = copy.deepcopy(data)
    for _ in range(times):
        if found := places(data):
            _change(data, random.choice(found), found, random)
    return data


def _change(data: Any, place: Path, found: list[Path], random: Random) -> None:
    *way, last = place
    holder = _at(data, way)
    match random.randrange(6):
        case 0:
            del holder[last]
        case 1 if isinstance(holder, list):
            holder.insert(last, copy.deepcopy(holder[last]))
        case 2:
            holder[last] = copy.deepcopy(_at(data, random.choice(found)))
        case 3 if isinstance(holder, dict):
            other = [path for path in found if isinstance(path[-1], str)]
            holder[random.choice(other)[-1]] = holder.pop(last)
        case _:
            holder[last] = copy.deepcopy(random.choice(random.choice(KINDS)))


def _at(data: Any, path: list[str | int] | Path) -> Any:
    for key in path:
        data = data[key]
    return data
