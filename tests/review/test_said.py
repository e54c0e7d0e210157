"""Texts are compared with the facts of their step without false alarms."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.finding import routines
from cardgen.review.warnings.said_strength import MOST
from cardgen.wording.words import ENGLISH, words
from tests.review.test_warnings import found_by

SAID = ("said_sides", "said_strength", "said_way")
ROUTINE = """\
name: Test
summary: A step.
area: legs
receiver: prone
steps:
  - id: s1
    name: One
    technique: kneading
    where: The calf
    cue: Knead the calf.
    detail: "{detail}"
    {fact}
    repeat: {{times: 3}}
"""


@pytest.mark.parametrize("routine", routines())
def test_bundled_routines_contradict_themselves_nowhere(routine: str) -> None:
    assert [fault for name in SAID for fault in found_by(name, routines()[routine])] == []


@pytest.mark.parametrize(
    ("fact", "detail"),
    [
        ("sides: right", "Your left hand rests on the left hip."),
        ("sides: right", "Wipe off what oil is left."),
        ("sides: right", "Stand at the left side of the table."),
        ("sides: right", "The left thumb steers, the right thumb presses."),
        ("sides: left", "Turn the head to the right side."),
        ("sides: left", "Press at the right time, right down to the heel."),
        ("sides: right-then-left", "Do the right leg first, then the left one."),
        ("direction: clockwise", "Not counterclockwise."),
        ("direction: clockwise", "Go clockwise, as you look at it."),
        ("direction: toward-head", "Stroke up, then glide back toward the feet."),
        ("direction: toward-head", "Stand facing the head. Do not lean toward the feet."),
        ("direction: toward-feet", "Stroke from the knee to the ankle."),
        ("pressure: light", "3 out of 10 is enough. 10 out of 10 is pain."),
    ],
)
def test_what_agrees_is_not_warned_of(tmp_path: Path, fact: str, detail: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact=fact, detail=detail), encoding="utf-8")
    assert [fault.problem for name in SAID for fault in found_by(name, path)] == []


def test_the_limit_is_that_of_the_printed_scale() -> None:
    assert any(f"Stay at {MOST} or less" in paragraph.text for paragraph in words(ENGLISH).working)
