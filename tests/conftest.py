"""The option and the fixture that all tests share."""

from __future__ import annotations

import pytest

from tests.support.expected import Expected


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what is printed now as what is expected")


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    return Expected(request.config.getoption("--update"))
