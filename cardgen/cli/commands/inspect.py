"""`cardgen inspect`: show what is in a PDF, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from cardgen.errors import visible_line
from cardgen.files.finding import as_on_disk
from cardgen.jobs.printout import counted
from cardgen.pdf.inspection.document import Inspection, SizeCounts, inspect_pdf
from cardgen.scene.record import CardEntry
from cardgen.units import in_mm

Facts = Iterator[tuple[str, str]]


@click.command("inspect")
@click.argument("file", metavar="FILE.pdf")
def command(file: str) -> None:
    """Show what is in a PDF that cardgen made: pages, cards, fonts, and the command that makes it again.

    \b
    cardgen inspect legs-back-cards.pdf
    """
    found = inspect_pdf(as_on_disk(Path(file)))
    for label, text in (*_document(found), *_making(found)):
        click.echo(f"{label + ':':<15}{visible_line(text)}")
    for card in found.record.cards:
        click.echo(visible_line(_card(card)))


def _document(found: Inspection) -> Facts:
    """Lines on the contents of the file."""
    yield "Kind", found.record.kind
    yield "Title", found.title
    yield "Pages", _sizes(found.pages)
    if found.trims and found.trims != found.pages:
        yield "Trimmed to", _sizes(found.trims)
    yield "Fonts", ", ".join(f"{name} ({'embedded' if held else 'NOT embedded'})" for name, held in found.fonts)
    if found.smallest:
        yield "Smallest type", f"{found.smallest[0]:g} pt, on page {found.smallest[1]}"
    yield "PDF/A", found.archive or "no"
    yield "Tagged", "yes" if found.tagged else "no"
    if found.attached:
        yield "Attached", ", ".join(found.attached)


def _making(found: Inspection) -> Facts:
    """Lines on how the file was made."""
    record = found.record
    yield "Made by", f"cardgen {record.version}"
    for name, state in found.sources:
        yield "Made from", f"{name} ({state})"
    if record.command:
        given = [f"{option} {value}".rstrip() for option, value in record.command.options.items()]
        yield "Options", ", ".join(given) or "none"
        yield "Make it again", str(record.command)
    if record.card:
        printed = sum(card.printed for card in record.cards)
        part = "" if printed == len(record.cards) else f" of {len(record.cards)}"
        yield "Cards", f"{printed}{part}, {record.card[0]:g} x {record.card[1]:g} mm"


def _card(card: CardEntry) -> str:
    return f"  {card.mark}  {card.name}" + ("" if card.printed else " (printed earlier)")


def _sizes(counts: SizeCounts) -> str:
    """The number of pages of each size."""
    return ", ".join(
        f"{counted(count, 'page')} of {in_mm(size.width)} x {in_mm(size.height)} mm" for size, count in counts
    )
