"""Titles of phases that give a different direction or pressure than the phase: "Up firmly" for `pressure: light`."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.action import Action
from cardgen.model.routine import Phase, Step
from cardgen.model.vocabulary import LEVELS, Direction
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import OPPOSITE

FILE_KINDS = ("routine",)
WAYS: dict[Direction, WordPattern] = {
    "toward-head": WordPattern(r"\bup(?:wards?)?\b"),
    "toward-feet": WordPattern(r"\bdown(?:wards?)?\b"),
    "outward": WordPattern(r"\b(?:out|outwards?)\b"),
    "inward": WordPattern(r"\b(?:in|inwards?)\b"),
    "clockwise": WordPattern(r"(?<!counter)(?<!counter[- ])(?<!anti)(?<!anti[- ])\bclockwise\b"),
    "counterclockwise": WordPattern(r"\b(?:counter|anti)[- ]?clockwise\b"),
}
"""The words in which a title of a word or two gives a direction."""
LEVEL = WordPattern(rf"\b({'|'.join(LEVELS[1:])})(?:ly)?\b")


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each title of a phase that contradicts what the phase says, or what the step says of it."""
    for index, step in enumerate(file.routine.model.steps):
        for number, phase in enumerate(step.phases):
            place = ("steps", index, "phases", number, "do")
            if said := _other_way(phase, step):
                problem = f"'{phase.do}' of '{step.name}' says '{said[0]}', but its direction is '{said[1]}'."
                yield file.routine.warning(place, problem, "Make both say the same direction.")
            if said := _other_level(phase, step):
                problem = f"'{phase.do}' of '{step.name}' says '{said[0]}', but its pressure is '{said[1]}'."
                yield file.routine.warning(place, problem, "Make both say the same pressure.")


def _other_way(phase: Phase, step: Step) -> tuple[str, str] | None:
    """The words for the opposite of the only direction of a phase, and that direction."""
    ways = {way.way for way in _said_by(phase, step, "ways").ways}
    way = ways.pop() if len(ways) == 1 else None
    if way is None or way not in WAYS or WAYS[way].search(phase.do):
        return None
    found = WAYS[OPPOSITE[way]].search(phase.do)
    return (found[0], way) if found else None


def _other_level(phase: Phase, step: Step) -> tuple[str, str] | None:
    """The word for a level that is none of a phase's, and its lightest level."""
    force = _said_by(phase, step, "force").force
    levels = [LEVELS.index(level) for level in force.levels] if force else []
    found = LEVEL.search(phase.do)
    if not (found and levels) or min(levels) <= LEVELS.index(found[1].lower()) <= max(levels):
        return None
    return found[0], LEVELS[min(levels)]


def _said_by(phase: Phase, step: Step, name: str) -> Action:
    """The phase, if it says this itself; otherwise its step."""
    return phase if getattr(phase, name) else step
