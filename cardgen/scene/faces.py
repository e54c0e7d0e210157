"""Faces: each is one side of a card, or a page, with marks at fixed places and tags for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.units import Size


class Tag(Struct, frozen=True):
    """The role of a run of a face's marks, for people who hear the page instead of seeing it.

    Tags are in reading order; marks that no tag covers are decoration.
    """

    role: str
    """A standard structure type of PDF: H1, P, L, LI, LBody, Table, TR, TD, Figure, ..."""
    start: int
    """The number of its first mark."""
    stop: int
    """The number of the first mark after it."""
    alt: str = ""
    """The text that is read instead of the marks: a description of a drawing, or scattered words in a row."""
    scope: str = ""
    """Row or Column for a heading in a table."""
    parts: tuple[Tag, ...] = ()
    """Tags inside this one; if it has any, only the marks that they cover are read."""
    whole: str = ""
    """The name of the whole it is part of, if it continues over several pages: a table, outside all other tags."""


class Face(Struct, frozen=True):
    """One side of a card, or one page."""

    name: str
    size: Size
    marks: tuple[Mark, ...]
    tags: tuple[Tag, ...] = ()
    full_sizes: dict[str, Size] = {}
    """The sizes that pictures would have if they had enough pixels, by the digests of their files."""

    def text(self, tag: Tag) -> str:
        """The contents of a tag."""
        return " ".join(mark.text for mark in self.marks[tag.start : tag.stop] if isinstance(mark, Text))

    def listing(self) -> str:
        """The face as lines of text, for people and for tests."""
        return "\n".join([f"{self.name} {self.size.width:.1f} x {self.size.height:.1f}", *map(_line, self.marks)])


class Card(Struct, frozen=True):
    """The two sides of a card; `back` is None when nothing is printed there."""

    front: Face
    back: Face | None = None
    revision: str = ""
    """A hash of everything printed on it; the front shows its first digits."""

    def __iter__(self) -> Iterator[Face]:
        """The sides that are printed."""
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
