"""Texts that do not fit on the smallest cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.layouts.cards import layouts
from cardgen.review.misfits import find_misfit, find_spot, single_cards
from cardgen.review.reviewed import ReviewedFile
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.sheets.stock import stock, stocks
from cardgen.units import in_mm

FILE_KINDS = ("routine", "program")
FIRST = "steps"
"""The layout that is named when a text fits in none."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each of the author's texts that does not fit on its card in some layout, at its place."""
    smallest, form = smallest_cards()
    found = set()
    cards = list(single_cards(file.loaded))
    for layout_name in sorted(layouts(), key=lambda name: name != FIRST):
        for deck, document, step in cards:
            misfit = find_misfit(layout_name, deck, form)
            spot = misfit and find_spot(document, step, misfit.text)
            if misfit and spot and (document.path, spot) not in found:
                found.add((document.path, spot))
                problem = f"The {misfit.what} does not fit on the smallest cards: {smallest}, <layout={layout_name}>."
                yield replace(document.fault_at(spot, problem, "Shorten it, or use larger cards."), warning=True)


@cache
def smallest_cards() -> tuple[str, Format]:
    """The stock with the least area: its name and its size in words, and the format of its cards."""
    name = min(stocks(), key=lambda name: (stock(name).width * stock(name).height, name))
    cutting = choose_cutting(name)
    size = cutting.stock.size
    words = f"{name}, {in_mm(size.width)} x {in_mm(size.height)} mm"
    return words, Format(size, cutting.bleed, cutting.border_on_card(SAFE_BORDER))
