"""Texts that say the opposite of the step's direction: "counterclockwise", "toward the feet", "to the middle"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from cardgen.errors import Fault
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Direction
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import OPPOSITE, clauses, step_texts

FILE_KINDS = ("routine",)
UPWARD = (
    "toe", "heel", "ankle", "calf", "knee", "thigh", "buttock", "hip", "waist", "rib", "breastbone", "shoulder", "neck",
    "chin", "skull", "forehead",
)  # fmt: skip
"""Places from the feet to the head."""
PLACES = "|".join(UPWARD)
FROM_TO = re.compile(rf"\bfrom (?:\w+ ){{0,3}}({PLACES})s? (?:\w+ ){{0,2}}(?:to|toward) (?:\w+ ){{0,3}}({PLACES})s?\b")
MOVED = r"\b(?:stroke|glide|slide|sweep|move|work|walk|roll|go|goes|all the way|straight)"
"""Words after which "down" is a way along the body, not into it."""
SAID: dict[Direction, re.Pattern[str]] = {
    "clockwise": re.compile(r"(?<!counter)(?<!counter[- ])(?<!anti)(?<!anti[- ])\bclockwise"),
    "counterclockwise": re.compile(r"\b(?:counter|anti)[- ]?clockwise"),
    "toward-head": re.compile(rf"\btowards? the (?:head|neck|shoulders?)\b|{MOVED} up\b|\bupwards?\b"),
    "toward-feet": re.compile(
        rf"\btowards? the (?:feet|foot|toes|ankles?|heels?|fingers|fingertips)\b|{MOVED} down\b|\bdownwards?\b"
    ),
    "toward-spine": re.compile(r"\btowards? the spine\b"),
    "away-from-spine": re.compile(r"\baway from the spine\b"),
    "outward": re.compile(r"\bfrom the (?:middle|center)\b|\bto the (?:edges?|rim|sides)\b"),
    "inward": re.compile(r"\bfrom the (?:edges?|rim|sides)\b|\b(?:to|towards?|into) the (?:middle|center)\b"),
}
TO_HEART: dict[Direction, re.Pattern[str]] = {
    "toward-head": re.compile(r"\btowards? the heart\b"),
    "toward-feet": re.compile(r"\baway from the heart\b"),
}
"""Ways along a limb: the heart is above it."""
LIMBS = ("legs", "feet", "arms")
AROUND: dict[Direction, re.Pattern[str]] = {
    "clockwise": re.compile(
        r"\bup (?:on |along |to )?(?:the |their )?right\b|\bdown (?:on |along |to )?(?:the |their )?left\b"
        r"|\bfrom (?:the |their )?right \w+ (?:\w+ )?up\b"
    ),
    "counterclockwise": re.compile(
        r"\bup (?:on |along |to )?(?:the |their )?left\b|\bdown (?:on |along |to )?(?:the |their )?right\b"
        r"|\bfrom (?:the |their )?left \w+ (?:\w+ )?up\b"
    ),
}
"""Ways around the front of the trunk by the receiver's sides, seen from above: the colon rises on the right."""
ELSEWHERE = re.compile(
    r"\b(?:not|never|no|without|back|return\w*|again|other|face|faces|facing|look|looks|stand|sit|lean)\b"
)
"""Words of clauses about another way than that of the stroke."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that says the opposite of the only direction of its step."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        way = _only_way(step)
        area = step.area or routine.area
        around = AROUND if area == "trunk-front" else TO_HEART if area in LIMBS else {}
        for field, text in step_texts(step) if way else ():
            said = _said(text.lower(), around)
            if way and said.keys() & {way, OPPOSITE[way]} == {OPPOSITE[way]}:
                quoted = said[OPPOSITE[way]]
                problem = f"The {field} of '{step.name}' says '{quoted}', but its direction is '{way}'."
                yield file.routine.warning(("steps", index, field), problem, "Let both say the same direction.")


def _only_way(step: Step) -> Direction | None:
    """The direction of a step that has just one, if it has an opposite."""
    ways = {way.way for action in step.actions for way in action.ways}
    return next(iter(ways & set(OPPOSITE)), None) if len(ways) == 1 else None


def _said(text: str, around: Mapping[Direction, re.Pattern[str]]) -> dict[Direction, str]:
    """The directions that a text says, with those around a place, each with its words there."""
    parts = clauses(text, ELSEWHERE)
    patterns = [*around.items(), *SAID.items()]
    found = {way: match[0] for way, pattern in patterns if (match := _first(pattern, parts))}
    for match in FROM_TO.finditer(text):
        start, end = UPWARD.index(match[1]), UPWARD.index(match[2])
        if start != end:
            found.setdefault("toward-head" if start < end else "toward-feet", match[0])
    return found


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> re.Match[str] | None:
    return next(filter(None, map(pattern.search, texts)), None)
