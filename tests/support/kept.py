"""Sessions and their prints that many tests look at: a process makes each of them once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, TypeVar

from cardgen.library.loading import load_selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck

Made = TypeVar("Made")
MOST = 200
"""Prints that are kept; those made first are let go first."""


@cache
def session_of(*names: str, length: SessionLength | None = None) -> Session:
    """A session of routines and programs that ship; it is always the same object, so prints of it can be kept."""
    return plan(load_selection(list(names)), length=length)


def kept(make: Callable[..., Made]) -> Callable[..., Made]:
    """Let a function remember what it made of a session and texts.

    Two sessions that are equal are two here: comparing them would take as long as many a print.
    """
    made: dict[tuple[Any, ...], tuple[Session, Made]] = {}

    @wraps(make)
    def remember(session: Session, *how: Any) -> Made:
        key = (id(session), *how)
        if key not in made:
            if len(made) >= MOST:
                del made[next(iter(made))]
            made[key] = (session, make(session, *how))  # a session that is kept keeps its id
        return made[key][1]

    return remember


deck_of = kept(word_deck)
"""The words of the cards of a session."""
