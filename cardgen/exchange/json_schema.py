"""Writes a JSON Schema for each kind of file, with which editors complete and check what authors type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.inspect import StructType, type_info

from cardgen.artwork.icons import icons
from cardgen.artwork.postures import postures
from cardgen.artwork.theme import Theme
from cardgen.artwork.views import crop, view, views
from cardgen.library.drawing_rules import POINT
from cardgen.library.finding import programs, routines
from cardgen.library.proof import WARNING_SIGNS
from cardgen.library.step_rules import MOST_CUE_WORDS
from cardgen.model.action import Pressure
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.durations import Time
from cardgen.model.program import Member, Program
from cardgen.model.repetitions import Passes, Times
from cardgen.model.routine import Note, Routine, Step
from cardgen.model.vocabulary import ONE_TIME_SIDES
from cardgen.reading.amount_texts import TIMED, TO, WHOLE
from cardgen.reading.field_texts import field_texts
from cardgen.reading.file_kinds import FileKind
from cardgen.reading.models import Model
from cardgen.sheets.paper import papers
from cardgen.sheets.stock import Perforated, Stock
from cardgen.units import LENGTH_PATTERN, Length

SchemaRule = dict[str, Any]
"""JSON Schema as plain data."""

TITLE_END = " for cardgen"
"""How the title of a schema ends."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODELS: dict[FileKind, type[Model]] = {"routine": Routine, "program": Program, "stock": Stock, "theme": Theme}
KNOWN_NAMES: dict[tuple[type[Struct], str], Callable[[], Iterable[str]]] = {
    (Routine, "area"): areas,
    (Step, "area"): areas,
    (Note, "icon"): icons,
    (Drawing, "view"): views,
    (Stroke, "posture"): postures,
    (Stock, "paper"): papers,
}
"""Fields for the name of something that is looked up, and the function that looks it up."""


def json_schema(kind: FileKind) -> str:
    """The JSON Schema (draft 2020-12) of one kind of file, as strict as cardgen wherever a schema can be.

    It cannot know whether ids differ, ranges increase, landmarks exist, texts fit, or the fonts have every character.
    """
    model = MODELS[kind]
    _, definitions = msgspec.json.schema_components((model,), schema_hook=_length_schema, ref_template="#/$defs/{name}")
    for part in dict.fromkeys(_models(type_info(model))):
        _complete(definitions[part.__name__], part)
    root = {"$schema": DIALECT, **definitions.pop(model.__name__), "title": f"A {kind}{TITLE_END}"}
    return msgspec.json.format(msgspec.json.encode({**root, "$defs": definitions}), indent=2).decode() + "\n"


def _length_schema(kind: type) -> SchemaRule:
    """The schema of a length, for msgspec."""
    if kind is Length:
        return {"type": "string", "pattern": f"^{LENGTH_PATTERN}$", "examples": ["63 mm", "3.5 in"]}
    raise NotImplementedError


def _models(info: Any) -> Iterator[type[Struct]]:
    """Every model in a type, beginning with the type itself."""
    if isinstance(info, StructType):
        yield info.cls
        parts = [field.type for field in info.fields]
    else:
        held = (getattr(info, name, None) for name in ("type", "item_type", "value_type"))
        parts = [*getattr(info, "types", ()), *(part for part in held if part is not None)]
    for part in parts:
        yield from _models(part)


def _complete(definition: SchemaRule, model: type[Struct]) -> None:
    """Add descriptions, known names and rules to the definition of a model."""
    texts = field_texts(model)
    for name, found in definition["properties"].items():
        if found.get("default", "") in (None, [], {}):  # the same as leaving it out
            del found["default"]
        if find := KNOWN_NAMES.get((model, name)):
            text = next(part for part in found.get("anyOf", [found]) if part.get("type") == "string")
            text["enum"] = sorted(find())
        definition["properties"][name] = {"description": texts[name], **found}
    if rules := RULES.get(model):
        definition["allOf"] = rules()


def _given(*names: str) -> SchemaRule:
    """These keys exist, and have values."""
    return {"required": list(names), "properties": {name: {"not": {"type": "null"}} for name in names}}


def _pressure_rules() -> list[SchemaRule]:
    """A pressure has a level."""
    return [{"anyOf": [_given("level"), _given("out", "back"), _given("using")]}]


