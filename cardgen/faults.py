"""What msgspec says of a value that does not fit its model, in the words of the person who wrote the file."""

from __future__ import annotations

import re
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from cardgen.errors import suggest
from cardgen.units import Length, Shift

Key = str | int
Place = tuple[Key, ...]
"""Where a value stands in a file: the keys and list positions that lead to it."""

PLAIN = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    Length: "a length with its unit, as '3.5 mm'",
    Shift: "two lengths of at most 10 mm, to the right and down, as '-0.5 mm, 1 mm'",
}
"""Plain types in an author's words."""

LONGEST_SHOWN = 60
"""So many characters of a value are repeated in a report."""
MAPPED = "[...]"
"""What msgspec writes in place of a key that the author chose."""
BOUNDS = {"<=": "at most", ">=": "at least", ">": "more than", "<": "less than"}
ID_PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$"
COLOR_PATTERN = "^#[0-9A-F]{6}$"
PATTERNS = {
    ID_PATTERN: "lower-case letters, digits and hyphens, as in 'knead-thigh'",
    COLOR_PATTERN: "six hexadecimal digits in quotes, as in '#0057A2'",
}
"""What a text that must follow a pattern looks like."""


class Problem(Struct, frozen=True):
    """A message of msgspec, taken apart."""

    message: str
    place: Place
    unknown: str = ""
    missing: str = ""

    @classmethod
    def of(cls, error: str) -> Problem:
        """Read "message - at `$.steps[0].hands`"."""
        message, _, path = error.partition(" - at `$")
        keys = re.findall(r"\.([\w-]+)|\[(\d+)\]", path)
        unknown = re.fullmatch(r"Object contains unknown field `(.+)`", message)
        missing = re.fullmatch(r"Object missing required field `(.+)`", message)
        place = tuple(name or int(index) for name, index in keys)
        return cls(message, place, unknown[1] if unknown else "", missing[1] if missing else "")

    @property
    def culprit(self) -> Place:
        """The value at fault: the key that is unknown or missing, else the value itself."""
        field = self.unknown or self.missing
        return (*self.place, field) if field else self.place


def explain(problem: Problem, model: Any, data: Any) -> tuple[str, str]:
    """msgspec's message in the author's words: the problem and the remedy."""
    types, value = types_at(model, problem.place), value_at(data, problem.place)
    name = next((key for key in reversed(problem.place) if isinstance(key, str)), "this file")
    if unknown := problem.unknown:
        if value[unknown] is None and " " in unknown:
            return f"The text is cut at a comma, before '{unknown}'.", "Put quotes round the whole text."
        known = [field for struct in structs_in(types) for field in struct.__struct_fields__]
        return f"'{unknown}' is not a key that can stand here.", suggest(unknown, known)
    if problem.missing:
        missing = missing_in(value, types)
        lines = ", ".join(f"'{field}: ...'" for field in missing)
        return f"{name}: what is missing here is {', '.join(missing)}.", f"Add {lines}."
    choices = [choice for kind in types if get_origin(kind) is Literal for choice in get_args(kind)]
    if isinstance(value, str) and (number := _number(value, types)):
        return f"{name}: {value} is not a number here.", number
    if isinstance(value, str) and len(choices) > 1:
        return f"{name}: '{shortened(value)}' is not known.", suggest(value, choices)
    remedy = _bound(problem.message) or f"Write {', or '.join(filter(None, map(_described, types)))}."
    return f"{name}: {_shown(value)} cannot stand here.", remedy


def shortened(text: str) -> str:
    """A text as a report repeats it."""
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "..."


def _shown(value: Any) -> str:
    """A value in an author's words."""
    if value is None:
        return "nothing"
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "{...}"
    return shortened(f"'{value}'" if isinstance(value, str) else f"{value}".lower())


def _number(text: str, types: list[Any]) -> str:
    """What to write in place of a text that was meant as a number; empty when none can stand there, or none was meant.

    YAML takes 010 for eight, 1:30 for ninety, and other programs differ again.
    """
    if not {int, float} & set(types) or not re.match(r"[+-]?[\d.]", text):
        return ""
    if minutes := re.fullmatch(r"(\d{1,3}):([0-5]\d)", text):
        spoken = f"{int(minutes[1]) + int(minutes[2]) / 60:.4g}"
        return f"Write minutes with a point: {spoken}." if float in types else "Write a whole number."
    plain = re.fullmatch(r"\+?0*(\d{1,9})(?:[.,](\d{1,9}))?(?:\.)?", text)
    if plain and (float in types or not plain[2]):
        return f"Write {plain[1]}{'.' + plain[2] if plain[2] else ''}."
    if between := re.fullmatch(r"(\d{1,3}) ?(?:-|–|to) ?(\d{1,3})", text):
        return (
            f"Write [{between[1]}, {between[2]}]."
            if any(get_origin(kind) is list for kind in types)
            else "Write one number."
        )
    return "Write digits only." if float not in types else "Write digits, and a point: 1.5."


def _bound(message: str) -> str:
    """The limit that a value broke, in an author's words; empty when its type was wrong."""
    if match := re.search(r"`(str|array)` of length (<=|>=) (\d+)", message):
        things = "characters" if match[1] == "str" else "entries"
        if (match[1], match[2], match[3]) == ("str", ">=", "1"):
            return "Write something, or leave the line out."
        return f"It may have {BOUNDS[match[2]]} {match[3]} {things}."
    if match := re.search(r"(<=|>=|>|<) ([\d.]+)$", message):
        return f"It must be {BOUNDS[match[1]]} {float(match[2]):g}."
    if match := re.search(r"matching regex '(.+)'", message):
        return f"Write {PATTERNS[match[1]]}."
    return ""


def _described(kind: Any) -> str:
    """A type in an author's words."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " or ".join(f"'{choice}'" for choice in args)
    if origin in (list, tuple):
        each = " or ".join(map(_described, _alternatives(args[0])))
        return f"a list, each {each}"
    if kind in PLAIN:
        return PLAIN[kind]
    if structs_in([kind]):
        return f"{{{kind.__struct_fields__[0]}: ...}}"
    return "leave it out" if kind is type(None) else "names, each with a value"


def value_at(data: Any, place: Place) -> Any:
    for key in place:
        data = data[key]
    return data


def missing_in(value: Any, types: list[Any]) -> list[str]:
    """The fields that one of these types must have, and a value has not."""
    fields = [field for kind in structs_in(types) for field in msgspec.structs.fields(kind)]
    return [field.name for field in fields if field.required and field.name not in value]


def structs_in(types: list[Any]) -> list[Any]:
    """The models among some types."""
    return [kind for kind in types if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


def types_at(model: Any, place: Place) -> list[Any]:
    """The types that the value at `place` may have, unions taken apart."""
    types = _alternatives(model)
    for key in place:
        if isinstance(key, int):
            found = [get_args(kind)[0] for kind in types if get_origin(kind) in (list, tuple)]
        else:
            holders = [kind for kind in structs_in(types) if key in kind.__struct_fields__]
            found = [get_type_hints(kind, include_extras=True)[key] for kind in holders]
            found += [get_args(kind)[1] for kind in types if get_origin(kind) is dict]
        types = [alternative for kind in found for alternative in _alternatives(kind)]
    return types


def _alternatives(kind: Any) -> list[Any]:
    if get_origin(kind) is Annotated:
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [alternative for arg in get_args(kind) for alternative in _alternatives(arg)]
    return [kind]
