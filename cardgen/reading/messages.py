"""Explains to an author why a value does not fit its model, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct

from cardgen.characters import CURLY_QUOTED
from cardgen.errors import shorten
from cardgen.reading.amount_mistakes import AMOUNT_FIELDS, TIME_FIELDS, in_minutes, suggest_amount
from cardgen.reading.amount_places import AmountPlace
from cardgen.reading.amount_texts import TIME_PATTERN
from cardgen.reading.limit_mistakes import broken_limit, explain_limit
from cardgen.reading.models import PATTERNS
from cardgen.reading.number_mistakes import (
    DIGITS_ONLY,
    WITHOUT_UNIT,
    NumberField,
    as_range,
    explain_no_number,
    suggest_number,
)
from cardgen.reading.syntax_mistakes import QUOTES
from cardgen.reading.type_words import describe, lists_text, show, suggest_entry
from cardgen.reading.unknown_keys import explain_cut, explain_unknown, keyless
from cardgen.reading.value_types import (
    Limit,
    Place,
    alternatives,
    existing_place,
    fits,
    limits_at,
    missing_fields,
    ordered_fields,
    pattern_of,
    structs_in,
    types_at,
    value_at,
)
from cardgen.reading.word_mistakes import suggest_whole
from cardgen.suggestions import suggest_list, suggest_on_body, suggest_text

TRUE_WORDS, FALSE_WORDS = {"yes", "on", "y"}, {"no", "off", "n"}
"""The words that people write for true and false."""
AT = " - at `$"
"""The text of msgspec between its message and the place; the message may repeat an author's text."""


class Problem(Struct, frozen=True):
    """A message of msgspec, taken apart."""

    message: str
    place: Place
    unknown: str | None = None
    missing: str | None = None

    @classmethod
    def of(cls, error: str, model: Any, data: Any) -> Problem:
        """Read "message - at `$.steps[0].hands`"; an unknown or missing key is looked up in the data."""
        message, at, path = error.rpartition(AT)
        keys = re.findall(r"\.([\w-]+)|\[(\d+)\]", path if at else "")
        place = existing_place(data, [name or int(index) for name, index in keys])
        value, types = value_at(data, place), types_at(model, place)
        unknown = missing = None
        has_keys = isinstance(value, dict) and not _is_cut_text(place, value, types)
        has_keys = has_keys and (not place or keyless(value, types) is None)
        if has_keys and (models := structs_in(types)):
            known = {field for model in models for field in model.__struct_fields__}
            unknown = next((key for key in value if key not in known), None)
            missing = next(iter(missing_fields(value, types)), None) if unknown is None else None
        return cls(message if at else error, place, unknown, missing)

    @property
    def culprit(self) -> Place:
        """The place at fault: of the key that is unknown or missing, else of the value itself."""
        field = self.missing if self.unknown is None else self.unknown
        return self.place if field is None else (*self.place, field)

    @property
    def name(self) -> str:
        """The key of the value, or of the list that it is in; empty for the whole file."""
        return next((key for key in reversed(self.place) if isinstance(key, str)), "")

    @property
    def is_entry(self) -> bool:
        """Whether the value is an entry of a list."""
        return bool(self.place) and isinstance(self.place[-1], int)


def explain(problem: Problem, model: Any, data: Any, bare: bool = False, quoted: bool = False) -> tuple[str, str]:
    """The problem and the remedy in an author's words. `bare`: an unknown key has no colon; `quoted`: it has quotes."""
    if not isinstance(data, dict) and not problem.place:
        return _explain_whole(data, alternatives(model))
    if problem.unknown is not None:
        types, value = types_at(model, problem.place), value_at(data, problem.place)
        return (
            explain_cut(problem.unknown, types, value, quoted)
            if bare
            else explain_unknown(problem.unknown, types, value)
        )
    if missing := missing_at(problem, model, data):
        return _explain_missing(problem, missing)
    wrong, remedy = explain_value(problem, model, data)
    return f"{problem.name or 'This file'}: {wrong}", remedy


