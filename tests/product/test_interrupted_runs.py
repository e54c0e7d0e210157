"""Runs that are stopped, killed, or doubled: the file is the old one or the new one, and there is no traceback."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from cardgen.jobs.print_history import HISTORY
from tests.support.kill import LONGEST, kill
from tests.support.printed import page_texts
from tests.support.processes import MODULE, PATIENCE, SCRIPT, linux_only, names_in
from tests.support.sampling import examples

pytestmark = linux_only

OLD = b"%PDF-old (cardgen 0)"
SILENT = (-signal.SIGINT, b"")
"""Before Python itself has started, and while it shuts down, Ctrl-C ends it without a word."""


@pytest.mark.parametrize(
    ("command", "reads"),
    [(("list",), 0), (("cards", "joints", "-o", "-"), 0), (("cards", "joints", "-o", "-"), 10)],
)
def test_a_reader_that_closes_the_pipe_ends_the_run_quietly(command: tuple[str, ...], reads: int) -> None:
    running = subprocess.Popen([*MODULE, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout
    assert running.stderr
    os.read(running.stdout.fileno(), reads)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(PATIENCE) == 1


@pytest.mark.parametrize("way", [MODULE, SCRIPT], ids=["module", "script"])
@pytest.mark.parametrize("number", range(examples(8)))
def test_control_c_ends_a_run_at_any_moment_with_one_line(way: Sequence[str], number: int, tmp_path: Path) -> None:
    """From the first import on; before that, the message is Python's."""
    (tmp_path / "x.pdf").write_bytes(OLD)
    command = [*way, "cards", "legs-back", "-o", "x.pdf"]
    running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    while not has_started(running.pid) and running.poll() is None:
        time.sleep(0.001)
    time.sleep(random.Random(number).uniform(0, 0.4))
    running.send_signal(signal.SIGINT)
    _, output = running.communicate(timeout=PATIENCE)
    assert (running.returncode, output) in [(130, b"\nStopped.\n"), (0, b""), SILENT]
    written = (tmp_path / "x.pdf").read_bytes()
    assert written == OLD or written.rstrip().endswith(b"%%EOF")
    assert names_in(tmp_path) == ["x.pdf"]


def has_started(process: int) -> bool:
    """The process has loaded a library that cardgen's own first lines import."""
    try:
        return "msgspec" in Path(f"/proc/{process}/maps").read_text(encoding="utf-8")
    except OSError:
        return False


@pytest.mark.parametrize("number", range(examples(20)))
def test_a_killed_run_leaves_the_old_file_or_the_new_one(number: int, tmp_path: Path) -> None:
    """`python -m tests.support.kill 200` does it two hundred times."""
    outcome = kill(tmp_path, random.Random(number).uniform(0, LONGEST))
    assert outcome.content
    assert outcome.left == 0


def test_two_runs_may_write_the_same_file(tmp_path: Path) -> None:
    routines = ("joints", "scalp")
    commands = [[*MODULE, "cards", name, "-o", "both.pdf"] for name in routines]
    running = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL) for command in commands]
    assert [run.wait(PATIENCE) for run in running] == [0, 0]
    text = " ".join(page_texts((tmp_path / "both.pdf").read_bytes()))
    assert ("Joint movements" in text) != ("Scalp" in text)
    assert set(names_in(tmp_path)) <= {"both.pdf", HISTORY}
