"""Where the lines of a text are broken: as late as they have room, or evenly and where a reader pauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from math import ceil

from msgspec import Struct

from cardgen.characters import SOFT_HYPHEN
from cardgen.scene import hyphenation
from cardgen.scene.fonts import unit_width

WORD = re.compile(r"[^ \n]+")
"""A word, between spaces."""
AFTER_HYPHEN = re.compile(r"(?<=\w{3}-)(?=\w{3})")
SEPARATOR = "·"
"""Between two texts in a line."""
SENTENCE_ENDS, PAUSES = ".!?:;…·", ",–)"
NUMBER_ENDS, TIMES = ".;,:)!?", "×"
"""What follows a number that counts nothing, and what says how often."""
COMMA, USUAL, PAIR, SHORT, LONELY = 0.2, 0.35, 0.43, 1.2, 0.9
"""How much a reader stumbles when a line ends after a comma, after any word, between two short ones, after a short one
or a part of one, or holds one word, which is a little worse than that the line above it ends after a short one."""
SHORT_WORD = 3
"""The most letters of an article or a preposition, which no line should end with."""
TOLERANCE = 1e-6
"""How much wider than its room a line may be, in type sizes: less than any printer can show."""


class Paragraph(Struct, frozen=True, dict=True):
    """A text without line feeds, in the fragments between which it may be broken; lengths are for type of 1 point."""

    fragments: Sequence[str]
    """Each with the space before it; one that is broken off after a hyphen has none."""
    stops: Sequence[float]
    """How long a line is that ends before each fragment, with a space at its beginning, and one that has all."""
    longest: float
    """Width of the longest fragment."""
    space: float
    """Width of a space."""

    @property
    def whole(self) -> float:
        """Width on one line."""
        return self.stops[-1] - self.space if self.fragments else 0.0

    @cached_property
    def halts(self) -> list[float]:
        """How much a reader stumbles at a line that ends after each fragment but the last."""
        words = [fragment.lstrip(" ") for fragment in self.fragments]
        units = [False, *(_are_one(number, word) for number, word in pairwise(words))]
        return [_pause(*pair, is_unit) for pair, is_unit in zip(pairwise(words), units, strict=False)]

    @cached_property
    def lefts(self) -> list[float]:
        """Where each fragment begins on one line with a space at its beginning."""
        return [self.stops[number] + self.space * self.is_apart(number) for number in range(len(self.fragments))]

    def is_apart(self, number: int) -> bool:
        """Whether a space is before a fragment."""
        return self.fragments[number][0] == " "

    def lines(self, breaks: Sequence[int]) -> list[str]:
        """The lines that end before the fragments of these numbers."""
        starts = (0, *breaks[:-1])
        return ["".join(self.fragments[start:stop]).lstrip(" ") for start, stop in zip(starts, breaks, strict=True)]

    def break_late(self, limit: float) -> list[int]:
        """Breaks for lines as long as `limit` allows; a longer fragment gets its own line and sticks out.

        No line ends between a number and what it counts or limits, and the last one is no single word if the line
        before it can spare another.
        """
        fragments, limit, stops = self.fragments, limit + TOLERANCE, self.stops
        count = len(fragments)
        if self.whole <= limit:
            return [count]
        breaks, start = list[int](), 0
        while start < count:
            left = stops[start] + (self.space if fragments[start][0] == " " else 0.0)
            end = max(bisect_right(stops, left + limit, start) - 1, start + 1)
            while start + 1 < end < count and _are_one(fragments[end - 1], fragments[end]):
                end -= 1
            start = end
            breaks.append(start)
        if len(breaks) > 1 and breaks[-2] >= self.last_word:
            breaks[-2] = self._last_break(breaks[-3] if len(breaks) > 2 else 0, breaks[-2], limit)
        return breaks

    @property
    def last_word(self) -> int:
        """The fragment with which the last word begins, which may be broken after a hyphen."""
        return next(number for number in range(len(self.fragments) - 1, -1, -1) if self.is_apart(number))

    def _last_break(self, start: int, end: int, limit: float) -> int:
        """Where the last line begins if the one before it, from fragment `start` to `end`, can spare words for it."""
        parts, last = self.fragments, self.last_word
        if last <= start or self.stops[-1] - self.stops[last] - self.space > limit:
            return end
        place = last
        while place - 2 > start and self.is_apart(place - 1) and self.is_apart(place):
            is_enough = place < last and not _are_one(parts[place - 1], parts[place])
            if is_enough or self.stops[-1] - self.stops[place - 1] - self.space > limit:
                break
            place -= 1
        return place

    def break_evenly(self, limit: float, late: list[int]) -> list[int]:
        """Breaks for as few lines as the `late` ones, where a reader pauses, and as even as that allows.

        No line ends with a short word that belongs to the next one, and none is a single word, if that is possible.
        No fragment may be longer than `limit`.
        """
        count = len(self.fragments)
        if len(late) == 1 or count == len(late):
            return late
        stops, even, limit = self.stops, self.stops[-1] / len(late), limit + TOLERANCE
        halts, lasts = self.halts, range(count - len(late) + 1, count + 1)
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        for first, last in zip(self._firsts(limit, len(late)), lasts, strict=True):
            found: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (cost, breaks) in best.items():
                left = self.lefts[start]
                end_of_range = min(bisect_right(stops, left + limit, start) - 1, last) + 1
                for end in range(max(first, start + 1), end_of_range):
                    halt = halts[end - 1] if end < count else USUAL
                    lonely = LONELY * (end == start + 1 and halt >= USUAL)  # a word before a comma may be alone
                    total = cost + halt + lonely + ((stops[end] - left - even) / even) ** 2
                    if end not in found or total < found[end][0]:
                        found[end] = total, (*breaks, end)
            best = found
        return list(best[count][1])

    def _firsts(self, limit: float, lines: int) -> list[int]:
        """The first fragment after each line that leaves no more than there is room for on the lines below it."""
        found = [len(self.fragments)]
        for _ in range(lines - 1):
            found.append(bisect_left(self.lefts, self.stops[found[-1]] - limit))
        return found[::-1]


class Breakable(Struct, frozen=True):
    """A text in its paragraphs, measured in type of 1 point."""

    paragraphs: tuple[Paragraph, ...]
    longest: float
    """Width of the longest fragment: a word, or a part of one that may be broken after its hyphens."""
    lengths: tuple[float, ...]
    """How long each paragraph is on one line with a space at its beginning."""
    space: float

    def least_count(self, limit: float) -> int:
        """A number of lines at most `limit` wide that is surely needed: a line gains no more than a space."""
        room = limit + self.space + TOLERANCE
        return sum([max(1, ceil(length / room - TOLERANCE)) for length in self.lengths])

    def lines(self, breaks: Sequence[Sequence[int]]) -> list[str]:
        """The lines that the breaks of each paragraph make."""
        return [line for paragraph, ends in zip(self.paragraphs, breaks, strict=True) for line in paragraph.lines(ends)]

    def break_late(self, limit: float) -> list[list[int]]:
        """Breaks for lines as long as `limit` allows."""
        return [paragraph.break_late(limit) for paragraph in self.paragraphs]

    def break_evenly(self, limit: float, late: Sequence[list[int]]) -> list[list[int]]:
        """Breaks for as few lines as the `late` ones, and as even ones as a reader's pauses allow."""
        return [paragraph.break_evenly(limit, ends) for paragraph, ends in zip(self.paragraphs, late, strict=True)]


