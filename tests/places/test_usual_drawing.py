"""A step without a drawing shows the place that it names, for the receiver's position."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from cardgen.artwork.body_map import locate_regions
from cardgen.artwork.regions import region_shape
from cardgen.artwork.views import crop, view, views
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.places.named_places import places
from cardgen.places.usual_drawing import usual_drawing
from tests.support.own_places import routine_of, shown, usual
from tests.support.together import together

ARM = ("forearm", "upper-arm")
SHOWS_THE_BACK, SHOWS_THE_FRONT, SHOWS_A_SITTER = {"body-back"}, {"body-front"}, {"seated-back"}


@together
@pytest.mark.parametrize(
    ("where", "receiver", "area", "regions"),
    [
        ("Between the shoulder blades", "prone", "back", {"blade-muscle.right", "blade-muscle.left"}),
        ("Between the shoulder blades", "seated", "neck-shoulders", {"blade-muscle.right", "blade-muscle.left"}),
        ("the palms", "seated", "arms", {"palm"}),
        ("The back of the hand.", "supine", "arms", {"back-of-hand"}),
        ("The ball of the foot", "side", "feet", {"ball"}),
        ("Along the left calf", "prone", "legs", {"calf.left"}),
        ("The lower back, then the upper back", "prone", "back", {"lower-back", "upper-back"}),
        ("From the wrist up to the elbow", "supine", "arms", {"forearm.right", "forearm.left"}),
        ("Wrist to shoulder", "prone", "arms", {f"{arm}.{side}" for arm in ARM for side in ("right", "left")}),
        ("From the left hip down to the knee", "prone", "legs", {"thigh.left"}),
        ("From the fingers to the wrist", "seated", "arms", {"hand", "fingers"}),
        ("From the lower back to the shoulders", "prone", "back", {"lower-back", "mid-back", "upper-back"}),
        ("Round the shoulder blade", "prone", "back", {"shoulder-blade.right", "shoulder-blade.left"}),
        ("Around both ankles", "supine", "legs", {"ankle.right", "ankle.left"}),
        ("Over the tops of the shoulders", "supine", "neck-shoulders", {"shoulder.right", "shoulder.left"}),
    ],
)
def test_a_named_place_is_filled(where: str, receiver: str, area: str, regions: set[str]) -> None:
    drawing, shows = usual(where, receiver, area)
    assert (set(drawing.area), shows) == (regions, "place")


BOTH = ("right", "left")
ARM_FROM_NECK = ("trapezius", "shoulder", "upper-arm", "forearm", "hand")


def sided(*regions: str) -> set[str]:
    return {f"{region}.{side}" for region in regions for side in BOTH}


@together
@pytest.mark.parametrize(
    ("where", "receiver", "limb", "view_name", "regions", "shows"),
    [
        ("Middle of the arch", "supine", "leg", "foot-sole", {"instep"}, "more"),
        ("The center of the palm", "supine", "arm", "hand-palm", {"palm"}, "more"),
        ("The upper third of the calf", "prone", "leg", "body-back", sided("calf"), "more"),
        ("Upper part of the thigh", "prone", "leg", "body-back", sided("thigh"), "more"),
        ("Tips of the toes", "supine", "leg", "foot-sole", {"toes"}, "more"),
        ("Inner edge of the shoulder blade, from bottom corner to top", "seated", "side", "seated-back",
         sided("shoulder-blade"), "more"),
        ("The lower edge of both shoulder blades", "prone", "side", "body-back", sided("shoulder-blade"), "more"),
        ("The lower half of the back of the hand", "seated", "hand", "hand-back", {"back-of-hand"}, "more"),
        ("Top of the shoulders", "seated", "side", "seated-back", sided("trapezius", "shoulder"), "place"),
        ("The shoulder joint", "seated", "side", "seated-back", sided("shoulder"), "place"),
        ("Back of the calf", "prone", "leg", "body-back", sided("calf"), "place"),
        ("The front of the shin", "supine", "leg", "body-front", sided("shin"), "place"),
        ("The calf", "supine", "leg", "body-front", set(), "none"),
        ("Back of the left calf", "supine", "leg", "body-front", set(), "none"),
        ("The calf, from the ankle to below the back of the knee", "supine", "leg", "body-front", set(), "none"),
        ("Back of the thigh", "supine", "leg", "body-front", set(), "none"),
        ("Front of the thighs", "prone", "leg", "body-back", set(), "none"),
        ("The shins", "prone", "leg", "body-back", set(), "none"),
        ("Front of the neck", "seated", "side", "seated-back", set(), "none"),
        ("From the ankle bump to just below the knee", "prone", "leg", "body-back", sided("calf"), "place"),
        ("From the inside of the ankle over the calf", "supine", "leg", "body-front", set(), "area"),
        ("The buttock, over the bone", "side", "side", "body-back", set(), "area"),
        ("The sacrum", "seated", "side", "foot-sole", set(), "hidden"),
        ("Beside the bone of the upper arm", "supine", "side", "body-front", set(), "area"),
        ("The buttock", "side", "side", "body-back", sided("buttock"), "more"),
        ("The belly", "side", "side", "body-front", {"belly"}, "place"),
        ("Round the Achilles tendon", "prone", "leg", "body-back", sided("ankle"), "place"),
        ("The calf and the thigh", "supine", "leg", "body-front", sided("thigh"), "part"),
        ("Both soles", "supine", "foot", "foot-sole", {"sole"}, "part"),
        ("Both palms", "supine", "hand", "hand-palm", {"palm"}, "part"),
        ("From the toes to the knee", "supine", "leg", "body-front", sided("foot", "ankle", "shin"), "place"),
        ("From the sole up to the knee", "prone", "leg", "body-back", sided("foot", "ankle", "calf"), "place"),
        ("From the neck to the fingertips", "seated", "side", "seated-back",
         {"neck", *sided(*ARM_FROM_NECK)}, "place"),
        ("From the elbow to the neck", "prone", "side", "body-back",
         {"neck", *sided("shoulder", "upper-arm")}, "place"),
        ("The ankle and the toes", "supine", "leg", "body-front", sided("ankle", "foot"), "more"),
        ("Round the navel of the calf", "prone", "leg", "body-back", set(), "area"),
        ("Just beside the navel", "supine", "side", "body-front", set(), "area"),
        ("Outside of the right thigh", "prone", "leg", "body-back", {"thigh-outer.right"}, "place"),
        ("The calf, from the ankle to the knee", "prone", "leg", "body-back", sided("calf"), "place"),
        ("The thigh, from the ankle to the knee", "prone", "leg", "body-back", set(), "area"),
        ("The hips", "prone", "side", "body-back", sided("hip"), "place"),
        ("The hand, palm side", "supine", "hand", "hand-palm", {"hand"}, "place"),
        ("Both hands, palms up", "seated", "hand", "hand-palm", {"hand"}, "part"),
        ("Inner side of the wrist", "supine", "hand", "hand-palm", {"wrist"}, "place"),
        ("The fingers, palm up", "supine", "hand", "hand-palm", {"fingers"}, "place"),
        ("Back of the wrist", "supine", "hand", "hand-back", {"wrist"}, "place"),
        ("The palm and just below the elbow", "supine", "arm", "hand-palm", set(), "area"),
        ("From the heel to below the hollow of the knee", "prone", "leg", "body-back", sided("calf"), "place"),
        ("From the heel to below the hollow of the knee", "supine", "leg", "body-front", set(), "none"),
        ("From the heel cord to below the dimples", "prone", "leg", "body-back", set(), "area"),
        ("Between the heel and the toes", "prone", "foot", "foot-sole-prone", {"arch", "ball"}, "place"),
        ("Each toe, from base to tip", "prone", "foot", "foot-sole-prone", {"toes"}, "place"),
        ("The thigh, 5 cm above the knee", "prone", "leg", "body-back", sided("thigh"), "more"),
        ("Forearm, from 2 cm below the elbow to the wrist", "seated", "arm", "seated-back", sided("forearm"), "place"),
        ("Between forefinger and thumb", "supine", "hand", "hand-back", set(), "area"),
        ("The heel of the hand", "prone", "hand", "hand-palm", {"palm-heel"}, "place"),
        ("Middle of the sole", "prone", "foot", "foot-sole-prone", {"arch"}, "place"),
        ("The crown", "supine", "side", "face", {"scalp"}, "more"),
        ("Web of the thumb", "supine", "hand", "hand-back", {"web"}, "place"),
        ("Sternum", "supine", "side", "body-front", {"breastbone"}, "place"),
        ("The right ribs", "supine", "side", "body-front", {"rib-side.right"}, "place"),
        ("The left side of the sacrum", "prone", "side", "body-back", {"sacrum"}, "more"),
        ("The left sacrum", "prone", "side", "body-back", {"sacrum"}, "more"),
        ("The other shin", "supine", "leg", "body-front", sided("shin"), "more"),
        ("The outer thigh", "side", "leg", "body-back", sided("thigh-outer"), "more"),
    ],
)  # fmt: skip
def test_a_figure_shows_the_region_that_is_named_and_says_how_much_of_it(
    where: str, receiver: str, limb: str, view_name: str, regions: set[str], shows: str
) -> None:
    drawing, known = usual(where, receiver, "feet", limb=limb)
    kept = {region for region in drawing.area if region not in drawing.avoid}
    assert (shown(drawing), kept, known) == (view_name, regions, shows)
    assert all(sees(drawing, region) for region in drawing.area)


def sees(drawing: Drawing, region: str) -> bool:
    """Whether the middle of a region is in the part of its view that a drawing shows."""
    box = region_shape(shown(drawing), region).box
    return crop(drawing.view).holds((box.x + box.width / 2, box.y + box.height / 2))


@pytest.mark.parametrize(("sides", "shows"), [("together", "part"), ("each", "place"), ("left-then-right", "place")])
def test_one_sole_is_a_part_of_both_only_when_both_are_worked_at_once(sides: str, shows: str) -> None:
    assert usual("Both soles", "supine", "feet", sides=sides).shows == shows


@pytest.mark.parametrize(
    "where",
    [
        "Above the knee", "The thigh, without the knee", "Behind the ear", "Ankle to the arch", "Web of the palm",
        "Round the navel", "Round the thigh",
        "Next to the neck", "Not the calf", "La pantorrilla", "The back of everything",
    ],
)  # fmt: skip
def test_a_place_that_is_not_wholly_understood_gets_a_general_figure(where: str) -> None:
    assert usual(where, "supine", "legs").general


def test_a_limb_narrows_a_general_figure() -> None:
    drawing, shows = usual("The web beside the first bone", "seated", "arms", limb="hand", sides="each")
    assert shows == "area"
    assert shown(drawing) == "hand-back"


def test_a_wider_place_is_seen_from_the_side_that_is_named() -> None:
    drawing, shows = usual("The palm, from the wrist to the fingers", "seated", "arms", limb="hand")
    assert shows == "place"
    assert (shown(drawing), drawing.area) == ("hand-palm", ("palm",))
    drawing, shows = usual("The palm, from the rim to the fingers", "seated", "arms", limb="hand")
    assert shows == "area"
    assert (shown(drawing), drawing.area) == ("hand-palm", ())


def test_a_limb_does_not_hide_a_place_beyond_it() -> None:
    drawing, shows = usual("The forearm, from the web up", "seated", "arms", limb="hand", sides="each")
    assert shows == "area"
    assert (shown(drawing), drawing.area) == ("seated-back", ())


def test_a_part_of_a_place_is_another_place() -> None:
    caution = "Never press the front of the neck."
    assert usual("The back of the neck", "seated", "neck-shoulders", caution=caution).drawing.area == ("neck",)
    assert usual("The front of the neck", "seated", "neck-shoulders").general


def test_a_step_on_each_side_fills_the_right_one() -> None:
    assert usual("The calf", "prone", "legs", sides="each").drawing.area == ("calf.right",)
    assert usual("The calf", "prone", "legs").drawing.area == ("calf.right", "calf.left")


@together
@pytest.mark.parametrize("where", ["Somewhere", *(place.words[0] for place in places().places)])
def test_no_figure_contradicts_how_the_receiver_lies_or_sits(where: str) -> None:
    for area, receiver in product(areas(), get_args(Position)):
        routine = routine_of(where, receiver, area)
        drawing = usual_drawing(routine.steps[0], routine).drawing
        contradicting = {"prone": SHOWS_THE_FRONT | SHOWS_A_SITTER, "supine": SHOWS_THE_BACK | SHOWS_A_SITTER}
        if receiver == "seated" and area not in ("legs", "joints") and "leg" not in where and "thigh" not in where:
            contradicting["seated"] = SHOWS_THE_BACK
        assert shown(drawing) not in contradicting.get(receiver, set()), (area, receiver)
        assert not set(drawing.area) & set(drawing.avoid), (area, receiver)
        locate_regions(drawing, face_up=receiver == "supine")[0]


def test_every_drawing_of_a_place_has_its_view_and_its_regions() -> None:
    named = {word for place in places().places for word in place.words}
    for place in places().places:
        assert not place.whole or {place.whole, f"the {place.whole}"} & named
        for drawing in filter(None, (place.drawing, *place.drawings.values())):
            assert drawing.view in views()
            stems = {region.partition(".")[0] for region in view(shown(drawing)).regions}
            assert set(drawing.area) <= stems, place.words
