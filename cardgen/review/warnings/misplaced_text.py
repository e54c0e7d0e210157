"""Cautions, conditions, and questions under a key that is printed as something else, or not on every print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import general_cautions, group_conditions
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
FOR_SOME = r"(?:(?:(?:if )?pregnant|(?:with|in|during|if|for) [^.:,;]+)[:,] *)?"
FORBIDDEN = (
    r"(?:never|do not|don['’]t|avoid|keep off|keep away|stay off|stay away"
    r"|not (?:on|over|in|near|with|for|during|below|above)|no (?:\w+ )?(?:pressure|\w+ing))\b"
)
PROHIBITION = WordPattern(rf"{FOR_SOME}{FORBIDDEN}")
"""The beginning of a sentence that says what must not happen."""
ON_BODY = WordPattern(
    r"\b(?:press|(?<!blood )pressure|pressing|massag\w+|touch\w*|pull\w*|twist\w*|bend\w*|stretch\w*|lift\w*"
    r"|lean\w*|push\w*|knead\w*|rub\w*|drag\w*|not (?:on|over|in|near|with|during))\b"
)
"""Actions that may harm a body; "Do not hurry" is not one."""
ILLNESS = WordPattern(
    r"(?:(?:an?|any|new|recent|acute|open|severe|high|deep|vein|swollen|broken|fresh|uncontrolled|first|the) )*"
    r"(?:fever|infections?|thrombos[ie]s|(?:blood )?clots?|wounds?|fractures?|cancer|pregnancy|trimester|surgery"
    r"|bleeding|inflammations?|rash(?:es)?|burns?|lymphedema|osteoporosis|blood pressure|epilepsy|flu|influenza)\b"
)
ACTING = WordPattern(
    r"\b(?:never|no|not|off|only|stop|ease|leave|keep|avoid|without|use|stay|do|ask|go|work|press|away|clear|call|get)\b"
)
"""Words of a text that says what to do, in addition to the name of an illness."""
NO_NAME = WordPattern(
    r"(?:if|when|with|in case|leave|left|skip|omit|not with"
    r"|has|have|having|is|are|who|people|persons?|women|patients|receivers|clients|anyone"
    r"|somebody|(?:an? )?pregnant|diabetics|older than)\b"
)
"""The beginning of a text that is not the name of a condition, and cannot be read after "with"."""
OF_ONE_SIDE = WordPattern(r"\b(?:(?:in|on) )?(?:that|the same|this) (?P<limb>arm|leg|foot|hand|side)\b")
IN_PART = WordPattern(r"\b(?:then only|only (?:on|the|steps?)|except (?:on|for|steps?))\b")
OTHER_CASES = "minutes?|hurry|time|hands?|thumbs?|palms?|session|rounds?|turn|pass|strokes?|end|beginners?"
"""Words after "with" or "in" that are not a condition of a receiver."""
LEFT_OUT = WordPattern(
    rf"^(?:with|in|during|if|for) (?!.*\b(?:{OTHER_CASES})\b)(?P<condition>[^,.:;]{{3,48}}?)[,:]? (?:please )?"
    r"(?:(?:leave|skip|omit)\b(?P<what>.*))$",
    needs=("leave", "skip", "omit"),
)
"""A sentence that leaves something out for some receivers."""
NOTE_REMEDY = "Move it to 'cautions', which are on every print; with 'only_with', if it is for some receivers alone."
Misplaced = tuple[Place, str, str]
"""The place of a text, the problem with it, and its remedy."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such text."""
    routine = file.routine.model
    for found in (_conditions, _cautions, _questions, _notes, _details, _left_out):
        for place, problem, remedy in found(routine):
            yield file.routine.warning(place, problem, remedy)


