"""Types and values in an author's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Struct

from cardgen.errors import shorten
from cardgen.reading.models import PATTERNS
from cardgen.reading.value_types import LISTS, alternatives, ordered_fields, pattern_of, structs_in
from cardgen.units import Length, Shift

NOTE_FIELDS = ("icon", "do")
"""What an entry of a list of notes needs."""
SPECIAL = re.compile(r"[,:#{}\[\]\"]")
"""What has a meaning in braces unless it is quoted."""
PLAIN_TYPES = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    Length: "a length with its unit, as in '3.5 mm'",
    Shift: "two lengths of at most 10 mm, to the right and down, as in '-0.5 mm, 1 mm'",
}
"""Plain types in an author's words."""


def show(value: Any) -> str:
    """A value in an author's words."""
    if isinstance(value, (list, tuple, dict)):
        return "a group of keys" if isinstance(value, dict) else "a list"
    if value is None or isinstance(value, (bool, int, float)):
        return f"{value}".lower()
    return f"'{shorten(value)}'" if isinstance(value, str) else f"a {type(value).__name__}"


def describe(kind: Any) -> str:
    """A type in an author's words."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return PATTERNS[pattern_of(kind)]
    if origin is Literal:
        return _join_or([f"'{choice}'" if isinstance(choice, str) else f"{choice}" for choice in args])
    if origin in LISTS:
        return _describe_list(alternatives(args[0]))
    if kind in PLAIN_TYPES:
        return PLAIN_TYPES[kind]
    if models := structs_in([kind]):
        return f"{{{models[0].__struct_fields__[0]}: ...}}"
    if kind is type(None):
        return "leave it out"
    return "names, each with a value" if origin is dict else f"a {kind.__name__}"


def _describe_list(entries: list[Any]) -> str:
    """A list in an author's words."""
    if entries == [int]:
        return "the least and the most, as in [3, 5]"
    if models := structs_in(entries):
        return f"a list: each entry begins with a dash, as in '- {first_field(models)}: ...'"
    return f"a list, each entry {_join_or(list(map(describe, entries)))}"


def suggest_entry(value: Any, types: list[Any], is_entry: bool) -> str:
    """How to write the entries of a list of models in place of something else; empty where no such list is."""
    lists = [alternatives(get_args(kind)[0]) for kind in types if get_origin(kind) in LISTS]
    models = structs_in(types) if is_entry else [model for entries in lists for model in structs_in(entries)]
    if not models or (not is_entry and str in types):
        return ""
    needed = [field.name for field in ordered_fields(models[0]) if field.required]
    if isinstance(value, str) and len(needed) == len(NOTE_FIELDS) and {*needed} == {*NOTE_FIELDS}:
        text = f'"{value}"' if SPECIAL.search(value) else value
        entry = f"{{icon: ..., do: {shorten(text)}}}"
        return f"Write {entry}." if is_entry else f"Write a list: '- {entry}'."
    first = first_field(models)
    return f"Write '{first}: ...', and the other keys of this entry below it." if is_entry else ""


def first_field(models: Iterable[type[Struct]]) -> str:
    """The key that authors write first."""
    return ordered_fields(next(iter(models)))[0].name


def _join_or(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def lists_text(kind: Any) -> bool:
    """Whether a type is a list of texts."""
    if get_origin(kind) not in LISTS:
        return False
    entries = alternatives(get_args(kind)[0])
    return str in entries or not structs_in(entries)
