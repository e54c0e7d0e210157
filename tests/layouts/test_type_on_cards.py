"""What is read from printed cards of every routine: no lone words, nothing twice, no crowding, no tiny type."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from math import sqrt

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards.steps.paragraph_styles import paragraph_styles
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.layouts.parts.figure import least_type
from cardgen.layouts.parts.paragraphs import set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face, Tag
from cardgen.scene.marks import Text, Use
from cardgen.scene.text import width
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM
from cardgen.wording.deck import Block
from cardgen.wording.words import words
from tests.layouts.test_card_grid import cards, deck_of
from tests.support.printed import intersect, text_boxes
from tests.support.printing import print_cards

STOCKS = ("a6", "a5", "poker", "business-us", "a7", "quarter-letter", "a4")
EVERY = [(routine, stock_name) for routine in sorted(routines()) for stock_name in STOCKS]
QUESTION = "May I massage you? Raise a hand to stop."
FEW = 13.5
"""Width of a column in which a heading of some words has two lines, in type sizes."""
LEAST_IN_FIGURES = 6
NEARLY = 0.9
"""How far apart sizes may be that grow alike: figures have the room that words leave them."""
LEAST_TO_EDGE = 2.2 * MM
LEAST_APART = 0.2
"""Distance of two texts, in points."""


@pytest.mark.parametrize(("routine", "stock_name"), EVERY)
@pytest.mark.one_in(16)
def test_texts_of_a_pdf_keep_clear_of_each_other_and_of_the_edge(routine: str, stock_name: str) -> None:
    printed = print_cards(plan(load_selection([routine])), stock=stock_name, single=True)
    size = cards(routine, stock_name)[0].front.size
    for number, runs in enumerate(text_boxes(printed.data), 1):
        near = [
            text
            for text, box in runs
            if min(box.x, box.y, size.width - box.right, size.height - box.bottom) < LEAST_TO_EDGE and len(text) > 2
        ]
        assert near == [], number
        pairs = itertools.combinations([run for run in runs if len(run[0]) > len("×10 ")], 2)
        assert [(one[0], other[0]) for one, other in pairs if intersect(one[1], other[1], LEAST_APART)] == [], number


@pytest.mark.parametrize(("routine", "stock_name"), EVERY)
@pytest.mark.one_in(16)
def test_no_paragraph_ends_in_a_lone_word_that_could_have_company(routine: str, stock_name: str) -> None:
    lonely = [text for face in faces(routine, stock_name) for text in lone_words(face)]
    assert lonely == []


@pytest.mark.parametrize("stock_name", ["a6", "poker", "tarot", "business"])
def test_headings_and_questions_end_lines_where_a_reader_pauses(stock_name: str) -> None:
    blocks = [
        Block("oil", "Have two damp towels: for soles, for hands.", ""),
        Block("talk", "Ask first", QUESTION, to_tick=True),
    ]
    sketch = Sketch(Format(stock(stock_name).size), theme("mono"), words("en"), "test", 5 * MM)
    style = paragraph_styles(step_scale(stock(stock_name).size))[0]
    heading, ask = set_blocks(blocks, style, FEW * style.heading + style.indent, sketch)
    assert heading.heading
    assert heading.heading.lines == ("Have two damp towels:", "for soles, for hands.")
    assert ask.body
    assert ask.body.lines == ("May I massage you?", "Raise a hand to stop.")


@pytest.mark.parametrize("stock_name", ["business", "business-us", "tarot"])
def test_a_title_is_continued_after_its_comma(stock_name: str) -> None:
    sketch = Sketch(Format(stock(stock_name).size), theme("mono"), words("en"), "test", 6 * MM)
    draw_title(sketch, "Before you start, continued", 5 * MM, 13, 9, lesser=True)
    assert [mark.text for mark in sketch.marks if isinstance(mark, Text)][-1] in (
        "Before you start, continued",
        "continued",
    )


@pytest.mark.parametrize(("routine", "stock_name"), EVERY)
@pytest.mark.one_in(16)
def test_a_front_says_nothing_twice(routine: str, stock_name: str) -> None:
    names = {f"{deck_of(routine).name} {step.name}: {step.title}" for _, step in deck_of(routine).steps}
    for card in cards(routine, stock_name):
        if card.front.name in names:
            texts = Counter(" ".join(line.text for line in lines).lower() for lines in paragraphs(card.front))
            assert [text for text, count in texts.items() if count > 1 and not text.isdigit()] == [], card.front.name


@pytest.mark.parametrize(("routine", "stock_name"), EVERY)
@pytest.mark.one_in(8)
def test_numbers_in_figures_can_be_read(routine: str, stock_name: str) -> None:
    sizes = [
        mark.scale * least_type(mark.art)
        for face in faces(routine, stock_name)
        for mark in face.marks
        if isinstance(mark, Use)
    ]
    assert min(sizes) >= LEAST_IN_FIGURES


@pytest.mark.parametrize(("routine", "step"), [("hands", "D5"), ("feet", "F7"), ("face", "H8")])
def test_numbers_in_figures_grow_with_the_card(routine: str, step: str) -> None:
    """On a sheet to hang on the wall, they were as large as on half of it."""
    sizes = {}
    for stock_name in ("a6", "a5", "a4"):
        (front,) = (card.front for card in cards(routine, stock_name) if f" {step}: " in card.front.name)
        sizes[stock_name] = min(mark.scale * least_type(mark.art) for mark in front.marks if isinstance(mark, Use))
    assert sizes["a5"] > NEARLY * sqrt(2) * sizes["a6"]
    assert sizes["a4"] > NEARLY * 2 * sizes["a6"]


def faces(routine: str, stock_name: str) -> Iterator[Face]:
    return (face for card in cards(routine, stock_name) for face in card if face)


def lone_words(face: Face) -> Iterator[str]:
    """The last lines of paragraphs that are one word, though the line before could spare another."""
    for lines in paragraphs(face):
        if len(lines) < 2 or " " in lines[-1].text or lines[-2].text.count(" ") < 2:
            continue
        moved = f"{lines[-2].text.split()[-1]} {lines[-1].text}"
        widest = max(width(line.text, line.font, line.size) for line in lines[:-1])
        if width(moved, lines[-1].font, lines[-1].size) <= widest and "-" not in moved:
            yield f"{lines[-2].text} / {lines[-1].text}"


def paragraphs(face: Face) -> Iterator[list[Text]]:
    """The lines of each tag that has only lines of text one below the other, without those of a list of lines."""
    for tag in leaves(face.tags):
        lines = [mark for mark in face.marks[tag.start : tag.stop] if isinstance(mark, Text)]
        if len({(round(line.x, 1), line.font, line.size) for line in lines}) == 1:
            yield lines


def leaves(tags: tuple[Tag, ...]) -> Iterator[Tag]:
    for tag in tags:
        yield from leaves(tag.parts) if tag.parts else (tag,)
