"""The places on the body where the steps of a session work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cardgen.places import usual_drawing
from cardgen.places.step_sides import first_side
from cardgen.planning.session import Session, Turn
from cardgen.wording.deck import Site
from cardgen.wording.facts import tab_of
from cardgen.wording.words import Words


def session_sites(session: Session, words: Words) -> Iterator[Site]:
    """The place of each step of a session, in its order."""
    for part in session.parts:
        for turn in part.turns:
            position = turn.step.position or part.routine.position
            first = first_side(turn.step, part.routine)
            drawing, is_known = turn.step.drawing, True
            if drawing is None:
                usual = usual_drawing.usual_drawing(turn.step, part.routine)
                drawing, is_known = usual.drawing, usual.is_located
            tab = tab_of(part.routine, words, turn.area)
            yield Site(turn.card, drawing, position, tab, first, is_known)


def describe_body(turns: Iterable[Turn], words: Words) -> str:
    """A body with the areas that the steps work on, as an alternative text."""
    areas = dict.fromkeys(words.areas[turn.area].name for turn in turns)
    return words.say("body_worked", areas=", ".join(areas))
