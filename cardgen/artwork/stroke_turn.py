"""The turn of the strokes of a drawing: that of its step, where a stroke has none of its own."""

from __future__ import annotations

from msgspec.structs import replace

from cardgen.artwork.sign_list import SIGNS
from cardgen.model.drawing import Drawing, Rotation, Stroke
from cardgen.model.routine import Step


def with_turn(drawing: Drawing, step: Step) -> Drawing:
    """A drawing whose circles and rings turn as the step does, where they state no turn and are on one side only."""
    turn = _only_turn(step)
    return replace(drawing, strokes=tuple(_turned(stroke, turn) for stroke in drawing.strokes)) if turn else drawing


def _only_turn(step: Step) -> Rotation | None:
    """Which way a step turns, if it turns only one way."""
    ways = {way.way for action in step.actions for way in action.ways}
    turns: list[Rotation] = [turn for turn in ("clockwise", "counterclockwise") if turn in ways]
    return turns[0] if len(turns) == 1 and "circles-both-ways" not in ways else None


def _turned(stroke: Stroke, turn: Rotation) -> Stroke:
    is_open = SIGNS[stroke.draw].behavior.turns and not stroke.turn and not stroke.mirror
    return replace(stroke, turn=turn) if is_open else stroke
