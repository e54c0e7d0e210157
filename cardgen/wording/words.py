"""The words of a language: names, phrases with values in them, and whole texts."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from cardgen.artwork.icons import icons
from cardgen.errors import Fault, UserError, shorten
from cardgen.files.finding import as_name, find_by_name, matching_files
from cardgen.files.folders import DATA
from cardgen.files.own_files import own_folder
from cardgen.files.reading import read_text
from cardgen.model.amount import Amount
from cardgen.model.vocabulary import Short, Text
from cardgen.reading.documents import Document, build_document, read_document
from cardgen.reading.models import Model
from cardgen.reading.parser import Origin, parse_yaml
from cardgen.reading.value_types import Place, Spot
from cardgen.scene.printability import explain_unprintable
from cardgen.suggestions import suggest
from cardgen.wording import templates, translation
from cardgen.wording.entry_words import (
    AreaWords,
    ComfortWords,
    InstructionWords,
    LineWords,
    PositionWords,
    RuleWords,
    SideWords,
    WorkingWords,
)
from cardgen.wording.shown_words import KeyWords, ShownWords

ENGLISH = "en"
ENGLISH_FILE = DATA / "languages" / ENGLISH / "words.yaml"


class Words(Model, frozen=True, kw_only=True, dict=True):
    """Everything that cardgen itself prints, in one language."""

    language: str
    """The name of the language, in that language."""
    areas: dict[str, AreaWords]
    hands: dict[str, str]
    directions: dict[str, str]
    direction_notes: dict[str, str]
    paces: dict[str, str]
    at_pace: dict[str, str]
    """A pace in a sentence of its own."""
    levels: dict[str, str]
    techniques: dict[str, str]
    positions: dict[str, str]
    comfort: dict[str, list[ComfortWords]]
    """What makes a position comfortable, for those that need it."""
    position_limits: dict[str, PositionWords]
    """What holds in a position for some receivers."""
    givers: dict[str, str]
    limbs: dict[str, str]
    sides: dict[str, SideWords]
    groups: dict[str, str]
    icons: dict[str, str] = {}
    """The meanings of icons, in a language other than that of their files."""
    heard: dict[str, str]
    """Alternative texts of icons, by the first word of their names or by their group."""
    signs: dict[str, str]
    sign_details: dict[str, list[ShownWords]]
    """What more a sign may say."""
    both: dict[str, str]
    changes: dict[str, str]
    changes_how: dict[str, str]
    """What to do during each change."""
    left_out: dict[str, str]
    phrases: dict[str, str]
    checks: list[LineWords]
    care: list[LineWords]
    calibration: Annotated[list[InstructionWords], msgspec.Meta(min_length=5, max_length=5)]
    """Three for the front of the test sheet, two for its back."""
    calibration_hints: list[InstructionWords]
    reading: list[KeyWords]
    key: list[KeyWords]
    places: dict[str, Short]
    """The labels of places that take no pressure, on a map of the body."""
    safety: list[RuleWords]
    """cardgen's own rules for every session."""
    working: list[WorkingWords]
    """How to work in every session."""
    afterwards: list[WorkingWords]
    """What is normal after a session, and what is not."""
    see_doctor: list[LineWords]
    """The same on a session plan, in a line."""
    glossary: dict[str, str]
    """The meanings of words of the trade."""
    glossary_forms: dict[str, list[Text]]
    """The forms in which texts have some of these words."""
    recognized: dict[Literal["both", "small", "or", "turning", "leaving_out", "getting_up", "wiping", "loose"], str]
    """Words by which authors' texts are understood, separated by spaces."""

    @cached_property
    def amounts(self) -> dict[Amount, str]:
        """Amounts that were put into words: a deck has few different ones."""
        return {}

    def say(self, phrase: str, **values: object) -> str:
        """A phrase with its values filled in."""
        return fill(self.phrases[phrase], **values)


class Language(Struct, frozen=True):
    """The words of a language, and the warnings about its file."""

    words: Words
    missing: tuple[Fault, ...] = ()
    """Warnings of words that are printed in English."""
    unknown: tuple[Fault, ...] = ()
    """Warnings of words that are never printed."""
    document: Document[Words] | None = None
    """Its file; None for cardgen's own."""


def languages() -> dict[str, Path]:
    """The words files that are found, by the codes of their languages."""
    places = (DATA, own_folder())
    found = (path for place in places for path in matching_files(place, "languages/*/words.yaml"))
    return {as_name(path.parent.name): path for path in found}


