"""Alternative texts: what is read out instead of icons and drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.artwork.icons import icon_meaning
from cardgen.errors import shorten
from cardgen.planning.session import Turn
from cardgen.wording.amounts import further_amounts, word_amount, word_phases
from cardgen.wording.facts import way_fact
from cardgen.wording.sentences import sentences, uncapitalize
from cardgen.wording.words import Words

WORD = re.compile(r"\w+")
LONG_WORD = 20
"""A word of this many characters hardly fits on a line of the legend."""


def icon_alt(icon: str, beside: str, words: Words) -> str:
    """The text read aloud for an icon before the words next to it: "Pressure"; empty when these words say as much."""
    group, _ = icon_meaning(icon)
    alt = words.heard.get(icon.partition("-")[0]) or words.heard.get(group) or explain_icon(icon, words)
    known = WORD.findall(beside.lower())
    return "" if all(word in known for word in WORD.findall(alt.lower())) else alt


def explain_icon(icon: str, words: Words) -> str:
    """The meaning of an icon: in the words of the language, otherwise as its file says it."""
    return words.icons.get(icon) or icon_meaning(icon)[1]


def explain_long_meaning(meaning: str) -> tuple[str, str]:
    """The problem of a meaning that the legend has no room for, and the remedy."""
    longest = max(meaning.split(), key=len, default="")
    hint = f" '{shorten(longest)}' may need a hyphen where it can be divided." if len(longest) > LONG_WORD else ""
    return f"This meaning is too long for the legend: '{shorten(meaning)}'.", f"Write it shorter.{hint}"


def icon_group(icon: str, words: Words) -> str:
    """The group of the legend that an icon belongs to; the last group when its file names an unknown one."""
    group, groups = icon_meaning(icon)[0], list(words.groups)
    return group if group in groups else groups[-1]


def describe_drawing(turn: Turn, pressure: str, words: Words) -> str:
    """The drawing of a step in words: which stroke, where, the pressure, how often, which way."""
    step = turn.step
    stroke = words.say("drawing", technique=words.techniques[step.technique], where=step.where)
    return sentences([stroke, ", ".join(_manner(turn, pressure, words)), "; ".join(word_phases(step, words))])


def _manner(turn: Turn, pressure: str, words: Words) -> Iterator[str]:
    """Pressure, amount and directions, only the first with a capital."""
    step = turn.step
    texts = [pressure.rstrip("."), word_amount(step.amounts[0], words)]
    texts += [fact.word for fact in further_amounts(step.amounts, words)]
    for way in step.ways:
        fact = way_fact(way, step, words)
        texts += [fact.word, fact.note]
    for index, text in enumerate(filter(None, texts)):
        yield uncapitalize(text) if index else text
