"""The words that cardgen itself puts on a card fit on every stock that comes with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from cardgen.jobs.cards import CardsJob
from cardgen.model.vocabulary import Direction, HandPart, Level, Technique
from cardgen.sheets.stock import stocks
from tests.support.printed import page_texts


def steps() -> Iterator[dict[str, Any]]:
    """A step without an amount for each technique, and steps with every other word of the vocabulary."""
    words = [
        *({"technique": technique} for technique in get_args(Technique)),
        *({"technique": "kneading", "repeat": {"times": 3}, "hands": {"use": part}} for part in get_args(HandPart)),
        *({"technique": "effleurage", "repeat": {"times": 3}, "direction": way} for way in get_args(Direction)),
        *({"technique": "pressing", "repeat": {"times": 3}, "pressure": level} for level in get_args(Level)),
    ]
    for number, word in enumerate(words):
        step = {"id": f"s{number}", "name": "Press", "where": "Back", "cue": "Press the back.", "detail": "Slowly."}
        yield step | word


@pytest.mark.one_in(16)
@pytest.mark.parametrize("stock", stocks())
def test_every_word_of_the_vocabulary_fits_on_every_stock(stock: str, tmp_path: Path) -> None:
    routine = {"name": "Words", "summary": "S.", "area": "back", "receiver": "prone", "steps": list(steps())}
    file = tmp_path / "words.yaml"
    file.write_text(json.dumps(routine), encoding="utf-8")
    data = CardsJob(routines=(str(file),), stock=stock).run().data
    assert "Compression" in " ".join(page_texts(data)).replace("-", "")  # a narrow card breaks the word
