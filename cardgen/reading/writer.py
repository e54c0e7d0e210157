"""Writes models as their authors would: plain values in an order that reads well, and YAML that is good to edit."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from functools import cache
from itertools import takewhile
from math import inf
from typing import Any

import msgspec
import yaml
from msgspec import Struct
from msgspec.structs import FieldInfo

WIDTH = 112
"""A line of YAML is broken before the word that passes so many characters."""
SHORT = 100
"""A list, a mapping or a text of so many characters stands in one line."""
PARAGRAPH = re.compile(r"\S+( \S+)*")
"""What may be broken into lines at any blank, and is the same when it is read again."""
UNUSUAL = re.compile(r"[\t\n\r\x85\u2028\u2029]")
"""White space that is only read again as it was where it is written as its code."""


def as_authored(value: Any) -> Any:
    """A model as plain values: only what its author gave, whole numbers without a point."""
    if isinstance(value, Struct):
        given = ((field, getattr(value, field.name)) for field in ordered_fields(type(value)))
        return {field.name: as_authored(content) for field, content in given if content != _default(field)}
    if isinstance(value, (list, tuple)):
        return [as_authored(entry) for entry in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


@cache
def ordered_fields(kind: type[Struct]) -> tuple[FieldInfo, ...]:
    """The fields of a model in the order in which they are written.

    First what it needs and its like does not have, such as id and name; then what they share; then the rest.
    """
    known = msgspec.structs.fields(kind)
    shared = [field for field in known if field.name in getattr(kind.__base__, "__struct_fields__", ())]
    own = [field for field in known if field not in shared]
    first = list(takewhile(lambda field: field.required, own))
    return (*first, *shared, *own[len(first) :])


def _default(field: FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def write_number(value: float) -> str:
    """A number without an exponent: 0.00001."""
    return format(Decimal(repr(value)), "f")


class _Dumper(yaml.SafeDumper):
    """Lists are indented, and nothing is an alias of anything."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if UNUSUAL.search(text) else ">" if len(text) > SHORT and PARAGRAPH.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _number(dumper: yaml.SafeDumper, value: float) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:float", write_number(value))


_Dumper.add_representer(str, _text)
_Dumper.add_representer(float, _number)


def as_flow_yaml(value: Any) -> str:
    """A list or a mapping in one line: "[3, 5]"."""
    written: str = yaml.dump(
        value, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=inf
    )
    return written.rstrip("\n")


def as_json(data: Any) -> bytes:
    """Plain values as JSON, which is YAML, too."""
    text = msgspec.json.encode(data).decode()
    unambiguous = UNUSUAL.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
    return msgspec.json.format(unambiguous.encode(), indent=2) + b"\n"


def as_yaml(data: dict[str, Any]) -> str:
    """Plain values as a file of YAML: a blank line before each list, and between entries of several lines."""
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
    """A part of a file, what is short in one line."""
    node = _Dumper(io.StringIO(), sort_keys=False).represent_data(data)
    _style(node, 0)
    written: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=WIDTH)
    return written


def _style(node: Any, depth: int) -> int:
    """Decide whether a value stands in one line; its length there."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value)
    inside = [part for entry in node.value for part in (entry if isinstance(entry, tuple) else (entry,))]
    length = sum(_style(part, depth + 1) + 2 for part in inside)
    mapping_at_margin = depth == 1 and isinstance(node, yaml.MappingNode)
    node.flow_style = length <= SHORT and (depth > 2 or mapping_at_margin)
    return length
