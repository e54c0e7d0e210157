"""What YAML leaves out without a word: keys with nothing behind their colon."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec.structs import replace

from cardgen.errors import Fault
from cardgen.reading.parser import Origin, Spot
from cardgen.reading.yaml_loader import Loader


def empty_keys(path: Path, text: str) -> Iterator[Fault]:
    """A warning for each key with nothing behind its colon. The text must be YAML."""
    for key, value in _plain(yaml.compose(text, Loader=Loader)):
        if key and not value.value:
            spot = Spot(value.start_mark.line + 1, value.start_mark.column + 1)
            problem = f"Nothing stands behind '{key}:', so it is left out."
            yield replace(
                Origin(path, text).fault(spot, problem, "Write something, or leave the line out."), warning=True
            )


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
