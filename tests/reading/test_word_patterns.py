"""Tests of patterns for words, and of what each says that it needs."""

from __future__ import annotations

import gc
import re
from collections.abc import Collection
from functools import partial
from itertools import product
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from cardgen.artwork.risks import risks
from cardgen.places.patterns import beginning, filler, limiting_words, measure, tools
from cardgen.reading.amount_parts import NUMBER_WORDS, SPELLED_NUMBER
from cardgen.reading.word_patterns import WordPattern, any_in
from cardgen.review.warnings import load_warning, warnings


def test_a_pattern_for_a_text_has_its_words_alone() -> None:
    assert any_in("down the calf to the knee", ["knee", "calf", "heel"]) == "calf|knee"


def test_a_pattern_for_a_text_without_any_of_the_words_matches_nothing() -> None:
    assert not re.search(any_in("down the calf", ["knee"]), "knee")


def test_every_number_in_words_is_read_to_its_end() -> None:
    read = {word: re.match(SPELLED_NUMBER, word) for word in NUMBER_WORDS.keys() - {"once", "twice"}}
    assert {word: found and found[0] for word, found in read.items()} == {word: word for word in read}


def test_a_pattern_of_words_finds_them_in_any_case_and_gives_them_as_they_are_written() -> None:
    found = WordPattern(r"\b(?P<how>firm|light)ly\b|(nothing)").search("Press FIRMLY here")
    assert found
    assert (found[0], found["how"], found[2], found.groups()) == ("FIRMLY", "FIRM", "", ("FIRM", ""))
    assert (found.start(), found.end(), found.string) == (6, 12, "Press FIRMLY here")


def test_words_after_a_letter_that_is_two_in_lower_case_are_found_in_their_place() -> None:
    found = WordPattern("firm").search("\u0130 Firm")
    assert found
    assert found[0] == "Firm"


def test_what_a_pattern_does_not_find_is_left() -> None:
    assert WordPattern(r"\bone\b ?").without("One left, one RIGHT, none") == "left, RIGHT, none"


def test_a_pattern_is_not_made_for_a_text_without_what_it_needs() -> None:
    pattern = WordPattern("(never a pattern", needs=("firm",))
    texts = "Press lightly", ""
    assert not any((*map(pattern.search, texts), *map(pattern.match, texts), *map(pattern.fullmatch, texts)))
    assert pattern.without("Press lightly") == "Press lightly"
    with pytest.raises(re.error):
        pattern.search("FIRMLY")


def test_every_pattern_needs_what_it_says() -> None:
    for module in warnings().values():
        load_warning(module)
    for risk in risks():
        risk.named_in("")
    places = beginning(), filler(), limiting_words(), measure(), tools()
    assert all("" not in one.needs for one in places)
    gc.unfreeze()  # what other tests froze is not among the objects
    patterns = [one for one in gc.get_objects() if isinstance(one, WordPattern)]
    assert len([one for one in patterns if "" not in one.needs]) > 40
    wrong = [one.pattern for one in patterns if _lacking(parser.parse(one.pattern), one.needs)]
    assert not wrong


def test_what_a_pattern_can_do_without_is_noticed() -> None:
    lacking = partial(_lacking, parser.parse(r"\b(?:firm(?:ly)?|(?:very )?soft)\b"))
    assert not lacking(["firm", "soft"])
    assert lacking(["firmly", "soft"]) == {"firm"}
    assert lacking(["firm", "very"]) == {"soft"}


def _lacking(pattern: Any, words: Collection[str]) -> set[str]:
    """What a parsed pattern finds without any of some words; a line break stands for what may be any text."""
    found = {""}
    for code, value in pattern:
        found = {text for text in map("".join, product(found, _pieces(code, value, words))) if not _has(text, words)}
    return found


def _pieces(code: Any, value: Any, words: Collection[str]) -> set[str]:
    """The same, of one part of a pattern."""
    if code is codes.LITERAL:
        return {chr(value)}
    if code is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        return {chr(one) for _, one in value}
    if code is codes.SUBPATTERN:
        return _lacking(value[-1], words)
    if code is codes.BRANCH:
        return set().union(*(_lacking(one, words) for one in value[1]))
    if code is codes.MAX_REPEAT:
        least, most, repeated = value
        once = _lacking(repeated, words)
        return (set() if least else {""}) | (once if most == 1 else {f"{text}\n" for text in once})
    return {""} if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT) else {"\n"}


def _has(text: str, words: Collection[str]) -> bool:
    return any(word in text for word in words)
