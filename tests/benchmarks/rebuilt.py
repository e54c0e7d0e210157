"""Makes cards twice in one process, as `cardgen watch` does, the second time after their routine was changed."""

from __future__ import annotations

import contextlib
import gc
import io
import sys
import time
from pathlib import Path

from cardgen.cli import main
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
    start, used = time.perf_counter(), time.process_time()
    with contextlib.redirect_stdout(io.StringIO()):
        main(["cards", str(routine), "-o", f"{routine}.pdf"], standalone_mode=False)
    return time.perf_counter() - start, time.process_time() - used


if __name__ == "__main__":
    hurry()
    rebuild(Path(sys.argv[1]))
