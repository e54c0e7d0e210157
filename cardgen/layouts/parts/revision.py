"""The mark on the front of a card that changes when anything that is printed on the card does."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from msgspec.structs import replace

from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Artwork, Text, Use
from cardgen.scene.record import SHOWN_DIGITS, digest
from cardgen.scene.text import width

UNKNOWN = "\0" * SHOWN_DIGITS
"""The text of the mark until both sides are known, and so the revision; no author can write it."""
WIDEST = "0" * SHOWN_DIGITS
MARK_FONT = "regular"


def revision_mark(right: float, baseline: float, size: float, color: str) -> Text:
    """A mark that ends at `right`; `card_of` fills it in."""
    return Text(right - width(WIDEST, MARK_FONT, size), baseline, UNKNOWN, MARK_FONT, size, color)


def is_marked(front: Face) -> bool:
    """Whether a front has a mark to be filled in."""
    return any(type(mark) is Text and mark.text == UNKNOWN for mark in front.marks)


def card_of(front: Face, back: Face | None = None) -> Card:
    """A card with its revision, the first digits of which are in the mark of its front."""
    revision = revision_of(*(face for face in (front, back) if face))
    return Card(_marked(front, revision[:SHOWN_DIGITS]), back, revision)


def revision_of(*faces: Face) -> str:
    """A hash of everything that is printed on these faces."""
    return _digest(list(map(_content, faces)))


def _marked(face: Face, shown: str) -> Face:
    marks = [_filled(mark, shown) if type(mark) is Text and mark.text == UNKNOWN else mark for mark in face.marks]
    return replace(face, marks=tuple(marks))


def _filled(mark: Text, shown: str) -> Text:
    """The mark with its text, which ends where the widest one would."""
    # Digit by digit: widths are cached, and a long deck would fill the cache with marks that never come again.
    spare = width(WIDEST, MARK_FONT, mark.size) - sum(width(digit, MARK_FONT, mark.size) for digit in shown)
    return replace(mark, x=mark.x + spare, text=shown)


def _content(face: Face) -> list[object]:
    """All that is printed on a face; for a drawing or a picture its own hash, because one is on many faces."""
    return [
        face.size,
        [(_art_digest(mark.art), mark.x, mark.y, mark.scale) if type(mark) is Use else mark for mark in face.marks],
    ]


@lru_cache(maxsize=512)
def _art_digest(art: Artwork) -> str:
    return art.digest or _digest(art.marks)


def _digest(content: object) -> str:
    return digest(msgspec.msgpack.encode(content, enc_hook=float))  # a Length is a float that msgspec does not know
