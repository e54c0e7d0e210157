"""The lists of a plan and its body: where they are, how far apart their texts are, and which words they break."""

from itertools import combinations, pairwise

import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map, label_width, step_map_width
from cardgen.layouts.plan.advice_lists import (
    ITEM_INDENT,
    Labels,
    PlanList,
    column_height,
    draw_column,
    least_list_height,
    set_list,
)
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.library.loading import load_selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.scene.marks import Text, Use
from cardgen.scene.text import SLACK, width
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.units import MM, Box
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import words
from tests.support.plans import face_text
from tests.support.printed import box_of, intersect
from tests.support.sampling import usually

MOST_HOLE = 16 * MM
"""The most that is empty below a body."""
WORD = "Lymphknotenentfernungsoperation"


def test_a_long_word_is_broken_in_a_wide_column_and_refused_in_a_narrow_one() -> None:
    scale = scales("plan", list[PlanScale])[0]
    indent, block = ITEM_INDENT * scale.list_icon, Block("caution", WORD, "")
    wide, narrow = (indent + ems * scale.list_text for ems in (7.5, 6.5))
    assert width(WORD, "regular", scale.list_text) > wide - indent
    items = set_list(PlanList("Care", (block,)), wide, scale)
    assert items
    lines = items[1].setting.lines
    assert len(lines) > 1
    assert "".join(line.removesuffix("-") for line in lines) == WORD
    assert all(width(line, "regular", scale.list_text) <= wide - indent + 1e-6 for line in lines)
    assert set_list(PlanList("Care", (block,)), narrow, scale) is None


@pytest.mark.parametrize("names", [["neck", "chest"], ["arms", "hands"], ["scalp", "neck"], ["joints", "chest"]])
def test_lists_take_the_place_of_the_notes_before_they_go_to_the_back(names: list[str]) -> None:
    page = word_plan(plan(load_selection(names)))
    page = replace(page, before=(Block("talk", "For Anna", ""), *page.before))
    faces = lay_out_plan(page, Format(paper("a4").size), theme("standard"))
    assert len(faces) == 1
    lists = [*page.before, *page.care, *page.after]
    assert [block.heading for block in lists if block.heading not in face_text(faces[0])] == []


@pytest.mark.parametrize("name", ["abdomen", "legs-back", "chest", "neck", "arms"])
def test_lists_go_on_below_the_body(name: str) -> None:
    page = word_plan(plan(load_selection([name])))
    face, *_ = lay_out_plan(page, Format(paper("a4").size), theme("standard"))
    body = max((mark.box for mark in face.marks if isinstance(mark, Use)), key=lambda box: box.height)
    texts = [mark for mark in face.marks if isinstance(mark, Text)]
    below = [mark.y for mark in texts if mark.y > body.bottom and mark.x > face.size.width * 0.6]
    assert min(below) - body.bottom < MOST_HOLE


@pytest.mark.parametrize("names", [["legs-back"], ["back-relaxing", "legs-back"], ["evening-for-two"]])
def test_two_sides_have_one_kind_of_table_and_no_empty_place_beside_the_body(names: list[str]) -> None:
    page = word_plan(plan(load_selection(names)))
    sides = lay_out_two_sides(page, Format(paper("a4").size), theme("standard"))
    minutes = page.labels["column_minutes"]
    assert len({minutes in face_text(side) for side in sides}) == 1
    back = sides[1]
    body = max((mark.box for mark in back.marks if isinstance(mark, Use)), key=lambda box: box.height)
    beside = [mark for mark in back.marks if isinstance(mark, Text) and mark.y > body.y and mark.x < body.x]
    assert len(beside) > 3


@pytest.mark.parametrize("names", [["arms", "hands"], ["evening-for-two"], ["full-body"], ["feet", "legs-front"]])
def test_numbers_of_different_places_are_farther_apart_than_lines_of_one(names: list[str]) -> None:
    page = word_plan(plan(load_selection(names)))
    sketch = Sketch(Format(paper("a4").size), theme("standard"), words("en"), "map", 0)
    room = label_width(page)
    assert draw_step_map(sketch, page, room, Box(0, 0, step_map_width(page, 60 * MM, room), 60 * MM))
    labels = [box_of(mark) for mark in sketch.marks if isinstance(mark, Text)]
    assert [(one, other) for one, other in combinations(labels, 2) if intersect(one, other, -0.5 * MM)] == []


def test_numbers_of_a_place_are_on_one_line_where_the_other_side_has_room_to_spare() -> None:
    """Where only one side has numbers, it has the room of both."""
    page = word_plan(plan(load_selection(["back-energising"])))
    sketch = Sketch(Format(paper("a4").size), theme("standard"), words("en"), "map", 0)
    room = 12 * MM
    wide = step_map_width(page, 50 * MM, room)
    assert draw_step_map(sketch, page, room, Box(0, 0, wide, 50 * MM))
    labels = [mark for mark in sketch.marks if isinstance(mark, Text)]
    assert "E1, 4–7, 9, 10" in [label.text.replace("\u00a0", " ") for label in labels]
    assert max(box_of(label).right for label in labels) <= wide
    assert min(box_of(label).x for label in labels) >= 0


@pytest.mark.parametrize("minutes", usually(100, 90, 119))
def test_what_comes_afterwards_is_below_the_last_step(minutes: int) -> None:
    page = word_plan(plan(load_selection(["full-body"]), minutes=minutes))
    faces = lay_out_two_sides(page, Format(paper("a4").size), theme("standard"))
    texts = [mark for mark in faces[-1].marks if isinstance(mark, Text)]
    (heading,) = [mark.y for mark in texts if mark.text == page.labels["after"]]
    assert heading > max(mark.y for mark in texts if mark.text == "Rest, then get up slowly")


