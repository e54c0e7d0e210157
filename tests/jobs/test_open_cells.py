"""A quotation mark that is missing costs its own row, and no row below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.exchange.table.csv_rows import CsvRow, UnreadableRow, scan_rows
from tests.support.commands import run

HEAD = "routine,for,notes\n"
GOOD = 'joints,Cem,"x, ""y"""\n'
OPEN = ('joints,Bo,"open\n', 'joints,"Bo,open\n', '"joints,Bo,open\n', 'joints,Bo,"\n', 'joints,Bo,"two\rlines\n')


def scanned(text: str) -> list[list[str] | None]:
    """The cells of each row, None for one that cannot be read."""
    rows = scan_rows(text, {"routine", "for", "notes"})
    return [row.cells if isinstance(row, CsvRow) else None for row in rows]


@pytest.mark.parametrize("bad", OPEN)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_below_an_open_cell_are_read(bad: str, end: str) -> None:
    whole = (HEAD + bad + GOOD.replace('"x, ""y"""', "x") * 2).replace("\n", end)
    assert scanned(whole)[-2:] == [["joints", "Cem", "x"]] * 2
    assert None in scanned(whole)


def test_a_cell_may_have_lines_and_the_last_row_may_be_open() -> None:
    assert scanned(f'{HEAD}joints,An,"a\nb"\njoints,Bo,"open') == [
        ["routine", "for", "notes"],
        ["joints", "An", "a\nb"],
        None,
    ]


def test_an_open_cell_keeps_the_numbers_of_the_rows_below() -> None:
    rows = list(scan_rows(HEAD + 'joints,Bo,"open\njoints,Cem,fine\n', {"routine"}))
    assert [(type(row), row.number) for row in rows] == [(CsvRow, 1), (UnreadableRow, 2), (CsvRow, 3)]


@pytest.mark.usefixtures("empty_folder")
def test_a_roster_prints_the_other_rows_and_reports_one_fault() -> None:
    Path("roster.csv").write_text(f'{HEAD}joints,Bo,"open\njoints,Cem,fine\n', encoding="utf-8")
    result = run("batch", "plan", "roster.csv")
    assert result.exit_code == 2
    assert "row 2: A cell in this row does not end: a quotation mark is missing." in result.output
    assert "--routines" not in result.output
    assert [path.name for path in Path("roster").glob("*.pdf")] == ["2-cem-plan.pdf"]
