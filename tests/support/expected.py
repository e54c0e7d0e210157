"""Texts that tests compare with."""

from __future__ import annotations

from pathlib import Path


class Expected:
    """Texts that a test compares with, each in a file; `pytest --update` rewrites them."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, path: Path, found: str) -> None:
        if self.update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8")
        assert path.is_file(), f"{path.name} is missing; run pytest --update and read the new file"
        assert found == path.read_text(encoding="utf-8")
