"""The words of one language: names of things, and phrases with numbers in them."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Struct

from cardgen.errors import Fault, UserError, shorten
from cardgen.files import DATA, find_by_name, matching_files, own_folder, read_text
from cardgen.model.vocabulary import Short, Text
from cardgen.reading.documents import build_document, read_document
from cardgen.reading.models import Model
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.wording import templates
from cardgen.wording.translation import Translation

ENGLISH = "en"
ENGLISH_FILE = DATA / "languages" / ENGLISH / "words.yaml"


class SideWords(Model, frozen=True):
    """The fact that says which side."""

    word: str
    note: str


class SafetyNote(Model, frozen=True):
    """One paragraph with an icon: of the safety card, of how to read a booklet."""

    icon: str
    heading: str
    text: str


class Sign(Model, frozen=True):
    """One line of a session plan."""

    icon: str
    text: str


class Advice(Model, frozen=True):
    """What to do, and the commands to do it with."""

    heading: str
    text: str
    commands: list[str] = []


class AreaWords(Model, frozen=True):
    """A body area: its name, the letter on its tabs, and the cautions that belong to it."""

    name: Short
    letter: Annotated[str, msgspec.Meta(min_length=1, max_length=2)]
    cautions: list[Text]


class Words(Model, frozen=True, kw_only=True):
    """Everything that cardgen itself says, in one language."""

    language: str
    """Its own name for itself."""
    areas: dict[str, AreaWords]
    hands: dict[str, str]
    directions: dict[str, str]
    direction_notes: dict[str, str]
    paces: dict[str, str]
    levels: dict[str, str]
    techniques: dict[str, str]
    positions: dict[str, str]
    givers: dict[str, str]
    limbs: dict[str, str]
    sides: dict[str, SideWords]
    groups: dict[str, str]
    icons: dict[str, str] = {}
    """What icons mean, where their files do not say it in this language."""
    heard: dict[str, str]
    """What icons say to those who cannot see them: by the first word of their names, or by their group."""
    signs: dict[str, str]
    both: dict[str, str]
    changes: dict[str, str]
    changes_how: dict[str, str]
    """What is done meanwhile."""
    left_out: dict[str, str]
    phrases: dict[str, str]
    checks: list[Sign]
    care: list[Sign]
    calibration: list[Advice]
    calibration_hints: list[Advice]
    reading: list[SafetyNote]
    safety: list[SafetyNote]

    def say(self, phrase: str, **values: object) -> str:
        """A phrase with its values filled in."""
        return fill(self.phrases[phrase], **values)


class Language(Struct, frozen=True):
    """The words of a language, and the warnings about its file."""

    words: Words
    missing: tuple[Fault, ...] = ()
    """What is printed in English."""
    unknown: tuple[Fault, ...] = ()
    """What is never printed."""


def languages() -> dict[str, Path]:
    """The words files that are found, by the codes of their languages."""
    places = (DATA, own_folder())
    found = (path for place in places for path in matching_files(place, "languages/*/words.yaml"))
    return {path.parent.name.lower(): path for path in found}


def words(code: str) -> Words:
    """The words of a language, with English ones for those it lacks; UserError when there is no such language."""
    return language(code).words


def language_warnings(code: str) -> tuple[Fault, ...]:
    """What a language lacks, and what it says in vain."""
    return (*language(code).missing, *language(code).unknown)


@cache
def language(code: str) -> Language:
    """The language with this code; UserError when there is none."""
    return read_language(find_by_name("language", code, languages()))


def read_language(path: Path) -> Language:
    """The language of a words file; UserError with every fault in it."""
    origin = Origin(path, read_text(path))
    parsed = parse_yaml(origin)
    if path == ENGLISH_FILE or not isinstance(parsed.data, dict):
        return Language(build_document(origin, parsed, Words).model)
    translation = Translation(parsed.data, _english())
    completed = parsed._replace(data=translation.complete())
    document = build_document(origin, completed, Words, translation.faults)
    return Language(document.model, tuple(translation.missing(document)), tuple(translation.unknown(document)))


@cache
def _english() -> dict[str, Any]:
    """cardgen's own English words, as plain values."""
    english: dict[str, Any] = msgspec.to_builtins(read_document(ENGLISH_FILE, Words).model)
    return english


def fill(template: str, **values: object) -> str:
    """Fill values into a phrase; UserError for a phrase that cannot be filled, or does more than be filled.

    Names alone are put in directly: Jinja2 takes longer to start than a card to print. For conditions every value is a
    text. Values are never templates.
    """
    if "{" not in template:
        return template
    try:
        if LOGIC.search(template):
            return templates.filled(template, {name: str(value) for name, value in values.items()})
        return NAME.sub(lambda match: str(values[match[1]]), template)
    except (KeyError, templates.TemplateError) as error:
        raise UserError(Fault(f"The phrase '{shorten(template)}' cannot be filled: {error}.")) from None


NAME = re.compile(r"\{\{ (\w+) \}\}")
LOGIC = re.compile(r"\{[%#]|\{\{(?! \w+ \}\})")
"""What only Jinja2 can do: conditions."""
