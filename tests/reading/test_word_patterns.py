"""Tests of patterns for many words."""

from __future__ import annotations

import re

from cardgen.reading.amount_parts import NUMBER_WORDS, SPELLED_NUMBER
from cardgen.reading.word_patterns import any_in


def test_a_pattern_for_a_text_has_its_words_alone() -> None:
    assert any_in("down the calf to the knee", ["knee", "calf", "heel"]) == "calf|knee"


def test_a_pattern_for_a_text_without_any_of_the_words_matches_nothing() -> None:
    assert not re.search(any_in("down the calf", ["knee"]), "knee")


def test_every_number_in_words_is_read_to_its_end() -> None:
    read = {word: re.match(SPELLED_NUMBER, word) for word in NUMBER_WORDS.keys() - {"once", "twice"}}
    assert {word: found and found[0] for word, found in read.items()} == {word: word for word in read}
