"""What is printed, and what a person must know to print it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.artwork.pictures.resolution import Coarse
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import TAGGED_PDF, Attachment, PdfFormat, Properties
from cardgen.planning.session import Session
from cardgen.reading.models import SourceText
from cardgen.scene.faces import Face
from cardgen.scene.record import Command, Kind, Record, Source, digest
from cardgen.sheets.cards import place_on_pages

YAML = "application/yaml"
"""The kind of file that a routine is (RFC 9512)."""


class Print(Struct, frozen=True):
    """A finished PDF, and what a person must know to print it."""

    data: bytes
    pages: int
    cards: int
    record: Record
    cut_off: tuple[str, ...] = ()
    """The names of the faces that have content in the border that the printer cannot reach."""
    coarse: tuple[Coarse, ...] = ()
    """The pictures that look rough where they are printed."""


def print_pages(faces: Sequence[Face], properties: Properties, pdf_format: PdfFormat = TAGGED_PDF) -> Print:
    """Faces that are whole pages."""
    return Print(build_pdf(place_on_pages(faces), properties, pdf_format), len(faces), len(faces), properties.record)


def look_up(kind: Kind, faces: Sequence[Face], language: str, command: Command | None) -> Print:
    """Pages that come from no session."""
    return print_pages(faces, Properties(faces[0].name, language, Record(kind, command)))


def of_session(
    session: Session, language: str, record: Record, pdf_format: PdfFormat, more: Sequence[SourceText] = ()
) -> Properties:
    """What a document says that is made from a session, and from `more` files beside its routines."""
    attached = tuple(_files(session, more)) if pdf_format.attach else ()
    return Properties(session.title, language, record, attached)


def traced(session: Session, more: Sequence[SourceText] = ()) -> tuple[Source, ...]:
    """The files that a document is made from, with the hashes of what is in them."""
    return tuple(Source(file.name, digest(file.data)) for file in _files(session, more))


def _files(session: Session, more: Sequence[SourceText]) -> Iterator[Attachment]:
    """The files that a document is made from: routines and programs, `more`, and pictures."""
    for name, text in (*session.selection.sources, *more):
        yield Attachment(name, text.encode(), YAML)
    for picture in session.selection.pictures.values():
        yield Attachment(picture.name, picture.data, picture.media)
