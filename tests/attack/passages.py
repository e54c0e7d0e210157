"""Compares texts by their letters and digits alone, and finds what a print says of each step."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tests.attack.print_reader import ReadFace

BETWEEN = "\x1f"
"""Between two blocks; no text of an author has it."""
TOKEN = re.compile(rf"\d+(?: ?:\d+)?|[^\W\d_]+|{BETWEEN}")
"""A clock is one number: "1:10, 10:10" has no "10:10" that begins in the middle."""
SENTENCE_END = re.compile(r"(?<=[.!?:]) ")
Wanted = tuple[str, ...]
"""Texts, one of which must be there."""
LEAST_PIECE = 2
"""Letters of a text's part at the beginning of a block; at the end of one may be a word of one letter."""
START = 3
"""The letters by which known texts are found."""


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """The letters and whole numbers of a text, so that neither lines, hyphens nor signs between them matter."""
    tokens = TOKEN.findall(unicodedata.normalize("NFD", text.casefold()))
    return "".join(f"|{token.replace(' ', '')}|" if token[0].isdigit() else token for token in tokens)


class Vocabulary:
    """All texts that may be on a print; what is printed is one of them, or several after each other."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` are plain."""
        self.starting: dict[str, list[str]] = {}
        for text in sorted(texts, key=len, reverse=True):
            self.starting.setdefault(text[:START], []).append(text)

    def explains(self, printed: str) -> bool:
        """Whether a plain text consists of known ones."""
        return len(printed) in self._ends(printed)

    def begins(self, printed: str) -> bool:
        """Whether a plain text consists of known ones, the last of which may be cut off."""
        return any(
            known.startswith(printed[end:])
            for end in self._ends(printed)
            for known in self._starting_with(printed[end : end + START])
        )

    def _starting_with(self, start: str) -> Iterator[str]:
        for key in self.starting if len(start) < START else (start,):
            if key.startswith(start):
                yield from self.starting.get(key, ())

    def _ends(self, printed: str) -> set[int]:
        """Where known texts that follow each other from the beginning may end."""
        ends, waiting = {0}, [0]
        while waiting:
            start = waiting.pop()
            for size in range(1, START + 1):
                for known in self.starting.get(printed[start : start + size], ()):
                    if printed.startswith(known, start) and start + len(known) not in ends:
                        ends.add(start + len(known))
                        waiting.append(start + len(known))
        return ends


class Passage(NamedTuple):
    """What is read from one heading, or one row of a table, to the next."""

    blocks: tuple[str, ...]
    """Plain texts."""
    is_row: bool = False
    """Of a table."""
    face: int = 0
    """The number of the face that it is on."""


def passages(faces: Sequence[ReadFace], heads: Iterable[str]) -> Iterator[Passage]:
    """The passages of a print; those about steps begin with one of these heads, or are rows."""
    known = tuple(heads)
    for number, face in enumerate(faces):
        blocks, row, headed = list[str](), 0, False
        for block in face.blocks:
            text, is_heading = plain(block.text), "H2" in block.roles
            if block.row != row or "H1" in block.roles or text.startswith(known) or (is_heading and not headed):
                if blocks:
                    yield Passage(tuple(blocks), bool(row), number)
                blocks, row, headed = [], block.row, is_heading or "H1" in block.roles
            blocks.append(text)
        yield Passage((*blocks, *(plain(text) for text in face.decorated)), bool(row), number)


def blocks_of(found: Sequence[Passage]) -> list[str]:
    """The plain texts of passages, in order."""
    return [block for passage in found for block in passage.blocks]


def missing(blocks: Sequence[str], wanted: Sequence[Wanted], more: Sequence[Wanted] = ()) -> Iterator[str]:
    """The texts that blocks do not have, the longest first; each is looked for where no other one was found.

    What is said `more` may be a part of another text.
    """
    left = whole = BETWEEN.join(["", *blocks, ""])
    for texts in sorted((*wanted, *more), key=lambda texts: -len(plain(texts[0]))):
        looked_for = [text for text in map(plain, texts) if text]
        found = next((text for text in looked_for if text in left), "")
        if found:
            left = left.replace(found, BETWEEN, 1)
        elif rest := without_sentences(texts[0], left):
            left = rest
        elif looked_for and not (
            is_divided(looked_for[0], blocks) or (texts in more and any(text in whole for text in looked_for))
        ):
            yield texts[0]


def without_sentences(text: str, left: str) -> str:
    """What is left without the sentences of a text, each in a place of its own; empty if one of them is not there."""
    for sentence in map(plain, SENTENCE_END.split(text)):
        if not sentence or sentence not in left:
            return ""
        left = left.replace(sentence, BETWEEN, 1)
    return left


def is_divided(text: str, blocks: Sequence[str]) -> bool:
    """Whether a text begins at the end of one block and ends at the beginning of a later one, as where a page ends."""
    return any(
        block.endswith(text[:size]) and any(later.startswith(text[size:]) for later in blocks[number:])
        for number, block in enumerate(blocks, 1)
        for size in range(1, min(len(text) - LEAST_PIECE, len(block)) + 1)
    )
