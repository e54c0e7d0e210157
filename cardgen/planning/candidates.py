"""The steps that a session may do, as the search for the best choice sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Keep
from cardgen.planning.chosen_routines import SelectedRoutine
from cardgen.planning.doses import Dose, apply_dose, doses
from cardgen.planning.search import Choice, ChoiceGroup, Chosen, Option, least_seconds, worth
from cardgen.planning.session import LeftOut, setup
from cardgen.planning.tempos import changeover, seconds_on_sides, tempos

ALWAYS_KEPT = ("opening", "core", "closing")
RANKS = ("extra", "detail", "core")
"""Ranks of routines; what a short session gives up first comes first."""


class Candidate(Struct, frozen=True):
    """A step that may be in the session, and the ways to do it."""

    step: Step
    area: str
    keep: Keep
    doses: Sequence[Dose]


class WantedRoutine(Struct, frozen=True):
    """The steps of one routine that may be in the session."""

    selected: SelectedRoutine
    candidates: Sequence[Candidate]

    @property
    def routine(self) -> Routine:
        return self.selected.routine


class TimedStep(NamedTuple):
    """A step as it is done."""

    step: Step
    area: str
    seconds: int
    """On one side, without the steps that it repeats."""


def select_by_hand(
    routines: Sequence[SelectedRoutine], steps: frozenset[int] | None, without: frozenset[int]
) -> tuple[list[WantedRoutine], list[LeftOut]]:
    """The steps that are wanted, routine by routine, and those that are not; UserError for an unknown number."""
    _check_numbers(routines, (steps or frozenset()) | without)
    wanted: list[WantedRoutine] = []
    unwanted: list[LeftOut] = []
    first = 1
    for selected in routines:
        numbered = list(enumerate(selected.routine.steps, first))
        first += len(numbered)
        kept = [step for n, step in numbered if (steps is None or n in steps) and n not in without]
        unwanted += [LeftOut(step.name, "hand") for _, step in numbered if step not in kept]
        if kept:
            wanted.append(WantedRoutine(selected, _candidates(selected.routine, kept)))
    if not wanted:
        raise UserError(Fault("No steps are left.", "Leave out fewer steps."))
    return wanted, unwanted


def _check_numbers(routines: Sequence[SelectedRoutine], numbers: frozenset[int]) -> None:
    count = sum(len(selected.routine.steps) for selected in routines)
    if unknown := sorted(number for number in numbers if not 1 <= number <= count):
        names = " + ".join(f"'{selected.routine.name}'" for selected in routines)
        problem = f"{names} has no step {', '.join(map(str, unknown))}."
        raise UserError(Fault(problem, f"Its steps are numbered 1 to {count}."))


def _candidates(routine: Routine, steps: Sequence[Step]) -> list[Candidate]:
    """Steps with how a short session treats them: without an opening, the first step is one; so with a closing.

    Only a step that must stay is ever done less than usual: other steps go before that.
    """
    keeps = [step.keep for step in steps]
    if "opening" not in keeps:
        keeps[0] = "opening"
    if "closing" not in keeps and len(keeps) > 1:
        keeps[-1] = "closing"
    found = []
    for step, keep in zip(steps, keeps, strict=True):
        area = step.area or routine.area
        ways = [dose for dose in doses(step, area) if keep in ALWAYS_KEPT or dose.seconds >= dose.usual]
        found.append(Candidate(step, area, keep, ways))
    return found


def choice_group(wanted: WantedRoutine, scale: float) -> ChoiceGroup:
    """A routine as the search sees it; `scale` stretches the minutes that a program gives it."""
    routine = wanted.routine
    group = ChoiceGroup(
        choices=tuple(_choices(wanted)),
        passes=2 if routine.sides else 1,
        between=tempos().change_side,
        rank=RANKS.index(wanted.selected.keep),
    )
    if wanted.selected.minutes is None:
        return group
    return group.limited(max(shortest_seconds(group), round(60 * scale * wanted.selected.minutes)))


def shortest_seconds(group: ChoiceGroup) -> int:
    """The shortest time of a group, all passes together."""
    return group.passes * least_seconds(group.choices, changeover) + group.between * (group.passes - 1)


def _choices(wanted: WantedRoutine) -> Iterator[Choice]:
    numbers = {candidate.step.id: index for index, candidate in enumerate(wanted.candidates)}
    for candidate in wanted.candidates:
        step = candidate.step
        yield Choice(
            options=tuple(_option(candidate, dose) for dose in candidate.doses),
            must=candidate.keep in ALWAYS_KEPT,
            setup=setup(step, wanted.routine),
            repeats=tuple(numbers[name] for name in step.repeats if name in numbers),
            repeat_count=2 if step.twice else 1,
        )


def _option(candidate: Candidate, dose: Dose) -> Option:
    """A dose and its worth: the usual amount counts as the step does, anything beyond it counts little."""
    priority = candidate.keep if candidate.keep in ("detail", "extra") else "usual"
    usual = min(dose.seconds, dose.usual)
    gain = worth(priority, usual) + worth("more", dose.seconds - usual)
    return Option(seconds_on_sides(candidate.step, dose.seconds), gain)


def timed_steps(wanted: WantedRoutine, options: Chosen) -> Iterator[TimedStep]:
    """The steps that are kept, as they are done."""
    for candidate, option in zip(wanted.candidates, options, strict=True):
        if option is not None:
            dose = candidate.doses[option]
            yield TimedStep(apply_dose(candidate.step, dose), candidate.area, dose.seconds)


def list_left_out(wanted: WantedRoutine, options: Chosen | None) -> Iterator[LeftOut]:
    """Everything that the session has no time for."""
    if options is None:
        yield LeftOut(wanted.routine.name, "part")
        return
    for candidate, option in zip(wanted.candidates, options, strict=True):
        if option is None:
            yield LeftOut(candidate.step.name, "extra" if candidate.keep == "extra" else "detail")
            continue
        dose = candidate.doses[option]
        if dose.seconds < dose.usual:
            yield LeftOut(candidate.step.name, "fewer")
        for variant in candidate.step.variants[len(dose.variants) :]:
            yield LeftOut(variant.name, "variant")
