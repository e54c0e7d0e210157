"""Rules of an own language: words that are no patterns, and conditions that an author rules out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cardgen.review.warnings import contradicting_rules
from cardgen.wording.between import comfort_blocks
from cardgen.wording.deck import Block
from cardgen.wording.entry_words import ComfortWords
from cardgen.wording.list_cards import rule_blocks
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import session_of

LINE = Block("towel", "Warm the oil (30 degrees)", "")


@pytest.mark.parametrize(
    ("names", "said"),
    [([], False), (["("], False), (["warm the oil ("], True), (["WARM the oil"], True), (["war"], False)],
)
def test_a_line_of_comfort_is_left_out_only_where_one_of_its_names_is_said(names: list[str], said: bool) -> None:
    spoken = replace(words(ENGLISH), comfort={"prone": [ComfortWords("pillow", "pillow under the ankles", names)]})
    assert bool(comfort_blocks("prone", [LINE], spoken)) != said


@pytest.mark.parametrize("names", [[], ["("], [r"((\w+)+ ?)+!$"]])
def test_names_are_words_and_no_patterns(names: list[str]) -> None:
    _, name, condition = contradicting_rules._rule("Never.", names)
    assert not name.search("With a clot, only stroke, and go on stroking for as long as the receiver likes it")
    assert not condition.search("With a clot, only stroke")


def test_a_rule_without_any_condition_left_has_no_heading() -> None:
    spoken = words(ENGLISH)
    rules = [rule for rule in spoken.safety if rule.conditions]
    assert rules
    session = session_of("legs-back")
    without = [replace(rule, text="", conditions=[]) for rule in rules]
    assert [block.heading for block in rule_blocks(rules, session, spoken)] == [rule.heading for rule in rules]
    assert [*rule_blocks(without, session, spoken)] == []
