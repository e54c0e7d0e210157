"""Marks for cutting and folding are outside the cards, and complete."""

from __future__ import annotations

import pytest

from cardgen.errors import UserError
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.paper import papers
from cardgen.sheets.printer_marks import UnmarkedLines, find_unmarked, sheet_marks, single_marks
from cardgen.units import MM, Box, Size
from tests.support.grids import CUT_STOCKS, grid_of
from tests.support.printed import box_of, inside
from tests.support.together import together


@together
@pytest.mark.parametrize("name", CUT_STOCKS)
@pytest.mark.parametrize("gap", [0, 6 * MM])
@pytest.mark.parametrize("bleed", [0.0, 3 * MM])
def test_marks_touch_no_card_and_no_bleed(name: str, gap: float, bleed: float) -> None:
    for paper_name in papers():
        try:
            cutting = choose_cutting(name, paper_name, gap=gap, bleed=bleed)
        except UserError:
            continue
        assert cutting.grid
        boxes = [box.inset(-bleed) for box in cutting.grid.cells]
        for mark in sheet_marks(cutting.grid, bleed):
            box = box_of(mark)
            assert inside(box, Box(0, 0, *cutting.grid.paper), slack=0.001)
            assert not any(touches(box, card) for card in boxes)


@together
@pytest.mark.parametrize("bleed", [0.0, 3 * MM])
@pytest.mark.parametrize("name", CUT_STOCKS)
def test_every_cut_has_a_mark_or_is_reported(name: str, bleed: float) -> None:
    """Every cut has a mark in line with it, or is reported, or is the edge of the paper."""
    for paper_name in papers():
        try:
            grid = choose_cutting(name, paper_name, gap=6 * MM, bleed=bleed).grid
        except UserError:
            continue
        assert grid
        marks, reported = (
            [box_of(mark) for mark in sheet_marks(grid, bleed) if not mark.dash],
            find_unmarked(grid, bleed),
        )
        for places, named, size, way in (
            (grid.cuts[0], reported.cuts_across, grid.paper.width, 0),
            (grid.cuts[1], reported.cuts_down, grid.paper.height, 1),
        ):
            shown = [box[way] for box in marks if box[2 + way] < 0.01]
            for place in places:
                at_edge = min(place, size - place) < 0.7 * MM
                assert at_edge or any(abs(place - one) < 0.01 for one in (*shown, *named))


def test_cuts_and_folds_without_room_for_marks_are_reported() -> None:
    grid = grid_of("a6", "a4")
    assert sheet_marks(grid) == ()
    reported = find_unmarked(grid)
    assert reported.cuts_across == pytest.approx([105 * MM])
    assert reported.cuts_down == pytest.approx([148.5 * MM])
    assert find_unmarked(grid_of("fold-a6", "a4")).folds_across == pytest.approx([105 * MM])
    roomy = grid_of("fold-poker", "a4")
    assert find_unmarked(roomy) == UnmarkedLines([], [], [], [])
    assert {round(box_of(mark).y, 2) for mark in sheet_marks(roomy) if mark.dash} == {round(y, 2) for y in roomy.folds}


def touches(mark: Box, card: Box) -> bool:
    return mark.right > card.x and mark.x < card.right and mark.bottom > card.y and mark.y < card.bottom


def test_marks_of_a_single_card_are_outside_its_bleed() -> None:
    trim, page, bleed = Box(40, 40, 180, 250), Size(260, 330), 3 * MM
    marks = single_marks(trim, page, bleed)
    assert len(marks) == 8 + 4 * 3
    for mark in marks:
        assert not touches(box_of(mark), trim.inset(-bleed))
        assert inside(box_of(mark), Box(0, 0, *page))
