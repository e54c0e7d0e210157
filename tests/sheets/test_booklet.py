"""Sheets of a booklet fold into pages in order."""

from __future__ import annotations

import pytest

from cardgen.scene.faces import Face
from cardgen.scene.pages import Page
from cardgen.sheets.booklet import (
    DEFAULT_CALIPER,
    STAPLE_DASH,
    Binding,
    BookletSheets,
    arrange_booklet,
    impose_booklet,
)
from cardgen.sheets.paper import booklet_page, paper
from cardgen.sheets.printer_marks import FOLD_DASH
from tests.support.printed import box_of

A5 = booklet_page("a5")


def stacks(plan: BookletSheets) -> list[list[tuple[int, int]]]:
    """The sheets of each signature from the outside in, each as the places of its two sides in the order."""
    fronts = [place for place, side in enumerate(plan.sides) if not side.back]
    behind = {side.sheet: place for place, side in enumerate(plan.sides) if side.back}
    pairs = [(place, behind[plan.sides[place].sheet]) for place in fronts]
    found = []
    for size in plan.signatures:
        found.append(pairs[:size])
        pairs = pairs[size:]
    return found


def halves(page: Page) -> tuple[str, str]:
    """The names of the left and the right face on a side of a sheet; both must be upright."""
    assert all(placed.turn == 0 for placed in page.faces)
    middle = page.size.width / 2
    left, right = (
        [placed.face.name for placed in page.faces if (placed.box.x + placed.box.width / 2 < middle) == is_left]
        for is_left in (True, False)
    )
    return left[0], right[0]


def read(pages: list[Page], plan: BookletSheets, binding: Binding) -> list[str]:
    """The names of the faces in the reading order of the folded, stapled stack.

    When a sheet is flipped on its short edge, the left of its back is behind the right of its front.
    """
    found: list[str] = []
    for stack in stacks(plan):
        first: list[str] = []
        last: list[str] = []
        for front, back in stack:
            (front_left, front_right), (back_left, back_right) = halves(pages[front]), halves(pages[back])
            if binding == "left":
                first += [front_right, back_left]
                last = [back_right, front_left, *last]
            else:
                first += [front_left, back_right]
                last = [back_left, front_right, *last]
        found += first + last
    return found


@pytest.mark.parametrize("binding", ["left", "right"])
@pytest.mark.parametrize("most", [None, 1, 3, 10])
@pytest.mark.parametrize("manual", [False, True])
def test_the_folded_stack_reads_in_order(binding: Binding, most: int | None, manual: bool) -> None:
    for count in range(4, 121, 4):
        names = [str(number) for number in range(1, count + 1)]
        order = arrange_booklet(count, binding, most, manual)
        pages = list(impose_booklet([Face(name, A5, ()) for name in names], order, paper("a4").size, DEFAULT_CALIPER))
        assert read(pages, order, binding) == names
        assert sum(order.signatures) == count // 4
        assert max(order.signatures) - min(order.signatures) <= 1
        assert max(order.signatures) <= (most or count)


def test_backs_for_manual_duplex_are_in_the_order_of_the_stack() -> None:
    sides = arrange_booklet(24, manual=True).sides
    assert [side.back for side in sides] == [False] * 6 + [True] * 6
    assert [side.sheet for side in sides] == [0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0]


def test_fold_marks_are_outside_the_pages() -> None:
    faces = [Face(str(number), booklet_page("a6"), ()) for number in range(4)]
    page = next(impose_booklet(faces, arrange_booklet(4), paper("a4").size, 0))
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
