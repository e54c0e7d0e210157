"""Checks that a PDF holds every card of a neutral deck: nobody is to measure an error."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pypdfium2

PLACES = 4


def check(deck: Path, pdf: Path) -> None:
    """AssertionError unless the words of every card are on their page, four cards to a page."""
    cards = iter(json.loads(deck.read_bytes())["cards"])
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            lacking = _lacking(list(islice(cards, PLACES)), page.get_textpage().get_text_range())
            assert not lacking, f"page {number} of {pdf.name} lacks: {lacking}"
            page.close()
    assert not list(cards), f"{pdf.name} has too few pages"


def _lacking(cards: Sequence[dict[str, Any]], text: str) -> list[str]:
    """The words of cards that a page lacks; spaces and line feeds do not count."""
    assert cards, "too many pages"
    held = "".join(text.split())
    wanted = [words for card in cards for words in (card["title"], f"×{card['times']}", card["cue"])]
    return [words for words in wanted if "".join(words.split()) not in held]


if __name__ == "__main__":
    check(*map(Path, sys.argv[1:]))
