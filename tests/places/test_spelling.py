"""Slips of spelling in a place are understood; no word that may mean another place is."""

from __future__ import annotations

import pytest

from cardgen.model.areas import areas
from cardgen.model.vocabulary import Position
from cardgen.places.risk_words import worked_risks
from cardgen.places.spelling import example_of, respelled
from cardgen.places.usual_drawing import usual_drawing
from tests.support.routines import routine, step
from tests.support.together import together


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ("Calfs", "calf"),
        ("The shoulderblade", "shoulder blade"),
        ("Sacrm", "sacrum"),
        ("The lower bakc", "lower back"),
        ("Fore-arm", "forearm"),
        ("From the ankel to the knee", "from ankle to knee"),
        ("The calf", ""),
        ("Where it hurts", ""),
        ("Gluteus minimus", ""),
    ],
)
def test_only_slips_are_put_right(where: str, meant: str) -> None:
    assert respelled(where) == meant


@together
@pytest.mark.parametrize("area", areas())
@pytest.mark.parametrize("receiver", ["prone", "supine", "side", "seated"])
def test_an_example_is_a_harmless_place_that_is_shown(area: str, receiver: Position) -> None:
    whole = routine(step("One", where="Where it hurts"), area=area, receiver=receiver)
    if example := example_of(whole.steps[0], whole):
        named = routine(step("One", where=example, pressure="feather"), area=area, receiver=receiver)
        assert usual_drawing(named.steps[0], named).drawing.area
        assert worked_risks(example) == []
