"""Kills batches at random moments and gives the same command again: what comes out is what an undisturbed run makes.

python -m tests.attack.kills 300
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

ROSTER = """routine,for,notes,minutes
joints,Anna Müller,Left knee sore.,
legs-back,Bert,,20
hands,Dora,Thin skin.,
face,Ẹniọlá,,
neck,Emil,,20
"""
COMMAND = (sys.executable, "-m", "cardgen", "batch", "cards", "roster.csv", "--merge", "all.pdf", "--jobs", "2")


class Trial(NamedTuple):
    """What a killed and resumed batch made."""

    same: bool
    """Every file has the bytes of an undisturbed run."""
    killed: bool
    """The kill came before the end."""
    made_before: int
    """Documents that were there when it was killed."""


def make(folder: Path) -> dict[str, bytes]:
    """Run the batch to its end; returns its files."""
    done = subprocess.run(COMMAND, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def kill_and_resume(folder: Path, wait: float, whole: dict[str, bytes]) -> Trial:
    """Start a batch, kill it and its processes after `wait` seconds, and run it again."""
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    running = subprocess.Popen(
        COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(wait)
    killed = running.poll() is None
    if killed:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    before = len(list(folder.rglob("*.pdf")))
    return Trial(make(folder) == whole and not list(folder.rglob("*.part")), killed, before)


def main() -> None:
    """Kill as many batches as the command line says."""
    count, random, trials = int(sys.argv[1]), Random(1), list[Trial]()
    with tempfile.TemporaryDirectory() as name:
        first = Path(name, "whole")
        first.mkdir()
        (first / "roster.csv").write_text(ROSTER, encoding="utf-8")
        began = time.monotonic()
        whole = make(first)
        longest = time.monotonic() - began
        for number in range(count):
            folder = Path(name, str(number))
            folder.mkdir()
            trials.append(kill_and_resume(folder, random.uniform(0, longest), whole))
            print(f"{number + 1}: {trials[-1]}", flush=True)
    same, killed = sum(trial.same for trial in trials), sum(trial.killed for trial in trials)
    halfway = sum(0 < trial.made_before < len(whole) for trial in trials)
    print(f"{count} batches, {killed} killed, {halfway} of them with some documents made: {same} with the same bytes.")
    sys.exit(same != count)


if __name__ == "__main__":
    main()
