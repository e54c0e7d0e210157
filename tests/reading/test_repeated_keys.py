"""A step without the line that begins it is one mistake, and following its report loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardgen.errors import UserError
from cardgen.reading.parser import Origin, parse_yaml

KEYS = ["name", "technique", "where", "hands", "repeat", "cue", "detail", "caution"]
FEW, MOST = 4, len(KEYS)
KEYS_OF_A_STEP = st.lists(st.sampled_from(KEYS), min_size=FEW, max_size=MOST, unique=True)


def reports(lines: list[str]) -> list[tuple[int | None, str, str]]:
    try:
        parse_yaml(Origin(Path("test.yaml"), "\n".join(lines) + "\n"))
    except UserError as error:
        faults = error.faults
    else:
        faults = parse_yaml(Origin(Path("test.yaml"), "\n".join(lines) + "\n")).faults
    return [(fault.line, fault.problem, fault.remedy) for fault in faults]


def step(keys: list[str], begin: str = "  - id: x") -> list[str]:
    return [*([begin] if begin else []), *(f"    {key}: x" for key in keys)]


@given(st.lists(st.permutations(KEYS), min_size=2, max_size=5), st.data())
def test_each_step_without_its_first_line_is_told_once(steps: list[list[str]], data: st.DataObject) -> None:
    lacking = data.draw(st.sets(st.integers(1, len(steps) - 1), min_size=1))
    lines, expected = ["steps:"], []
    for number, keys in enumerate(steps):
        if number in lacking:
            expected.append(len(lines) + 1)
        lines += step(keys, "" if number in lacking else "  - id: x")
    told = reports(lines)
    assert [line for line, *_ in told] == expected
    assert all("begins here without its hyphen" in problem and "'- id: ...'" in remedy for _, problem, remedy in told)
    assert not any("Keep one" in remedy for *_, remedy in told)


@given(KEYS_OF_A_STEP, st.permutations(KEYS))
def test_a_step_with_other_keys_is_told_once(first: list[str], second: list[str]) -> None:
    told = reports(["steps:", *step(first), *step([key for key in second if key in first or key == "name"], "")])
    assert len(told) == 1


@given(KEYS_OF_A_STEP)
def test_a_line_without_its_hyphen_needs_only_that(keys: list[str]) -> None:
    ((line, _, remedy),) = reports(["steps:", *step(keys), *step(keys, "    id: y")])
    assert line == len(keys) + 3
    assert remedy == "Write '- id: ...', its hyphen below the one on line 2."


@pytest.mark.parametrize("again", KEYS)
def test_one_key_twice_is_no_new_step(again: str) -> None:
    ((line, problem, remedy),) = reports(["steps:", *step(KEYS), f"    {again}: y", "    keep: core"])
    assert (line, remedy) == (len(KEYS) + 3, "Keep one of them.")
    assert problem == f"'{again}' is given twice, first on line {KEYS.index(again) + 3}."


def test_a_file_below_another_is_told_once() -> None:
    ((line, _, remedy),) = reports(["name: A", "summary: B", "area: arms", "name: C", "summary: D", "area: legs"])
    assert (line, remedy) == (4, "If a second file begins here, save it under a name of its own; or keep one of each.")


def test_a_list_without_any_hyphen_may_be_meant() -> None:
    ((line, _, remedy),) = reports(["after:", "  icon: water", "  do: Drink.", "  icon: oil", "  do: Wipe."])
    assert (line, remedy) == (4, "Write '- icon: ...' if an entry of a list begins here; or keep one of each.")
