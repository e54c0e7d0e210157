"""Compares the words of a language with the English ones: English fills the gaps, and warnings name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from cardgen.artwork.icons import icons
from cardgen.errors import Fault, name_first
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place
from cardgen.suggestions import suggest
from cardgen.wording import templates

ICON = "icon"
ICONS = "icons"
"""The section that may have a word for every icon, your own ones too."""
MOST_WORDS_NAMED = 6
"""The most missing words that a warning names."""

NEEDED = {"most"}
"""Values that no language may leave out: a fixed number in their place would be wrong in some sessions."""

SPARED = {"limb"}
"""Values that a language may leave out: one word, such as "side", may stand for every limb."""
OF_OWN_CHOICE = ("checks", "care", "reading", "key", "safety", "working", "afterwards", "see_doctor")
"""Lists whose entries may be about something else than the English ones in their places."""


class Translation(Struct, frozen=True):
    """The words of a language and the English ones, as plain values."""

    own: dict[str, Any]
    english: dict[str, Any]

    def complete(self) -> dict[str, Any]:
        """The words of the language, with English ones instead of those that are missing."""
        completed: dict[str, Any] = _fill_up(self.own, self.english)
        return completed

    def faults(self, document: Document[Any]) -> Iterator[Fault]:
        """Phrases that cannot be filled with the values that the English ones get."""
        for place, own, english in _pairs(self.own, self.english, ()):
            try:
                asked, given = templates.placeholders(own), templates.placeholders(english)
            except templates.TemplateError as error:
                problem = f"This phrase cannot be filled: {str(error.message).rstrip('.')}."
                yield document.fault(place, problem, f"Compare it with: {english}")
                continue
            for name in sorted(asked - given):
                remedy = f"Write one of: {', '.join(sorted(given))}." if given else "Leave it out."
                yield document.fault(place, f"There is no '{name}' for this phrase.", remedy)
            for name in sorted(_needed(place, given) - asked):
                stands_for = "a limit that a routine may set" if name in NEEDED else "and with it what a routine says"
                problem = f"This phrase lacks '{{{{ {name} }}}}', {stands_for}."
                yield document.fault(place, problem, f"Compare it with: {english}")

    def missing(self, document: Document[Any]) -> Iterator[Fault]:
        """A warning of sections that the language lacks, and one for each section with gaps."""
        if sections := [section for section in self.english if self.own.get(section) is None]:
            yield document.warning((), _in_english(sections), "Translate what is missing.")
        for section, words in self.english.items():
            if names := list(_missing(self.own.get(section), words)):
                problem = f"{section}: {_in_english(names)}"
                yield document.warning((section,), problem, "Translate what is missing.", key=True)

    def unknown(self, document: Document[Any]) -> Iterator[Fault]:
        """A warning for each word that is never printed."""
        for section, words in self.own.items():
            known = icons() if section == ICONS else self.english.get(section)
            if isinstance(words, dict) and isinstance(known, dict):
                for name in [name for name in words if name not in known]:
                    problem = f"{section}: '{name}' is never printed."
                    yield document.warning((section, name), problem, suggest(name, known), key=True)


def _needed(place: Place, given: set[str]) -> set[str]:
    """Those of the values of an English phrase that no language may leave out."""
    return NEEDED & given if place[0] in OF_OWN_CHOICE else given - SPARED


def _in_english(names: Sequence[str]) -> str:
    """A report of missing words."""
    quoted = [f"'{name}'" for name in names]
    return f"No words for {name_first(quoted, MOST_WORDS_NAMED)}. English is printed instead."


def _fill_up(own: Any, english: Any) -> Any:
    """A value of the language; where it, or a part of it, is missing or empty, the English one.

    What is filled into a list comes last: the language's own entries stay where its file has them.
    """
    if _is_gap(own, english):
        return english
    if isinstance(own, dict) and isinstance(english, dict):
        return english | {key: _fill_up(value, english.get(key)) for key, value in own.items()}
    if isinstance(own, list) and isinstance(english, list):
        lost = _limits_lost(own, english)
        filled = [
            _fill_up(value, english[at] if at < len(english) and at not in lost else None)
            for at, value in enumerate(own)
        ]
        return [*filled, *(english[at] for at in lost), *english[len(own) :]]
    return own


def _limits_lost(own: list[Any], english: list[Any]) -> list[int]:
    """The places in a list of English lines with a limit that the language does not say, but something else there."""
    if any(map(_has_limit, own)):
        return []
    both = enumerate(zip(own, english, strict=False))
    return [at for at, (entry, line) in both if _has_limit(line) and not _is_same_line(entry, line)]


def _has_limit(value: Any) -> bool:
    """Whether a text, or one inside the value, is filled with something that no language may leave out."""
    if isinstance(value, dict | list):
        return any(map(_has_limit, value.values() if isinstance(value, dict) else value))
    try:
        return isinstance(value, str) and bool(NEEDED & templates.placeholders(value))
    except templates.TemplateError:
        return False


def _is_same_line(own: Any, english: Any) -> bool:
    """Whether a line of a list is about the same as the English one in its place; its icon, which stays, tells."""
    given = own.get(ICON) if isinstance(own, dict) else None
    return given is None or given == english.get(ICON)


def _is_gap(own: Any, english: Any) -> bool:
    """Whether a value is missing: an empty text would lose what the English one says."""
    return own is None or (isinstance(own, str) and not own.strip() and bool(english))


def _missing(own: Any, english: Any) -> Iterator[str]:
    """The names of English words that a section lacks: "light", "back.letter", "entry 3"."""
    if isinstance(own, dict) and isinstance(english, dict):
        for name, word in english.items():
            if _is_gap(own.get(name), word):
                yield name
            else:
                yield from (f"{name}.{inner}" for inner in _missing(own[name], word))
    elif isinstance(own, list) and isinstance(english, list):
        lost = _limits_lost(own, english)
        for at, word in enumerate(english):
            if at >= len(own) or at in lost or _is_gap(own[at], word):
                yield f"entry {at + 1}"
            else:
                yield from (f"entry {at + 1}.{inner}" for inner in _missing(own[at], word))


def _pairs(own: Any, english: Any, place: Place) -> Iterator[tuple[Place, str, str]]:
    """Each text of the language with the English one, and its place."""
    if isinstance(own, dict) and isinstance(english, dict):
        for key in [key for key in own if key in english]:
            yield from _pairs(own[key], english[key], (*place, key))
    elif isinstance(own, list) and isinstance(english, list):
        lost = _limits_lost(own, english)
        for at, (entry, word) in enumerate(zip(own, english, strict=False)):
            if at not in lost:
                yield from _pairs(entry, word, (*place, at))
    elif isinstance(own, str) and isinstance(english, str):
        yield place, own, english
