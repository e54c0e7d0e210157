"""What authors first wrote is printed as it is meant, or the report offers every meaning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.cards import word_deck
from tests.support.folders import TEST_DATA

CASES: list[dict[str, Any]] = msgspec.yaml.decode((TEST_DATA / "first_wrote.yaml").read_bytes())
STEP = {
    "id": "one", "name": "One", "technique": "effleurage", "where": "The back", "cue": "Stroke.",
    "detail": "Stroke slowly.",
}  # fmt: skip


def write(folder: Path, step: dict[str, Any]) -> str:
    path = folder / "own.yaml"
    whole = {"name": "Own", "summary": "Own.", "area": "back", "receiver": "prone", "steps": [STEP | step]}
    path.write_text(json.dumps(whole), encoding="utf-8")
    return str(path)


def outcome(folder: Path, step: dict[str, Any]) -> str:
    """What the card of a step says, or the report about it."""
    try:
        session = plan(load_selection([write(folder, step)]))
    except UserError as error:
        return str(error)
    ((card,),) = (section.steps for section in word_deck(session).sections)
    facts = [fact.line for fact in card.facts]
    return " · ".join([card.key.line, *facts, *(f"{block.heading} {block.text}" for block in card.blocks)])


@pytest.mark.parametrize("case", CASES, ids=lambda case: json.dumps(case["step"]))
def test_it_is_said_or_every_meaning_is_offered(case: dict[str, Any], tmp_path: Path) -> None:
    text = outcome(tmp_path, case["step"]).replace("\u00a0", " ")
    assert ("offers" in case) == text.startswith(str(tmp_path)), text
    expected = case.get("says", ()) or case["offers"]
    assert [said for said in expected if said.lower() not in text.lower()] == [], text
