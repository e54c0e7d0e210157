"""Resolves the style of an SVG picture: attributes, `style` and the simple rules of style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from cardgen.artwork.pictures.markup import Element
from cardgen.artwork.pictures.undrawable import TooMuchError, UndrawableError, unreadable

INHERITED = {
    "color": "black",
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "clip-rule": "nonzero",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "visibility": "visible",
    "paint-order": "normal",
}
"""Properties that hold for everything in an element, and their initial values."""
NOT_INHERITED = {"display": "inline", "opacity": "1", "clip-path": "none"}
"""Properties that hold for the element only, and their initial values."""
CONDITION_ATTRIBUTES = ("systemLanguage", "requiredExtensions", "requiredFeatures")
"""Attributes that restrict an element to some readers."""
IN_STYLE = "transform in a style"
"""The property `transform`; it differs in syntax from the attribute of the same name."""
REFUSED_PROPERTIES = {
    "filter": ("none", "a filter"),
    "mask": ("none", "a mask"),
    "mask-image": ("none", "a mask"),
    "mix-blend-mode": ("normal", "a blend mode"),
    "marker": ("none", "an arrow head or another marker"),
    "marker-start": ("none", "an arrow head or another marker"),
    "marker-mid": ("none", "an arrow head or another marker"),
    "marker-end": ("none", "an arrow head or another marker"),
    "vector-effect": ("none", "a line of a fixed width"),
    "background": ("none", "a background"),
    "background-color": ("transparent", "a background"),
    "transform-origin": ("none", "a transformation in a style"),
    **dict.fromkeys(CONDITION_ATTRIBUTES, ("", "something for some readers only")),
    IN_STYLE: ("none", "a transformation in a style"),
}
"""Properties that cannot be drawn unless they have this value, and their names in reports."""
AS_ATTRIBUTES = "Export it with presentation attributes or inline style instead of a style sheet."
AS_SHAPE = "Turn lines with markers into shapes (Inkscape: Path, Stroke to Path), or export it as a PNG."
MOST_RULES = 10_000
"""Selectors of all style sheets of a picture."""
LONGEST_PROPERTY = 1000
"""Characters of a property, and so of a list of dashes."""
CSS_KEYWORDS = ("initial", "inherit", "unset")
KNOWN_PROPERTIES = {*INHERITED, *NOT_INHERITED, *REFUSED_PROPERTIES}
CSS_TYPE = "text/css"
CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
CSS_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
CSS_SELECTOR = re.compile(r"\*|[a-zA-Z][\w-]*|[.#][\w-]+")

Declarations = Mapping[str, str]
"""Values by the names of properties."""


class StyleRules:
    """The simple rules of a picture's style sheets: for all elements, a kind of element, a class, or one element."""

    def __init__(self, root: Element) -> None:
        self.found: dict[str, dict[str, tuple[int, str]]] = {}
        """By selector, the properties with the number of the rule that sets each and its value."""
        count = 0
        for element in root.walk():
            css = element.kind == "style" and element.attributes.get("type", CSS_TYPE) in ("", CSS_TYPE)
            for selectors, declarations in _rules(element.text) if css else ():
                parsed = parse_declarations(declarations)
                for selector in selectors.split(","):
                    count += 1
                    self._add(selector.strip(), parsed, count)

    def _add(self, selector: str, declarations: Declarations, place: int) -> None:
        if not CSS_SELECTOR.fullmatch(selector):
            raise UndrawableError("rules of style", AS_ATTRIBUTES, "read")
        if place > MOST_RULES:
            raise TooMuchError
        self.found.setdefault(selector, {}).update({name: (place, value) for name, value in declarations.items()})

    def matching(self, element: Element) -> Iterator[Declarations]:
        """The declarations for an element, the most specific last."""
        if not self.found:
            return
        classes = [f".{name}" for name in element.attributes.get("class", "").split()]
        for selectors in (["*"], [element.kind], classes, [f"#{element.attributes.get('id', '')}"]):
            found = [(rule, name) for each in selectors for name, rule in self.found.get(each, {}).items()]
            yield {name: value for (_, value), name in sorted(found)}


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and the declarations of each rule of a style sheet."""
    text, end = CSS_COMMENT.sub(" ", sheet), 0
    while match := CSS_RULE.match(text, end):
        yield match[1], match[2]
        end = match.end()
    if text[end:].strip():
        raise UndrawableError("rules of style", AS_ATTRIBUTES, "read")


def parse_declarations(text: str) -> Declarations:
    """The declarations of a `style` whose properties are known."""
    found = {}
    for declaration in CSS_COMMENT.sub(" ", text).split(";"):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        name = IN_STYLE if name == "transform" else name
        if name in KNOWN_PROPERTIES:
            if "!" in value:
                raise UndrawableError("an !important style", AS_ATTRIBUTES, "read")
            found[name] = value.strip()
    return found


class SvgStyle(Struct, frozen=True):
    """The style of an element."""

    inherited: dict[str, str]
    own: dict[str, str]
    opacity: float = 1.0
    """The product of its own opacity and that of the elements around it."""
    refused: str = ""
    """A property that cannot be drawn; empty when it has none."""

    def __getitem__(self, name: str) -> str:
        return self.inherited[name] if name in INHERITED else self.own[name]

    def check(self) -> None:
        """UndrawableError when it has a property that cannot be drawn."""
        if self.refused:
            raise UndrawableError(
                REFUSED_PROPERTIES[self.refused][1], *([AS_SHAPE] if "marker" in self.refused else [])
            )


INITIAL_STYLE = SvgStyle(INHERITED, NOT_INHERITED)
"""The style of an element without any declarations."""


def resolve_style(parent: SvgStyle, element: Element, rules: StyleRules) -> SvgStyle:
    """The style of an element inside a parent with this style."""
    inherited, own, refused = dict(parent.inherited), dict(NOT_INHERITED), ""
    for name, value in _declared(element, rules).items():
        if len(value) > LONGEST_PROPERTY:
            raise TooMuchError
        word = value.strip().lower()
        if name in REFUSED_PROPERTIES:
            refused = refused if word in (REFUSED_PROPERTIES[name][0], *CSS_KEYWORDS) else name
        elif name in INHERITED and word not in ("inherit", "unset"):
            inherited[name] = INHERITED[name] if word == "initial" else value.strip()
        elif name in NOT_INHERITED and word not in ("initial", "unset"):
            own[name] = parent.own[name] if word == "inherit" else value.strip()
    return SvgStyle(inherited, own, parent.opacity * parse_opacity(own["opacity"]), refused)


def _declared(element: Element, rules: StyleRules) -> dict[str, str]:
    """What an element says of its style: in its attributes, in rules that match it, and above all in `style`."""
    declared = {name: value for name, value in element.attributes.items() if name in KNOWN_PROPERTIES}
    for declarations in (*rules.matching(element), parse_declarations(element.attributes.get("style", ""))):
        declared.update(declarations)
    return declared | {name: "some" for name in CONDITION_ATTRIBUTES if name in element.attributes}


def parse_opacity(text: str) -> float:
    """An opacity from 0 to 1."""
    try:
        value = float(text[:LONGEST_PROPERTY].removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise unreadable("an opacity") from None
    return min(1.0, max(0.0, value))
