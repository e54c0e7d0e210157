"""Writes models as authors would: plain values in an order that reads well, and YAML that is easy to edit."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from math import inf
from typing import Any

import msgspec
import yaml
from msgspec import Struct
from msgspec.structs import FieldInfo

from cardgen.reading.value_types import ordered_fields

LINE_WIDTH = 112
"""In characters: a line is broken before the word that would exceed it."""
LONGEST_ONE_LINER = 100
"""A list, a mapping or a text of at most this many characters is written on one line."""
PARAGRAPH = re.compile(r"\S+( \S+)*")
"""Text that may be broken into lines at any space, and is still read as the same text."""
UNUSUAL_SPACE = re.compile(r"[\t\n\r\x85\u2028\u2029]")
"""White space that is only read as the same if it is written as its code."""


def as_authored(value: Any) -> Any:
    """A model as plain values: only what its author gave, and whole numbers without a decimal point."""
    if isinstance(value, Struct):
        given = ((field, getattr(value, field.name)) for field in ordered_fields(type(value)))
        return {field.name: as_authored(content) for field, content in given if content != _default(field)}
    if isinstance(value, (list, tuple)):
        return [as_authored(entry) for entry in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _default(field: FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def write_number(value: float) -> str:
    """Write a number without an exponent: 0.00001."""
    return format(Decimal(repr(value)), "f")


class _Dumper(yaml.SafeDumper):
    """Writes lists indented, and repeated values in full."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = (
        '"'
        if UNUSUAL_SPACE.search(text)
        else ">"
        if len(text) > LONGEST_ONE_LINER and PARAGRAPH.fullmatch(text)
        else None
    )
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _number(dumper: yaml.SafeDumper, value: float) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", write_number(value))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)


def as_flow_yaml(value: Any) -> str:
    """A list or a mapping on one line: "[3, 5]"."""
    written: str = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=inf
    )
    return written.rstrip("\n")


def as_json(data: Any) -> bytes:
    """Plain values as JSON, which is also YAML."""
    text = msgspec.json.encode(data).decode()
    unambiguous = UNUSUAL_SPACE.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
    return msgspec.json.format(unambiguous.encode(), indent=2) + b"\n"


def as_yaml(data: dict[str, Any]) -> str:
    """Plain values as a YAML file, with an empty line before each list and between long entries."""
    return "".join(_list(key, value) if isinstance(value, list) else _page({key: value}) for key, value in data.items())


def _list(key: str, entries: list[Any]) -> str:
    """A list at the margin of a file."""
    if not entries:
        return _page({key: entries})
    heading = f"{key}:\n"
    written = [_page({key: [entry]}).removeprefix(heading) for entry in entries]
    apart = "\n" if any(isinstance(entry, dict) and len(entry) > 4 for entry in entries) else ""
    return f"\n{heading}{apart.join(written)}"


def _page(data: dict[str, Any]) -> str:
    """A part of a file, with short values on one line."""
    node = _Dumper(io.StringIO(), sort_keys=False).represent_data(data)
    _style(node, 0)
    written: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=LINE_WIDTH)
    return written


def _style(node: Any, depth: int) -> int:
    """Decide whether a value is written on one line, and return its length there."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value)
    inside = [part for entry in node.value for part in (entry if isinstance(entry, tuple) else (entry,))]
    length = sum(_style(part, depth + 1) + 2 for part in inside)
    mapping_at_margin = depth == 1 and isinstance(node, yaml.MappingNode)
    node.flow_style = length <= LONGEST_ONE_LINER and (depth > 2 or mapping_at_margin)
    return length
