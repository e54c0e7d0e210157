"""The edges of cards and paper: holes, the printer's border, and backs that are printed off."""

from __future__ import annotations

from itertools import product

import pytest

from cardgen.artwork.theme import theme
from cardgen.errors import UserError
from cardgen.layouts.cards import layout, layouts
from cardgen.layouts.cards.steps.progress import MOST_DOTS
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.scene.faces import Card
from cardgen.scene.marks import Mark, Path
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.holes import HoleKind, place_holes
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.sheets.printer_marks import GUIDE_COLOR
from cardgen.sheets.stock import stock
from cardgen.units import MM, Box
from tests.support.kept import deck_of, session_of
from tests.support.printed import SIZES, box_of, inside, intersect, text_boxes
from tests.support.printing import print_cards

SHIFT = 2 * MM
"""Duplex printers shift backs by as much (print facts)."""
BEARING = 0.6
"""The white at either side of a letter, in points."""
BLANK = 4.0
"""The most points that an invisible space at the end of a line may take."""
KINDS: tuple[HoleKind, ...] = ("ring", "iso-838")
PUNCHED = ("a5", "a6", "a7", "quarter-letter", "tarot", "poker")


def cards(routine: str, layout_name: str, form: Format) -> list[Card]:
    return list(layout(layout_name)(deck_of(session_of(routine)), form, theme("standard"), True))


def is_hole(mark: object) -> bool:
    return isinstance(mark, Path) and mark.stroke == GUIDE_COLOR


@pytest.mark.one_in(16)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("laminate", [True, False])
@pytest.mark.parametrize("layout_name", layouts())
@pytest.mark.parametrize("name", PUNCHED)
def test_nothing_is_printed_where_holes_are_punched(
    name: str, layout_name: str, laminate: bool, kind: HoleKind
) -> None:
    size = stock(name).size
    if kind == "iso-838" and size.width < 100 * MM:
        return
    punched = place_holes(kind, size, laminate)
    for routine in ("legs-back", "joints", "neck-shoulders-seated", "partner"):
        for card in cards(routine, layout_name, Format(size, holes=punched)):
            circles = [box_of(mark) for mark in card.front.marks if is_hole(mark)]
            assert len(circles) == len(punched.centers)
            behind = [circle._replace(x=size.width - circle.right) for circle in circles]
            for face, cut_out in ((card.front, circles), (card.back, behind)):
                printed = [box_of(mark) for mark in face.marks if not is_hole(mark)] if face else []
                assert not any(intersect(box, hole.inset(-MM)) for box in printed for hole in cut_out)


def test_holes_are_where_binders_and_rings_need_them() -> None:
    size = stock("a5").size
    ring, binder = place_holes("ring", size, False), place_holes("iso-838", size, True)
    assert ring.centers == ((10 * MM, 10 * MM),)
    assert ring.diameter == pytest.approx(6 * MM)
    (x, first), (_, second) = binder.centers
    assert x == pytest.approx(12 * MM)
    assert second - first == pytest.approx(80 * MM)
    assert first + second == pytest.approx(size.height)
    assert binder.diameter == pytest.approx(10 * MM)
    with pytest.raises(UserError, match="Two holes need a card of 95 x 100 mm"):
        place_holes("iso-838", stock("poker").size, False)


@pytest.mark.one_in(24)
@pytest.mark.parametrize(("border", "length"), [(4.2 * MM, None), (6.35 * MM, "short")])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_is_printed_in_the_border(name: str, border: float, length: SessionLength | None) -> None:
    for routine, layout_name in product(("legs-back", "joints"), layouts()):
        session = plan(load_selection([routine]), length=length)
        made = print_cards(session, stock=name, layout=layout_name, border=border)
        assert made.warnings == ()
        size = choose_cutting(name).grid
        assert size
        printable = Box(0, 0, *size.paper).inset(border)
        assert [
            text for page in text_boxes(made.data) for text, box in page if text and not inside(box, printable, BLANK)
        ] == []


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", ["a4", "a6", "pouch-a4-8", "fold-a7"])
def test_nothing_of_many_steps_is_printed_in_the_border(name: str) -> None:
    """Their progress is printed as numbers."""
    session = plan(load_selection(["full-body"]), length="short")
    assert len(session.turns) > MOST_DOTS
    assert print_cards(session, stock=name).warnings == ()


def bleeds(mark: Mark, width: float) -> bool:
    """Whether a mark is meant to reach the edge or to run over it, as an edge tab is."""
    box = box_of(mark)
    return isinstance(mark, Path) and (box.x <= 0 or box.right >= width)


TURNS = [
    (size, routine)
    for (row, size), (column, routine) in product(enumerate(SIZES), enumerate(routines()))
    if (row + column) % 3 == 0
]
"""Every size and every routine, but not every pair."""


@pytest.mark.one_in(32)
@pytest.mark.parametrize(("name", "routine"), TURNS)
def test_a_back_may_be_printed_two_millimeters_off(name: str, routine: str) -> None:
    size = stock(name).size
    safe = Box(0, 0, *size).inset(SHIFT)
    for layout_name in layouts():
        form = Format(size, 3 * MM if layout_name == "steps" else 0)
        marks = [mark for card in cards(routine, layout_name, form) if card.back for mark in card.back.marks]
        assert all(inside(box_of(mark), safe, BEARING) for mark in marks if not bleeds(mark, size.width))


def test_content_in_a_wide_border_is_reported() -> None:
    session = plan(load_selection(["legs-back"]))
    assert print_cards(session, border=SAFE_BORDER).warnings == ()
    (warning,) = print_cards(session, border=15 * MM).warnings
    assert warning.startswith("The printer may cut off what is within 15 mm of the paper's edge, on Back of the legs; ")


def test_a_back_that_is_moved_to_its_place_is_not_nearer_the_edge() -> None:
    session = plan(load_selection(["legs-back"]))
    moved = print_cards(session, back_shift="-0.5,1")
    assert moved.warnings == ()
    assert moved.data != print_cards(session).data
