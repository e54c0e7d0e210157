"""Words the title of a session: a session that lacks parts of its program says what it has."""

from __future__ import annotations

from cardgen.planning.session import Session
from cardgen.wording.words import Words


def word_title(session: Session, words: Words) -> str:
    """The name of its routine or program; "From Full body: back, neck" when it lacks what makes it that."""
    if session.whole:
        return session.name
    if len(session.selection.routines) > 1 and session.name == " + ".join(session.selection.routine_names):
        return " + ".join(part.routine.name for part in session.parts)
    areas = dict.fromkeys(words.areas[part.routine.area].name.lower() for part in session.parts)
    return words.say("from_whole", whole=session.name, parts=", ".join(areas))
