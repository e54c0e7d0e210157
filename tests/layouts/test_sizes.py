"""A front has what must be known at the table, in legible type and signs, on cards of every size."""

from __future__ import annotations

from functools import cache

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM, Box
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck, StepCard
from cardgen.wording.key_figures import CountFigure, EachWayFigure
from tests.support.printed import SIZES, face_text, inside, is_in_amount, overlaps, shapes
from tests.support.sampling import crossed

THEME = theme("standard")
SAFE = 2.7 * MM
"""A box of text reaches lower than most of its letters, which are 3 mm from the cut."""
LEAST_TYPE, LEAST_ICON = 9, 6.4 * MM
"""The least size of type at the table, except small print."""


def faces(deck: Deck, layout_name: str, stock_name: str) -> list[Face]:
    cards = layout(layout_name)(deck, Format(stock(stock_name).size), THEME, True)
    return [face for card in cards for face in card if face]


@cache
def deck_of(routine: str) -> Deck:
    return word_deck(plan(load_selection([routine]), length="short"))


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), SIZES[::-1]))
def test_a_front_has_what_must_be_known_at_the_table(routine: str, stock_name: str) -> None:
    deck = deck_of(routine)
    printed = {face.name: face for face in faces(deck, "steps", stock_name)}
    for step in deck.sections[0].steps:
        front = printed[f"{deck.name} {step.name}: {step.title}"]
        ahead = printed.get(f"{front.name}, first", front)  # a caution that the front has no room for
        printed_words = f"{face_text(ahead)} {face_text(front)}".lower()  # what continues an amount has no capital
        assert [text for text in needed(step) if text.lower() not in printed_words] == []
        assert near_the_cut(front) == []
        assert list(overlaps(front)) == []
        texts = [mark for mark in front.marks if isinstance(mark, Text) and mark.color != THEME.secondary]
        assert min(mark.size for mark in texts) >= LEAST_TYPE
        assert min(icon_widths(step, front)) >= LEAST_ICON - 0.01


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(sorted(routines()), SIZES[::-1]))
def test_nothing_on_an_overview_overlaps(routine: str, stock_name: str) -> None:
    printed = faces(deck_of(routine), "overview", stock_name)
    assert [(face.name, str(a), str(b)) for face in printed for a, b in overlaps(face)] == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_an_overview_has_every_count(stock_name: str) -> None:
    deck = deck_of("face")
    text = " ".join(map(face_text, faces(deck, "overview", stock_name)))
    counts = [step.key for step in deck.sections[0].steps if isinstance(step.key, CountFigure)]
    assert counts
    assert [count for count in counts if f"{count.number} {count.unit}" not in text] == []


def needed(step: StepCard) -> list[str]:
    """What must be on every front: title, place, time, amount, pressure, caution."""
    amount = (step.key.number,) if isinstance(step.key, (CountFigure, EachWayFigure)) else step.key.lines
    return [
        step.title,
        step.where,
        step.clock,
        *amount,
        *(fact.word for fact in step.facts if fact.needed and not is_in_amount(fact, step)),
        step.caution,
    ]


def icon_widths(step: StepCard, front: Face) -> list[float]:
    """The widths of the icons for pressure."""
    names = {
        fact.icon for fact in step.facts if fact.needed and fact.icon != "time"
    }  # the clock at the foot has one, too
    uses = [mark for mark in front.marks if isinstance(mark, Use) and mark.art.name.split()[1] in names]
    return [mark.box.width for mark in uses] or [LEAST_ICON]


def near_the_cut(face: Face) -> list[str]:
    """The texts and drawings outside the safe area of a card; the letter of a tab may be nearer to the cut."""
    inner = Box(0, 0, *face.size).inset(SAFE)
    found = (shape for shape in shapes(face) if isinstance(shape.mark, (Text, Use)) and not inside(shape.box, inner))
    return [str(shape) for shape in found if getattr(shape.mark, "color", None) != THEME.paper]
