"""What tests of jobs share."""

from __future__ import annotations

import pytest


@pytest.fixture
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch prints in this process, unless a test asks for more: to start them takes longer than to print."""
    monkeypatch.setenv("CARDGEN_JOBS", "1")
