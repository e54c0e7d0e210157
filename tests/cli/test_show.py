"""`cardgen show` prints a session as text."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.commands import run


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (("legs-back", "--minutes", "60"), "of the 60"),
        (("feet", "hands", "--minutes", "90"), "of the 90"),
        (("full-body", "--minutes", "180"), "of the 180"),
    ],
)
def test_a_session_that_cannot_fill_its_time_says_so_in_brief_too(given: tuple[str, ...], taken: str) -> None:
    output = " ".join(run("show", *given, "--brief").output.split())
    assert f"{taken} minutes: every step is at its maximum. To fill the time, add " in output


def test_a_session_that_fills_its_time_has_no_advice() -> None:
    assert "To fill them" not in run("show", "legs-back", "--minutes", "30", "--brief").output


def test_a_session_is_saved_even_if_nobody_reads_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cardgen", "show", "joints", "--save", "mine.yaml"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        running.stdout.close()
        running.wait()
        assert b"Traceback" not in (running.stderr.read() if running.stderr else b"")
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8").startswith("# Saved by: cardgen show joints")
