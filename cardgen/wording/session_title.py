"""Words the title of a session: a session that lacks parts of its program says what it has."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.planning.session import Session
from cardgen.wording.words import Words

LONGEST_TITLE = 80
"""The most characters of several names in a title; a title card, a cover, and a plan have room for these."""


def word_title(session: Session, words: Words) -> str:
    """The name of its routine or program; "From Full body: back, neck" when it lacks what makes it that."""
    several = len(session.selection.routines) > 1 and session.name == " + ".join(session.selection.routine_names)
    if session.whole and not several:
        return session.name
    if several:
        return _join([part.routine.name for part in session.parts], words)
    areas = dict.fromkeys(words.areas[part.routine.area].name.lower() for part in session.parts)
    return words.say("from_whole", whole=session.name, parts=", ".join(areas))


def _join(names: Sequence[str], words: Words) -> str:
    """All names if the title has room for them, else the first ones and how many more there are."""
    joined, count = " + ".join(names), len(names)
    while len(joined) > LONGEST_TITLE and count > 1:
        count -= 1
        joined = " + ".join([*names[:count], words.say("more_routines", count=str(len(names) - count))])
    return joined
