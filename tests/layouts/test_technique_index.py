"""The index of techniques at the end of a booklet keeps clear of the number of its page."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.wording.book import word_book
from tests.support.printed import intersect, text_boxes
from tests.support.printing import print_booklet

ROUTINE = """name: Test
summary: A test.
area: back
receiver: prone
steps:
"""
STEP = "  - {{id: s{0}, name: Stroke {0} along the whole back, technique: {1}, where: Back, cue: Go, detail: Go.}}\n"


@pytest.mark.one_in(4)
@pytest.mark.parametrize("count", [14, 18, 20, 22, 24, 30])
def test_a_technique_with_most_of_the_steps_fits_its_page(tmp_path: Path, count: int) -> None:
    """It is longer than what is left of one column, whichever techniques are in the other."""
    path = tmp_path / "routine.yaml"
    techniques = ["circles", *["holding"] * count, "tapping"]
    path.write_text(ROUTINE + "".join(itertools.starmap(STEP.format, enumerate(techniques, 1))), encoding="utf-8")
    printout = print_booklet(plan(load_selection([str(path)])), size="a5", pages=True)
    pages = [runs for runs in text_boxes(printout.data) if any("Where each technique is" in text for text, _ in runs)]
    index = pages[1:]
    assert index
    for runs in index:
        pairs = itertools.combinations(runs, 2)
        assert [(one[0], other[0]) for one, other in pairs if intersect(one[1], other[1])] == []


def test_titles_have_one_line_where_a_page_has_room_for_one_column() -> None:
    session = plan(load_selection(["joints"]))
    faces = lay_out_book(word_book(session), Format(booklet_page("a5")), theme("standard")).faces
    index = next(face for face in faces if face.name == "Where each technique is")
    titles = [turn.step.name for turn in session.turns]
    assert {mark.text for mark in index.marks if isinstance(mark, Text)} >= set(titles)


@pytest.mark.parametrize(("size", "large"), [("a6", False), ("a5", True), ("half-letter", False)])
def test_the_steps_of_every_column_are_below_their_technique(size: str, large: bool) -> None:
    """Also where a long technique goes on on the next page."""
    book = word_book(plan(load_selection(["full-body"])))
    names = {technique.lower() for technique, _ in book.techniques}
    faces = lay_out_book(book, Format(booklet_page(size), large=large), theme("standard")).faces
    index = [face for face in faces if face.name.startswith("Where each technique is")]
    assert index
    for face in index:
        texts = [mark for mark in face.marks if isinstance(mark, Text)]
        headings = [mark for mark in texts if mark.font == "semibold" and mark.text.lower() in names]
        for number in (mark for mark in texts if mark.font == "bold" and mark.text.isdigit()):
            column = [mark for mark in headings if mark.x <= number.x < mark.x + 0.5 * face.size.width]
            assert min(mark.y for mark in column) < number.y, number.text
