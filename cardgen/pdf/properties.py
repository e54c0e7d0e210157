"""The properties of a PDF: its format, its title and language, the record of its making, the files attached."""

from __future__ import annotations

from msgspec import Struct

from cardgen.scene.record import Record


class PdfFormat(Struct, frozen=True):
    """Which standards a PDF follows, and whether it carries its sources."""

    pdfa: bool = False
    """PDF/A-2b, or PDF/A-3b when files are attached."""
    attach: bool = False
    """The files that it was made from are attached."""
    tagged: bool = True
    """PDF/UA-1: a structure tree names everything on its pages for screen readers."""


TAGGED_PDF = PdfFormat()
"""The format unless another one is asked for."""


class Attachment(Struct, frozen=True):
    """A file that is embedded in the document."""

    name: str
    data: bytes
    media: str
    """Its media type (RFC 6838)."""


class Properties(Struct, frozen=True):
    """A document's properties."""

    title: str
    language: str
    record: Record
    attached: tuple[Attachment, ...] = ()

    @property
    def creator(self) -> str:
        """The program that made it, with its version."""
        return f"cardgen {self.record.version}"

    @property
    def command(self) -> str:
        """The command that makes the document again; empty when a program made it."""
        return str(self.record.command) if self.record.command else ""
