"""All syntax mistakes that can be found at once are reported at once, and none that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.errors import UserError
from cardgen.reading.parser import Origin, parse_yaml

LINES = [
    "name: Slow hand",
    "summary: A massage",
    "area: arms",
    "receiver: seated",
    "steps:",
    "  - id: a",
    "    name: Press",
    "    where: The palm",
    "    cue: Press slowly",
    "      with the thumbs.",
    "    hands: [palms, thumbs]",
    "    detail: >-",
    "      First: one. Then: another.",
    "  - {id: b, name: Hold, where: The palm}",
    "  - id: c",
    "    name: Rest",
    "prepare:",
    "  - Oil",
]
MISTAKES = {
    "a colon in a text": lambda line: f"{line}: more",
    "a sign at the start": lambda line: line.replace(": ", ": @", 1),
    "no space after the colon": lambda line: line.replace(": ", ":", 1),
    "a curly quote": lambda line: line.replace(": ", ": “", 1) + ": more”",
    "text after a quote": lambda line: line.replace(": ", ': "x" ', 1),
}
PLACES = [index for index, line in enumerate(LINES) if ": " in line and line.strip()[0].isalpha() and ">" not in line]
PLACES = [index for index in PLACES if "[" not in LINES[index] and LINES[index][6:11] != "First"]


def faulty_lines(lines: list[str]) -> list[int]:
    try:
        parse_yaml(Origin(Path("test.yaml"), "\n".join(lines) + "\n"))
    except UserError as error:
        return [fault.line or 0 for fault in error.faults]
    return []


def test_the_lines_are_right_as_they_are() -> None:
    assert faulty_lines(LINES) == []
    assert len(PLACES) > 5


@given(st.dictionaries(st.sampled_from(PLACES), st.sampled_from(sorted(MISTAKES)), min_size=1))
def test_each_mistake_is_told_and_no_other(made: dict[int, str]) -> None:
    lines = [MISTAKES[made[index]](line) if index in made else line for index, line in enumerate(LINES)]
    assert faulty_lines(lines) == [index + 1 for index in sorted(made)]


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        (["name: 'Slow hand", "summary: A: b", "area: arms"], [1]),  # nobody knows where the text ends
        (["name: [Slow hand", "summary: A: b"], [1]),
        (["name: A: b", "\tsummary: A: b", "area: c: d"], [1, 3]),
        (["- @a", "- b: c: d", "- e"], [1, 2]),
        (["name: {a: “b: c”}", "summary: d: e"], [1, 2]),
    ],
)
def test_after_a_value_without_a_known_end_nothing_is_guessed(lines: list[str], faults: list[int]) -> None:
    assert faulty_lines(lines) == faults


def test_a_text_of_many_mistakes_is_read_to_a_limit() -> None:
    assert faulty_lines([f"key{number}: a: b" for number in range(500)]) == list(range(1, 21))
