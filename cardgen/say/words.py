"""The words of one language: names of things, and phrases with numbers in them."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cardgen.errors import Fault, UserError
from cardgen.faults import shortened
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
    """Fill values into a phrase; UserError for a phrase that cannot be filled, or does more than be filled.

    Names alone are put in directly: compiling a template takes a millisecond. Values are never compiled.
    """
    if "{" not in template:
        return template
    try:
        if LOGIC.search(template):
            return _compiled(template).render(**values)
        return NAME.sub(lambda match: str(values[match[1]]), template)
    except (KeyError, TemplateError) as error:
        raise UserError(Fault(f"The phrase '{shortened(template)}' cannot be filled: {error}.")) from None


ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True)
NAME = re.compile(r"\{\{ (\w+) \}\}")
LOGIC = re.compile(r"\{[%#]|\{\{(?! \w+ \}\})")
"""What only Jinja2 can do: conditions, filters, parts of a value."""
FILTERS = ("length", "join")
ALLOWED = (
    nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.If, nodes.CondExpr, nodes.And, nodes.Or, nodes.Not,
    nodes.Compare, nodes.Operand, nodes.Slice, nodes.Neg,
)  # fmt: skip
"""What a phrase may do: words may come from somebody else, and nothing here can grow, go on for long, or call."""


@cache
def _compiled(template: str) -> Template:
    """A template that does nothing but be filled; TemplateError for any other."""
    if any(map(_refused, ENVIRONMENT.parse(template).find_all(nodes.Node))):
        raise TemplateError(f"it may have conditions, and {' and '.join(FILTERS)} behind a name, nothing more")
    return ENVIRONMENT.from_string(template)


def _refused(node: nodes.Node) -> bool:
    if isinstance(node, nodes.Filter):
        fixed = not node.dyn_args and all(isinstance(given, nodes.Const) for given in node.args)
        return node.name not in FILTERS or not isinstance(node.node, (nodes.Name, nodes.Getitem)) or not fixed
    if isinstance(node, nodes.Getitem):
        return not isinstance(node.node, nodes.Name)
    return not isinstance(node, ALLOWED)
