"""Rules for steps beyond their types, except for their drawings and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.errors import Fault
from cardgen.model.action import Action, Pressure
from cardgen.model.areas import areas
from cardgen.model.durations import Time
from cardgen.model.prose import whole_text
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import ORDERED_SIDES, About, RoutineSides
from cardgen.reading.amount_places import LIMBS
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place
from cardgen.suggestions import suggest

MOST_CUE_WORDS = 18
"""The most words that a cue may have. About 14 is better: a cue is read at arm's length, in one glance."""


def step_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Every fault in the steps of a routine."""
    yield from _id_faults(document)
    for index, step in enumerate(document.model.steps):
        place: Place = ("steps", index)
        yield from area_faults(document, (*place, "area"), step.area)
        yield from _cue_faults(document, place, step)
        for number, action in enumerate(step.actions):
            owner = (*place, "phases", number - 1) if number else place
            yield from _pressure_faults(document, (*owner, "pressure"), action.force)
            yield from _amount_faults(document, (*owner, "repeat"), action)
        yield from _minutes_faults(document, (*place, "minutes"), step)
        yield from _side_faults(document, place, step)
        yield from _once_faults(document, place, step)
        yield from _doubled_side_faults(document, place, step)


def area_faults(document: Document[Routine], place: Place, area: str | None) -> Iterator[Fault]:
    """A body area that does not exist."""
    if area is not None and area not in areas():
        yield document.fault(place, f"There is no body area '{area}'.", suggest(area, areas()))


def _id_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Ids that are used twice, and repeated steps that do not come earlier."""
    earlier: dict[str, int] = {}
    for index, step in enumerate(document.model.steps):
        if step.id in earlier:
            problem = f"The id '{step.id}' is used twice."
            yield document.fault(("steps", index, "id"), problem, "Give each step its own id.")
        for number, name in enumerate(step.repeats):
            if name not in earlier and not document.faults:  # a step with a fault may have been left out
                remedy = suggest(name, earlier) if earlier else "Remove 'repeats' from the first step."
                place = ("steps", index, "repeats", number)
                yield document.fault(place, f"No earlier step has the id '{name}'.", remedy)
        earlier[step.id] = index


def _cue_faults(document: Document[Routine], place: Place, step: Step) -> Iterator[Fault]:
    if (words := len(whole_text(step.cue).split())) > MOST_CUE_WORDS:
        problem = f"The cue has {words} words; at most {MOST_CUE_WORDS} can be read at the table."
        yield document.fault((*place, "cue"), problem, "Move what is not needed at the table to 'detail'.")


def _pressure_faults(document: Document[Routine], place: Place, pressure: Pressure | None) -> Iterator[Fault]:
    """A pressure without a level, or with too many."""
    if pressure and not (pressure.level or (pressure.out and pressure.back) or pressure.using):
        remedy = "Write 'level', or 'out' and 'back' together, or 'using: body-weight'."
        yield document.fault(place, "This pressure has no level.", remedy)
    if pressure and pressure.level and (pressure.out or pressure.back):
        remedy = "Write 'level' alone, or 'out' and 'back' together."
        yield document.fault(place, "This pressure has 'level' as well as 'out' or 'back'.", remedy)


def _amount_faults(document: Document[Routine], place: Place, action: Action) -> Iterator[Fault]:
    """Amounts whose range runs from high to low, or that lack what they belong to."""
    measure, inside = action.measure, isinstance(action.repeat, Repeat)
    for amount in action.amounts:
        least, most = amount.limits
        if least > most:
            given = getattr(measure, amount.field)
            problem = f"In {given}, the larger number comes first."
            remedy = f"Write {given[::-1]}." if isinstance(given, list) else "Write the smaller number first."
            yield document.fault((*place, amount.field) if inside else place, problem, remedy)
    if measure.each == "spot" and measure.spots:
        problem = "Both 'each: spot' and 'spots' say on which spots."
        yield document.fault((*place, "each"), problem, "Leave out 'each': 'spots' is for each of them.")
    if measure.sets and not measure.times:
        yield document.fault(
            (*place, "sets"), "These sets have no times.", "Write 'times' as well: how often in a set."
        )
    if measure.at_most and not measure.until:
        remedy = "Write 'until' as well, or 'seconds' for how long it takes."
        yield document.fault((*place, "at_most"), "'at_most' needs something that can end the step earlier.", remedy)


