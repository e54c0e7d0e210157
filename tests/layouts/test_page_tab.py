"""The tab at the edge of a page keeps clear of the text beside it."""

from collections.abc import Iterable

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.scene.faces import Face
from cardgen.scene.marks import Path, Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page, paper
from cardgen.units import MM, Box
from cardgen.wording.book import word_book
from cardgen.wording.plan_page import word_plan
from tests.support.kept import session_of
from tests.support.printed import box_of, shapes

LEAST = 1.6 * MM
"""From the tab to the text."""


def tab_of(face: Face) -> Box | None:
    """The colored box at the left or right edge of a page."""
    boxes = (box_of(mark) for mark in face.marks if isinstance(mark, Path) and mark.fill)
    wide = face.size.width
    at_edge = (box for box in boxes if box.x < 0.1 or box.right > wide - 0.1)
    return next((box for box in at_edge if 5 * MM < box.width < 15 * MM), None)


@pytest.mark.parametrize("size", ["a5", "a6"])
def test_nothing_comes_near_the_tab_of_a_page(size: str) -> None:
    book = word_book(session_of("feet"))
    assert least_gap(lay_out_book(book, Format(booklet_page(size)), theme("standard")).faces) >= LEAST


@pytest.mark.parametrize("size", ["a6", "a5", "half-letter", "a4"])
def test_the_lowest_tab_is_well_above_the_number_of_its_page(size: str) -> None:
    faces = lay_out_book(word_book(session_of("joints")), Format(booklet_page(size)), theme("standard")).faces
    found = []
    for number, face in enumerate(faces, 1):
        if tab := tab_of(face):
            texts = [one.box for one in shapes(face) if isinstance(one.mark, Text) and one.mark.text == str(number)]
            found.append(max(box.y for box in texts) - tab.bottom)
    assert min(found) > 4 * MM


@pytest.mark.parametrize("name", ["face", "scalp", "hands", "chair-office"])
def test_nothing_comes_near_the_tab_of_a_plan(name: str) -> None:
    page = word_plan(session_of(name))
    sides = lay_out_two_sides(page, Format(paper("a4").size), theme("standard"))
    assert least_gap([*lay_out_plan(page, Format(paper("a4").size), theme("standard")), *sides]) >= LEAST


def least_gap(faces: Iterable[Face]) -> float:
    """The least distance from a tab to what is next to it."""
    found = []
    for face in faces:
        if tab := tab_of(face):
            boxes = [one.box for one in shapes(face) if one.box.bottom > tab.y and one.box.y < tab.bottom]
            others = [box for box in boxes if not (tab.x - 0.1 <= box.x and box.right <= tab.right + 0.1)]
            found += [max(box.x - tab.right, tab.x - box.right) for box in others]
    return min(found)
