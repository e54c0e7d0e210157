"""Titles, cautions, notes and variants are compared with the facts of their steps without false alarms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.test_said import ROUTINE
from tests.review.test_warnings import found_by


@pytest.mark.parametrize(
    ("fact", "texts", "fields"),
    [
        ("sides: left", {"caution": "Off the shin. Not on the left leg."}, ["caution"]),
        ("sides: left", {"caution": "Not on the right leg."}, []),
        ("sides: left", {"caution": "Only on the right."}, ["caution"]),
        ("sides: left", {"caution": "Only the left leg."}, []),
        ("sides: left", {"caution": "The right leg only."}, ["caution"]),
        ("sides: left", {"caution": "Off the shin. The left leg only."}, []),
        ("sides: each", {"caution": "Only on the left side."}, ["caution"]),
        ("sides: each", {"caution": "With a splint, only on the left side."}, []),
        ("sides: each", {"caution": "Leave out the right leg."}, ["caution"]),
        ("sides: each", {"caution": "With a clot, leave out the right leg."}, []),
        ("sides: each", {"caution": "Not on the left knee. Never on the left arm."}, []),
        ("sides: together", {"detail": "Never on the left side."}, ["detail"]),
        ("sides: together", {"where": "The left calf"}, ["place"]),
        ("sides: together", {"where": "The calves, left and right"}, []),
        ("limb: leg", {"where": "The left calf", "repeat": "{times: 3, each: leg}"}, ["place"]),
        ("limb: leg", {"where": "The left knee", "repeat": "{times: 3, each: side}"}, []),
        ("limb: leg", {"caution": "Not on the left leg."}, []),
    ],
)
def test_a_side_that_is_forbidden_or_the_only_one_named_is_that_of_the_step(
    tmp_path: Path, fact: str, texts: dict[str, str], fields: list[str]
) -> None:
    path, text = tmp_path / "test.yaml", ROUTINE.format(fact=fact, detail=texts.get("detail", "Slowly."))
    text = text.replace("The calf\n", f"{texts.get('where', 'The calf')}\n")
    text = text.replace("{times: 3}", texts.get("repeat", "{times: 3}"))
    path.write_text(f"{text}    caution: '{texts.get('caution', 'Stop at pain.')}'\n", encoding="utf-8")
    assert [fault.problem.split()[1] for fault in found_by("said_sides", path)] == fields


@pytest.mark.parametrize(
    ("detail", "warned"),
    [
        ("Dizziness is harmless.", True),
        ("Carry on though it tingles.", True),
        ("Never let go because of pain.", True),
        ("If the toes tingle, keep pressing. It may hurt, but carry on.", True),
        ("Ignore any tingling in the toes.", True),
        ("When it hurts, lean in harder.", True),
        ("If it hurts, never press harder.", False),
        ("Numbness means that you stop.", False),
        ("If it hurts, wait until it is over and go on.", False),
        ("If it hurts, continue more gently.", False),
        ("Do not ignore pain. Tingling is not normal.", False),
        ("Keep going until the calf is warm; never let go suddenly.", False),
    ],
)
def test_a_text_that_goes_on_where_every_print_says_to_stop_is_warned_of(
    tmp_path: Path, detail: str, warned: bool
) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact="pressure: light", detail=detail), encoding="utf-8")
    assert bool(list(found_by("harmful_order", path))) == warned


@pytest.mark.parametrize(("detail", "warned"), [("Lean into the back of the knee.", True), ("Lean in.", False)])
def test_a_variant_that_presses_a_forbidden_place_is_warned_of(tmp_path: Path, detail: str, warned: bool) -> None:
    path = tmp_path / "test.yaml"
    fact = f"variants: [{{name: Deeper, detail: {detail}}}]"
    path.write_text(ROUTINE.format(fact=fact, detail="Slowly."), encoding="utf-8")
    assert bool(list(found_by("dangerous_place", path))) == warned


@pytest.mark.parametrize(
    ("caution", "fact", "warned"),
    [
        ("Only very light strokes.", "pressure: medium", True),
        ("Never press deeply.", "pressure: deep", True),
        ("Never use the knuckles.", "hands: knuckles", True),
        ("Never glide toward the heels.", "direction: toward-feet", True),
        ("No more than twice.", "pace: slow", True),
        ("Only very light strokes over the ribs.", "pressure: medium", False),
        ("With gout, only very light strokes.", "pressure: medium", False),
        ("Never press deeply.", "pressure: {level: [light, deep]}", False),
        ("Never use the knuckles on a bone.", "hands: knuckles", False),
        ("Never glide toward the heels.", "direction: toward-head", False),
        ("No more than twice if it is sore.", "pace: slow", False),
        ("Never longer than half an hour.", "pace: slow", False),
    ],
)
def test_a_caution_for_every_step_is_compared_with_each(tmp_path: Path, caution: str, fact: str, warned: bool) -> None:
    path = tmp_path / "test.yaml"
    text = ROUTINE.format(fact=fact, detail="Slowly.").replace("steps:", f"cautions: ['{caution}']\nsteps:")
    path.write_text(text, encoding="utf-8")
    names = ("said_hands", "said_pressure", "said_way", "unequal_number")
    problems = [fault.problem for name in names for fault in found_by(name, path)]
    assert bool(problems) == warned
    assert all(problem.startswith("A caution for every step says") for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "warned"),
    [
        ("receiver: prone", "receiver: {position: prone, note: Flat on the back.}", True),
        ("receiver: prone", "receiver: {position: prone, note: Flat on the belly.}", False),
        ("name: Test", "name: Face-up calves", True),
        ("name: Test", "name: Right calf", True),
        ("summary: A step.", "summary: A step for the left calf.", False),
        ("summary: A step.", "summary: For the calves, right and left.", False),
        ("receiver: prone", "receiver: prone\ngiver: {at: head, note: Kneel at the feet.}", True),
        ("receiver: prone", "receiver: prone\ngiver: {at: feet, note: Kneel at the feet.}", False),
        ("receiver: prone", "receiver: prone\nsettle: {minutes: 1, do: Lie still for 3 minutes}", True),
        ("receiver: prone", "receiver: prone\nsettle: {minutes: 3, do: Lie still for 3 minutes}", False),
        ("where: The calf", "where: To the right of the shin", False),
        ("where: The calf", "where: The right instep", True),
    ],
)
def test_titles_and_notes_of_a_routine_are_compared_with_its_facts(
    tmp_path: Path, old: str, new: str, warned: bool
) -> None:
    path, text = tmp_path / "test.yaml", ROUTINE.format(fact="sides: left", detail="Slowly.")
    if "where" in old:
        text = text.replace("sides: left", "sides: each")
    path.write_text(text.replace(old, new), encoding="utf-8")
    names = ("said_position", "said_sides", "unequal_minutes")
    assert bool([fault for name in names for fault in found_by(name, path)]) == warned


@pytest.mark.parametrize(
    ("detail", "warned"), [("Go on as in step 3.", True), ("As in step 1.", False), ("Step 30 cm back.", False)]
)
def test_a_step_that_the_routine_does_not_have_is_warned_of(tmp_path: Path, detail: str, warned: bool) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact="pace: slow", detail=detail), encoding="utf-8")
    assert bool(list(found_by("loose_reference", path))) == warned
