"""Texts that name a different side than `sides` or `once` does: "the left leg" in a step on the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from cardgen.errors import Fault, shorten
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import FIRST_SIDES, ORDERED_SIDES, OTHER_SIDE
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import FoundWords, WordPattern
from cardgen.review.placed_texts import note_texts
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import CLAUSE_END, clauses, owner_of, step_texts, texts_about
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
SIDES = ("left", "right")
SIDE = WordPattern(r"\b(left|right)\b", SIDES)
OF_BODY = WordPattern(
    r"\b(left|right) (?:(?:upper|lower|inner|outer) )?(?:side|leg|thigh|calf|shin|knee|ankle|foot|sole|heel|toe|hip"
    r"|buttock|arm|shoulder|shoulder blade|ribs|cheek|ear|temple|wrist)s?\b",
    SIDES,
)
"""A side of the receiver; hands and elbows may be the giver's."""
IN_PLACE = WordPattern(r"\b(left|right) (?!of\b|to\b|and\b|or\b|first\b)[a-z]+", SIDES)
"""A side in the words for a place, which is always on the receiver."""
IN_TITLE = WordPattern(rf"{OF_BODY.pattern}|\((?:left|right)\)|\b(?:left|right)$", SIDES)
"""A side in a title: "Stroke the low back (left)"."""
TITLES = {"name": IN_TITLE, "where": IN_PLACE}
"""The short texts of a step, and how each names a side of the receiver."""
FIRST = WordPattern(
    r"\b(left|right)\b(?: \w+){0,2} first\b|\b(?:first|begin|start)s?(?: \w+){0,3} (left|right)\b", SIDES
)
ELSEWHERE = WordPattern(
    r"\b(?:not|never|no|your|other|lies?|lying|rolls?|turns?|looks?|stand(?:s|ing)?|sit(?:s|ting)?|kneel(?:s|ing)?|toward|towards"
    r"|away|opposite|next|later)\b"
)
"""Words of clauses that are not about the place that is worked on."""


EACH = WordPattern(r"\b(?:on|for|with) each (?:leg|arm|foot|side|calf|thigh|shoulder)\b|\bboth (?!sides? of)\w+s\b")
"""Both of the receiver's."""
OWN_HANDS = WordPattern(r"\bboth (?:your )?(?:hands|thumbs|palms|fists|elbows|forearms|knees|feet|arms)\b")
"""Both of the giver's."""
AT_ONCE = WordPattern(r"\bboth \w+ (?:at the same time|at once|together)\b|\bsimultaneously\b")
WHOLE_SIDE = r"(?:the |their )?(?P<side>left|right)(?: (?P<limb>side|leg|arm|foot|hand))?"
FORBIDDEN = WordPattern(
    r"\s*(?:(?:not(?: done)?|never|nothing|no massage|do not (?:work|massage)|don['’]t (?:work|massage)) on"
    rf"|leave out|skip|keep off|stay off|avoid) {WHOLE_SIDE}\s*",
    SIDES,
)
"""A clause that forbids all of a side."""
ONE_SIDE = WordPattern(r"(?:on )?(?:the )?(?:left|right)(?: (?:side|leg|arm|foot))?")
"""The title of a phase that is one side."""
ALLOWED_AFTER = WordPattern(rf"\s*(?:on )?{WHOLE_SIDE} (?:only|alone)\s*", SIDES)
ALLOWED = WordPattern(rf"\s*(?:only|just|nothing but) (?:on )?{WHOLE_SIDE}\s*", SIDES)
"""Clauses that allow one side, and with that forbid the other."""
CONDITION = WordPattern(r"\b(?:if|when|where|with|unless|until|while|after|in case|for)\b")
AREA_LIMBS = {"legs": "leg", "arms": "arm", "feet": "foot"}
SAME_WAY = "Make both mean the same: 'each' is one side, then the other; 'together' is both at once."
GOING_ON = WordPattern(r"\b(?:now|next|go on|continue)\b")
IN_TURN = WordPattern(r"\bfirst (?:the )?(left|right)\b.*\bthen (?:the )?(?:left|right|other)\b")