def _side_faults(document: Document[Routine], place: Place, step: Step) -> Iterator[Fault]:
    """Minutes of a step on both sides that may be for one or for both, or that say so where there is one."""
    if step.twice and step.minutes is not None and step.minutes_for is None:
        remedy = "Add 'minutes_for: one-side' or 'minutes_for: both-sides'."
        yield document.fault((*place, "minutes"), "This may be the time on one side, or on both together.", remedy)
    if step.minutes_for and step.minutes is None:
        yield document.fault((*place, "minutes_for"), "This needs 'minutes'.", "Write 'minutes', too.")
    elif document.model.sides and not step.twice:
        if step.minutes_for == "both-sides":
            problem = "The whole routine is done on one side, then on the other: minutes of a step are for one of them."
            remedy = "Write 'minutes_for: one-side', and in 'minutes' the time on one side."
            yield document.fault((*place, "minutes_for"), problem, remedy)
    elif step.minutes_for and not step.twice:
        problem = "This is for minutes of a step that is done on one side, then on the other."
        yield document.fault((*place, "minutes_for"), problem, "Leave it out, or write 'sides' as well.")


def _once_faults(document: Document[Routine], place: Place, step: Step) -> Iterator[Fault]:
    """A step that is done once in a routine that is done once anyway, or one that is repeated on a side without it."""
    routine = document.model
    if step.once and not routine.sides:
        remedy = (
            "Leave it out: the step is done once. Or write 'sides' above 'steps' if the others are done on each side."
        )
        yield document.fault((*place, "once"), "This routine is not done on each side.", remedy)
    once = {earlier.id: earlier.once for earlier in routine.steps if earlier.once and routine.sides}
    for number, name in enumerate(step.repeats):
        if name in once and once[name] != step.once:
            problem = f"'{name}' is done only with the {once[name]} side, so it cannot be repeated on each side."
            remedy = f"Write 'once: {once[name]}' in this step as well, or leave out '{name}'."
            yield document.fault((*place, "repeats", number), problem, remedy)


def _doubled_side_faults(document: Document[Routine], place: Place, step: Step) -> Iterator[Fault]:
    """A side, or an amount for each side, of a step in a routine that is itself done on one side, then on the other."""
    routine = document.model
    if not routine.sides:
        return
    if step.sides and (found := _doubled_side(step, routine.sides)):
        yield document.fault((*place, "sides"), *found)
    for number, action in enumerate(() if step.once else step.actions):
        if action.measure.each in LIMBS:
            owner = (*place, "phases", number - 1) if number else place
            problem = f"This would be for each {action.measure.each} twice: the routine is done on each side."
            remedy = "Leave it out: the amount is for the side that the routine is on."
            yield document.fault((*owner, "repeat", "each"), problem, remedy)


def _doubled_side(step: Step, sides: RoutineSides) -> tuple[str, str] | None:
    """The problem with the side of a step in a routine with sides, and its remedy; None if there is none."""
    order: Sequence[str] = ORDERED_SIDES.get(sides, ())
    problem = "The routine is done on each side, and so is this step."
    if step.once and step.sides not in order:
        return None
    if step.once:
        with_side = order[1] if step.once == "last" else order[0]
        if step.sides == with_side:
            return None
        problem = f"'once: {step.once}' means when the routine is on the {with_side} side."
    if step.sides in order:
        once = "first" if step.sides == order[0] else "last"
        return problem, f"Write 'once: {once}' instead: then it is done only on the {step.sides} side."
    if step.sides in ("left", "right"):
        first = next(name for name, (side, _) in ORDERED_SIDES.items() if side == step.sides)
        return problem, f"Write 'once: first' instead, and {first} as the order of the whole routine."
    if step.sides == "together":
        return problem, "Leave it out, or add 'once: first' or 'once: last' to do both sides together only once."
    return problem, "Leave it out: the step is done on the side that the routine is on."


def _minutes_faults(document: Document[Routine], place: Place, step: Step) -> Iterator[Fault]:
    """Minutes that are not between their least and their most, or a range of minutes where the amount forbids one."""
    if not isinstance(step.minutes, About):
        return
    about, least, most = step.minutes.about, step.minutes.least, step.minutes.most
    if not (least or about) <= about <= (most or about):
        problem = f"About {about:g} minutes is not between the least and the most."
        yield document.fault(place, problem, "Write a 'least' below it and a 'most' above it.")
    if not least and not most:
        return
    if any(isinstance(amount, Time) for amount in step.amounts):
        problem = "The seconds are fixed, so the minutes cannot have a range."
        yield document.fault(place, problem, "Leave out 'least' and 'most', or the seconds.")
    if any(amount.bounds for amount in step.amounts):
        remedy = "Keep one of the two: the other follows from it."
        yield document.fault(place, "Both the repetitions and the minutes have a range.", remedy)
