"""Makes cards twice, with what `cardgen watch` calls for each change of their routine."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

import click

from cardgen.cli import main
from cardgen.cli.commands.watch import print_preview
from cardgen.cli.job_command import find_job_command
from cardgen.startup import hurry

CUE = "cue: "


def rebuild(routine: Path) -> None:
    """Show the seconds that the second time takes, and those of the processor."""
    for word in ("Now", "Then"):  # a routine of the user's own, both times
        written = routine.read_text(encoding="utf-8")
        routine.write_text(written.replace(CUE, f"{CUE}{word}. ", 1), encoding="utf-8")
        gc.collect()
        made = _make(routine)
    print(*made)


def _make(routine: Path) -> tuple[float, float]:
    root = click.Context(main, info_name="cardgen")
    watched = find_job_command(root, "cards")
    start, used = time.perf_counter(), time.process_time()
    shown, good = print_preview(watched, [str(routine), "-o", f"{routine}.pdf"], root)
    assert good, shown
    return time.perf_counter() - start, time.process_time() - used


if __name__ == "__main__":
    hurry()
    rebuild(Path(sys.argv[1]))
