"""Commands as a user types them: their output, their files, and what they refuse."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cardgen.artwork.theme import themes
from cardgen.library.finding import programs, routines
from cardgen.sheets.paper import papers
from cardgen.sheets.stock import stocks
from tests.support.commands import run
from tests.support.folders import TEST_DATA
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")
COMMANDS = [
    "batch", "body", "booklet", "calibrate", "cards", "check", "completion", "config", "export", "import", "inspect",
    "legend", "list", "new", "plan", "schema", "show", "watch",
]  # fmt: skip


def test_every_command_has_help() -> None:
    listed = re.findall(r"^  (\w+) ", run("--help").output.partition("Commands:")[2], re.MULTILINE)
    assert listed == COMMANDS
    for name in COMMANDS:
        assert len(run(name, "--help").output.splitlines()) > 5


def test_cards_reports_its_file_and_how_to_print_it(tmp_path: Path) -> None:
    output = run("cards", "legs-back").output
    assert output.startswith("Wrote legs-back-cards.pdf: 12 cards on 6 pages of a4.")
    assert "100 %" in output
    assert "long edge" in output
    assert (tmp_path / "legs-back-cards.pdf").read_bytes().startswith(b"%PDF")


def test_several_routines_become_one_file(tmp_path: Path) -> None:
    run("cards", "joints", "partner", "--layout", "overview")
    texts = " ".join(page_texts((tmp_path / "joints+partner-overview.pdf").read_bytes()))
    assert "Joint movements" in texts
    assert "Partner massage" in texts


def test_chosen_steps_are_renumbered(tmp_path: Path) -> None:
    run("cards", "legs-back", "--steps", "1-2,5", "-o", "few.pdf")
    texts = " ".join(page_texts((tmp_path / "few.pdf").read_bytes()))
    assert "Next: 3 Wring the thigh" in texts
    assert "Stretch the leg" not in texts


def test_a_repeat_names_only_steps_that_are_included(tmp_path: Path) -> None:
    run("cards", "back-relaxing", "--steps", "1,3,7", "-o", "few.pdf")
    texts = " ".join(page_texts((tmp_path / "few.pdf").read_bytes()))
    assert "Steps 1 and 2 again" in texts


def test_what_is_left_out_is_reported() -> None:
    output = run("plan", "legs-back", "--minutes", "20").output
    assert output.startswith("Wrote legs-back-plan.pdf: one page of a4.")
    assert "No time for: Wring the thigh, Press the sole." in output
    assert "No time for these extras: Stretch the leg." in output
    assert "Not these" not in output


def test_more_time_than_there_is_to_do_is_reported() -> None:
    assert "there is no more to do" in run("plan", "joints", "--minutes", "60").output


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--stock", "avery-5388"), "on 8 pages of letter.\nPrint it at 100 % (actual size), on both sides"),
        (("--stock", "avery-5388"), "Break the cards out of the sheet, or peel them off"),
        (("--stock", "fold-a6"), "on one side.\nThere is no room for marks: cut 148.5 mm from the top edge."),
        (("--stock", "fold-a6"), "fold 105 mm from the left edge"),
        (("--stock", "pouch-a6"), "Put each card in the middle of a pouch of 111 x 154 mm: 3 mm of film"),
        (
            ("--stock", "pouch-a4-4", "--hole", "ring"),
            "Cut the holes 10 mm wide in the paper. Laminate, then punch 6 mm",
        ),
        (("--laminate",), "Lay them 6 mm apart in the pouch,\n3 mm from its edges."),
        (("--flip", "short"), "flipped on the short edge"),
        (
            ("--manual-duplex",),
            "print pages 4 to 6: the back of the last sheet comes first.\nTry it with two",
        ),
        (("--copies", "3"), "36 cards on 18 pages"),
        (("--start-at", "4", "--sides", "front", "--steps", "1"), "6 cards on 3 pages"),
        (("--order", "cut-stack"), "Lay the stacks one under the other"),
        (
            ("--bleed", "3mm", "--single"),
            "24 pages.\nEvery side is a page, in the order of the cards: trim 105 x 148",
        ),
        (("--border", "12mm"), "Warning: The printer may cut off what is within 12 mm"),
    ],
)
def test_cards_explains_how_to_print_cut_and_laminate(options: tuple[str, ...], text: str) -> None:
    result = run("cards", "legs-back", *options)
    assert result.exit_code == 0
    assert text in result.output


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--start-at", "5"), "A sheet has no place 5.\n    Give --start-at a number from 1 to 4."),
        (("--sides", "front", "--manual-duplex"), "Fronts alone have no backs to be printed by hand."),
        (("--sides", "front", "--stock", "fold-a6"), "Fronts alone have no backs to be folded."),
        (("--stock", "5388"), "Did you mean 'avery-5388'?"),
        (("--order", "cut-stack", "--stock", "avery-5388"), "is not cut at once"),
        (("--single", "--manual-duplex"), "no sheet is turned over for its back"),
        (("--stock", "fold-a7", "--manual-duplex"), "no sheet is turned over for its back"),
        (("--single", "--bleed", "99mm"), "A bleed of 99 mm is too wide."),
        (("--gap", "9" * 400 + "mm"), "is not a length"),
        (("--border", "300mm"), "--border: 300 mm is too wide."),
        (("--laminate", "--gap", "0mm"), "Film needs 6 mm between the cards."),
        (("--order", "cut-stack", "--start-at", "2"), "is not cut at once"),
        (("--order", "cut-stack", "--single"), "is not cut at once"),
        (("--stock", "pokr"), "Did you mean 'poker'?"),
        (("--stock", "none.yaml"), "none.yaml: This file cannot be read"),
        (("--hole", "iso-838", "--stock", "a7"), "Two holes need a card of 95 x 100 mm: this one is 74 x 105 mm."),
        (("--gap", "1mm", "--bleed", "3mm"), "needs 6 mm between the cards, but the gap is only 1 mm."),
    ],
)
def test_cards_refuses_options_that_cannot_be_met(tmp_path: Path, options: tuple[str, ...], text: str) -> None:
    result = run("cards", "legs-back", *options)
    assert result.exit_code == 2
    assert text in result.output
    assert list(tmp_path.iterdir()) == []


def test_list_shows_every_stock_with_a_picture_of_its_sheet() -> None:
    output = run("list", "stocks").output
    assert all(re.search(rf"^  {name} ", output, re.MULTILINE) for name in stocks())
    assert re.search(r"avery-5388 .*76.2 x 127 mm, 3 on letter.*\n +\[   \]\n +\[   \]\n +\[   \]\n", output)
    assert re.search(r"fold-a6 .*2 on a4.*\n +\[ \| \]\n +\[ \| \]\n", output)


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


def test_show_prints_the_clock() -> None:
    output = run("show", "legs-back", "--minutes", "20", "--brief").output
    assert re.search(r"15:30 +4 +Knead the thigh", output)
    assert "The other leg, the same steps" in output


def test_booklet_explains_how_to_print_fold_and_staple() -> None:
    output = run("booklet", "full-body").output
    assert "flipped on the short edge" in output
    assert "--signature 10" in output
    output = run("booklet", "full-body", "--signature", "12", "--manual-duplex").output
    assert "Put the stack back as it came out" in output
    assert re.search(r"Fold and staple \d+ \+ \d+ sheets", output)
    assert "A long-arm stapler" not in output


def test_several_routines_become_one_session(tmp_path: Path) -> None:
    run("cards", "joints", "legs-back", "-o", "both.pdf")
    texts = " ".join(page_texts((tmp_path / "both.pdf").read_bytes()))
    assert "Turn over" in texts
    assert "13 Hold the foot" in texts
    assert len(re.findall("Safety first(?!,)", texts)) == 1


def test_check_passes_every_routine() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert all(f"{name}: " in result.output for name in routines())


def test_check_reports_the_faults_of_every_file() -> None:
    bad = TEST_DATA / "bad"
    result = run("check", str(bad / "drawing.yaml"), "joints", str(bad / "unknown-key.yaml"))
    assert result.exit_code == 2
    assert "Did you mean 'ankle-back.right'?" in result.output
    assert "Did you mean 'pressure'?" in result.output
    assert "joints: 4 steps, no faults." in result.output


def test_cards_can_be_written_to_standard_output() -> None:
    result = run("cards", "joints", "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF")


def test_list_names_everything() -> None:
    output = run("list").output
    for name in [*routines(), *programs(), *stocks(), *papers(), *themes(), "steps", "overview"]:
        assert re.search(rf"^  {re.escape(name)} ", output, re.MULTILINE)


@pytest.mark.parametrize("routine", routines())
def test_show_reads_like_the_cards(routine: str) -> None:
    output = " ".join(run("show", routine).output.split())
    assert "SAFETY FIRST" in output
    assert "AFTERWARDS" in output


@pytest.mark.parametrize(
    ("args", "reply"),
    [
        (("cards", "legs-bakc"), "Did you mean 'legs-back'?"),
        (("cards", "joints", "--stock", "pokr"), "Did you mean 'poker'?"),
        (("cards", "joints", "--paper", "lettr"), "Did you mean 'letter'?"),
        (("cards", "joints", "--theme", "monno"), "Did you mean 'mono'?"),
        (("cards", "joints", "--layout", "stps"), "Did you mean 'steps'?"),
        (("cards", "joints", "--steps", "1-9"), "Its steps are 1 to 4."),
        (("cards", "joints", "--steps", "4-1"), "Write 3, 1-4 or 1-4,7."),
        (("cards", "joints", "--gap", "6"), "Write a number and a unit"),
        (("cards", "joints", "-o", "no/such/folder.pdf"), "There is no folder 'no/such'"),
        (("cards", "nowhere.yaml"), "cannot be read"),
        (("cards", "joints", "--minutes", "3"), "It must be at least 5."),
        (("cards", "joints", "--minutes", "9"), "The shortest takes"),
        (("plan", "joints", "--minutes", "20", "--length", "short"), "Give one of them."),
        (("plan", "joints", "--without", "1-4"), "No step is left."),
        (("plan", "full-bod"), "Did you mean 'full-body'?"),
        (("booklet", "joints", "--size", "a7"), "Write one of: a4, a5, a6, half-letter."),
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


@pytest.mark.parametrize("command", ["cards", "plan", "booklet"])
def test_earlier_prints_of_a_process_change_no_byte(command: str, tmp_path: Path) -> None:
    """What a process has cached is the same as what it would make again."""
    for other in ("booklet", "plan", "cards"):
        assert run(other, "full-body", "--theme", "mono", "-o", str(tmp_path / "other.pdf")).exit_code == 0
    assert run(command, "legs-back", "-o", str(tmp_path / "later.pdf")).exit_code == 0
    alone = [sys.executable, "-m", "cardgen", command, "legs-back", "-o", "-"]
    assert (tmp_path / "later.pdf").read_bytes() == subprocess.run(alone, check=True, capture_output=True).stdout


def test_another_process_makes_the_same_bytes() -> None:
    command = [sys.executable, "-m", "cardgen", "cards", "joints", "-o", "-"]
    made = [
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in "12"
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF")
