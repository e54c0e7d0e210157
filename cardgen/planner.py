"""From a routine to a session: which steps are done, and their numbers."""

from __future__ import annotations

from dataclasses import dataclass

from cardgen.errors import Fault, UserError
from cardgen.routine import About, Minutes, Routine, Step


@dataclass(frozen=True, slots=True)
class Turn:
    """One step of a session."""

    number: int
    step: Step
    repeats: tuple[int, ...]
    """The numbers, in this session, of the earlier steps that this one repeats."""


@dataclass(frozen=True, slots=True)
class Session:
    """What is done, in order."""

    routine: Routine
    turns: tuple[Turn, ...]

    @property
    def minutes(self) -> Minutes | None:
        """Length of one run through the steps: what the author states for the whole routine, else the steps' sum.

        None when a step has no time. A sum with an estimate in it is an estimate.
        """
        if self.routine.minutes and len(self.turns) == len(self.routine.steps):
            return self.routine.minutes
        given = [turn.step.minutes for turn in self.turns]
        if None in given:
            return None
        total = sum(minutes_of(turn.step) for turn in self.turns)
        return About(about=total) if any(isinstance(minutes, About) for minutes in given) else total


def minutes_of(step: Step) -> float:
    """Minutes that a step takes, both sides counted when it is done on each; 0 when its author gives no time."""
    once = step.minutes.about if isinstance(step.minutes, About) else step.minutes or 0
    return once * (2 if step.twice else 1)


def plan(routine: Routine, wanted: frozenset[int] | None = None) -> Session:
    """A session of all steps, or of the steps with the `wanted` numbers; UserError when there is no such step.

    The steps are numbered anew. A step that repeats earlier ones repeats those that are still there.
    """
    count = len(routine.steps)
    if wanted is not None and (outside := sorted(number for number in wanted if not 1 <= number <= count)):
        problem = f"'{routine.name}' has no step {', '.join(map(str, outside))}."
        raise UserError(Fault(problem, f"Its steps are 1 to {count}."))
    kept = [step for index, step in enumerate(routine.steps, 1) if wanted is None or index in wanted]
    numbers = {step.id: number for number, step in enumerate(kept, 1)}
    turns = (
        Turn(numbers[step.id], step, tuple(numbers[name] for name in step.repeats if name in numbers)) for step in kept
    )
    return Session(routine, tuple(turns))
