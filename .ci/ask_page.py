"""Asks a page that starts for itself, its files and a print: `ask_page.py ADDRESS.txt PRINT.pdf`."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

FILES = ("", "app.js", "style.css", "pdfjs/pdf.min.mjs", "pdfjs/pdf.worker.min.mjs", "fonts/IBMPlexSans-Bold.ttf")
PLAN = {"print": "plan", "fields": {"routines": ["legs-back"], "minutes": 20}}
MOST_SECONDS = 60


def main(said: Path, target: Path) -> None:
    address = wait_for_address(said)
    for name in FILES:
        with urlopen(address + name) as answer:
            assert answer.read(), name
    asked = Request(f"{address}api/print", json.dumps(PLAN).encode(), {"Content-Type": "application/json"})
    with urlopen(asked) as answer:
        target.write_bytes(answer.read())


def wait_for_address(said: Path) -> str:
    """The address that the command has written."""
    for _ in range(10 * MOST_SECONDS):
        if found := re.search(r"http://\S+", said.read_text(encoding="utf-8")):
            return found[0]
        time.sleep(0.1)
    sys.exit("The page did not start.")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
