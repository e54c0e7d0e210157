"""No key of a whole routine is quietly made a key of one step, and no direction of the heart one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import run

ROUTINE = """name: Legs
summary: Legs.
area: legs
receiver: prone
steps:
  - id: press
    name: Press
    technique: compression
    where: The calf
    hands: palms
    pressure: light
    repeat: 6
    cue: Press.
    detail: Press and let go.
    caution: Not on the shin.
"""


def report(tmp_path: Path, line: str) -> str:
    path = tmp_path / "legs.yaml"
    path.write_text(f"{ROUTINE}    {line}\n", encoding="utf-8")
    return run("check", str(path)).output


@pytest.mark.parametrize("key", ["not_with", "not-with", "contraindications", "contraindication", "not_for"])
def test_what_forbids_the_massage_is_not_made_what_leaves_out_a_step(tmp_path: Path, key: str) -> None:
    output = report(tmp_path, f"{key}: varicose veins")
    assert "Did you mean" not in output
    assert "'not_with' above 'steps'" in output
    assert "'leave_out_with' here" in output


@pytest.mark.parametrize("key", ["strength_at_most", "prepare", "only_with", "after", "rest", "settle", "principles"])
def test_a_key_of_the_routine_belongs_above_the_steps(tmp_path: Path, key: str) -> None:
    assert "above 'steps'" in report(tmp_path, f"{key}: 5")


@pytest.mark.parametrize(("key", "meant"), [("location", "where"), ("question", "ask"), ("warnings", "caution")])
def test_another_word_for_a_key_is_known(tmp_path: Path, key: str, meant: str) -> None:
    given = meant in ("where", "caution")
    offer = f"'{meant}' is given already" if given else f"Did you mean '{meant}'?"
    assert offer in report(tmp_path, f"{key}: Here")


@pytest.mark.parametrize("way", ["toward the heart", "to the heart", "away from the heart", "proximal", "distal"])
def test_a_direction_of_the_heart_is_answered_with_both_that_it_may_be(tmp_path: Path, way: str) -> None:
    output = report(tmp_path, f"direction: {way}")
    assert "'toward-head' (" in output
    assert "'toward-feet' (" in output
    assert "whichever you mean" in output
