"""The option and the fixtures that all tests share."""

from __future__ import annotations

import compileall
import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.expected import Expected
from tests.support.folders import ROOT
from tests.support.own_files import forget_own_files
from tests.support.sampling import Sampling, is_sampled, never_run

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
HOMES = ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA")
"""Variables that lead to a user's own files and settings."""
OBJECTS_BEFORE_GARBAGE = 100_000
"""As many new objects lead to a search for garbage, not Python's 700, which would take a seventh of the time."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what is printed now as what is expected")
    parser.addoption("--all", action="store_true", help="run what the usual run only samples")


def pytest_configure(config: pytest.Config) -> None:
    """Hide the files and settings of whoever runs the tests, before any test is collected."""
    gc.disable()  # until all tests are collected: they stay
    sys.dont_write_bytecode = False  # what pytest makes of each file of tests is kept, or every process makes it again
    Sampling.everything = config.getoption("--all")
    config.addinivalue_line("markers", "one_in(number): one case in this many is run, always the same; --all runs all")
    config.addinivalue_line("markers", "thorough: only --all runs it; the usual run has a quicker test for such faults")
    home = tempfile.TemporaryDirectory()
    config.add_cleanup(home.cleanup)
    os.environ.update(dict.fromkeys(HOMES, home.name))
    for name in [name for name in os.environ if name.startswith("CARDGEN_")]:
        del os.environ[name]
    if not hasattr(config, "workerinput"):  # once, so that no process that a test starts compiles cardgen for itself
        compileall.compile_dir(ROOT / "cardgen", quiet=2)


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: some tests wait for a browser, another process or the clock."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only `--all` runs: products of routines, sizes and layouts grow without end."""
    left_out = [item for item in items if not is_sampled(item)]
    items[:] = [item for item in items if is_sampled(item)]
    Sampling.lost = never_run(left_out, items)
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    """Search for garbage rarely, and never among the tests themselves."""
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_GARBAGE)
    gc.enable()


def pytest_unconfigure() -> None:
    """Search for garbage no more: pytest and Python would go through all that the tests have kept, only to end."""
    gc.freeze()


@pytest.fixture
def expected(request: pytest.FixtureRequest) -> Expected:
    return Expected(request.config.getoption("--update"))


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the test runs, with a home for the user's own files and settings."""
    monkeypatch.chdir(tmp_path)
    for name in HOMES:
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def own_files(empty_folder: Path) -> Iterator[None]:
    """Lets a test write the user's own files, which no other test remembers."""
    forget_own_files()
    yield
    forget_own_files()
