"""A face: one side of a card, or a page, with marks at fixed places and tags that say what they are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.units import Size


class Tag(Struct, frozen=True):
    """What a stretch of a face's marks is, for somebody who hears the page instead of seeing it.

    Tags follow each other as they are to be read; marks that no tag covers only adorn the page.
    """

    role: str
    """A standard structure type of PDF: H1, P, L, LI, LBody, Table, TR, TD, Figure, ..."""
    start: int
    stop: int
    """The number of the first mark, and of the first that is not part of it."""
    alt: str = ""
    """What is read in place of the marks: what a drawing shows, or words that stand apart, in a row."""
    scope: str = ""
    """What a heading in a table is for: Row or Column."""
    parts: tuple[Tag, ...] = ()
    """When it has any, only what they cover is read."""


class Face(Struct, frozen=True):
    """One side of one card, or one page."""

    name: str
    size: Size
    marks: tuple[Mark, ...]
    tags: tuple[Tag, ...] = ()
    rooms: dict[str, Size] = {}
    """How large the pictures on it would be that have few pixels, if they had enough; by the digests of their files."""

    def listing(self) -> str:
        """The face as lines of text, for people and for tests that compare."""
        return "\n".join([f"{self.name} {self.size.width:.1f} x {self.size.height:.1f}", *map(_line, self.marks)])


class Card(Struct, frozen=True):
    """The two sides of a card; `back` is None when nothing is printed there."""

    front: Face
    back: Face | None = None
    revision: str = ""
    """A hash of all that is printed on it; the front shows the first digits."""

    def __iter__(self) -> Iterator[Face]:
        """The sides that something is printed on."""
        return (face for face in (self.front, self.back) if face)


def _line(mark: Mark) -> str:
    match mark:
        case Text():
            return f"text {mark.x:.1f} {mark.y:.1f} {mark.font} {mark.size:g} {mark.color} | {mark.text}"
        case Use():
            return f"use  {mark.x:.1f} {mark.y:.1f} x{mark.scale:.3f} {mark.art.name}"
        case Path():
            points = " ".join(letter + ",".join(f"{value:.1f}" for value in values) for letter, values in mark.outline)
            dash = f" dash {mark.dash}" if mark.dash else ""
            return f"path fill {mark.fill} stroke {mark.stroke} {mark.width:g}{dash} | {points}"
