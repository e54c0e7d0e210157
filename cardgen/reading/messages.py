"""What msgspec says of a value that does not fit its model, in the words of the person who wrote the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from operator import ge, gt, le, lt
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from cardgen.reading.number_mistakes import NumberField, suggest_number
from cardgen.reading.syntax_mistakes import QUOTES
from cardgen.suggestions import suggest
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

SAID_YES, SAID_NO = {"yes", "on", "y"}, {"no", "off", "n"}
"""What people write for true and for false."""
LISTS = list, tuple, frozenset
LONGEST_SHOWN = 60
"""So many characters of a value are repeated in a report."""
AT = " - at `$"
"""What stands between a message of msgspec and the place; the message may repeat what an author wrote."""
MAPPED = "[...]"
"""What msgspec writes in place of a key that the author chose."""
BOUNDS: dict[str, tuple[Callable[[float, float], bool], str]] = {
    "<=": (le, "at most"),
    ">=": (ge, "at least"),
    ">": (gt, "more than"),
    "<": (lt, "less than"),
}
"""How msgspec writes a bound, how it is kept, and its words."""
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
    unknown: str | None = None
    missing: str | None = None

    @classmethod
    def of(cls, error: str, model: Any, data: Any) -> Problem:
        """Read "message - at `$.steps[0].hands`"; which key is unknown or missing is looked up in what is there."""
        said, at, path = error.rpartition(AT)
        keys = re.findall(r"\.([\w-]+)|\[(\d+)\]", path if at else "")
        place = _there(data, [name or int(index) for name, index in keys])
        value, types = value_at(data, place), types_at(model, place)
        unknown = missing = None
        if isinstance(value, dict) and (structs := structs_in(types)):
            known = {field for struct in structs for field in struct.__struct_fields__}
            unknown = next((key for key in value if key not in known), None)
            missing = next(iter(missing_in(value, types)), None) if unknown is None else None
        return cls(said if at else error, place, unknown, missing)

    @property
    def culprit(self) -> Place:
        """The value at fault: the key that is unknown or missing, else the value itself."""
        field = self.missing if self.unknown is None else self.unknown
        return self.place if field is None else (*self.place, field)


def explain(problem: Problem, model: Any, data: Any, bare: bool = False) -> tuple[str, str]:
    """msgspec's message in the author's words: the problem and the remedy. `bare`: a key has no colon behind it."""
    types, value = types_at(model, problem.place), value_at(data, problem.place)
    name = next((key for key in reversed(problem.place) if isinstance(key, str)), "")
    if problem.unknown is not None:
        return _cut(problem.unknown, types, value) if bare else _unknown(problem.unknown, types)
    if missing := lacking(problem, model, data):
        lines = ", ".join(f"'{field}: ...'" for field in missing)
        holder = f"'{name}'" if name else "This file"
        holder = f"This entry of {holder}" if problem.place and isinstance(problem.place[-1], int) else holder
        return f"{holder} lacks {', '.join(missing)}.", f"Write {lines}."
    said, remedy = explain_value(problem, model, data)
    return f"{name or 'This file'}: {said}", remedy


def explain_value(problem: Problem, model: Any, data: Any) -> tuple[str, str]:
    """What is wrong with the value at a place, without its name, and the remedy."""
    types, value = types_at(model, problem.place), value_at(data, problem.place)
    if found := _limit(problem.message, value):
        return found
    if any(_fits(value, kind) for kind in types):
        return f"{problem.message}.", "Write something else here."
    name = next((key for key in reversed(problem.place) if isinstance(key, str)), "")
    said, remedy = _instead(name, value, types)
    if not remedy and problem.place and isinstance(problem.place[-1], int) and (structs := structs_in(types)):
        remedy = f"Write '{structs[0].__struct_fields__[0]}: ...', and below it what else belongs to it."
    return said, remedy or f"Write {', or '.join(filter(None, map(_described, types)))}."


def _unknown(key: str, types: list[Any]) -> tuple[str, str]:
    """A key that is not known; it may belong to one of those that are."""
    known = {field: hint for struct in structs_in(types) for field, hint in field_types(struct).items()}
    inside = [field for field, hint in known.items() if key in _fields_within(hint)]
    if len(inside) == 1 and key not in known:
        return f"'{key}' cannot stand here, only in '{inside[0]}'.", "Move it there; `cardgen new` writes an example."
    return f"'{shorten(key)}' is not a key that can stand here.", suggest(key, known)


def _fields_within(hint: Any) -> set[str]:
    """The keys that may stand in a value, or in its entries."""
    kinds = _alternatives(hint)
    kinds += [entry for kind in kinds if get_origin(kind) in LISTS for entry in _alternatives(get_args(kind)[0])]
    return {field for struct in structs_in(kinds) for field in struct.__struct_fields__}


def _cut(key: str, types: list[Any], holder: dict[str, Any]) -> tuple[str, str]:
    """A key that has no colon: part of a text, or of a number, that a comma has cut."""
    first, keys = key.partition(" ")[0], list(holder)
    before = keys[keys.index(key) - 1]
    if first in {field for struct in structs_in(types) for field in struct.__struct_fields__}:
        return f"There is no colon behind '{first}'.", f"Write '{first}: ...'."
    if key.isdigit() and isinstance(holder[before], int):
        return f"A comma ends the number before '{key}'.", f"Write a point: {holder[before]}.{key}."
    return f"The text is cut at a comma, before '{shorten(key)}'.", QUOTES


def _instead(name: str, value: Any, types: list[Any]) -> tuple[str, str]:
    """What is wrong with a value of a wrong kind, and what to write instead where that can be guessed."""
    choices = [choice for kind in types if get_origin(kind) is Literal for choice in get_args(kind)]
    if isinstance(value, str) and bool in types and value.lower() in SAID_YES | SAID_NO:
        return f"'{value}' cannot stand here.", f"Write {'true' if value.lower() in SAID_YES else 'false'}."
    if {int, float} & set(types) and (number := suggest_number(_as_text(value), _wanted(name, types))):
        return f"{shorten(_as_text(value))} is not a number here.", number
    if isinstance(value, str) and len(choices) > 1:
        return f"'{shorten(value)}' is not known.", suggest(value, map(str, choices))
    if isinstance(value, str) and value and not {str, int, float} & set(types) and any(map(_lists_text, types)):
        return f"{_shown(value)} cannot stand here.", f"Write a list: [{shorten(value)}]."
    quoted = f"Put quotes round it: '{_shown(value)}'." if str in types and isinstance(value, (int, float)) else ""
    return "nothing is written here." if value is None else f"{_shown(value)} cannot stand here.", quoted


def _wanted(name: str, types: list[Any]) -> NumberField:
    estimated = any("about" in struct.__struct_fields__ for struct in structs_in(types))
    return NumberField(name, float not in types, any(get_origin(kind) is list for kind in types), estimated)


def lacking(problem: Problem, model: Any, data: Any) -> list[str]:
    """Every field that is missing where one is, or where something else stands than fields."""
    if problem.unknown is not None or (problem.place and not problem.missing):
        return []
    return missing_in(value_at(data, problem.place), types_at(model, problem.place))


def missing_in(value: Any, types: list[Any]) -> list[str]:
    """Every field that a value of one of these types must have, and that it has not."""
    given = value if isinstance(value, dict) else {}
    fields = [field for kind in structs_in(types) for field in msgspec.structs.fields(kind)]
    return [field.name for field in fields if field.required and field.name not in given]


def shorten(text: str) -> str:
    """A text as a report repeats it."""
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "..."


def _as_text(value: Any) -> str:
    """A value as somebody may have meant it: [4, 6] as 4-6."""
    if isinstance(value, list):
        return "-".join(map(str, value)) if len(value) == 2 else ""
    return value if isinstance(value, str) else ""


def _shown(value: Any) -> str:
    """A value in an author's words."""
    if isinstance(value, (list, tuple, dict)):
        return "what has keys of its own" if isinstance(value, dict) else "a list"
    if value is None or isinstance(value, (bool, int, float)):
        return f"{value}".lower()
    return f"'{shorten(value)}'" if isinstance(value, str) else f"a {type(value).__name__}"


