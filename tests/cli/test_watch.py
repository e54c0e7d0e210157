"""A watched routine is printed again when it is saved, and a fault leaves the last good PDF as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cardgen.exchange.starter import starter_text
from cardgen.files.own_files import own_folder
from tests.support.commands import run
from tests.support.folders import ROOT
from tests.support.printed import page_texts

PATIENCE = 30
"""Seconds to wait on a busy machine."""


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Callable[[str], str]]:
    """`cardgen watch` in a folder, as a function that waits for a text and returns the whole output."""
    log = folder / "output.log"
    variables = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with log.open("w") as out:
        command = [sys.executable, "-m", "cardgen", "watch", *arguments]
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, env=variables)
    heard = 0

    def hear(words: str) -> str:
        nonlocal heard
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            output = log.read_text(encoding="utf-8")[heard:]
            if re.search(words + r".*?\d+ ms\. Waiting for changes", output, re.DOTALL):
                heard += len(output)
                return output
            time.sleep(0.02)
        raise AssertionError(log.read_text(encoding="utf-8"))

    try:
        yield hear
    finally:
        is_ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN  # where the tests run in the background
        process.send_signal(signal.SIGTERM if is_ignored else signal.SIGINT)
        process.wait(PATIENCE)


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    path = tmp_path / "hands.yaml"
    path.write_text(starter_text(path), encoding="utf-8")
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def texts(path: Path) -> str:
    return " ".join(page_texts(path.read_bytes()))


def test_a_saved_routine_is_printed_and_a_fault_is_shown(routine: Path) -> None:
    pdf = routine.with_name("hands-cards-preview.pdf")
    with watching(routine.parent, routine.name, "--sides", "front") as hear:
        assert "Print it at 100%" in hear("Wrote hands-cards-preview.pdf")
        change(routine, "name: Press the palm", "name: Press the whole palm")
        assert "Print it at 100%" not in hear("Wrote hands-cards-preview.pdf")
        assert "Press the whole palm" in texts(pdf)
        good = pdf.read_bytes()
        change(routine, "technique: pressing", "technique: presing")
        output = hear("Did you mean 'pressing'")
        assert re.search(r"hands\.yaml:\d+:16: ", output)
        assert pdf.read_bytes() == good
        change(routine, "technique: presing", "technique: pressing")
        change(routine, "Press with both thumbs", "Press softly with both thumbs")
        hear("Wrote hands-cards-preview.pdf")
        assert "Press softly with both thumbs" in texts(pdf)


def test_a_file_that_is_replaced_or_comes_back_is_noticed(routine: Path) -> None:
    with watching(routine.parent, "plan", routine.name) as hear:
        hear("Wrote hands-plan-preview.pdf")
        text = routine.read_text(encoding="utf-8")
        routine.unlink()
        hear("This file cannot be read")
        routine.with_name("new").write_text(text.replace("name: Hands", "name: Both hands"), encoding="utf-8")
        routine.with_name("new").replace(routine)
        hear("Wrote hands-plan-preview.pdf")
        assert "Both hands" in texts(routine.with_name("hands-plan-preview.pdf"))


def test_other_sources_of_the_print_are_watched_too(routine: Path) -> None:
    stock = routine.with_name("labels.yaml")
    stock.write_text("summary: mine\nsource: me\nwidth: 90 mm\nheight: 120 mm\n", encoding="utf-8")
    program = routine.with_name("both.yaml")
    program.write_text("name: Both\nsummary: s\nparts:\n  - {routine: hands.yaml}\n", encoding="utf-8")
    with watching(routine.parent, "cards", "both.yaml", "--stock", "labels.yaml") as hear:
        hear("Wrote both-cards-preview.pdf")
        change(stock, "90 mm", "100 mm")
        hear("Wrote both-cards-preview.pdf")
        change(routine, "name: Press the palm", "name: Press everywhere")
        hear("Wrote both-cards-preview.pdf")
    assert "Press everywhere" in texts(routine.with_name("both-cards-preview.pdf"))


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "Missing argument 'FILE'"),
        (("plan",), "Missing argument 'FILE'"),
        (("hands.yaml", "--stok", "a6"), "No such option"),
        (("hands.yaml", "--copies", "0"), "--copies: 0 cannot be used here"),
        (("hands.yaml", "--stock", "a66"), "There is no stock 'a66'."),
    ],
)
def test_a_wrong_command_ends_immediately(arguments: tuple[str, ...], text: str) -> None:
    result = run("watch", *arguments)
    assert result.exit_code == 2
    assert text in result.output


RED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="red"/></svg>'


def runs(folder: Path) -> int:
    """How often the PDF was made, or could not be."""
    return (folder / "output.log").read_text(encoding="utf-8").count("Waiting for changes")


def stays_quiet(folder: Path, expected: int) -> None:
    """Nothing is made without a change."""
    time.sleep(0.6)
    assert runs(folder) == expected, (folder / "output.log").read_text(encoding="utf-8")


@pytest.fixture
def pictured(routine: Path) -> Path:
    """A routine with a picture."""
    for name in ("a.svg", "b.svg"):
        routine.with_name(name).write_text(RED, encoding="utf-8")
    text = routine.read_text(encoding="utf-8").replace("    cue: ", "    image: a.svg\n    cue: ", 1)
    routine.write_text(text, encoding="utf-8")
    return routine


def test_a_file_that_is_no_longer_used_is_no_reason_to_print(pictured: Path) -> None:
    folder = pictured.parent
    with watching(folder, pictured.name) as hear:
        hear("Wrote hands-cards-preview.pdf")
        change(pictured, "image: a.svg", "image: b.svg")
        hear("Wrote hands-cards-preview.pdf")
        (folder / "a.svg").write_text(RED.replace("red", "blue"), encoding="utf-8")
        (folder / "a.svg").unlink()
        stays_quiet(folder, 2)
        (folder / "b.svg").write_text(RED.replace("red", "blue"), encoding="utf-8")
        hear("Wrote hands-cards-preview.pdf")
        stays_quiet(folder, 3)


@pytest.mark.parametrize("named", ["hands.yaml", "both.yaml"])
def test_a_missing_picture_is_told_once_and_its_return_is_noticed(pictured: Path, named: str) -> None:
    folder = pictured.parent
    (folder / "both.yaml").write_text("name: Both\nsummary: s\nparts:\n  - {routine: hands.yaml}\n", encoding="utf-8")
    with watching(folder, named) as hear:
        hear("Wrote ")
        (folder / "a.svg").unlink()
        hear("There is no file 'a.svg'")
        stays_quiet(folder, 2)
        (folder / "a.svg").write_text(RED, encoding="utf-8")
        hear("Wrote ")
        stays_quiet(folder, 3)


def test_a_part_of_a_program_may_vanish_and_come_back(routine: Path) -> None:
    folder, text = routine.parent, routine.read_text(encoding="utf-8")
    (folder / "both.yaml").write_text("name: Both\nsummary: s\nparts:\n  - {routine: hands.yaml}\n", encoding="utf-8")
    with watching(folder, "both.yaml") as hear:
        hear("Wrote ")
        routine.unlink()
        hear("There is no routine 'hands.yaml'")
        stays_quiet(folder, 2)
        routine.write_text(text, encoding="utf-8")
        hear("Wrote ")


def test_a_routine_that_is_found_by_its_name_may_vanish_and_come_back(routine: Path) -> None:
    folder = routine.parent
    (folder / "routines").mkdir()
    named = folder / "routines" / "tired.yaml"
    routine.rename(named)
    with watching(folder, "plan", "tired") as hear:
        hear("Wrote tired-plan-preview.pdf")
        named.rename(routine)
        hear("There is no routine 'tired'")
        stays_quiet(folder, 2)
        routine.rename(named)
        hear("Wrote tired-plan-preview.pdf")


@pytest.mark.parametrize("gap", [0.0, 0.1])
def test_an_editor_that_renames_files_causes_one_run(routine: Path, gap: float) -> None:
    """Vim moves the old file away and writes another one in its place."""
    folder, text = routine.parent, routine.read_text(encoding="utf-8")
    with watching(folder, routine.name) as hear:
        hear("Wrote ")
        routine.rename(folder / "hands.yaml~")
        time.sleep(gap)
        routine.write_text(text.replace("name: Hands", "name: Both hands"), encoding="utf-8")
        (folder / "hands.yaml~").unlink()
        hear("Wrote ")
        stays_quiet(folder, 2)
    assert "Both hands" in texts(folder / "hands-cards-preview.pdf")


def test_a_folder_that_is_replaced_is_followed(tmp_path: Path) -> None:
    old, new = tmp_path / "work", tmp_path / "new"
    for folder, title in ((old, "Hands"), (new, "Other hands")):
        folder.mkdir()
        text = starter_text(Path("hands.yaml")).replace("name: Hands", f"name: {title}")
        (folder / "hands.yaml").write_text(text, encoding="utf-8")
    with watching(old, "plan", "hands.yaml") as hear:
        hear("Wrote ")
        (new / "output.log").hardlink_to(old / "output.log")
        old.rename(tmp_path / "before")
        new.rename(old)
        hear("Wrote ")
        stays_quiet(old, 2)
    assert "Other hands" in texts(old / "hands-plan-preview.pdf")


def test_words_and_icons_of_the_user_are_watched_too(routine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(routine.parent / "home"))
    words = own_folder() / "languages" / "de" / "words.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("language: Deutsch\nlevels: {light: Leicht}\n", encoding="utf-8")
    with watching(routine.parent, routine.name, "--language", "de") as hear:
        hear("Wrote ")
        for number, word in enumerate(("Sanft", "Zart"), 2):
            words.write_text(f"language: Deutsch\nlevels: {{light: {word}}}\n", encoding="utf-8")
            hear("Wrote ")
            stays_quiet(routine.parent, number)
            assert word in texts(routine.with_name("hands-cards-preview.pdf"))


def test_a_print_stays_as_it_is(routine: Path) -> None:
    folder = routine.parent
    (folder / "printed.pdf").write_bytes(b"%PDF-1.7 (cardgen 0)")
    with watching(folder, routine.name, "-o", "printed.pdf") as hear:
        hear("Wrote printed-preview.pdf")
    assert (folder / "printed.pdf").read_bytes() == b"%PDF-1.7 (cardgen 0)"
