"""The record of a print, which its PDF carries: the command, the source files, the cards."""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec import Struct

DocumentKind = Literal["cards", "plan", "booklet", "legend", "body", "test sheet"]
__version__ = "0.1.0"
"""The version of cardgen, as in `pyproject.toml`."""
RECORD_ELEMENT = "dc:source"
"""The XMP element that holds the record (Dublin Core: what the document was made from)."""
SHOWN_DIGITS = 4
"""The number of digits of a card's revision that are printed on it."""


class Command(Struct, frozen=True):
    """A command as it was given, with its values as they were understood, without the path of the PDF."""

    name: str
    arguments: tuple[str, ...] = ()
    options: dict[str, str] = {}
    """The options that were given; a flag has no value."""

    def __str__(self) -> str:
        """The command line."""
        options = (word for option in self.options.items() for word in option if word)
        if any(argument.startswith("-") for argument in self.arguments):
            return shlex.join(["cardgen", self.name, *options, "--", *self.arguments])
        return shlex.join(["cardgen", self.name, *self.arguments, *options])


class Source(Struct, frozen=True, array_like=True):
    """A file that a PDF was made from: its name and a hash of its content."""

    name: str
    digest: str


class CardEntry(Struct, frozen=True, omit_defaults=True):
    """A card of a deck, or a page: its name, a hash of everything printed on it, and whether it is in this PDF."""

    name: str
    revision: str
    printed: bool = True

    @property
    def mark(self) -> str:
        """The part of the revision that is printed on the card's front."""
        return self.revision[:SHOWN_DIGITS]


class Record(Struct, frozen=True):
    """How a PDF was made."""

    kind: DocumentKind
    command: Command | None = None
    """None when a program made it without a command."""
    sources: tuple[Source, ...] = ()
    card: tuple[float, float] | None = None
    """Width and height of a card in millimeters."""
    cards: list[CardEntry] = []
    pages: list[CardEntry] = []
    """Of a plan or a booklet, as they are read."""
    version: str = __version__
    """The version of cardgen that made it."""

    @property
    def parts(self) -> list[CardEntry]:
        """The parts that can be compared with another print: cards, or pages."""
        return self.cards or self.pages

    @property
    def revisions(self) -> list[str]:
        """Of all cards or pages, in order."""
        return [part.revision for part in self.parts]

    def json(self) -> str:
        """The record as it is written into a PDF."""
        return msgspec.json.encode(self).decode()


class Changes(Struct, frozen=True):
    """How a print differs from earlier ones; several cards of a deck can have the same name."""

    new: tuple[CardEntry, ...]
    changed: tuple[CardEntry, ...]
    gone: tuple[CardEntry, ...]
    """Earlier cards that have changed or are no longer in the deck, and should be thrown away."""

    @classmethod
    def between(cls, earlier: Sequence[Record], now: Record) -> Changes:
        """Compare the records of several prints: what not all of the earlier ones have is new or changed."""
        names = {part.name for record in earlier for part in record.parts}
        known = known_revisions(earlier)
        differing = [part for part in now.parts if part.revision not in known]
        new = tuple(part for part in differing if part.name not in names)
        changed = tuple(part for part in differing if part.name in names)
        current = set(now.revisions)
        gone = {part.revision: part for record in earlier for part in record.parts if part.revision not in current}
        return cls(new, changed, tuple(gone.values()))


def known_revisions(earlier: Sequence[Record]) -> frozenset[str]:
    """The revisions that each of these prints has."""
    return frozenset.intersection(*(frozenset(record.revisions) for record in earlier))


def digest(data: bytes) -> str:
    """A short hash: 16 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()
