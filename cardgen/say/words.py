"""The words of one language: names of things, and phrases with numbers in them."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, StrictUndefined, Template

from cardgen.files import DATA, collection
from cardgen.reading import Model, read

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


class Words(Model, frozen=True, kw_only=True):
    """Everything that cardgen itself says, in one language."""

    language: str
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


@cache
def words(language: str) -> Words:
    """The words of a language, by its code."""
    return read(collection(DATA / "languages", "")[language] / "words.yaml", Words).model


def fill(template: str, **values: object) -> str:
    """Fill values into a phrase. Names alone are put in directly: compiling a template takes a millisecond."""
    if "{" not in template:
        return template
    if LOGIC.search(template):
        return _compiled(template).render(**values)
    return NAME.sub(lambda match: str(values[match[1]]), template)


ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
NAME = re.compile(r"\{\{ (\w+) \}\}")
LOGIC = re.compile(r"\{%|\{\{ \w+ *[^\w }]")
"""What only Jinja2 can do: conditions, filters, parts of a value."""


@cache
def _compiled(template: str) -> Template:
    return ENVIRONMENT.from_string(template)
