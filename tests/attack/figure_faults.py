"""What is wrong with the numbers and letters in the drawings of a plan and of a booklet's contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.attack.print_reader import ReadFace
from tests.attack.said import Said

NUMBERS = re.compile(r"(\d+)(?:–(\d+))?")
TWO_LINES = re.compile(r"\s+–")
"""Before the last of several numbers, on a line of its own."""


def figure_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """What is wrong with the timeline, and with the body if there is one."""
    texts = [block.text for face in faces for block in face.blocks if block.roles[-1] == "Figure"]
    timeline, *bodies = [text for text in texts if text] or [""]
    yield from timeline_faults(timeline, said)
    numbers = {number for text in bodies for number in numbers_in(text)}
    if numbers and said.sites - numbers:
        yield f"the body has no numbers {sorted(said.sites - numbers)}"


def timeline_faults(text: str, said: Said) -> Iterator[str]:
    """Minutes that are not evenly apart, letters that are missing, and numbers on some bars and not on longer ones."""
    words = text.split()
    labels = [word for word in TWO_LINES.sub("–", text).split() if NUMBERS.fullmatch(word)]
    begin = len(labels) - 1 - labels[::-1].index("0") if "0" in labels else len(labels)
    shown, minutes = labels[:begin], [int(label) for label in labels[begin:]]
    if len({later - earlier for earlier, later in pairwise(minutes)}) != (len(minutes) > 1) or not minutes:
        yield f"the minutes of the timeline are {minutes}"
    if said.bars:
        yield from (f"no {name!r} at the timeline" for name in said.spans - Counter(words))
        yield from bar_faults(shown, said.bars)


def bar_faults(shown: Sequence[str], bars: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Numbers that bars do not have in this order; a bar without its number, longer than one with as many digits.

    A bar with the numbers of several steps, "8–10", stands for all of them.
    """
    waiting = [(number, "–" in label) for label in shown for number in numbers_in(label)]
    without, least = list[tuple[int, int]](), dict[int, int]()
    for number, seconds in bars:
        digits = len(str(number))
        if waiting and waiting[0][0] == number:
            if not waiting.pop(0)[1]:
                least[digits] = min(least.get(digits, seconds), seconds)
        else:
            without.append((digits, seconds))
    if waiting or any(seconds > least.get(digits, seconds) for digits, seconds in without):
        yield f"the timeline has the numbers {list(shown)}"


def numbers_in(text: str) -> Iterator[int]:
    """The numbers in a text, with all of those from one to another one: 1, 3–5."""
    for first, last in NUMBERS.findall(text):
        yield from range(int(first), int(last or first) + 1)
