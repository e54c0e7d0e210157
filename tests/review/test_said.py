"""Texts are compared with the facts of their step without false alarms."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.finding import routines
from tests.review.test_warnings import found_by
from tests.support.together import together

SAID = ("said_hands", "said_pace", "said_position", "said_pressure", "said_sides", "said_strength", "said_way")
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


@together
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
        ("pressure: light", "Stand with firmly planted feet."),
        ("pressure: light", "Tuck the towel in firmly around the leg."),
        ("pace: quick", "Let go slowly. Then slow down, stroke by stroke."),
        ("pace: slow", "Quick strokes excite, so do not rub fast."),
        ("pace: very-slow", "Breathe fast, if you like, but move slowly."),
        ("hands: {use: thumbs, note: with the other hand below}", "Slowly."),
        ("hands: palms\n    phases: [{do: Rub with the palms, technique: friction, repeat: 3}]", "Slowly."),
        ("sides: left\n    phases: [{do: Left of the calf, technique: friction, repeat: 3}]", "Slowly."),
        ("direction: {way: toward-head, say: Up, note: then down}", "Slowly."),
        ("pressure: light", "Pain 6 is too much: stop. It may be sore for 6 days."),
        ("pressure: {level: light, note: level 3 of 5}", "Strength 3 of 5."),
        ("pressure: medium", "With gout, only light pressure. Only light pressure on the shin."),
        ("pressure: medium", "At most medium pressure. Only light at first, then more."),
        ("pressure: firm", "Speak softly."),
        ("pressure: firm", "Add a little weight with each stroke."),
        ("pressure: firm", "Begin with little pressure, then sink in."),
        ("pressure: firm", "There is no pressure on the heel."),
        ("pressure: deep", "Lay the hands down lightly before you lean in."),
        ("sides: left", "Stroke with both hands, both thumbs side by side."),
        ("sides: each", "Both thumbs press at the same time."),
        ("giver: right", "Stand on your left foot, step back with the right."),
        ("giver: right", "Stand at the right, look to the feet."),
        ("giver: head", "Do not stand at the feet."),
        ("pressure: light", "3 out of 10 is enough. 10 out of 10 is pain."),
    ],
)
def test_what_agrees_is_not_warned_of(tmp_path: Path, fact: str, detail: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact=fact, detail=detail), encoding="utf-8")
    assert [fault.problem for name in SAID for fault in found_by(name, path)] == []


@together
@pytest.mark.parametrize(
    ("fact", "detail"),
    [
        ("pressure: light", "Press firmly with both thumbs."),
        ("pressure: light", "As strong as the receiver can bear."),
        ("pressure: light", "Lean in with your whole weight."),
        ("pace: slow", "Rub it fast, as fast as you can."),
        ("pace: very-slow", "A brisk and even rhythm."),
        ("pace: quick", "Very slow circles, one after the other."),
        ("hands: {use: palms, note: with both fists}", "Slowly."),
        ("hands: {use: palms, say: One thumb}", "Slowly."),
        ("pressure: light", "Use your full strength."),
        ("phases: [{do: Rub with the palms, technique: friction, hands: knuckles, repeat: 3}]", "Slowly."),
        ("sides: each\n    phases: [{do: Left leg, technique: friction, repeat: 3}]", "Slowly."),
        ("direction: {way: inward, say: Outward}", "Slowly."),
        ("direction: {way: toward-feet, say: All the way up}", "Slowly."),
        ("pressure: {level: light, note: intensity 7}", "Slowly."),
        ("pressure: light", "It feels like a 6 on the scale."),
        ("pressure: {level: [light, firm]}", "Only light strokes. Slowly."),
        ("pressure: medium", "Never more than light pressure here."),
        ("pressure: firm", "Barely touch the skin."),
        ("pressure: firm", "Glide with little weight."),
        ("pressure: deep", "Knead with next to no force."),
        ("pressure: light", "Put all of your weight on it."),
        ("sides: each", "Stroke both calves at the same time."),
        ("sides: together", "First the left calf, then the right."),
        ("direction: clockwise", "Circle against the clock."),
        ("giver: feet", "Stand at the head, look to the feet."),
        ("giver: left", "Stand on the right of the receiver."),
    ],
)
def test_what_contradicts_is_warned_of(tmp_path: Path, fact: str, detail: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact=fact, detail=detail), encoding="utf-8")
    assert [fault for name in SAID for fault in found_by(name, path)]


@pytest.mark.parametrize("text", ["At the Achilles tendon never above 3 of 10.", "Never above 3 of 10 on the belly."])
def test_a_limit_for_one_place_is_no_limit_of_the_routine(tmp_path: Path, text: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact="pace: slow", detail="Slowly.") + f"cautions: ['{text}']\n", encoding="utf-8")
    assert not list(found_by("said_strength", path))


@pytest.mark.parametrize(
    ("part", "said", "limit"),
    [
        ("cautions: [Never press deeper than 3 out of 10.]", "3 out of 10", 3),
        ("cautions: ['Stay under 4/10, always.']", "4/10", 4),
        ("principles: [{icon: pressure-3, do: The strongest pressure is two out of ten.}]", "two out of ten", 2),
    ],
)
def test_a_lower_limit_of_all_steps_is_warned_of_until_every_print_has_it(
    tmp_path: Path, part: str, said: str, limit: int
) -> None:
    path, text = tmp_path / "test.yaml", ROUTINE.format(fact="pressure: light", detail="Knead it.")
    path.write_text(text.replace("steps:", f"{part}\nsteps:"), encoding="utf-8")
    (found,) = found_by("said_strength", path)
    assert f"'{said}' is a lower limit" in found.problem
    assert f"strength_at_most: {limit}" in (found.remedy or "")
    path.write_text(text.replace("steps:", f"{part}\nstrength_at_most: {limit}\nsteps:"), encoding="utf-8")
    assert list(found_by("said_strength", path)) == []


def test_a_text_above_the_limit_of_its_routine_is_warned_of(tmp_path: Path) -> None:
    path, text = tmp_path / "test.yaml", ROUTINE.format(fact="pressure: light", detail="Go up to 4 of 10.")
    path.write_text(text, encoding="utf-8")
    assert list(found_by("said_strength", path)) == []
    path.write_text(text.replace("steps:", "strength_at_most: 3\nsteps:"), encoding="utf-8")
    (found,) = found_by("said_strength", path)
    assert "stay at 3 or less" in found.problem


def test_a_limit_above_that_of_cardgen_is_one_that_a_routine_may_set(tmp_path: Path) -> None:
    path, text = tmp_path / "test.yaml", ROUTINE.format(fact="pressure: firm", detail="Go to 6 of 10.")
    path.write_text(text, encoding="utf-8")
    (found,) = found_by("said_strength", path)
    assert "strength_at_most: 6" in (found.remedy or "")
    path.write_text(text.replace("steps:", "strength_at_most: 6\nsteps:"), encoding="utf-8")
    assert list(found_by("said_strength", path)) == []


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("Pressure 5 of 10, at most 6.", "at most 6"),
        ("4 of 10, never over 6", "never over 6"),
        ("2 of 10, but no more than seven.", "no more than seven"),
        ("Press to 4/10 (max 8).", "max 8"),
        ("About 3 out of 10, up to 6 on the heel.", "up to 6"),
    ],
)
def test_a_limit_beside_a_number_of_the_scale_is_one_of_the_scale(tmp_path: Path, detail: str, said: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact="pressure: light", detail=detail), encoding="utf-8")
    (found,) = found_by("said_strength", path)
    assert found.problem.startswith(f"'{said}' contradicts the scale")


@pytest.mark.parametrize(
    "detail",
    [
        "5 of 10, at most 6 strokes.",
        "Press to 3 of 10 for at most 8 s.",
        "At most 6. Then 3 of 10.",
        "4 of 10, at most 5.",
    ],
)
def test_limits_of_something_else_are_no_strength(tmp_path: Path, detail: str) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ROUTINE.format(fact="pressure: light", detail=detail), encoding="utf-8")
    assert list(found_by("said_strength", path)) == []


@pytest.mark.parametrize("caution", ["Warm the feet for 3 of 10 minutes.", "3 of 10 people bruise easily."])
def test_other_numbers_are_no_limit(tmp_path: Path, caution: str) -> None:
    path, text = tmp_path / "test.yaml", ROUTINE.format(fact="pressure: light", detail="Knead it.")
    path.write_text(text.replace("steps:", f"cautions: [{caution}]\nsteps:"), encoding="utf-8")
    assert list(found_by("said_strength", path)) == []


@pytest.mark.parametrize("routine", routines())
def test_bundled_routines_have_no_misplaced_texts(routine: str) -> None:
    assert list(found_by("misplaced_text", routines()[routine])) == []


ONCE = """\
name: Test
summary: A step.
area: legs
receiver: prone
sides: {sides}
limb: leg
steps:
  - {{id: s1, name: "{name}", technique: kneading, where: "{where}", cue: "{cue}", detail: Knead., once: {once}}}
  - {{id: s2, name: Rest, technique: holding, where: The calf, cue: Rest., detail: Rest.}}
