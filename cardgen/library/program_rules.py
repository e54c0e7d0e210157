"""Rules for the single steps that a program names."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.program import ChosenStep, Program
from cardgen.model.routine import Routine, Step
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place
from cardgen.suggestions import suggest


def choice_faults(document: Document[Program], index: int, routine: Routine) -> Iterator[Fault]:
    """Steps that the routine does not have, that are named twice, or whose amounts it does not allow."""
    steps = {step.id: step for step in routine.steps}
    named: set[str] = set()
    for number, choice in enumerate(document.model.parts[index].steps):
        place: Place = ("parts", index, "steps", number)
        chosen = ChosenStep(step=choice) if isinstance(choice, str) else choice
        where = place if isinstance(choice, str) else (*place, "step")
        if chosen.step not in steps:
            problem = f"'{routine.name}' has no step with the id '{chosen.step}'."
            yield document.fault(where, problem, suggest(chosen.step, steps))
        elif chosen.step in named:
            problem = f"The step '{chosen.step}' is named twice."
            yield document.fault(where, problem, "To do it again later, name its routine again in a part of its own.")
        else:
            yield from _amount_faults(document, place, chosen, steps[chosen.step])
        named.add(chosen.step)


def _amount_faults(document: Document[Program], place: Place, chosen: ChosenStep, step: Step) -> Iterator[Fault]:
    """Amounts that the author of the routine does not leave open."""
    bounds = step.amounts[0].bounds
    if chosen.count is not None and bounds is None:
        problem = f"The routine does not leave open how often '{step.name}' is done."
        yield document.fault((*place, "count"), problem, "Leave out 'count'.")
    elif chosen.count is not None and bounds and not bounds.least <= chosen.count <= bounds.most:
        problem = f"'{step.name}' is done {bounds.least} to {bounds.most} times, not {chosen.count}."
        yield document.fault((*place, "count"), problem, f"Write a number from {bounds.least} to {bounds.most}.")
    if (chosen.variants or 0) > len(step.variants):
        problem = f"'{step.name}' has {len(step.variants)} variants, not {chosen.variants}."
        yield document.fault((*place, "variants"), problem, "Write a smaller number, or leave it out.")
    for number, name in enumerate(chosen.repeats or ()):
        if name not in step.repeats:
            remedy = suggest(name, step.repeats) if step.repeats else "Leave out 'repeats'."
            where = (*place, "repeats", number)
            yield document.fault(where, f"'{step.name}' does not repeat a step '{name}'.", remedy)
