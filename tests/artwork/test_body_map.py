"""Where a drawing is on the whole body: every step of every routine has its place there."""

from __future__ import annotations

from itertools import product

import pytest

from cardgen.artwork.body_map import WHOLE_VIEWS, BodySpot, locate_regions
from cardgen.artwork.regions import region_shape
from cardgen.artwork.views import crop, view, views
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing, Stroke
from tests.support.together import together

PLACES = {
    ("hand-palm", False): ("body-back", "hand.right"),
    ("hand-palm", True): ("body-front", "hand.right"),
    ("foot-sole", False): ("body-back", "foot.right"),
    ("face", True): ("body-front", ""),
    ("legs-back", False): ("body-back", ""),
}
FOOT = ("toes", "big-toe", "ball", "heel", "arch", "instep", "sole", "outer-edge")
HAND = ("palm", "back-of-hand", "thumb", "thumb-pad", "heel-pad", "palm-heel", "finger-pads", "fingers", "web")
FINGERS = ("finger-1", "finger-2", "finger-3", "finger-4")
FACE = ("temple", "cheek", "chin", "jaw", "ear")
BELONGS_TO = {
    **dict.fromkeys(FOOT, "foot"),
    **dict.fromkeys((*HAND, *FINGERS, "wrist"), "hand"),
    **dict.fromkeys((*FACE, "scalp", "scalp-side", "crown", "skull-base"), "head"),
    "nose": "face",
    "mouth": "face",
    "throat": "neck",
    "neck-back": "neck",
    "trapezius": "shoulder",
    "cheekbone": "face",
    "brow": "face",
}
"""What no body has: the region that it is at."""
EVERY_REGION = [
    (name, region) for name in sorted({crop(name).view for name in views()}) for region in view(name).regions
]
NEAR = 26
"""A place without a region is at most this far from the region that it is at, in the view's units."""


@together
@pytest.mark.parametrize(("name", "region"), EVERY_REGION)
def test_a_map_points_at_what_a_drawing_fills(name: str, region: str) -> None:
    for face_up, side in product((True, False), ("", "right", "left")):
        check_spot(name, region, face_up, side)


def check_spot(name: str, region: str, face_up: bool, side: str) -> None:
    drawing = Drawing(view=name, area=(region,))
    (spot,) = locate_regions(drawing, face_up, side)
    stem, _, its_side = region.partition(".")
    known = {known.partition(".")[0] for whole in WHOLE_VIEWS for known in view(whole).regions}
    assert spot.region.partition(".")[0] in ({stem, BELONGS_TO.get(stem, "")} if spot.region else {""})
    assert spot.region or stem not in known
    assert not spot.region or region_shape(spot.view, spot.region).holds(spot.at) or stem not in known
    assert near_region(spot, BELONGS_TO.get(stem, stem)), spot
    if its_side:
        wanted = side or its_side
        assert spot.side == wanted
        assert (spot.at[0] > view(spot.view).size.width / 2) == ((wanted == "right") == (spot.view == "body-back"))


def near_region(spot: BodySpot, stem: str) -> bool:
    """Whether a spot is in a region, or a little beside it, on its own side of the body."""
    names = {stem, f"{stem}.{spot.side or 'right'}"} & view(spot.view).regions.keys()
    steps = [(x, y) for x in (-NEAR, 0, NEAR) for y in (-NEAR, 0, NEAR)]
    return any(
        region_shape(spot.view, name).holds((spot.at[0] + x, spot.at[1] + y)) for name in names for x, y in steps
    )


def test_all_that_a_drawing_fills_is_on_the_map() -> None:
    spots = locate_regions(Drawing(view="leg-lifted", area=("calf.right", "knee.right")), True)
    assert [(spot.view, spot.region) for spot in spots] == [("body-back", "calf.right"), ("body-front", "knee.right")]


@pytest.mark.parametrize("first_side", ["", "right", "left"])
def test_a_drawing_of_both_sides_stays_on_both(first_side: str) -> None:
    spots = locate_regions(Drawing(view="legs-front", area=("foot.right", "foot.left")), True, first_side)
    assert [spot.region for spot in spots] == ["foot.right", "foot.left"]


@pytest.mark.parametrize("name", ["leg-lift", "knee-to-chest"])
def test_a_stroke_is_on_the_body_that_knows_its_place(name: str) -> None:
    """A leg that is lifted shows its calf, which is at the back of the body even if the receiver lies face up."""
    known = [point for point in view(name).landmarks if point in view("body-back").landmarks]
    assert known
    for point in known:
        drawing = Drawing(view=name, strokes=(Stroke(draw="press", along=(point,), order=1),))
        spot = locate_regions(drawing, True)[0]
        assert spot.at == view(spot.view).landmarks[point]


@together
@pytest.mark.parametrize("name", sorted(views()))
@pytest.mark.parametrize("face_up", [True, False])
def test_every_view_has_a_place_on_the_body(name: str, face_up: bool) -> None:
    spot = locate_regions(Drawing(view=name), face_up)[0]
    size = view(spot.view).size
    assert spot.view in WHOLE_VIEWS
    assert 0 <= spot.at[0] <= size.width
    assert 0 <= spot.at[1] <= size.height
    assert not spot.region or spot.region in view(spot.view).regions


def test_every_view_has_a_title_of_its_own() -> None:
    titles = [crop(name).title for name in views()]
    assert all(titles)
    assert len(set(titles)) == len(titles)


@together
@pytest.mark.parametrize("name", sorted(name for name in views() if crop(name).view in WHOLE_VIEWS))
def test_a_part_of_a_body_that_names_no_region_is_in_its_own_middle(name: str) -> None:
    spot = locate_regions(Drawing(view=name), False)[0]
    assert spot.view == crop(name).view
    assert spot.at == crop(name).middle


@pytest.mark.parametrize(("drawn", "place"), PLACES.items())
def test_close_ups_are_located_where_they_belong(drawn: tuple[str, bool], place: tuple[str, str]) -> None:
    spot = locate_regions(Drawing(view=drawn[0]), drawn[1])[0]
    assert (spot.view, spot.region) == place


@pytest.mark.parametrize("routine", routines())
def test_no_step_is_marked_on_the_spine(routine: str) -> None:
    whole = load(routine)
    for step in whole.steps:
        drawing = step.drawing or areas()[step.area or whole.area].drawing
        spot = locate_regions(drawing, (step.position or whole.position) == "supine")[0]
        middle = view(spot.view).size.width / 2
        assert not spot.region or abs(spot.at[0] - middle) >= 10