def language_faults(code: str) -> Iterator[Fault]:
    """The fault of a language that does not exist, with the nearest known one, and where it says how to make one."""
    known = languages()
    if as_name(code) not in known:
        remedy = f"{suggest(as_name(code), known)} To make one, see 'A language of your own' in docs/settings.md."
        yield Fault(f"There is no language '{shorten(code)}'.", remedy)


def words(code: str) -> Words:
    """The words of a language, completed with English ones; UserError for an unknown language."""
    return language(code).words


def language_warnings(code: str) -> tuple[Fault, ...]:
    """Warnings of what a language lacks, and of what nothing prints."""
    return (*language(code).missing, *language(code).unknown)


@cache
def language(code: str) -> Language:
    """The language with this code; UserError for an unknown one."""
    return read_language(find_by_name("language", code, languages()))


def read_language(path: Path) -> Language:
    """Read a words file; UserError with every fault in it."""
    origin = Origin(path, read_text(path))
    parsed = parse_yaml(origin)
    if path == ENGLISH_FILE or not isinstance(parsed.data, dict | None):
        return Language(build_document(origin, parsed, Words).model)
    completing = translation.Translation(parsed.data or {}, _english())
    completed = parsed._replace(data=completing.complete())
    document = build_document(origin, completed, Words, lambda found: _faults(found, completing))
    missing, unknown = tuple(completing.missing(document)), tuple(completing.unknown(document))
    return Language(document.model, missing, unknown, document)


def word_fault(spoken: Words, text: str, problem: str, remedy: str) -> Fault:
    """A fault of a text that a language has, or of one made of several, at its place in the language's file."""
    for code in languages():
        with suppress(UserError):
            known = language(code)
            if known.words is spoken and known.document:
                parts = ((spot, part) for spot, part in known.document.texts if part and part in text)
                spot, _ = max(parts, key=lambda part: len(part[1]), default=(Spot(1, 1), ""))
                return known.document.fault_at(spot, problem, remedy)
    return Fault(problem, remedy)


def _faults(document: Document[Words], completing: "translation.Translation") -> Iterator[Fault]:
    """Phrases that cannot be filled, icons that do not exist, and characters that the fonts lack."""
    yield from completing.faults(document)
    for place, name in _named(document.model, ()):
        kind, known = ("icon", icons()) if place[-1] == "icon" else ("body area", document.model.areas)
        if name not in known:
            remedy = f"{suggest(name, known)} Names of {kind}s are not translated."
            yield document.fault(place, f"There is no {kind} '{shorten(name)}'.", remedy)
    yield from _gathering_faults(document)
    for spot, text in document.texts:
        if found := explain_unprintable(text):
            yield document.fault_at(spot, *found)


def _named(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Every name of an icon or a body area in the words of a language, however deep, with its place."""
    if isinstance(value, Struct):
        for name, held in msgspec.structs.asdict(value).items():
            if name == "icon":
                yield (*place, name), held
            elif name == "areas" and isinstance(held, list):
                yield from (((*place, name, at), each) for at, each in enumerate(held))
            else:
                yield from _named(held, (*place, name))
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _named(inner, (*place, key))


def _gathering_faults(document: Document[Words]) -> Iterator[Fault]:
    """Rules to which the same texts of authors would be added."""
    first: dict[str, int] = {}
    for index, rule in enumerate(document.model.safety):
        if rule.gathers and first.setdefault(rule.gathers, index) != index:
            problem = f"Entry {first[rule.gathers] + 1} gathers '{rule.gathers}' too."
            remedy = "Leave it out in one of them: what authors say there is printed once."
            yield document.fault(("safety", index, "gathers"), problem, remedy)


@cache
def _english() -> dict[str, Any]:
    """cardgen's own English words, as plain values."""
    english: dict[str, Any] = msgspec.to_builtins(read_document(ENGLISH_FILE, Words).model)
    return english


def fill(template: str, **values: object) -> str:
    """Fill values into a phrase; UserError when that is impossible, or when the phrase does anything else.

    Only conditions need Jinja2, which takes longer to start than a card to print; every value is a text in them.
    Values are never taken for templates.
    """
    if "{" not in template:
        return template
    try:
        if CONDITION.search(template):
            return templates.render(template, {name: str(value) for name, value in values.items()})
        return PLACEHOLDER.sub(lambda match: str(values[match[1]]), template)
    except (KeyError, templates.TemplateError) as error:
        raise UserError(Fault(f"The phrase '{shorten(template)}' cannot be filled: {error}.")) from None


PLACEHOLDER = re.compile(r"\{\{ (\w+) \}\}")
CONDITION = re.compile(r"\{[%#]|\{\{(?! \w+ \}\})")
"""Anything that only Jinja2 can fill."""
