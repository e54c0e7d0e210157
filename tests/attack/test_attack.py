"""The attack is worth something: its oracle finds every kind of fault, and a few of its prints are without any."""

from __future__ import annotations

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.units import Box
from tests.attack.__main__ import attack
from tests.attack.oracle import Page, Run, Shape, judge, lost_words, page_faults
from tests.support.printing import print_cards

PAPER = Box(0, 0, 200, 300)
ONCE_AT_FAULT = (50402, 50498)
"""Seeds whose prints had faults: the numbers of "How to read a step" covered what they were about."""


def run(text: str, x: float = 20, y: float = 20, size: float = 12, drawn: int = 5) -> Run:
    return Run(text, Box(x, y, 60, size), size, drawn)


@pytest.mark.parametrize(
    ("runs", "shapes", "fault"),
    [
        ([run("Knead"), run("slowly", 50, 25)], [], "text on text: 'Knead' and 'slowly'"),
        ([run("Knead", 190)], [], "off the page: 'Knead'"),
        ([run("Knead", 20, -6)], [], "off the page: 'Knead'"),
        ([run("Knead", size=5)], [], "5.0 pt: 'Knead'"),
        ([run("Knead")], [Shape(Box(0, 0, 40, 40), 1, filled=False)], "text on a drawing: 'Knead'"),
        ([run("Knead")], [Shape(Box(0, 0, 40, 40), 9, filled=True)], "text under an area: 'Knead'"),
        ([run("Knead")], [Shape(Box(0, 0, 90, 90), 1, filled=True)], ""),
        ([run("12")], [Shape(Box(0, 0, 40, 40), 1, filled=False)], ""),
        ([run("Knead"), run("slowly", 20, 40)], [Shape(Box(100, 0, 40, 40), 1, filled=False)], ""),
    ],
)
def test_the_oracle_sees_what_is_wrong_on_a_page(runs: list[Run], shapes: list[Shape], fault: str) -> None:
    assert list(page_faults(Page(runs, shapes, PAPER))) == ([fault] if fault else [])


def test_the_oracle_misses_words() -> None:
    printed = "Sink in, and let the tis- sue come to you. Slide on."
    assert list(lost_words(printed, ["Sink in, and let the tissue come to you. Slide on."])) == []
    assert list(lost_words(printed, ["Sink in slowly."])) == ["lost: 'slowly' of 'Sink in slowly.'"]
    assert next(lost_words("you to come let and in sink", ["Sink in and let come to you."])).startswith("scattered")


def test_the_oracle_counts_how_often_a_sentence_is_said() -> None:
    assert list(lost_words("Keep off the spine. 2 Keep off the spine.", 2 * ["Keep off the spine."])) == []
    assert list(lost_words("Keep off the spine. 2 Keep off", 2 * ["Keep off the spine."]))


def test_the_oracle_allows_a_sentence_to_go_on_overleaf_and_no_line_to_be_missing() -> None:
    said = ["Work away from yourself until the muscle yields below your palm."]
    assert list(lost_words("Work away from yourself 2 Knead until the muscle yields below your palm", said)) == []
    assert list(lost_words("Work away from yourself yields below your palm", said))


def test_the_oracle_reads_what_was_printed() -> None:
    made = print_cards(plan(load_selection(["joints"])))
    assert list(judge(made.data, ["Circle the hip", "Only as far as it moves by itself."]))[-1].startswith("lost")
    assert list(judge(made.data, ["Circle the hip"])) == []
    assert list(judge(made.data.replace(b"endobj", b"endxxx", 1), []))


@pytest.mark.parametrize("seed", [*range(6), *ONCE_AT_FAULT])
def test_a_print_of_an_attack_is_without_faults(seed: int) -> None:
    assert attack(seed).faults == []
