"""The words of one language: names of things, and phrases with numbers in them."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from cardgen.errors import Fault, UserError
from cardgen.files import DATA, find_by_name, own_folder
from cardgen.model.vocabulary import Short, Text
from cardgen.reading.messages import Place, shorten
from cardgen.reading.models import Document, Model, read_document
from cardgen.wording import templates

ENGLISH = "en"


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


def languages() -> dict[str, Path]:
    """The words files that are found, by the codes of their languages."""
    places = (DATA, own_folder())
    return {path.parent.name.lower(): path for place in places for path in sorted(place.glob("languages/*/words.yaml"))}


@cache
def words(language: str) -> Words:
    """The words of a language, by its code; UserError when there is none, or when something is missing in it."""
    return read_document(
        find_by_name("language", language, languages()), Words, None if language == ENGLISH else _lacking
    ).model


def _lacking(document: Document[Words]) -> Iterator[Fault]:
    """What another language does not say, and values that its phrases ask for in vain."""
    english = words(ENGLISH)
    for field in Words.__struct_fields__:
        known, own = getattr(english, field), getattr(document.model, field)
        if isinstance(known, dict):
            if lacking := [key for key in known if key not in own]:
                problem = f"{field}: what is missing here is {', '.join(lacking)}."
                yield document.fault((field,), problem, "Translate them too.", key=True)
            for key in known.keys() & own.keys():
                if isinstance(own[key], str):
                    yield from _in_vain(document, (field, key), known[key], own[key])


def _in_vain(document: Document[Words], place: Place, english: str, own: str) -> Iterator[Fault]:
    """Values that a phrase asks for, which are not given to it."""
    known = templates.names(english)
    try:
        asked = templates.names(own)
    except templates.TemplateError as error:
        yield document.fault(place, f"This phrase cannot be filled: {error.message}.", f"Compare it with: {english}")
        return
    for name in sorted(asked - known):
        remedy = f"Write one of: {', '.join(sorted(known))}." if known else "Leave it out."
        yield document.fault(place, f"There is no '{name}' for this phrase.", remedy)


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
