"""Drawings that show one side where both are worked at once, or both where one is worked after the other."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.sides import middle_line, sides_of
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.views import crop
from cardgen.errors import Fault
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import ORDERED_SIDES
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
OTHER = {"right": "left", "left": "right"}


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing whose sides are not those of its step."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        if step.drawing and (found := _contradiction(routine, step, step.drawing)):
            yield file.routine.warning(("steps", index, "drawing", "strokes"), *found)


def _contradiction(routine: Routine, step: Step, drawing: Drawing) -> tuple[str, str] | None:
    """What is wrong with the sides of a drawing, and the remedy; None in a view of one side alone."""
    part = crop(drawing.view)
    middle = middle_line(part.view)
    if middle is None or not part.x < middle < part.x + part.width:
        return None
    shown = sides_of(drawing, part.view)
    if step.sides == "together" and shown in ({"right"}, {"left"}):
        problem = f"'{step.name}' works on both sides together, but its drawing shows only the {min(shown)} side."
        return problem, "Add 'mirror: together' to the strokes, or change 'sides'."
    if step.twice and _at_once(drawing):
        problem = f"'{step.name}' does one side after the other, but its drawing shows both at once."
        return problem, "Write 'mirror: later', which is drawn hollow, or change 'sides'."
    first = _first_side(routine, step)
    if first and shown == {OTHER[first]}:
        problem = f"'{step.name}' begins on the receiver's {first}, but its drawing shows the {OTHER[first]} side."
        return problem, "Draw the side that is done first."
    return None


def _at_once(drawing: Drawing) -> bool:
    """Whether any working stroke is mirrored as done at the same time."""
    return any(stroke.mirror == "together" and SIGNS[stroke.draw].behavior.presses for stroke in drawing.strokes)


def _first_side(routine: Routine, step: Step) -> str | None:
    """The receiver's side that a step begins on, if it can be known."""
    giver = step.giver_at or routine.giver_at
    if giver in OTHER and step.sides in ("near", "far-then-near"):
        return giver if step.sides == "near" else OTHER[giver]
    order = ORDERED_SIDES.get(step.sides or routine.sides or "")
    return order[0] if order else None
