"""Whoever prints an own file, or makes one from a table, learns that there are warnings, and how to read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.files.folders import shipped_folder
from cardgen.review import report
from tests.support.commands import run, succeed

pytestmark = pytest.mark.usefixtures("empty_folder")

ROUTINE = """name: {name}
summary: A test.
area: legs
receiver: prone
steps:
  - id: press
    name: Press
    technique: compression
    where: The calf
    hands: palms
    pressure: light
    repeat: 6
    cue: Press {times} times.
    detail: Press and let go.
    caution: Not on the shin.
"""
HINT = "There are warnings about {file}. To read them: cardgen check {file}"


def write(name: str, times: int) -> None:
    Path(name).write_text(ROUTINE.format(name=Path(name).stem.capitalize(), times=times), encoding="utf-8")


@pytest.mark.one_in(3)
@pytest.mark.parametrize("command", ["cards", "plan", "booklet"])
def test_a_print_of_an_own_file_names_its_warnings(command: str) -> None:
    write("calves.yaml", 12)
    write("shins.yaml", 6)
    Path("both.yaml").write_text(
        "name: Both\nsummary: Both.\nparts: [{routine: shins.yaml}, {routine: calves.yaml}]\n", encoding="utf-8"
    )
    assert HINT.format(file="calves.yaml") in succeed(command, "calves.yaml").output.splitlines()
    assert "warnings" not in succeed(command, "shins.yaml").output
    assert HINT.format(file="both.yaml") in succeed(command, "both.yaml").output.splitlines()
    assert "12 times" in run("check", "both.yaml").output
    assert run(command, "calves.yaml", "-o", "-").output[:5] == "%PDF-"


def test_a_print_of_cardgens_own_routines_looks_for_no_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardgen.review.report.has_warnings", lambda *_: 1 / 0)
    assert "warnings" not in succeed("plan", "feet").output
    for name in ("feet.yaml", "programs/back-and-legs.yaml"):
        copy = Path("routines") / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((shipped_folder("routines") / name).read_bytes())
        assert "warnings" not in succeed("plan", copy.stem).output


def test_a_long_file_is_printed_without_a_search_for_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    write("calves.yaml", 12)
    monkeypatch.setattr(report, "MOST_STEPS", 0)
    monkeypatch.setattr(report, "is_warned_of", lambda _: 1 / 0)
    lines = succeed("cards", "calves.yaml").output.splitlines()
    assert "calves.yaml is long. To find warnings: cardgen check calves.yaml" in lines


def test_parts_that_come_with_cardgen_are_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = list[str]()
    look = report.is_warned_of
    monkeypatch.setattr(report, "is_warned_of", lambda file: looked_at.append(file.origin.path.name) or look(file))
    write("calves.yaml", 6)
    parts = "parts: [{routine: calves.yaml}, {routine: feet}]"
    Path("both.yaml").write_text(f"name: Both\nsummary: Both.\n{parts}\n", encoding="utf-8")
    succeed("plan", "both.yaml")
    assert looked_at == ["both.yaml", "calves.yaml"]


@pytest.mark.parametrize(("times", "found"), [(12, "1 step, no faults, but warnings."), (6, "1 step, no faults.")])
def test_an_import_names_the_warnings_and_how_to_read_them(times: int, found: str) -> None:
    write("calves.yaml", times)
    succeed("export", "calves.yaml", "--csv", "-o", "calves.csv")
    output = succeed("import", "calves.csv", "-o", "again.yaml").output
    assert found in output
    assert "cardgen check again.yaml" in output


@pytest.mark.parametrize("name", ["calves", "my calves"])
def test_a_program_that_names_an_own_file_without_its_ending_learns_the_ending(name: str) -> None:
    write(f"{name}.yaml", 6)
    Path("legs.yaml").write_text(f"name: L\nsummary: L.\nparts: [{{routine: {name}}}]\n", encoding="utf-8")
    assert f"Name the file with its ending: '{name}.yaml'." in run("check", "legs.yaml").output
