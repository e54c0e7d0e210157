"""PyYAML's own reader, used where there is no libyaml, reads what libyaml reads."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from cardgen.library.finding import find_file, routines
from cardgen.reading.yaml_loader import PythonLoader

TEXTS = [
    "ask: [Is it sore?, {text: Easier now?, ours: true}]",
    "cue:\tGlide up.",
    "hands: [palms,\tthumbs]",
    "hands: {use:\tpalms}",
    'cue: "Knead\\u00e9 \\U0001F600"',
    "cue: Is it sore? Say so.",
]


def events(text: str, loader: Any) -> list[tuple[type, Any]]:
    return [(type(event), getattr(event, "value", None)) for event in yaml.parse(text, loader)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_as_libyaml_reads_it(text: str) -> None:
    assert events(text, PythonLoader) == events(text, yaml.CSafeLoader)


@pytest.mark.parametrize("name", routines())
def test_a_routine_is_read_as_libyaml_reads_it(name: str) -> None:
    text = find_file(name).read_text(encoding="utf-8")
    assert events(text, PythonLoader) == events(text, yaml.CSafeLoader)
