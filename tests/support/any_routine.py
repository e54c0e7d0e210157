"""Any routine that an author may write: Hypothesis makes what the models allow, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from cardgen.characters import find_forbidden, normalize_text
from cardgen.model.drawing import Stroke
from cardgen.model.prose import Passage
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Note, Routine, Step
from cardgen.reading.parser import CONTROL

MOST = 2
"""The most entries of a list where the model needs no more."""
ODD = (
    "no", "on", "~", "null", "Yes", "true", "1:30", "010", "0x1F", "1e3", ".5", "5", "1.5", "-3", "+2", "=1+1", "@A1",
    "-", "--", "---", "...", "#1", "a #b", "a: b", "a:b", "*a", "&a", "!a", "%a", "|", ">", "?", "? a", "- a", "[a",
    "[a]", "{a: b}", "'", "''", "'=1", '"', '"a"', "a;=b", "a; '-b", ";'", " a", "a ", " ", "a  b", "a\nb", "\n",
    "a\n\n b\n", "a\n=b", "\t", "a\tb", "\\", "\\n", "<<", "=", "`a", "5-Mar", "3-5", "2024-03-05", "1,5", "routine",
    "step", "\u2028", "\x85", "\u00a0", "a\u2028b", "\u00a0a", "a" * 48, "\U0001f590",
)  # fmt: skip
"""Texts that YAML, spreadsheets or Markdown read as something else."""


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """A routine that the model allows; it may break the rules that a model cannot express."""
    return msgspec.convert(draw(_values(inspect.type_info(Routine))), Routine)


def everything() -> Routine:
    """A routine with a value in every field, each text and each number only once."""
    return msgspec.convert(_full(inspect.type_info(Routine), count(11)), Routine)


def readable(text: str) -> bool:
    """Whether no character in a text is a fault everywhere."""
    return not (re.search(CONTROL, text) or find_forbidden(text))


def as_read(text: str, least: int, most: int) -> bool:
    """Whether a text does not change when it is read: in one line, and more than spaces."""
    return normalize_text(text) == text and least <= len(text) <= most


@cache
def _texts(least: int, most: int) -> st.SearchStrategy[str]:
    odd = [text for text in ODD if as_read(text, least, most)]
    free = st.text(st.characters(codec="utf-8"), min_size=least, max_size=min(most, 99)).filter(readable)
    free = free.filter(lambda text: as_read(text, least, most))
    words = st.lists(st.sampled_from(["slowly", "and", "Knead,", "then:", "#", "rest."]), min_size=1, max_size=40)
    return st.sampled_from(odd) | free | words.map(lambda parts: " ".join(parts)[:most].strip())


def _values(info: Any) -> st.SearchStrategy[Any]:
    """Values that msgspec accepts for this type."""
    match info:
        case inspect.StrType(pattern=None):
            return _texts(info.min_length or 0, info.max_length or 600)
        case inspect.StrType():
            return st.from_regex(info.pattern.removesuffix("$"), fullmatch=True)
        case inspect.IntType():
            return st.integers(info.ge, info.le)
        case inspect.FloatType():
            least, most = info.gt if info.ge is None else info.ge, info.le
            return st.integers(int(1000 * least) + 1, int(1000 * most)).map(lambda thousandths: thousandths / 1000)
        case inspect.LiteralType():
            return st.sampled_from(info.values)
        case inspect.ListType() | inspect.VarTupleType():
            least, most = info.min_length or 0, info.max_length or MOST
            entries = st.lists(_values(info.item_type), min_size=least, max_size=min(most, max(least, MOST)))
            return entries.filter(_has_passage) if _is_prose(info) else entries
        case inspect.UnionType():
            return st.one_of([_values(one) for one in info.types if not isinstance(one, inspect.NoneType)])
        case inspect.StructType():
            return _models(info.cls)
        case inspect.BoolType():
            return st.booleans()
        case _:
            raise TypeError(f"{info} is new to the models: say here what it may be")


def _is_prose(info: Any) -> bool:
    """Whether a list holds the sentences of a text."""
    return Passage in (getattr(kind, "cls", None) for kind in getattr(info.item_type, "types", ()))


def _has_passage(sentences: list[Any]) -> bool:
    """Whether any of the sentences belongs to steps; without one, a rule asks for plain text."""
    return any(isinstance(sentence, dict) for sentence in sentences)


@cache
def _models(model: type[msgspec.Struct]) -> st.SearchStrategy[dict[str, Any]]:
    info = inspect.type_info(model)
    assert isinstance(info, inspect.StructType)
    needed = {field.name: _values(field.type) for field in info.fields if field.required}
    others = {field.name: _values(field.type) for field in info.fields if not field.required}
    return st.fixed_dictionaries(needed, optional=others)


RICHES = (
    inspect.LiteralType, inspect.FloatType, inspect.IntType, inspect.StrType, inspect.VarTupleType, inspect.ListType,
    inspect.StructType,
)  # fmt: skip
"""Types of a union; the last holds most."""
KNOWN: dict[tuple[type, str], Any] = {
    (Routine, "area"): "back",
    (Routine, "letter"): "QX",
    (Routine, "before_other_side"): [],  # its only step is not done there
    (Routine, "strength_at_most"): 4,
    (Step, "area"): "back",
    (Step, "id"): "own-step",
    (Step, "repeats"): [],
    (Repeat, "spots"): "in each of the 9 rows",
    (Repeat, "count"): 98,
    (Note, "with_steps"): ["own-step"],
    (Passage, "with_steps"): ["own-step"],
    (Stroke, "flat"): 0.5,
    (Stroke, "count"): 2,
}
"""Fields of `everything` that must be valid."""


def _full(info: Any, numbers: Iterator[int]) -> Any:
    """A value of this type with every field."""
    match info:
        case inspect.StructType():
            known = {field: value for (model, field), value in KNOWN.items() if model is info.cls}
            return {field.name: _full(field.type, numbers) for field in info.fields} | known
        case inspect.UnionType():
            types = [one for one in info.types if not isinstance(one, inspect.NoneType)]
            types = [one for one in types if not getattr(one, "pattern", None)] or types
            return _full(max(types, key=lambda one: RICHES.index(type(one))), numbers)
        case inspect.ListType() | inspect.VarTupleType():
            return [_full(info.item_type, numbers) for _ in range(info.min_length or 1)]
        case inspect.LiteralType():
            return info.values[-1]
        case inspect.BoolType():
            return True
        case inspect.StrType():
            return f"word{next(numbers)}x"
        case _:
            return next(numbers)
