"""Bodies and hands are in a PDF once, at no scale, and each use has its own color, weight and unbroken lines."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.theme import theme
from cardgen.library.loading import load_selection
from cardgen.model.drawing import Drawing, Stroke
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import Properties
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Use
from cardgen.scene.pages import Page, PlacedFace
from cardgen.scene.record import Record
from cardgen.units import Box, Size
from tests.support.printing import print_cards

PAGE = Size(300, 300)
LOOK = Look(theme("mono"), theme("mono").accents["back"])
DASHED_AND_HAND = (
    Stroke(draw="back", along=("mid-back.right", "mid-back.left")),
    Stroke(draw="hand", posture="palm-flat", along=("mid-back.left",), angle=180),
)


def test_a_body_is_stored_once_for_all_figures_of_all_sizes() -> None:
    with pikepdf.open(io.BytesIO(print_cards(plan(load_selection(["legs-back"]))).data)) as pdf:
        used = [names for page in pdf.pages for names in _stencils_of_artworks(page)]
        stored = {(name, form.objgen) for names in used for name, form in names.items()}
        assert len(stored) == len({name for name, _ in stored})
        skins = [code for art in _artworks(pdf.pages[0]) for code, _ in _painted(art) if code == "/body-back.1.S"]
        assert len(skins) > 1


def test_a_hand_after_a_dashed_way_has_unbroken_lines() -> None:
    drawn = figure(Drawing(view="back-torso", strokes=DASHED_AND_HAND), PAGE, LOOK)
    page = Page(PAGE, (PlacedFace(Face("one", PAGE, (Use(drawn, 0, 0, 1),)), Box(0, 0, *PAGE)),))
    data = build_pdf([page], Properties("One", "en", Record("cards")))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (art,) = _artworks(pdf.pages[0])
        painted = list(_painted(art))
    assert any(dash for _, dash in painted)
    hands = [dash for code, dash in painted if code.startswith("/palm-flat")]
    assert hands
    assert not any(hands)


def _artworks(page: pikepdf.Page) -> Iterator[Any]:
    return (form for form in page.resources.XObject.values() if "/XObject" in form.Resources)


def _stencils_of_artworks(page: pikepdf.Page) -> Iterator[dict[str, Any]]:
    return (dict(art.Resources.XObject.items()) for art in _artworks(page))


def _painted(art: Any) -> Iterator[tuple[str, bool]]:
    """What paints in an artwork: an operator or the name of a form, and whether lines are dashed there."""
    dashed = [False]
    for operands, operator in pikepdf.parse_content_stream(art):
        match str(operator):
            case "q":
                dashed.append(dashed[-1])
            case "Q":
                dashed.pop()
            case "d":
                dashed[-1] = bool(list(operands[0]))
            case "Do":
                yield str(operands[0]), dashed[-1]
            case "S" | "B":
                yield str(operator), dashed[-1]
