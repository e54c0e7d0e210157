"""From a routine to a session: which steps are done, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.routine import About, Minutes, Routine, Step


class Turn(Struct, frozen=True):
    """One step of a session."""

    number: int
    step: Step
    repeats: tuple[Turn, ...]
    """The earlier steps of this session that this one repeats."""

    @property
    def minutes(self) -> Minutes | None:
        """Time of the step on one side, with that of the steps it repeats; an estimate when any part of it is one."""
        if self.step.minutes is None:
            return None
        times = [self.step.minutes, *(turn.total for turn in self.repeats)]
        return _sum(times)

    @property
    def total(self) -> Minutes:
        """Time of the step, both sides counted when it is done on each; 0 when its author gives no time."""
        return _sum([self.minutes or 0] * (2 if self.step.twice else 1))


class Session(Struct, frozen=True):
    """What is done, in order."""

    routine: Routine
    turns: tuple[Turn, ...]

    @property
    def minutes(self) -> Minutes | None:
        """Length of one run through the steps: what the author states for the whole routine, else the steps' sum.

        None when a step has no time.
        """
        if self.routine.minutes and len(self.turns) == len(self.routine.steps):
            return self.routine.minutes
        if any(turn.minutes is None for turn in self.turns):
            return None
        return _sum([turn.total for turn in self.turns])


def in_minutes(given: Minutes) -> float:
    """A stated or an estimated time, as a number."""
    return given.about if isinstance(given, About) else given


def _sum(times: Sequence[Minutes]) -> Minutes:
    """Times added up; a sum with an estimate in it is an estimate."""
    total = sum(map(in_minutes, times))
    return About(about=total) if any(isinstance(time, About) for time in times) else total


def plan(routine: Routine, wanted: frozenset[int] | None = None) -> Session:
    """A session of all steps, or of the steps with the `wanted` numbers; UserError when there is no such step.

    The steps are numbered anew. A step that repeats earlier ones repeats those that are still there.
    """
    count = len(routine.steps)
    if wanted is not None and (outside := sorted(number for number in wanted if not 1 <= number <= count)):
        problem = f"'{routine.name}' has no step {', '.join(map(str, outside))}."
        raise UserError(Fault(problem, f"Its steps are 1 to {count}."))
    kept = [step for index, step in enumerate(routine.steps, 1) if wanted is None or index in wanted]
    turns: dict[str, Turn] = {}
    for number, step in enumerate(kept, 1):
        turns[step.id] = Turn(number, step, tuple(turns[name] for name in step.repeats if name in turns))
    return Session(routine, tuple(turns.values()))
