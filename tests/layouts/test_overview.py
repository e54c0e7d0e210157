"""A whole massage on one card: a figure and the minutes of every step, and no empty side."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.jobs.cards import CardsJob
from cardgen.layouts.cards import layout
from cardgen.layouts.cards.overview.arrangements import MOST_SAVED
from cardgen.layouts.cards.overview.cell_setter import TRIED, CellSetter
from cardgen.layouts.cards.overview.run_in import LEADING
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.parts.scales import scale_for
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Text, Use
from cardgen.scene.text import CAP, DESCENT
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM, Size
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck
from tests.support.printed import box_of, face_text, is_line, overlaps, shapes
from tests.support.routines import routine, step
from tests.support.sampling import half, usually
from tests.support.together import together

ON_ONE_CARD = 10
"""Routines of up to this many steps are on the two sides of one A5 card."""
ROUTINES = Path(__file__).parents[2] / "routines"
ON_A_POSTER = 10
FULL_POSTERS = ("back-energising", "feet", "chair-office", "legs-back")
"""The routines with most on a poster."""
POSTER_FIGURE = Size(25 * MM, 30 * MM)
LARGE_PART = {"a4": 0.9, "letter": 0.85}
"""How large figures are at least on a poster, as a fraction of that."""
MANY, LEAST_RULE = 10, 10
"""Paragraphs of an overview, and the type size of the smallest ones, in points."""
FULL = 0.85
"""How far down a face goes at least, as a fraction of its height."""


@cache
def deck_of(routine: str) -> Deck:
    return word_deck(plan(load_selection([routine])))


def cards(routine: str, stock_name: str) -> list[Card]:
    return list(layout("overview")(deck_of(routine), Format(stock(stock_name).size), theme("standard"), True))


def figures(face: Face) -> list[Use]:
    return [mark for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith("figure ")]


def lowest(face: Face) -> float:
    """How far down a face goes, without the small print at its foot."""
    foot = 0.94 * face.size.height
    return max(shape.box.bottom for shape in shapes(face) if shape.box.y < foot) / face.size.height


@pytest.mark.parametrize("stock_name", ["a5", "half-letter"])
def test_the_fullest_routine_is_on_one_card(stock_name: str) -> None:
    """Ten steps, and more rules than others."""
    assert len(cards("back-energising", stock_name)) == 1


@pytest.mark.one_in(8)
@pytest.mark.parametrize("stock_name", ["a5", "half-letter"])
@pytest.mark.parametrize("routine", routines())
def test_a_routine_is_on_one_card_with_a_figure_for_each_step(routine: str, stock_name: str) -> None:
    steps = deck_of(routine).sections[0].steps
    made = cards(routine, stock_name)
    faces = [face for card in made for face in card if face]
    assert len(made) == 1
    assert len(steps) <= ON_ONE_CARD
    assert sum(len(figures(face)) for face in faces) == len(steps)
    assert [face.name for face in faces if lowest(face) < FULL] == []
    assert [str(pair) for face in faces for pair in overlaps(face)] == []


@together
@pytest.mark.parametrize("routine", ["back-relaxing", "legs-back", "chair-office", "feet"])
def test_steps_come_first_and_the_front_says_to_read_the_rules_below_the_last_ones(routine: str) -> None:
    (card,) = cards(routine, "a5")
    assert card.back
    front, back = face_text(card.front), face_text(card.back)
    assert "First read the flip side." in front
    steps = deck_of(routine).sections[0].steps
    shown = [figures(face) for face in card if face]
    assert 2 * len(shown[0]) > len(steps) == sum(map(len, shown))
    assert "May I massage you?" not in front
    assert back.index(steps[-1].title) < back.index("May I massage you?") < back.index("Ambulance")


@pytest.mark.parametrize("routine", ["joints", "back-relaxing", "legs-back"])
def test_all_rules_are_on_the_last_of_several_cards_which_the_front_says_to_read(routine: str) -> None:
    first, *between, last = cards(routine, "a6")
    assert "First read the last card." in face_text(first.front)
    assert len(figures(first.front)) >= 2
    earlier = " ".join(face_text(face) for card in (first, *between) for face in card if face)
    assert "May I massage you?" not in earlier
    assert "Ambulance" not in earlier
    assert "May I massage you?" in face_text(last.front)


@pytest.mark.parametrize("routine", ["abdomen", "face", "legs-back"])
def test_a_rule_between_two_steps_touches_neither(routine: str) -> None:
    for face in filter(None, cards(routine, "a5")[0]):
        rules = [box_of(mark) for mark in face.marks if is_line(mark)]
        shown = sorted(figure.box.y for figure in figures(face))
        assert [sum(above < rule.y < below for rule in rules) for above, below in pairwise(shown)] == [1] * (
            len(shown) - 1
        )
        texts = [box_of(mark) for mark in face.marks if isinstance(mark, Text)]
        beside = [(text, rule) for text in texts for rule in rules if text.x < rule.right and rule.x < text.right]
        assert not [text for text, rule in beside if text.y - 0.3 < rule.y < text.bottom]


@pytest.mark.parametrize("routine", ["back-relaxing", "joints", "arms"])
def test_every_step_has_its_minutes_and_its_cue_where_it_is_in_brief(routine: str) -> None:
    text = " ".join(face_text(face) for card in cards(routine, "a5") for face in card if face).replace("\u00a0", " ")
    steps = deck_of(routine).sections[0].steps
    assert [step.title for step in steps if step.time.replace("\u00a0", " ") not in text] == []
    assert all(step.title in text and step.where in text for step in steps)


@pytest.mark.one_in(3)
@pytest.mark.parametrize("routine", [*FULL_POSTERS, *usually(*sorted(set(routines()) - {*FULL_POSTERS}))])
@pytest.mark.parametrize("stock_name", ["a4", "letter"])
def test_a_poster_has_all_steps_on_its_front_with_large_figures_and_says_how_they_are_done(
    routine: str, stock_name: str
) -> None:
    steps = deck_of(routine).sections[0].steps
    assert len(steps) <= ON_A_POSTER
    (card,) = cards(routine, stock_name)
    shown = figures(card.front)
    assert len(shown) == len(steps)
    parts = [max(figure.box.width / POSTER_FIGURE.width, figure.box.height / POSTER_FIGURE.height) for figure in shown]
    assert min(parts) >= LARGE_PART[stock_name]
    assert card.back
    assert [step.cue for step in steps if step.cue not in face_text(card.back)] == []


@pytest.mark.parametrize("routine", ["arms", "face", "legs-front"])
def test_lines_of_a_poster_have_about_as_many_steps_over_its_whole_width(routine: str) -> None:
    (card,) = cards(routine, "a4")
    lines: list[list[float]] = []
    for box in map(box_of, figures(card.front)):
        if lines and box.x > lines[-1][-1]:
            lines[-1].append(box.x)
        else:
            lines.append([box.x])
    assert max(map(len, lines)) - min(map(len, lines)) <= 1


@pytest.mark.parametrize("name", ["back-relaxing", "feet", "scalp"])
@pytest.mark.parametrize(("stock_name", "large"), [("a5", True), ("a6", False), ("tarot", False), ("poker", False)])
def test_a_row_without_a_figure_says_that_its_step_is_an_extra(name: str, stock_name: str, large: bool) -> None:
    form = Format(stock(stock_name).size, large=large)
    printed = layout("overview")(deck_of(name), form, theme("standard"), True)
    text = " ".join(face_text(face) for card in printed for face in card if face)
    extras = [step for step in deck_of(name).sections[0].steps if step.optional]
    assert extras
    assert text.count("If you like") == len(extras)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", ["a5", "half-letter", "a4", "letter"])
@pytest.mark.parametrize("name", sorted({"chair-office", "neck-shoulders-seated", *half(routines())}))
def test_the_rule_below_a_step_touches_no_letter(name: str, stock_name: str) -> None:
    for face in filter(None, chain(*cards(name, stock_name))):
        rules = [box_of(mark) for mark in face.marks if is_line(mark) and box_of(mark).width > box_of(mark).height]
        for text in (mark for mark in face.marks if isinstance(mark, Text)):
            below = (rule.y - text.y for rule in rules if rule.x <= text.x <= rule.right and rule.y > text.y)
            assert min(below, default=text.size) >= DESCENT * text.size, text.text


@together
@pytest.mark.parametrize(("stock_name", "count"), [("a5", 3), ("a5", 5), ("a5", 6), ("half-letter", 4), ("a4", 9)])
@pytest.mark.parametrize("cue", ["Knead.", "Grasp the muscle with both hands, squeeze it slowly and let it go."])
def test_an_overview_says_how_all_its_steps_are_done_or_of_none(stock_name: str, count: int, cue: str) -> None:
    """Cues come before larger steps: those of a few steps are there."""
    whole = routine(*(step(f"Press {number}", cue=f"{number}: {cue}") for number in range(1, count + 1)))
    (card,) = layout("overview")(
        word_deck(plan(Selection.of(whole))), Format(stock(stock_name).size), theme("standard"), True
    )
    text = " ".join(face_text(face) for face in card if face)
    said = [f"{number}: {cue}" in text for number in range(1, count + 1)]
    assert said in ([True] * count, [False] * count)
    assert all(said) or count > 5 or not card.back
    lines = [mark for face in card if face for mark in face.marks if isinstance(mark, Text) and mark.text[1:3] == ": "]
    apart = [(below.y - above.y) / above.size for above, below in pairwise(lines) if below.x == above.x]
    assert min(apart, default=1.2) >= 1.2


def test_the_routine_with_most_words_is_one_card() -> None:
    assert len(cards("legs-back", "a5")) == 1


def test_a_routine_with_longer_cautions_is_still_one_card(tmp_path: Path) -> None:
    text = (ROUTINES / "chair-office.yaml").read_text(encoding="utf-8")
    longer = re.sub(r"^(    caution: .*?)\.?$", r"\1. Leave out sore places.", text, flags=re.MULTILINE)
    path = tmp_path / "longer.yaml"
    path.write_text(longer, encoding="utf-8")
    deck = word_deck(plan(load_selection([str(path)])))
    (card,) = layout("overview")(deck, Format(stock("a5").size), theme("standard"), True)
    text = " ".join(face_text(face) for face in card if face)
    assert [step.title for step in deck.sections[0].steps if step.title not in text] == []
    assert [step.caution for step in deck.sections[0].steps if step.caution not in text] == []


def test_an_overview_is_half_a_sheet_unless_another_stock_is_asked_for() -> None:
    assert CardsJob(routines=("joints",), layout="overview").cutting.stock == stock("a5")
    assert CardsJob(routines=("joints",), layout="overview", paper="letter").cutting.stock == stock("half-letter")
    assert CardsJob(routines=("joints",), layout="overview", stock="a6").cutting.stock == stock("a6")


@together
@pytest.mark.parametrize("stock_name", ["a6", "a5", "a4"])
@pytest.mark.parametrize("routine", ["joints", "legs-back"])
def test_no_step_is_lower_than_it_was_said_to_be_at_least(routine: str, stock_name: str) -> None:
    size = stock(stock_name).size
    scale = scale_for(size, "overview", list[OverviewScale])
    for cell in (scale.cells[0], scale.cells[-1]):
        setter = CellSetter(
            deck_of(routine).sections[0].steps, cell, (size.width - 2 * scale.margin) / scale.columns[-1]
        )
        for telling in TRIED:
            if cells := setter.set_cells(telling, in_columns=False):
                heights = zip(cells, setter.least_heights, strict=True)
                assert [each.step.title for each, least in heights if each.height < least] == []
                common = setter.set_cells(telling, in_columns=True)
                assert sum(cell.height for cell in common) >= (1 - MOST_SAVED) * sum(cell.height for cell in cells)


@together
@pytest.mark.parametrize("routine", ["chest", "hands-quick", "joints", "neck"])
def test_paragraphs_below_how_steps_are_done_are_farther_apart_than_their_lines(routine: str) -> None:
    (card,) = cards(routine, "a5")
    assert card.back
    marks = card.back.marks
    said = [[mark for mark in marks[tag.start : tag.stop] if isinstance(mark, Text)] for tag in card.back.tags]
    rules = [lines for lines in said if lines and lines[-1].font == "regular" and lines[-1].size >= LEAST_RULE]
    between = [lower[0].y - CAP * lower[0].size - upper[-1].y for upper, lower in pairwise(rules)]
    assert len(between) > len(deck_of(routine).sections[0].steps)
    assert min(between) >= (LEADING - CAP) * LEAST_RULE


@pytest.mark.parametrize("stock_name", ["pouch-credit", "poker", "tarot"])
@pytest.mark.parametrize("routine", ["legs-back", "feet"])
def test_a_part_of_a_paragraph_has_whole_parentheses_and_answers(routine: str, stock_name: str) -> None:
    faces = [face for card in cards(routine, stock_name) for face in card if face]
    parts = [face.text(tag) for face in faces for tag in face.tags if tag.role == "P"]
    assert len(parts) > MANY
    assert [part for part in parts if part.count("(") != part.count(")")] == []
    assert [part for part in parts if part.endswith("?")] == []


@pytest.mark.parametrize("stock_name", ["a4", "letter"])
@pytest.mark.parametrize("name", ["neck-shoulders-seated", "back-relaxing", "abdomen"])
def test_a_poster_says_how_long_a_step_takes_once(name: str, stock_name: str) -> None:
    """An amount such as "Hold 15 s" has no "15 s" below it; in a row, the minutes of all steps are below each other."""
    card = cards(name, stock_name)[0]
    texts = [mark.text.replace("\u00a0", " ") for mark in card.front.marks if isinstance(mark, Text)]
    for first, second in pairwise(texts):
        assert not (re.fullmatch(r"[\d½¼¾ ]+(?:s|min)", second) and first.endswith(f" {second}")), (first, second)
