"""Cards, plans and booklets as a user prints them: the output, the files, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_cards_reports_its_file_and_how_to_print_it(tmp_path: Path) -> None:
    output = run("cards", "legs-back").output
    assert output.startswith("Wrote legs-back-cards.pdf: 15 cards on 8 pages of a4.")
    assert "100%" in output
    assert "long edge" in output
    assert (tmp_path / "legs-back-cards.pdf").read_bytes().startswith(b"%PDF")


def test_pages_for_a_print_shop_have_the_bleed_that_the_help_says_to_add() -> None:
    text = " ".join(run("cards", "--help").output.split())
    assert "for a print shop, add a bleed of 3mm" in text
    assert "or none on single pages" in text
    plain = run("cards", "joints", "--steps", "1", "--single", "-o", "plain.pdf").output
    assert "Every side is a page of 105 x 148 mm" in plain
    assert "For a print shop, add --bleed 3mm" in plain
    printed = run("cards", "joints", "--steps", "1", "--single", "--bleed", "3mm", "-o", "shop.pdf").output
    assert "bleed 3 mm, with crop and registration marks." in printed
    assert "add --bleed" not in printed


def test_several_routines_become_one_file(tmp_path: Path) -> None:
    run("cards", "joints", "partner", "--layout", "overview")
    texts = " ".join(page_texts((tmp_path / "joints+partner-overview.pdf").read_bytes()))
    assert "Joint movements" in texts
    assert "Partner massage" in texts


def test_chosen_steps_keep_the_names_of_their_cards(tmp_path: Path) -> None:
    run("cards", "legs-back", "--steps", "1-2,5", "-o", "few.pdf")
    texts = " ".join(page_texts((tmp_path / "few.pdf").read_bytes()))
    assert "5 Wring the thigh" in texts
    assert "Stretch the leg" not in texts


def test_a_repeat_names_only_steps_that_are_included(tmp_path: Path) -> None:
    run("cards", "back-relaxing", "--steps", "1,3,7", "-o", "few.pdf")
    texts = " ".join(page_texts((tmp_path / "few.pdf").read_bytes()))
    assert "Steps B1 and B3 again" in texts


def test_what_is_left_out_is_reported() -> None:
    output = run("plan", "legs-back", "--minutes", "13").output
    assert output.startswith("Wrote legs-back-13-min-plan.pdf: one page of a4.")
    assert re.search(r"No time for: Press the sole \(from \d\d\smin\)\.", output)
    assert re.search(r"No time for these extras: Stretch the leg \(from \d\d\smin\)\.", output)
    assert re.search(r"Shorter than usual: all steps but Glide up the leg", output)
    assert "Not these" not in output


def test_more_time_than_there_is_to_do_is_reported() -> None:
    assert "every step is at its maximum. To fill the time, add " in run("plan", "joints", "--minutes", "60").output


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--stock", "avery-5388"), "on 10 pages of letter.\nPrint it at 100% (actual size), on both sides"),
        (("--stock", "avery-5388"), "Break the cards out of the sheet, or peel them off"),
        (
            ("--stock", "fold-a6"),
            "on one side.\nMeasure and cut 148.5 mm from the top edge: the left and right margins are",
        ),
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
            "print pages 5 to 8: the back of the last sheet comes first.\nTry it with two",
        ),
        (("--copies", "3"), "48 cards on 24 pages"),
        (("--start-at", "4", "--sides", "front", "--steps", "1"), "cards on 4 pages"),
        (("--order", "cut-stack"), "Put each stack under the one before"),
        (
            ("--bleed", "3mm", "--single"),
            "30 pages.\nEvery side is a page, in the order of the cards: trim 105 x 148",
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
        (("--start-at", "5"), "There is no place 5 on a sheet.\n    Give --start-at a number from 1 to 4."),
        (("--sides", "front", "--manual-duplex"), "Fronts alone have no backs to print by hand."),
        (("--sides", "front", "--stock", "fold-a6"), "Fronts alone have no backs to fold."),
        (("--stock", "5388"), "Did you mean 'avery-5388'?"),
        (("--order", "cut-stack", "--stock", "avery-5388"), "Perforated sheets cannot be cut as a pile"),
        (("--single", "--manual-duplex"), "No sheet has to be turned over here"),
        (("--stock", "fold-a7", "--manual-duplex"), "No sheet has to be turned over here"),
        (("--single", "--bleed", "99mm"), "A bleed of 99 mm is too wide."),
        (("--gap", "9" * 400 + "mm"), "is not a length"),
        (("--border", "300mm"), "--border: 300 mm is too wide."),
        (("--laminate", "--gap", "0mm"), "Film needs 6 mm between the cards."),
        (("--order", "cut-stack", "--start-at", "2"), "Leave out --order cut-stack, or --start-at."),
        (("--order", "cut-stack", "--single"), "Leave out --order cut-stack, or --single."),
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


def test_booklet_explains_how_to_print_fold_and_staple() -> None:
    output = run("booklet", "full-body", "--size", "a6").output
    assert "flipped on the long edge" in output  # upright sheets, four pages on a side
    assert "--signature 10" in output
    output = run("booklet", "full-body", "--size", "a6", "--signature", "12", "--manual-duplex").output
    assert "Put the stack back as it came out" in output
    assert re.search(r"Fold and staple \d+ \+ \d+ sheets", output)
    assert "A long-arm stapler" not in output


def test_several_routines_become_one_session(tmp_path: Path) -> None:
    run("cards", "joints", "legs-back", "-o", "both.pdf")
    texts = " ".join(page_texts((tmp_path / "both.pdf").read_bytes()))
    assert "Turn over" in texts
    assert "9 Hold the foot" in texts
    assert len(re.findall("Safety first(?!,)", texts)) == 1


def test_cards_can_be_written_to_standard_output() -> None:
    result = run("cards", "joints", "-o", "-")
    assert result.stdout_bytes.startswith(b"%PDF")
