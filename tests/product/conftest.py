"""A fixture for tests that run whole processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.processes import Run, runner


@pytest.fixture
def run_process(tmp_path: Path) -> Run:
    """Runs a command in a folder of its own."""
    return runner(tmp_path)
