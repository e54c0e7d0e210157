"""A file that cardgen did not make, or that the run reads, is written over only by --force."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from cardgen.exchange.starter import starter_text
from cardgen.files import writing
from cardgen.files.writing import UNFINISHED_PREFIX, UNFINISHED_SUFFIX, write_whole
from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("empty_folder")

MINE = b"what somebody wrote"


def write_routine(name: str = "mine.yaml") -> Path:
    Path(name).write_text(starter_text(Path("mine.yaml")), encoding="utf-8")
    return Path(name)


def write_other_pdf(name: str) -> bytes:
    """A PDF that another program made."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(name)
    return Path(name).read_bytes()


@pytest.mark.parametrize(
    ("command", "target"),
    [
        ("cards mine.yaml", "mine-cards.pdf"),
        ("cards mine.yaml -o other.pdf", "other.pdf"),
        ("plan mine.yaml", "mine-plan.pdf"),
        ("booklet mine.yaml", "mine-booklet.pdf"),
        ("legend", "legend.pdf"),
        ("body foot-sole", "foot-sole.pdf"),
        ("calibrate -o no-suffix", "no-suffix"),
        ("batch plan roster.csv --merge all.pdf", "all.pdf"),
        ("batch plan roster.csv", "roster/1-anna-plan.pdf"),
    ],
)
def test_a_pdf_of_another_program_is_overwritten_only_by_force(command: str, target: str) -> None:
    write_routine()
    Path("roster.csv").write_text("routine,for\nmine.yaml,Anna\n", encoding="utf-8")
    Path("roster").mkdir()
    other = write_other_pdf(target)
    result = run(*command.split())
    assert result.exit_code == 2
    assert "cardgen did not make this file" in result.output
    assert Path(target).read_bytes() == other
    assert run(*command.split(), "--force").exit_code == 0
    made = Path(target).read_bytes()
    assert made != other
    assert run(*command.split()).exit_code == 0  # now cardgen has made it
    assert Path(target).read_bytes() == made


@pytest.mark.parametrize(
    ("command", "target"),
    [
        ("export mine.yaml --csv", "mine.csv"),
        ("export mine.yaml --markdown", "mine.md"),
        ("export mine.yaml --json", "mine.json"),
        ("export mine.yaml --json -o mine.yaml", "mine.yaml"),
        ("export mine.yaml --markdown -o notes.txt", "notes.txt"),
        ("schema -o mine.json", "mine.json"),
        ("cards mine.yaml -o notes", "notes"),
    ],
)
def test_a_file_of_the_user_is_overwritten_only_by_force(command: str, target: str) -> None:
    write_routine()
    if target != "mine.yaml":
        Path(target).write_bytes(MINE)
    before = Path(target).read_bytes()
    result = run(*command.split())
    assert result.exit_code == 2
    assert "add --force" in result.output
    assert Path(target).read_bytes() == before
    assert run(*command.split(), "--force").exit_code == 0
    assert Path(target).read_bytes() != before


@pytest.mark.parametrize("command", ["export joints --csv", "export joints --json", "schema -o s.json", "cards joints"])
def test_the_same_command_again_needs_no_force(command: str) -> None:
    assert run(*command.split()).exit_code == 0
    assert run(*command.split()).exit_code == 0


def test_an_older_schema_is_replaced() -> None:
    run("schema", "program", "-o", "s.json")
    assert run("schema", "stock", "-o", "s.json").exit_code == 0


@pytest.mark.parametrize("target", ["old.pdf", "./old.pdf", "link.pdf"])
def test_what_a_run_reads_is_not_overwritten(target: str) -> None:
    write_routine()
    run("cards", "mine.yaml", "-o", "old.pdf")
    Path("link.pdf").symlink_to("old.pdf")
    before = Path("old.pdf").read_bytes()
    text = Path("mine.yaml").read_text(encoding="utf-8").replace("cue: ", "cue: Now. ", 1)
    Path("mine.yaml").write_text(text, encoding="utf-8")
    result = run("cards", "mine.yaml", "--only-changed", "old.pdf", "-o", target)
    assert result.exit_code == 2
    assert "would be overwritten" in result.output
    assert Path("old.pdf").read_bytes() == before


def test_a_routine_whose_name_says_pdf_is_not_overwritten() -> None:
    write_routine()
    os.link("mine.yaml", "mine.pdf")
    assert run("cards", "mine.yaml", "-o", "mine.pdf").exit_code == 2
    assert Path("mine.pdf").read_text(encoding="utf-8").startswith("#")


def test_a_document_is_not_overwritten_by_all_of_them() -> None:
    Path("roster.csv").write_text("routine,for\njoints,Anna\n", encoding="utf-8")
    assert run("batch", "plan", "roster.csv", "--merge", "roster/1-anna-plan.pdf").exit_code == 2
    assert run("batch", "plan", "roster.csv", "--merge", "roster.csv").exit_code == 2
    assert Path("roster.csv").read_text(encoding="utf-8").startswith("routine")
    assert "made before" in run("batch", "plan", "roster.csv").output


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("cards joints", "x.svg"),
        ("plan joints", "x.PNG"),
        ("booklet joints", "my.docx"),
        ("legend", "routine.yaml"),
        ("calibrate", "x.pdf.txt"),
        ("export joints --csv", "x.pdf"),
        ("export joints --csv", "x.xlsx"),
        ("export joints --markdown", "x.docx"),
        ("export joints --json", "x.csv"),
        ("schema", "x.yaml"),
    ],
)
def test_a_name_that_says_another_format_is_refused(command: str, name: str) -> None:
    result = run(*command.split(), "-o", name)
    assert result.exit_code == 2
    assert f"{name}: This would be a " in result.output
    assert "Write to a file whose name ends in ." in result.output
    assert not Path(name).exists()


@pytest.mark.parametrize("name", ["x.pdf", "X.PDF", "evening", "Anna 1.5", "v2.0-final", "a.b c"])
def test_other_names_are_accepted(name: str) -> None:
    assert run("plan", "joints", "-o", name).exit_code == 0
    assert Path(name).read_bytes().startswith(b"%PDF")


def test_pictures_of_the_user_are_neither_overwritten_nor_deleted() -> None:
    Path("joints-cards").mkdir()
    mine = {name: Path("joints-cards", name) for name in ("1.png", "077.png", "99.png")}
    for path in mine.values():
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + MINE)
    result = run("cards", "joints", "--png")
    assert result.exit_code == 2
    assert f"{mine['1.png']}: cardgen did not make this file" in result.output
    assert sorted(path.name for path in Path("joints-cards").iterdir()) == sorted(mine)
    mine["1.png"].unlink()
    assert run("cards", "joints", "--png").exit_code == 0
    assert mine["077.png"].exists()
    assert mine["99.png"].exists()
    assert run("cards", "joints", "--png").exit_code == 0


def abandoned(machine: str, process: int | str) -> Path:
    path = Path(f"{UNFINISHED_PREFIX}{machine}-{process}-abc{UNFINISHED_SUFFIX}")
    path.touch()
    return path


def test_what_a_killed_run_left_is_cleared_by_the_next_run() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    here = writing.machine_id()
    dead, mine = abandoned(here, ended.pid), abandoned(here, os.getpid())
    elsewhere, odd = abandoned("00000000", ended.pid), abandoned(here, "x" * 8)
    write_whole(Path.cwd() / "new", b"new")
    assert not dead.exists()
    assert all(path.exists() for path in (mine, elsewhere, odd))
