"""Texts that name another side than `sides`: "the left leg" in a step on the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import FIRST_SIDES, OTHER_SIDE
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
TEXTS = ("where", "cue", "detail")
SIDE = re.compile(r"\b(left|right)\b", re.IGNORECASE)
OF_BODY = re.compile(
    r"\b(left|right) (?:(?:upper|lower|inner|outer) )?(?:side|leg|thigh|calf|shin|knee|ankle|foot|sole|heel|toe|hip"
    r"|buttock|arm|shoulder|shoulder blade|ribs|cheek|ear|temple|wrist)s?\b",
    re.IGNORECASE,
)
"""A side of the receiver; hands and elbows may be the giver's."""
FIRST = re.compile(
    r"\b(left|right)\b(?: \w+){0,2} first\b|\b(?:first|begin|start)s?(?: \w+){0,3} (left|right)\b", re.IGNORECASE
)
CLAUSE_END = re.compile(r"[,.;:!?]|\bthen\b", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?:not|never|no|your|other|lies?|lying|rolls?|turns?|looks?|stand(?:s|ing)?|sit(?:s|ting)?|kneel(?:s|ing)?|toward|towards"
    r"|away|opposite|next|later)\b",
    re.IGNORECASE,
)
"""Words of clauses about another place than the one that is worked."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text of a step that names the side on which it is not done, or not done first."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        for field in TEXTS:
            if found := _contradiction(step, routine, field, whole_text(getattr(step, field))):
                yield file.routine.warning(("steps", index, field), *found)


def _contradiction(step: Step, routine: Routine, field: str, text: str) -> tuple[str, str] | None:
    """What is wrong with the sides of a text, and the remedy."""
    named = {side.lower() for side in SIDE.findall(text)}
    only = step.sides if step.sides in OTHER_SIDE else ""
    if only and named == {OTHER_SIDE[only]} and (field == "where" or _is_worked(text)):
        problem = (
            f"The {field} of '{step.name}' names the {OTHER_SIDE[only]} side, but 'sides' says only the {only} one."
        )
        return problem, "Let both name the same side. They are the receiver's; the figure follows 'sides'."
    order = step.sides or ("" if step.once else routine.sides) or ""
    if not order or only or step.sides in ("near", "together"):
        return None
    if field == "where" and len(named) == 1 and OF_BODY.search(text):
        problem = f"The where of '{step.name}' names the {min(named)} side, but the step is done on both."
        return problem, "Leave the side out of 'where', or write 'sides: left' or 'sides: right'."
    first = FIRST_SIDES.get(order)
    if first and any(side.lower() == OTHER_SIDE[first] for found in FIRST.findall(text) for side in found if side):
        problem = (
            f"The {field} of '{step.name}' begins on the {OTHER_SIDE[first]}, but 'sides: {order}' on the {first}."
        )
        return problem, "Let both begin on the same side."
    return None


def _is_worked(text: str) -> bool:
    """Whether a clause of a text names a side of the receiver that is worked."""
    return any(OF_BODY.search(clause) and not ELSEWHERE.search(clause) for clause in CLAUSE_END.split(text))
