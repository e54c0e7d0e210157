"""Finds routines by what people call them: the names of files here, titles, summaries and body areas."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from cardgen.errors import UserError
from cardgen.files.finding import YAML_SUFFIXES, as_name, files_in
from cardgen.files.reading import read_text
from cardgen.library.search_words import in_one_word, search_words, split_words, words_of, words_of_area
from cardgen.reading.parser import Origin, parse_yaml

MOST_SUGGESTED = 6
"""The most routines that a report suggests."""
SHORTEST_WORD = 3
"""The fewest letters of a word that is searched for within other words."""


class Description(Struct, frozen=True):
    """The description that a routine or a program has of itself."""

    name: str
    """To type for it."""
    title: str
    summary: str
    area: str

    def places(self) -> Iterator[set[str]]:
        """The words of its texts and others for the same, the most telling first."""
        yield words_of_area(self.area) if self.area else set()
        yield words_of(self.name)
        yield words_of(self.title)
        yield words_of(self.summary)


def explain_lack(name: str) -> str:
    """The reason why no routine matches a word, and none may be suggested instead; empty for any other word."""
    notes = search_words().notes_for(name)
    return " ".join(note.say for note in notes) if any(note.instead for note in notes) else ""


def advise_searcher(name: str) -> str:
    """The note shown with the routines for a word; empty for nearly all words."""
    notes = search_words().notes_for(name)
    return "" if any(note.instead for note in notes) else " ".join(note.say for note in notes)


def typed_name(name: str) -> str:
    """A name as files have it: in small letters, with hyphens for spaces."""
    return as_name("-".join(name.split()))


def files_here() -> dict[str, Path]:
    """The YAML files in the working directory, by the names that people type for them."""
    found = {name: path for suffix in reversed(YAML_SUFFIXES) for name, path in files_in(Path(), suffix).items()}
    return {typed_name(name): path for name, path in found.items()}


def describe(files: Mapping[str, Path]) -> list[Description]:
    """What files say about themselves; nothing about those that cannot be read."""
    return [description for name, path in files.items() if (description := _read_description(name, path))]


def _read_description(name: str, path: Path) -> Description | None:
    try:
        data = parse_yaml(Origin(path, read_text(path))).data
    except UserError:
        return None
    keys = ("name", "summary", "area")
    texts = [value if isinstance(value := data.get(key), str) else "" for key in keys] if isinstance(data, dict) else []
    return Description(name, *texts) if texts and texts[0] else None


def find_title(name: str, described: Iterable[Description]) -> str | None:
    """The name to type for the only routine with this title, in small or capital letters."""
    found = [each.name for each in described if typed_name(each.title) == typed_name(name)]
    return found[0] if len(found) == 1 else None


def suggest_routines(name: str, described: Iterable[Description]) -> str:
    """A question with the routines that all words belong to; empty when there are none, or many.

    They belong to a routine by its area, else by the name of its file, its title or its summary.
    """
    return _ask_for(split_words(name), described)


def suggest_by_one_word(name: str, described: Iterable[Description]) -> str:
    """A question with the routines that one of several words belongs to, the longest that is found."""
    described = list(described)
    silent = search_words().telling_nothing
    telling = [word for word in split_words(name) if len(word) > SHORTEST_WORD and word not in silent]
    tried = [[word] for word in sorted(telling, key=len, reverse=True)]
    return next(filter(None, (_ask_for(each, described) for each in tried)), "")


def _ask_for(words: Sequence[str], described: Iterable[Description]) -> str:
    """A question with the routines that these words belong to; empty when there are none, or many."""
    ranks = {each.name: rank for each in described if words and (rank := _rank(words, each)) is not None}
    best = [found for found, rank in ranks.items() if rank == min(ranks.values())]
    best.sort(key=lambda found: (not all(word in found for word in words), found))
    found = best if len(best) > 1 else sorted(ranks, key=ranks.__getitem__)[:MOST_SUGGESTED]
    if not found or len(found) > MOST_SUGGESTED:
        return ""
    *others, last = [f"'{name}'" for name in found]
    return f"Did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def _rank(words: Sequence[str], described: Description) -> int | None:
    """How far down the texts of a description the words are found, the last of them; None when one is nowhere."""
    places = list(described.places())
    found = _first(in_one_word(words), places)
    ranks = [_first(word, places) for word in words] if found is None else [found]
    return None if None in ranks else max((rank for rank in ranks if rank is not None), default=None)


def _first(word: str, places: Sequence[Collection[str]]) -> int | None:
    """The first of the texts that has a word, or the word in the plural."""
    return next((rank for rank, place in enumerate(places) if _is_in(word, place)), None)


def _is_in(word: str, words: Iterable[str]) -> bool:
    return any(each == word or (len(word) >= SHORTEST_WORD and each == word + "s") for each in words)
