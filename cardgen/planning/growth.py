"""The order in which a session grows with its time, so that a longer session has everything that a shorter one has.

A session begins with the parts that it cannot do without, and in each of them the steps that must stay, each with its
least amount. From there it grows one addition at a time, always by the one that is worth most:

1. parts that are details, the most important first, except those that would have a quarter more of their share of time
   than the part that can grow and has least of it; then, in that part, its details, then its amounts toward the usual,
2. in the same way, parts that are extras; then the extras of the part that has least of its share, then their amounts,
3. more, in the part that has least of its share: variants, then more than the usual amounts.

A step comes in with its least amount, and a part with the least minutes that its program gives it. Amounts grow
evenly: next is the step that has the least of what it could have. A step or a part that would add much time at once
waits while anything else in its group (1, 2, or 3) can grow; otherwise there would be lengths that nothing fills.

The session for a given time is the longest beginning of this growth that fits. So sessions are nested by construction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from math import inf

from msgspec import Struct

from cardgen.planning.candidates import Candidate, WantedRoutine
from cardgen.planning.draft import SessionDraft, StepDose
from cardgen.planning.tempos import seconds_on_sides, tempos

HEAD_START = 1.25
"""A part may come in with this many times the share of the part that has the least of its share."""
UNFILLED = 0.1
"""The part of a session that may stay empty."""

Additions = tuple[StepDose, ...]


class Stage(Struct, frozen=True):
    """A stage of a session's growth."""

    seconds: int
    """Everything between settling in and resting."""
    additions: Additions
    """What it adds to the stage before it."""


class Wish(Struct, frozen=True):
    """An addition that a session could have next."""

    additions: Additions
    alone: int
    """The fewest seconds that it takes; 0 for a little more of what there is."""


def _fits(seconds: int, more: int) -> bool:
    """Whether a session without these further seconds is still long enough for its minutes."""
    return more <= UNFILLED * (seconds + more) + tempos().spare


def _entry(wanted: WantedRoutine) -> Iterator[StepDose]:
    """The additions with which a part comes in: it grows on its own until it has its least minutes."""
    least = wanted.selected.least
    if not least:
        must = (step for step, candidate in enumerate(wanted.candidates) if candidate.must)
        yield from (StepDose(0, step, 0) for step in must)
        return
    for stage in Growth([wanted.without_least()]).stages():
        yield from stage.additions
        if stage.seconds >= 60 * least:
            return


