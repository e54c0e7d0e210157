"""The pressure of the strokes of a drawing: that of its step, where a stroke has none of its own."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.model.vocabulary import LEVELS, Level

SHOWING = ("glide", "hand", "forearm")
"""Signs that show how hard: by their width, or by how dark the part is that touches."""
USUAL_LEVEL: Level = "medium"
"""The pressure of a step that states none."""


def hardest(step: Step) -> Level | None:
    """The highest pressure that a step says anywhere but in its zones; None if it says none."""
    said = {level for action in step.actions if action.force for level in action.force.levels}
    return max(said, key=LEVELS.index) if said else None


def with_pressure(drawing: Drawing, step: Step) -> Drawing:
    """A drawing whose strokes show the step's pressure, where they state none."""
    level = hardest(step)
    return replace(drawing, strokes=tuple(_pressed(stroke, level) for stroke in drawing.strokes)) if level else drawing


def _pressed(stroke: Stroke, level: Level) -> Stroke:
    return stroke if stroke.pressure or stroke.draw not in SHOWING else replace(stroke, pressure=level)