@lru_cache(maxsize=1024)  # a text is fitted into several places one after the other; what was found is kept by `fit`
def measure(text: str, name: str) -> Breakable:
    """A text in the font `name`, measured so that it can be broken at any size; a line feed always breaks it."""
    paragraphs = tuple(_measure_paragraph(line, name) for line in text.split("\n"))
    lengths = tuple(paragraph.stops[-1] for paragraph in paragraphs)
    return Breakable(paragraphs, max(paragraph.longest for paragraph in paragraphs), lengths, paragraphs[0].space)


def _measure_paragraph(text: str, name: str) -> Paragraph:
    words, space = [word for word in text.split(" ") if word], unit_width(" ", name)
    if SEPARATOR in words:
        words = _with_separators(words)
    fragments, wide = [" " + word for word in words], [unit_width(word, name) for word in words]
    stops = [space + one for one in wide]
    if "-" in text:
        for place in reversed([place for place, word in enumerate(words) if "-" in word]):
            first, *others = split_word(words[place])
            alone = [unit_width(part, name) for part in (first, *others)]
            fragments[place : place + 1], wide[place : place + 1] = (" " + first, *others), alone
            stops[place : place + 1] = space + alone[0], *alone[1:]
    return Paragraph(fragments, list(accumulate(stops, initial=0.0)), max(wide, default=0.0), space)


