"""`cardgen check`: its exit codes, and the same report for people, editors and other programs."""

from __future__ import annotations

import csv
import json
import re
from contextlib import chdir
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result

from cardgen.artwork.theme import themes
from cardgen.errors import visible
from cardgen.library.finding import programs, routines
from cardgen.reading.parser import split_lines
from cardgen.review.warnings import find_warnings
from cardgen.sheets.stock import stocks
from tests.support.commands import run
from tests.support.folders import TEST_DATA

FOLDER = TEST_DATA / "warnings"
CASES = sorted(FOLDER.glob("*.yaml"))
BAD = FOLDER.parent / "bad"


def check(*arguments: object) -> Result:
    return run("check", *map(str, arguments))


def entries(result: Result) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


@pytest.fixture(autouse=True)
def only_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the warnings about what fits on pages, which take long to find; `test_what_ships.py` has them."""
    monkeypatch.setattr("cardgen.review.report.find_warnings", partial(find_warnings, quick=True))


@pytest.mark.parametrize(("name", "code", "strict_code"), [("clean", 0, 0), ("long-cue", 0, 1), ("none", 2, 2)])
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_is_that_of_the_worst(name: str, code: int, strict_code: int, form: str) -> None:
    file = FOLDER / f"{name}.yaml"
    assert check(file, "--format", form).exit_code == code
    assert check(file, FOLDER / "clean.yaml", "--strict", "--format", form).exit_code == strict_code


@pytest.mark.one_in(12)
@pytest.mark.parametrize("case", [*CASES, *sorted(BAD.glob("*.yaml"))], ids=lambda case: case.stem)
def test_editors_get_the_same_reports_as_people(case: Path) -> None:
    output = check(case).stderr
    found = entries(check(case, "--format", "json"))
    blocks = [line for line in output.splitlines() if line.startswith(f"{case.parent}/")]
    assert len(found) == len(blocks)
    for entry, block in zip(found, blocks, strict=True):
        warning = "warning: " if entry["severity"] == "warning" else ""
        assert block == f"{entry['file']}:{entry['line']}:{entry['column']}: {warning}{visible(str(entry['problem']))}"
        assert visible(str(entry["remedy"])) in output
        assert (
            entry["text"]
            == split_lines(Path(str(entry["file"])).read_text(encoding="utf-8"))[int(str(entry["line"])) - 1]
        )


def test_json_is_one_list_for_all_files() -> None:
    result = check(FOLDER / "long-cue.yaml", "joints", FOLDER / "missing-amount.yaml", "--format", "json")
    assert [(Path(str(entry["file"])).name, entry["line"]) for entry in entries(result)] == [
        ("long-cue.yaml", 11),
        ("missing-amount.yaml", 7),
        ("missing-amount.yaml", 14),
    ]
    assert set(entries(result)[0]) == {"file", "line", "column", "severity", "problem", "remedy", "text"}
    assert entries(check("joints", "--format", "json")) == []


def test_files_that_cannot_be_read_are_reported_to_editors(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"name: f\xfcr")
    names = ("back-relaxin", tmp_path / "none.yaml", tmp_path / "latin.yaml", tmp_path / "none" / "none")
    found = entries(check(*names, "--format", "json"))
    places = [(entry["file"], entry["line"], entry["column"]) for entry in found]
    assert places == [
        (None, None, None),
        (str(names[1]), None, None),
        (str(names[2]), 1, None),
        (str(names[3]), None, None),
    ]
    assert {entry["severity"] for entry in found} == {"error"}
    assert found[0]["remedy"] == "Did you mean 'back-relaxing'?"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_is_not_unicode_is_shown_all_the_same(tmp_path: Path, form: str) -> None:
    name = b"na\xefve.yaml".decode(errors="surrogateescape")
    (tmp_path / name).write_text("name: 1", encoding="utf-8")
    result = check(tmp_path, "--format", form)
    assert result.exit_code == 2
    assert "na?ve.yaml" in result.output


def new_table(path: Path) -> None:
    with chdir(path.parent):
        run("new", path.stem, "--csv")


def test_a_folder_means_every_file_in_it_and_below(tmp_path: Path) -> None:
    (tmp_path / "below" / "more").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    texts = {
        "below/more/one.yml": routines()["joints"],
        "below/two.yaml": programs()["back-and-legs"],
        "labels.yaml": stocks()["a6"],
        "theme.yaml": themes()["mono"],
        "notes.txt": BAD / "tab.yaml",
        ".hidden/bad.yaml": BAD / "tab.yaml",
    }
    for name, source in texts.items():
        (tmp_path / name).write_bytes(source.read_bytes())
    new_table(tmp_path / "below" / "hands.csv")
    (tmp_path / "class.csv").write_text("name,routine\nAnna,feet\n", encoding="utf-8")
    result = check(tmp_path, "--strict")
    assert result.exit_code == 0
    assert result.output.replace(f"{tmp_path}/", "").splitlines() == [
        "below/hands.csv: 3 steps, no faults.",
        "below/more/one.yml: 4 steps, no faults.",
        "below/two.yaml: 16 steps, no faults.",
        "class.csv: not checked: the table of a routine has a column 'row'.",
        "labels.yaml: a stock, no faults.",
        "theme.yaml: a theme, no faults.",
    ]


def test_faults_of_tables_in_a_folder_are_found(tmp_path: Path) -> None:
    table = tmp_path / "hands.csv"
    new_table(table)
    table.write_text(table.read_text(encoding="utf-8").replace("effleurage", "efflurage"), encoding="utf-8")
    result = check(tmp_path)
    assert result.exit_code == 2
    assert "'efflurage'" in result.stderr


def test_a_folder_without_files_is_a_fault(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path}: There is no YAML file and no CSV file in this folder." in result.stderr
    assert result.stdout == f"{tmp_path}: 1 fault.\n"


def test_a_name_of_a_routine_means_the_routine_and_not_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feet").mkdir()
    assert check("feet").output == "feet: 10 steps, no faults.\n"
    assert "no YAML file" in check("feet/").output


def test_each_file_is_checked_as_the_kind_it_is(tmp_path: Path) -> None:
    stock, theme = tmp_path / "stock.yaml", tmp_path / "theme.yaml"
    stock.write_text("summary: x\nsource: x\nheight: 88 mm\nwidth: 3 mm\n", encoding="utf-8")
    text = themes()["standard"].read_text(encoding="utf-8")
    theme.write_text(text.replace("  feet:", "  feeet:"), encoding="utf-8")
    result = check(tmp_path)
    assert "stock.yaml:4:8: width: a card cannot be 3 mm wide." in result.stderr
    assert "These body areas have no colors: feet." in result.stderr
    assert "There is no body area 'feeet'.\n" in result.stderr
    assert "Did you mean 'feet'?" in result.stderr
    assert result.stdout.replace(f"{tmp_path}/", "") == "stock.yaml: 1 fault.\ntheme.yaml: 2 faults.\n"


def test_a_fault_that_several_files_share_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "cue.yaml").write_bytes((FOLDER / "long-cue.yaml").read_bytes())
    program = "name: Test\nsummary: Twice the same.\nparts: [{routine: cue.yaml}, {routine: cue.yaml}]\n"
    (tmp_path / "program.yaml").write_text(program, encoding="utf-8")
    result = check(tmp_path)
    assert result.stderr.count("The cue has 15 words") == 1
    assert result.stdout.replace(f"{tmp_path}/", "") == (
        "cue.yaml: 1 step, no faults, 1 warning.\nprogram.yaml: 2 steps, no faults, 1 warning.\n"
    )


def test_the_faults_of_every_file_are_reported() -> None:
    bad = TEST_DATA / "bad"
    result = run("check", str(bad / "drawing.yaml"), "joints", str(bad / "unknown-key.yaml"))
    assert result.exit_code == 2
    assert "Did you mean 'ankle-back.right'?" in result.output
    assert "Did you mean 'pressure'?" in result.output
    assert "joints: 4 steps, no faults." in result.output


def test_a_table_is_reported_by_row_and_column_and_not_in_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Warnings, too: whoever writes in a spreadsheet has no key and no line."""
    monkeypatch.chdir(tmp_path)
    table = Path("own.csv")
    assert run("new", "own", "--csv").exit_code == 0
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    heads, step = rows[0], next(row for row in rows if row[0] == "step")
    step[heads.index("pressure")], step[heads.index("caution")] = "deep", ""
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    result = check(table)
    assert f"row {rows.index(step) + 1}, column 'name': warning: " in result.stderr
    assert "Fill in 'caution'" in result.stderr
    assert not re.search(r"line \d|'\w+: ", result.stderr)
    assert result.stdout.endswith("3 steps, no faults, 1 warning.\n")
    assert check(table, "--strict").exit_code == 1


@pytest.mark.parametrize("name", ["own.csv", "own.xlsx"])
def test_a_table_is_not_to_be_renamed_but_imported(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    for command in ("cards", "plan", "show"):
        result = run(command, str(tmp_path / name))
        assert result.exit_code == 2
        assert "cardgen import" in result.output
        assert "Rename" not in result.output
