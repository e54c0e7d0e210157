"""What keeps a list from being read is told on its own line, once, whichever entry it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.errors import Fault, UserError
from cardgen.reading.parser import Origin, parse_yaml

LINES = [
    "name: Slow hand",
    "steps:",
    "  - id: a",
    "    name: Press",
    "    phases:",
    "      - do: Sink in.",
    "        pressure: light",
    "      - do: Let go.",
    "    cue: Press slowly",
    "  - id: b",
    "    name: Hold",
    "    cue: Hold still.",
    "  - id: c",
    "    name: Rest",
    "prepare:",
    "  - icon: oil",
    "    do: Warm it.",
]
STEPS = [index for index, line in enumerate(LINES) if line.startswith("  - id")]
ENTRIES = [index for index, line in enumerate(LINES) if line.lstrip().startswith("- ")]
KEYS = [index for index, line in enumerate(LINES) if ": " in line and "Let go" not in line]
"""Without a space, an entry of only one line is a text."""
SIGNS = "–—•·*+"


def faults(lines: list[str]) -> list[Fault]:
    try:
        return parse_yaml(Origin(Path("test.yaml"), "\n".join(lines) + "\n")).faults
    except UserError as error:
        return list(error.faults)


@given(st.dictionaries(st.sampled_from(ENTRIES), st.sampled_from(SIGNS), min_size=1))
def test_every_sign_in_place_of_a_hyphen_is_told(made: dict[int, str]) -> None:
    lines = [line.replace("-", made[index], 1) if index in made else line for index, line in enumerate(LINES)]
    told = faults(lines)
    assert [fault.line for fault in told] == [index + 1 for index in sorted(made)]
    assert [fault.problem for fault in told] == [
        f"A '{made[index]}' is in place of a hyphen here." for index in sorted(made)
    ]


@given(st.sampled_from(KEYS), st.sampled_from("\u00a0\u2009\u202f\u3000"))
def test_an_invisible_space_after_a_colon_is_told(index: int, space: str) -> None:
    lines = [*LINES]
    lines[index] = lines[index].replace(": ", f":{space}")
    (fault,) = faults(lines)
    assert (fault.line, fault.column) == (index + 1, lines[index].index(space) + 1)
    assert f"(U+{ord(space):04X})" in fault.problem


@pytest.mark.parametrize("step", STEPS[1:])
@pytest.mark.parametrize("column", [0, 1, 3, 4, 5, 6])
def test_a_step_in_another_column_belongs_below_the_one_before(step: int, column: int) -> None:
    lines = [*LINES]
    lines[step] = " " * column + lines[step].lstrip()
    (fault,) = faults(lines)
    before = max(other for other in STEPS if other < step)
    assert (fault.line, fault.column) == (step + 1, column + 1)
    assert fault.problem == f"This entry of a list does not start in the column of the one on line {before + 1}."
    assert fault.remedy == "Put its hyphen below that one: after 2 spaces."


def test_a_first_step_without_its_line_is_told_where_it_begins() -> None:
    (fault,) = faults([line for line in LINES if line != "  - id: a"])
    assert fault.line == 3
    assert fault.problem == "An entry of the list begins here without its hyphen: the next one, on line 9, has it."
    assert fault.remedy == "Write '- id: ...' above this line, its hyphen above the one on line 9."


def test_a_first_step_without_its_hyphen_needs_only_that() -> None:
    (fault,) = faults([line.replace("  - id: a", "    id: a") for line in LINES])
    assert (fault.line, fault.remedy) == (3, "Write '- id: ...', its hyphen above the one on line 10.")


@pytest.mark.parametrize("text", ["*very* slowly", "+ more", "– or not at all", "• a point"])
def test_a_sign_in_a_text_is_left_alone(text: str) -> None:
    lines = [line.replace("Press slowly", f"Press slowly\n      {text}") for line in LINES]
    assert not faults(lines)
