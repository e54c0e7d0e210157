"""The words that people type to find a massage, and the notes on some of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from cardgen.files.folders import DATA
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.suggestions import SYNONYMS

WORD = re.compile(r"\w+")


class SearchNote(Model, frozen=True, kw_only=True):
    """The note for those who search for some words."""

    words: tuple[str, ...]
    say: str
    instead: bool = False
    """Nothing is found for these words."""
    keep: str = ""
    """The note to keep in mind that the print of a massage chosen in this way should have."""


class SearchWords(Model, frozen=True, kw_only=True):
    """Other words for those in the texts of massages, each with hyphens for spaces."""

    areas: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    telling_nothing: tuple[str, ...]
    """Words that say nothing about a massage."""
    notes: tuple[SearchNote, ...]

    def notes_for(self, asked: str) -> list[SearchNote]:
        """The note for somebody who types this."""
        typed = {*split_words(asked)}
        return [note for note in self.notes if any({*split_words(word)} <= typed for word in note.words)]


@cache
def search_words() -> SearchWords:
    """The words with which people look for a massage."""
    return read_document(DATA / "search.yaml", SearchWords).model


def split_words(text: str) -> list[str]:
    """The words of a text or of a name, in small letters."""
    return WORD.findall(text.lower().replace("_", " "))


def words_of(text: str) -> set[str]:
    """The words of a text, and the others that mean the same, some of them with hyphens."""
    found = set(split_words(text))
    others = (others for word, others in search_words().words.items() if {*split_words(word)} <= found)
    return found.union(*others)


def words_of_area(area: str) -> set[str]:
    """The words of the name of a body area, and those for it and for its parts, some of them with hyphens."""
    meant = (word for word, known in SYNONYMS.items() if area in known.split())
    return {area, *split_words(area), *meant, *search_words().areas.get(area, ())}


def in_one_word(words: Iterable[str]) -> str:
    """Several words as one is written that is made of them: "lower back" as "lower-back"."""
    return "-".join(words)
