"""Finds routines by what people call them: the names of files here, titles, summaries and body areas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from cardgen.errors import UserError
from cardgen.files.finding import YAML_SUFFIXES, files_in, joined
from cardgen.files.reading import read_text
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.suggestions import same_words

MOST_SUGGESTED = 6
"""The most routines that a report suggests."""
SHORTEST_WORD = 3
"""The fewest letters of a word that is searched for within other words."""
UNTELLING = {"massage", "routine", "with", "your"}
"""Words that are no reason to suggest a routine."""
WORD = re.compile(r"\w+")
PREGNANCY = {"pregnancy", "pregnant", "prenatal"}
NOT_FOR_PREGNANCY = (
    "No routine is made for pregnancy: ask a health professional first. 'abdomen' is not for it; "
    "elsewhere the receiver lies on the side."
)
"""The answer to a word for which another routine would be the wrong one."""


class Description(Struct, frozen=True):
    """What a routine or a program says about itself."""

    name: str
    """To type for it."""
    title: str
    summary: str
    area: str

    def places(self) -> Iterator[str]:
        """The texts to search, the most telling first."""
        yield self.area
        yield self.name
        yield self.title
        yield self.summary


def explain_lack(name: str) -> str:
    """Why no routine answers a word, when none may be suggested instead; empty for any other word."""
    return NOT_FOR_PREGNANCY if PREGNANCY & set(WORD.findall(name.lower())) else ""


def typed_name(name: str) -> str:
    """A name as files have it: in small letters, with hyphens for spaces."""
    return joined("-".join(name.lower().split()))


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
    return _ask_for(_words_of(name), described)


def suggest_by_one_word(name: str, described: Iterable[Description]) -> str:
    """A question with the routines that one of several words belongs to, the longest that is found."""
    described = list(described)
    telling = [word for word in _words_of(name) if len(word) > SHORTEST_WORD and word not in UNTELLING]
    tried = [[word] for word in sorted(telling, key=len, reverse=True)]
    return next(filter(None, (_ask_for(each, described) for each in tried)), "")


def _words_of(name: str) -> list[str]:
    return WORD.findall(name.lower().replace("_", " "))


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


def _rank(words: Iterable[str], described: Description) -> int | None:
    """How far down the texts of a description the words are found, the last of them; None when one is nowhere."""
    places = [set(_words_of(place)) for place in described.places()]
    ranks = []
    for word in words:
        meant = same_words(word)
        at = [rank for rank, place in enumerate(places) if _is_in(meant, place, described.area if rank == 0 else "")]
        if not at:
            return None
        ranks.append(at[0])
    return max(ranks, default=None)


def _is_in(meant: Iterable[str], words: Iterable[str], area: str) -> bool:
    """Whether a text has a word, or the word in the plural; or whether it is this area in other words."""
    return any(
        word == area or any(each == word or (len(word) >= SHORTEST_WORD and each == word + "s") for each in words)
        for word in meant
    )
