"""A session in the making: the dose of each step that it has so far, and how long everything takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.planning.candidates import WantedRoutine
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import Setup, change_routine, change_side, changeover, seconds_on_sides, tempos
from cardgen.planning.washing import AreaWork, join_work, washings


class StepDose(NamedTuple):
    """A step comes in with a dose, or is given another dose."""

    part: int
    step: int
    dose: int


class Run(Struct, frozen=True):
    """A routine, or several, on one side, or at all."""

    seconds: int
    """With the changeovers between the steps."""
    start: Setup
    """Where everybody is when it begins."""
    end: Setup
    work: tuple[AreaWork, ...] = ()
    """Area by area, for one routine."""


class Together(Struct, frozen=True):
    """Parts that are done together on each side, or one alone."""

    runs: list[Run]
    """One for each side that has any steps."""
    seconds: int
    """With the change from one side to the other."""


AllWork = list[list[list[tuple[AreaWork, ...] | None]]]
"""Routines that are done together, each with its work on each side."""


class PartDraft:
    """One routine of a session in the making."""

    def __init__(self, wanted: WantedRoutine) -> None:
        self.wanted = wanted
        self.candidates = wanted.candidates
        self.doses: list[int | None] = [None] * len(wanted.candidates)
        """The place of the dose of each candidate; None for a step that it does not have."""
        self.has_steps = False
        self._runs: list[Run | None] = [None] * len(wanted.runs)
        self._sides: list[tuple[int, ...]] = [() for _ in wanted.candidates]
        """The numbers of the runs that have each candidate."""
        for number, places in enumerate(wanted.runs):
            for place in places:
                self._sides[place] = (*self._sides[place], number)
        self._is_arranged = True
        """Whether the runs are up to date: if not, they are computed again when they are asked for."""
        self._visits: list[tuple[int, list[Setup]]] = [(0, [])] * len(wanted.candidates)
        """The seconds of each step, and where everybody is during it."""
        self._work = [AreaWork(candidate.area, candidate.soils) for candidate in wanted.candidates]
        """Each step with those that it repeats."""
        self._alone: Together | None = None
        """Its time when no other part is done together with it; None until it is asked for."""
        self._repeaters: defaultdict[int, list[int]] = defaultdict(list)
        for number, candidate in enumerate(self.candidates):
            for earlier in dict.fromkeys(candidate.repeats):
                self._repeaters[earlier].append(number)

    @property
    def runs(self) -> Sequence[Run | None]:
        """Its time on each side; None for a side without steps."""
        if not self._is_arranged:
            self._arrange()
        return self._runs

    @property
    def alone(self) -> Together:
        """Its time when no other part is done together with it."""
        if self._alone is None:
            self._alone = _time_together([self])
        return self._alone

    @property
    def present(self) -> list[int]:
        """The candidates that it has, in order."""
        return [number for number, dose in enumerate(self.doses) if dose is not None]

    def set_dose(self, step: int, dose: int | None) -> None:
        """Give a step a dose; None takes it out."""
        arranged = self.doses[step] is not None and dose is not None
        self.doses[step] = dose
        self.has_steps = dose is not None or any(dose is not None for dose in self.doses)
        self._alone = None
        for number in (step, *self._repeaters[step]):
            arranged = self._visit(number) and arranged
        self._is_arranged = self._is_arranged and arranged

    def _visit(self, step: int) -> bool:
        """Time a step again; whether everybody is where they were during it."""
        if self.doses[step] is None:
            return True
        before, stops = self._visits[step][0], self._stops(step)
        arranged = stops == self._visits[step][1]
        self._visits[step] = (self._step_seconds(step, stops), stops)
        if not arranged:
            self._work[step] = self._stretch(step)
        for number in self._sides[step]:
            if run := self._runs[number]:
                self._runs[number] = replace(run, seconds=run.seconds + self._visits[step][0] - before)
        return arranged

    def _arrange(self) -> None:
        """Time everything again."""
        self._runs = [self._arrange_run(places) for places in self.wanted.runs]
        self._is_arranged = True

    def _arrange_run(self, places: Sequence[int]) -> Run | None:
        """The steps that it has on one side."""
        steps = [step for step in places if self.doses[step] is not None]
        if not steps:
            return None
        visits = [self._visits[step] for step in steps]
        moves = sum(changeover(before[1][-1], after[1][0]) for before, after in pairwise(visits))
        seconds, work = sum(seconds for seconds, _ in visits), tuple(join_work(self._work[step] for step in steps))
        return Run(moves + seconds, visits[0][1][0], visits[-1][1][-1], work)

    def _stretch(self, step: int) -> AreaWork:
        """The work of a step with those that it repeats."""
        done = (*(earlier for earlier, _ in self.done_again(step)), step)
        return AreaWork(
            self.candidates[step].area, next(filter(None, (self.candidates[one].soils for one in done)), "")
        )

    def _stops(self, step: int) -> list[Setup]:
        """Where everybody is during a step: for each of the steps that it repeats, then for its own stroke."""
        own = self.candidates[step]
        return [*(self.candidates[earlier].setup for earlier, _ in self.done_again(step)), own.setup]

    def done_again(self, step: int) -> Iterator[tuple[int, int]]:
        """The earlier steps that a step repeats, with the seconds of each on one side."""
        repeater = self.candidates[step]
        for earlier in repeater.repeats:
            dose = self.doses[earlier]
            if dose is not None and (time := self.candidates[earlier].seconds_again(dose, repeater.in_full)):
                yield earlier, time

    def _step_seconds(self, step: int, stops: Sequence[Setup]) -> int:
        """Seconds of a step with everything it repeats, on both sides when it is done on each."""
        candidate, dose = self.candidates[step], self.doses[step]
        own = candidate.step
        again = sum(seconds_on_sides(self.candidates[one].step, time) for one, time in self.done_again(step))
        moves = sum(changeover(one, other) for one, other in pairwise(stops))
        back = changeover(stops[-1], stops[0]) if own.twice else 0
        return seconds_on_sides(own, (candidate.doses[dose].seconds if dose is not None else 0) + again + moves) + back


def _time_together(parts: Sequence[PartDraft]) -> Together:
    """The time of parts that are done together on each side."""
    joined: list[Run] = []
    for side in range(len(parts[0].runs)):
        if runs := [run for part in parts if (run := part.runs[side])]:
            ways = sum(change_routine(before.end, after.start) for before, after in pairwise(runs))
            joined.append(Run(ways + sum(run.seconds for run in runs), runs[0].start, runs[-1].end))
    turns = sum(change_side(one.end, other.start) for one, other in pairwise(joined))
    return Together(joined, sum(run.seconds for run in joined) + turns)


def _work_together(parts: Sequence[PartDraft]) -> Iterator[AreaWork]:
    """The work of parts that are done together on each side, in order."""
    begun = set[PartDraft]()
    for side in range(len(parts[0].runs)):
        for part in parts:
            if run := part.runs[side]:
                yield run.work[0]._replace(begins=part not in begun)
                yield from run.work[1:]
                begun.add(part)


class SessionDraft:
    """A whole session in the making."""

    def __init__(self, wanted: Sequence[WantedRoutine]) -> None:
        self.parts = [PartDraft(one) for one in wanted]
        self._grouped: tuple[Sequence[PartDraft], Sequence[Sequence[PartDraft]]] = ([], [])
        self._cleaning: tuple[AllWork, int] = ([], 0)
        """All work, and the seconds in which the giver cleans the hands then."""

    @property
    def seconds(self) -> int:
        """Everything between settling in and resting."""
        groups = self._groups
        timed = [group[0].alone if len(group) == 1 else _time_together(group) for group in groups]
        between = sum(change_routine(one.runs[-1].end, other.runs[0].start) for one, other in pairwise(timed))
        return between + sum(group.seconds for group in timed) + self._seconds_of_cleaning(groups)

    @property
    def _groups(self) -> Sequence[Sequence[PartDraft]]:
        """The parts with steps, in groups that are done together; grouped again only when others have steps."""
        present = [part for part in self.parts if part.has_steps]
        if present != self._grouped[0]:
            together = side_by_side([part.wanted.routine for part in present])
            self._grouped = present, [[present[number] for number in group] for group in together]
        return self._grouped[1]

    def _seconds_of_cleaning(self, groups: Sequence[Sequence[PartDraft]]) -> int:
        """Seconds in which the giver cleans the hands; computed again only where the work has changed."""
        work = [[[run.work if run else None for run in part.runs] for part in group] for group in groups]
        if work != self._cleaning[0]:
            washes = washings(stretch for group in groups for stretch in _work_together(group))
            self._cleaning = work, sum(tempos().clean[wash.how] for wash in washes if wash)
        return self._cleaning[1]

    def seconds_with(self, steps: Sequence[StepDose]) -> int:
        """The same if steps came in."""
        for addition in steps:
            self.add(addition)
        seconds = self.seconds
        for part, step, _ in steps:
            self.parts[part].set_dose(step, None)
        return seconds

    def add(self, addition: StepDose) -> None:
        self.parts[addition.part].set_dose(addition.step, addition.dose)
