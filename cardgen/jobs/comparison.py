"""Finds what differs from earlier prints of the same cards, plan or booklet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from cardgen.errors import Fault, UserError, name_first
from cardgen.files.finding import as_on_disk
from cardgen.jobs.print_history import HISTORY, PREVIEW_END, overwritten_prints
from cardgen.jobs.printout import Printout, counted
from cardgen.layouts.parts.revision import revision_of
from cardgen.pdf.inspection.record import read_record
from cardgen.scene.faces import Card, Face
from cardgen.scene.record import CardEntry, Changes, Record, known_revisions

SAME_PARTS = (
    "--attach", "--back-shift", "--copies", "--creep", "--flip", "--manual-duplex", "--only-changed", "--order",
    "--pdfa", "--signature", "--start-at", "--untagged",
)  # fmt: skip
"""Options that change a PDF, but no card or page in it."""
MOST_NAMED = 12
"""The most changed cards or pages that are named; others are only counted."""


class Earlier(Struct, frozen=True):
    """Everything that may be on paper: an earlier print, and others that were overwritten in the same file."""

    name: str
    """The file, as the user gave it."""
    last: Record
    before: tuple[Record, ...] = ()
    """The prints that it overwrote."""

    @property
    def prints(self) -> tuple[Record, ...]:
        return self.last, *self.before

    def has_all(self, now: Record) -> bool:
        """Whether every card or page is the same in every one of the prints."""
        return known_revisions(self.prints).issuperset(now.revisions)


def changed_name(name: str, earlier: str) -> str:
    """The file for the changed cards or pages; never the one of the `earlier` print."""
    stem = name.removesuffix(".pdf")
    changed = f"{stem}-changed.pdf"
    return changed if Path(changed).resolve() != Path(earlier).resolve() else f"{stem}-changed-again.pdf"


def read_earlier(name: str, now: Record) -> Earlier:
    """An earlier print, to be compared with one of this kind; UserError when it is another kind, or a preview.

    Prints that it has replaced count too, if they were made with the same options.
    """
    path = as_on_disk(Path(name))
    if path.name.endswith(PREVIEW_END):
        problem = "This is a preview of `cardgen watch`, which changes whenever you save."
        raise UserError(Fault(problem, f"Give the PDF that you have printed, made by `cardgen {now.kind}`.", path))
    last = read_record(path)
    if last.kind != now.kind:
        problem = f"This is a PDF of kind '{last.kind}'; it cannot be compared with one of kind '{now.kind}'."
        raise UserError(Fault(problem, f"Give a PDF that `cardgen {now.kind}` wrote.", path))
    alike = [record for record in overwritten_prints(path) if print_options(record) == print_options(now)]
    return Earlier(name, last, tuple(record for record in alike if record.revisions != last.revisions))


def differing_from(earlier: Earlier | None) -> Callable[[Card], bool]:
    """Whether any earlier print lacks the card as it is now; true when there are no earlier prints."""
    known = known_revisions(earlier.prints) if earlier else frozenset()
    return lambda card: card.revision not in known


def page_entries(faces: Sequence[Face]) -> list[CardEntry]:
    """The pages of a plan or a booklet, as its record lists them."""
    return [CardEntry(face.name, revision_of(face)) for face in faces]


def compare(earlier: Earlier, now: Record) -> Iterator[str]:
    """What differs from an earlier print, and which of its cards are out of date."""
    total = len(now.parts)
    if earlier.has_all(now):
        part = "card" if now.cards else "page"
        same = f"All {counted(total, part)} are" if total > 1 else f"The {part} is"
        yield f"{same} the same as in {earlier.name}: nothing was written."
    elif print_options(earlier.last) != print_options(now) or earlier.last.version != now.version:
        yield f"{earlier.name} was made differently: by `{earlier.last.command}` (cardgen {earlier.last.version})."
        if not known_revisions(earlier.prints).intersection(now.revisions):
            yield f"So every {'card' if now.cards else 'page'} differs."
            return
    if earlier.before:
        yield f"{earlier.name} had {counted(len(earlier.before), 'earlier print')}, and yours may be any of them."
        yield "So anything that is not the same in all of them counts as changed. To compare with the last one alone,"
        yield f"delete the file {HISTORY} and run the command again."
    yield from describe_changes(earlier.prints, now)


def without_pages(earlier: Earlier, now: Record) -> Printout:
    """The printout of a plan or a booklet that is the same as before and is not made again."""
    return Printout(data=b"", summary="", pages=0, record=now, advice=tuple(compare(earlier, now)))


def describe_changes(earlier: Sequence[Record], now: Record) -> Iterator[str]:
    """Lines on the cards that are new or changed since earlier prints, and on those that are out of date."""
    changes = Changes.between(earlier, now)
    for what, parts in (("New", changes.new), ("Changed", changes.changed)):
        if parts:
            yield f"{what}: {name_first([part.name for part in parts], MOST_NAMED, ';')}."
    if changes.gone and now.cards:
        marked = "; ".join(f"{card.name} ({card.mark})" for card in changes.gone)
        yield f"Throw away the old ones, with these marks at the foot: {marked}."
    elif changes.gone:
        yield f"Throw away the old {now.kind}."


def print_options(record: Record) -> object:
    """The options of a print, without those that change no card or page."""
    if record.command is None:
        return None
    options = {option: value for option, value in record.command.options.items() if option not in SAME_PARTS}
    return record.command.arguments, options
