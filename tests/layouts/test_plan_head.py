"""The head of a plan keeps clear of the timeline below it."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Path, Text
from cardgen.scene.text import DESCENT
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.wording.plan_page import PlanPage, word_plan
from tests.support.printed import box_of, is_line

CLEAR = 1.5
"""From the ends of letters to what is below them, in points."""


def fullest(page: PlanPage) -> Face:
    form = Format(paper("a4").size)
    return min(
        (
            faces[0]
            for faces in (lay_out_plan(page, form, theme("standard")), lay_out_two_sides(page, form, theme("standard")))
        ),
        key=lambda face: max(mark.size for mark in face.marks if isinstance(mark, Text)),
    )


@pytest.mark.parametrize("name", ["full-body", "evening-for-two", "legs-back"])
def test_no_letter_of_the_head_touches_the_timeline(name: str) -> None:
    page = word_plan(plan(load_selection([name])))
    face = fullest(page)
    facts = next(mark for mark in face.marks if isinstance(mark, Text) and mark.text.startswith("Session plan"))
    boxes = [box_of(mark) for mark in face.marks if isinstance(mark, Path) and not is_line(mark)]
    below = min(box.y for box in boxes if box.y > facts.y - 1)
    assert below - (facts.y + DESCENT * facts.size) >= CLEAR
