"""A file is found whether its letters and accents are joined (NFC) or apart, as macOS writes them (NFD)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from cardgen.exchange.starter import starter_text
from cardgen.files.own_files import own_folder
from tests.support.commands import run
from tests.support.own_files import write_own
from tests.support.sampling import crossed

pytestmark = pytest.mark.usefixtures("own_files")

FORMS = crossed(("NFC", "NFD"), ("NFD", "NFC"))
"""How a name is written on the disk, and where it is used."""
NAME = "Füße von Zoë"
RED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="red"/></svg>'


def named(form: str, suffix: str = "") -> str:
    return unicodedata.normalize(form, NAME + suffix)


def write(name: str, text: str = "") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text or starter_text(Path("hands.yaml")), encoding="utf-8")


@pytest.fixture(autouse=True)
def on_a_disk_that_tells_them_apart(own_files: None) -> None:
    Path(named("NFC")).touch()
    if Path(named("NFD")).exists():
        pytest.skip("this disk finds both itself")
    Path(named("NFC")).unlink()


def works(*arguments: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(("disk", "used"), FORMS)
def test_a_file_is_found_by_its_path(disk: str, used: str) -> None:
    write(named(disk, ".yaml"))
    for command in ("check", "show"):
        works(command, named(used, ".yaml"))
    works("plan", named(used, ".yaml"), "-o", "made.pdf")
    works("export", named(used, ".yaml"), "--json", "-o", "made.json")


@pytest.mark.parametrize(("disk", "used"), FORMS)
def test_a_routine_is_found_by_its_name(disk: str, used: str) -> None:
    write(f"routines/{named(disk, '.yaml')}")
    works("plan", named(used), "-o", "made.pdf")
    write("program.yaml", f"name: P\nsummary: s\nparts:\n  - {{routine: {named(used)}}}\n")
    works("check", "program.yaml")
    write_own(f"routines/{named(disk)} 2.yaml", starter_text(Path("hands.yaml")))
    works("plan", f"{named(used)} 2", "-o", "made.pdf")
    assert own_folder().is_dir()


@pytest.mark.parametrize(("disk", "used"), FORMS)
def test_a_part_of_a_program_and_a_picture_are_found(disk: str, used: str) -> None:
    write(f"sub/{named(disk, '.svg')}", RED)
    text = starter_text(Path("hands.yaml"))
    text = text.replace("    cue: ", f'    image: "sub/{named(used, ".svg")}"\n    cue: ', 1)
    write(named(disk, ".yaml"), text)
    write("program.yaml", f'name: P\nsummary: s\nparts:\n  - {{routine: "{named(used, ".yaml")}"}}\n')
    works("check", "program.yaml")
    works("cards", "program.yaml")


@pytest.mark.parametrize(("disk", "used"), FORMS)
def test_rosters_and_what_they_name_are_found(disk: str, used: str) -> None:
    write(named(disk, ".yaml"))
    write(named(disk, ".csv"), f"routine,recipient\n{named(used, '.yaml')} + joints,Anna\n")
    for _ in range(2):
        works("batch", "plan", named(used, ".csv"), "--into", "made", "--jobs", "1")
    assert Path("made/1-anna-plan.pdf").is_file()


@pytest.mark.parametrize(("disk", "used"), FORMS)
def test_stocks_earlier_prints_and_tables_are_found(disk: str, used: str) -> None:
    write(named(disk, ".yaml"), "summary: mine\nsource: me\nwidth: 90 mm\nheight: 120 mm\n")
    works("cards", "joints", "--stock", named(used, ".yaml"))
    works("cards", "joints", "-o", named(disk, ".pdf"))
    works("cards", "joints", "--only-changed", named(used, ".pdf"))
    works("inspect", named(used, ".pdf"))
    works("new", "hands", "--csv")
    Path("hands.csv").rename(named(disk, ".csv"))
    works("import", named(used, ".csv"), "-o", "table.yaml")


def test_a_name_in_another_form_leads_to_no_other_folder(tmp_path: Path) -> None:
    write("inside/program.yaml", f'name: P\nsummary: s\nparts:\n  - {{routine: "{named("NFC", ".yaml")}"}}\n')
    write("outside.yaml")
    Path("inside", named("NFD", ".yaml")).symlink_to(tmp_path / "outside.yaml")
    result = run("check", "inside/program.yaml")
    assert result.exit_code == 2
    assert "no file with this name next to the program" in result.output


@pytest.mark.parametrize(("disk", "used"), FORMS)
def test_a_file_is_written_over_rather_than_written_beside_itself(disk: str, used: str) -> None:
    folder = unicodedata.normalize(disk, "Gefäße")
    write(f"{folder}/{named(used, '.yaml')}")
    target = f"{unicodedata.normalize(used, folder)}/{named(disk, '.yaml')}"
    works("export", target, "--csv", "-o", "table.csv")
    refused = run("import", "table.csv", "-o", target)
    assert "already exists" in refused.output
    works("plan", target, "-o", f"{folder}/{named(disk, '.pdf')}")
    works("plan", target, "-o", f"{folder}/{named(used, '.pdf')}")
    refused = run("export", target, "--markdown", "-o", target)
    assert refused.exit_code == 2
    assert len(list(Path(folder).iterdir())) == 2
