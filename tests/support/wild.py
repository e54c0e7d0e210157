"""A stand-in for cardgen that can do everything wrong, and that a process loads at once."""

from __future__ import annotations

import os
import time
from pathlib import Path

from cardgen.web.replies import Reply, as_reply

SLOW_STARTS = "SLOW_STARTS"
"""The variable with a folder that the first process makes; those that find it take a minute to start."""


def answer(name: str, body: bytes) -> Reply:
    """The size of a request, unless its name is that of a misdeed."""
    if (begun := os.environ.get(SLOW_STARTS)) and not body:
        _start_slowly(Path(begun))
    if name == "sleep":
        time.sleep(60)
    if name == "die":
        raise SystemExit(1)
    if name == "eat":
        bytearray(8_000_000_000)
    return as_reply({"name": name, "size": len(body)})


def _start_slowly(begun: Path) -> None:
    try:
        begun.mkdir()
    except FileExistsError:
        time.sleep(60)
