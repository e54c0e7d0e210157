"""Pressure on a place that takes none is warned of, whatever a caution says; what keeps off it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.test_warnings import found_by
from tests.support.together import together

ROUTINE = """\
name: Test
summary: A step.
area: {area}
receiver: {receiver}
steps:
  - id: s1
    name: One
    technique: {technique}
    where: "{where}"
    cue: "{cue}"
    detail: Slowly.
    caution: Ease off if it hurts.
    pressure: {pressure}
    repeat: {{times: 3}}
"""
USUAL = {
    "area": "legs",
    "receiver": "prone",
    "technique": "pressing",
    "where": "The calf",
    "cue": "Slowly.",
    "pressure": "medium",
}


def found(folder: Path, **facts: str) -> list[str]:
    """What is dangerous in a step with these facts."""
    path = folder / "test.yaml"
    path.write_text(ROUTINE.format(**(USUAL | facts)), encoding="utf-8")
    return [fault.problem for fault in found_by("dangerous_place", path)]


@together
@pytest.mark.parametrize("area", ["head", "back", "trunk-front", "joints"])
@pytest.mark.parametrize("receiver", ["prone", "supine", "side", "seated"])
@pytest.mark.parametrize("where", ["The front of the neck", "Patella", "Over the kidneys", "Groin", "Spinal column"])
def test_a_place_that_is_named_is_dangerous_however_the_receiver_lies(
    tmp_path: Path, area: str, receiver: str, where: str
) -> None:
    (problem,) = found(tmp_path, area=area, receiver=receiver, where=where, pressure="deep")
    assert "with deep pressure, which the safety rules forbid" in problem


@pytest.mark.parametrize(
    "facts",
    [
        {"where": "Over the kidneys", "pressure": "light"},
        {"where": "The eyelids", "pressure": "feather"},
        {"where": "The throat", "technique": "holding", "pressure": "none"},
        {"where": "The inner thigh", "pressure": "light"},
        {"where": "Left and right of the spine"},
        {"where": "The calf, up to the back of the knee"},
        {"cue": "Press the muscles beside the spine."},
        {"cue": "Knead the calf, up to the back of the knee."},
        {"cue": "Press lightly over the kidneys."},
        {"cue": "Do not knead the calf, press behind the knee or rub the shin."},
        {"cue": "Lean in with the elbow, not the knee."},
        {"cue": "Stroke up the inner thigh.", "pressure": "light"},
        {"cue": "Stop before you press on the shin."},
        {"cue": "Firm strokes over the spine are not allowed."},
        {"cue": "Use firm pressure beside the spine."},
        {"where": "Belly of the calf", "pressure": "firm"},
        {"where": "Everywhere but the spine", "pressure": "firm"},
        {"cue": "Slide the hands down beside the throat."},
        {"cue": "Sink in beside the spine."},
        {"pressure": "{level: firm, zones: [{at: the back of the knee, level: light}]}"},
        {"cue": "Let your thumbs sink into the calf."},
    ],
)
def test_what_is_harmless_is_not_warned_of(tmp_path: Path, facts: dict[str, str]) -> None:
    assert found(tmp_path, **facts) == []


@pytest.mark.parametrize(
    "cue",
    [
        "Dig into the hollow of the knee.",
        "If the thigh is tense, press into the groin.",
        "Work up the inner thigh with deep strokes.",
        "Press the calf. Then push the thumbs into the armpit.",
        "Massage the carotid artery.",
        "Use strong pressure on the kidneys.",
        "Firm strokes over the spine are fine.",
        "Thumbs deep into the hollow of the knee.",
        "Squeeze the windpipe gently.",
        "Sink into the groin.",
        "Go over the kneecap with firm knuckles.",
        "Knead the sternocleidomastoid.",
        "Hit the spine with the fist.",
        "Go on into the hollow of the knee with firm thumbs.",
        "Press into the elbow pit.",
    ],
)
def test_orders_are_warned_of(tmp_path: Path, cue: str) -> None:
    (problem,) = found(tmp_path, cue=cue)
    assert "asks for pressure on" in problem


def test_a_zone_that_presses_such_a_place_hard_is_warned_of(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, pressure="{level: firm, zones: [{at: back of the knee, level: deep}]}")
    assert "presses the back of the knee with deep pressure" in problem
