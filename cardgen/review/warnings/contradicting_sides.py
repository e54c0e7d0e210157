"""Amounts for each side in a step that is done on both sides together or on only one, and limbs of another area."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.vocabulary import Limb
from cardgen.reading.value_types import Place
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
LIMBS = ("side", "leg", "arm", "foot")
"""The things that there are two of, and that an amount may be for."""
OTHER_AREAS: dict[Limb, tuple[str, ...]] = {
    "leg": ("arms", "head"), "foot": ("arms", "head"), "arm": ("legs", "feet"), "hand": ("legs", "feet")
}  # fmt: skip
"""Areas that a limb does not belong to."""
NOT_EACH = {
    "together": "both sides at once",
    "near": "the near side only",
    "left": "the left side only",
    "right": "the right side only",
}
"""Sides that are not done one after the other."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step whose `sides` and `each` contradict each other, and for each `limb` of another area."""
    yield from _other_limbs(file)
    for index, step in enumerate(file.routine.model.steps):
        each = next((action.measure.each for action in step.actions if action.measure.each in LIMBS), None)
        if each and step.sides in NOT_EACH:
            problem = f"'each: {each}' contradicts 'sides: {step.sides}', which means {NOT_EACH[step.sides]}."
            remedy = "Leave 'each' out, or write 'sides: each' for one side, then the other."
            yield file.routine.warning(("steps", index, "sides"), problem, remedy)


def _other_limbs(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each leg or foot where arms are worked on, and for each arm or hand where legs are."""
    routine = file.routine.model
    given: list[tuple[Place, Limb, str]] = [(("limb",), routine.limb, routine.area)] if routine.sides else []
    steps = [(("steps", at, "limb"), step) for at, step in enumerate(routine.steps) if step.sides]
    given += [(place, step.limb, step.area or routine.area) for place, step in steps]
    for place, limb, area in given:
        if area in OTHER_AREAS.get(limb, ()):
            problem = f"'limb: {limb}' is printed as \"the other {limb}\", but the body area is '{area}'."
            yield file.routine.warning(place, problem, "Correct 'limb', or the area of the step.")
