"""The sides of a deck look alike: texts have one size, or a step less, and what comes next has one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

import pytest

from cardgen.layouts.cards.steps.fact_scales import SMALLER
from cardgen.layouts.cards.steps.next_panel import OUTLINE
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.library.finding import programs, routines
from cardgen.scene.faces import Face, Tag
from cardgen.scene.marks import Mark, Path, Text
from cardgen.scene.outlines import bounds
from cardgen.units import MM
from tests.layouts.test_card_grid import cards, deck_of
from tests.support.sampling import crossed

STOCKS = ("a6", "poker", "tarot", "a5", "business", "a7", "quarter-letter", "index-3x5")
NEARLY_ALL = 2 / 3
SMALL_STOCKS = ("poker", "business", "a7", "tarot", "index-3x5")
LARGEST_STEP = 1.2
"""Between the two type sizes of a deck."""


def backs(name: str, stock_name: str) -> list[Face]:
    return [face for card in cards(name, stock_name) for face in card if face and face.name.endswith(", back")]


def is_next(face: Face, tag: Tag) -> bool:
    return (tag.alt or face.text(tag)).startswith("Next: ")


def texts(face: Face, tags: Iterator[Tag]) -> Iterator[Text]:
    for tag in tags:
        yield from (mark for mark in face.marks[tag.start : tag.stop] if isinstance(mark, Text))


def body_size(face: Face) -> float | None:
    """The type size of what to do; None where all of it is in headings."""
    small = step_scale(face.size).small_print
    marks = texts(face, takewhile(lambda tag: not is_next(face, tag), face.tags))
    found = Counter(mark.size for mark in marks if mark.font == "regular" and mark.size > small)
    assert len(found) <= 1, face.name
    return next(iter(found), None)


@pytest.mark.one_in(8)
@pytest.mark.parametrize(("name", "stock_name"), crossed([*sorted(routines()), *sorted(programs())], STOCKS))
def test_texts_of_backs_have_one_size_or_the_next_smaller_one(name: str, stock_name: str) -> None:
    sizes = Counter(filter(None, map(body_size, backs(name, stock_name))))
    assert 1 <= len(sizes) <= 2, sizes
    if len(sizes) == 2:
        assert max(sizes) <= LARGEST_STEP * min(sizes), sizes
        assert sizes[max(sizes)] >= NEARLY_ALL * sizes.total(), sizes


@pytest.mark.one_in(8)
@pytest.mark.parametrize(("name", "stock_name"), crossed([*sorted(routines()), *sorted(programs())], SMALL_STOCKS))
def test_lists_of_small_cards_have_one_size_or_the_next_smaller_one(name: str, stock_name: str) -> None:
    faces = [face for card in cards(name, stock_name) for face in card if face and is_list(name, face)]
    found = {size for face in faces if (size := body_size(face))}
    assert len(faces) > 1
    assert 1 <= len(found) <= 2, found
    assert max(found) <= LARGEST_STEP * min(found), found


def is_list(name: str, face: Face) -> bool:
    """Whether a face has paragraphs for a whole routine, not for a step."""
    return face.name.startswith(f"{deck_of(name).name}: ")


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", routines())
def test_facts_of_fronts_have_one_size_or_the_next_smaller_one(name: str) -> None:
    fronts = [card.front for card in cards(name, "a6") if f"{deck_of(name).name} " in card.front.name]
    facts = [{mark.size for mark in texts(front, lists(front)) if mark.font == "semibold"} for front in fronts]
    assert all(len(sizes) == 1 for sizes in facts if sizes)
    scale = step_scale(fronts[0].size)
    assert {size for sizes in facts for size in sizes} <= {scale.fact, SMALLER * scale.fact}


def lists(front: Face) -> Iterator[Tag]:
    return (tag for tag in front.tags if tag.role == "L")


@pytest.mark.one_in(8)
@pytest.mark.parametrize(("name", "stock_name"), crossed([*sorted(routines()), *sorted(programs())], STOCKS))
def test_what_comes_next_has_one_place(name: str, stock_name: str) -> None:
    found = backs(name, stock_name)
    panels = [[round(bounds(mark.outline).bottom / MM, 1) for mark in face.marks if is_panel(mark)] for face in found]
    said = [any(is_next(face, tag) for tag in face.tags) for face in found]
    assert [len(panel) for panel in panels] == [int(each) for each in said]
    assert len({bottom for panel in panels for bottom in panel}) == any(said)


def is_panel(mark: Mark) -> bool:
    """Whether a mark is the outline around what comes next."""
    return isinstance(mark, Path) and mark.fill is None and mark.width == OUTLINE
