"""The documents of a batch are merged into one PDF, in the order of their rows."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from tests.jobs.test_batch import ROSTER, made, roster
from tests.support.commands import run
from tests.support.printed import count_pages, page_texts

pytestmark = pytest.mark.usefixtures("empty_folder", "one_process")


def test_no_two_documents_share_a_sheet() -> None:
    """When one plan has a back, each begins on a sheet of its own; printed on one side, they need no empty pages."""
    roster("routine,for\njoints,Anna\njoints,Bert\n")
    run("batch", "plan", "roster.csv", "--merge", "plans.pdf")
    assert len(pikepdf.open("plans.pdf").pages) == 2
    roster("routine,for\njoints,Anna\nevening-for-two,Bert\njoints,Carl\n", "mixed.csv")
    run("batch", "plan", "mixed.csv", "--merge", "mixed.pdf")
    each = [len(pikepdf.open(path).pages) for path in sorted(Path("mixed").glob("*-plan.pdf"))]
    assert each == [1, 2, 1]
    assert [bool(text.strip()) for text in page_texts(Path("mixed.pdf").read_bytes())] == [
        True,
        False,
        True,
        True,
        True,
        False,
    ]


def test_pages_for_a_screen_are_merged_without_empty_pages() -> None:
    roster("routine,for\narms,Anna\nface,Bert\n")
    run("batch", "booklet", "roster.csv", "--pages", "--merge", "books.pdf")
    each = [len(pikepdf.open(path).pages) for path in sorted(Path("roster").glob("*-booklet.pdf"))]
    assert any(count % 2 for count in each)
    assert len(pikepdf.open("books.pdf").pages) == sum(each)


def test_all_pages_can_be_merged() -> None:
    roster(ROSTER)
    run("batch", "roster.csv", "--merge", "all.pdf")
    data = Path("all.pdf").read_bytes()
    pages = [count_pages(single) for single in made().values()]
    assert count_pages(data) == sum(count + count % 2 for count in pages)
    texts = page_texts(data)
    assert "For Anna" in " ".join(texts[:2])
    second = pages[0] + pages[0] % 2
    assert "For Bert" in " ".join(texts[second : second + 2])
    assert len(data) < sum(map(len, made().values()))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        titles = [item.title for item in pdf.open_outline().root]
    assert titles == ["Joint movements (Anna Müller)", "Back of the legs (Bert)", "Joint movements + Neck (Dora)"]
    result = run("batch", "roster.csv", "--merge", "again.pdf")
    assert Path("again.pdf").read_bytes() == data
    assert "Warning: again.pdf has pages of several sizes: 210 x 297 mm, 215.9 x 279.4 mm." in result.output


def test_nothing_is_merged_when_nothing_was_made() -> None:
    roster("routine,for\nnobody,Anna\n,Bert\n")
    result = run("batch", "roster.csv", "--merge", "all.pdf")
    assert result.exit_code == 2
    assert "Did not write all.pdf: there is no document to merge." in result.output
    assert not Path("all.pdf").exists()


def test_pages_of_one_size_are_merged_without_a_warning() -> None:
    roster("routine,for\njoints,Anna\njoints,Bert\n")
    assert "Warning" not in run("batch", "booklet", "roster.csv", "--merge", "all.pdf").output