def _limit(message: str, value: Any) -> tuple[str, str] | None:
    """The limit that a value broke, in an author's words; None when it broke none that the message names."""
    match = re.search(r"`(?:str|array)` of length (<=|>=) (\d+)", message)
    if match and isinstance(value, (str, list, tuple)) and not BOUNDS[match[1]][0](len(value), int(match[2])):
        what, things = ("text", "characters") if isinstance(value, str) else ("list", "entries")
        if not value:
            return f"this {what} is empty.", "Write something, or leave the line out."
        allowed = f"It may have at most {match[2]}." if match[1] == "<=" else f"It needs at least {match[2]}."
        return f"this {what} has {len(value):,} {things}.", allowed
    match = re.search(r"(<=|>=|>|<) (-?[\d.]+)$", message)
    if match and isinstance(value, (int, float)) and not BOUNDS[match[1]][0](value, float(match[2])):
        return f"{_shown(value)} cannot stand here.", f"It must be {BOUNDS[match[1]][1]} {float(match[2]):g}."
    match = re.search(r"matching regex '(.+)'", message)
    if match and isinstance(value, str) and match[1] in PATTERNS and not re.search(match[1], value):
        return f"{_shown(value)} cannot stand here.", f"Write {PATTERNS[match[1]]}."
    return None


