"""What a PDF says of its own making: the command, the sources, the cards; put into it, and read from it again."""

from __future__ import annotations

import hashlib
import html
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.files.reading import read_bytes

DocumentKind = Literal["cards", "plan", "booklet", "legend", "body", "test sheet"]
__version__ = "0.1.0"
"""Of cardgen, as in `pyproject.toml`."""
RECORD_ELEMENT = "dc:source"
"""The XMP element that holds the record: what the document was made from (Dublin Core)."""
PACKET_BOUNDS = (b"<?xpacket begin=", b"<?xpacket end=")
"""What an XMP packet stands between."""
MOST_PDF_BYTES = 500_000_000
"""No print is larger: this would be that of a hundred thousand cards."""
SHOWN_DIGITS = 4
"""So many digits of a card's revision are printed on it."""
SEARCHED_BYTES = 1024
"""The header of a PDF and the mark of its end stand within so many bytes of its ends (ISO 32000-1, annex H.3)."""


class Command(Struct, frozen=True):
    """A command as somebody gave it, its values as they were understood, without where the PDF goes."""

    name: str
    arguments: tuple[str, ...] = ()
    options: dict[str, str] = {}
    """The options that were given; a flag has no value."""

    def __str__(self) -> str:
        """As it is typed."""
        options = (word for option in self.options.items() for word in option if word)
        if any(argument.startswith("-") for argument in self.arguments):
            return shlex.join(["cardgen", self.name, *options, "--", *self.arguments])
        return shlex.join(["cardgen", self.name, *self.arguments, *options])


class Source(Struct, frozen=True, array_like=True):
    """A file that a PDF was made from: its name, and a hash of its text."""

    name: str
    digest: str


class CardEntry(Struct, frozen=True, omit_defaults=True):
    """A card: its name, the hash of all that is printed on it, and whether it is in this very PDF."""

    name: str
    revision: str
    printed: bool = True

    @property
    def mark(self) -> str:
        """What is printed of the revision on the card's front."""
        return self.revision[:SHOWN_DIGITS]


class Record(Struct, frozen=True):
    """How a PDF was made. `cards` grows while their pages are drawn, and is complete when the last one is."""

    kind: DocumentKind
    command: Command | None = None
    """None when a program made it, not a command."""
    sources: tuple[Source, ...] = ()
    card: tuple[float, float] | None = None
    """Width and height of a card in millimetres."""
    cards: list[CardEntry] = []
    version: str = __version__
    """Of cardgen."""

    def json(self) -> str:
        return msgspec.json.encode(self).decode()


class Changes(Struct, frozen=True):
    """How a deck differs from an earlier print of it. A deck can have several cards of one name."""

    new: tuple[CardEntry, ...]
    changed: tuple[CardEntry, ...]
    gone: tuple[CardEntry, ...]
    """Earlier cards that have changed, or are not in the deck any more: they are to be thrown away."""

    @classmethod
    def between(cls, earlier: Record, now: Record) -> Changes:
        names = {card.name for card in earlier.cards}
        differing = _others(now, earlier)
        new = tuple(card for card in differing if card.name not in names)
        changed = tuple(card for card in differing if card.name in names)
        return cls(new, changed, _others(earlier, now))


def _others(one: Record, other: Record) -> tuple[CardEntry, ...]:
    """The cards of one print that are not the same in another."""
    revisions = {card.revision for card in other.cards}
    return tuple(card for card in one.cards if card.revision not in revisions)


def digest(data: bytes) -> str:
    """A short hash: 16 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def _between(data: bytes, start: bytes, end: bytes) -> Iterator[bytes]:
    """What stands between two signs, as often as they come; a file without an end takes no longer than others."""
    at = data.find(start)
    while at >= 0 and (stop := data.find(end, at)) >= 0:
        yield data[at + len(start) : stop]
        at = data.find(start, stop)


def read_record(path: Path) -> Record:
    """The record of a PDF, found without reading the PDF; UserError when it is none, or has none."""
    data = read_bytes(path, MOST_PDF_BYTES)
    if b"%PDF-" not in data[:SEARCHED_BYTES]:
        raise UserError(Fault("This file is not a PDF.", file=path))
    element = f"<{RECORD_ELEMENT}>".encode(), f"</{RECORD_ELEMENT}>".encode()
    found = [held for packet in _between(data, *PACKET_BOUNDS) for held in _between(packet, *element)]
    if not found:
        if b"%%EOF" not in data[-SEARCHED_BYTES:]:
            raise UserError(Fault("This PDF is damaged: its end is missing.", file=path))
        problem = "This PDF was not made by cardgen, another program has changed it, or it joins those of a batch."
        raise UserError(Fault(problem, file=path))
    try:
        return msgspec.json.decode(html.unescape(found[-1].decode()), type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        problem = "What this PDF says of its making cannot be read: it is damaged, or another version made it."
        raise UserError(Fault(problem, file=path)) from None