class WorkedSides(Struct, frozen=True):
    """The sides on which a step is done."""

    only: str
    """The only one; empty for both, or if it is not known."""
    key: str
    """What says that it is the only one: "sides: left"."""
    order: str
    """One side after the other: `each`, or which of them is first; empty for anything else."""
    in_turn: bool
    """Whether it is done on one side, then on the other."""
    together: bool
    """Whether it is done on both at once."""
    one: str
    """How to write that a step is done on one side."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text of a step that names the side on which it is not done, or not done first."""
    routine = file.routine.model
    for place, problem in _other_order(routine):
        yield file.routine.warning(place, problem, "Make both begin on the same side; cards and times follow 'sides'.")
    yield from _other_title(file)
    for index, step in enumerate(routine.steps):
        sides = _worked_sides(step, routine)
        for field, text in step_texts(step):
            for said, remedy in islice(_contradictions(sides, field, text), 1):
                yield file.routine.warning(("steps", index, field), f"{owner_of(step, field)} {said}", remedy)
        for number, phase in enumerate(step.phases if sides.in_turn else ()):
            if ONE_SIDE.fullmatch(phase.do):
                problem = f"'{phase.do}' of '{step.name}' names one side, but the step is done on each of the two."
                remedy = "Write a step for each side instead, with 'sides: left' and 'sides: right'."
                yield file.routine.warning(("steps", index, "phases", number, "do"), problem, remedy)
        for about in texts_about(step, index, routine, ("cue", "detail", "caution")):
            if words := _forbidden_side(sides, step, routine, about.text):
                problem = f"{about.owner} says '{words}', which contradicts the sides on which '{step.name}' is done."
                remedy = "Make both mean the same side, or name the condition for which that side is left out."
                yield file.routine.warning(about.place, problem, remedy)


def _other_title(file: ReviewedFile) -> Iterator[Fault]:
    """A warning if the title or the summary names one side of the body, and a step is done on the other alone."""
    routine = file.routine.model
    for key in ("name", "summary"):
        named = {found[1].lower() for found in OF_BODY.finditer(getattr(routine, key))}
        other = next((step for step in routine.steps if len(named) == 1 and OTHER_SIDE[min(named)] == step.sides), None)
        if other:
            problem = f"The {key} of the routine names the {min(named)} side, but '{other.name}' is done on the other."
            yield file.routine.warning((key,), problem, "Make both mean the same side.")


def _forbidden_side(sides: WorkedSides, step: Step, routine: Routine, text: str) -> str:
    """The words of a text that forbid a side on which a step is done, whatever the condition; empty if none do."""
    if not (sides.only or sides.in_turn or sides.together):
        return ""
    limbs = {None, "side", step.limb, routine.limb, AREA_LIMBS.get(step.area or routine.area)}
    for found in _choices(text) if SIDE.search(text) else ():
        side = found["side"].lower() if FORBIDDEN.fullmatch(found[0]) else OTHER_SIDE[found["side"].lower()]
        if (found["limb"] or "side").lower() in limbs and side == (sides.only or side):
            return found[0].strip()
    return ""


@lru_cache(maxsize=256)
def _choices(text: str) -> Sequence[FoundWords]:
    """The clauses that forbid a side, or allow one alone, whatever the condition."""
    parts = (part for one in split_statements(text) if not CONDITION.search(one) for part in CLAUSE_END.split(one))
    return [found for part in parts for way in (FORBIDDEN, ALLOWED, ALLOWED_AFTER) if (found := way.fullmatch(part))]


def _is_in_turn(step: Step, routine: Routine) -> bool:
    """Whether a step is done on one side, then on the other: by its sides, those of its routine, or its amount."""
    if step.sides:
        return step.twice
    each = any(action.measure.each in AREA_LIMBS.values() for action in step.actions)
    return each or bool(routine.sides and not step.once)


