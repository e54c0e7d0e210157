"""Options and helpers that all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what is printed now as what is expected")


class Expected:
    """Texts that a test compares with, one file each; `pytest --update` writes them anew."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, path: Path, found: str) -> None:
        if self.update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(found, encoding="utf-8")
        assert path.is_file(), f"{path.name} is missing; run pytest --update and read the new file"
        assert found == path.read_text(encoding="utf-8")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    return Expected(request.config.getoption("--update"))
