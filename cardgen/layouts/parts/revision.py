"""The mark on each card that changes when anything that is printed on the card does."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from msgspec.structs import replace

from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Artwork, Text, Use
from cardgen.scene.record import SHOWN, digest
from cardgen.scene.text import width

COMING = "\0" * SHOWN
"""Stands on a front until both sides are known and so the revision; no author can write it."""
WIDEST = "0" * SHOWN
FONT = "regular"


def mark_place(right: float, baseline: float, size: float, color: str) -> Text:
    """Where the mark comes: it ends at `right`."""
    return Text(right - width(WIDEST, FONT, size), baseline, COMING, FONT, size, color)


def card_of(front: Face, back: Face | None = None) -> Card:
    """A card with its revision, and with the first digits of it where the front has a place for them."""
    revision = _digest([_content(face) for face in (front, back) if face])
    return Card(_marked(front, revision[:SHOWN]), back, revision)


def _marked(face: Face, shown: str) -> Face:
    marks = [_shown(mark, shown) if type(mark) is Text and mark.text == COMING else mark for mark in face.marks]
    return replace(face, marks=tuple(marks))


def _shown(mark: Text, shown: str) -> Text:
    """The mark itself, moved to the right by what it is narrower than its place."""
    # Digit by digit: widths are kept, and a long deck would fill their store with marks that never come again.
    spare = width(WIDEST, FONT, mark.size) - sum(width(digit, FONT, mark.size) for digit in shown)
    return replace(mark, x=mark.x + spare, text=shown)


def _content(face: Face) -> list[object]:
    """All that is printed on a face; for a drawing or a picture its own hash, because one is on many faces."""
    return [
        face.size,
        [(_drawn(mark.art), mark.x, mark.y, mark.scale) if type(mark) is Use else mark for mark in face.marks],
    ]


@lru_cache(maxsize=512)
def _drawn(art: Artwork) -> str:
    return art.digest or _digest(art.marks)


def _digest(content: object) -> str:
    return digest(msgspec.msgpack.encode(content, enc_hook=float))  # a Length is a float that it does not know
