"""Walks sessions of all routines, programs and pairs at every minute: `python -m tests.planning.walk`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.model.vocabulary import MOST_SESSION
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.doses import usual_seconds
from cardgen.planning.planner import least_minutes, plan
from cardgen.planning.session import Session
from cardgen.planning.tempos import least_useful_seconds

NAMES = [*((name,) for name in (*routines(), *programs())), *combinations(routines(), 2)]
UNFILLED = 0.1
"""The part of a session that may stay empty, unless what comes next needs more than that at once."""


def walk(names: Sequence[str], apart: int = 1) -> Iterator[tuple[int, list[str]]]:
    """The faults of the sessions of a selection, every `apart` minutes from the least to the most."""
    selection = load_selection(names)
    before: Session | None = None
    for minutes in range(least_minutes(selection), MOST_SESSION + 1, apart):
        session = plan(selection, minutes=minutes)
        yield minutes, [*faults_of(session, selection), *(lost(before, session) if before else ())]
        before = session


def faults_of(session: Session, selection: Selection) -> Iterator[str]:
    """What is wrong with a session."""
    if not session.whole:
        yield "its name is not true"
    if session.seconds > 60 * session.asked:
        yield "too long"
    if session.seconds < (1 - UNFILLED) * 60 * session.asked and session.grows_at:
        yield "unfilled"
    if 4 * again(session) > sum(slot.seconds for slot in session.slots if slot.turn) + 1:
        yield "more than a quarter is done again"
    for part in session.parts:
        steps = part.routine.steps
        if part.turns[0].step.id != steps[0].id or part.turns[-1].step.id != steps[-1].id:
            yield f"{part.routine.name} does not open or close"
        done = [turn.step.id for turn in part.turns]
        for turn in part.turns:
            if not all(one.step.id in done for one in turn.repeats):
                yield f"{turn.step.name} repeats what is not there"
            whole = next(step for step in steps if step.id == turn.step.id)
            usual, useful = usual_seconds(whole, turn.area), least_useful_seconds(whole.technique, turn.area)
            if turn.seconds < min(usual, useful):
                yield f"{turn.step.name} is too short to do any good"
        sides = [[slot.turn for slot in session.slots if slot.turn in part.turns and slot.run == run] for run in (0, 1)]
        if part.passes == 2 and sides[0] != sides[1]:
            yield f"{part.routine.name} treats the sides differently"


def again(session: Session) -> int:
    """Seconds of steps that are done again, in routines whose authors leave it to the program."""
    shorter = [turn for turn in session.turns if turn.step.again == "shorter"]
    return sum((2 if turn.step.twice else 1) * one.seconds for turn in shorter for one in turn.repeats)


def lost(shorter: Session, longer: Session) -> Iterator[str]:
    """What the shorter session has and the longer one does not."""
    more = {str(turn.card): turn for turn in longer.turns}
    for turn in shorter.turns:
        if str(turn.card) not in more or more[str(turn.card)].total < turn.total:
            yield f"{turn.card} loses time"
    if {part.routine.name for part in shorter.parts} - {part.routine.name for part in longer.parts}:
        yield "a part is lost"


def main() -> None:
    """Print how many sessions were looked at, and every kind of fault with its number."""
    sessions, found, places = 0, Counter[str](), list[str]()
    for names in NAMES:
        for minutes, faults in walk(names):
            sessions += 1
            found.update(faults)
            places += [f"{'+'.join(names)} {minutes}: {', '.join(faults)}"] if faults else []
    print(*places, f"{sessions} sessions of {len(NAMES)} selections; faults: {dict(found) or 'none'}.", sep="\n")


if __name__ == "__main__":
    main()
