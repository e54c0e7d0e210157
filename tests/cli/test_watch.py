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
        process.send_signal(signal.SIGINT)
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
    pdf = routine.with_name("hands-cards.pdf")
    with watching(routine.parent, routine.name, "--sides", "front") as hear:
        assert "Print it at 100%" in hear("Wrote hands-cards.pdf")
        change(routine, "name: Press the palm", "name: Press the whole palm")
        assert "Print it at 100%" not in hear("Wrote hands-cards.pdf")
        assert "Press the whole palm" in texts(pdf)
        good = pdf.read_bytes()
        change(routine, "technique: pressing", "technique: presing")
        output = hear("Did you mean 'pressing'")
        assert re.search(r"hands\.yaml:\d+:16: ", output)
        assert pdf.read_bytes() == good
        change(routine, "technique: presing", "technique: pressing")
        change(routine, "Press with both thumbs", "Press softly with both thumbs")
        hear("Wrote hands-cards.pdf")
        assert "Press softly with both thumbs" in texts(pdf)


def test_a_file_that_is_replaced_or_comes_back_is_noticed(routine: Path) -> None:
    with watching(routine.parent, "plan", routine.name) as hear:
        hear("Wrote hands-plan.pdf")
        text = routine.read_text(encoding="utf-8")
        routine.unlink()
        hear("This file cannot be read")
        routine.with_name("new").write_text(text.replace("name: Hands", "name: Both hands"), encoding="utf-8")
        routine.with_name("new").replace(routine)
        hear("Wrote hands-plan.pdf")
        assert "Both hands" in texts(routine.with_name("hands-plan.pdf"))


def test_other_sources_of_the_print_are_watched_too(routine: Path) -> None:
    stock = routine.with_name("labels.yaml")
    stock.write_text("summary: mine\nsource: me\nwidth: 90 mm\nheight: 120 mm\n", encoding="utf-8")
    program = routine.with_name("both.yaml")
    program.write_text("name: Both\nsummary: s\nparts:\n  - {routine: hands.yaml}\n", encoding="utf-8")
    with watching(routine.parent, "cards", "both.yaml", "--stock", "labels.yaml") as hear:
        hear("Wrote both-cards.pdf")
        change(stock, "90 mm", "100 mm")
        hear("Wrote both-cards.pdf")
        change(routine, "name: Press the palm", "name: Press everywhere")
        hear("Wrote both-cards.pdf")
    assert "Press everywhere" in texts(routine.with_name("both-cards.pdf"))


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ((), "Missing argument 'ROUTINE...'"),
        (("plan",), "Missing argument 'ROUTINE...'"),
        (("hands.yaml", "--stok", "a6"), "No such option"),
        (("hands.yaml", "--copies", "0"), "--copies: 0 cannot be used here"),
        (("hands.yaml", "--stock", "a66"), "There is no stock 'a66'."),
    ],
)
def test_a_wrong_command_ends_immediately(arguments: tuple[str, ...], text: str) -> None:
    result = run("watch", *arguments)
    assert result.exit_code == 2
    assert text in result.output
