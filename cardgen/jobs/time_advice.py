"""Advice about a session that is much shorter than the time asked for."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cardgen.errors import UserError
from cardgen.library.finding import routines
from cardgen.library.loading import load_file
from cardgen.planning import growth
from cardgen.planning.planner import least_minutes
from cardgen.planning.session import Session
from cardgen.wording.noted_conditions import rules_out
from cardgen.wording.times import whole_minutes
from cardgen.wording.words import ENGLISH, words

MOST_PROPOSED = 2
MOST_EMPTY = 5
"""The most minutes of a long session that may stay empty without advice, when every step is at its longest."""


def time_advice(session: Session, routines_folder: str | None) -> Iterator[str]:
    """The advice that the session is much shorter than the time asked for, with routines to add."""
    if session.asked is None:
        return
    taken = whole_minutes(session.seconds)
    left = session.asked - taken
    most = growth.UNFILLED * session.asked
    if left <= (most if session.grows_at is not None else min(most, MOST_EMPTY)):
        return
    takes = f"The session takes {taken} of the {session.asked} minutes"
    if session.grows_at is not None:
        yield f"{takes}; with {session.grows_at} minutes, it can include more."
        return
    own = Path(routines_folder) if routines_folder else None
    names = list(islice(_fitting(session, left, own), MOST_PROPOSED))
    yield f"{takes}: every step is at its maximum. To fill the time, add {' or '.join(names) or 'another routine'}."


def _fitting(session: Session, minutes: int, own: Path | None) -> Iterator[str]:
    """Names of routines for other areas that fit, for a receiver who stays as in the last one."""
    worked = {part.routine.area for part in session.parts}
    for name, path in routines(own).items():
        try:
            loaded = load_file(path, own)
        except UserError:
            continue
        routine = loaded.routines[0].model
        suits = routine.area not in worked and routine.position == session.positions[-1]
        suits = suits and not rules_out(session.recipient.notes, routine, words(ENGLISH))
        if suits and least_minutes(loaded.selection) <= minutes:
            yield name