def _conditions(routine: Routine) -> Iterator[Misplaced]:
    """Texts printed after "Leave out with", "Do not massage with" or "With" that are not a condition of a receiver."""
    for place, text in _all_conditions(routine):
        if text.rstrip().endswith("?"):
            problem = f"'{shorten(text)}' is a question, but is printed as a condition of the receiver."
            yield place, problem, "Move it to 'ask', or write the condition alone: a new hip."
        elif PROHIBITION.match(text):
            step = place[0] == "steps"
            problem = f"'{shorten(text)}' says what must not happen, but is printed as a condition of the receiver."
            where = "'caution' of the step" if step else "'cautions'"
            yield place, problem, f"Move it to {where}; here, write only the name of a condition: varicose veins."
        elif NO_NAME.match(text):
            problem = f"'{shorten(text)}' is printed after the word 'with', as in 'Leave out with {shorten(text)}'."
            yield place, problem, "Write the name of the condition: 'pregnancy', not 'if pregnant'."
        elif place[0] in ("not_with", "leave_out_with") and (found := OF_ONE_SIDE.search(text)):
            condition = text[: found.start()].rstrip(" ,;(")
            problem = f"With '{shorten(text)}' the whole routine is left out, on the other side too."
            remedy = f"Write in 'cautions': {{only_with: {condition}, do: Leave out that {found['limb'] or 'side'}.}}"
            yield place, problem, remedy
        elif place[0] in ("not_with", "leave_out_with") and IN_PART.search(text):
            problem = f"With '{shorten(text)}' the whole routine is left out, but this text allows a part of it."
            yield place, problem, "Write it in 'cautions', with 'only_with' and what to do then."


def _all_conditions(routine: Routine) -> Iterator[tuple[Place, str]]:
    for key in ("not_with", "leave_out_with"):
        yield from (((key, number), text) for number, text in enumerate(getattr(routine, key)))
    yield from group_conditions(routine)


def _cautions(routine: Routine) -> Iterator[Misplaced]:
    """Conditions and questions that are printed after "In every step", or beside the warning sign of a step."""
    steps = [(("steps", index, "caution"), whole_text(step.caution)) for index, step in enumerate(routine.steps)]
    for place, text in (*general_cautions(routine), *steps):
        others = "'ask'", "'not_with'" if place[0] == "cautions" else "'leave_out_with'"
        left_out = "whole routine" if place[0] == "cautions" else "step"
        if text.rstrip().endswith("?"):
            problem = f"'{shorten(text)}' is a question, but is printed as what must not happen."
            yield place, problem, f"Move it to {others[0]}."
        elif ILLNESS.match(text) and not ACTING.search(text):
            problem = f"'{shorten(text)}' is a condition, but does not say what must not happen with it."
            yield (
                place,
                problem,
                f"Move it to {others[1]} to leave out the {left_out} then, or write what must not be done.",
            )


def _questions(routine: Routine) -> Iterator[Misplaced]:
    """Conditions among the questions before the start."""
    for number, text in enumerate(routine.ask):
        if ILLNESS.match(text) and "?" not in text and not ACTING.search(text):
            problem = f"'{shorten(text)}' is not a question."
            remedy = "Write it as one, or move it to 'not_with' to leave out the whole routine then."
            yield ("ask", number), problem, remedy


def _notes(routine: Routine) -> Iterator[Misplaced]:
    """Texts that say what must not happen, in lists that are not on every print."""
    for part in ("prepare", "principles", "after"):
        for number, note in enumerate(getattr(routine, part)):
            if any(map(_is_harmful, split_statements(note.do))):
                problem = f"'{shorten(note.do)}' says what must not happen, in a list that is not on every print."
                yield (part, number, "do"), problem, NOTE_REMEDY


def _is_harmful(sentence: str) -> bool:
    """Whether a sentence says what must not happen to the body."""
    return bool(PROHIBITION.match(sentence) and ON_BODY.search(sentence))


def _left_out(routine: Routine) -> Iterator[Misplaced]:
    """Conditions for leaving out a step or a part of it, in texts of the step that are not on a safety card."""
    for index, step in enumerate(routine.steps):
        for field in ("cue", "detail", "caution"):
            for sentence in split_statements(whole_text(getattr(step, field))):
                found = LEFT_OUT.match(sentence)
                whole = bool(found and re.search(r"\bstep\b|\bthis\b|\bit out\b", found["what"]))
                if not found or (field == "caution" and not whole):
                    continue
                condition = re.sub(r"^(?:an?|the|you have|they have) ", "", found["condition"])
                problem = f"'{shorten(sentence)}' is on this card alone, not where you read it before you start."
                part = f"Write in 'cautions': {{only_with: {condition}, do: ...}}."
                yield ("steps", index, field), problem, f"Write 'leave_out_with: {condition}'." if whole else part


def _details(routine: Routine) -> Iterator[Misplaced]:
    """Texts that say what must not happen, on the back of a card whose front has no caution."""
    for index, step in enumerate(routine.steps):
        for sentence in split_statements(whole_text(step.detail)):
            if not step.caution and _is_harmful(sentence):
                problem = f"'{shorten(sentence)}' is on the back of the card alone, and '{step.name}' has no caution."
                yield ("steps", index, "detail"), problem, "Move it to 'caution', which is on the front."
