"""Runs Python programs as whole processes, and says what each took: time, memory, and how that compares."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Timer
from typing import NamedTuple

HERE = Path(__file__).parent
LONGEST = 600.0
"""Seconds after which a process is ended."""
KB = 1 if sys.platform == "darwin" else 1024
"""What the system counts a process's memory in, in bytes."""


class Run(NamedTuple):
    """What a process took, and what it printed."""

    wall: float
    """Seconds from its start to its end."""
    user: float
    """Seconds of all processors on its own code, not on the system's."""
    peak: float
    """The most memory that it held, in bytes."""
    output: str


class TooLongError(Exception):
    """A process was ended because it took longer than it was given."""


class Figures(NamedTuple):
    """The median of several measurements, and the least and the most of them."""

    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Figures:
        """The figures of at least one value."""
        found = list(values)
        return cls(statistics.median(found), min(found), max(found))


def python(folder: Path, *arguments: str | Path, limit: float = LONGEST) -> Run:
    """Run a Python process in a folder, its byte code kept there too.

    TooLongError when it takes more than `limit` seconds; CalledProcessError when it fails.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    command = [sys.executable, *map(str, arguments)]
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        timer = Timer(limit, os.kill, (process.pid, signal.SIGKILL))
        timer.start()
        output = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if wall >= limit:
        raise TooLongError
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(wall, used.ru_utime, used.ru_maxrss * KB, output)
