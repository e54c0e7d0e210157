"""The steps that a session may do, and the ways to do each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError, name_first
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Keep
from cardgen.planning.chosen_routines import SelectedRoutine
from cardgen.planning.doses import Dose, doses
from cardgen.planning.session import LeftOut, setup
from cardgen.planning.tempos import ROUNDING, Setup, least_useful_seconds, seconds_on_sides, tempos
from cardgen.planning.washing import soils

ALWAYS_KEPT = ("opening", "core", "closing")
MOST_NAMED = 3
"""A report names at most this many wrong steps, and counts the others."""


class Candidate(Struct, frozen=True, dict=True):
    """A step that may be in the session, and the ways to do it."""

    step: Step
    area: str
    keep: Keep
    doses: Sequence[Dose]
    """The shortest first."""
    setup: Setup
    repeats: tuple[int, ...] = ()
    """The places of the earlier candidates that this step does again."""
    shares: int = 1
    """When it is done again, it takes one part in this many of its time, unless in full."""

    @property
    def must(self) -> bool:
        """The step is done whenever its routine is."""
        return self.keep in ALWAYS_KEPT

    @cached_property
    def usual(self) -> int:
        """The place of the usual dose."""
        return next(place for place, dose in enumerate(self.doses) if not dose.shorter)

    @cached_property
    def soils(self) -> str:
        """The area that makes the giver clean the hands after it; empty if none does."""
        return soils(self.step, self.area)

    def progress(self, dose: int) -> float:
        """How far a dose is from the least to the usual, or from the usual to the most."""
        usual = self.usual
        start, end = (self.doses[0], self.doses[usual]) if dose < usual else (self.doses[usual], self.doses[-1])
        return (self.doses[dose].seconds - start.seconds) / max(1, end.seconds - start.seconds)

    @property
    def in_full(self) -> bool:
        """Whether the steps that it repeats are done again in full."""
        return self.step.again == "in-full"

    def seconds_again(self, dose: int, in_full: bool) -> int:
        """Seconds on one side when it is done again; 0 when the time is too short to do any good."""
        time = self.doses[dose].seconds
        if in_full:
            return time
        part = max(ROUNDING, time // (self.shares * ROUNDING) * ROUNDING)
        return part if dose >= self.usual or part >= least_useful_seconds(self.step.technique, self.area) else 0


class WantedRoutine(Struct, frozen=True, dict=True):
    """The steps of one routine that may be in the session."""

    selected: SelectedRoutine
    candidates: Sequence[Candidate]

    @property
    def routine(self) -> Routine:
        return self.selected.routine

    def without_least(self) -> WantedRoutine:
        """The same without least minutes."""
        return WantedRoutine(replace(self.selected, least=None), self.candidates)

    @cached_property
    def runs(self) -> tuple[tuple[int, ...], ...]:
        """The places of the candidates that are done on each side of the routine, or at all."""
        if not self.routine.sides:
            return (tuple(range(len(self.candidates))),)
        sides = (
            tuple(place for place, candidate in enumerate(self.candidates) if candidate.step.is_done(last_side))
            for last_side in (False, True)
        )
        return tuple(sides)

    def times_done(self, step: Step) -> int:
        """2 for a step that is done on one side of the routine, then on the other."""
        return 2 if self.routine.sides and not step.once else 1

    @cached_property
    def share(self) -> float:
        """The seconds that the routine has in a balanced session: the program's, or those of its usual amounts."""
        if self.selected.minutes is not None:
            return 60 * self.selected.minutes
        counted = (candidate for candidate in self.candidates if candidate.keep != "extra")
        return sum(self.times_done(c.step) * seconds_on_sides(c.step, c.doses[c.usual].seconds) for c in counted)


def select_by_hand(
    routines: Sequence[SelectedRoutine], steps: frozenset[int] | None, without: frozenset[int]
) -> tuple[list[WantedRoutine], list[LeftOut]]:
    """The steps that are wanted, routine by routine, and those that are not; UserError for an unknown number."""
    _check_numbers(routines, (steps or frozenset()) | without)
    wanted: list[WantedRoutine] = []
    unwanted: list[LeftOut] = []
    first = 1
    for selected in routines:
        numbered = list(enumerate(selected.steps, first))
        first += len(numbered)
        kept = [step for n, step in numbered if (steps is None or n in steps) and n not in without]
        name, cards = selected.routine.name, selected.routine.card_names
        left = (step for _, step in numbered if step not in kept)
        unwanted += [LeftOut(step.name, "hand", name, card=str(cards[step.id])) for step in left]
        if kept:
            wanted.append(WantedRoutine(selected, _candidates(selected.routine, kept)))
    if not wanted:
        raise UserError(Fault("No steps are left.", "Leave out fewer steps."))
    return wanted, unwanted


def _check_numbers(routines: Sequence[SelectedRoutine], numbers: frozenset[int]) -> None:
    count = sum(len(selected.steps) for selected in routines)
    if unknown := sorted(number for number in numbers if not 1 <= number <= count):
        names = " + ".join(f"'{selected.routine.name}'" for selected in routines)
        problem = f"{names} has no step {name_first(list(map(str, unknown)), MOST_NAMED)}."
        raise UserError(Fault(problem, f"Its steps are numbered 1 to {count}." if count > 1 else "It has only step 1."))


def _candidates(routine: Routine, steps: Sequence[Step]) -> list[Candidate]:
    """Steps with how a short session treats them: as the author says, but a routine has a step that stays.

    If all are details and extras, it is the first detail, or the first extra.
    """
    keeps = [step.keep for step in steps]
    if not set(keeps) & set(ALWAYS_KEPT):
        keeps[keeps.index("detail") if "detail" in keeps else 0] = "core"
    places = {step.id: place for place, step in enumerate(steps)}
    shorter = Counter(name for step in steps if step.again != "in-full" for name in _done_again(step))
    found = []
    for step, keep in zip(steps, keeps, strict=True):
        area = step.area or routine.area
        repeats = tuple(places[name] for name in step.repeats if name in places)
        shares = tempos().again * max(1, shorter[step.id])
        found.append(Candidate(step, area, keep, doses(step, area), setup(step, routine), repeats, shares))
    return found


def _done_again(step: Step) -> list[str]:
    """The ids of the steps that a step repeats; on each side, when it is done on each."""
    return step.repeats * (2 if step.twice else 1)
