"""What a print says about a phase is next to its number, which never runs into another one."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import convert

from cardgen.model.card_name import CardName
from cardgen.model.routine import Step
from cardgen.planning.doses import usual_seconds
from cardgen.planning.session import Turn
from cardgen.wording.amounts import key_figure, word_briefly, word_phases
from cardgen.wording.deck import Fact
from cardgen.wording.facts import describe_phase, with_phases
from cardgen.wording.pressures import pressure_fact
from cardgen.wording.sentences import sentence
from cardgen.wording.words import ENGLISH, words

SPOKEN = words(ENGLISH)
KNOWN = {"id": "a", "name": "A", "technique": "kneading", "where": "There", "cue": "Do.", "detail": "Do."}


PHASES = [
    {"do": "First", "technique": "kneading", "repeat": "1 min", "pressure": {"level": "light", "note": "3 of 10"}},
    {"do": "5 up", "technique": "kneading", "repeat": 5, "pressure": {"level": "firm", "note": "4 to 5 of 10"}},
    {"do": "Pull", "technique": "stretching", "repeat": {"hold": "3 s"}},
]


def test_the_number_of_a_phase_never_runs_into_another_number() -> None:
    step = convert(KNOWN | {"phases": PHASES}, Step)
    lines = [line.replace("\u00a0", " ") for line in word_phases(step, SPOKEN)]
    assert lines == ["1 First: 1 min", "2) 5 up ×5", "3 Pull, hold 3 s"]
    noted = next(fact for fact in pressure_facts(step) if fact.note)
    assert noted.note.replace("\u00a0", " ") == "1) 3 of 10; 2) 4 to 5 of 10"


def pressure_facts(step: Step) -> list[Fact]:
    return list(with_phases(step, lambda one: [pressure_fact(one.force, SPOKEN)] if one.force else []))


@pytest.mark.parametrize("text", ['Say: "Let go."', "(Slowly.)", "Why?", "Now!”"])
def test_a_sentence_that_ends_inside_quotation_marks_gets_no_second_period(text: str) -> None:
    assert sentence(text) == text
    assert sentence('Call it "home"') == 'Call it "home".'


@pytest.mark.parametrize(
    ("technique", "repeat", "said", "seconds"),
    [
        ("kneading", {"times": 5, "then": "ten more on the outside"}, "×5, then ten more on the outside", 30),
        ("kneading", {"times": 5, "then": "a little further"}, "×5, then a little further", 10),
        ("kneading", {"times": 5, "then": "2 fingers further"}, "×5, then 2 fingers further", 10),
        ("kneading", {"times": 5, "then": "the last 3 lighter"}, "×5, then the last 3 lighter", 10),
        ("kneading", {"seconds": 30, "then": "half a minute with the thumbs"}, "", 60),
        ("compression", {"times": 5, "then": "hold 10 s"}, "×5, then hold 10 s", 35),
        ("kneading", {"times": 5, "then": "three times, hold 5 s"}, "", 10 + 3 * 7),
        ("effleurage", {"times": 5, "each": "leg", "then": "once more"}, "", 2 * 6 * 12 + 20),
        (
            "compression",
            {"hold": "7 s", "spots": "3 points", "rest": "10 s"},
            "Hold 7 s on each of 3 points, rest 10 s between",
            3 * 7 + 2 * 10,
        ),
        (
            "compression",
            {"passes": 2, "hold": "10 s", "spots": "5 points", "rest": "30 s"},
            "2 passes over 5 points, hold 10 s each time, rest 30 s between passes",
            2 * 5 * 15 + 30,
        ),
        (
            "kneading",
            {"times": "at least 3", "until": "the hand is warm"},
            "At least 3 times, until the hand is warm",
            6,
        ),
    ],
)
def test_a_step_takes_as_long_as_all_that_it_says(
    technique: str, repeat: dict[str, Any], said: str, seconds: int
) -> None:
    step = convert(KNOWN | {"technique": technique, "repeat": repeat}, Step)
    assert said in word_briefly(step.amounts, SPOKEN).replace("\u00a0", " ")
    assert abs(usual_seconds(step, "back") - seconds) <= 2.5


@pytest.mark.parametrize(
    ("repeat", "line"),
    [
        ({"times": 3}, "All of it: ×3"),
        ({"times": 2, "rest": 20}, "All of it: ×2, rest 20 s between"),
        ({"until": "it eases"}, "All of it: until it eases"),
        ({"rest_after": 60}, "Rest 60 s"),
    ],
)
def test_an_amount_beside_phases_is_for_all_of_them(repeat: dict[str, Any], line: str) -> None:
    step = convert(KNOWN | {"phases": PHASES, "repeat": repeat}, Step)
    assert (
        key_figure(Turn(1, CardName("L", 1), step, "legs", 60, ("prone", "legs", ""), ()), SPOKEN)
        .lines[-1]
        .replace("\u00a0", " ")
        == line
    )


def test_how_much_of_a_phase_is_apart_from_what_to_do() -> None:
    phases = [
        {"do": "Circle each joint", "technique": "circles", "repeat": {"seconds": 5, "spots": "on each joint"}},
        {"do": "Lines 1 to 3", "technique": "kneading", "repeat": 5},
        {"do": "Rock", "technique": "rocking", "repeat": {"seconds": {"about": 30}}},
    ]
    lines = [line.replace("\u00a0", " ") for line in word_phases(convert(KNOWN | {"phases": phases}, Step), SPOKEN)]
    assert lines == ["1 Circle each joint: 5 s on each joint", "2 Lines 1 to 3: ×5", "3 Rock about 30 s"]


def test_a_question_in_parentheses_ends_no_sentence() -> None:
    assert sentence("Keep off (a clot?)") == "Keep off (a clot?)."


@pytest.mark.parametrize(
    ("step_way", "phase_way", "said"),
    [
        ("across", "across", ""),
        ({"way": "across", "say": "In a slow S"}, "across", "Direction: across"),
        ("across", {"way": "across", "say": "In a slow S"}, "Direction: in a slow S"),
        ("across", {"way": "across", "note": "to the edge"}, "Direction: across, to the edge"),
    ],
)
def test_a_phase_says_its_way_if_it_or_its_step_has_words_of_its_own(step_way: Any, phase_way: Any, said: str) -> None:
    phase = {"do": "Wring", "technique": "wringing", "direction": [phase_way]}
    step = convert(KNOWN | {"direction": [step_way], "phases": [phase]}, Step)
    assert "".join(describe_phase(step.phases[0], step, SPOKEN)) == said
