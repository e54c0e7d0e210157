"""Parts of a booklet that go on over several pages share them out evenly."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.wording.book import word_book

PARTS = ("Before you start", "Safety first")
LEAST_FULL = 0.6
"""How far down a page goes at least, as a fraction of its height."""


@pytest.mark.one_in(3)
@pytest.mark.parametrize("size", ["a6", "a5"])
@pytest.mark.parametrize("name", ["back-relaxing", "full-body", "legs-back", "neck"])
def test_no_part_ends_on_a_page_that_is_nearly_empty(name: str, size: str) -> None:
    faces = lay_out_book(word_book(plan(load_selection([name]))), Format(booklet_page(size)), theme("standard")).faces
    further = {face.name: face for face in faces if face.name.startswith(PARTS) and "continued" in face.name}
    for face in further.values():
        foot = 0.94 * face.size.height
        lowest = max(mark.y for mark in face.marks if isinstance(mark, Text) and mark.y < foot)
        assert lowest > LEAST_FULL * face.size.height, face.name
