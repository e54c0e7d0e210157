"""Amounts of a step that contradict each other, or what a text says, are warned of; what agrees is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.finding import routines
from tests.review.test_warnings import found_by
from tests.support.together import together

ROUTINE = """\
name: Test
summary: A step.
area: legs
receiver: prone
{top}
steps:
  - id: s1
    name: {name}
    technique: {technique}
    where: The calf
    cue: {cue}
    detail: {detail}
    caution: {caution}
    repeat: {repeat}
    {more}
"""
USUAL = {
    "top": "", "name": "One", "technique": "kneading", "cue": "Slowly.", "detail": "Slowly.",
    "caution": "Stop at pain.", "more": "pace: slow",
}  # fmt: skip
WARNINGS = ("unequal_number", "contradicting_amounts", "unequal_minutes", "said_spots")


def found(folder: Path, repeat: str, **facts: str) -> list[str]:
    """What is wrong with the amounts of a step."""
    path = folder / "test.yaml"
    path.write_text(ROUTINE.format(**(USUAL | facts), repeat=repeat), encoding="utf-8")
    return [fault.problem for name in WARNINGS for fault in found_by(name, path)]


@pytest.mark.parametrize("routine", routines())
def test_bundled_routines_contradict_themselves_nowhere(routine: str) -> None:
    assert [fault for name in WARNINGS for fault in found_by(name, routines()[routine])] == []


@pytest.mark.parametrize(
    ("repeat", "more"),
    [
        ("{times: 3x10, sets: 4}", ""),
        ("{until: 30 s}", ""),
        ("{until: for at most 30 s}", ""),
        ("{rest: 1 min}", ""),
        ("{hold: 30 s, until: it eases, at_most: 10 s}", ""),
        ("{hold: 5 breaths, until: it eases, at_most: 10 s}", ""),
        ("{until: 30 seconds have passed, at_most: 20 s}", ""),
        ("{times: 10, every: 5 s, until: it eases, at_most_in_all: 20 s}", ""),
        ("{times: 1, rest: 10 s}", ""),
        ("{times: 10, every: 3 s, seconds: 5 s}", ""),
        ("{times: 6, every: 1 breath, seconds: 20 s}", ""),
        ("{times: 5, count: 8, beat: 60, every: 3 s}", ""),
        ("{times: 5, count: 8, beat: 60, seconds: 3 s}", ""),
        ("{times: 30, beat: 60, every: 4 s}", ""),
        ("{times: 3, hold: 10 s}", "minutes: 5"),
        ("{seconds: 30, spots: 3 points}", "minutes: 1"),
    ],
)
def test_amounts_that_contradict_each_other(tmp_path: Path, repeat: str, more: str) -> None:
    assert found(tmp_path, repeat, more=more)


@pytest.mark.parametrize(
    ("repeat", "more"),
    [
        ("{times: 3x10, rest: 30 s}", ""),
        ("{hold: 10 s, until: it eases, at_most: 30 s}", ""),
        ("{hold: 3 breaths, until: it eases, at_most: 10 s}", ""),
        ("{until: 10 seconds have passed without pain, at_most: 1 min}", ""),
        ("{times: 10, until: it eases, at_most_in_all: 60 s}", ""),
        ("{times: 1, rest: 10 s, spots: 3 points}", ""),
        ("{times: 12, every: 3 s, hold: 2 s}", ""),
        ("{times: 6, every: 1 breath, seconds: 5 s}", ""),
        ("{times: 4, count: 8, beat: 60, seconds: 8 s}", ""),
        ("{times: 3, seconds: 30, beat: 60}", ""),
        ("{times: 3, hold: 10 s}", "minutes: 1"),
        ("{seconds: 30, spots: 3 points}", "minutes: 1.5"),
        ("{times: 20, every: 3 s}", "minutes: 1"),
    ],
)
def test_amounts_that_go_together(tmp_path: Path, repeat: str, more: str) -> None:
    assert not found(tmp_path, repeat, more=more)


@together
@pytest.mark.parametrize(
    ("repeat", "facts"),
    [
        ("10", {"cue": "Ten strokes on the left, ten on the right."}),
        ("{times: 3, hold: 20 s}", {"detail": "Hold each point for about a minute."}),
        ("{hold: 3 breaths}", {"cue": "Hold for thirty seconds."}),
        ("{times: 3}", {"cue": "Do this twice."}),
        ("{times: 6}", {"cue": "First 3 lightly, then 4 deeper."}),
        ("5", {"name": "Ten thumb strokes"}),
        ("{times: 5, note: Do it 8 times on the second round.}", {}),
        ("{seconds: 60}", {"more": "hands: {use: thumbs, note: at most 30 s}"}),
        ("{times: 8}", {"more": "direction: [{way: both-ways, say: 'Five up, five down'}]"}),
        ("{times: 5, spots: 3 points}", {"cue": "Press four points."}),
        ("{times: 5, spots: 3 points}", {"detail": "Five points along the line."}),
        ("{times: 5, spots: each toe}", {"cue": "Pull each toe twice."}),
        (
            "{times: 5, each: direction}",
            {"cue": "Ten circles in each direction.", "more": "direction: circles-both-ways"},
        ),
        ("{times: 12, every: 2 s}", {"cue": "One stroke takes ten seconds."}),
        ("{times: 12, every: 4 s}", {"detail": "That makes 30 squeezes a minute."}),
        ("{sets: 3, times: 10, rest: 30 s}", {"cue": "Three rounds of eight."}),
        ("{sets: 3, times: 10, rest: 30 s}", {"detail": "Rest a minute between the sets."}),
        ("{times: 3, rest: 5 s}", {"cue": "No pause between the strokes."}),
        ("{times: 4, count: 8}", {"cue": "Count to ten as you press."}),
        ("{times: 6, each: hand, note: Ten in all.}", {}),
        ("{times: 6}", {"detail": "Six strokes with each hand."}),
        ("{passes: 3, extent: 'the whole calf, twice'}", {}),
        ("10", {"cue": "Stroke slowly for three minutes."}),
        ("{times: 10}", {"more": "phases: [{do: For a minute, technique: kneading, repeat: {seconds: 30}}]"}),
    ],
)
def test_texts_that_say_another_amount(tmp_path: Path, repeat: str, facts: dict[str, str]) -> None:
    assert found(tmp_path, repeat, **facts)


@together
@pytest.mark.parametrize(
    ("repeat", "facts"),
    [
        ("10", {"cue": "Ten kneads, five with each hand leading."}),
        ("10", {"cue": "Five strokes on the left, five on the right."}),
        ("10", {"cue": "Ten strokes up, ten down.", "more": "direction: up-and-back"}),
        ("{times: 5, each: direction}", {"cue": "Ten circles, five each way.", "more": "direction: circles-both-ways"}),
        ("10", {"caution": "Two rounds of ten is too many."}),
        ("{seconds: 30}", {"cue": "Wait half a minute or six quiet breaths."}),
        ("{hold: 3 slow breaths}", {"cue": "Stay for three slow breaths, about 25 seconds."}),
        ("{hold: 30 s}", {"cue": "Hold for about six breaths, or 30 seconds by the clock."}),
        ("{times: 5, hold: 10 s}", {"detail": "Sink in over 3 seconds, then hold."}),
        ("{times: 3, hold: 5 s}", {"detail": "Take two seconds to sink in and two to let go."}),
        ("{seconds: 2 min}", {"cue": "'Two minutes, change hands every 30 seconds.'"}),
        ("{seconds: 90}", {"cue": "A minute and a half of slow kneading."}),
        ("{seconds: 90}", {"cue": "One and a half minutes."}),
        ("{seconds: 90}", {"cue": "One minute and 30 seconds."}),
        ("{seconds: 2 min}", {"detail": "'With a cramp: stop and hold the foot bent up for 20 seconds.'"}),
        ("{until: it softens, at_most: 60 s}", {"detail": "Most spots soften within 20 seconds."}),
        ("5", {"detail": "The last two strokes are lighter than the others."}),
        ("5", {"detail": "'Feel for the second, deeper layer after 3 strokes.'"}),
        ("{times: 4}", {"detail": "'The first two strokes are light, the last two a little slower.'"}),
        ("{times: 10}", {"detail": "'Two or three squeezes gently at first, then firmer.'"}),
        ("{times: 9}", {"detail": "Three strokes in each of three lanes."}),
        ("{times: 12, every: 4 s}", {"detail": "That is 15 squeezes a minute."}),
        ("{passes: 2}", {"detail": "Each pass has about five squeezes."}),
        ("{times: 10}", {"detail": "Beginners stop after five squeezes."}),
        ("{times: 6}", {"cue": "'Three up the inside, three up the outside.'"}),
        ("{times: 5}", {"cue": "'Ten strokes, five on each leg.'", "top": "sides: each\nlimb: leg"}),
        ("{times: 6}", {"detail": "Go twice as slowly as you think."}),
        ("{times: 3}", {"detail": "Make three circles with two thumbs."}),
        (
            "{times: 6}",
            {"cue": "Two thumb circles side by side.", "more": "hands: {use: thumbs, note: two on each side}"},
        ),
        ("{times: 3, spots: 5 points}", {"cue": "'Five points, three presses on each.'"}),
        ("{times: 3, spots: 5 points}", {"detail": "The first two points are close to the knee."}),
        ("10", {"cue": "Press for three seconds, let go."}),
        ("{sets: 2, times: 10, rest: 20 s}", {"cue": "'Two rounds of ten, with twenty seconds between.'"}),
    ],
)
def test_texts_that_agree(tmp_path: Path, repeat: str, facts: dict[str, str]) -> None:
    assert not found(tmp_path, repeat, **facts)


@together
@pytest.mark.parametrize(
    ("repeat", "texts", "said"),
    [
        ("{times: 6, each: leg}", {"cue": "Six squeezes in all."}, ["Six squeezes in all"]),
        ("{times: 6, each: leg}", {"cue": "Twelve squeezes in all."}, []),
        ("{seconds: 20}", {"cue": "Press each foot for 20 seconds."}, ["20 seconds"]),
        ("{seconds: 40}", {"cue": "Press each foot for 20 seconds."}, []),
        ("{seconds: 20, each: foot}", {"cue": "Press each foot for 20 seconds."}, []),
        ("{hold: 40 s}", {"caution": "Let go after 15 s."}, ["Let go after 15 s"]),
        ("{hold: 40 s}", {"caution": "Let go after 15 s if it prickles."}, []),
        ("{seconds: 20-40}", {"caution": "At most 30 s."}, ["At most 30 s"]),
        ("{seconds: 20-40}", {"caution": "At most 40 s."}, []),
        ("{times: 6-8}", {"caution": "No more than seven times."}, ["more than seven times"]),
        ("{sets: 4, times: 10}", {"caution": "At most 4 sets."}, []),
        ("{times: 6-8}", {"caution": "At most twice when they are tired."}, []),
        ("{seconds: 40-60, every: 2 s}", {"cue": "Evenly."}, []),
        ("{times: 2, hold: 15 s, rest: 5 s}", {"cue": "Hold for 5 seconds, rest 15."}, ["5 seconds"]),
        ("{times: 2, hold: 15 s, rest: 5 s}", {"cue": "Hold for 15 seconds, rest 5 seconds."}, []),
        ("{times: 5, passes: 2}", {"cue": "Evenly."}, ["times: 5"]),
    ],
)
def test_a_limit_and_a_number_for_all_or_for_each_are_read_as_such(
    tmp_path: Path, repeat: str, texts: dict[str, str], said: list[str]
) -> None:
    problems = found(tmp_path, repeat, **texts)
    assert len(problems) == len(said)
    assert all(f"'{words}'" in problem for words, problem in zip(said, problems, strict=True))


TWO_PHASES = "phases: [{do: Press, technique: pressing, repeat: 3 s}, {do: Rub it, technique: kneading, repeat: 9 s}]"


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("Press for nine seconds, rub for nine.", ["nine seconds"]),
        ("Press for three seconds, rub for three seconds.", ["three seconds"]),
        ("Press for three seconds, rub for nine seconds.", []),
        ("Press and rub, each for three seconds at first.", []),
    ],
)
def test_a_time_beside_the_name_of_one_phase_is_that_of_the_phase(tmp_path: Path, cue: str, said: list[str]) -> None:
    problems = [one for one in found(tmp_path, "3", cue=f"'{cue}'", more=TWO_PHASES) if "cue" in one]
    assert len(problems) == len(said)
    assert all(f"'{words}'" in problem for words, problem in zip(said, problems, strict=True))


@pytest.mark.parametrize(
    ("more", "detail", "warned"),
    [
        ("minutes: 4", "Knead it slowly for about two minutes.", True),
        ("minutes: 4", "Knead it slowly for four minutes.", False),
        ("minutes: 4", "Knead each spot for 20 seconds. Then wait for two minutes.", False),
        ("minutes: 4\n    minutes_for: both-sides\n    sides: each", "Knead it for two minutes.", False),
    ],
)
def test_minutes_that_a_text_says_of_all_the_work_are_those_of_the_step(
    tmp_path: Path, more: str, detail: str, warned: bool
) -> None:
    problems = found(tmp_path, "3", detail=f"'{detail}'", more=more)
    assert any("but its time is" in problem for problem in problems) == warned
