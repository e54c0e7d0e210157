"""Every routine in every layout, stock, paper, theme and way of printing makes a valid PDF."""

from __future__ import annotations

from itertools import cycle, product
from string import ascii_uppercase

import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme, themes
from cardgen.errors import UserError
from cardgen.jobs.printout import Printout
from cardgen.layouts.cards import layout, layouts
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.sheets.cutting import Cutting, choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.paper import papers
from cardgen.sheets.stock import stock, stocks
from cardgen.units import MM, Box
from tests.support.kept import deck_of, session_of
from tests.support.printed import (
    SIZES,
    inside,
    intersect,
    overlaps,
    placed_boxes,
    problems,
    text_boxes,
    unembedded_fonts,
)
from tests.support.printing import print_cards
from tests.support.sampling import crossed

SAFE = 3 * MM
"""The least distance of content from the cut (print facts: 3 to 5 mm)."""

LETTERS = set(ascii_uppercase)
"""Texts on edge tabs, which may bleed; they are 2 mm from the cut."""
PRODUCTS = [
    (routine, layout_name, stock_name)
    for (i, routine), (j, layout_name), (k, stock_name) in product(
        enumerate(routines()), enumerate(layouts()), enumerate(stocks())
    )
    if (i + j + k) % 3 == 0
]
"""Every stock in every layout with a third of the routines; other tests cover the faces of all sizes."""
FACES = [
    (layout_name, stock_name, routine, *way)
    for (layout_name, routine), stock_name, way in crossed(
        product(layouts(), routines()), SIZES, [(True, 0), (False, 3 * MM)]
    )
]
"""Every routine in every layout, and every size, on two sides or with bleed on one."""
WAYS = [
    (paper, theme_name, duplex)
    for (i, paper), (j, theme_name), (k, duplex) in product(
        enumerate(papers()), enumerate(themes()), enumerate((True, False))
    )
    if (i + j + k) % 2 == 0
]
"""Papers, themes and ways of printing, so that every two of them meet; each product is printed in one of them."""


PRINTS = [(*names, *way) for names, way in zip(PRODUCTS, cycle(WAYS), strict=False)]


@pytest.mark.one_in(64)
@pytest.mark.parametrize(("routine", "layout_name", "stock_name", "paper", "theme_name", "duplex"), PRINTS)
def test_every_print_is_sound(
    routine: str, layout_name: str, stock_name: str, paper: str, theme_name: str, duplex: bool
) -> None:
    cutting = cut_or_none(stock_name, paper) or choose_cutting(stock_name)
    sides = "duplex" if duplex or cutting.stock.fold else "front"
    session = plan(load_selection([routine]))
    look = {"layout": layout_name, "theme": theme_name, "sides": sides}
    made = print_cards(session, stock=stock_name, paper=cutting.paper, **look)
    assert problems(made.data) == []
    assert unembedded_fonts(made.data) == []
    assert words_outside_their_cards(made, cutting) == []


def cut_or_none(stock_name: str, paper: str) -> Cutting | None:
    """The stock on a paper, or None where it does not fit."""
    try:
        return choose_cutting(stock_name, paper)
    except UserError:
        return None


@pytest.mark.one_in(10)
@pytest.mark.parametrize("layout_name", layouts())
@pytest.mark.parametrize("routine", routines())
def test_the_same_bytes_twice(routine: str, layout_name: str) -> None:
    made, again = (print_cards(plan(load_selection([routine])), layout=layout_name) for _ in range(2))
    assert made.data == again.data


def words_outside_their_cards(made: Printout, cutting: Cutting) -> list[str]:
    """Runs of text in the PDF that are not in the safe area of one card."""
    pages, boxes = text_boxes(made.data), placed_boxes(made.data, cutting.stock.size)
    safe = [box.inset(SAFE) for page in boxes for box in page]
    words = [(text, box) for page in pages for text, box in page if text and text not in LETTERS]
    return [text for text, box in words if not any(inside(box, card) for card in safe)]


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("layout_name", "stock_name", "routine", "duplex", "bleed"), FACES)
def test_nothing_on_a_face_overlaps(
    layout_name: str, stock_name: str, routine: str, duplex: bool, bleed: float
) -> None:
    form = Format(stock(stock_name).size, bleed)
    cards = layout(layout_name)(deck_of(session_of(routine)), form, theme("standard"), duplex)
    faces = [face for card in cards for face in card if face]
    assert [(face.name, str(a), str(b)) for face in faces for a, b in overlaps(face)] == []


def test_the_checks_find_a_mistake() -> None:
    made = print_cards(plan(load_selection(["joints"])))
    runs = [box for page in text_boxes(made.data) for _, box in page]
    assert not inside(runs[0], Box(0, 0, 10, 10))
    assert intersect(runs[0], runs[0])
    assert problems(made.data.replace(b"endobj", b"endxxx", 1))


def test_the_check_for_overlaps_finds_one() -> None:
    cards = layout("steps")(deck_of(session_of("joints")), Format(stock("a6").size), theme("mono"), True)
    face = next(cards).front
    doubled = Face(face.name, face.size, (*face.marks, replace(face.marks[-1], x=face.marks[-1].x + 1)))
    assert list(overlaps(doubled))
