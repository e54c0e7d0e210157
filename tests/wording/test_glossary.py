"""The words of the trade: explained where they are used, in booklets and in the guide."""

from __future__ import annotations

import re
from pathlib import Path

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.book import word_book
from cardgen.wording.glossary import explain_texts
from cardgen.wording.words import ENGLISH, words

GUIDE = Path(__file__).parents[2] / "docs" / "glossary.md"
PLAIN = {
    "circles", "deep thumb stroke", "forearm stroke", "holding", "press and hold", "pressing", "rocking", "squeezing",
    "stretching", "tapping",
}  # fmt: skip
"""Names of techniques that need no explanation."""


def test_every_technique_is_plain_or_explained() -> None:
    spoken = words(ENGLISH)
    assert set(spoken.techniques.values()) - PLAIN <= set(spoken.glossary)


def test_a_booklet_explains_the_words_that_it_uses_and_no_others() -> None:
    glossary = word_book(plan(load_selection(["back-energising"]))).glossary
    assert "sacrum: the flat bone at the base of the spine" in glossary
    assert not [line for line in glossary if line.startswith("breastbone")]


def test_the_guide_explains_the_same_words() -> None:
    rows = re.findall(r"^\| (?!Word|---)(.+?) \| (.+?) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(words(ENGLISH).glossary.items())


def explained(text: str) -> list[str]:
    return [line.partition(":")[0] for line in explain_texts([text], words(ENGLISH))]


def test_a_pass_is_a_noun_and_heels_of_hands_are_in_every_form() -> None:
    assert explained("Both hands slide as they pass. Go past the knee.") == []
    assert explained("1 pass") == explained("At least 3 passes") == ["pass"]
    for form in ("Heels of hands", "Lean in with the heels of both hands.", "the heel of the hand"):
        assert explained(form) == ["heel of hand"]


def test_a_word_is_not_explained_for_a_longer_one_that_holds_it() -> None:
    spoken = words(ENGLISH)
    (explained,) = explain_texts(["Passive movement, with a compass."], spoken)
    assert explained.startswith("passive movement")
    assert [
        line.partition(":")[0] for line in explain_texts(["Make 3 passes. Hands on the receiver's arms."], spoken)
    ] == [
        "pass",
        "receiver",
    ]
