"""Cards on sheets, measured in the PDF: every card is where its stock says, and every back is behind its front."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
import pypdfium2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import Properties
from cardgen.planning.planner import plan
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Text
from cardgen.scene.pages import Flip, Page
from cardgen.scene.record import Record
from cardgen.sheets.cards import deal_cards, deal_stacks, impose_cards, impose_singly
from cardgen.sheets.cutting import Cutting, choose_cutting
from cardgen.sheets.grid import fit_grid
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.registration import fronts_first
from cardgen.sheets.stock import stock, stocks
from cardgen.units import MM, Box, Length, Size
from tests.support.grids import CUT_STOCKS, grid_of
from tests.support.printed import inside, intersect, page_texts, placed_boxes, problems, text_boxes
from tests.support.printing import print_cards

TENTH = 0.1 * MM
ABOUT = Properties("Cards", "en", Record("cards"))
PERFORATED = [name for name in stocks() if stock(name).sheet]
OVER = {"long": {"left": "right", "right": "left"}, "short": {"top": "bottom", "bottom": "top"}}
"""The edge of the front behind each edge of the back, where they differ."""
FLIPS: tuple[Flip, ...] = ("long", "short")


def cards(count: int, size: Size) -> list[Card]:
    """Cards with their number on both sides, a quarter from the top left."""

    def face(name: str) -> Face:
        return Face(name, size, (Text(size.width / 4, size.height / 4, name, "bold", 20, "#000000"),))

    return [Card(face(f"front{number}"), face(f"back{number}")) for number in range(count)]


def printed(cutting: Cutting, count: int, flip: Flip | None = "long", first: int = 0) -> bytes:
    """A number of cards on their sheets, as a PDF."""
    assert cutting.grid
    sheets = deal_cards(cards(count, cutting.stock.size), cutting.grid.places, first)
    return build_pdf(impose_cards(sheets, cutting.grid, flip=flip, bleed=cutting.bleed), ABOUT, duplex=flip)


def near(one: Box, other: Box) -> bool:
    return all(abs(a - b) < TENTH for a, b in zip(one, other, strict=True))


def lengths(found: dict[str, Any], *names: str) -> list[float]:
    return [Length.parse(str(found.get(name, "0 mm"))) for name in names]


@pytest.mark.parametrize("name", PERFORATED)
def test_perforated_cards_are_where_the_file_says(name: str) -> None:
    given = yaml.safe_load(stocks()[name].read_text(encoding="utf-8"))
    width, height = lengths(given, "width", "height")
    sheet = given["sheet"]
    if sheet.get("turned"):
        width, height = height, width
    left, top, across, down = lengths(sheet, "left", "top", "across", "down")
    expected = [
        Box(left + column * across, top + row * down, width, height)
        for row in range(sheet["rows"])
        for column in range(sheet["columns"])
    ]
    data = printed(choose_cutting(name), len(expected))
    boxes = placed_boxes(data, stock(name).size)[0]
    assert len(boxes) == len(expected)
    assert all(near(box, other) for box, other in zip(boxes, expected, strict=True))


@pytest.mark.parametrize("name", PERFORATED)
def test_a_perforated_sheet_is_symmetric(name: str) -> None:
    """Otherwise the figures would be wrong: these sheets are made to be turned over."""
    grid = grid_of(name, stock(name).paper)
    assert grid.block.x == pytest.approx(grid.paper.width - grid.block.right, abs=TENTH)


@pytest.mark.parametrize("name", CUT_STOCKS)
@pytest.mark.parametrize("paper_name", ["a4", "letter"])
@pytest.mark.parametrize("gap", [0, 6 * MM])
def test_cards_keep_their_size_and_stay_apart(name: str, paper_name: str, gap: float) -> None:
    try:
        cutting = choose_cutting(name, paper_name, gap=gap)
    except UserError:
        pytest.skip("too large for the paper")
    assert cutting.grid
    size, sheet = cutting.stock.size, paper(paper_name).size
    boxes = placed_boxes(printed(cutting, cutting.grid.places, None), size)[0]
    for box in boxes:
        assert sorted(box.size) == pytest.approx(sorted(size), abs=TENTH)
        assert inside(box, Box(0, 0, *sheet), slack=TENTH)
    assert not any(intersect(a, b, slack=TENTH) for i, a in enumerate(boxes) for b in boxes[:i])
    if gap and not cutting.stock.fold:
        assert not any(
            intersect(a.inset(-2.9 * MM), b.inset(-2.9 * MM)) for i, a in enumerate(boxes) for b in boxes[:i]
        )


def over(box: Box, sheet: Size, flip: Flip) -> Box:
    """The place of a box after its sheet is flipped on an edge."""
    if flip == "long":
        return box._replace(x=sheet.width - box.right)
    return box._replace(y=sheet.height - box.bottom)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", stocks())
@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("part", [1.0, 0.5])
def test_backs_are_behind_their_fronts_and_upright(name: str, flip: Flip, part: float) -> None:
    """Also on partial sheets, and on a first sheet that is partly used."""
    cutting = choose_cutting(name)
    grid = cutting.grid
    assert grid
    if stock(name).fold:
        return
    first = grid.places // 2 if part < 1 else 0
    count = grid.places + max(1, int(part * grid.places)) - first
    data = printed(cutting, count, flip, first)
    pages, boxes = text_boxes(data), placed_boxes(data, cutting.stock.size)
    assert len(pages) == 4
    for front, back in ((0, 1), (2, 3)):
        fronts = {word.removeprefix("front"): place for word, place in pages[front]}
        backs = {word.removeprefix("back"): place for word, place in pages[back]}
        assert fronts.keys() == backs.keys()
        turned = [over(box, grid.paper, flip) for box in boxes[back]]
        assert all(any(near(box, other) for other in boxes[front]) for box in turned)
        for number, place in fronts.items():
            (card,) = [box for box in boxes[front] if inside(place, box)]
            (behind,) = [box for box in boxes[back] if inside(backs[number], box)]
            assert near(card, over(behind, grid.paper, flip))
            top, top_behind = (up(*given, cutting.stock.size) for given in ((place, card), (backs[number], behind)))
            assert top == OVER[flip].get(top_behind, top_behind)


def up(text: Box, card: Box, size: Size) -> str:
    """The edge of the sheet where the top of a card is, which may be turned on the sheet."""
    if (card.width > card.height) != (size.width > size.height):
        return "left" if text.x - card.x < card.right - text.right else "right"
    return "top" if text.y - card.y < card.bottom - text.bottom else "bottom"


@pytest.mark.parametrize("name", [name for name in stocks() if stock(name).fold])
def test_a_folded_card_has_its_back_beside_its_front(name: str) -> None:
    cutting = choose_cutting(name)
    grid = cutting.grid
    assert grid
    data = printed(cutting, grid.places)
    assert len(pikepdf.open(io.BytesIO(data)).pages) == 1
    boxes = placed_boxes(data, cutting.stock.size)[0]
    fronts, backs = boxes[0::2], boxes[1::2]  # as they are read
    assert len(fronts) == grid.places
    for front, back in zip(fronts, backs, strict=True):
        if grid.turned:
            assert near(back, front._replace(y=front.y - front.height))
        else:
            assert near(back, front._replace(x=front.right))


@given(
    width=st.floats(120, 600),
    height=st.floats(120, 600),
    gap=st.floats(0, 20),
    name=st.sampled_from(sorted(papers())),
    flip=st.sampled_from(FLIPS),
)
def test_backs_of_any_size_are_behind_their_fronts(
    width: float, height: float, gap: float, name: str, flip: Flip
) -> None:
    sheet = paper(name).size
    try:
        grid = fit_grid(Size(width, height), sheet, gap)
    except UserError:
        return
    for place in range(grid.places):
        assert over(grid.back(place, flip)[0], sheet, flip) == pytest.approx(grid.front(place))


def test_a_partly_used_sheet_is_filled_from_its_first_free_place() -> None:
    cutting = choose_cutting("avery-c32011")
    assert cutting.grid
    data = printed(cutting, 12, None, first=7)
    boxes = placed_boxes(data, cutting.stock.size)
    assert [len(page) for page in boxes] == [3, 9]
    assert all(near(box, cutting.grid.front(7 + at)) for at, box in enumerate(boxes[0]))


def read_off(pages: Sequence[Page], places: int, boxes: Sequence[Box]) -> list[str]:
    """The cards of a pile of sheets that is cut at once, with one stack placed under the other."""
    stacks = [[placed.face.name for page in pages for placed in page.faces if placed.box == box] for box in boxes]
    assert len(stacks) == places
    return [name for stack in stacks for name in stack]


@pytest.mark.parametrize("count", [1, 3, 4, 9, 10, 17, 40])
@pytest.mark.parametrize("name", ["a6", "poker", "a7"])
def test_a_cut_pile_is_in_order(count: int, name: str) -> None:
    grid, deck = grid_of(name, "a4"), cards(count, stock(name).size)
    pages = list(impose_cards(deal_stacks(deck, grid.places), grid, flip=None))
    fronts = [grid.front(place) for place in range(grid.places)]
    assert read_off(pages, grid.places, fronts) == [card.front.name for card in deck]
    assert len(pages) == -(-count // grid.places)


def test_for_manual_duplex_fronts_come_first_and_then_the_last_back() -> None:
    grid = grid_of("a6", "a4")
    pages = fronts_first(impose_cards(deal_cards(cards(10, stock("a6").size), 4), grid))
    texts = page_texts(build_pdf(pages, ABOUT))
    found = [min(text.split()) for text in texts]
    assert found == ["front0", "front4", "front8", "back8", "back4", "back0"]


@pytest.mark.parametrize("bleed", [0.0, 3 * MM])
def test_a_single_card_has_its_boxes(bleed: float) -> None:
    size = stock("poker").size
    data = build_pdf(impose_singly(cards(2, size), size, bleed, duplex=True), ABOUT, duplex="long")
    assert problems(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            media, trim, over = (
                [float(number) for number in page[key]] for key in ("/MediaBox", "/TrimBox", "/BleedBox")
            )
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx(size, abs=0.01)
            assert over == pytest.approx([trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed], abs=0.01)
            assert (media == pytest.approx(trim)) == (not bleed)
    assert placed_boxes(data, size)[0] == placed_boxes(data, size)[1]


def test_color_runs_over_the_edge() -> None:
    """The tab of a single card is printed up to 3 mm outside the trim and no farther, on the other side on the back."""
    made = print_cards(plan(load_selection(["legs-back"])), stock="a6", bleed=3 * MM, single=True)
    scale = 4
    with pypdfium2.PdfDocument(made.data) as document:
        for number, out in ((4, 1), (5, -1)):
            page = document[number]
            left, _, right, _ = page.get_trimbox()
            picture = page.render(scale=scale).to_pil().convert("L")
            edge = right if out > 0 else left

            def dark(away: float, picture: Any = picture, edge: float = edge, out: int = out) -> bool:
                column = int((edge + out * away * MM) * scale)
                rows = range(int(0.58 * picture.height), int(0.75 * picture.height))
                return any(picture.getpixel((column, y)) < 200 for y in rows)

            assert [dark(away) for away in (-1, 1, 2.8, 3.3)] == [True, True, True, False]
