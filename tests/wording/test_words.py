"""Every term that a routine may use has its words, its icon and its place in the legend."""

from __future__ import annotations

from typing import get_args

import pytest

from cardgen.artwork.icons import icon_meaning, icons
from cardgen.files.finding import files_in
from cardgen.files.folders import DATA
from cardgen.model.action import Way
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import LEVELS, Direction, GiverPlace, HandPart, Level, Position, Sides, Technique
from cardgen.sheets.paper import papers
from cardgen.wording.amounts import way_icon
from cardgen.wording.words import ENGLISH, Words, words
from tests.support.printed import page_texts
from tests.support.printing import print_legend

LANGUAGES = files_in(DATA / "languages", "")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Words:
    return words(request.param)


def test_every_term_has_a_word(language: Words) -> None:
    assert set(language.hands) == set(get_args(HandPart))
    assert set(language.directions) == set(get_args(Direction))
    assert set(language.levels) == set(get_args(Level)) == set(LEVELS)
    assert set(language.techniques) == set(get_args(Technique))
    assert set(language.positions) == set(get_args(Position))
    assert set(language.givers) == set(get_args(GiverPlace))
    assert set(language.sides) == set(get_args(Sides))


def test_what_a_rule_forbids_is_named_as_in_the_rule(language: Words) -> None:
    rules = [(rule.text, rule.names) for rule in language.safety]
    rules += [(" ".join(area.cautions), area.names) for area in language.areas.values()]
    assert any(names for _, names in rules)
    for text, names in rules:
        said = text.lower()
        assert [name for name in names if not any(word.lower() in said for word in name.split())] == []


def test_every_term_has_an_icon() -> None:
    directions = set(get_args(Direction)) - {"still"} | {"hold"}
    givers = {f"giver-{place}" for place in get_args(GiverPlace)}
    receivers = {f"receiver-{position}" for position in get_args(Position)}
    levels = {f"pressure-{number}" for number in range(len(LEVELS))}
    assert directions | givers | receivers | levels | set(get_args(HandPart)) <= set(icons())


def test_every_icon_has_a_group_and_a_meaning(language: Words) -> None:
    assert len(icons()) > 60
    for name in icons():
        group, meaning = icon_meaning(name)
        assert group in language.groups
        assert meaning[0].isupper()


@pytest.mark.parametrize("paper", papers())
def test_the_legend_explains_every_icon(paper: str) -> None:
    made = print_legend(paper=paper)
    text = " ".join(page_texts(made.data))
    assert [name for name in icons() if " ".join(icon_meaning(name)[1].split()) not in text] == []
    assert made.pages <= 4 or paper == "a5"


def test_letters_and_tabs_distinguish_areas() -> None:
    assert words(ENGLISH).areas.keys() == areas().keys()
    assert len({area.letter for area in areas().values()}) == len(areas())
    assert len({area.slot for area in areas().values()}) == len(areas())


def test_toward_the_head_is_toward_you_where_the_head_is_down_the_page() -> None:
    way = Way(way="toward-head")
    assert {way_icon(way, Drawing(view=name)) for name in ("neck-head", "scalp-head")} == {"toward-you"}
    assert {way_icon(way, Drawing(view=name)) for name in ("back", "face-close")} == {"toward-head"}
    assert way_icon(way) == "toward-head"
