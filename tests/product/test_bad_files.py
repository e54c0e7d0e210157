"""Every bad file in `data/bad/` gets the report next to it; a new case is a new file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from cardgen.artwork.theme import read_theme
from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.reading.yaml_loader import PythonLoader
from cardgen.sheets.cutting import choose_cutting
from tests.support.expected import Expected
from tests.support.folders import TEST_DATA
from tests.support.listings import shorten_listings
from tests.support.printing import print_cards

FOLDER = TEST_DATA / "bad"
USES = {
    ".": lambda path: print_cards(plan(load_selection([str(path)]))),
    "bytes": lambda path: print_cards(plan(load_selection([str(path)]))),
    "stocks": lambda path: choose_cutting(str(path)),
    "themes": read_theme,
}
"""The folders, and what is done with the files in each; git keeps those in `bytes` byte by byte."""
GENERAL = re.compile(r"The YAML reader stops here.*: |: Other words\.")
"""The reports of faults that nothing is known about."""
CASES = [path for folder in USES for path in sorted((FOLDER / folder).glob("*.yaml"))]


def test_there_are_cases() -> None:
    assert {path.parent for path in CASES} == {FOLDER / folder for folder in USES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(FOLDER).with_suffix("")))
def test_report_is_as_expected(case: Path, expected: Expected) -> None:
    use = USES[str(case.parent.relative_to(FOLDER))]
    with pytest.raises(UserError) as raised:
        use(case)
    report = shorten_listings(str(raised.value).replace(f"{FOLDER}/", ""))
    expected.check(case.with_suffix(".txt"), report + "\n")


@pytest.mark.one_in(4)
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(FOLDER).with_suffix("")))
def test_the_report_without_libyaml_is_the_same(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("reading.parser", "reading.syntax_recovery", "reading.yaml_loader"):
        monkeypatch.setattr(f"cardgen.{module}.Loader", PythonLoader)
    with pytest.raises(UserError) as raised:
        USES[str(case.parent.relative_to(FOLDER))](case)
    report = shorten_listings(str(raised.value).replace(f"{FOLDER}/", ""))
    assert report + "\n" == case.with_suffix(".txt").read_text(encoding="utf-8")


OTHER = re.compile(r"^.*?(?= - at `[$k]|$)", re.DOTALL)
"""The words of msgspec, up to the place."""


def other_words_of_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loader(yaml.CSafeLoader):
        def get_event(self) -> Any:
            try:
                return super().get_event()
            except yaml.MarkedYAMLError as error:
                error.problem = "Other words"
                raise

    monkeypatch.setattr("cardgen.reading.parser.Loader", Loader)


def other_words_of_msgspec(monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(*given: Any, **options: Any) -> Any:
        try:
            return known(*given, **options)
        except msgspec.ValidationError as error:
            raise msgspec.ValidationError(OTHER.sub("Other words", str(error), count=1)) from None

    known = msgspec.convert
    monkeypatch.setattr("cardgen.reading.models.msgspec.convert", convert)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("change", [other_words_of_yaml, other_words_of_msgspec])
@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(FOLDER).with_suffix("")))
def test_a_fault_that_a_library_words_differently_gets_the_same_report_or_a_general_one(
    case: Path, change: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never a wrong one. A general one names the line where libyaml stops, which may be below the fault."""
    change(monkeypatch)
    with pytest.raises(UserError) as raised:
        USES[str(case.parent.relative_to(FOLDER))](case)
    report = case.with_suffix(".txt").read_text(encoding="utf-8")
    lines = {int(line) for line in re.findall(r"\.yaml:(\d+)(?=:)", report)}
    for fault in raised.value.faults:
        own_report = shorten_listings(str(fault).replace(f"{FOLDER}/", ""))
        assert own_report in report or (
            GENERAL.search(own_report) and (fault.line in lines or change is other_words_of_yaml)
        )
