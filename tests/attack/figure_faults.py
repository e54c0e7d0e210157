"""What is wrong with the numbers and letters in the drawings of a plan and of a booklet's contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.attack.print_reader import ReadFace
from tests.attack.said import Said

NUMBERS = re.compile(r"(\d+)(?:([–…])(\d+))?,?")
"""The numbers of a bar: of one step, of some in a row, or of the first and the last of some that are not."""
CARDS = re.compile(r"([^\W\d]*)(\d+)(?:–(\d+))?")
"""The names of cards; of several of one routine only the first has its letter."""
TWO_LINES = re.compile(r"\s+(?=[–…])")
"""Before the last of several numbers, on a line of its own."""


def figure_faults(faces: Sequence[ReadFace], said: Said) -> Iterator[str]:
    """What is wrong with the timeline, and with the body if there is one."""
    texts = [block.text for face in faces for block in face.blocks if block.roles[-1] == "Figure"]
    timeline, *bodies = [text for text in texts if text] or [""]
    yield from timeline_faults(timeline, said)
    cards = {card for text in bodies for card in cards_in(text)}
    if cards and said.sites - cards:
        yield f"the body has no cards {sorted(said.sites - cards)}"


def timeline_faults(text: str, said: Said) -> Iterator[str]:
    """Minutes that are not evenly apart, letters that are missing, and numbers on some bars and not on longer ones."""
    words = text.split()
    labels = [word for word in TWO_LINES.sub("", text).split() if NUMBERS.fullmatch(word)]
    begin = len(labels) - 1 - labels[::-1].index("0") if "0" in labels else len(labels)
    shown, minutes = labels[:begin], [int(label) for label in labels[begin:]]
    if len({later - earlier for earlier, later in pairwise(minutes)}) != (len(minutes) > 1) or not minutes:
        yield f"the minutes of the timeline are {minutes}"
    if said.bars:
        yield from (f"no {name!r} at the timeline" for name in said.spans - Counter(words))
        yield from bar_faults(shown, said.bars)


def bar_faults(shown: Sequence[str], bars: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Numbers that bars do not have in this order; a bar without its number, longer than one with as many digits.

    A bar with the numbers of several steps stands for all of them: "3–5" for three in a row, "1…7" for some of these.
    """
    waiting = [(int(first), dash, int(last or first)) for first, dash, last in NUMBERS.findall(" ".join(shown))]
    without, least = list[tuple[int, int]](), dict[int, int]()
    before, dash, end = 0, "", 0
    for number, seconds in bars:
        digits = len(str(number))
        if before < end:
            before = number if before < number <= end and (dash == "…" or number == before + 1) else end
        elif waiting and waiting[0][0] == number:
            before, dash, end = waiting.pop(0)
            if not dash:
                least[digits] = min(least.get(digits, seconds), seconds)
        else:
            without.append((digits, seconds))
    if waiting or before < end or any(seconds > least.get(digits, seconds) for digits, seconds in without):
        yield f"the timeline has the numbers {list(shown)}"


def cards_in(text: str) -> Iterator[str]:
    """The cards in a text, with all of those from one to another one: B1, 3–5."""
    letters = ""
    for letter, first, last in CARDS.findall(text):
        letters = letter or letters
        yield from (f"{letters}{number}" for number in range(int(first), int(last or first) + 1))