class Growth:
    """A session that grows from stage to stage."""

    def __init__(self, wanted: Sequence[WantedRoutine]) -> None:
        self._wanted = wanted
        self._draft = SessionDraft(wanted)
        self._absent = sorted(range(len(wanted)), key=lambda part: wanted[part].selected.worth)
        """The parts that it does not have, the most important first."""
        self._waiting = [defaultdict[str, list[int]](list) for _ in wanted]
        """The steps that it does not have, by part."""
        self._rising = {goal: [list[tuple[float, int]]() for _ in wanted] for goal in ("usual", "extra", "more")}
        """The steps that can have more, by part, each with how far it has come."""
        self._entries: dict[int, Additions] = {}

    def stages(self) -> Iterator[Stage]:
        """Every stage, from the least to everything at its most."""
        rank = self._wanted[self._absent[0]].selected.keep
        first = [part for part in self._absent if self._wanted[part].selected.keep == rank]
        stage = self._grow(tuple(addition for part in first for addition in self._enter(part)))
        yield stage
        while additions := self._choose(stage.seconds):
            stage = self._grow(additions)
            yield stage

    def _choose(self, seconds: int) -> Additions:
        """The addition that is worth most and fits, or the first large one when nothing else of its kind is left."""
        for wishes in (self._wishes("detail", "usual"), self._wishes("extra", "extra"), self._wishes("", "more")):
            delayed: Additions = ()
            for wish in wishes:
                if _fits(seconds, wish.alone) and (
                    not wish.alone or _fits(seconds, self._draft.seconds_with(wish.additions) - seconds)
                ):
                    return wish.additions
                delayed = delayed or wish.additions
            if delayed:
                return delayed
        return ()

    def _wishes(self, keep: str, goal: str) -> Iterator[Wish]:
        """The possible additions, the most valuable first."""
        growing = [part for part in self._by_need() if self._waiting[part][keep] or self._rising[goal][part]]
        due, later = self._absent_parts(keep, self._share_of(growing[0]) if growing else inf)
        yield from due
        for part in growing:
            yield from self._steps(part, keep)
            yield from self._rise(part, goal)
        yield from later

    def _absent_parts(self, rank: str, least: float) -> tuple[list[Wish], list[Wish]]:
        """The parts that are due when one has this little of its share, and the others."""
        due, later = list[Wish](), list[Wish]()
        for part in self._absent:
            if self._wanted[part].selected.keep == rank:
                additions = self._enter(part)
                seconds = sum(map(self._alone, additions))
                found = due if seconds <= HEAD_START * least * self._wanted[part].share else later
                found.append(Wish(additions, seconds))
        return due, later

    def _by_need(self) -> list[int]:
        """The parts that it has; first the one that has least of its share of time."""
        present = (part for part, draft in enumerate(self._draft.parts) if draft.has_steps)
        return sorted(present, key=self._share_of)

    def _share_of(self, part: int) -> float:
        """How much a part has of its share of time."""
        return self._draft.parts[part].alone.seconds / self._wanted[part].share

    def _steps(self, part: int, keep: str) -> Iterator[Wish]:
        for step in self._waiting[part][keep]:
            addition = StepDose(part, step, 0)
            yield Wish((addition,), self._alone(addition))

    def _rise(self, part: int, goal: str) -> Iterator[Wish]:
        for _, step in self._rising[goal][part][:1]:
            dose = self._draft.parts[part].doses[step]
            yield Wish((StepDose(part, step, 0 if dose is None else dose + 1),), 0)

    def _enter(self, part: int) -> Additions:
        """The steps of a part that must stay, each with its least amount, and more up to the part's least minutes."""
        if part not in self._entries:
            self._entries[part] = tuple(addition._replace(part=part) for addition in _entry(self._wanted[part]))
        return self._entries[part]

    def _alone(self, addition: StepDose) -> int:
        """Seconds of a step on all sides, without changeovers between steps."""
        wanted = self._wanted[addition.part]
        candidate = wanted.candidates[addition.step]
        seconds = seconds_on_sides(candidate.step, candidate.doses[addition.dose].seconds)
        return wanted.times_done(candidate.step) * seconds

    def _grow(self, additions: Additions) -> Stage:
        for part in {addition.part for addition in additions} & set(self._absent):
            self._absent.remove(part)
            for step, candidate in enumerate(self._wanted[part].candidates):
                if not candidate.must:
                    self._waiting[part][candidate.keep].append(step)
        for addition in additions:
            self._draft.add(addition)
            self._follow(addition)
        return Stage(self._draft.seconds, additions)

    def _follow(self, addition: StepDose) -> None:
        """Note what a step that came in or grew can have next."""
        part, step, dose = addition
        candidate = self._wanted[part].candidates[step]
        if dose == 0 and not candidate.must:
            self._waiting[part][candidate.keep].remove(step)
        if dose:
            for rising in self._rising.values():
                if rising[part][:1] and rising[part][0][1] == step:
                    heappop(rising[part])
        if dose < len(candidate.doses) - 1:
            goal = self._goal(part, candidate, dose)
            heappush(self._rising[goal][part], (candidate.progress(dose), step))

    def _goal(self, part: int, candidate: Candidate, dose: int) -> str:
        if dose >= candidate.usual:
            return "more"
        return "extra" if "extra" in (candidate.keep, self._wanted[part].selected.keep) else "usual"
