"""Limits on memory and processor time, which do not depend on what else the machine does."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def limit_memory(megabytes: int) -> int:
    """Let this process have only this much more memory than it has now; returns the limit before."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + megabytes * 1_000_000, hard))
    return soft


@contextmanager
def bounded(megabytes: int = 500, seconds: int = 30) -> Iterator[None]:
    """On Linux, raise a MemoryError when more memory is taken, and a TimeoutError when more processor time is used."""
    if sys.platform != "linux":
        yield
        return
    soft = limit_memory(megabytes)
    before = signal.signal(signal.SIGVTALRM, _too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, resource.getrlimit(resource.RLIMIT_AS)[1]))
        signal.signal(signal.SIGVTALRM, before)


def _too_slow(*_: object) -> None:
    raise TimeoutError("it takes too much processor time")