def _other_order(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Texts of a routine with an order of sides that begin on the second, or continue with the first."""
    first = FIRST_SIDES.get(routine.sides or "")
    if not first:
        return
    texts: list[tuple[Place, str]] = [(("summary",), routine.summary), *note_texts(routine, ("prepare", "principles"))]
    for place, text in texts:
        if OTHER_SIDE[first] in _sides_first(text):
            begins = f"begins on the {OTHER_SIDE[first]}, but 'sides: {routine.sides}' begins on the {first}"
            yield place, f"'{shorten(text)}' {begins}."
    for number, text in enumerate(routine.before_other_side):
        named = {found[1].lower() for found in OF_BODY.finditer(text)}
        if named == {first} and GOING_ON.search(text):
            problem = f"'{shorten(text)}' goes on with the {first} side, which 'sides: {routine.sides}' does first."
            yield ("before_other_side", number), problem


def _sides_first(text: str) -> set[str]:
    """The sides with which a text says to begin."""
    return {side.lower() for found in FIRST.finditer(text) for side in found.groups()}


def _contradictions(sides: WorkedSides, field: str, text: str) -> Iterator[tuple[str, str]]:
    """What a text says against the sides of its step, and the remedies, the most important first."""
    if sides.only:
        yield from _against_one(sides, field, text)
    elif sides.in_turn or sides.together:
        yield from _against_both(sides, field, text)


def _against_one(sides: WorkedSides, field: str, text: str) -> Iterator[tuple[str, str]]:
    """What a text says against the only side of its step."""
    other = OTHER_SIDE[sides.only]
    if _named_sides(text) == {other} and (field == "where" or _is_worked(field, text)):
        says = f"names the {other} side, but '{sides.key}' means only the {sides.only} one."
        yield says, "Make both mean the same side. Sides are the receiver's; the card and the times follow the step."
    both = next((found for found in EACH.finditer(text) if not OWN_HANDS.match(found[0])), None)
    if both and sides.key.startswith("sides") and field in ("name", "where", "cue"):
        yield f"says '{both[0]}', but '{sides.key}' means only the {sides.only} side.", SAME_WAY


def _against_both(sides: WorkedSides, field: str, text: str) -> Iterator[tuple[str, str]]:
    """What a text says against a step on both sides, at once or in their order."""
    at_once, in_turn = AT_ONCE.search(text), IN_TURN.search(text)
    if sides.order and at_once and not OWN_HANDS.match(at_once[0]):
        yield f"says '{at_once[0]}', but 'sides: {sides.order}' is one side after the other.", SAME_WAY
    if sides.together and in_turn:
        yield f"says '{in_turn[0]}', but 'sides: together' is both at once.", SAME_WAY
    named = _named_sides(text)
    if len(named) == 1 and field in TITLES and TITLES[field].search(text):
        remedy = f"Leave the side out of '{field}', or write {sides.one}."
        yield f"names the {min(named)} side, but the step is done on both.", remedy
    first = FIRST_SIDES.get(sides.order)
    if first and OTHER_SIDE[first] in _sides_first(text):
        says = f"begins on the {OTHER_SIDE[first]}, but 'sides: {sides.order}' begins on the {first}."
        yield says, "Make both begin on the same side."


def _worked_sides(step: Step, routine: Routine) -> WorkedSides:
    only, key = _only_side(step, routine)
    of_routine = "" if step.once or step.sides else routine.sides
    return WorkedSides(
        only,
        key,
        order=(step.sides if step.twice else of_routine) or "",
        in_turn=_is_in_turn(step, routine),
        together=step.sides == "together",
        one="'once: first' or 'once: last'" if routine.sides else "'sides: left' or 'sides: right'",
    )


def _only_side(step: Step, routine: Routine) -> tuple[str, str]:
    """The only side on which a step is done, and what says so; empty for both sides, or if it is not known."""
    if step.sides in OTHER_SIDE:
        return step.sides or "", f"sides: {step.sides}"
    if step.once and routine.sides in ORDERED_SIDES:
        first, last = ORDERED_SIDES[routine.sides]
        return last if step.once == "last" else first, f"once: {step.once}"
    return "", ""


def _named_sides(text: str) -> set[str]:
    return {found[1].lower() for found in SIDE.finditer(text)}


def _is_worked(field: str, text: str) -> bool:
    """Whether a clause of a text names a side of the receiver that is worked on."""
    side = IN_TITLE if field == "name" else OF_BODY
    return any(side.search(clause) for clause in clauses(text, ELSEWHERE))
