"""Conditions that are printed as more, or as less, than their author means are warned of; others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.test_warnings import found_by

ROUTINE = """\
name: Test
summary: A step.
area: arms
receiver: supine
{top}
steps:
  - id: s1
    name: One
    technique: kneading
    where: The forearm
    cue: Knead slowly.
    detail: "{detail}"
    caution: "{caution}"
    pressure: light
    repeat: 3
"""
WARNINGS = ("misplaced_text", "joined_conditions")


def found(folder: Path, top: str = "", detail: str = "Slowly.", caution: str = "Off the elbow crease.") -> list[str]:
    """What to write instead of each condition that is not what its author means."""
    path = folder / "test.yaml"
    path.write_text(ROUTINE.format(top=top, detail=detail, caution=caution), encoding="utf-8")
    return [fault.remedy for name in WARNINGS for fault in found_by(name, path)]


@pytest.mark.parametrize(
    ("top", "remedy"),
    [
        ("leave_out_with: [a fistula in that arm]", "{only_with: a fistula, do: Leave out that arm.}"),
        ("leave_out_with: [a drip (that arm)]", "{only_with: a drip, do: Leave out that arm.}"),
        ("not_with: [lymphedema on the same side]", "{only_with: lymphedema, do: Leave out that side.}"),
        ("leave_out_with: ['varicose veins, then only steps 1 and 2']", "'only_with'"),
        ("leave_out_with: [if pregnant]", "'pregnancy'"),
        ("leave_out_with: [leave out with gout]", "'pregnancy'"),
        ("cautions: [{only_with: pregnant, do: Lie on a side.}]", "'pregnancy'"),
        ("leave_out_with: [pregnancy, none]", "Delete this entry"),
    ],
)
def test_a_condition_that_is_printed_as_something_else(tmp_path: Path, top: str, remedy: str) -> None:
    assert any(remedy in text for text in found(tmp_path, top))


@pytest.mark.parametrize(
    ("detail", "remedy"),
    [
        ("With varicose veins, leave this step out.", "leave_out_with: varicose veins"),
        ("With carpal tunnel, leave out the point nearest the wrist.", "{only_with: carpal tunnel, do: ...}"),
    ],
)
def test_what_is_left_out_with_a_condition_belongs_on_the_safety_card(tmp_path: Path, detail: str, remedy: str) -> None:
    assert any(remedy in text for text in found(tmp_path, detail=detail))


def test_a_caution_that_is_only_ticked(tmp_path: Path) -> None:
    assert found(tmp_path, caution="yes")


@pytest.mark.parametrize(
    "top",
    [
        "cautions: [{only_with: a port or fistula, do: Not on that arm.}]",
        "leave_out_with: [a full meal, surgery in the last month, a broken arm]",
        "not_with: [fever, infection]",
    ],
)
def test_conditions_that_are_printed_as_they_are_meant(tmp_path: Path, top: str) -> None:
    assert not found(tmp_path, top, "With both hands, leave out no finger. With ten minutes, leave this step out.")


@pytest.mark.parametrize(
    ("position", "caution", "warned"),
    [
        ("prone", "{only_with: pregnancy, do: Only stroke the calves.}", True),
        ("prone", "Pregnant women lie on a cushion.", True),
        ("prone", "{only_with: pregnancy, do: Do it on the side.}", False),
        ("supine", "{only_with: pregnancy, do: Only stroke the calves.}", False),
        ("prone", "{only_with: varicose veins, do: Glide above and below them.}", False),
        ("prone", "{only_with: varicose veins, do: Glide over them.}", True),
    ],
)
def test_what_to_do_with_a_condition_that_its_position_rules_out(
    tmp_path: Path, position: str, caution: str, warned: bool
) -> None:
    path = tmp_path / "test.yaml"
    text = ROUTINE.format(top=f"cautions: [{caution}]", detail="Slowly.", caution="Off the elbow crease.")
    path.write_text(text.replace("receiver: supine", f"receiver: {position}"), encoding="utf-8")
    assert bool(list(found_by("contradicting_rules", path))) == warned
