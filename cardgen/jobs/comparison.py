"""What differs from an earlier print of the same cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cardgen.errors import Fault, UserError
from cardgen.jobs.printout import counted
from cardgen.pdf.inspection.record import read_record
from cardgen.scene.record import Changes, Record

NO_CARD = (
    "--attach", "--back-shift", "--copies", "--flip", "--manual-duplex", "--only-changed", "--order", "--pdfa",
    "--start-at", "--untagged",
)  # fmt: skip
"""Options that change a PDF, but no card in it."""


def changed_name(name: str, earlier: str) -> str:
    """The file for the changed cards of a deck, other than that of the `earlier` print."""
    stem = name.removesuffix(".pdf")
    changed = f"{stem}-changed.pdf"
    return changed if Path(changed).resolve() != Path(earlier).resolve() else f"{stem}-changed-again.pdf"


def read_earlier(path: Path) -> Record:
    """The record of an earlier print; UserError when it is not one of cards."""
    record = read_record(path)
    if record.kind != "cards":
        problem = f"This is a PDF of kind '{record.kind}'; only cards can be compared."
        raise UserError(Fault(problem, "Give a PDF that `cardgen cards` wrote.", path))
    return record


def compare(earlier: Record, now: Record, name: str) -> Iterator[str]:
    """What differs from an earlier print, the file `name`, and which of its cards are out of date."""
    changes, total = Changes.between(earlier, now), len(now.cards)
    printed = sum(card.printed for card in now.cards)
    if not printed:
        yield f"All {counted(total, 'card')} are the same as in {name}: nothing was written."
    elif earlier.command and _settings(earlier) != _settings(now):
        yield f"{name} was made differently: by `{earlier.command}` (cardgen {earlier.version})."
        if printed == total:
            yield "So every card differs."
            return
    for what, cards in (("New", changes.new), ("Changed", changes.changed)):
        if cards:
            yield f"{what}: {'; '.join(card.name for card in cards)}."
    if changes.gone:
        marked = "; ".join(f"{card.name} ({card.mark})" for card in changes.gone)
        yield f"Throw away the old ones, with these marks at the foot: {marked}."


def _settings(record: Record) -> object:
    """What a print was asked for, without what changes no card."""
    if record.command is None:
        return None
    options = {option: value for option, value in record.command.options.items() if option not in NO_CARD}
    return record.version, record.command.arguments, options
