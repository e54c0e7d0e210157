"""What there is to choose from: the steps that may be done and the ways to do them, as the search sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Keep
from cardgen.planning.choice import Chosen, Item, Option, Part, least, worth
from cardgen.planning.selection import Entry
from cardgen.planning.session import LeftOut, stands
from cardgen.planning.timing import Dose, apply_dose, changeover, doses, on_sides, tempos

MUST = ("opening", "core", "closing")
RANKS = ("extra", "detail", "core")


class Candidate(Struct, frozen=True):
    """A step that may be in the session, and the ways to do it."""

    step: Step
    area: str
    keep: Keep
    doses: Sequence[Dose]


class Wanted(Struct, frozen=True):
    """The steps of one routine that may be in the session."""

    entry: Entry
    candidates: Sequence[Candidate]

    @property
    def routine(self) -> Routine:
        return self.entry.routine


Done = tuple[Step, str, int]
"""A step as it is done, its area, and its seconds on one side."""


def by_hand(
    entries: Sequence[Entry], steps: frozenset[int] | None, without: frozenset[int]
) -> tuple[list[Wanted], list[LeftOut]]:
    """The steps that are wanted, routine by routine, and those that are not; UserError for a number there is not."""
    count = sum(len(entry.routine.steps) for entry in entries)
    if outside := sorted(number for number in (steps or frozenset()) | without if not 1 <= number <= count):
        names = " + ".join(f"'{entry.routine.name}'" for entry in entries)
        problem = f"{names} has no step {', '.join(map(str, outside))}."
        raise UserError(Fault(problem, f"Its steps are 1 to {count}."))
    wanted: list[Wanted] = []
    unwanted: list[LeftOut] = []
    first = 1
    for entry in entries:
        numbered = list(enumerate(entry.routine.steps, first))
        first += len(numbered)
        kept = [step for n, step in numbered if (steps is None or n in steps) and n not in without]
        unwanted += [LeftOut(step.name, "hand") for _, step in numbered if step not in kept]
        if kept:
            wanted.append(Wanted(entry, _candidates(entry.routine, kept)))
    if not wanted:
        raise UserError(Fault("No step is left.", "Leave out fewer steps."))
    return wanted, unwanted


def _candidates(routine: Routine, steps: Sequence[Step]) -> list[Candidate]:
    """Steps with what a short session does with them: without an opening the first one is it, and so at the end.

    Only what must stay is ever done less than usual: the rest goes before that.
    """
    keeps = [step.keep for step in steps]
    if "opening" not in keeps:
        keeps[0] = "opening"
    if "closing" not in keeps and len(keeps) > 1:
        keeps[-1] = "closing"
    found = []
    for step, keep in zip(steps, keeps, strict=True):
        area = step.area or routine.area
        ways = [dose for dose in doses(step, area) if keep in MUST or dose.seconds >= dose.usual]
        found.append(Candidate(step, area, keep, ways))
    return found


def part_of(wanted: Wanted, scale: float) -> Part:
    """A routine for the search; `scale` stretches the minutes that a program gives it."""
    routine = wanted.routine
    part = Part(
        items=tuple(_items(wanted)),
        passes=2 if routine.sides else 1,
        between=tempos().change_side,
        rank=RANKS.index(wanted.entry.keep),
    )
    if wanted.entry.minutes is None:
        return part
    return part.limited(max(shortest(part), round(60 * scale * wanted.entry.minutes)))


def shortest(part: Part) -> int:
    """Seconds that a part takes at least."""
    return part.passes * least(part.items, changeover) + part.between * (part.passes - 1)


def _items(wanted: Wanted) -> Iterator[Item]:
    places = {candidate.step.id: index for index, candidate in enumerate(wanted.candidates)}
    for candidate in wanted.candidates:
        step = candidate.step
        yield Item(
            options=tuple(_option(candidate, dose) for dose in candidate.doses),
            must=candidate.keep in MUST,
            stands=stands(step, wanted.routine),
            repeats=tuple(places[name] for name in step.repeats if name in places),
            again=2 if step.twice else 1,
        )


def _option(candidate: Candidate, dose: Dose) -> Option:
    """A dose, and what it is worth: up to the usual amount by what the step is, beyond that little."""
    level = candidate.keep if candidate.keep in ("detail", "extra") else "usual"
    usual = min(dose.seconds, dose.usual)
    gain = worth(level, usual) + worth("more", dose.seconds - usual)
    return Option(on_sides(candidate.step, dose.seconds), gain)


def as_done(wanted: Wanted, options: Chosen) -> Iterator[Done]:
    """The steps that are kept, as they are done."""
    for candidate, option in zip(wanted.candidates, options, strict=True):
        if option is not None:
            dose = candidate.doses[option]
            yield apply_dose(candidate.step, dose), candidate.area, dose.seconds


def dropped(wanted: Wanted, options: Chosen | None) -> Iterator[LeftOut]:
    """What there is no time for."""
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
