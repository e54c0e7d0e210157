"""The examples of the interface in the guide are true: each request gets what the guide quotes."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cardgen.web.answers import ANSWERS
from tests.support.asking import ask
from tests.support.folders import ROOT

PAGE = (ROOT / "docs" / "web.md").read_text(encoding="utf-8")
EXAMPLES = {
    name: [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]
    for name, text in re.findall(r"^### (\w+)\n(.*?)(?=^### |\Z)", PAGE, re.DOTALL | re.MULTILINE)
}


def test_every_name_has_an_example() -> None:
    assert set(EXAMPLES) == set(ANSWERS)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_is_true(name: str) -> None:
    request, *quoted = EXAMPLES[name]
    reply = ask(name, **request)
    assert reply.status == 200, reply.data
    assert all(holds(json.loads(reply.data), excerpt) for excerpt in quoted)


def holds(found: Any, excerpt: Any) -> bool:
    """Whether a value has everything that an excerpt of it says; of lists, the first entries."""
    if isinstance(excerpt, dict):
        return all(key in found and holds(found[key], value) for key, value in excerpt.items())
    if isinstance(excerpt, list) and excerpt and isinstance(excerpt[0], dict):
        return len(found) >= len(excerpt) and all(map(holds, found, excerpt))
    return bool(found == excerpt)
