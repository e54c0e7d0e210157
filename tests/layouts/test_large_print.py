"""Large print: on plans, booklets and legends nothing is smaller than 14 points."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import UserError
from cardgen.jobs.reference import LegendJob
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.layouts.plan.enlarged import lay_out_enlarged
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page, paper
from cardgen.units import MM, Box
from cardgen.wording.book import word_book
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import word_plan
from tests.support.printed import box_of, face_text, inside, overlaps
from tests.support.printing import print_booklet

LEAST_LARGE = 14 - 0.01


def small(face: Face) -> list[str]:
    """The texts that are too small; signs beside a timeline and numbers in discs are not read for themselves."""
    texts = [mark for mark in face.marks if isinstance(mark, Text)]
    return [mark.text for mark in texts if mark.size < LEAST_LARGE and not re.fullmatch(r"[\d–, ]+|\w|×", mark.text)]


def laps(face: Face) -> list[str]:
    return [f"{one} lies on {other}" for one, other in overlaps(face)]


def outside(face: Face) -> list[str]:
    """The texts that are nearer to an edge of the paper than 5 mm."""
    page = Box(0, 0, *face.size).inset(5 * MM)
    return [mark.text for mark in face.marks if isinstance(mark, Text) and not inside(box_of(mark), page)]


@pytest.mark.parametrize("name", ["full-body", "joints"])
def test_booklets(name: str) -> None:
    form = Format(booklet_page("a5"), large=True)
    faces = lay_out_book(word_book(plan(load_selection([name]))), form, theme("standard")).faces
    assert [text for face in faces for text in (*small(face), *laps(face))] == []


def test_booklets_need_pages_of_a_certain_size() -> None:
    with pytest.raises(UserError, match=r"Large print does not fit(?s:.*)a5"):
        print_booklet(plan(load_selection(["joints"])), size="a6", large=True)


@pytest.mark.parametrize("name", ["joints", "legs-back", "full-body"])
def test_plans(name: str) -> None:
    page = word_plan(plan(load_selection([name])))
    faces = lay_out_enlarged(page, Format(paper("a3").size), theme("standard"))
    assert faces
    assert [text for face in faces for text in small(face)] == []
    if name != "full-body":  # the rows of eighty steps are lower than the space below their digits
        assert [text for face in faces for text in laps(face)] == []
    whole = " ".join(map(face_text, faces))
    assert [row.caution for row in page.rows if row.caution not in whole] == []


def test_what_to_do_afterwards_is_on_the_back_of_a_plan_that_needs_one() -> None:
    page = word_plan(plan(load_selection(["legs-back"])))
    note = Block("talk", "", "Only light pressure, whatever a card says. The left knee is sore after the long walk.")
    page = replace(page, before=(note, note, *page.before))
    faces = lay_out_enlarged(page, Format(paper("a3").size), theme("standard"))
    assert len(faces) == 2
    assert page.after
    back = face_text(faces[1])
    assert [line for line in page.after if line.heading not in back] == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize("paper_name", ["letter", "legal", "a4", "a5"])
@pytest.mark.parametrize("name", ["legs-back", "joints", "full-body"])
def test_a_plan_takes_as_many_pages_as_it_needs(name: str, paper_name: str) -> None:
    page = word_plan(plan(load_selection([name]), minutes=20 if name == "legs-back" else None))
    faces = lay_out_enlarged(page, Format(paper(paper_name).size), theme("standard"))
    assert len(faces) >= 2
    assert [text for face in faces for text in (*small(face), *laps(face), *outside(face))] == []
    texts = list(map(face_text, faces))
    assert [f"page {number} of {len(faces)}" in text for number, text in enumerate(texts, 1)] == [True] * len(faces)
    whole, first_row = " ".join(texts), next(number for number, text in enumerate(texts) if "Settle in" in text)
    said = [block.heading for block in (*page.before, *page.care)]
    assert [line for line in said if line not in " ".join(texts[: first_row + 1])] == []
    rows = [text for row in page.rows for text in (row.name, row.more, row.caution, row.notes) if text]
    assert [text for text in (*rows, *(block.heading for block in page.after)) if text not in whole] == []
    assert page.body_alt in [tag.alt for face in faces for tag in face.tags]


def test_no_fact_of_a_large_plan_is_left_to_the_cards() -> None:
    page = word_plan(plan(load_selection(["legs-back", "legs-front"])))
    faces = lay_out_enlarged(page, Format(paper("a3").size), theme("standard"))
    whole = " ".join(map(face_text, faces))
    assert [row.more for row in page.rows if row.more not in whole] == []


def test_legends() -> None:
    faces = LegendJob(large=True).lay_out(Format(paper("a4").size))
    assert [text for face in faces for text in small(face)] == []
