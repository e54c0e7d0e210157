"""Where a drawing is on the whole body: every step of every routine has its place there."""

from __future__ import annotations

import pytest

from cardgen.artwork.body_map import WHOLE_VIEWS, locate_drawing
from cardgen.artwork.views import crop, view, views
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing

PLACES = {
    ("hand-palm", False): ("body-back", "hand.right"),
    ("hand-palm", True): ("body-front", "hand.right"),
    ("foot-sole", False): ("body-back", "foot.right"),
    ("face", True): ("body-front", ""),
    ("legs-back", False): ("body-back", ""),
}


@pytest.mark.parametrize("name", sorted(views()))
@pytest.mark.parametrize("face_up", [True, False])
def test_every_view_has_a_place_on_the_body(name: str, face_up: bool) -> None:
    spot = locate_drawing(Drawing(view=name), face_up)
    size = view(spot.view).size
    assert spot.view in WHOLE_VIEWS
    assert 0 <= spot.at[0] <= size.width
    assert 0 <= spot.at[1] <= size.height
    assert not spot.region or spot.region in view(spot.view).regions


def test_every_view_has_a_title_of_its_own() -> None:
    titles = [crop(name).title for name in views()]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", sorted(name for name in views() if crop(name).view in WHOLE_VIEWS))
def test_a_part_of_a_body_that_names_no_region_is_in_its_own_middle(name: str) -> None:
    spot = locate_drawing(Drawing(view=name), False)
    assert spot.view == crop(name).view
    assert spot.at == crop(name).middle


@pytest.mark.parametrize(("drawn", "place"), PLACES.items())
def test_close_ups_are_located_where_they_belong(drawn: tuple[str, bool], place: tuple[str, str]) -> None:
    spot = locate_drawing(Drawing(view=drawn[0]), drawn[1])
    assert (spot.view, spot.region) == place


@pytest.mark.parametrize("routine", routines())
def test_no_step_is_marked_on_the_spine(routine: str) -> None:
    whole = load(routine)
    for step in whole.steps:
        drawing = step.drawing or areas()[step.area or whole.area].drawing
        spot = locate_drawing(drawing, (step.position or whole.position) == "supine")
        middle = view(spot.view).size.width / 2
        assert not spot.region or abs(spot.at[0] - middle) >= 10
