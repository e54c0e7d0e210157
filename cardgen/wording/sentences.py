"""Sentences and lists, as every text needs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cardgen.model.card_name import CardName, in_a_row
from cardgen.planning.session import Turn
from cardgen.wording.words import Words

CLOSING = "\"'”’»"
"""Marks after the period of a sentence that is within another one."""
SENTENCE_END = (".", "!", "?")
BETWEEN_SENTENCES, BETWEEN_STATEMENTS = re.compile(r" (?<=[.!?] ) *"), re.compile(r" (?<=[.!?;] ) *")
"""The spaces after the end of a sentence, or of a part that could be one; spaces are found faster than ends."""
ABBREVIATION = re.compile(r"\w+[A-Z]|(?!A\b)[A-Z](?![^\W\d_]|['’])")
"""A first word whose capital is part of it: "IT band", "X-shaped", "C7"; not the article "A"."""


def sentence(text: str) -> str:
    """A text with a capital first and a period last; nothing is added to an empty text or a quoted sentence."""
    text = capitalize(text.strip())
    inner = text[1:-1] if text[:1] == "(" and text[-1] == ")" else text
    return text if not text or inner.rstrip(CLOSING)[-1:] in SENTENCE_END else text + "."


def sentences(texts: Iterable[str]) -> str:
    """Texts as sentences in one line; empty ones are skipped."""
    return " ".join(sentence(text) for text in texts if text)


def listed(texts: Iterable[str]) -> str:
    """Texts as sentences, each in a line of its own."""
    return "\n".join(sentence(text) for text in texts if text)


def split_sentences(text: str) -> list[str]:
    """The sentences of a line of text."""
    return BETWEEN_SENTENCES.split(text)


def split_statements(text: str) -> list[str]:
    """The sentences of a line of text, divided where a semicolon joins two: "Press here; never on the spine."."""
    return BETWEEN_STATEMENTS.split(text)


def capitalize(text: str) -> str:
    """A text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def uncapitalize(text: str) -> str:
    """A text with its first letter in lower case, to continue inside a sentence; "IT band" stays as it is."""
    return text if ABBREVIATION.match(text) else text[:1].lower() + text[1:]


def word_numbers(numbers: Iterable[int]) -> str:
    """Numbers in order, three or more in a row as a range: "1–3, 5, 6"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [[f"{run[0]}–{run[-1]}"] if len(run) > 2 else list(map(str, run)) for run in runs]
    return ", ".join(text for run in texts for text in run)


def word_cards(names: Iterable[CardName]) -> str:
    """Cards by their names, the letter of each routine once: "L1–3, 5, K2"."""
    numbers: dict[str, set[int]] = {}
    for name in names:
        numbers.setdefault(name.letter, set()).add(name.number)
    return ", ".join(f"{letter}{word_numbers(found)}" for letter, found in numbers.items())


def word_steps(turns: Sequence[Turn], words: Words) -> str:
    """Steps by the names of their cards: "Steps L1 to L3", "Steps L1 and L4", "Steps L1 to L5, L7 and L9"."""
    runs: list[list[CardName]] = []
    for name in (turn.card for turn in turns):
        if runs and in_a_row([*runs[-1], name]):
            runs[-1].append(name)
        else:
            runs.append([name])
    if len(runs) == 1 and len(runs[0]) > 2:
        return words.say("steps_range", first=runs[0][0], last=runs[0][-1])
    *others, last = (text for run in runs for text in _word_run(run, words))
    if not others:
        return words.say("step", number=last)
    return words.say("steps_list", numbers=", ".join(others), last=last)


def _word_run(run: Sequence[CardName], words: Words) -> list[str]:
    """Cards that follow on each other: one by one, or three or more as a range."""
    return [words.say("cards_range", first=run[0], last=run[-1])] if len(run) > 2 else list(map(str, run))