def _step_rules() -> list[SchemaRule]:
    """A cue can be read at the table; minutes have no range if the amount has one, or if it is a time.

    Minutes of a step on both sides say whether they are for one; in a routine with sides they are, and may say so.
    """
    given = {"anyOf": [{"type": "array"}, {"type": "string", "pattern": f"^{WHOLE}{TO}{WHOLE}"}]}
    ranges = [{"properties": {kind.field: given}, "required": [kind.field]} for kind in (Times, Passes)]
    text = {"type": "string", "pattern": f"^(?:{WHOLE}{TO}{WHOLE}|{TIMED}$)"}
    fixed = {"anyOf": [{"type": "object", "anyOf": [*ranges, _given(Time.field)]}, text]}
    stretched = {"type": "object", "anyOf": [_given("least"), _given("most")]}
    return [
        {"properties": {"cue": {"pattern": rf"^\s*(\S+\s+){{0,{MOST_CUE_WORDS - 1}}}\S*\s*$"}}},
        {"not": {"properties": {"repeat": fixed, "minutes": stretched}, "required": ["repeat", "minutes"]}},
        {
            "if": _minutes_on_sides(),
            "then": _given("minutes_for"),
            "else": {"properties": {"minutes_for": {"enum": ["one-side", None]}}},
        },
    ]


def _minutes_on_sides() -> SchemaRule:
    """A step has minutes, and is done on one side, then on the other."""
    sides = {"not": {"enum": [*ONE_TIME_SIDES, None]}}
    return {"properties": {"sides": sides, "minutes": {"not": {"type": "null"}}}, "required": ["sides", "minutes"]}


def _stroke_rules() -> list[SchemaRule]:
    """A point is a landmark, with or without an offset."""
    return [{"properties": {"along": {"items": {"pattern": f"^{POINT.pattern}$"}}}}]


def _drawing_rules() -> list[SchemaRule]:
    """Every view has its own regions."""
    ordered = sorted(views(), key=lambda name: (crop(name).view, name))
    return [
        {
            "if": {"properties": {"view": {"enum": list(names)}}, "required": ["view"]},
            "then": {"patternProperties": {"^(area|avoid)$": {"items": {"enum": list(view(figure).regions)}}}},
        }
        for figure, names in groupby(ordered, key=lambda name: crop(name).view)
    ]


def _list_rules() -> list[SchemaRule]:
    """No warning is in a list that is not on every print."""
    notes = {"items": {"properties": {"icon": {"not": {"enum": list(WARNING_SIGNS)}}}}}
    return [{"properties": {"prepare": notes, "principles": notes}}]


def _routine_rules() -> list[SchemaRule]:
    """A step is done once only in a routine that is done on each side."""
    always = {"properties": {"steps": {"items": {"properties": {"once": {"type": "null"}}}}}}
    return [*_list_rules(), {"if": {"not": _given("sides")}, "then": always}]


def _member_rules() -> list[SchemaRule]:
    """A part is a routine that is found, or a file next to the program."""
    file = {"examples": ["my-routine.yaml"], "not": {"enum": sorted(programs())}}
    return [{"properties": {"routine": {"anyOf": [{"enum": sorted(routines())}, file]}}}]


def _perforated_rules() -> list[SchemaRule]:
    """Cards next to each other have a distance."""
    return [
        {"if": {"properties": {count: {"minimum": 2}}, "required": [count]}, "then": _given(distance)}
        for count, distance in (("columns", "across"), ("rows", "down"))
    ]


def _stock_rules() -> list[SchemaRule]:
    """A perforated sheet is not folded, and its cards have no pouch."""
    return [{"if": _given("sheet"), "then": {"properties": {"fold": {"const": False}, "pouch": {"type": "null"}}}}]


def _theme_rules() -> list[SchemaRule]:
    """Every body area has an accent."""
    accents = {name: {"$ref": "#/$defs/Accent"} for name in areas()}
    return [{"properties": {"accents": {"properties": accents, "additionalProperties": False, "required": [*accents]}}}]


RULES: dict[type[Struct], Callable[[], list[SchemaRule]]] = {
    Routine: _routine_rules,
    Program: _list_rules,
    Pressure: _pressure_rules,
    Step: _step_rules,
    Stroke: _stroke_rules,
    Drawing: _drawing_rules,
    Member: _member_rules,
    Perforated: _perforated_rules,
    Stock: _stock_rules,
    Theme: _theme_rules,
}
"""The rules that a model cannot express."""
