"""Texts that say the opposite of the step's direction: "counterclockwise", "toward the feet"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.prose import whole_text
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Direction
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
TEXTS = ("where", "cue", "detail")
OPPOSITE: dict[Direction, Direction] = {
    "clockwise": "counterclockwise",
    "counterclockwise": "clockwise",
    "toward-head": "toward-feet",
    "toward-feet": "toward-head",
}
UPWARD = (
    "toe", "heel", "ankle", "calf", "knee", "thigh", "hip", "waist", "rib", "breastbone", "shoulder", "neck", "skull",
    "forehead",
)  # fmt: skip
"""Places from the feet to the head."""
PLACES = "|".join(UPWARD)
FROM_TO = re.compile(rf"\bfrom (?:\w+ ){{0,3}}({PLACES})s? (?:\w+ ){{0,2}}(?:to|toward) (?:\w+ ){{0,3}}({PLACES})s?\b")
SAID: dict[Direction, re.Pattern[str]] = {
    "clockwise": re.compile(r"(?<!counter)(?<!counter[- ])(?<!anti)(?<!anti[- ])\bclockwise"),
    "counterclockwise": re.compile(r"\b(?:counter|anti)[- ]?clockwise"),
    "toward-head": re.compile(r"\btowards? the (?:head|neck|shoulders?)\b"),
    "toward-feet": re.compile(r"\btowards? the (?:feet|foot|toes|ankles?|heels?)\b"),
}
CLAUSE_END = re.compile(r"[,.;:!?]|\bthen\b")
ELSEWHERE = re.compile(
    r"\b(?:not|never|no|without|back|return\w*|again|other|face|faces|facing|look|looks|stand|sit|lean)\b"
)
"""Words of clauses about another way than that of the stroke."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that says the opposite of the only direction of its step."""
    for index, step in enumerate(file.routine.model.steps):
        way = _only_way(step)
        for field in TEXTS if way else ():
            said = _said(whole_text(getattr(step, field)).lower())
            if way and said == {OPPOSITE[way]}:
                problem = f"The {field} of '{step.name}' says '{OPPOSITE[way]}', but its direction is '{way}'."
                yield file.routine.warning(("steps", index, field), problem, "Let both say the same direction.")


def _only_way(step: Step) -> Direction | None:
    """The direction of a step that has just one, if it has an opposite."""
    ways = {way.way for action in step.actions for way in action.ways}
    return next(iter(ways & set(OPPOSITE)), None) if len(ways) == 1 else None


def _said(text: str) -> set[Direction]:
    """The directions that a text says."""
    clauses = [clause for clause in CLAUSE_END.split(text) if not ELSEWHERE.search(clause)]
    said = {way for way, pattern in SAID.items() if any(map(pattern.search, clauses))}
    ends = [(UPWARD.index(start), UPWARD.index(end)) for start, end in FROM_TO.findall(text)]
    return said | {_way_between(start, end) for start, end in ends if start != end}


def _way_between(start: int, end: int) -> Direction:
    return "toward-head" if start < end else "toward-feet"
