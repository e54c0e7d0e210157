"""The page of a booklet for the other limb: figures that are large enough, and no text in a narrow column."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.units import MM
from cardgen.wording.book import word_book
from tests.support.kept import session_of
from tests.support.printed import box_of, face_text


def page_of(routine: str) -> Face:
    """The first page with all that is done on the other side."""
    book = word_book(plan(load_selection([routine])))
    faces = lay_out_book(book, Format(booklet_page("a5")), theme("standard")).faces
    return next(face for face in faces if "Now the other" in face_text(face) and "Contents" not in face_text(face))


def test_wide_figures_are_in_one_column_with_the_text_beside_them() -> None:
    face = page_of("joints")
    figures = [mark.box for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith("figure ")]
    assert len(figures) == 4
    assert min(figure.width for figure in figures) > 40 * MM
    assert max(box_of(mark).width for mark in face.marks if isinstance(mark, Text)) > 55 * MM


def test_how_slowly_is_behind_how_much() -> None:
    texts = [mark for mark in page_of("feet").marks if isinstance(mark, Text)]
    slow = [mark for mark in texts if mark.text == "Slow."]
    assert slow
    beside = [mark for mark in texts for one in slow if abs(mark.y - one.y) < 0.01 and mark.font == "semibold"]
    assert len(beside) >= len(slow) - 1  # an amount as long as the line has it below


def test_pages_of_one_limb_are_alike() -> None:
    """Two pages have about as many steps, in one type size."""
    faces = lay_out_book(word_book(session_of("arms")), Format(booklet_page("a6")), theme("standard")).faces
    pages = [face for face in faces if face.name.endswith("Now the other arm")]
    assert len(pages) > 1
    assert ["Now the other arm, continued" in face_text(face) for face in pages] == [False] + [True] * (len(pages) - 1)
    figures = [
        [mark for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith("figure ")] for face in pages
    ]
    assert max(map(len, figures)) - min(map(len, figures)) <= 1
    signs = [mark.box for face in pages for mark in face.marks if isinstance(mark, Use) and "caution" in mark.art.name]
    assert len({round(sign.height, 2) for sign in signs}) == 1


@pytest.mark.parametrize("routine", ["legs-back", "feet"])
def test_words_have_the_width_of_the_page_where_steps_have_room_so(routine: str) -> None:
    texts = [mark for mark in page_of(routine).marks if isinstance(mark, Text)]
    assert len({round(mark.x) for mark in texts if mark.text.isdigit() and mark.font == "bold"}) == 1
    assert max(box_of(mark).width for mark in texts if mark.font == "regular") > 55 * MM
