"""Sheets of a booklet fold into pages in order."""

from __future__ import annotations

from collections import defaultdict
from math import ceil

import pytest

from cardgen.scene.faces import Face
from cardgen.scene.pages import Flip, Page
from cardgen.sheets.booklet import (
    DEFAULT_CALIPER,
    Binding,
    BookletSheets,
    arrange_booklet,
    impose_booklet,
    measure_creep,
)
from cardgen.sheets.paper import booklet_page, paper
from cardgen.sheets.printer_marks import FOLD_DASH
from cardgen.sheets.spreads import STAPLE_DASH, spread_grid
from cardgen.units import MM, Box
from tests.support.printed import box_of
from tests.support.together import together

A4 = paper("a4").size
FLIPS: tuple[Flip, ...] = ("long", "short")


def printed(count: int, size: str, order: BookletSheets, flip: Flip | None = None) -> list[Page]:
    """The sides of a booklet on A4, with faces that are called 1, 2, 3 ..."""
    page = booklet_page(size)
    faces = [Face(str(number), page, ()) for number in range(1, count + 1)]
    return list(impose_booklet(faces, order, spread_grid(page, A4), DEFAULT_CALIPER, flip))


def spreads_on(page: Page, flip: Flip, turned: Flip) -> list[tuple[str, str]]:
    """The names of the left and the right face of each spread, from top to bottom, as one sees them.

    A back is seen when the sheet is turned over beside the spine, on the edge `turned`. If the printer turns it over on
    the other one, what it prints there is then upside down.
    """
    over = page.back and flip != turned
    wide, high = page.size
    rows: dict[float, dict[float, str]] = defaultdict(dict)
    for placed in page.faces:
        assert placed.turn == (180 if over else 0), "a face that is not upright"
        x, y = placed.box.x + placed.box.width / 2, placed.box.y + placed.box.height / 2
        x, y = (wide - x, high - y) if over else (x, y)
        rows[round(y)][x] = placed.face.name
    return [(row[min(row)], row[max(row)]) for _, row in sorted(rows.items())]


