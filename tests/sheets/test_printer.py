"""Printers: measured figures are read, saved, found and used, and wrong ones are reported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cardgen.errors import UserError
from cardgen.scene.faces import Face
from cardgen.scene.marks import Path as Drawn
from cardgen.scene.outlines import line
from cardgen.scene.pages import Link, Page, PlacedFace
from cardgen.sheets.printer import Printer, printer, printers, save_printer
from cardgen.sheets.registration import move_back
from cardgen.units import Box, Length, Shift, Size
from tests.support.commands import run
from tests.support.printed import text_boxes

Run = Callable[..., Result]
SAVE = ("calibrate", "--save", "office", "--back-shift", "-0.5,1", "--border", "5mm")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An own home, and an empty folder to work in."""
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def profile(text: str) -> Path:
    """A profile called "office", written by hand."""
    path, _ = save_printer("office", Printer())
    path.write_text(text, encoding="utf-8")
    return path


def test_only_faces_marks_and_links_of_backs_move() -> None:
    box = Box(10, 20, 30, 40)
    front = Page(
        Size(100, 100),
        (PlacedFace(Face("one", box.size, ()), box),),
        (Drawn(line(1, 2, 3, 4)),),
        (Link(box, 0, "The first page"),),
    )
    back = Page(front.size, front.faces, front.marks, front.links, back=True, label="2")
    first, second = (move_back(page, (-2, 5)) for page in (front, back))
    assert first == front
    assert second.faces[0].box == second.links[0].box == Box(8, 25, 30, 40)
    assert second.marks[0].outline == line(-1, 7, 1, 9)
    assert (second.label, second.back) == ("2", True)


def test_a_printer_is_saved_listed_and_used(home: Path) -> None:
    assert "none" in run("list", "printers").output
    output = run(*SAVE).output
    (path,) = printers().values()
    assert path.is_relative_to(home)
    assert output.startswith(f"Saved office: {path}")
    assert "--printer office" in output
    assert not Path("calibrate.pdf").exists()
    assert printer("Office") == Printer(Shift.parse("-0.5,1"), Length.parse("5 mm"), "long")
    assert "-0.5 mm, 1 mm; border 5 mm; flip long" in run("list", "printers").output
    assert "office" in run("list").output


@pytest.mark.parametrize("what", ["cards", "booklet"])
def test_a_saved_printer_moves_backs_unless_an_option_says_otherwise(what: str) -> None:
    run(*SAVE)
    border = ("--border", "5mm") if what == "cards" else ()
    plain, given = _texts(what, *border), _texts(what, *border, "--back-shift", "-0.5,1")
    assert _texts(what, "--printer", "office") == given != plain
    assert _texts(what, "--printer", "office", "--back-shift", "0,0") == plain


def test_a_saved_printer_has_a_border_and_a_way_to_flip() -> None:
    run("calibrate", "--save", "short", "--flip", "short", "--border", "14mm")
    output = run("cards", "joints", "--printer", "short").output
    assert "flipped on the short edge" in output
    assert "within 14 mm of the paper's edge" in output
    output = run("cards", "joints", "--printer", "short", "--flip", "long", "--border", "5mm").output
    assert "flipped on the long edge" in output
    assert "Warning" not in output


def _texts(what: str, *options: str) -> list[list[tuple[str, Box]]]:
    """The place of every text."""
    return text_boxes(run(what, "joints", *options, "-o", "-").stdout_bytes)


def test_saving_again_replaces_what_is_given_and_keeps_the_rest() -> None:
    run(*SAVE)
    output = run("calibrate", "--save", "office", "--flip", "short").output
    assert output.startswith("Replaced office: ")
    assert printer("office") == Printer(Shift.parse("-0.5,1"), Length.parse("5 mm"), "short")
    run("calibrate", "--save", "office", "--back-shift", "2,0")
    assert printer("office") == Printer(Shift.parse("2,0"), Length.parse("5 mm"), "short")
    run("calibrate", "--save", "office", "--border", "4mm")
    assert printer("office") == Printer(Shift.parse("2,0"), Length.parse("4 mm"), "short")


def test_a_saved_printer_can_be_changed_in_part() -> None:
    run(*SAVE)
    run("calibrate", "--printer", "office", "--save", "office", "--border", "4.2mm")
    assert printer("office") == Printer(Shift.parse("-0.5,1"), Length.parse("4.2 mm"), "long")


def test_a_booklet_may_have_its_own_printer() -> None:
    output = run("calibrate", "--booklet", "--save", "wide", "--back-shift", "1,0").output
    assert "cardgen booklet full-body --printer wide" in output
    assert printer("wide").flip == "short"


def test_a_moved_test_sheet_names_its_shift() -> None:
    assert "already moved by -0.5 mm, 1 mm" in run("calibrate", "--back-shift", "-0.5,1").output
    assert "already" not in run("calibrate").output


@pytest.mark.parametrize(
    ("args", "reply"),
    [
        (("cards", "joints", "--printer", "offce"), "Did you mean 'office'?"),
        (("cards", "joints", "--back-shift", "3"), "Write two numbers with a comma between them, such as -0.5,1"),
        (("cards", "joints", "--back-shift", "-0.5,11"), "can move at most 10 mm"),
        (("calibrate", "--save", "../office"), "Write lowercase letters, digits, and hyphens"),
        (("calibrate", "--save", "wide", "--border", "30mm"), "Write at most 25 mm."),
        (("calibrate", "--border", "5mm"), "Add --save and a name."),
        (("calibrate", "--booklet", "--flip", "long"), "Leave out --flip."),
        (("calibrate", "--booklet", "--paper", "a5"), "Choose a larger --paper"),
        (("calibrate", "--paper", "lettr"), "Did you mean 'letter'?"),
    ],
)  # fmt: skip
def test_a_mistake_gets_a_clear_report(args: tuple[str, ...], reply: str) -> None:
    run(*SAVE)
    result = run(*args)
    assert result.exit_code == 2
    assert reply in " ".join(result.output.split())
    assert "Traceback" not in result.output


def test_without_printers_the_list_explains_how_to_save_one() -> None:
    with pytest.raises(UserError, match="`cardgen calibrate` shows how"):
        printer("office")


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("border: 5 mm\nback_shft: 1, 2\n", ":2:1: There is no key 'back_shft' here."),
        ("back_shift: 1\n", ":1:13: back_shift: 1 cannot be used here."),
        ("flip: long\nback_shift: 20 mm, 0 mm\n", ":2:13: back_shift: '20 mm, 0 mm' cannot be used here."),
        ("flip: shrt\n", ":1:7: flip: 'shrt' is not known."),
        ("\nborder: 5\n", ":2:9: border: 5 cannot be used here."),
        ("\nborder: 50 mm\n", ":2:9: border: 50 mm is too wide."),
    ],
)  # fmt: skip
def test_faults_of_a_profile_are_reported_with_their_lines(text: str, reply: str) -> None:
    path = profile(text)
    with pytest.raises(UserError) as caught:
        printer("office")
    assert f"{path}{reply}" in str(caught.value)
    assert "office           cannot be used." in run("list", "printers").output


def test_a_profile_may_be_partial() -> None:
    profile("border: 4 mm\n")
    assert printer("office") == Printer(border=Length.parse("4 mm"))


def test_a_folder_that_cannot_be_made_is_reported(home: Path) -> None:
    home.write_text("in the way")
    result = run(*SAVE)
    assert result.exit_code == 2
    assert "Cannot make this folder" in result.output
