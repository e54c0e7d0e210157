"""A large-print plan on several pages: one table, whose headings are read once, and bookmarks by which it is found."""

from __future__ import annotations

import io
from functools import cache

import pikepdf
import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.plan_page import PlanPage, word_plan
from tests.support.printing import print_plan
from tests.support.screen_reader import Reading

PRINTS = [("legs-back", "a5"), ("full-body", "letter"), ("back-and-legs", "a5"), ("joints", "a5")]


@cache
def made(name: str, paper: str) -> tuple[PlanPage, bytes]:
    session = plan(load_selection([name]))
    return word_plan(session), print_plan(session, paper=paper, large=True).data


@pytest.mark.parametrize(("name", "paper"), PRINTS)
def test_all_rows_are_in_one_table(name: str, paper: str) -> None:
    page, data = made(name, paper)
    read = Reading(data)
    assert len(read.pdf.pages) > 2
    (table,) = (node for node in read.document.walk() if node.role == "Table")
    rows = [part for part in table.parts if part.role == "TR"]
    assert len(rows) == len(table.parts) == 1 + len(page.rows)
    assert [cell.scope for cell in rows[0].parts] == ["Column"] * 3
    pages = {place for node in table.walk() for place, _ in node.contents}
    assert len(pages) > 1
    assert all(row.name in text.spoken() for row, text in zip(page.rows, rows[1:], strict=True))


@pytest.mark.parametrize(("name", "paper"), PRINTS)
def test_bookmarks_lead_to_lists_and_routines(name: str, paper: str) -> None:
    page, data = made(name, paper)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    names = [row.name for row in page.rows if row.is_heading] or ["Steps"]
    assert titles[:2] == [page.title, page.labels["before"]]
    assert [title for title in titles if title in names] == names
    assert page.labels["after"] in titles
