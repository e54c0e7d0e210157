"""Drawings of the wrong side, of one side where both are worked on at once, or of both where one follows the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.artwork.sides import shows_one_side, sides_of
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.views import crop
from cardgen.errors import Fault
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import FIRST_SIDES, OTHER_SIDE
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing whose sides are not those of its step."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        if step.drawing and (found := _contradiction(routine, step, step.drawing)):
            yield file.routine.warning(("steps", index, "drawing", "strokes"), *found)


def _contradiction(routine: Routine, step: Step, drawing: Drawing) -> tuple[str, str] | None:
    """The problem with the sides of a drawing, and its remedy; None in a view of one side alone."""
    part = crop(drawing.view)
    if shows_one_side(part):
        return _other_limb(routine, step, drawing)
    shown = sides_of(drawing, part.view)
    filled = {region.rpartition(".")[2] for region in drawing.area} & OTHER_SIDE.keys()
    if (alone := _only_side(routine, step)) and filled == {OTHER_SIDE[alone]}:
        problem = f"'{step.name}' is done on the receiver's {alone} alone, but its drawing fills the other side."
        return problem, f"Fill the regions that end in '.{alone}', or change {_where_said(step)}."
    if step.sides == "together" and shown in ({"right"}, {"left"}):
        problem = f"'{step.name}' works on both sides together, but its drawing shows only the {min(shown)} side."
        return problem, "Add 'mirror: together' to the strokes, or change 'sides'."
    if alone and {"left", "right"} in (shown, filled):
        problem = f"'{step.name}' is done on the receiver's {alone} alone, but its drawing shows both sides."
        return problem, f"Draw the {alone} side alone, or change {_where_said(step)}."
    if step.twice and _at_once(drawing):
        problem = f"'{step.name}' does one side after the other, but its drawing shows both at once."
        return problem, "Write 'mirror: later', which is drawn hollow, or change 'sides'."
    first = _first_side(routine, step)
    if first and shown == {OTHER_SIDE[first]}:
        problem = f"'{step.name}' begins on the receiver's {first}, but its drawing shows the {OTHER_SIDE[first]} side."
        return problem, "Draw the side that is done first."
    return None


def _other_limb(routine: Routine, step: Step, drawing: Drawing) -> tuple[str, str] | None:
    """A view of one limb that is not the one of the step."""
    wanted = _named_side(step) or _first_side(routine, step)
    if wanted in (None, drawing.side):
        return None
    problem = f"'{step.name}' is done on the receiver's {wanted}, but its drawing shows the {drawing.side} side."
    return problem, f"Mirror the drawing with 'side: {wanted}'."


def _only_side(routine: Routine, step: Step) -> str | None:
    """The receiver's side that a step is done on alone: in `sides`, or in `where` if no field says anything of it."""
    if step.sides in OTHER_SIDE:
        return step.sides
    return None if step.sides or routine.sides else _named_side(step)


def _named_side(step: Step) -> str | None:
    """The one side that `where` names."""
    named = {word for word in re.findall(r"\w+", step.where.lower()) if word in OTHER_SIDE}
    return min(named) if len(named) == 1 else None


def _where_said(step: Step) -> str:
    """The field that says the side."""
    return "'sides'" if step.sides else "'where'"


def _at_once(drawing: Drawing) -> bool:
    """Whether any working stroke is mirrored as done at the same time."""
    return any(stroke.mirror == "together" and SIGNS[stroke.draw].behavior.presses for stroke in drawing.strokes)


def _first_side(routine: Routine, step: Step) -> str | None:
    """The receiver's side that a step begins on, if it can be known."""
    giver = step.giver_at or routine.giver_at
    if giver in OTHER_SIDE and step.sides in ("near", "far-then-near"):
        return giver if step.sides == "near" else OTHER_SIDE[giver]
    return FIRST_SIDES.get(step.sides or routine.sides or "")
