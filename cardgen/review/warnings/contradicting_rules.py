"""Texts that say how to work with a condition, or on a spot, that cardgen's own rules on every deck exclude."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine
from cardgen.model.safety import Caution
from cardgen.places.reading import named_places
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import NOTHING, WordPattern, any_of
from cardgen.review.placed_texts import note_texts, step_conditions
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_sentences, uncapitalize
from cardgen.wording.words import ENGLISH, words

FILE_KINDS = ("routine",)
CONDITION = (
    r"\b(?:(?:with|if|for|on|over|near|in|at|during)\b[^.:;]*"
    r"|(?:massage|press|knead|rub|squeeze|work) (?:the |any |their )?"
    r"|^(?=\w+ (?:receivers?|people|persons?|women|clients?|patients?|guests?)\b))"
)
"""The words before a condition, or a spot, that a text is about."""
LEAVING_OUT = WordPattern(
    r"\b(?:never|not|no|nothing|nowhere|off|away|avoid|skip|leave|leaving|omit|without|around|beside|past|clear|stop"
    r"|above and below|above or below|either side"
    r"|on (?:the|a|their|her) side|side-lying|seated|sitting|upright|ask|doctor)\b|n['’]t\b"
)
"""Words of a sentence that leaves out the same thing as the rule, or does it in another position."""
ALLOWING = WordPattern(
    r"\b(?:only|just|nothing (?:but|except|more than))\b(?: \w+ly| very| a| the| with)?"
    r" (?:strok|hold|feather|light|gl[iy]d|touch|rest|gentl|soft|effleurage|knead|rub|press|massag)",
    needs=("only", "just", "nothing"),
)
"""Words that allow something, whatever else the sentence forbids: "do not press, only stroke"."""
HOLDING = WordPattern(
    r"(?P<condition>^(?:with|if|for)\b.*?)\b(?:only|just) (?:hold|rest (?:your|the) hands on)\b(?P<held>.*)",
    needs=("hold", "hands on"),
)
"""Words that press nothing, and name their own place: "with varicose veins only hold the feet"."""
DeckRule = tuple[str, WordPattern, WordPattern]
"""What the deck says, the authors' words for what it forbids, and a pattern for these with the words before them."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such text, and for each step left out for receivers who get no massage at all."""
    routine = file.routine.model
    rules = [_rule(said, names) for said, names in _printed_rules(routine)]
    for_all = [_rule(rule.heading, rule.names) for rule in words(ENGLISH).safety if rule.gathers == "not_with"]
    for place, text in _texts(routine):
        for part in split_sentences(text):
            if ALLOWING.search(part) or not LEAVING_OUT.search(part):
                yield from _contradictions(file, place, part, for_all if _holds_elsewhere(part) else rules)
    for place, condition in step_conditions(routine):
        yield from _contradictions(file, place, f"with {condition}", for_all)


def _printed_rules(routine: Routine) -> Iterator[tuple[str, Sequence[str]]]:
    """What a deck says of safety, its areas and its position, and the authors' words for what that forbids."""
    spoken = words(ENGLISH)
    yield from ((rule.heading, rule.names) for rule in spoken.safety if rule.names)
    worked = {routine.area, *(step.area for step in routine.steps if step.area)}
    yield from (
        (" ".join(area.cautions), area.names) for name, area in spoken.areas.items() if name in worked and area.names
    )
    limit = spoken.position_limits.get(routine.position)
    if limit and limit.left_out:
        yield limit.remark, limit.names


def _rule(said: str, names: Sequence[str]) -> DeckRule:
    name = rf"\b(?P<name>(?:{any_of(map(str.lower, names)) or NOTHING})(?:s|es)?)\b"
    return said, WordPattern(name), WordPattern(CONDITION + name)


def _holds_elsewhere(sentence: str) -> bool:
    """Whether a sentence only holds a place that is not named as the spot of its condition."""
    found = HOLDING.search(sentence)
    if found is None:
        return False
    held, spots = named_places(found["held"]), named_places(found["condition"])
    return bool(held) and not any(place in spots for place in held)


def _contradictions(file: ReviewedFile, place: Place, text: str, rules: list[DeckRule]) -> Iterator[Fault]:
    """A warning if a text allows what one of the rules forbids."""
    for said, name, condition in rules:
        if name.search(text) and (found := condition.search(text)):
            problem = f"'{shorten(text)}' contradicts the rule on every deck for {uncapitalize(found['name'])}: {said}"
            remedy = "The deck would say both. Write here how to keep off, or leave this out."
            yield file.routine.warning(place, problem if problem.endswith(".") else f"{problem}.", remedy)
            return


def _texts(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every text that says what to do."""
    for number, caution in enumerate(routine.cautions):
        if isinstance(caution, Caution):
            yield ("cautions", number, "do"), f"With {caution.only_with}: {caution.do}"
        else:
            yield ("cautions", number), caution
    yield from note_texts(routine, ("prepare", "principles", "after"))
    for index, step in enumerate(routine.steps):
        yield ("steps", index, "where"), f"On {step.where}"
        for field in ("cue", "detail", "caution"):
            yield ("steps", index, field), whole_text(getattr(step, field))
