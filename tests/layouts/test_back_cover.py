"""The back cover of a booklet has all of its schedule or none of it: half of the steps would look like all."""

from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.wording.book import Book, word_book
from tests.support.plans import many
from tests.support.printed import face_text, overlaps

MOST = {"a6": 16, "a5": 32}
"""Steps that a back cover has room for."""


def back_cover(book: Book, size: str) -> Face:
    return lay_out_book(book, Format(booklet_page(size)), theme("standard")).faces[-1]


def shown(book: Book, face: Face) -> list[str]:
    """The clocks of the schedule that are on the face."""
    texts = face_text(face).split()
    return [line.clock for line in book.schedule if line.clock.partition(":")[0] in texts]


@pytest.mark.one_in(3)
@pytest.mark.parametrize("size", ["a6", "a5"])
@pytest.mark.parametrize("name", ["full-body", "face", "back-energising"])
def test_every_line_of_the_schedule_is_there(name: str, size: str) -> None:
    book = word_book(plan(load_selection([name])))
    face = back_cover(book, size)
    assert [line.title for line in book.schedule if line.title not in face_text(face)] == []
    assert [str(pair) for pair in overlaps(face)] == []


@pytest.mark.one_in(3)
@pytest.mark.parametrize("size", ["a6", "a5"])
@pytest.mark.parametrize("count", [16, 24, 32, 70])
def test_many_steps_are_in_columns_or_not_there_at_all(count: int, size: str, tmp_path: Path) -> None:
    book = word_book(many(count, tmp_path))
    face = back_cover(book, size)
    assert len(shown(book, face)) in (0, len(book.schedule))
    assert count > MOST[size] or shown(book, face)
    assert [str(pair) for pair in overlaps(face)] == []
