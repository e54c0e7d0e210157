"""Routines are found by what people call them, and other words get suggestions."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from cardgen.cli import main
from cardgen.errors import UserError
from cardgen.files.folders import shipped_folder
from cardgen.library.finding import find_file, programs, routines
from cardgen.library.search import describe
from cardgen.library.search_words import search_words, split_words
from cardgen.model.areas import areas
from cardgen.model.vocabulary import Position

OWN = """
name: Quiet wrists
summary: A minute for tired wrists, at a desk.
area: arms
receiver: seated
steps:
  - {id: a, name: Press, technique: pressing, where: The palm, cue: Press., detail: Press well., repeat: {times: 3}}
"""


@pytest.fixture
def own_file(empty_folder: Path) -> Path:
    path = empty_folder / "slow-wrists.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["slow-wrists", "slow wrists", "Slow Wrists", "quiet wrists", "Quiet wrists"])
def test_a_file_here_is_found_by_its_name_and_by_its_title(own_file: Path, name: str) -> None:
    assert find_file(name) == Path(own_file.name)
    result = CliRunner().invoke(main, ["show", name])
    assert result.exit_code == 0
    assert "Quiet wrists" in result.output


def test_a_file_here_comes_before_a_routine_of_cardgen_but_not_before_one_in_a_folder_of_routines(
    own_file: Path,
) -> None:
    shutil.copy(own_file, "feet.yaml")
    assert find_file("feet") == Path("feet.yaml")
    Path("routines").mkdir()
    shutil.copy(own_file, "routines/feet.yaml")
    assert find_file("Feet") == Path("routines/feet.yaml")


def test_a_file_here_that_is_no_routine_is_reported_by_its_name(empty_folder: Path) -> None:
    (empty_folder / "shopping.yml").write_text("oil: 2\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["show", "shopping"])
    assert result.exit_code == 2
    assert "shopping.yml:1" in result.output


@pytest.mark.one_in(3)
@pytest.mark.usefixtures("empty_folder")
@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("back", "Did you mean 'back-energising' or 'back-relaxing'?"),  # the area, not "legs-back"
        ("BACK", "Did you mean 'back-energising' or 'back-relaxing'?"),
        ("lower back", "Did you mean 'back-energising' or 'back-relaxing'?"),
        ("jonts", "Did you mean 'joints'?"),
        ("office", "Did you mean 'chair-office'?"),
        ("hand", "Did you mean 'hands', 'hands-quick' or 'arms'?"),
        ("foot", "Did you mean 'feet' or 'legs-back'?"),
        ("head", "Did you mean 'face' or 'scalp'?"),
        ("pregnant", "No routine is made for pregnancy: ask a health professional first."),
        ("whole body", "Did you mean 'full-body'?"),
        ("tummy", "Did you mean 'abdomen'?"),
        ("spine", "Did you mean 'back-energising' or 'back-relaxing'?"),
        ("elderly", "Did you mean 'hands-quick'?"),
        ("knee", "Did you mean 'joints', 'legs-back' or 'legs-front'?"),
        ("baby", "No routine is made for babies or small children: ask a health professional first."),
        ("keyboard", "Write one of: "),
        ("", "Write one of: "),
    ],
)
def test_other_words_get_the_routines_that_have_them(name: str, meant: str) -> None:
    result = CliRunner().invoke(main, ["cards", name])
    assert result.exit_code == 2
    assert meant in result.output


@pytest.mark.usefixtures("empty_folder")
def test_a_word_of_a_summary_is_enough() -> None:
    with pytest.raises(UserError) as caught:
        find_file("chair")
    assert "'neck-shoulders-seated'" in str(caught.value)


def test_titles_and_summaries_of_files_here_are_searched(own_file: Path) -> None:
    assert own_file.is_file()
    with pytest.raises(UserError, match=r"There is no routine 'desk'\.\n.*Did you mean 'slow-wrists'"):
        find_file("desk")


@pytest.mark.usefixtures("empty_folder")
def test_two_routines_with_one_title_are_both_suggested(own_file: Path) -> None:
    shutil.copy(own_file, "other.yaml")
    with pytest.raises(UserError, match="Did you mean 'other' or 'slow-wrists'"):
        find_file("Quiet wrists")


@pytest.mark.usefixtures("empty_folder")
def test_every_title_of_cardgen_finds_its_routine() -> None:
    for path in shipped_folder("routines").glob("*.yaml"):
        title = path.read_text(encoding="utf-8").partition("name: ")[2].partition("\n")[0].strip("\"'")
        assert find_file(title).stem in {path.stem, title.lower()}


def test_a_roster_names_files_here(own_file: Path) -> None:
    Path("roster.csv").write_text("routine\nslow wrists\nslow-wrists + feet\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["batch", "plan", "roster.csv", "--jobs", "1"])
    assert own_file.is_file()
    assert result.exit_code == 0, result.output


@pytest.mark.usefixtures("empty_folder")
def test_all_words_to_search_for_belong_to_something() -> None:
    known = search_words()
    assert set(known.areas) <= set(areas())
    described = describe(routines() | programs())
    told = {word for each in described for text in (each.title, each.summary) for word in split_words(text)}
    told |= {position for name in get_args(Position) for position in split_words(name)}
    assert {single for word in known.words for single in split_words(word)} <= told
