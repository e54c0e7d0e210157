"""The result of running a job: the PDF, and everything that a person must know to print and use it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.resolution import RoughPicture
from cardgen.errors import Fault, visible
from cardgen.pdf.properties import Attachment
from cardgen.planning.session import Session
from cardgen.reading.documents import SourceText
from cardgen.scene.record import Record, Source, digest
from cardgen.wording.left_out import LeftOutNames

YAML = "application/yaml"
"""The media type of routine files (RFC 9512)."""


class Printout(Struct, frozen=True, kw_only=True):
    """A finished document. Its texts name fields of the job as reports do."""

    data: bytes
    """The PDF; empty when there is nothing to print."""
    summary: str
    """What was printed, such as "12 cards on 3 pages of a4"."""
    pages: int
    """Sides of paper, or pages to be read on a screen."""
    cards: int = 0
    record: Record
    left_out: LeftOutNames = ()
    advice: tuple[str, ...] = ()
    """How to print, cut, fold and laminate it, line by line."""
    warnings: tuple[str, ...] = ()
    """Warnings about what will not look as it should."""


def source_files(session: Session, more: Sequence[SourceText] = ()) -> Iterator[Attachment]:
    """The files that a document is made from: routines and programs, `more`, and pictures."""
    for name, text in (*session.selection.sources, *more):
        yield Attachment(name, text.encode(), YAML)
    for picture in session.selection.pictures.values():
        yield Attachment(picture.name, picture.data, picture.media)


def trace_sources(session: Session, more: Sequence[SourceText] = ()) -> tuple[Source, ...]:
    """The files that a document is made from, with hashes of their content."""
    return tuple(Source(file.name, digest(file.data)) for file in source_files(session, more))


def picture_warnings(session: Session, rough: Sequence[RoughPicture]) -> Iterator[str]:
    """Pictures that do not look as they should: what was read of them, and the place where each looks roughest.

    The pixels that one should have are those for its largest place: a coarse picture is as rough in smaller ones.
    """
    for picture in session.selection.pictures.values():
        for note in picture.notes:
            yield f"{visible(picture.name)}: {note}"
        found = [coarse for coarse in rough if coarse.digest == picture.art.digest]
        if worst := min(found, key=lambda coarse: coarse.dpi, default=None):
            across, down = (max(sides) for sides in zip(*(coarse.needed for coarse in found), strict=True))
            yield (
                f"{visible(picture.name)} has {worst.dpi} dpi on '{worst.face}' and looks rough there. "
                f"Use one of {across} x {down} pixels or more."
            )


def describe_warnings(warnings: Iterable[Fault]) -> tuple[str, ...]:
    """Warnings as text, without the word "warning", which each front end adds."""
    return tuple(str(replace(warning, warning=False)) for warning in warnings)


def counted(count: int, noun: str) -> str:
    """A number with its noun: "1 card", "3 cards"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