"""


@pytest.mark.parametrize(
    ("sides", "once", "texts", "fields"),
    [
        ("left-then-right", "first", {"name": "Knead (right)"}, ["name"]),
        ("left-then-right", "last", {"where": "Left calf"}, ["place"]),
        ("right-then-left", "last", {"cue": "Knead the right calf once more."}, ["cue"]),
        ("right-then-left", "first", {"cue": "Knead the right calf once more.", "name": "Knead, right"}, []),
        ("right-then-left", "last", {"cue": "Knead it; your right hand rests on the heel."}, []),
        ("each", "last", {"name": "Knead (left)"}, []),
    ],
)
def test_a_side_that_once_contradicts_is_warned_of(
    tmp_path: Path, sides: str, once: str, texts: dict[str, str], fields: list[str]
) -> None:
    known = {"name": "Knead", "where": "The calf", "cue": "Knead it."}
    path = tmp_path / "test.yaml"
    path.write_text(ONCE.format(sides=sides, once=once, **(known | texts)), encoding="utf-8")
    assert [fault.problem.split()[1] for fault in found_by("said_sides", path)] == fields


def test_a_report_quotes_the_words_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "test.yaml"
    detail = "Stroke from the knee up to the hip."
    path.write_text(ROUTINE.format(fact="direction: toward-feet", detail=detail), encoding="utf-8")
    (found,) = found_by("said_way", path)
    assert "'from the knee up to the hip'" in found.problem


@pytest.mark.parametrize(
    ("cue", "count"),
    [("Stroke with alternate hands.", 0), ("Six with each of your hands.", 0), ("Stroke both its sides.", 1)],
)
def test_a_text_that_says_whose_hands_these_are_needs_no_warning(tmp_path: Path, cue: str, count: int) -> None:
    path = tmp_path / "test.yaml"
    text = ROUTINE.format(fact="limb: hand", detail=cue).replace("{times: 3}", "{times: 3, each: hand}")
    path.write_text(text, encoding="utf-8")
    assert len(list(found_by("unclear_hand", path))) == count


@pytest.mark.parametrize(
    ("direction", "detail", "agrees"),
    [
        ("clockwise", "Up their left side, across, down the right side.", False),
        ("counterclockwise", "From the right hip up to the ribs, across, then down to the left.", False),
        ("clockwise", "From the right hip up, across, and down to the left hip.", True),
        ("clockwise", "Move up. Right hand on top.", True),
        ("counterclockwise", "Down the right side, across, up the left side.", True),
    ],
)
def test_a_way_around_the_belly_is_compared_with_the_turn(
    tmp_path: Path, direction: str, detail: str, agrees: bool
) -> None:
    text = ROUTINE.format(fact=f"direction: {direction}", detail=detail).replace("area: legs", "area: trunk-front")
    path = tmp_path / "test.yaml"
    path.write_text(text.replace("receiver: prone", "receiver: supine"), encoding="utf-8")
    assert (list(found_by("said_way", path)) == []) == agrees


ORDERED = ROUTINE.replace("receiver: prone", "receiver: prone\nsides: left-then-right\nlimb: leg\n{top}")


@pytest.mark.parametrize(
    ("top", "warned"),
    [
        ("prepare: [{icon: oil, do: Begin with the right leg.}]", True),
        ("before_other_side: [Now the left leg.]", True),
        ("prepare: [{icon: oil, do: Begin with the left leg.}]", False),
        ("before_other_side: [Now the right leg., Cover the left leg.]", False),
    ],
)
def test_a_routine_that_begins_on_the_other_side_is_warned_of(tmp_path: Path, top: str, warned: bool) -> None:
    path = tmp_path / "test.yaml"
    path.write_text(ORDERED.format(fact="pace: slow", detail="Slowly.", top=top), encoding="utf-8")
    assert bool(list(found_by("said_sides", path))) == warned
