"""The browser and the server that the tests of the page share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cardgen.web.workers import Workers
from tests.support.asking import Site, running_site
from tests.support.browser import running_browser


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    with running_browser() as browser:
        yield browser


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    with running_site(Workers(1)) as site:
        yield site
