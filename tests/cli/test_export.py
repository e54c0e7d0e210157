"""Routines are exported as tables, pages and data, and imported; faults are reported before anything is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load
from tests.support.commands import run
from tests.support.folders import TEST_DATA

pytestmark = pytest.mark.usefixtures("empty_folder")

BAD = TEST_DATA / "bad_tables"


def test_a_table_is_exported_and_imported() -> None:
    output = run("export", "legs-back", "--csv").output
    assert output.startswith("Wrote legs-back.csv.\n")
    assert "cardgen import legs-back.csv" in output
    result = run("import", "legs-back.csv")
    assert result.exit_code == 0
    assert result.output.startswith("Wrote legs-back.yaml: 9 steps, no faults.")
    assert load("legs-back.yaml") == load("legs-back")
    assert run("check", "legs-back.yaml").output == "legs-back.yaml: 9 steps, no faults.\n"
    assert sorted(path.name for path in Path().iterdir()) == ["legs-back.csv", "legs-back.yaml"]


def test_the_starter_table_is_the_starter_routine() -> None:
    output = run("new", "tired-hands", "--csv").output
    assert output.startswith("Wrote tired-hands.csv.")
    assert "cardgen import tired-hands.csv" in output
    assert list(Path().iterdir()) == [Path("tired-hands.csv")]
    assert run("import", "tired-hands.csv", "-o", "imported.yaml").exit_code == 0
    run("new", "tired-hands")
    assert load("imported.yaml") == load("tired-hands.yaml")
    assert run("cards", "imported.yaml").exit_code == 0


def test_a_starter_table_may_be_a_copy() -> None:
    assert run("new", "mine", "--csv", "--from", "joints").exit_code == 0
    run("import", "mine.csv")
    assert load("mine.yaml") == load("joints")


def test_new_never_overwrites_a_table() -> None:
    Path("mine.csv").write_text("mine", encoding="utf-8")
    assert "mine.csv: This file already exists." in run("new", "mine.csv", "--csv").output
    assert Path("mine.csv").read_text(encoding="utf-8") == "mine"


def test_import_overwrites_a_file_only_when_asked() -> None:
    run("new", "mine", "--csv")
    Path("mine.yaml").write_text("mine", encoding="utf-8")
    result = run("import", "mine.csv")
    assert result.exit_code == 2
    assert "mine.yaml: This file already exists.\n    Choose another name with -o, or" in result.output
    assert Path("mine.yaml").read_text(encoding="utf-8") == "mine"
    assert run("import", "mine.csv", "--force").exit_code == 0
    assert load("mine.yaml").name == "Mine"


def test_import_reports_faults_and_writes_nothing() -> None:
    result = run("import", str(BAD / "words.csv"), "-o", "words.yaml")
    assert result.exit_code == 2
    assert (
        "words.csv: row 3, column 'technique': 'kneeding' is not known.\n    Did you mean 'kneading'?" in result.output
    )
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("target", ["mine", "mine.csv", "mine.txt"])
def test_a_routine_is_written_only_where_it_is_found(target: str) -> None:
    run("new", "mine", "--csv")
    result = run("import", "mine.csv", "-o", target)
    assert result.exit_code == 2
    assert "Use a name that ends in .yaml." in result.output


def test_import_writes_to_standard_output() -> None:
    run("new", "mine", "--csv")
    assert run("import", "mine.csv", "-o", "-").output.startswith("name: Mine\nsummary: ")
    assert list(Path().iterdir()) == [Path("mine.csv")]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_exported_json_is_a_routine_under_any_usual_name(name: str) -> None:
    assert run("export", name, "--json", "-o", "copy.yaml").exit_code == 0
    assert json.loads(Path("copy.yaml").read_bytes())["name"] == load(name).name
    assert load("copy.yaml") == load(name)


def test_each_form_has_its_own_file() -> None:
    assert run("export", "joints", "--markdown").output == "Wrote joints.md.\n"
    assert run("export", "joints", "--json").output == "Wrote joints.json.\n"
    assert run("export", "full-body", "--markdown", "-o", "page.md").output == "Wrote page.md.\n"
    assert Path("page.md").read_text(encoding="utf-8").startswith("# Full body\n")
    assert run("export", "joints", "--csv", "-o", "-").stdout_bytes.startswith(b"\xef\xbb\xbfrow,")


@pytest.mark.parametrize("forms", [(), ("--csv", "--json"), ("--csv", "--markdown", "--json")])
def test_a_routine_is_exported_in_one_form(forms: tuple[str, ...]) -> None:
    result = run("export", "joints", *forms)
    assert result.exit_code == 2
    assert "Give one of --csv, --markdown and --json." in result.output
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [("export", "full-body", "--csv"), ("new", "mine", "--csv", "--from", "full-body")]
)
def test_a_program_as_a_table_is_refused_with_what_to_do_instead(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Make a table of one of them: back-relaxing, legs-back" in result.output
    assert list(Path().iterdir()) == []


def test_only_a_routine_without_faults_is_exported() -> None:
    bad = TEST_DATA / "bad" / "rules.yaml"
    result = run("export", str(bad), "--csv")
    assert result.exit_code == 2
    assert "There is no body area 'bakc'." in result.output
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("name", ["joints", "back-and-legs"])
def test_an_exported_file_is_a_routine_as_it_is(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", name, "--json").exit_code == 0
    for command in ("show", "plan"):
        result = run(command, f"{name}.json")
        assert result.exit_code == 0, result.output
