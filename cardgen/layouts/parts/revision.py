"""The mark on the front of a card that changes when anything that is printed on the card does."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import replace

from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Artwork, Clip, Drawn, Mark, Path, Stencil, Stenciled, Text, Transformed, Use
from cardgen.scene.record import SHOWN_DIGITS, digest
from cardgen.scene.text import width

UNKNOWN = "\0" * SHOWN_DIGITS
"""The text of the mark until both sides are known, and so the revision; no author can write it."""
WIDEST = "0" * SHOWN_DIGITS
MARK_FONT = "regular"
KINDS: dict[type[Any], int] = {Text: 0, Use: 1, Path: 2, Clip: 3, Stenciled: 4, Transformed: 5}
COARSE = 8192.0
"""A float of 32 bits has no digits below a thousandth next to it; adding it is faster than rounding."""


def revision_mark(right: float, baseline: float, size: float, color: str) -> Text:
    """A mark that ends at `right`; `card_of` fills it in."""
    return Text(right - width(WIDEST, MARK_FONT, size), baseline, UNKNOWN, MARK_FONT, size, color)


def is_marked(front: Face) -> bool:
    """Whether a front has a mark to be filled in."""
    return any(type(mark) is Text and mark.text == UNKNOWN for mark in front.marks)


def card_of(front: Face, back: Face | None = None) -> Card:
    """A card with its revision, whose first digits are in the mark of its front."""
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
    """All that is printed on a face."""
    return [_settled(face.size), *_separate(face.marks)]


def _separate(marks: Sequence[Mark | Drawn]) -> Iterator[object]:
    """The content of marks: the order of their kinds, then for each kind all but the numbers, and the numbers.

    For a drawing or a picture it is a hash of its own, because one is on many faces.
    """
    of_kinds: dict[type[Any], list[Any]] = {kind: [] for kind in KINDS}
    for mark in marks:
        of_kinds[type(mark)].append(mark)
    texts, uses, paths, clips, stenciled, transformed = of_kinds.values()
    yield bytes([KINDS[type(mark)] for mark in marks])
    yield list(map(attrgetter("text", "font", "color"), texts))
    yield [_art_digest(mark.art) for mark in uses]
    yield [(_stencil_digest(mark.stencil), mark.fill, mark.stroke) for mark in stenciled]
    yield [(mark.fill, mark.stroke, mark.dash) for mark in paths]
    yield [letter for mark in (*paths, *clips) for letter, _ in mark.outline]
    yield _settled([number for mark in texts for number in (mark.x, mark.y, mark.size)])
    yield _settled([number for mark in uses for number in (mark.x, mark.y, mark.scale)])
    yield _settled([number for mark in transformed for number in (mark.x, mark.y, *mark.matrix)])
    yield _settled([mark.width for mark in (*paths, *stenciled)])
    yield _settled([number for mark in (*paths, *clips) for _, given in mark.outline for number in given])
    yield [list(_separate(mark.marks)) for mark in (*clips, *transformed)]


def _settled(numbers: Sequence[float]) -> bytes:
    """Numbers to a thousandth of a point: the last digits of a sine, or of a sum, are not the same on every machine."""
    return struct.pack(f"{len(numbers)}f", *[number + COARSE for number in numbers])


@lru_cache(maxsize=512)
def _art_digest(art: Artwork) -> str:
    return art.digest or _digest(list(_separate(art.marks)))


@lru_cache(maxsize=512)
def _stencil_digest(stencil: Stencil) -> str:
    return _digest(list(_separate([Path(outline) for outline in stencil.outlines])))


def _digest(content: object) -> str:
    return digest(msgspec.msgpack.encode(content, enc_hook=float))  # a Length is a float that msgspec does not know
