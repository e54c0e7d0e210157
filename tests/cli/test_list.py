"""`cardgen list` and `cardgen show`: everything there is to choose from, and a session as text."""

from __future__ import annotations

import re

import pytest

from cardgen.artwork.theme import themes
from cardgen.layouts.cards import layouts
from cardgen.library.finding import programs, routines
from cardgen.sheets.paper import papers
from cardgen.sheets.stock import stocks
from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_list_shows_every_stock_with_a_picture_of_its_sheet() -> None:
    output = run("list", "stocks").output
    assert all(re.search(rf"^  {name} ", output, re.MULTILINE) for name in stocks())
    assert re.search(r"avery-5388 .*76.2 x 127 mm, 3 on letter.*\n +\[   \]\n +\[   \]\n +\[   \]\n", output)
    assert re.search(r"fold-a6 .*2 on a4.*\n +\[ \| \]\n +\[ \| \]\n", output)


def test_the_list_of_routines_names_the_letters_of_their_cards() -> None:
    output = run("list", "routines").output
    assert re.search(r"^  back-relaxing +B: Relaxing back, ", output, re.MULTILINE)
    assert len(set(re.findall(r"^  [\w-]+ +([A-Z]): ", output, re.MULTILINE))) == len(routines())


def test_show_prints_the_clock() -> None:
    output = run("show", "legs-back", "--minutes", "20", "--brief").output
    assert re.search(r"\d:\d\d +4 +L4 +Knead the thigh", output)
    assert "The other leg: same steps" in output


def test_list_names_everything() -> None:
    output = run("list").output
    for name in [*routines(), *programs(), *stocks(), *papers(), *themes(), *layouts()]:
        assert re.search(rf"^  {re.escape(name)} ", output, re.MULTILINE)


@pytest.mark.parametrize("routine", routines())
def test_show_reads_like_the_cards(routine: str) -> None:
    output = " ".join(run("show", routine).output.split())
    assert "SAFETY FIRST" in output
    assert "AFTERCARE" in output


@pytest.mark.parametrize(
    "what", ["techniques", "hands", "directions", "pressures", "givers", "receivers", "sides", "icons"]
)
def test_a_list_says_what_each_word_means(what: str) -> None:
    lines = [line for line in run("list", what).output.splitlines() if line.startswith("  ")]
    assert lines
    assert [line for line in lines if not re.fullmatch(r"  [\w-]+ +\S.*", line) or "{" in line] == []


def test_a_list_says_where_its_pictures_are() -> None:
    assert "`cardgen legend`" in run("list", "directions").output
    assert "`cardgen legend --views`" in run("list", "views").output
    landmarks = run("list", "landmarks").output
    assert "`cardgen body VIEW`" in landmarks
    assert re.search(r"^  hand-palm +.*palm-mid", landmarks, re.MULTILINE)
