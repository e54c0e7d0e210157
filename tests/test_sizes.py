"""Every routine is sound on cards of any size, from those of a business to whole sheets; faces only, no PDF."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest
from printed import inside, overlaps, said, shapes, untold

from cardgen.check import gather
from cardgen.layouts import layout, layouts
from cardgen.layouts.parts import Kit
from cardgen.plan.planner import SessionLength, plan
from cardgen.routine import routines
from cardgen.say.deck import Count, Deck, EachWay
from cardgen.say.wording import word
from cardgen.scene import Face, Text, Use
from cardgen.theme import theme
from cardgen.units import MM, Box, Size

SIZES = [
    (48, 80),  # inside a pouch of the size of a bank card
    (50.8, 88.9),  # US business card
    (54, 84),  # bank card in a tight pouch
    (55, 85),  # European business card
    (63, 88),
    (69, 102),
    (83, 134),
    (102, 145),
    (139.7, 215.9),  # half Letter
    (210, 297),  # A4
    (215.9, 279.4),  # Letter
]
"""In mm."""
THEME = theme("mono")
SAFE = 2.7 * MM
"""A box of text reaches lower than most of its letters, which keep 3 mm from the cut."""
LEAST_TYPE, LEAST_ICON = 9, 8 * MM
"""At the table; the small print is left out."""
CARDS = list(product(routines(), SIZES))


def faces(deck: Deck, layout_name: str, size: tuple[float, float], duplex: bool, bleed: float = 0) -> list[Face]:
    kit = Kit(Size(size[0] * MM, size[1] * MM), THEME, bleed)
    return [face for card in layout(layout_name)(deck, kit, duplex) for face in card if face]


@cache
def deck_of(routine: str, length: SessionLength | None = None) -> Deck:
    return word(plan(gather([routine]), length=length))


@pytest.mark.parametrize(("routine", "size"), CARDS)
def test_nothing_is_lost_or_lies_on_anything_else(routine: str, size: tuple[float, float]) -> None:
    for length, duplex in ((None, True), ("short", False)):
        deck = deck_of(routine, length)
        for layout_name in layouts():
            printed = faces(deck, layout_name, size, duplex, 3 * MM * duplex)
            assert [(face.name, str(a), str(b)) for face in printed for a, b in overlaps(face)] == []
            assert [text for face in printed for text in near_the_cut(face)] == []
            assert layout_name != "steps" or untold(deck, printed) == []


def near_the_cut(face: Face) -> list[str]:
    """The texts and drawings that are not in the safe part of a card; the letter of a tab may be nearer to the cut."""
    inner = Box(0, 0, *face.size).inset(SAFE)
    found = (shape for shape in shapes(face) if isinstance(shape.mark, (Text, Use)) and not inside(shape.box, inner))
    return [str(shape) for shape in found if getattr(shape.mark, "color", None) != THEME.paper]


@pytest.mark.parametrize(("routine", "size"), CARDS)
def test_a_front_tells_how_much_and_how_hard_in_type_that_can_be_read(routine: str, size: tuple[float, float]) -> None:
    deck = deck_of(routine)
    fronts = {face.name: face for face in faces(deck, "steps", size, duplex=True)}
    for step in deck.sections[0].steps:
        front = fronts[f"{deck.name} {step.number}: {step.title}"]
        amount = (step.key.number,) if isinstance(step.key, (Count, EachWay)) else step.key.lines
        needed = (step.title, step.caution, *amount, *(fact.word for fact in step.facts if fact.needed))
        assert [text for text in needed if text not in said(front)] == []
        assert min(mark.size for mark in front.marks if isinstance(mark, Text) and mark.text != deck.name) >= LEAST_TYPE
        icons = {fact.icon for fact in step.facts if fact.needed}
        drawn = [mark for mark in front.marks if isinstance(mark, Use) and mark.art.name.split()[1] in icons]
        assert min((mark.box.width for mark in drawn), default=LEAST_ICON) >= LEAST_ICON - 0.01


@pytest.mark.parametrize("size", SIZES)
def test_an_overview_tells_what_is_counted(size: tuple[float, float]) -> None:
    deck = deck_of("joints")
    text = " ".join(map(said, faces(deck, "overview", size, duplex=False)))
    counts = [step.key for step in deck.sections[0].steps if isinstance(step.key, Count)]
    assert counts
    assert [count for count in counts if f"{count.number} {count.unit}" not in text] == []
