"""What YAML leaves out without a word: text behind a #, and keys with nothing behind their colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.parsing import LINE_END, Loader, Spot, fault_at

CUT = re.compile(r"[ \t]+#\w+")
"""With no blank behind it, a # was hardly meant to begin a note."""


def cut_texts(path: Path, text: str) -> Iterator[Fault]:
    """A warning for each text with a # in it, and all that is lost behind it. The text must be YAML."""
    lines = LINE_END.split(text)
    for _, value in _plain(yaml.compose(text, Loader=Loader)):
        at = value.end_mark
        if cut := CUT.match(lines[at.line], at.column):
            sign = cut[0].lstrip()
            problem = f"The text is cut here: from '{sign}' on it is a note, which is not printed."
            remedy = "Put quotes round the whole text, or a blank behind the #."
            yield _doubt(path, text, Spot(at.line + 1, cut.end() - len(sign) + 1), problem, remedy)


def empty_keys(path: Path, text: str) -> Iterator[Fault]:
    """A warning for each key with nothing behind its colon. The text must be YAML."""
    lines = LINE_END.split(text)
    for key, value in _plain(yaml.compose(text, Loader=Loader)):
        at = value.start_mark
        if key and not value.value and not CUT.match(lines[at.line], at.column):
            problem = f"Nothing stands behind '{key}:', so it is left out."
            remedy = "Write something, or leave the line out."
            yield _doubt(path, text, Spot(at.line + 1, at.column + 1), problem, remedy)


def _doubt(path: Path, text: str, spot: Spot, problem: str, remedy: str) -> Fault:
    return replace(fault_at(path, text, spot, problem, remedy), warning=True)


def _plain(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value without quotes in a tree of YAML, with its key; in a list it has none."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _plain(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _plain(value)
    elif not node.style:
        yield key, node