def explain_value(problem: Problem, model: Any, data: Any) -> tuple[str, str]:
    """The problem with the value at the place, without its name, and its remedy."""
    types, value = types_at(model, problem.place), value_at(data, problem.place)
    limits, around = limits_at(model, problem.place), AmountPlace.find(problem.place, data)
    if not problem.place or (meant := keyless(value, types)) is None:
        wrong, remedy = _explain_held(problem, value, types, limits, around)
        if limit := broken_limit(remedy, limits):
            return f"{show(value)} cannot be used here.", limit
        return wrong, around.finish_minutes(remedy) if "minutes" in problem.place else remedy
    if isinstance(meant, str) and any(_accepts(meant, kind) for kind in types):
        return "there is no key with a value here.", f"Write {show(meant)} without braces."
    return "there is no key with a value here.", _explain_held(problem, meant, types, limits, around)[1]


def _explain_held(
    problem: Problem, value: Any, types: list[Any], limits: Sequence[Limit], around: AmountPlace
) -> tuple[str, str]:
    """The problem with a value, without its name, and its remedy."""
    if isinstance(value, str) and (quoted := re.fullmatch(CURLY_QUOTED, value)):
        wrong = f"{show(value)} cannot be used here: curly quotation marks are a part of the text."
        return wrong, f"Write '{shorten(quoted[1])}', in straight quotes or in none."
    if wrong_amount := _explain_amount(problem, value, types, around):
        return wrong_amount
    if broken := explain_limit(limits, value):
        return broken
    if _is_cut_text(problem.place, value, types):
        return f"a colon ends this text after '{shorten(str(next(iter(value))))}'.", QUOTES
    if any(fits(value, kind) for kind in types):
        return f"{problem.message}.", "Write something else here."
    wrong, remedy = _explain_type(problem.name, value, types)
    remedy = remedy or suggest_entry(value, types, problem.is_entry)
    simplest = [str] if str in types else types  # a text that has other forms too is best written as one
    return wrong, remedy or f"Write {', or '.join(map(describe, simplest))}."


def _explain_amount(problem: Problem, value: Any, types: list[Any], around: AmountPlace) -> tuple[str, str] | None:
    """An amount that cannot be read, or None if no amount belongs here, or only its limit is broken."""
    pattern = next((pattern for kind in types if (pattern := pattern_of(kind)) in AMOUNT_FIELDS), "")
    if isinstance(value, str) and (remedy := _suggest_amount(value, pattern, problem.place, types, around)):
        return f"{show(value)} cannot be used here.", remedy
    if pattern == TIME_PATTERN and type(value) is int and (minutes := in_minutes(f"{value} s")) != f"{value} s":
        return f"{show(value)} cannot be used here.", f"Write {minutes}."
    if (
        not pattern
        or isinstance(value, list)
        or type(value) is int
        or (isinstance(value, dict) and any(fits(value, kind) for kind in types))
    ):
        return None
    if type(value) is float and value.is_integer():
        return f"{show(value)} cannot be used here.", f"Write {value:.0f}."
    number = suggest_number(as_range(value), _number_field(problem.name, types)) if int in types else ""
    if number and number not in (WITHOUT_UNIT, DIGITS_ONLY):
        return explain_no_number(as_range(value), number), number
    return f"{show(value)} cannot be used here.", f"Write {PATTERNS[pattern]}."


def _suggest_amount(text: str, pattern: str, place: Place, types: list[Any], around: AmountPlace) -> str:
    """What to write instead of a text where an amount belongs; empty where none belongs."""
    if pattern:
        return suggest_amount(text, AMOUNT_FIELDS[pattern], around)
    if not {int, float} & set(types):
        return ""
    if "minutes" in place or "lengths" in place:
        return suggest_amount(text, "minutes" if float in types else "whole minutes", around)
    if not set(TIME_FIELDS) & set(place):
        return ""
    return (
        suggest_amount(text, "seconds", around)
        if "about" in place
        else "Write a range as one text, as in '3-5 breaths'."
    )


