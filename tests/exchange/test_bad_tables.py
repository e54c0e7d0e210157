"""Every bad table in `data/bad_tables/` gets the report next to it; a new case is a new file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.exchange.table.reader import read_table
from cardgen.library.proof import prove_routine
from tests.support.expected import Expected
from tests.support.folders import TEST_DATA

FOLDER = TEST_DATA / "bad_tables"
CASES = sorted(FOLDER.glob("*.csv"))


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_report_is_as_expected(case: Path, expected: Expected) -> None:
    with pytest.raises(UserError) as raised:
        prove_routine(read_table(case))
    report = str(raised.value).replace(f"{FOLDER}/", "")
    expected.check(case.with_suffix(".txt"), report + "\n")
