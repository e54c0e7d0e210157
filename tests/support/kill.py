"""Kills programs at random moments while they write: the file is always the old one or the new one.

    python -m tests.support.kill 200

It prints how many kills came while a file was being written: those leave an unfinished file.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

MEGABYTES = 8
OLD, NEW = b"old", b"new"
WRITER = f"""
import sys
from pathlib import Path
from cardgen.files.writing import write_whole
path, out = Path(sys.argv[1]), sys.stdout
out.write("ready\\n")
out.flush()
while True:
    for data in ({OLD!r}, {NEW!r}):
        write_whole(path, data * ({MEGABYTES} * 1_000_000 // 3))
"""
NEXT = """
import sys
from pathlib import Path
from cardgen.files.writing import write_whole
write_whole(Path(sys.argv[1]), b"next")
"""
UNFINISHED = ".cardgen-*.part"
LONGEST = 0.1
"""Seconds; a file takes a third of that to write."""


class Outcome(NamedTuple):
    """The state of the folder after a kill."""

    content: bytes
    """The content of the file if it is whole, else empty."""
    unfinished: int
    """Files that the killed run left."""
    left: int
    """Those that the next run in the folder has not cleared."""


def kill(folder: Path, wait: float) -> Outcome:
    """Let a program write one file again and again, kill it after `wait` seconds, and look at the file."""
    path = folder / "file"
    path.write_bytes(OLD * (MEGABYTES * 1_000_000 // 3))
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
    assert writer.stdout
    assert writer.stdout.readline() == b"ready\n"
    time.sleep(wait)
    writer.kill()
    writer.communicate()
    data = path.read_bytes()
    whole = next((kind for kind in (OLD, NEW) if data == kind * (MEGABYTES * 1_000_000 // 3)), b"")
    left = list(folder.glob(UNFINISHED))
    subprocess.run([sys.executable, "-c", NEXT, str(folder / "next")], check=True)
    return Outcome(whole, len(left), len(list(folder.glob(UNFINISHED))))


def main() -> None:
    """Kill as many programs as the command line says; fail if a file is not whole."""
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        found = [kill(Path(folder), random.uniform(0, LONGEST)) for _ in range(count)]
    assert all(outcome.content for outcome in found)
    assert not any(outcome.left for outcome in found)
    old, busy = (sum(part) for part in zip(*((o.content == OLD, o.unfinished > 0) for o in found), strict=True))
    print(f"{count} kills, {busy} of them in the middle of a file: {old} old files, {count - old} new ones, all whole")


if __name__ == "__main__":
    main()
