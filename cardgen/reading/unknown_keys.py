"""Explains a key that a value cannot have: misspelled, in a wrong place, without its colon, or the rest of a text."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from cardgen.errors import shorten
from cardgen.reading.amount_mistakes import TIME_FIELDS, suggest_amount_key
from cardgen.reading.amount_parts import in_braces
from cardgen.reading.key_mistakes import explain_key
from cardgen.reading.syntax_mistakes import CURLY, QUOTES, STRAIGHT
from cardgen.reading.type_words import NOTE_FIELDS
from cardgen.reading.value_types import LISTS, alternatives, field_types, missing_fields, structs_in
from cardgen.suggestions import find_meant, suggest

NO_SPACE = r"([\w-]+):\s*(.+)"
"""A key with its value, which have become one text."""

Holder = dict[str, Any]
"""The value that has the key."""


def explain_unknown(key: str, types: list[Any], holder: Holder) -> tuple[str, str]:
    """A key that is not known, or that belongs to another one."""
    known = _known_fields(types)
    if set(TIME_FIELDS) <= set(known) and (remedy := suggest_amount_key(key, holder[key])):
        return f"There is no key '{shorten(key)}' here.", remedy
    if found := explain_key(key, known):
        return found
    if note := _note_of(key, types, holder):
        return f"There is no key '{shorten(key)}' here.", f"Write {in_braces(note)}."
    owners = _owners(key, known)
    if len(owners) == 1 and (meant := find_meant(key, list(known))):
        remedy = f"Write '{meant}' here if it is for all of them, or move it into the one that it is for."
        return f"'{key}' belongs in an entry of '{owners[0]}'.", remedy
    if len(owners) == 1:
        return f"'{key}' belongs in '{owners[0]}', not here.", "Move it there; `cardgen new` writes an example."
    if (meant := find_meant(key, [name for name in known if name != key])) in holder:
        return (
            f"There is no key '{shorten(key)}' here.",
            f"'{meant}' is given already: keep one of them, or write both there.",
        )
    return f"There is no key '{shorten(key)}' here.", suggest(key, known)


def explain_cut(key: str, types: list[Any], holder: Holder, quoted: bool) -> tuple[str, str]:
    """A key without a colon after it: one with no space between it and its value, or the rest of a cut text."""
    known, keys = _known_fields(types), list(holder)
    if joined := _joined(key, types):
        written = f"{joined[0]}: {shorten(joined[1])}"
        if quoted:
            return f"These quotes make one text of a key and its value: '{shorten(key)}'.", f"Write {{{written}}}."
        return f"There is no space after the colon in '{shorten(key)}'.", f"Write '{written}'."
    first, before = key.partition(" ")[0], holder[keys[index - 1]] if (index := keys.index(key)) else None
    if first in known:
        problem = f"A comma cuts off this text before '{shorten(key)}', or there is no colon after '{first}'."
        if isinstance(before, str) and key != first:
            return problem, f"Put quotes around the whole text, or write '{first}: ...'."
        return f"There is no colon after '{first}'.", f"Write '{first}: ...'."
    if not index:
        begin = next(iter(missing_fields(holder, types)), "")
        remedy = f"Write '{begin}: {shorten(key)}'." if begin else f"Write one of these before it: {', '.join(known)}."
        return f"There is no key before '{shorten(key)}'.", remedy
    if key.isdigit() and isinstance(before, int):
        return f"A comma ends the number before '{key}'.", f"Use a decimal point: {before}.{key}."
    remedy = f"{STRAIGHT} Curly ones do not hold a text together." if set(key) & set(CURLY) else QUOTES
    return f"A comma cuts off this text before '{shorten(key)}'.", remedy


def read_as_meant(key: str, types: list[Any], holder: Holder) -> Holder:
    """The keys and values that the author of an unknown key surely meant, so that one mistake gives one message."""
    known = _known_fields(types)
    if holder[key] is None:
        meant = _without_colon(key, types, holder)
    elif explain_key(key, known) or _owners(key, known):
        meant = {}
    else:
        name = find_meant(key, [field for field in known if field != key])
        meant = _note_of(key, types, holder) or ({name: holder[key]} if name else {})
    return {} if meant.keys() & holder.keys() else meant


def _without_colon(key: str, types: list[Any], holder: Holder) -> Holder:
    """A key and its value in one text, or a value whose key is left out at the beginning; empty for anything else."""
    name, _, value = key.partition(" ")
    if joined := _joined(key, types):
        name, value = joined
    elif not value or name not in _known_fields(types):
        missing = missing_fields(holder, types) if key == next(iter(holder)) else []
        name, value = next(iter(missing), ""), key
    return {name: int(value) if value.isdecimal() else value} if name else {}


def keyless(value: Any, types: list[Any]) -> Any:
    """The text or the list that is meant by braces without any key; None for anything else."""
    if not isinstance(value, dict) or not value or any(each is not None for each in value.values()):
        return None
    first_words = {word for key in value for word in (key, key.partition(" ")[0])}
    if first_words & _known_fields(types).keys() or any(_joined(key, types) for key in value):
        return None
    return next(iter(value)) if len(value) == 1 else list(value)


def _known_fields(types: list[Any]) -> dict[str, Any]:
    return {field: hint for model in structs_in(types) for field, hint in field_types(model).items()}


def _joined(key: str, types: list[Any]) -> tuple[str, str] | None:
    """A known key and its value in one text."""
    found = re.fullmatch(NO_SPACE, key)
    return (found[1], found[2]) if found and found[1] in _known_fields(types) else None


def _note_of(key: str, types: list[Any], holder: Holder) -> dict[str, str]:
    """A note whose icon was written as its key; empty for anything else."""
    text, models = holder[key], structs_in(types)
    needs = len(models) == 1 and missing_fields(None, models) == [*NOTE_FIELDS]
    return (
        dict(zip(NOTE_FIELDS, (key, text), strict=True)) if needs and len(holder) == 1 and isinstance(text, str) else {}
    )


def _owners(key: str, known: dict[str, Any]) -> list[str]:
    """The known fields in whose value, or an entry of it, a key belongs."""
    return [field for field, hint in known.items() if key in _inner_fields(hint)] if key not in known else []


def _inner_fields(hint: Any) -> set[str]:
    """The keys that a value, or an entry of it, may have."""
    types = alternatives(hint)
    types += [entry for kind in types if get_origin(kind) in LISTS for entry in alternatives(get_args(kind)[0])]
    return {field for model in structs_in(types) for field in model.__struct_fields__}
