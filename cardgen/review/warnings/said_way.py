"""Texts that give a different direction than the step does: "toward the feet", "never toward the heart"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from cardgen.errors import Fault
from cardgen.model.routine import Step
from cardgen.model.vocabulary import Direction
from cardgen.reading.word_patterns import FoundWords, WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import CLAUSE_END, OPPOSITE, TEXTS, clauses, texts_about

FILE_KINDS = ("routine",)
UPWARD = (
    "toe", "heel", "ankle", "calf", "knee", "thigh", "buttock", "hip", "waist", "rib", "breastbone", "shoulder", "neck",
    "chin", "skull", "forehead",
)  # fmt: skip
"""Places from the feet to the head."""
PLACES = "|".join(UPWARD)
FROM_TO = WordPattern(
    rf"\bfrom (?:\w+ ){{0,4}}({PLACES})s? (?:\w+ ){{0,2}}(?:to|toward) (?:\w+ ){{0,3}}({PLACES})s?\b", ("from ",)
)
MOVED = r"\b(?:stroke|glide|slide|sweep|move|work|walk|roll|go|goes|all the way|straight)"
"""Words after which "down" is a way along the body, not into it."""
RIM = ("middle", "center", "edge", "rim", "sides")
HEART = ("heart", "distal")
SIDES = ("left", "right")
SAID: dict[Direction, WordPattern] = {
    "clockwise": WordPattern(
        r"(?<!counter)(?<!counter[- ])(?<!anti)(?<!anti[- ])\bclockwise|\bwith the clock\b", ("clock",)
    ),
    "counterclockwise": WordPattern(r"\b(?:counter|anti)[- ]?clockwise|\bagainst the clock\b", ("clock",)),
    "toward-head": WordPattern(
        rf"\btowards? the (?:head|neck|shoulders?)\b|{MOVED} up\b|\bupwards?\b", ("toward", "up")
    ),
    "toward-feet": WordPattern(
        rf"\btowards? the (?:feet|foot|toes|ankles?|heels?|fingers|fingertips)\b|{MOVED} down\b|\bdownwards?\b",
        ("toward", "down"),
    ),
    "toward-spine": WordPattern(r"\btowards? the spine\b", ("spine",)),
    "away-from-spine": WordPattern(r"\baway from the spine\b", ("spine",)),
    "outward": WordPattern(r"\bfrom the (?:middle|center)\b|\bto the (?:edges?|rim|sides)\b", RIM),
    "inward": WordPattern(r"\bfrom the (?:edges?|rim|sides)\b|\b(?:to|towards?|into) the (?:middle|center)\b", RIM),
}
LIMB = (
    r"(?:the|their|each|both) (?:(?:lower|upper|whole|back of the) )?"
    r"(?:legs?|calf|calves|thighs?|shins?|arms?|forearms?)\b"
)
START = r"^\s*(?:\w+ly )?(?:all the way )?"
"""Where a clause begins with the way itself: not "look down the leg"."""
FAR_END = r"(?:foot|feet|toes|heels?|ankles?|wrists?|hands?|fingers|fingertips)\b"
TO_HEART: dict[Direction, WordPattern] = {
    "toward-head": WordPattern(r"\btowards? the heart\b|\bdistal to proximal\b", HEART),
    "toward-feet": WordPattern(r"\baway from the heart\b|\bproximal to distal\b", HEART),
}
"""Ways along a limb, or its far end: the heart is above it."""
ALONG_LIMB: dict[Direction, WordPattern] = {
    "toward-head": WordPattern(rf"{TO_HEART['toward-head'].pattern}|{START}up (?:along )?{LIMB}", (*HEART, "up ")),
    "toward-feet": WordPattern(
        rf"{TO_HEART['toward-feet'].pattern}|{START}down (?:along )?{LIMB}"
        rf"|{START}down to the {FAR_END}|{START}to the {FAR_END}\s*$"
        r"|\bfrom the top (?:of (?:\w+ ){1,2})?to the bottom\b",
        (*HEART, "down ", "to the "),
    ),
}
"""Ways along the rest of a limb, which is above its far end."""
LIMBS = ("legs", "feet", "arms")
AROUND: dict[Direction, WordPattern] = {
    "clockwise": WordPattern(
        r"\bup (?:on |along |to )?(?:the |their )?right\b|\bdown (?:on |along |to )?(?:the |their )?left\b"
        r"|\bfrom (?:the |their )?right \w+ (?:\w+ )?up\b",
        SIDES,
    ),
    "counterclockwise": WordPattern(
        r"\bup (?:on |along |to )?(?:the |their )?left\b|\bdown (?:on |along |to )?(?:the |their )?right\b"
        r"|\bfrom (?:the |their )?left \w+ (?:\w+ )?up\b",
        SIDES,
    ),
}
"""Ways around the front of the trunk by the receiver's sides, seen from above: the colon rises on the right."""
ELSEWHERE = WordPattern(
    r"\b(?:not|never|no|without|back|return\w*|again|other|face|faces|facing|look|looks|stand|sit|lean)\b"
)
"""Words of clauses that are not about the direction of the stroke."""

