"""The lists of a plan: they use the page before its back, and break a long word only in a column that is one."""

import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.plan.advice_lists import ITEM_INDENT, set_list
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.layouts.plan.scale import PlanScale
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.text import width
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import word_plan
from tests.support.plans import face_text

WORD = "Lymphknotenentfernungsoperation"


def test_a_long_word_is_broken_in_a_wide_column_and_refused_in_a_narrow_one() -> None:
    scale = scales("plan", list[PlanScale])[0]
    indent, block = ITEM_INDENT * scale.list_icon, Block("caution", WORD, "")
    wide, narrow = (indent + ems * scale.list_text for ems in (7.5, 6.5))
    assert width(WORD, "regular", scale.list_text) > wide - indent
    items = set_list("Care", (block,), wide, scale)
    assert items
    lines = items[1].setting.lines
    assert len(lines) > 1
    assert "".join(line.removesuffix("-") for line in lines) == WORD
    assert all(width(line, "regular", scale.list_text) <= wide - indent + 1e-6 for line in lines)
    assert set_list("Care", (block,), narrow, scale) is None


@pytest.mark.parametrize("names", [["neck", "face"], ["arms", "hands"], ["feet", "legs-front"], ["joints", "neck"]])
def test_lists_take_the_place_of_the_notes_before_they_go_to_the_back(names: list[str]) -> None:
    page = word_plan(plan(load_selection(names)))
    note = Block("talk", "Only light pressure: the left knee is sore.", "")
    page = replace(page, before=(Block("talk", "For Anna", ""), note, *page.before))
    front, *back = lay_out_plan(page, Format(paper("a4").size), theme("standard"))
    has_notes = page.labels["notes"] in face_text(front)
    assert not (back and has_notes)
    assert [block.heading for block in page.after if block.heading not in face_text(front)] == []
