"""Routines and steps for tests that name only the fields that matter."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cardgen.errors import UserError
from cardgen.model.routine import Routine, Step
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan


def step(name: str, **facts: Any) -> Step:
    shared = {"technique": "kneading", "where": "The back", "cue": "Knead.", "detail": "Knead the muscles."}
    return Step(id=name.lower().replace(" ", "-"), name=name, **(shared | facts))


def routine(*steps: Step, name: str = "Test", **facts: Any) -> Routine:
    return Routine(name=name, summary="A test.", steps=list(steps), **({"area": "back", "receiver": "prone"} | facts))


def shortest(selection: Selection) -> int:
    """The shortest time in minutes, which the report of a shorter one names."""
    with pytest.raises(UserError, match="1 minutes is not enough") as raised:
        plan(selection, minutes=1)
    return int(re.search(r"The shortest takes (\d+) minutes(?:: minutes=\1)?\.", str(raised.value))[1])
