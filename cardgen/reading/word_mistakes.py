"""Suggests how to write what is more than a known word: a range of pressure, a hand with its manner, a spot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cardgen.reading.amount_parts import flow_text, in_braces
from cardgen.suggestions import find_synonym, find_typo, list_words

RANGE = re.compile(r"([a-z]+)(?: to | or |-| - |–|, |/)([a-z]+)")

AND = r"\s*(?:,? then |,? and |[,/+&])\s*"
"""What is between words for things that are done together, or one after the other."""
CHANGING = (
    "Write 'phases', each with its own 'pressure', if one comes after the other; or 'zones' in 'pressure' if they are "
    "for different places."
)
OF_SCALE = re.compile(
    r"(?:level |about )?\d+(?:[.,]\d+)?(?: ?(?:-|–|to) ?\d+)?(?: ?(?:/|of|out of) ?\d+)?", re.IGNORECASE
)
PRESSURES = ("pressure", "level", "out", "back")
"""Fields that hold a level of pressure."""
MOST_NOTE = 48
"""Letters of a note on a card."""
ONE_OF = {"thumb": "thumbs", "palm": "palms", "fingertip": "fingertips", "hand": "palms"}
"""Parts of one hand, and their names for both."""
SIDES = {"left": "left", "l": "left", "right": "right", "r": "right"}
BETWEEN_SIDES = ("then", "and", "only", "alone", "side", "the", "again", "just", "first")
"""Words next to the sides of a step that do not change which sides they are."""
ON_BOTH = ("both", "each", "all", "every", "twice", "no", "never")
"""Values that people may write where a step is not done only once."""
NO_SPOTS = ("limb", "way", "time", "stroke", "set", "breath")
"""Words that people may write after "each" that are not spots on the body."""


def suggest_whole(name: str, value: Any, choices: Sequence[str]) -> str:
    """What to write in the field `name` to keep all of a value; empty when it is no such value."""
    text = value.lower().strip() if isinstance(value, str) else ""
    if name in PRESSURES:
        return _suggest_pressure(name, value, text, choices)
    if name in ("hands", "use"):
        return _suggest_hands(name, value, text, choices)
    if name == "sides":
        return _suggest_sides(" ".join(map(str, value)) if isinstance(value, list) else text, choices)
    if name == "each":
        return _suggest_each(text, choices)
    if name == "once" and text in ON_BOTH:
        return "Leave 'once' out or empty: without it, the step is done with each of the two."
    return ""


def _suggest_pressure(name: str, value: Any, text: str, choices: Sequence[str]) -> str:
    """A level with a note, a range of levels, or several levels that change."""
    grouped = name == "pressure"
    if number := _number(value):
        group = f"{{level: light, note: {flow_text(number)}}}" if grouped else f"'light', and 'note: {number}'"
        return f"{list_words(choices)} A number is a note next to your word, as in {group}."
    if _changes(text, choices):
        return CHANGING
    if found := _level_and_note(text, choices):
        level, note = found
        return (
            f"Write {in_braces({'level': level, 'note': note})}."
            if grouped
            else f"Write '{level}', and 'note: {note}'."
        )
    return _suggest_range(name, value if isinstance(value, list) else _ends(text), choices)


def _suggest_each(text: str, choices: Sequence[str]) -> str:
    """What there are two of, or the spots that a word names."""
    if text in ("both", "each", "both sides", "each side"):
        return "Write side, or leg, arm, foot, hand, whichever there are two of."
    if re.fullmatch("[a-z]+", text) and text not in NO_SPOTS and not _known(text, choices):
        return f"Write one of: {', '.join(choices)}; or 'spots: on each {text}' in place of 'each'."
    return ""


def _number(value: Any) -> str:
    """A number of a scale of pressure, as its author wrote it; empty when it is something else."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:g} of 10"
    return value if isinstance(value, str) and OF_SCALE.fullmatch(value.strip()) else ""