FOOT_OR_HAND = WordPattern(r"\b(?:foot|feet|soles?|toes?|insteps?|heels?|hands?|palms?|fingers?|wrists?|ankles?)\b")
"""Places at the far end of a limb: from there, "to the ankle" is up."""
REFUSING = WordPattern(
    r"\s*(?:never|not|do not|don['’]t) (?P<rest>(?:(?:stroke|glide|slide|sweep|move|work|go) )?(?P<way>.*))"
)
"""A clause that forbids a way, with a verb or without, and nothing else."""
RULING = WordPattern(
    r"^(?!.*\b(?:light|less|press|soft|gent))(?:.*\b(?:only|always|never|not|stroke|glide)\b|.*n['’]t\b|\s*towards?\b|\s*away\b)"
)
"""A clause of a caution about the way of the strokes, not their pressure: not "lighter toward the feet"."""
REMEDY = "Make both say the same direction."


BARE: dict[Direction, str] = {
    "toward-head": "up(?:wards?)?", "toward-feet": "down(?:wards?)?",
    "inward": "in(?:wards?)?", "outward": "out(?:wards?)?",
}  # fmt: skip
"""Words that say a way alone, as an author's own name for a direction."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that contradicts the only direction of its step, or the direction that it words."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        around = _around(step, step.area or routine.area)
        if way := _only_way(step):
            for said in texts_about(step, index, routine, (*TEXTS, "caution")):
                text = said.text if said.place[-1] in TEXTS else _ruling(said.text)
                if quoted := _contradiction(text.lower(), way, around):
                    problem = f"{said.owner} says '{quoted}', but {said.fact('direction')} is '{way}'."
                    yield file.routine.warning(said.place, problem, REMEDY)
        for worded, text in _words_for_ways(step):
            opposite = BARE.get(OPPOSITE[worded], "")
            bare = re.fullmatch(rf"(?:straight |all the way )?(?:{opposite})", text.lower()) if opposite else None
            if quoted := bare[0] if bare else _contradiction(text.lower(), worded, around):
                problem = f"The words for a direction of '{step.name}' say '{quoted}', but it is '{worded}'."
                yield file.routine.warning(("steps", index, "direction"), problem, REMEDY)


def _around(step: Step, area: str) -> Mapping[Direction, WordPattern]:
    """Other words for a way in a body area."""
    if area == "trunk-front":
        return AROUND
    if area not in LIMBS:
        return {}
    return TO_HEART if FOOT_OR_HAND.search(step.where) else ALONG_LIMB


def _ruling(caution: str) -> str:
    """The clauses of a caution that say which way to stroke."""
    return ";".join(filter(RULING.search, CLAUSE_END.split(caution)))


def _words_for_ways(step: Step) -> Iterator[tuple[Direction, str]]:
    """Each direction with an opposite, with the author's own words for it."""
    for action in step.actions:
        for way in action.ways:
            for text in (way.say, way.note) if way.way in OPPOSITE else ():
                yield way.way, text or ""


def _contradiction(text: str, way: Direction, around: Mapping[Direction, WordPattern]) -> str:
    """The words of a text that say the opposite of a direction, or forbid the direction itself; empty if none do."""
    said = _said(text, around)
    if said.keys() & {way, OPPOSITE[way]} == {OPPOSITE[way]}:
        return said[OPPOSITE[way]]
    patterns = [patterns[way] for patterns in (around, SAID) if way in patterns]
    for clause in CLAUSE_END.split(text):
        if (refused := REFUSING.fullmatch(clause)) and any(
            pattern.fullmatch(refused[part].strip()) for pattern in patterns for part in ("rest", "way")
        ):
            return clause.strip()
    return ""


def _only_way(step: Step) -> Direction | None:
    """The direction of a step that has just one, if it has an opposite."""
    ways = {way.way for action in step.actions for way in action.ways}
    return next(iter(ways & set(OPPOSITE)), None) if len(ways) == 1 else None


def _said(text: str, around: Mapping[Direction, WordPattern]) -> dict[Direction, str]:
    """The directions that a text says, with those around a place, each with its words there."""
    parts = clauses(text, ELSEWHERE)
    patterns = [*around.items(), *SAID.items()]
    found = {way: match[0] for way, pattern in patterns if (match := _first(pattern, parts))}
    for match in FROM_TO.finditer(text):
        start, end = UPWARD.index(match[1]), UPWARD.index(match[2])
        if start != end:
            found.setdefault("toward-head" if start < end else "toward-feet", match[0])
    return found


def _first(pattern: WordPattern, texts: Iterable[str]) -> FoundWords | None:
    return next(filter(None, map(pattern.search, texts)), None)
