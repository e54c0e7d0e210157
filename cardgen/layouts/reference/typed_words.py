"""The words that an author types for the signs in a legend."""

from __future__ import annotations

from functools import cache
from typing import get_args

from cardgen.artwork.icons import icon_meaning
from cardgen.files.folders import DATA
from cardgen.model.vocabulary import LEVELS, Direction, GiverPlace, HandPart, Position, Sign, Technique
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model

KEYS = {"giver": get_args(GiverPlace), "receiver": get_args(Position), "pressure": tuple(map(str, range(len(LEVELS))))}
"""Keys that begin the names of icons, and the words that end them; a level has its number there."""
GROUPS = {"direction": ("direction", get_args(Direction)), "hands": ("hands", get_args(HandPart))}
"""The keys of groups of icons, and the words for them."""


class Typed(Model, frozen=True):
    """The words to type for icons whose names do not tell, and the signs that show techniques."""

    icons: dict[str, str]
    techniques: dict[Technique, Sign]


@cache
def _typed() -> Typed:
    return read_document(DATA / "typed.yaml", Typed).model


def type_icon(name: str) -> str:
    """The words to type for an icon: "direction: across", "icon: oil" in a note; empty for an internal one."""
    if name in _typed().icons:
        return _typed().icons[name]
    key, _, word = name.partition("-")
    if word in KEYS.get(key, ()):
        return f"{key}: {LEVELS[int(word)] if key == 'pressure' else word}"
    key, words = GROUPS.get(icon_meaning(name)[0], ("icon", ()))
    return f"{key}: {name}" if name in words else f"icon: {name}"


def technique_signs() -> dict[Technique, Sign]:
    """The sign that shows each technique."""
    return _typed().techniques
