"""What a print must say, and all that it may say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from cardgen.planning.session import Session
from cardgen.units import Size
from cardgen.wording.words import Words, words
from tests.attack.passages import Vocabulary, Wanted, plain

PARTS = re.compile(r"(?<=[.!?;:]) |\n|; | · ")
"""Where a text may be divided into parts that are printed on their own."""
MOST_MINUTES = 3000
"""On the axis of the longest session."""
MOST_PAGES = 9
"""Of a plan."""
WHOLE_MINUTES = re.compile(r"(\d+):00")
CLOCKS = re.compile(r"\d+:\d\d(, \d+:\d\d)+")


class StepSaid(Struct, frozen=True, kw_only=True):
    """What a print says of a step."""

    number: str
    title: str
    heads: tuple[str, ...] = ()
    """How its passages begin, as plain texts; none where it is a row of a table."""
    notes: tuple[str, ...] = ()
    """How other texts about it begin, as plain texts."""
    texts: tuple[Wanted, ...]
    """What is in them, each in a place of its own."""
    more: tuple[Wanted, ...] = ()
    """What is in them, maybe as a part of another text."""
    alike: tuple[Wanted, ...] = ()
    """What is in those of all steps, or of none, each at its place in the order."""
    card: str = ""
    """The name of its card, on the page of a booklet."""
    together: tuple[str, ...] = ()
    """Texts that are printed one after another, or not at all: a label, a number and a title."""
    if_room: str = ""
    """What is left out of a step where `beside` leaves no room for it."""
    beside: str = ""
    instead: tuple[str, ...] = ()
    """Of which one may take the room."""


class Said(Struct, frozen=True, kw_only=True):
    """What a print says."""

    steps: list[StepSaid]
    again: list[StepSaid] = []
    """What the pages with this heading say about steps once more, and about steps that are only there."""
    again_below: str = ""
    example_below: str = ""
    """The heading above a step that is shown as an example."""
    others: list[Wanted]
    """In addition to what is said about steps, each as often as it is here."""
    anywhere: list[Wanted] = []
    """Anywhere, maybe as a part of another text."""
    alike: list[list[tuple[Wanted, Wanted]]] = []
    """Groups of texts, each next to a name: where a side has most of a group next to their names, it has all."""
    minutes: list[tuple[Wanted, str]] = []
    """At the ends of table rows with these names, in tables with a column for them."""
    minutes_below: str = ""
    """The heading of that column."""
    either: list[list[Wanted]] = []
    """Groups of texts: of one group all are printed."""
    map_key: str = ""
    """What a map of the body explains, where there is one."""
    on_map: frozenset[str] = frozenset()
    """What need not be said where there is a map."""
    vocabulary: Vocabulary
    """All texts that may be on it."""
    name: str = ""
    """Of the routine, at the foot of fronts without steps; empty where other texts may take its room."""
    letters: tuple[str, ...]
    """Of the routine, one below the other, on every side of a card and every page of steps."""
    size: Size = Size(0, 0)
    """Of a card or a page."""
    marks: list[str] | None = None
    """The revisions of cards, each of which a front shows; None for pages."""
    schedule: list[Wanted] | None = None
    """Lines on the back cover of a booklet, which has all of them or none; None for other prints."""
    bars: list[tuple[int, int]] = []
    """The steps along a timeline, each with its seconds; the longer ones have their numbers."""
    spans: Counter[str] = Counter()
    """The letters above a timeline."""
    sites: frozenset[str] = frozenset()
    """The cards of steps that a map of the body has, if there is one."""


def may_say(value: Any, letters: str, marks: list[str], session: Session, language: str) -> Vocabulary:
    """All texts that a print may have: those of its wording, letters, marks, and numbers."""
    more = (*letters, *marks, *_progress(session, words(language)), *_page_numbers(words(language)))
    own = {plain(text) for text in _parts([*_strings(value), *more])}
    return Vocabulary((own | _usual(language)) - {""})


@cache
def _usual(language: str) -> frozenset[str]:
    """The words of a language, and numbers of pages and minutes, as plain texts."""
    return frozenset(map(plain, _parts([*_strings(words(language)), *map(str, range(MOST_MINUTES))])))


def _strings(value: Any) -> Iterator[str]:
    """All texts in a value of the wording."""
    match value:
        case str():
            yield value
        case Struct():
            yield from _strings([getattr(value, name) for name in value.__struct_fields__])
        case dict():
            yield from _strings(list(value.values()))
        case list() | tuple() | frozenset():
            for item in value:
                yield from _strings(item)


def _parts(texts: list[str]) -> Iterator[str]:
    """Texts, and the parts of them that may be printed alone; of a clock also its minutes."""
    for text in texts:
        yield text
        yield from PARTS.split(text)
        yield from WHOLE_MINUTES.findall(text)
        if CLOCKS.fullmatch(text):
            yield from text.split(", ")


def _page_numbers(words: Words) -> Iterator[str]:
    """The pages of a plan."""
    for count in range(2, MOST_PAGES + 1):
        yield from (words.say("page_of", number=str(page), count=str(count)) for page in range(1, count + 1))


def _progress(session: Session, words: Words) -> Iterator[str]:
    """How far a routine has come."""
    for part in session.parts:
        total = len(part.routine.steps)
        yield from (words.say("progress", step=step, steps=total) for step in range(1, total + 1))
