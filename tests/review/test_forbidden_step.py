"""A caution against the place of its own step is warned of; one against a part, a way or a strength is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.test_warnings import found_by

ROUTINE = """\
name: Test
summary: A step.
area: arms
receiver: supine
steps:
  - id: s1
    name: One
    technique: kneading
    where: "{where}"
    cue: Knead.
    detail: Slowly.
    caution: "{caution}"
    pressure: light
    repeat: {{times: 3}}
"""


def is_warned_of(folder: Path, where: str, caution: str) -> bool:
    """Whether the caution is warned of."""
    path = folder / "test.yaml"
    path.write_text(ROUTINE.format(where=where, caution=caution), encoding="utf-8")
    return bool(list(found_by("forbidden_step", path)))


@pytest.mark.parametrize(
    ("where", "caution"),
    [
        ("The forearm", "Do not touch the forearm."),
        ("The upper arms", "Avoid the upper arm."),
        ("The right hand", "Leave out the hand."),
        ("Palm", "Not on the wrist or the palm."),
    ],
)
def test_the_place_of_the_step_is_forbidden(tmp_path: Path, where: str, caution: str) -> None:
    assert is_warned_of(tmp_path, where, caution)


@pytest.mark.parametrize(
    ("where", "caution"),
    [
        ("The forearm", "No deep pressure on the forearm."),
        ("The forearm", "Never knead the forearm with the knuckles."),
        ("The forearm", "Not on the inner forearm."),
        ("The forearm and the hand", "Not on the hand."),
        ("The right hand", "Never on the left hand."),
        ("The upper arm", "Never on the inner upper arm."),
        ("The wrist", "Never press the wrist."),
        ("The palm", "Stop if the palm tingles."),
        ("The hand", "Do not touch the hand while it is wet."),
    ],
)
def test_another_place_or_way_is_forbidden(tmp_path: Path, where: str, caution: str) -> None:
    assert not is_warned_of(tmp_path, where, caution)
