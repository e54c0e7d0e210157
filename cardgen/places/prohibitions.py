"""The places that a caution forbids to press or to touch, in the words of `prohibitions.yaml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial

from msgspec import Struct

from cardgen.files.folders import DATA
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.reading.word_patterns import any_in, any_of

SENTENCE_END = r"[.;:!?]"
WORD = re.compile(r"\w+")
OTHER_PLACE = r"(?:the|your|its) [\w'-]+(?: (?!and |or |nor )[\w'-]+)?"
"""A place that no list has, between others: "the throat, the collarbones and the neck"."""
OTHER_WORD = r"[\w'-]+(?=,| and | or )"
PRONOUN = r"\b(?:it|them)\b"
BESIDE = r".*\b(?:beside|next to|behind|along|down|around|either side of) the "
MOST_PATTERNS = 512
"""How many patterns are kept: a caution is read for its figure, and again for several warnings."""
START, GAP, PLACES = "^", "...", "X"
SPECIAL = (START, GAP, PLACES)
"""The parts of a form: the start of a sentence or of a part of it, some words, the places."""


class Prohibitions(Model, frozen=True):
    """The forms in which a place is forbidden, and the words in them."""

    forms: list[str]
    bare_forms: list[str]
    tools: list[str]
    words: dict[str, list[str]]
    gap_ends: list[str]
    articles: list[str]
    links: list[str]
    limits: list[str]


class Form(Struct, frozen=True, dict=True):
    """A form in which a place is forbidden."""

    words: str

    def may_match(self, spoken: str) -> bool:
        """Whether spaced words have its own: few sentences have those of any form, whose patterns take long to make."""
        return all(any(word in spoken for word in alike) for alike in self._needed)

    @cached_property
    def _needed(self) -> list[list[str]]:
        """For each word that must be there, all that mean the same."""
        needed = [word for word in self.words.split() if word not in SPECIAL and not word.endswith("?")]
        return [[_spaced(alike) for alike in _prohibitions().words.get(word, [word])] for word in needed]


def _spaced(text: str) -> str:
    """The words of a text with a space before and after each."""
    return f" {' '.join(WORD.findall(text))} "


@cache
def _prohibitions() -> Prohibitions:
    return read_document(DATA / "body" / "prohibitions.yaml", Prohibitions).model


def forbidden_places(text: str, names: Iterable[str]) -> Iterator[str]:
    """Which of the names of places a text forbids to press or to touch."""
    known, (forms, bare), tools = tuple(names), _forms(), _prohibitions().tools
    starts = _first_words(known)
    for sentence in re.split(SENTENCE_END, " ".join(text.lower().replace("\u2019", "'").split())):
        if starts.isdisjoint(WORD.findall(sentence)) or not (
            named := tuple(each for each in known if each in sentence)
        ):
            continue
        yield from _found(forms, sentence, named)
        yield from (name for name in _found(bare, sentence, named) if name not in tools)


def _found(forms: Iterable[Form], sentence: str, names: tuple[str, ...]) -> Iterator[str]:
    """The places in all matches of forms; "it" is the last place before the form: of "beside the spine", the spine.

    `names` are those in the sentence: a pattern of all names would take long to make.
    """
    limit, named, spoken = _limit(), re.compile(_named(names, sentence)), _spaced(sentence)
    for form in forms:
        for match in _pattern(form.words, names, sentence).finditer(sentence) if form.may_match(spoken) else ():
            found = list(named.finditer(sentence, *match.span("places")))
            if re.fullmatch(PRONOUN, match["places"]):
                yield from (re.sub(BESIDE, "", name) for name in named.findall(sentence[: match.start()])[-1:])
            yield from (name[0] for name in found if not limit.match(sentence, name.end()))


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(_prohibitions().limits)})\b")


@cache
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    """The first words of some names: few sentences have any of them."""
    return frozenset(WORD.findall(name)[0] for name in names)


def _named(names: tuple[str, ...], sentence: str) -> str:
    """A pattern for names, the longest first; a part of a place, such as the front of the neck, is another place."""
    no_part = "".join(
        rf"(?:(?<!\b{of})|(?<=\bclear {of})|(?<=\bout {of})|(?<=\boff {of}))"
        for of in ("of ", "of the ")
        if of in sentence
    )
    return rf"{no_part}\b(?:{any_of(names)})\b(?! of\b)"


@cache
def _forms() -> tuple[list[Form], list[Form]]:
    """The forms, and the bare ones."""
    return [Form(form) for form in _prohibitions().forms], [Form(form) for form in _prohibitions().bare_forms]


@lru_cache(MOST_PATTERNS)
def _pattern(form: str, names: tuple[str, ...], sentence: str) -> re.Pattern[str]:
    """A form with the places that it may name, of the words in this sentence: all words would take long to make."""
    known, one_of = _prohibitions(), partial(any_in, sentence)
    place = rf"(?:(?:{one_of(known.articles)}) )*(?:{_named(names, sentence)})(?: tissue)?|{OTHER_PLACE}"
    link = rf"(?:,? (?:{one_of(known.links)}) |, )"
    places = rf"(?P<places>{PRONOUN}|(?:{place})(?:{link}(?:{place}|{OTHER_WORD}))*)"
    return re.compile("".join(_part(word, places, one_of) for word in form.split()).rstrip(" "))


def _part(word: str, places: str, one_of: Callable[[Iterable[str]], str]) -> str:
    """One word of a form as a pattern, with the space after it."""
    gap = rf"(?:(?!(?:{one_of(_prohibitions().gap_ends)}) )[\w'-]+ ){{0,4}}?"
    special = {START: r"(?:^|,) ?(?:and |but )?", GAP: gap, PLACES: places + " ?"}
    if word in special:
        return special[word]
    bare = word.removesuffix("?")
    found = rf"\b(?:{one_of(_prohibitions().words.get(bare, [bare]))})\b "
    return f"(?:{found})?" if word != bare else found
