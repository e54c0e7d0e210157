"""What a report says to write in place of a value is not refused in its turn: followed where a file has a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from cardgen.errors import Fault, UserError
from cardgen.library.loading import load
from tests.support.folders import TEST_DATA
from tests.support.together import together

CASES = sorted((TEST_DATA / "bad").glob("*.yaml"))
BRACES = re.compile(r"\{[^{}]*\}")
PLAIN = re.compile(r"Write (\[[^\]]*\]|at least \d+|[\d½¼¾][\w ./:½¼¾-]*)\.(?: |$)")
MEANT = re.compile(r"Did you mean '([^']+)'\?")
AMOUNTS = ["5 times per side", "5/leg", "6 each hand", "30 s on each arm", "2 passes per foot", "1 min each", "10+10"]
AMOUNTS += [
    "at least 3 each side",
    "6 long, slow strokes on each leg",
    "≤ 12 each side",
    "0-5",
    "6-4 each side",
    "1200",
]
AROUND = {
    "the routine": ("sides: each\n", ""),
    "the routine in an order": ("sides: left-then-right\n", ""),
    "the step": ("", "    sides: each\n"),
    "a step that is done once": ("sides: each\n", "    once: last\n"),
    "nothing": ("", ""),
}
ROUTINE = """
name: Test
summary: A test.
area: legs
receiver: prone
{routine}steps:
  - id: one
    name: One
    technique: kneading
    where: The leg
    cue: Knead.
    detail: Knead slowly.
{step}    {key}
"""


def faults_of(path: Path) -> list[Fault]:
    try:
        load(str(path))
    except UserError as error:
        return error.faults
    return []


def offered(remedy: str) -> list[str]:
    """Every value that a remedy gives to write in place of the one at fault."""
    if "..." in remedy or "After '" in remedy:
        return []
    if meant := MEANT.search(remedy):
        return [meant[1]]
    if groups := BRACES.findall(remedy):
        return groups if remedy.startswith("Write {") or "what you mean" in remedy else []
    plain = PLAIN.match(remedy)
    return [plain[1]] if plain and " for " not in plain[1] else []


def nodes(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if node is None:
        return
    yield node
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for each in pair:
                yield from nodes(each)
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from nodes(each)


def mended(text: str, fault: Fault) -> list[str]:
    """The text of a file once for each value that the report of a fault gives, with this in place of what is there."""
    if not (values := offered(fault.remedy)):
        return []
    try:
        found = [
            node
            for node in nodes(yaml.compose(text))
            if (node.start_mark.line + 1, node.start_mark.column + 1) == (fault.line, fault.column)
        ]
    except (yaml.YAMLError, RecursionError):
        return []
    spans = [(node.start_mark.index, node.end_mark.index) for node in found[-1:]]
    return [
        text[:begin] + value + text[end:].removeprefix("\n" if "\n" in text[begin:end] else "")
        for begin, end in spans
        for value in values
    ]


def refused(text: str, path: Path) -> list[tuple[str, str]]:
    """What is refused of all that the report of a file offers, each with the next report of the same place."""
    path.write_text(text, encoding="utf-8")
    found = []
    for fault in faults_of(path):
        for other in mended(text, fault):
            path.write_text(other, encoding="utf-8")
            again = [
                next_one
                for next_one in faults_of(path)
                if (next_one.line, next_one.column) == (fault.line, fault.column)
            ]
            found += [(fault.remedy, f"{next_one.problem} {next_one.remedy}") for next_one in again]
    return found


@together
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_remedy_of_a_bad_file_is_refused(case: Path, tmp_path: Path) -> None:
    text = case.read_bytes().decode("utf-8", errors="replace")
    assert refused(text, tmp_path / "mended.yaml") == []


@together
@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("amount", AMOUNTS)
def test_no_remedy_for_an_amount_is_refused_where_sides_are_given(amount: str, around: str, tmp_path: Path) -> None:
    routine, step = AROUND[around]
    for key in (f"repeat: {amount}", f"repeat: '{amount}'"):
        text = ROUTINE.format(routine=routine, step=step, key=key)
        assert refused(text, tmp_path / "mended.yaml") == []


@pytest.mark.parametrize("sides", ["each", "left-then-right"])
def test_an_amount_for_each_side_is_a_number_where_the_routine_is_done_on_each(sides: str, tmp_path: Path) -> None:
    path = tmp_path / "routine.yaml"
    path.write_text(
        ROUTINE.format(routine=f"sides: {sides}\n", step="", key="repeat: 5 times per side"), encoding="utf-8"
    )
    assert [fault.remedy.partition(".")[0] for fault in faults_of(path)] == ["Write 5"]


@pytest.mark.parametrize(("sides", "first"), [("each", "8"), ("right-then-left", "5"), ("left-then-right", "8")])
def test_a_number_for_each_side_is_a_step_with_one_side_of_the_routine(sides: str, first: str, tmp_path: Path) -> None:
    path = tmp_path / "routine.yaml"
    text = ROUTINE.format(routine=f"sides: {sides}\n", step="", key="repeat: 8 left and 5 right")
    path.write_text(text, encoding="utf-8")
    (fault,) = faults_of(path)
    assert f"'once: first' with the amount {first} " in fault.remedy
    assert ("above 'steps'" in fault.remedy) == (sides == "each")
