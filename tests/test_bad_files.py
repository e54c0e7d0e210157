"""Every bad file in `bad/` gets the report that stands beside it; adding a case is adding a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Expected

from cardgen.build.cards import print_cards
from cardgen.check import gather
from cardgen.errors import UserError
from cardgen.plan.planner import plan

FOLDER = Path(__file__).parent / "bad"
CASES = sorted(FOLDER.glob("*.yaml"))


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_report(case: Path, expected: Expected) -> None:
    with pytest.raises(UserError) as raised:
        print_cards(plan(gather([str(case)])))
    report = str(raised.value).replace(f"{FOLDER}/", "")
    expected.check(case.with_suffix(".txt"), report + "\n")
