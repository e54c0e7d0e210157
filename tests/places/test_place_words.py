"""How people name places and forbid them, and the regions that a figure must fill, or hatch, for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import msgspec
import pytest

from cardgen.artwork.body_map import BodySpot, locate_regions
from cardgen.artwork.regions import region_shape, region_share
from cardgen.artwork.risks import risks
from cardgen.artwork.views import crop, view
from cardgen.library.drawing_rules import point_fault
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import Position
from cardgen.places.spelling import body_words, respelled
from cardgen.places.usual_drawing import UsualDrawing, usual_drawing
from tests.support.folders import TEST_DATA
from tests.support.together import together

AREAS = {
    "A": "arms", "B": "back", "F": "feet", "H": "head", "L": "legs", "N": "neck-shoulders", "T": "trunk-front",
}  # fmt: skip
ALL_OF_AREA = {
    "arms": "The arm", "back": "The whole back", "feet": "The sole", "head": "The face", "legs": "The leg",
    "neck-shoulders": "Neck and shoulders", "trunk-front": "The belly and the chest",
}  # fmt: skip
LEAST_UNDERSTOOD = 0.93
"""The part of all places that must be filled; every other one gets a warning."""
LEAST_HATCHED = 0.95


class Case(NamedTuple):
    """A line of a table, for one position of the receiver."""

    area: str
    position: Position
    text: str
    wanted: tuple[tuple[str, ...], ...]
    """Each choice of regions that is right; an empty one for nothing."""
    allowed: frozenset[str]


def cases(name: str) -> Iterator[Case]:
    """Every line of a table of `data/`, whose first lines explain it."""
    heading = ("", [""])
    for line in (TEST_DATA / name).read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"\[(\w): (.*)\]", line):
            heading = (AREAS[found[1]], found[2].split(", "))
        elif line and not line.startswith("#"):
            text, wanted, also = (part.strip() for part in line.split("|"))
            choices = tuple(() if each == "-" else tuple(each.split("+")) for each in wanted.split("/"))
            allowed = frozenset({*(region for choice in choices for region in choice), *also.split()} - {"-"})
            yield from (Case(heading[0], cast("Position", position), text, choices, allowed) for position in heading[1])


WHERE, CAUTIONS = list(cases("places.txt")), list(cases("forbidden_places.txt"))


def figure_of(case: Case, **step: Any) -> UsualDrawing:
    written = {"id": "a", "name": "A", "technique": "kneading", "where": case.text, "pressure": "light", **step}
    fields = {"name": "A", "summary": "A.", "area": case.area, "receiver": case.position}
    routine = msgspec.convert({**fields, "steps": [{**written, "cue": "Knead.", "detail": "Knead."}]}, Routine)
    return usual_drawing(routine.steps[0], routine)


def filled(drawing: Drawing) -> set[str]:
    return set(drawing.area) - set(drawing.avoid)


def is_among(region: str, names: frozenset[str], drawing: Drawing) -> bool:
    """Whether a region is one of some, of which those with a side are only on that side."""
    stem, _, side = region.partition(".")
    return bool(names & {stem, region, f"{stem}.{drawing.side}" if side == "right" else region})


def is_understood(case: Case) -> bool:
    """Whether a figure fills all that is named."""
    drawing = figure_of(case).drawing
    regions = filled(drawing)
    return any(
        all(any(is_among(region, frozenset({name}), drawing) for region in regions) for name in choice)
        for choice in case.wanted
    )


@together
@pytest.mark.parametrize("case", WHERE, ids=lambda case: f"{case.position}: {case.text}")
def test_no_figure_fills_a_place_that_is_not_named(case: Case) -> None:
    drawing, shows = figure_of(case)
    regions = filled(drawing)
    assert all(is_among(region, case.allowed, drawing) for region in regions), regions
    assert regions or shows != "place"


def test_nearly_all_places_are_understood() -> None:
    named = [case for case in WHERE if () not in case.wanted]
    missed = [case for case in named if not is_understood(case)]
    assert len({case.text for case in WHERE}) > 200
    assert len(missed) <= len(named) * (1 - LEAST_UNDERSTOOD), missed


def hatched(case: Case, where: str) -> tuple[set[str], set[str]]:
    """The regions without their sides that are hatched with a caution, and only with it."""
    careful = figure_of(case, where=where, caution=case.text).drawing
    careless = figure_of(case, where=where).drawing
    now, before = ({region.partition(".")[0] for region in drawing.avoid} for drawing in (careful, careless))
    return now, now - before


@together
@pytest.mark.parametrize("case", CAUTIONS, ids=lambda case: case.text)
@pytest.mark.parametrize("known", [True, False], ids=["known place", "unknown place"])
def test_a_caution_hatches_no_place_that_it_does_not_forbid(case: Case, known: bool) -> None:
    _, added = hatched(case, ALL_OF_AREA[case.area] if known else "Wherever it hurts")
    assert added <= case.allowed


@pytest.mark.parametrize("known", [True, False], ids=["known place", "unknown place"])
def test_nearly_all_forbidden_places_are_hatched_whether_the_worked_place_is_known_or_not(known: bool) -> None:
    forbidding = [case for case in CAUTIONS if () not in case.wanted]
    missed = [
        case.text
        for case in forbidding
        if not any(
            set(choice) <= hatched(case, ALL_OF_AREA[case.area] if known else "Wherever it hurts")[0]
            for choice in case.wanted
        )
    ]
    assert len(CAUTIONS) >= 60
    assert len(missed) <= len(forbidding) * (1 - LEAST_HATCHED), missed


def is_hatched(spot: BodySpot) -> bool:
    """Whether a spot is on a place that a map hatches, other than the worked one."""
    regions = {region for risk in risks() for region in risk.mapped_in(spot.view)}
    others = (region for region in regions if region_share(spot.view, spot.region, region) < 0.5)
    return any(region_shape(spot.view, region).holds(spot.at) for region in others)


@together
@pytest.mark.parametrize("case", WHERE, ids=lambda case: f"{case.position}: {case.text}")
def test_a_map_points_into_what_a_figure_fills_and_never_at_a_forbidden_place(case: Case) -> None:
    usual = figure_of(case)
    assert usual.is_located == bool(filled(usual.drawing))
    if usual.is_located:
        spot = locate_regions(usual.drawing, case.position == "supine")[0]
        assert not spot.region or not is_hatched(spot)


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ("sholder blade", "shoulder blade"),
        ("lower bak", "lower back"),
        ("Forarm", "forearm"),
        ("The soleuss muscle", "soleus muscle"),
        ("Under the jaw angle, below the ear", ""),
        ("The angle of the ribs", ""),
        ("The wist", ""),  # the waist or the wrist
        ("The tibia", ""),
        ("The shin", ""),
    ],
)
def test_only_a_misspelled_place_is_replaced(where: str, meant: str) -> None:
    assert respelled(where) == meant


def test_no_word_for_a_place_becomes_another_one_in_a_drawing() -> None:
    for shown in ("face", "foot-sole", "legs-back", "arm-front"):
        landmarks = [*view(crop(shown).view).landmarks]
        for word in sorted(body_words()):
            fault = point_fault(word, shown)
            meant = re.search("Did you mean '(.+?)'", fault[1]) if fault else None
            assert meant is None or word in re.split(r"[-.]", meant[1]), f"{word}: {meant}"
        assert "Did you mean" not in (point_fault("calf-top.right", shown) or ("", ""))[1], landmarks


@pytest.mark.parametrize(
    ("point", "meant"),
    [("elbo.right", "elbow.right"), ("wrist.rigth", "wrist.right"), ("forearm-mdi.right", "forearm-mid.right")],
)
def test_a_misspelled_landmark_is_corrected(point: str, meant: str) -> None:
    fault = point_fault(point, "arm-front")
    assert fault is not None
    assert fault[1] == f"Did you mean '{meant}'?"
