"""A step without a drawing fills nothing that its cautions or the safety card forbid: it is hatched or dotted."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from cardgen.artwork.regions import region_share
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.places.usual_drawing import usual_drawing
from tests.support.own_places import shown, usual


@pytest.mark.parametrize(
    ("where", "receiver", "area", "caution", "forbidden"),
    [
        ("The leg", "prone", "legs", "No pressure behind the knee.", "knee-back.right"),
        ("The leg", "supine", "legs", "Ease off at the ankle. Stay off the knee.", "knee.left"),
        ("The whole back", "prone", "back", "Never press on the lower back.", "lower-back"),
        ("The whole back", "seated", "back", "Stay off the spine.", "spine"),
        ("The hand", "seated", "arms", "Leave out the arm, and not the fingers.", "fingers"),
    ],
)
def test_what_a_caution_forbids_is_hatched_and_never_filled(
    where: str, receiver: str, area: str, caution: str, forbidden: str
) -> None:
    drawing = usual(where, receiver, area, caution=caution).drawing
    assert forbidden in drawing.avoid
    assert forbidden not in drawing.area
    assert all(region_share(shown(drawing), region, forbidden) < 0.5 for region in drawing.area)


@pytest.mark.parametrize(
    ("where", "receiver", "area", "caution"),
    [
        ("The calf", "prone", "legs", "Not the calf with varicose veins."),
        ("The calf", "prone", "legs", "Keep off the calf. Stay off the leg."),
        ("The whole back", "prone", "back", "Keep off the back after 20 weeks."),
        ("Each finger", "seated", "arms", "Never press the fingers."),
        ("The palm", "seated", "arms", "No pressure on the hand."),
    ],
)
def test_a_caution_for_all_that_is_worked_hatches_nothing_of_it(
    where: str, receiver: str, area: str, caution: str
) -> None:
    drawing, cautioned = usual(where, receiver, area).drawing, usual(where, receiver, area, caution=caution).drawing
    assert cautioned.area == drawing.area != ()
    assert cautioned.avoid == drawing.avoid


@pytest.mark.parametrize("caution", ["Never flat on the back after 20 weeks.", "Do not lie on the lower back."])
def test_a_caution_about_lying_hatches_nothing(caution: str) -> None:
    assert usual("The whole back", caution=caution) == usual("The whole back")


@pytest.mark.parametrize("name", routines())
def test_no_caution_of_a_bundled_routine_hatches_all_that_is_worked(name: str) -> None:
    routine = load(name)
    for step in (replace(step, drawing=None) for step in routine.steps):
        careless = usual_drawing(replace(step, caution=""), replace(routine, cautions=()))
        drawing = usual_drawing(step, routine).drawing
        assert drawing.area or not careless.drawing.area, step.id
        assert not set(drawing.area) & set(drawing.avoid), step.id


@pytest.mark.parametrize(
    ("more", "light", "avoid"),
    [
        ({"pressure": "deep"}, True, False),
        ({"pressure": "firm"}, False, False),
        ({"pressure": "deep", "caution": "Never press on the flanks."}, False, True),
        ({"pressure": {"level": "deep", "zones": [{"at": "the kidneys", "level": "feather"}]}}, False, True),
    ],
)
def test_what_takes_light_pressure_is_dotted_if_nothing_forbids_that_too(
    more: dict[str, Any], light: bool, avoid: bool
) -> None:
    drawing = usual("The whole back", **more).drawing
    assert ("flank.left" in drawing.light, "flank.left" in drawing.avoid) == (light, avoid)
    assert "flank.left" not in drawing.area


def test_what_the_safety_card_forbids_stays_hatched() -> None:
    drawing, shows = usual("The lower back", pressure="deep")
    assert shows == "forbidden"
    assert not drawing.area
    assert "lower-back" in drawing.avoid


def test_a_caution_that_only_names_a_place_to_press_forbids_nothing() -> None:
    assert usual("The calf", "prone", "legs", caution="Press on the calf.").drawing.area == ("calf.right", "calf.left")