def _level_and_note(text: str, choices: Sequence[str]) -> tuple[str, str] | None:
    """A level with what its author says about it after a comma or in brackets: "firm, never into pain"."""
    level, _, note = (part.strip(" ()") for part in text.replace("(", ", ").partition(","))
    return (level, note) if level in choices and 0 < len(note) <= MOST_NOTE else None


def _changes(text: str, choices: Sequence[str]) -> bool:
    """Whether a text names several levels that are not the two ends of a range; one that must not be is none."""
    meant = re.sub(r"\b(?:never|not|no)\b.*", "", text)
    return len({word for word in re.findall("[a-z]+", meant) if word in choices}) > 1 and not RANGE.fullmatch(text)


def _ends(text: str) -> list[str]:
    found = RANGE.fullmatch(text)
    return [found[1], found[2]] if found else []


def _suggest_range(name: str, levels: list[Any], choices: Sequence[str]) -> str:
    """Both ends of a range of levels."""
    if len(levels) != 2 or not all(level in choices for level in levels):
        return ""
    both = f"[{levels[0]}, {levels[1]}]"
    return f"Write {{level: {both}}}." if name == "pressure" else f"Write {both}."


def _suggest_sides(text: str, choices: Sequence[str]) -> str:
    """One side alone, or several in their order; more than two take another step."""
    words = [word for word in re.findall("[a-z]+", text.lower()) if word not in BETWEEN_SIDES]
    sides = [SIDES.get(word, "") for word in words]
    if len(sides) == 1 and "first" in text.lower():
        sides += {"left": ["right"], "right": ["left"]}.get(sides[0], [])
    pairs = ["-then-".join(sides[start : start + 2]) for start in range(0, len(sides), 2)]
    if not pairs or not set(pairs) <= set(choices):
        return ""
    first, *others = pairs
    steps = "".join(f", and after this step another one like it with 'sides: {pair}'" for pair in others)
    return f"Write '{first}'{steps}."


def _several(value: Any, choices: Sequence[str]) -> list[str]:
    """The known words of a value that names more than one of them, and says nothing else."""
    words = re.split(AND, value.lower().strip()) if isinstance(value, str) else value
    several = isinstance(words, list) and len(words) > 1 and all(word in choices for word in words)
    return words if several else []


def _suggest_hands(name: str, value: Any, text: str, choices: Sequence[str]) -> str:
    """Several parts of the hand, which work at once or one after the other; or one of them."""
    several = _several(value, choices)
    if not several:
        return _suggest_hand(name, text, choices)
    if " then " in text:
        return "Write 'phases', each with its own 'hands'."
    first, others = several[0], " and ".join(several[1:])
    group = f"{{use: {first}, note: and {others}}}" if name == "hands" else f"'{first}', and 'note: and {others}'"
    return f"Write {group}. If one comes after the other, write 'phases', each with its own 'hands'."


def _suggest_hand(name: str, text: str, choices: Sequence[str]) -> str:
    """The part of the hand, and the word before it as a note; of one thumb, that it is only one."""
    if text in ONE_OF:
        one = (
            f"{{use: {ONE_OF[text]}, say: One {text}}}"
            if name == "hands"
            else f"'{ONE_OF[text]}', and 'say: One {text}'"
        )
        return f"Write {one} for one, or '{ONE_OF[text]}' for both."
    if noted := _level_and_note(text, choices):
        keys = {"use": noted[0], "note": noted[1]}
        is_manner = name == "hands" and not set(noted[1].split()) & set(choices)
        return f"Write {in_braces(keys)}." if is_manner else ""
    manner, _, part = text.partition(" ")
    used = _known(part, choices) if part and manner.isalpha() and manner not in choices else None
    if not used:
        return ""
    return f"Write {{use: {used}, note: {manner}}}." if name == "hands" else f"Write '{used}', and 'note: {manner}'."


def _known(word: str, choices: Sequence[str]) -> str | None:
    return word if word in choices else find_synonym(word, choices) or find_typo(word, choices)