def missing_at(problem: Problem, model: Any, data: Any) -> list[str]:
    """Every field that is missing where one is, or in a file that is not even a mapping."""
    if problem.unknown is not None or (problem.place and not problem.missing):
        return []
    return missing_fields(value_at(data, problem.place), types_at(model, problem.place))


def _explain_whole(value: Any, types: list[Any]) -> tuple[str, str]:
    """A file without any keys."""
    known = [field.name for model in structs_in(types) for field in ordered_fields(model)]
    lines = ", ".join(f"'{field}: ...'" for field in missing_fields(None, types) or known[:1])
    begun = re.match(r"([\w-]+)\s*[:=]?\s*(.*)", value, re.DOTALL) if isinstance(value, str) else None
    if begun and begun[1] in known:
        return f"There is no colon and space after '{begun[1]}'.", f"Write '{begun[1]}: {shorten(begun[2]) or '...'}'."
    if value is None:
        return "This file is empty.", f"Write {lines}."
    held = "only a text" if isinstance(value, str) else show(value)
    return f"This file holds {held}, and no keys.", f"Write {lines}."


def _explain_missing(problem: Problem, missing: list[str]) -> tuple[str, str]:
    holder, lines = f"'{problem.name}'" if problem.name else "This file", [f"'{field}: ...'" for field in missing]
    whole = f"This entry of {holder}" if problem.is_entry else holder
    return f"{whole} lacks {', '.join(missing)}.", f"Write {', '.join(lines)}."


def _explain_type(name: str, value: Any, types: list[Any]) -> tuple[str, str]:
    """A value of a wrong type, and what to write instead if that can be guessed."""
    text, choices = value if isinstance(value, str) else "", _choices(types)
    if remedy := suggest_whole(name, value, [choice for choice in choices if isinstance(choice, str)]):
        return f"{show(value)} cannot be used here.", remedy
    if bool in types and text.lower() in TRUE_WORDS | FALSE_WORDS:
        return f"'{text}' cannot be used here.", f"Write {'true' if text.lower() in TRUE_WORDS else 'false'}."
    if {int, float} & set(types) and (remedy := suggest_number(as_range(value), _number_field(name, types))):
        return explain_no_number(as_range(value), remedy), remedy
    if isinstance(value, str) and len(choices) > 1:
        return f"'{shorten(text)}' is not known.", suggest_on_body(text, map(str, choices))
    if text and not {str, int, float} & set(types) and any(map(lists_text, types)):
        return f"{show(value)} cannot be used here.", suggest_list(text)
    if value is None:
        return "nothing is written here.", ""
    if isinstance(value, list) and str in types and value and all(isinstance(each, str) for each in value):
        return f"{show(value)} cannot be used here.", suggest_text(value, name)
    needs_quotes = str in types and isinstance(value, (int, float))
    return f"{show(value)} cannot be used here.", f"Put quotes around it: '{show(value)}'." if needs_quotes else ""


def _is_cut_text(place: Place, value: Any, types: list[Any]) -> bool:
    """Whether a colon has made a key of the beginning of a text in a list."""
    if not place or not isinstance(place[-1], int):
        return False
    known = {field for model in structs_in(types) for field in model.__struct_fields__}
    return str in types and isinstance(value, dict) and len(value) == 1 and not known & value.keys()


def _choices(types: list[Any]) -> list[Any]:
    """The words and numbers that may be chosen from."""
    return [choice for kind in types if get_origin(kind) is Literal for choice in get_args(kind)]


def _number_field(name: str, types: list[Any]) -> NumberField:
    estimated = any("about" in model.__struct_fields__ for model in structs_in(types))
    return NumberField(name, float not in types, any(get_origin(kind) is list for kind in types), estimated)


def _accepts(text: str, kind: Any) -> bool:
    """Whether a text can be a value of this type."""
    pattern = pattern_of(kind)
    return bool(re.search(pattern, text)) if pattern else fits(text, kind)
