"""The usual drawing of a step that says no more than its place."""

from __future__ import annotations

from typing import Any

import msgspec

from cardgen.artwork.views import crop
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine
from cardgen.places.usual_drawing import UsualDrawing, usual_drawing


def routine_of(where: str, receiver: str, area: str, **step: Any) -> Routine:
    written = {"id": "a", "name": "A", "technique": "kneading", "where": where, "cue": "Knead.", "detail": "Knead."}
    fields = {"name": "A", "summary": "A.", "area": area, "receiver": receiver, "steps": [{**written, **step}]}
    return msgspec.convert(fields, Routine)


def usual(where: str, receiver: str = "prone", area: str = "back", **step: Any) -> UsualDrawing:
    routine = routine_of(where, receiver, area, **step)
    return usual_drawing(routine.steps[0], routine)


def shown(drawing: Drawing) -> str:
    return crop(drawing.view).view
