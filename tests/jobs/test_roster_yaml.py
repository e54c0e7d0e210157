"""A roster in YAML: what is wrong with the whole list is said once, and each document is known by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("empty_folder")


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("mark", "named"), [("!!x", "'!!x'"), ("&all", "'&all'"), ("--- !!x", "'!!x'")])
@pytest.mark.parametrize("entries", ["\n- routine: neck\n", "\n- neck\n", " [{routine: neck}]\n", " []\n"])
def test_a_mark_before_the_first_entry_is_of_the_whole_roster(mark: str, named: str, entries: str) -> None:
    write("roster.yaml", f"{mark}{entries}")
    result = run("batch", "plan", "roster.yaml")
    assert result.exit_code == 2
    assert f"roster.yaml:1:{mark.find(named[1]) + 1}: {named} has a special meaning in YAML." in result.output


def test_two_documents_on_one_line_are_not_taken_for_one() -> None:
    write("roster.yaml", "[{routine: joints, name: Anna}, {routine: joints, name: Bert}]\n")
    result = run("batch", "plan", "roster.yaml")
    assert result.exit_code == 2
    assert "roster.yaml:1: Two documents begin on this line." in result.output
    assert not list(Path().rglob("*.pdf"))
