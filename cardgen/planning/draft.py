"""A session in the making: the dose of each step that it has so far, and how long everything takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cardgen.planning.candidates import WantedRoutine
from cardgen.planning.sides import side_by_side
from cardgen.planning.tempos import Setup, changeover, seconds_on_sides, tempos
from cardgen.planning.washing import washings


class Addition(NamedTuple):
    """A step comes in with a dose, or is given another dose."""

    part: int
    step: int
    dose: int


class PartDraft:
    """One routine of a session in the making."""

    def __init__(self, wanted: WantedRoutine) -> None:
        self.wanted = wanted
        self.candidates = wanted.candidates
        self.doses: list[int | None] = [None] * len(wanted.candidates)
        """The place of the dose of each candidate; None for a step that it does not have."""
        self._one_pass = 0
        self._ends: tuple[Setup, Setup] | None = None
        self._is_arranged = True
        """Whether the two are true: they are found out again when they are asked for."""
        self._visits: list[tuple[int, list[Setup]]] = [(0, [])] * len(wanted.candidates)
        """The seconds of each step, and where everybody is during it."""
        self._repeaters: defaultdict[int, list[int]] = defaultdict(list)
        for number, candidate in enumerate(self.candidates):
            for earlier in dict.fromkeys(candidate.repeats):
                self._repeaters[earlier].append(number)

    @property
    def one_pass(self) -> int:
        """Seconds on one side, with the changeovers between its steps."""
        if not self._is_arranged:
            self._arrange()
        return self._one_pass

    @property
    def ends(self) -> tuple[Setup, Setup] | None:
        """Where everybody is when it begins, and when it ends; None when it has no steps."""
        if not self._is_arranged:
            self._arrange()
        return self._ends

    @property
    def seconds(self) -> int:
        """On all sides."""
        passes = self.wanted.passes
        return passes * self.one_pass + tempos().change_side * (passes - 1) if self.ends else 0

    @property
    def present(self) -> list[int]:
        """The candidates that it has, in order."""
        return [number for number, dose in enumerate(self.doses) if dose is not None]

    @property
    def soils(self) -> bool:
        """Whether the giver washes the hands after it, before another area."""
        return any(self.candidates[number].soils for number in self.present)

    def set_dose(self, step: int, dose: int | None) -> None:
        """Give a step a dose; None takes it out."""
        arranged = self.doses[step] is not None and dose is not None
        self.doses[step] = dose
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
        self._one_pass += self._visits[step][0] - before
        return arranged

    def _arrange(self) -> None:
        """Time everything again."""
        visits = [self._visits[step] for step in self.present]
        moves = sum(changeover(before[1][-1], after[1][0]) for before, after in pairwise(visits))
        self._one_pass = moves + sum(seconds for seconds, _ in visits)
        self._ends = (visits[0][1][0], visits[-1][1][-1]) if visits else None
        self._is_arranged = True

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


def _seconds_between(before: PartDraft, after: PartDraft) -> int:
    """Seconds of the way from the end of a part to the beginning of another."""
    assert before.ends
    assert after.ends
    return changeover(before.ends[1], after.ends[0])


def _seconds_together(parts: Sequence[PartDraft]) -> int:
    """Seconds of parts that are done together on each side."""
    passes = parts[0].wanted.passes
    ways = sum(_seconds_between(before, after) for before, after in pairwise(parts))
    return passes * (ways + sum(part.one_pass for part in parts)) + tempos().change_side * (passes - 1)


class Draft:
    """A whole session in the making."""

    def __init__(self, wanted: Sequence[WantedRoutine]) -> None:
        self.parts = [PartDraft(one) for one in wanted]

    @property
    def seconds(self) -> int:
        """Everything between settling in and resting."""
        present = [part for part in self.parts if part.ends]
        groups = side_by_side([part.wanted.routine for part in present])
        joined = [[present[number] for number in group] for group in groups]
        between = sum(_seconds_between(before[-1], after[0]) for before, after in pairwise(joined))
        washes = washings((part.wanted.routine.area, part.soils) for part in present)
        return between + sum(map(_seconds_together, joined)) + sum(washes)

    def cost(self, steps: Sequence[Addition]) -> int:
        """The seconds that steps would take if they came in."""
        before = self.seconds
        for addition in steps:
            self.add(addition)
        cost = self.seconds - before
        for part, step, _ in steps:
            self.parts[part].set_dose(step, None)
        return cost

    def add(self, addition: Addition) -> None:
        self.parts[addition.part].set_dose(addition.step, addition.dose)
