"""Where pictures are on cards and pages, and how large."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from cardgen.artwork.pictures.resolution import find_rough_pictures, measure_dpi
from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout, layouts
from cardgen.layouts.parts.figure import PICTURE_GAP
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.scene.marks import Use
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM, Box, Size
from cardgen.wording.cards import word_deck
from tests.support.pictures import (
    SHAPES,
    illustrated_session,
    marked,
    packed,
    pictures,
    plain,
    write_shapes,
)
from tests.support.printed import SIZES, inside, intersect, overlaps, placed_boxes, text_boxes
from tests.support.printing import print_booklet, print_cards


@pytest.fixture(autouse=True)
def folder_with_pictures(empty_folder: Path) -> None:
    write_shapes(empty_folder)


def figures(face: Face) -> list[Use]:
    """The drawings and pictures of a step on a face."""
    return [mark for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith(("figure", "picture"))]


def fronts(shown: Session, stock_name: str, layout_name: str = "steps") -> list[Face]:
    form = Format(stock(stock_name).size)
    return [
        face
        for card in layout(layout_name)(word_deck(shown), form, theme("standard"), True)
        for face in card
        if figures(face)
    ]


@pytest.mark.one_in(16)
@pytest.mark.parametrize("stock_name", SIZES)
@pytest.mark.parametrize("layout_name", layouts())
def test_nothing_overlaps_a_picture_of_any_shape(layout_name: str, stock_name: str) -> None:
    for routine, drawn in (("hands", True), ("joints", False)):
        shown = illustrated_session(*(f"{name}.png" for name in SHAPES), "lines.svg", drawn=drawn, routine=routine)
        faces = fronts(shown, stock_name, layout_name)
        assert faces or layout_name != "steps"
        assert [(face.name, str(a), str(b)) for face in faces for a, b in overlaps(face)] == []
        for face in faces:
            assert all(inside(use.box, Box(0, 0, *face.size).inset(3 * MM)) for use in figures(face))


@pytest.mark.one_in(6)
@pytest.mark.parametrize("stock_name", ["a4", "a5", "a6", "poker", "business"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_keeps_its_proportions_and_fills_its_room(shape: str, stock_name: str) -> None:
    made = print_cards(illustrated_session(f"{shape}.png", drawn=False), stock=stock_name, border="0 mm")
    ((shown,),) = [page for page in pictures(made.data) if page]
    width, height = SHAPES[shape]
    long, short = sorted((shown.box.width, shown.box.height), reverse=True)  # a sheet may be turned
    assert long / short == pytest.approx(max(width, height) / min(width, height), rel=0.01)
    if shape == "tiny":
        assert long == pytest.approx(32, abs=0.1)
    else:
        (face,) = (
            face for face in fronts(illustrated_session(f"{shape}.png", drawn=False), stock_name) if _pictured(face)
        )
        drawing = figures(fronts(illustrated_session(), stock_name)[0])[0]
        assert long > 0.9 * min(drawing.box.width, drawing.box.height)
        assert measure_dpi(figures(face)[0]) == pytest.approx(72 * max(width, height) / long, rel=0.01)


def _pictured(face: Face) -> bool:
    return any(use.art.digest for use in figures(face))


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("shape", "stock_name"), [*product(("wide", "tall", "square"), ("a4", "a5", "a6", "tarot"))])
def test_a_drawing_and_a_picture_are_side_by_side_or_stacked(shape: str, stock_name: str) -> None:
    front = next(face for face in fronts(illustrated_session(f"{shape}.png"), stock_name) if _pictured(face))
    drawing, picture = (use.box for use in figures(front))
    across = picture.x - drawing.right
    down = picture.y - drawing.bottom
    assert max(across, down) == pytest.approx(PICTURE_GAP, abs=0.1)
    if across == pytest.approx(PICTURE_GAP, abs=0.1):
        assert drawing.y + drawing.height / 2 == pytest.approx(picture.y + picture.height / 2, abs=0.1)
    else:
        assert drawing.x + drawing.width / 2 == pytest.approx(picture.x + picture.width / 2, abs=0.1)
    alone = figures(fronts(illustrated_session(), stock_name)[0])[0].box
    assert drawing.width * drawing.height > 0.2 * alone.width * alone.height
    assert picture.width * picture.height > 0.2 * drawing.width * drawing.height


def test_a_printed_picture_is_where_the_layout_put_it() -> None:
    shown, cutting = illustrated_session("wide.png", drawn=False), choose_cutting("a6")
    data = print_cards(shown, stock="a6", border="0 mm").data
    (face,) = (face for face in fronts(shown, "a6") if _pictured(face))
    (use,) = figures(face)
    ((page, found),) = [(number, page[0]) for number, page in enumerate(pictures(data)) if page]
    cards = placed_boxes(data, cutting.stock.size)[page]
    (card,) = (card for card in cards if inside(found.box, card))
    assert found.box.x - card.x == pytest.approx(use.box.x, abs=0.05)
    assert found.box.y - card.y == pytest.approx(use.box.y, abs=0.05)
    assert found.box.size == pytest.approx(use.box.size, abs=0.05)
    assert not any(intersect(found.box, box) for text, box in text_boxes(data)[page] if text)


def test_a_picture_of_lines_fills_its_room_at_any_size() -> None:
    sizes = []
    for name in ("business", "a6", "a4"):
        (box,) = marked(print_cards(illustrated_session("lines.svg", drawn=False), stock=name).data, dpi=100)
        assert box.width == pytest.approx(box.height, rel=0.05)
        sizes.append(box.width)
    assert sizes == sorted(sizes)
    assert sizes[-1] > 70 * MM


@pytest.mark.parametrize("imposed", [True, False])
def test_a_booklet_shows_pictures_on_the_pages_of_their_steps(imposed: bool) -> None:
    made = print_booklet(illustrated_session("wide.png", "tall.png", drawn=False, routine="joints"), pages=not imposed)
    shown = [each for page in pictures(made.data) for each in page]
    large = [max(each.box.size) > 30 * MM for each in shown]
    assert large[:2] == [True, True]
    assert len(shown) == 4  # each once more where the steps are done on the other side
    assert all(int(each.pixels.width) <= 1200 for each in shown)


def test_strokes_that_are_not_drawn_are_not_explained() -> None:
    """A booklet without drawings has no page that explains strokes."""
    with_drawings, without = (
        print_booklet(illustrated_session(*["wide.png"] * 9, drawn=drawn), pages=True).pages for drawn in (True, False)
    )
    assert without < with_drawings


def test_the_resolution_of_a_layout_is_known_without_printing() -> None:
    """A check of one stock needs no more."""
    Path("coarse.png").write_bytes(packed(plain(120, 90), "PNG"))
    shown = illustrated_session("coarse.png", "lines.svg", drawn=False)
    form = Format(stock("a4").size)
    (found,) = find_rough_pictures(
        face for card in layout("steps")(word_deck(shown), form, theme("standard"), True) for face in card
    )
    assert found.dpi == 72
    assert found.face.endswith(shown.turns[0].step.name)
    assert shown.selection.pictures["coarse.png"].art.digest == found.digest
    small = Format(Size(60 * MM, 90 * MM))
    assert not [
        each
        for each in find_rough_pictures(
            face for card in layout("steps")(word_deck(shown), small, theme("standard"), True) for face in card
        )
        if each.dpi < 72
    ]
