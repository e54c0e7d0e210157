"""Single steps of a routine that a program names, with amounts that are fixed; and how to name those of a session."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cardgen.model.program import ChosenStep, StepChoice
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import About
from cardgen.planning.doses import variant_seconds
from cardgen.planning.session import Turn


def choose_steps(routine: Routine, choices: Sequence[StepChoice]) -> tuple[Step, ...]:
    """The steps in the order of the choices; each repeats only steps that come before it."""
    steps = {step.id: step for step in routine.steps}
    found: dict[str, Step] = {}
    for choice in choices:
        chosen = ChosenStep(step=choice) if isinstance(choice, str) else choice
        step = _fixed(steps[chosen.step], chosen)
        found[step.id] = replace(step, repeats=[name for name in step.repeats if name in found])
    return tuple(found.values())


def _fixed(step: Step, chosen: ChosenStep) -> Step:
    """A step with the amounts that a program states."""
    if chosen.count is not None:
        step = replace(step, repeat=step.measure.with_count(chosen.count))
    if chosen.minutes is not None and (chosen.minutes != step.minutes or step.minutes_for == "both-sides"):
        fixed = About(about=chosen.minutes, least=chosen.minutes, most=chosen.minutes)
        step = replace(step, minutes=fixed, minutes_for="one-side" if step.twice else None)
    if chosen.variants is not None:
        step = replace(step, variants=step.variants[: chosen.variants])
    if chosen.repeats is not None:
        step = replace(step, repeats=[name for name in step.repeats if name in chosen.repeats])
    return step


def name_steps(turns: Sequence[Turn], routine: Routine, timed: bool) -> list[StepChoice]:
    """The choices that reproduce the steps of a session; in one of a certain length, also their amounts."""
    return [_named(turn, routine.steps[turn.card.number - 1]) if timed else turn.step.id for turn in turns]


def _named(turn: Turn, written: Step) -> ChosenStep:
    amount, repeats = written.amounts[0], [earlier.step.id for earlier in turn.repeats]
    bare = turn.seconds - sum(map(variant_seconds, turn.step.variants))
    return ChosenStep(
        step=turn.step.id,
        minutes=round(bare / 60, 2),
        count=getattr(turn.step.measure, amount.field) if amount.bounds else None,
        variants=len(turn.step.variants) if written.variants else None,
        repeats=repeats if repeats != written.repeats else None,
    )