def _with_separators(words: Sequence[str]) -> list[str]:
    """Words, and the separators between texts with the word before each, because no line begins with one."""
    found: list[str] = []
    for word in words:
        if word == SEPARATOR and found:
            found[-1] += " " + word
        else:
            found.append(word)
    return found


@lru_cache(maxsize=256)  # a word is in several texts of a card
def split_word(word: str) -> Sequence[str]:
    """The fragments of a word, which may be broken after a hyphen with three letters or more on either side."""
    return AFTER_HYPHEN.split(word) if "-" in word else (word,)


def _pause(word: str, following: str, is_unit: bool) -> float:
    """How much a reader stumbles at a line that ends with this word, before a `following` one.

    `is_unit`: whether the word belongs to a number before it, such as "s".
    """
    if word[-1] in SENTENCE_ENDS:
        return 0.0
    if word[-1] in PAUSES:
        return COMMA
    if word[-1] == "-" or _are_one(word, following):
        return SHORT
    if is_unit or not word.isalpha() or len(word) > SHORT_WORD:
        return USUAL
    is_pair = len(word) > 1 and len(following) <= SHORT_WORD  # the one after an article belongs to it
    return PAIR if is_pair else SHORT


def _are_one(word: str, following: str) -> bool:
    """Whether one of two words is a number that means nothing without the other: "3 days", "most 5.", "Circle ×3".

    So is a short word that opens parentheses: "(a clot?)".
    """
    opening = word.lstrip(" ")
    if opening[0] == "(" and opening[1:].isalpha() and len(opening) <= SHORT_WORD + 1:
        return True
    first = following.lstrip(" ")[:1]
    if first == TIMES or first.isdigit():  # a number that counts nothing ends what it limits
        return (first == TIMES or following[-1] in NUMBER_ENDS) and word[-1].isalpha()
    return word[-1].isdigit() and word.lstrip(" (")[0].isdigit() and following.lstrip(" ")[:1].isalpha()


def soften(text: str, name: str, limit: float, language: str) -> str:
    """A text with soft hyphens in the words that are wider than a line; the same text when there are none."""
    return WORD.sub(lambda word: _soften_word(word[0], name, limit, language), text)


def _soften_word(word: str, name: str, limit: float, language: str) -> str:
    if max(unit_width(part, name) for part in split_word(word)) <= limit:
        return word
    return SOFT_HYPHEN.join(hyphenation.break_word(word, language))


def break_softly(text: str, name: str, limit: float) -> list[str]:
    """Lines as long as the room allows; a line that ends at a soft hyphen ends with a hyphen, others show none."""
    hyphen, space, limit = unit_width("-", name), unit_width(" ", name), limit + TOLERANCE
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for number, word in enumerate(filter(None, paragraph.split(" "))):
            for place, (part, soft) in enumerate(_soft_parts(word)):
                wide, before = unit_width(part, name), space * (place == 0 and number > 0)
                if line and used + before + wide + hyphen * soft > limit:
                    lines.append(f"{line}-" if line.endswith(SOFT_HYPHEN) else line)
                    line, used, before = "", 0.0, 0.0
                line = f"{line}{' ' if before else ''}{part}{SOFT_HYPHEN * soft}"
                used += before + wide
        lines.append(line)
    return [line.replace(SOFT_HYPHEN, "") for line in lines]


def _soft_parts(word: str) -> list[tuple[str, bool]]:
    """The parts of a word, and whether a soft hyphen is after each."""
    *parts, last = word.split(SOFT_HYPHEN)
    found = [(piece, False) for part in parts for piece in AFTER_HYPHEN.split(part)]
    ends = [len(AFTER_HYPHEN.split(part)) for part in parts]
    for end in accumulate(ends):
        found[end - 1] = (found[end - 1][0], True)
    return [*found, *((piece, False) for piece in AFTER_HYPHEN.split(last))]
