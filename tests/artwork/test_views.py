"""Views of the body, and what crops show of them."""

from __future__ import annotations

from typing import get_args

import pytest

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.theme import theme
from cardgen.artwork.views import crop, view
from cardgen.files.finding import files_in
from cardgen.files.folders import DATA
from cardgen.library.drawing_rules import TOWARD_HEAD
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.scene.marks import Clip, Stenciled, Transformed
from cardgen.scene.outlines import Outline
from cardgen.units import MM, Size


@pytest.mark.parametrize("name", files_in(DATA / "body", ".svg"))
def test_every_view_has_a_figure_and_regions(name: str) -> None:
    found = view(name)
    assert any(path.layer == "skin" for path in found.figure)
    assert found.regions
    assert found.head in {"", *TOWARD_HEAD}
    assert found.positions
    assert found.positions <= set(get_args(Position))


@pytest.mark.parametrize("name", files_in(DATA / "body", ".svg"))
def test_left_and_right_are_a_pair_or_the_view_shows_one_side_of_it(name: str) -> None:
    found = view(name)
    for names in (found.regions, found.landmarks):
        left, right = (
            {each.removesuffix(side) for each in names if each.endswith(side)} for side in (".left", ".right")
        )
        assert left <= right


@pytest.mark.parametrize(("name", "spine"), {"neck-shoulders": False, "back-tall": True, "back-torso": True}.items())
def test_a_crop_leaves_out_lines_that_it_would_cut_to_stubs(name: str, spine: bool) -> None:
    assert any(outline[0] == ("M", (240, 192)) for outline in _drawn(name)) == spine


@pytest.mark.parametrize("name", ["skull-lying", "neck-lying-pull", "arm-lifted", "foot-inner-tall"])
def test_a_crop_may_cut_what_the_receiver_lies_on(name: str) -> None:
    mats = [path.outline for path in view(crop(name).view).figure if path.may_be_cut and len(path.outline) == 2]
    assert any(outline in mats for outline in _drawn(name))


def _drawn(name: str) -> list[Outline]:
    """The outlines of a body in the view's units."""
    look = Look(theme("standard"), theme("standard").accents["back"])
    (clip,) = figure(Drawing(view=name), Size(150 * MM, 200 * MM), look).marks
    assert isinstance(clip, Clip)
    body = clip.marks[0]
    assert isinstance(body, Transformed)
    return [outline for mark in body.marks if isinstance(mark, Stenciled) for outline in mark.stencil.outlines]
