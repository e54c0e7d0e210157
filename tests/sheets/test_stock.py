"""Stocks: how many cards a sheet holds, which options conflict, and faults in own files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cardgen.errors import UserError
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.grid import fit_grid
from cardgen.sheets.paper import paper
from cardgen.units import MM, Size
from tests.support.grids import grid_of

CAPACITY = {
    ("a5", "a4"): 2, ("a6", "a4"): 4, ("a7", "a4"): 8, ("quarter-letter", "letter"): 4, ("index-3x5", "a4"): 4,
    ("index-4x6", "letter"): 2, ("tarot", "a4"): 6, ("poker", "a4"): 9, ("poker", "letter"): 9, ("a4", "a4"): 1,
    ("pouch-a4-4", "a4"): 4, ("pouch-a4-8", "a4"): 8, ("pouch-a4-9", "a4"): 9, ("fold-a6", "a4"): 2,
    ("business", "a4"): 10,
}  # fmt: skip
BAD = """\
summary: my labels
source: the packet
width: 100 mm
height: 60 mm
paper: a4
sheet: {columns: 2, rows: 5, left: 8 mm, top: 10 mm, across: 98 mm, down: 61 mm}
"""


@pytest.mark.parametrize(("names", "count"), CAPACITY.items())
def test_a_sheet_holds_as_many_cards_as_fit(names: tuple[str, str], count: int) -> None:
    assert grid_of(*names).places == count


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"stock_name": "avery-5388", "paper_name": "a4"}, "a sheet of letter, not of a4"),
        ({"stock_name": "avery-5388", "gap": 5.0}, "The gaps of a perforated sheet"),
        (
            {"stock_name": "avery-5388", "bleed": 5.0},
            "A bleed of 1.76 mm needs 3.53 mm between the cards, but the gap is only 0",
        ),
        ({"stock_name": "a6", "bleed": 3 * MM, "gap": 2 * MM}, "needs 6 mm between the cards, but the gap is only 2"),
        ({"stock_name": "fold-a7", "bleed": 3 * MM}, "over the fold"),
        ({"stock_name": "a6", "gap": 3.0, "single": True}, "alone on its page"),
        ({"stock_name": "a4", "paper_name": "letter"}, "17.6 mm too large"),
    ],
)
def test_options_that_conflict_are_refused(options: dict[str, Any], text: str) -> None:
    with pytest.raises(UserError) as caught:
        choose_cutting(**options)
    assert text in str(caught.value)


def test_laminated_cards_have_room_for_film() -> None:
    for name, columns in (("poker", 3), ("a6", 1), ("pouch-a4-4", 2)):
        cutting = choose_cutting(name, laminate=True)
        assert cutting.grid
        assert cutting.grid.columns == columns
        assert cutting.grid.across - cutting.grid.cell.width >= 6 * MM - 0.01
        assert cutting.corner >= 3 * MM
        assert cutting.bleed == 0
    assert choose_cutting("pouch-a6", laminate=True).grid == choose_cutting("a6").grid


def test_an_own_stock_that_does_not_fit_is_reported_with_the_excess(tmp_path: Path) -> None:
    file = tmp_path / "labels.yaml"
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        choose_cutting(str(file))
    report = str(caught.value)
    assert re.search(r":6:\d+: The cards overlap by 2 mm: they are 100 mm across\.", report)
    assert re.search(r":6:\d+: The cards reach 17 mm beyond the bottom edge of a4\.", report)
    file.write_text(BAD.replace("98 mm", "100 mm").replace("left: 8", "left: 5").replace("61 mm", "55 mm"), "utf-8")
    with pytest.raises(UserError, match="The cards overlap by 5 mm: they are 60 mm down"):
        choose_cutting(str(file))
    file.write_text(BAD.replace("98", "100").replace("left: 8", "left: 5").replace("rows: 5", "rows: 4"), "utf-8")
    assert grid_of(str(file), "a4").places == 8


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("width: 5 mm", "a card cannot be 5 mm wide"),
        ("width: 3 km", "'3 km' cannot be used here"),
        ("paper: a44", "There is no paper 'a44'"),
        ("corner: 70 mm", "more than half the card"),
        ("pouch: {width: 105 mm, height: 66 mm}", "The pouch's width is 1 mm too small to leave 3 mm"),
        ("pouch: {width: 216 mm, height: 66 mm, columns: 2}", "need 6 mm between them"),
        ("sheet: {columns: 2, rows: 1, left: 5 mm, top: 5 mm}", "across: the distance"),
        ("sheet: {columns: 0, rows: 1, left: 5 mm, top: 5 mm}", "at least 1"),
        ("hole: 3 mm", "There is no key 'hole' here"),
        (
            "pouch: {width: 120 mm, height: 80 mm}\nsheet: {columns: 1, rows: 1, left: 5 mm, top: 5 mm}",
            "The cards of a perforated sheet have no pouch.",
        ),
    ],
)
def test_faults_of_a_stock_are_reported(change: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    key = change.partition(":")[0]
    given = {"summary": "mine", "source": "a ruler", "width": "100 mm", "height": "60 mm"}
    lines = [f"{name}: {value}" for name, value in given.items() if name != key]
    file.write_text("\n".join([*lines, change]) + "\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        choose_cutting(str(file))
    assert text in str(caught.value)
    assert f"{file}:" in str(caught.value)


def test_a_card_too_large_is_refused() -> None:
    with pytest.raises(UserError, match="too large for the paper"):
        fit_grid(Size(400 * MM, 500 * MM), paper("a4").size)
