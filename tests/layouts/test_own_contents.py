"""Titles in another language are whole and apart from each other in a booklet's contents, or the booklet is refused."""

from __future__ import annotations

import pytest

from cardgen.errors import UserError
from cardgen.jobs.booklet import BookletJob
from tests.attack.oracle import judge
from tests.support.own_files import write_own
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("own_files")

LONG = (
    "Wo welcher Handgriff in diesem Heft beschrieben und gezeichnet ist",
    "Handgriffbezeichnungsübersichtszusammenstellung und Wörter",
)
TOO_LONG = (
    "Wo welche Handgriffbezeichnungsübersicht steht und noch viel mehr als das, was zwei Zeilen auf einer Seite fassen"
)


def booklet(title: str, size: str) -> bytes:
    """A booklet on pages of a size, some of whose parts have this title."""
    labels = "".join(f'  {label}: "{title}"\n' for label in ("safety", "before", "techniques"))
    write_own("languages/tlh/words.yaml", f"language: Deutsch\nphrases:\n{labels}")
    return BookletJob(routines=("joints",), size=size, pages=True, language="tlh").run().data


@pytest.mark.one_in(4)
@pytest.mark.parametrize("size", ["a4", "a5", "a6"])
@pytest.mark.parametrize("title", LONG)
def test_long_titles_are_whole_and_apart(title: str, size: str) -> None:
    data = booklet(title, size)
    assert list(judge(data)) == []
    contents = next(text for text in page_texts(data) if "Contents" in text)
    letters = title.replace(" ", "")
    assert contents.replace("-", "").replace(" ", "").count(letters) == 3


def test_a_title_that_does_not_fit_is_refused() -> None:
    with pytest.raises(UserError, match="the title in the contents does not fit"):
        booklet(TOO_LONG, "a6")
