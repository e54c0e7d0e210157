"""Runs cardgen in separate processes, in all kinds of surroundings."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.folders import ROOT

MODULE = [sys.executable, "-m", "cardgen"]
SCRIPT = [sys.executable, "-c", "import sys; from cardgen.__main__ import main; sys.exit(main())"]
"""The two ways to start; the second is what an installed `cardgen` does."""
PATIENCE = 120
"""Seconds after which a run surely hangs."""
UNCHANGED = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
"""On a disk that seems full, Python 3.11 would leave truncated files of its own in the checkout."""
Run = Callable[..., subprocess.CompletedProcess[bytes]]
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the world of these tests is Linux")


def runner(folder: Path) -> Run:
    """A function that runs a command in a folder as a user who is not root.

    It takes environment variables, `stdout`, and `bound`, which is called in the new process before it starts.
    """

    def run(*command: str, bound: Callable[[], None] | None = None, **world: str | int) -> object:
        streams = {name: world.pop(name) for name in ("stdout", "cwd") if name in world}
        variables = {name: value for name, value in (os.environ | UNCHANGED | world).items() if value != ""}
        options = {"cwd": folder, "stdout": subprocess.PIPE} | streams
        return subprocess.run(
            [*MODULE, *command], env=variables, stderr=subprocess.PIPE, check=False, timeout=PATIENCE,
            preexec_fn=bound or drop_root, **options,
        )  # fmt: skip

    return run  # type: ignore[return-value]


def drop_root() -> None:
    """Take from root what lets it read and write everything (capabilities 1 and 2; prctl 24 drops one)."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def assert_reported(result: subprocess.CompletedProcess[bytes], problem: str, code: int = 2) -> None:
    """The run ended with this exit code and a report of this problem, which has at most two lines."""
    report = result.stderr.decode(errors="replace")
    assert "Traceback" not in report
    assert problem in report
    assert len(report.splitlines()) <= 2
    assert result.returncode == code


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
