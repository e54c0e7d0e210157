"""Texts that name a different part of the hand than the step does: "with the thumbs" in a step with `hands: palms`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cardgen.errors import Fault
from cardgen.model.action import Hands
from cardgen.model.routine import Step
from cardgen.model.vocabulary import HandPart
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import CLAUSE_END, texts_about

FILE_KINDS = ("routine",)
FIELDS = ("cue", "detail", "caution")
TOOLS: dict[str, set[HandPart]] = {
    "thumb": {"thumbs", "stacked-thumbs", "thumb-and-finger", "v-hand"},
    "palm": {"palms", "heel-of-hand", "hand-on-hand", "support", "v-hand"},
    "fingertip": {
        "fingertips",
        "middle-fingertip",
        "two-fingertips",
        "three-fingertips",
        "flat-fingers",
        "thumb-and-finger",
    },
    "middle finger(?:tip)?": {"middle-fingertip", "thumb-and-finger"},
    "two finger(?:tip)?": {"two-fingertips", "thumb-and-finger"},
    "three finger(?:tip)?": {"three-fingertips", "thumb-and-finger"},
    "knuckle": {"knuckles", "fist"},
    "fist": {"fist", "knuckles"},
    "elbow": {"forearm"},
    "forearm": {"forearm"},
    "heel of (?:the|your|one|each) hand": {"heel-of-hand", "palms", "hand-on-hand"},
}
"""The authors' words for the hand that works, and the parts of the hand that they may mean."""
WITH = re.compile(
    r"\b(?:with|using) (?:only )?(?:the |your |both |both your |one |each |flat |crossed |stacked |pads of the |)"
)
BARE = r"(?:one |both |two |the |your )?"
"""Words before it where its author words the hands."""
NOT = re.compile(r"\b(?:not|never|no|without|avoid|instead of|other|rather than|or|if)\b|n['’]t\b")
"""Words of clauses that forbid it, or are about the other hand or another choice."""


UNUSED = re.compile(
    rf"\s*(?:(?:never|do not|don['’]t) use (?:the |your )?|no )(?P<tool>(?:{'|'.join(TOOLS)})s?)(?: here)?\s*"
)
"""A clause that forbids a part of the hand: "never use the thumbs"."""
REMEDY = "Make both say the same part of the hand."


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that names a part that does not work, or forbids the only one that does."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        parts = {action.hand.use for action in step.actions if action.hand}
        for hand in (action.hand for action in step.actions if action.hand):
            if said := _other_note(hand):
                problem = f"The text about the hands of '{step.name}' says '{said}', but they are: {hand.use}."
                yield file.routine.warning(("steps", index, "hands"), problem, REMEDY)
        for number, phase in enumerate(step.phases):
            own = phase.hand or step.hand
            if own and (said := _other_part(phase.do.lower(), {own.use}, _own_words(step))):
                problem = f"'{phase.do}' of '{step.name}' says '{said}', but its hands are: {own.use}."
                yield file.routine.warning(("steps", index, "phases", number, "do"), problem, REMEDY)
        for text in texts_about(step, index, routine, FIELDS) if parts else ():
            if said := _other_part(text.text.lower(), parts, _own_words(step)):
                used = ", ".join(sorted(parts))
                problem = f"{text.owner} says '{said}', but {text.fact('hands')} are: {used}."
                yield file.routine.warning(text.place, problem, REMEDY)


@cache
def _named(before: str, tool: str) -> WordPattern:
    """A pattern for a part of the hand after other words."""
    return WordPattern(rf"{before}{tool}s?\b", needs=(tool.partition("(")[0],))


def _other_note(hand: Hands) -> str:
    """The note on the hands, or the words for them, if these do nothing but name another part; empty otherwise."""
    for text, before in ((hand.note, WITH.pattern), (hand.say, BARE)):
        said = (text or "").lower().rstrip(".")
        parts = (meant for tool, meant in TOOLS.items() if _named(before, tool).fullmatch(said))
        if any(hand.use not in meant for meant in parts):
            return said
    return ""


def _own_words(step: Step) -> str:
    """What the author says about the hands in addition to the part: it may name others."""
    hands = [action.hand for action in step.actions if action.hand]
    texts = [text for hand in hands for text in (hand.say, hand.note, hand.one, hand.other) if text]
    return " ".join([*texts, *(variant.detail for variant in step.variants)]).lower()


def _other_part(text: str, parts: set[HandPart], own: str) -> str:
    """The words of a text that contradict the parts that work; empty when there are none."""
    for unused in filter(None, map(UNUSED.fullmatch, CLAUSE_END.split(text) if UNUSED.search(text) else ())):
        if parts <= {unused["tool"].rstrip("s"), f"{unused['tool'].rstrip('s')}s"}:
            return unused[0].strip()
    for clause in filter(WITH.search, CLAUSE_END.split(text)):
        for tool, meant in TOOLS.items():
            found = _named(WITH.pattern, tool).search(clause)
            if not found or re.search(tool, own):
                continue
            if not parts & meant and not NOT.search(clause):
                return found[0]
            if re.search(rf"\bnever {re.escape(found[0])}$", clause) and parts <= {tool, f"{tool}s"}:
                return f"never {found[0]}"
    return ""
