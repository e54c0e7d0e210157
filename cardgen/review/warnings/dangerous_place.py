"""Steps that press too hard on a place, whether a drawing shows it or not, and texts that tell you to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cardgen.artwork.risks import Risk
from cardgen.artwork.stroke_pressure import USUAL_LEVEL
from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.places.risk_words import is_beside, pressed_risks, step_level, worked_risks
from cardgen.places.usual_drawing import usual_drawing
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import FoundWords, WordPattern
from cardgen.review.placed_texts import caution_texts
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
FORCE = r"press|push|lean|dig|pound|squeeze|thrust|sink|hit|pinch|jab|knock|pummel"
"""Verbs that ask for pressure; the place that is pressed comes after them."""
WORK = r"knead|rub|massage|work|stroke|glide|slide|circle|go (?:on )?(?:over|into)"
"""Verbs of work that is as hard as its step says."""
STRENGTH = (
    r"(?:deep|firm|hard|heavy|strong|full) (?:pressure|weight|strokes?|work|kneading)"
    r"|(?:thumbs?|elbows?|knuckles|fists?) (?:deep )?into"
)
"""Strong pressure without a verb: "firm strokes over the spine are fine"."""
ORDER = WordPattern(rf"\b(?:{FORCE}|(?P<work>{WORK})|(?P<strength>{STRENGTH}))\b")
KEEPING_OFF = WordPattern(
    r"\b(?:never|not|no|nor|avoid\w*|without|before|unless|instead|stop|nothing|skip|spare|leave)\b|n['’]t\b"
)
"""Words before such a verb that forbid what it says, or say when."""
LIGHT = WordPattern(r"\b(?:light\w*|gent\w+|soft\w*|feather\w*|barely|hardly|without pressure)\b")
VERY_LIGHT = WordPattern(r"\b(?:feather\w*|very light\w*|barely|hardly|without pressure)\b")
"""Work that is allowed even where light pressure is not."""
PASSING = ("stroke", "glide")
"""Work that may pass over a place without pressing it."""
UNPRESSED = WordPattern(
    rf"\b(?:(?:never|not|without)|\w+n['’]t) (?:{FORCE})(?:ing)?(?: down)?(?: on| upon| into)? (?:it|them|there)\b"
    r"|\b(?:without press\w+|no pressure)\b"
)
"""Words that exempt a place in the same sentence: "glide over the spine, never press on it"."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such step and text."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        worked, level = pressed_risks(step), step_level(step)
        for risk in worked:
            problem = f"'{step.name}' works on {risk.name} with {level} pressure, which the safety rules forbid."
            yield file.routine.warning(("steps", index, "where"), problem, _remedy(risk))
        yield from _zones(file, index, step)
        if not worked and (found := _hatched(step, routine)):
            yield file.routine.warning(("steps", index, "where"), *found)
        for place, text in _texts(step, index):
            yield from _orders(file, place, text, level, worked)
    for place, text in _texts_of_all(routine):
        yield from _orders(file, place, text, USUAL_LEVEL, [])


def _zones(file: ReviewedFile, index: int, step: Step) -> Iterator[Fault]:
    """A warning for each zone that presses such a place too hard."""
    for force in (action.force for action in step.actions if action.force):
        for zone in force.zones:
            for risk in worked_risks(zone.at):
                if LEVELS.index(zone.level) >= LEVELS.index(max(risk.too_hard, USUAL_LEVEL, key=LEVELS.index)):
                    problem = f"A zone of '{step.name}' presses {risk.name} with {zone.level} pressure."
                    allowed = LEVELS[LEVELS.index(risk.too_hard_by_name) - 1]
                    remedy = f"Write 'level: {allowed}' for it, or 'level: none'."
                    yield file.routine.warning(("steps", index, "pressure"), problem, remedy)


def _remedy(risk: Risk) -> str:
    allowed = LEVELS[LEVELS.index(risk.too_hard_by_name) - 1]
    beside = f": '{risk.beside}', for example" if risk.beside else ""
    return (
        f"If the step works beside it, name that place in 'where'{beside}. Otherwise write 'pressure: {allowed}' or "
        "leave the step out; a caution does not make it safe."
    )


def _hatched(step: Step, routine: Routine) -> tuple[str, str] | None:
    """The problem with a place that a safety card or a zone of the step forbids entirely, and its remedy."""
    if step.drawing or step.image or usual_drawing(step, routine).shows != "forbidden":
        return None
    where = shorten(step.where)
    if is_beside(step.where):
        problem = f"The figure fills nothing for '{where}': it hatches a place beside it that takes no such pressure."
        return problem, "That may be good enough. To choose the figure yourself, give the step a 'drawing'."
    problem = f"The safety card or a zone of the step forbids this pressure on '{where}': the figure hatches it."
    return problem, "Press less there ('pressure'), or name the place beside it in 'where'."


def _orders(file: ReviewedFile, place: Place, text: str, level: Level | None, known: list[Risk]) -> Iterator[Fault]:
    """A warning for each sentence that asks for pressure on such a place, unless it is known to be the step's place."""
    for sentence in split_statements(text):
        risk = next((risk for risk in _ordered(sentence, level) if risk not in known), None)
        if risk:
            problem = f"'{shorten(sentence)}' asks for pressure on {risk.name}, which the safety rules forbid."
            yield file.routine.warning(place, problem, "Write how to keep off it, or leave this out.")


@lru_cache(maxsize=2048)
def _ordered(sentence: str, level: Level | None) -> Sequence[Risk]:
    """The places that a sentence says to press too hard, in words or with the level of its step."""
    if VERY_LIGHT.search(sentence):
        return []
    light = bool(LIGHT.search(sentence))
    found: list[Risk] = []
    for verb in ORDER.finditer(sentence):
        if _is_harmless(verb, light):
            continue
        least = level if verb["work"] else "light" if light else USUAL_LEVEL
        for risk in worked_risks(re.split(r"[,:]", sentence[verb.end() :], maxsplit=1)[0]):
            limit = risk.too_hard if light else risk.too_hard_by_name
            if least and LEVELS.index(least) >= LEVELS.index(limit):
                found.append(risk)
    return found


def _is_harmless(verb: FoundWords, light: bool) -> bool:
    """Whether a sentence forbids what its verb says, or only asks for light work, or for passing over a place."""
    if light and (verb["work"] or verb["strength"]):
        return True
    before = verb.string if verb["strength"] else verb.string[: verb.start()]
    passes = verb[0].lower() in PASSING and UNPRESSED.search(verb.string)
    return bool(KEEPING_OFF.search(before) or passes)


def _texts(step: Step, index: int) -> Iterator[tuple[Place, str]]:
    """Every text of a step that may say what to do."""
    for field in ("name", "cue", "detail", "caution"):
        yield ("steps", index, field), whole_text(getattr(step, field))
    for number, phase in enumerate(step.phases):
        yield ("steps", index, "phases", number, "do"), phase.do
        yield ("steps", index, "phases", number, "detail"), phase.detail or ""
    for number, variant in enumerate(step.variants):
        yield ("steps", index, "variants", number, "detail"), variant.detail


def _texts_of_all(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every text about all steps that may say what to do."""
    yield from caution_texts(routine)
    for number, principle in enumerate(routine.principles):
        yield ("principles", number, "do"), principle.do