def folded_sheets(pages: list[Page], manual: bool, flip: Flip) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Front and back of the sheets to fold, in order, when printed sheets are cut as one pile.

    With `manual` duplex the stack goes back into the printer as it came out, so that the last sheet comes first.
    """
    half = len(pages) // 2
    pairs = list(zip(pages[:half], reversed(pages[half:]), strict=True) if manual else pairwise_apart(pages))
    wide, high = pages[0].size
    turned: Flip = "short" if wide > high else "long"
    sheets = [
        list(zip(spreads_on(front, flip, turned), spreads_on(back, flip, turned), strict=True)) for front, back in pairs
    ]
    rows = max(map(len, sheets))
    return [sheet[row] for row in range(rows) for sheet in sheets if row < len(sheet)]


def pairwise_apart(pages: list[Page]) -> list[tuple[Page, Page]]:
    """The two sides of each sheet that is printed on both sides at once."""
    assert all(page.back == bool(number % 2) for number, page in enumerate(pages))
    return list(zip(pages[::2], pages[1::2], strict=True))


def read(folded: list[tuple[tuple[str, str], tuple[str, str]]], order: BookletSheets, binding: Binding) -> list[str]:
    """The names of the faces in the reading order of the folded, stapled stack.

    When a sheet is turned over beside its spine, the left of its back is behind the right of its front.
    """
    found: list[str] = []
    for size in order.signatures:
        stack, folded = folded[:size], folded[size:]
        first: list[str] = []
        last: list[str] = []
        for (front_left, front_right), (back_left, back_right) in stack:
            if binding == "left":
                first += [front_right, back_left]
                last = [back_right, front_left, *last]
            else:
                first += [front_left, back_right]
                last = [back_left, front_right, *last]
        found += first + last
    return found


@together
@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize(("size", "spreads"), [("a5", 1), ("a6", 2)])
@pytest.mark.parametrize("binding", ["left", "right"])
@pytest.mark.parametrize("most", [None, 1, 3, 10])
@pytest.mark.parametrize("manual", [False, True])
def test_the_folded_stack_reads_in_order(
    size: str, spreads: int, flip: Flip, binding: Binding, most: int | None, manual: bool
) -> None:
    for count in range(4, 121, 4):
        order = arrange_booklet(count, binding, most, manual, spreads)
        pages = printed(count, size, order, flip)
        folded = folded_sheets(pages, manual, flip)
        assert read(folded, order, binding) == [str(number) for number in range(1, count + 1)]
        assert order.printed == len(pages) // 2 == ceil(count / 4 / spreads)
        assert len(folded) == sum(order.signatures) == count // 4
        assert max(order.signatures) - min(order.signatures) <= 1
        assert max(order.signatures) <= (most or count)


def test_backs_for_manual_duplex_are_in_the_order_of_the_stack() -> None:
    sides = arrange_booklet(24, manual=True).sides
    assert [side.back for side in sides] == [False] * 6 + [True] * 6
    assert [side.sheet for side in sides] == [0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0]


def test_inner_pages_move_to_the_spine_on_both_halves_of_a_sheet() -> None:
    front = printed(48, "a6", arrange_booklet(48, spreads=2))[0]
    boxes = {placed.face.name: placed.box for placed in front.faces}
    middle = front.size.width / 2
    assert middle - boxes["48"].right == pytest.approx(0) == boxes["1"].x - middle
    creep = measure_creep(6, DEFAULT_CALIPER)  # the lower half of the first of six sheets is the seventh to fold
    assert boxes["36"].right - middle == pytest.approx(creep) == middle - boxes["13"].x


@pytest.mark.parametrize(
    ("name", "size", "spreads", "landscape"),
    [
        ("a4", "a5", 1, True),
        ("a4", "a6", 2, False),
        ("a3", "a4", 1, True),
        ("a3", "a5", 2, False),
        ("a3", "a6", 2, True),
        ("a5", "a6", 1, True),
        ("legal", "a6", 2, False),
        ("letter", "a6", 1, True),
        ("letter", "half-letter", 1, True),
    ],
)
def test_as_many_spreads_as_can_be_cut_apart_once(name: str, size: str, spreads: int, landscape: bool) -> None:
    sheet = paper(name).size
    grid = spread_grid(booklet_page(size), sheet)
    assert (grid.spreads, grid.paper.width > grid.paper.height) == (spreads, landscape)
    assert sorted(grid.paper) == sorted(sheet)
    whole = Box(0, 0, *grid.paper)
    for at in range(spreads):
        for page in grid.pages(at):
            assert min(page.x, page.y, whole.right - page.right, whole.bottom - page.bottom) >= -0.01


def test_the_cut_has_a_mark_at_each_edge_of_the_paper_where_there_is_no_margin() -> None:
    for page in printed(8, "a6", arrange_booklet(8, spreads=2), "short"):
        marks = sorted((round(box.x), round(box.right), round(box.y, 1)) for box in map(box_of, page.marks))
        middle, wide = round(page.size.height / 2, 1), page.size.width
        assert marks == [(0, round(10 * MM), middle), (round(wide - 10 * MM), round(wide), middle)]
        assert all(placed.box.bottom <= middle + 0.2 or placed.box.y >= middle - 0.2 for placed in page.faces), (
            "a cut through a page"
        )


def test_fold_marks_are_outside_the_pages() -> None:
    grid = spread_grid(booklet_page("a6"), paper("letter").size)
    faces = [Face(str(number), grid.page, ()) for number in range(4)]
    page = next(impose_booklet(faces, arrange_booklet(4), grid, 0))
    pages = [placed.box for placed in page.faces]
    assert page.marks
    for mark in page.marks:
        box = box_of(mark)
        assert not any(
            box.x < one.right and box.right > one.x and box.y < one.bottom and box.bottom > one.y for one in pages
        )
    spine = [mark for mark in page.marks if mark.dash == FOLD_DASH]
    assert {round(box_of(mark).x, 3) for mark in spine} == {round(page.size.width / 2, 3)}
    staples = {
        round((box_of(mark).y - pages[0].y) / pages[0].height, 3) for mark in page.marks if mark.dash == STAPLE_DASH
    }
    assert staples == {0.25, 0.75}