def _fits(value: Any, kind: Any) -> bool:
    """The value is of this type: whatever is wrong with it, another type does not help."""
    origin = get_origin(kind)
    if origin is Literal:
        return value in get_args(kind)
    if kind is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if origin in LISTS:
        return isinstance(value, LISTS)
    known = {dict: dict, Annotated: str}.get(origin, dict if structs_in([kind]) else kind)
    return type(value) is known


def _lists_text(kind: Any) -> bool:
    return get_origin(kind) in LISTS and not structs_in(_alternatives(get_args(kind)[0]))


def _described(kind: Any) -> str:
    """A type in an author's words."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return PATTERNS[_pattern(kind)]
    if origin is Literal:
        return " or ".join(f"'{choice}'" if isinstance(choice, str) else f"{choice}" for choice in args)
    if origin in LISTS:
        return _list_described(_alternatives(args[0]))
    if kind in PLAIN:
        return PLAIN[kind]
    if structs_in([kind]):
        return f"{{{kind.__struct_fields__[0]}: ...}}"
    if kind is type(None):
        return "leave it out"
    return "names, each with a value" if origin is dict else f"a {kind.__name__}"


def _list_described(entries: list[Any]) -> str:
    """A list in an author's words."""
    if entries == [int]:
        return "the least and the most, as in [3, 5]"
    if structs := structs_in(entries):
        return f"a list: each entry begins with a dash, as in '- {structs[0].__struct_fields__[0]}: ...'"
    return f"a list, each {' or '.join(map(_described, entries))}"


def _there(data: Any, place: Iterable[Key]) -> Place:
    """A place, as far as it is there."""
    found: list[Key] = []
    for key in place:
        if not (key in data if isinstance(data, dict) else isinstance(data, (list, tuple)) and key in range(len(data))):
            break
        data = data[key]
        found.append(key)
    return tuple(found)


def value_at(data: Any, place: Place) -> Any:
    for key in place:
        data = data[key]
    return data


def structs_in(types: list[Any]) -> list[Any]:
    """The models among some types."""
    return [kind for kind in types if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


def types_at(model: Any, place: Place) -> list[Any]:
    """The types that the value at `place` may have, unions taken apart."""
    types = _alternatives(model)
    for key in place:
        if isinstance(key, int):
            found = [get_args(kind)[0] for kind in types if get_origin(kind) in LISTS]
        else:
            holders = [kind for kind in structs_in(types) if key in kind.__struct_fields__]
            found = [field_types(kind)[key] for kind in holders]
            found += [get_args(kind)[1] for kind in types if get_origin(kind) is dict]
        types = [alternative for kind in found for alternative in _alternatives(kind)]
    return types


@cache
def field_types(struct: Any) -> dict[str, Any]:
    """The types of a model's fields, by name."""
    hints = get_type_hints(struct, include_extras=True)
    return {field: hints[field] for field in struct.__struct_fields__}


def _pattern(kind: Any) -> str:
    """The pattern that a text must follow; empty when any text will do."""
    return next((meta.pattern for meta in get_args(kind)[1:] if getattr(meta, "pattern", None)), "")


def _alternatives(kind: Any) -> list[Any]:
    if get_origin(kind) is Annotated:
        return [kind] if _pattern(kind) else _alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [alternative for arg in get_args(kind) for alternative in _alternatives(arg)]
    return [kind]
