"""Cards on sheets: as many as fit, backs behind fronts, cut marks outside every card."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import box_of, inside, intersect

from cardgen.errors import UserError
from cardgen.scene import Card, Face
from cardgen.sheet import Grid, cut_marks, fit_grid, impose, paper, papers, stock, stocks, unmarked_cuts
from cardgen.units import MM, Box, Length, Size

CAPACITY = {
    ("a5", "a4"): 2, ("a6", "a4"): 4, ("a7", "a4"): 8, ("quarter-letter", "letter"): 4, ("index-3x5", "a4"): 4,
    ("index-4x6", "letter"): 2, ("tarot", "a4"): 6, ("poker", "a4"): 9, ("poker", "letter"): 9,
}  # fmt: skip


@pytest.mark.parametrize(("names", "count"), CAPACITY.items())
def test_as_many_as_fit(names: tuple[str, str], count: int) -> None:
    assert fit_grid(stock(names[0]).size, paper(names[1]).size).places == count


@pytest.mark.parametrize("stock_name", stocks())
@pytest.mark.parametrize("paper_name", ["a4", "letter"])
@pytest.mark.parametrize("gap", [0, 3 * MM, 6 * MM])
def test_cards_keep_their_size_and_stay_apart(stock_name: str, paper_name: str, gap: float) -> None:
    size, sheet = stock(stock_name).size, paper(paper_name).size
    grid = fit_grid(size, sheet, gap)
    boxes = [grid.front(place) for place in range(grid.places)]
    for box in boxes:
        assert sorted(box.size) == pytest.approx(sorted(size))
        assert inside(box, Box(0, 0, *sheet), slack=0.01)
    assert not any(intersect(a, b, slack=0.01) for i, a in enumerate(boxes) for b in boxes[:i])


@given(
    width=st.floats(20, 200),
    height=st.floats(20, 200),
    gap=st.floats(0, 20),
    name=st.sampled_from(sorted(papers())),
)
def test_backs_lie_behind_their_fronts(width: float, height: float, gap: float, name: str) -> None:
    sheet = paper(name).size
    grid = fit_grid(Size(width, height), sheet, gap)
    for place in range(grid.places):
        front, back = grid.front(place), grid.back(place)
        turned = Box(sheet.width - back.right, back.y, back.width, back.height)
        assert turned == pytest.approx(front)


@pytest.mark.parametrize("stock_name", stocks())
@pytest.mark.parametrize("gap", [0, 6 * MM])
def test_cut_marks_touch_no_card(stock_name: str, gap: float) -> None:
    for sheet in papers().values():
        grid = _grid_or_none(stock_name, sheet.size, gap)
        if grid is None:
            continue
        cards = [grid.front(place) for place in range(grid.places)]
        for mark in cut_marks(grid):
            box = box_of(mark)
            assert inside(box, Box(0, 0, *sheet.size), slack=0.001)
            assert not any(_touches(box, card) for card in cards)


def test_every_cut_is_marked_or_told() -> None:
    grid = fit_grid(stock("a6").size, paper("a4").size)
    assert cut_marks(grid) == ()
    across, down = unmarked_cuts(grid)
    assert across == pytest.approx([105 * MM])
    assert down == pytest.approx([148.5 * MM])


def test_turned_backs_turn_the_other_way() -> None:
    face = Face("a7", stock("a7").size, ())
    front, back = impose([Card(face, face)], fit_grid(face.size, paper("a4").size), duplex=True)
    assert (front.faces[0].turn, back.faces[0].turn) == (90, 270)


def test_a_partial_sheet_keeps_its_backs_behind() -> None:
    face = Face("poker", stock("poker").size, ())
    grid = fit_grid(face.size, paper("a4").size)
    pages = list(impose([Card(face, face)] * (grid.places + 2), grid, duplex=True))
    assert [len(page.faces) for page in pages] == [9, 9, 2, 2]
    fronts, backs = pages[2].faces, pages[3].faces
    for front, back in zip(fronts, backs, strict=True):
        assert grid.paper.width - back.box.right == pytest.approx(front.box.x)


def test_a_card_too_large_is_refused() -> None:
    with pytest.raises(UserError, match="too large for the paper"):
        fit_grid(Size(400 * MM, 500 * MM), paper("a4").size)


@pytest.mark.parametrize(("text", "points"), [("25.4 mm", 72), ("1in", 72), ("2.54 cm", 72), ("7 pt", 7)])
def test_lengths(text: str, points: float) -> None:
    assert Length.parse(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["3", "mm", "-3 mm", "3 miles", "1e3 mm", "nan mm"])
def test_bad_lengths(text: str) -> None:
    with pytest.raises(ValueError, match="not a length"):
        Length.parse(text)


def _touches(mark: Box, card: Box) -> bool:
    return mark.right > card.x and mark.x < card.right and mark.bottom > card.y and mark.y < card.bottom


def _grid_or_none(stock_name: str, sheet: Size, gap: float) -> Grid | None:
    try:
        return fit_grid(stock(stock_name).size, sheet, gap)
    except UserError:
        return None
