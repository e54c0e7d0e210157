"""A stand-in for cardgen that can do everything wrong, and that a process loads at once."""

from __future__ import annotations

import time

from cardgen.web.replies import Reply, as_reply


def answer(name: str, body: bytes) -> Reply:
    """The size of a request, unless its name is that of a misdeed."""
    if name == "sleep":
        time.sleep(60)
    if name == "die":
        raise SystemExit(1)
    if name == "eat":
        bytearray(8_000_000_000)
    return as_reply({"name": name, "size": len(body)})
