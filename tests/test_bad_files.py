"""Every bad file in `bad/` gets the report that stands beside it; adding a case is adding a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Expected

from cardgen.artwork.theme import read_theme
from cardgen.errors import UserError
from cardgen.jobs.cards import print_cards
from cardgen.library.loading import gather
from cardgen.planning.planner import plan
from cardgen.sheets.cutting import cut

FOLDER = Path(__file__).parent / "bad"
USES = {
    ".": lambda path: print_cards(plan(gather([str(path)]))),
    "bytes": lambda path: print_cards(plan(gather([str(path)]))),
    "stocks": lambda path: cut(str(path)),
    "themes": read_theme,
}
"""The folders, and what is done with the files in each; in `bytes` are those that git must keep byte by byte."""
CASES = [path for folder in USES for path in sorted((FOLDER / folder).glob("*.yaml"))]


def test_there_are_cases() -> None:
    assert {path.parent for path in CASES} == {FOLDER / folder for folder in USES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(FOLDER).with_suffix("")))
def test_report(case: Path, expected: Expected) -> None:
    use = USES[str(case.parent.relative_to(FOLDER))]
    with pytest.raises(UserError) as raised:
        use(case)
    report = str(raised.value).replace(f"{FOLDER}/", "")
    expected.check(case.with_suffix(".txt"), report + "\n")
