"""The page of a booklet with the places that take no pressure."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.wording.book import word_book

TITLE = 15
"""A text larger than this, in points, is a title."""


@pytest.mark.parametrize("size", ["a5", "a6"])
@pytest.mark.parametrize("name", ["feet", "joints"])
def test_a_map_of_bodies_on_which_nothing_is_hatched_explains_no_hatching(name: str, size: str) -> None:
    book = word_book(plan(load_selection([name])))
    assert not book.plan.safety_map.labels
    faces = lay_out_book(book, Format(booklet_page(size)), theme("standard")).faces
    titles = [[one.text for one in face.marks if isinstance(one, Text) and one.size > TITLE] for face in faces]
    (safety,) = [face for face, title in zip(faces, titles, strict=True) if "Safety first" in title]
    assert "Hatched" not in " ".join(one.text for one in safety.marks if isinstance(one, Text))
