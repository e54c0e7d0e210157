"""Everything that comes with cardgen passes `cardgen check --strict`."""

from __future__ import annotations

import re
from functools import partial

import pytest

from cardgen.files.folders import DATA
from cardgen.library.finding import programs, routines
from cardgen.review.warnings import find_warnings
from tests.support.commands import run


@pytest.mark.one_in(9)
@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_what_ships_has_no_faults_or_warnings(name: str) -> None:
    result = run("check", "--strict", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(rf"{name}: \d+ steps, no faults\.\n", result.stdout)


def test_all_that_ships_is_checked_and_says_nothing_that_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other warnings are about what fits on pages, which takes long to find out; see above."""
    monkeypatch.setattr("cardgen.review.report.find_warnings", partial(find_warnings, quick=True))
    result = run("check", "--strict")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == [*routines(), *programs()]
    assert all(line.endswith(" steps, no faults.") for line in result.stdout.splitlines())


@pytest.mark.parametrize(("folder", "kind"), [("stocks", "stock"), ("themes", "theme")])
def test_stocks_and_themes_that_ship_have_no_faults_or_warnings(folder: str, kind: str) -> None:
    result = run("check", "--strict", str(DATA / folder))
    assert result.exit_code == 0
    assert result.stderr == ""
    assert all(line.endswith(f": a {kind}, no faults.") for line in result.stdout.splitlines())
