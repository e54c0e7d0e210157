"""What differs from an earlier print of the same cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cardgen.cli.params import counted
from cardgen.errors import Fault, UserError
from cardgen.jobs.result import Print
from cardgen.scene.record import Changes, Record, read_record

NO_CARD = (
    "--attach", "--back-shift", "--copies", "--flip", "--manual-duplex", "--only-changed", "--order", "--pdfa",
    "--start-at", "--untagged",
)  # fmt: skip
"""Options that change a PDF, but no card in it."""


def changed_name(name: str, old: str) -> str:
    """The file for what has changed; another one when the earlier print has its name."""
    usual = f"{name}-changed.pdf"
    return usual if Path(usual).resolve() != Path(old).resolve() else f"{name}-changed-again.pdf"


def earlier_print(path: Path, target: Path) -> Record:
    """The record of an earlier print; UserError when it is not one of cards, or would be written over."""
    if path.resolve() == target.resolve():
        problem = "The earlier print would be written over."
        raise UserError(Fault(problem, "Write to another file, with -o.", path))
    record = read_record(path)
    if record.kind != "cards":
        problem = f"This is a PDF of kind '{record.kind}'; only cards can be compared."
        raise UserError(Fault(problem, "Give the PDF that `cardgen cards` wrote.", path))
    return record


def compare(earlier: Record, made: Print, name: str) -> Iterator[str]:
    """What differs from an earlier print, and which of its cards are of no use any more."""
    changes, total = Changes.between(earlier, made.record), len(made.record.cards)
    if not made.cards:
        yield f"All {counted(total, 'card')} are as they were in {name}: nothing was written."
    elif earlier.command and _settings(earlier) != _settings(made.record):
        yield f"{name} was made in another way: by `{earlier.command}` (cardgen {earlier.version})."
        if made.cards == total:
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