@pytest.mark.parametrize("room", [11, 12, 13, 15, 20])
def test_numbers_of_two_bodies_do_not_meet(room: float) -> None:
    page = word_plan(plan(load_selection(["evening-for-two"])))
    sketch = Sketch(Format(paper("a4").size), theme("standard"), words("en"), "map", 0)
    wide = step_map_width(page, 45 * MM, room * MM)
    assert draw_step_map(sketch, page, room * MM, Box(0, 0, wide, 45 * MM))
    labels = [box_of(mark) for mark in sketch.marks if isinstance(mark, Text)]
    beside = [(one, other) for one in labels for other in labels if one.right <= other.x and abs(one.y - other.y) < 9]
    assert min(other.x - one.right for one, other in beside) > 1.5 * MM
    assert max(label.right for label in labels) <= wide


@pytest.mark.parametrize("minutes", [60, 75, 100])
def test_a_full_plan_has_each_caution_in_its_row_or_with_the_names_of_its_cards(minutes: int) -> None:
    page = word_plan(plan(load_selection(["full-body"]), minutes=minutes))
    faces = lay_out_plan(page, Format(paper("a4").size), theme("standard"))
    front, back = (" ".join(mark.text for mark in face.marks if isinstance(mark, Text)) for face in faces)
    assert [block.heading for block in page.care if block.heading not in back] == []
    listed = [block for block in page.cautions if f"{block.heading} {block.text}" in back]
    assert len(listed) == len(page.cautions) or all(block.text in front for block in page.cautions)


def test_what_steps_need_is_behind_their_numbers_on_the_back_of_a_dense_plan() -> None:
    page = word_plan(plan(load_selection(["full-body"])))
    back = lay_out_plan(page, Format(paper("a4").size), theme("standard"))[1]
    texts = [mark for mark in back.marks if isinstance(mark, Text)]
    said = {
        (label.text, text.text.split()[0])
        for label in texts
        for text in texts
        if (label.font, text.font) == ("semibold", "regular")
        and abs(text.y - label.y) < 0.01
        and 0 < text.x - box_of(label).right < 3 * MM
    }
    assert page.cautions
    assert [one for one in page.cautions if (one.heading, one.text.split()[0]) not in said] == []


@pytest.mark.parametrize("labels", ["none", "lines", "paragraph"])
@pytest.mark.parametrize("length", [1, 3, 8, 20])
def test_no_list_is_lower_than_its_least_height(labels: Labels, length: int) -> None:
    blocks = [Block("talk", "Press lightly " * (length - 1) + "here.", "Then rest. " * (length - 1)) for _ in range(9)]
    if labels == "none":
        blocks = [replace(block, text="") for block in blocks]
    given = PlanList("Cautions", tuple(blocks), labels=labels)
    for scale in scales("plan", list[PlanScale]):
        items = set_list(given, 140, scale)
        assert items
        assert least_list_height(given, 140, scale) <= column_height(items) + SLACK


@pytest.mark.parametrize("tight", [False, True])
@pytest.mark.parametrize("labels", ["none", "lines"])
def test_items_are_farther_apart_than_the_lines_of_one(labels: Labels, tight: bool) -> None:
    starts = ("Ask", "Keep")
    texts = (f"{starts[count % 2]} {'how it feels ' * count}" for count in (12, 1, 0, 9, 2, 0, 0, 7))
    blocks = tuple(Block("talk", text.strip(), "now." if labels == "lines" else "") for text in texts)
    for scale in scales("plan", list[PlanScale]):
        items = set_list(PlanList("Before", blocks, labels=labels), 150, scale, tight)
        assert items
        sketch = Sketch(Format(paper("a4").size), theme("standard"), words("en"), "lists", 0)
        draw_column(sketch, items, 0, 0)
        lines = [mark for mark in sketch.marks if isinstance(mark, Text) and mark.text != "Before"]
        begun = {round(mark.y, 3) for mark in lines if mark.text.startswith(starts)}
        between = [(low - high, low in begun) for high, low in pairwise(sorted({round(mark.y, 3) for mark in lines}))]
        apart, within = ([gap for gap, is_start in between if is_start is wanted] for wanted in (True, False))
        assert len(apart) == len(blocks) - 1
        assert min(apart) > max(within) + 0.15 * scale.list_text


@pytest.mark.parametrize(
    ("name", "length"), [("back-and-legs", "long"), ("evening-for-two", "standard"), ("evening-for-two", "short")]
)
def test_the_body_fills_the_foot_of_a_back(name: str, length: SessionLength) -> None:
    page = word_plan(plan(load_selection([name]), length=length))
    _, back = lay_out_plan(page, Format(paper("a4").size), theme("standard"))
    bodies = [mark.box for mark in back.marks if isinstance(mark, Use) and mark.box.height > 30 * MM]
    top = min(body.y for body in bodies)
    lists = max(mark.y for mark in back.marks if isinstance(mark, Text) and mark.font == "regular" and mark.y < top)
    assert top - lists < MOST_HOLE
    assert back.size.height - max(body.bottom for body in bodies) < 2 * MOST_HOLE


@pytest.mark.parametrize("name", ["neck", "chest", "scalp"])
def test_notes_begin_at_the_left_where_nothing_comes_afterwards(name: str) -> None:
    page = word_plan(plan(load_selection([name])))
    front, _ = lay_out_two_sides(page, Format(paper("a4").size), theme("standard"))
    left = {mark.text: mark.x for mark in front.marks if isinstance(mark, Text)}
    assert left[page.labels["notes"]] == left[page.labels["before"]]
