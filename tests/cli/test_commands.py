"""What holds for all commands: help, mistakes, the files they write, and the same bytes every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cardgen.sheets.paper import booklet_pages
from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_every_command_has_help() -> None:
    listed = re.findall(r"^  (\w+) ", run("--help").output.partition("Commands:")[2], re.MULTILINE)
    assert {"cards", "plan", "booklet"} <= set(listed)
    for name in listed:
        assert len(run(name, "--help").output.splitlines()) > 5


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    assert run("cards", "joints", "-o", "link.pdf").exit_code == 0
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes().startswith(b"%PDF")


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE)
    assert run("cards", "joints", "-o", "pipe").exit_code == 0
    assert reader.communicate(timeout=60)[0].startswith(b"%PDF")
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("args", "reply"),
    [
        (("cards", "legs-bakc"), "Did you mean 'legs-back'?"),
        (("cards", "joints", "--stock", "pokr"), "Did you mean 'poker'?"),
        (("cards", "joints", "--paper", "lettr"), "Did you mean 'letter'?"),
        (("cards", "joints", "--theme", "monno"), "Did you mean 'mono'?"),
        (("cards", "joints", "--layout", "stps"), "Did you mean 'steps'?"),
        (("cards", "joints", "--steps", "1-9"), "Its steps are numbered 1 to 4."),
        (("cards", "joints", "--steps", "4-1"), "Write 3, 1-4 or 1-4,7."),
        (("cards", "joints", "--gap", "6"), "Write a number and a unit"),
        (("cards", "joints", "-o", "no/such/folder.pdf"), "There is no folder 'no/such'"),
        (("cards", "nowhere.yaml"), "cannot be read"),
        (("cards", "joints", "--minutes", "3"), "It must be at least 5."),
        (("cards", "joints", "--minutes", "7"), "The shortest takes"),
        (("cards", "joints", "--minutes", "20.5"), "'20.5' is not a whole number."),
        (("cards", "joints", "--minutes", "1:30"), "Write 90."),
        (("cards", "joints", "--minutes", "45 sec"), "Write a number without a unit."),
        (("plan", "joints", "--minutes", "20", "--length", "short"), "Give only one of them."),
        (("plan", "joints", "--without", "1-4"), "No steps are left."),
        (("plan", "full-bod"), "Did you mean 'full-body'?"),
        (("booklet", "joints", "--size", "a7"), f"Write one of: {', '.join(booklet_pages())}."),
        (("booklet", "joints", "--paper", "letter", "--size", "a5"), "Choose a --size that fits (a6, half-letter)"),
        (("booklet", "joints", "--creep", "thick"), "is not a length"),
        (("booklet", "joints", "--creep", "50mm"), "is too thick for paper"),
        (("booklet", "joints", "--pages", "--signature", "4"), "Leave out --signature"),
        (("crads",), "Did you mean 'cards'?"),
        (("list", "stoks"), "Did you mean 'stocks'?"),
    ],
)  # fmt: skip
def test_a_mistake_gets_a_clear_report(args: tuple[str, ...], reply: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert reply in result.output
    assert "Traceback" not in result.output


def test_a_folder_in_the_place_of_the_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "joints-cards.pdf").mkdir()
    result = run("cards", "joints")
    assert result.exit_code == 2
    assert "Cannot write this file" in result.output
    assert list(tmp_path.iterdir()) == [tmp_path / "joints-cards.pdf"]


def test_earlier_prints_of_a_process_change_no_byte(tmp_path: Path) -> None:
    """What a process has cached is the same as what it would make again."""
    commands = ("booklet", "plan", "cards")
    for command in commands:
        assert run(command, "legs-back", "--theme", "mono", "-o", str(tmp_path / "other.pdf")).exit_code == 0
    for command in commands:
        assert run(command, "joints", "-o", str(tmp_path / "later.pdf")).exit_code == 0
        alone = [sys.executable, "-m", "cardgen", command, "joints", "-o", "-"]
        assert (tmp_path / "later.pdf").read_bytes() == subprocess.run(alone, check=True, capture_output=True).stdout


def test_another_process_makes_the_same_bytes() -> None:
    command = [sys.executable, "-m", "cardgen", "cards", "joints", "-o", "-"]
    made = [
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF")
