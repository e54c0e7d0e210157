"""The lists of a plan break a long word only in a column that is one: a narrower column means another way to divide."""

from cardgen.layouts.parts.scales import scales
from cardgen.layouts.plan.advice_lists import ITEM_INDENT, set_list
from cardgen.layouts.plan.scale import PlanScale
from cardgen.scene.text import width
from cardgen.wording.deck import Block

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
