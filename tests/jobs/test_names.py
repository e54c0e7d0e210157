"""A name means the same with spaces around it and with capitals, wherever somebody types it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.job import NAMES, Job
from cardgen.jobs.plan import PlanJob
from cardgen.jobs.reference import BodyChartJob, LegendJob
from cardgen.sheets.cutting import choose_cutting
from tests.support.commands import run
from tests.support.own_files import write_own

ROUTINE = {"routines": ("joints",)}
JOBS: list[tuple[type[Job], dict[str, Any], dict[str, str]]] = [
    (CardsJob, ROUTINE, {"layout": "overview", "paper": "letter", "theme": "mono", "language": "en"}),
    (CardsJob, ROUTINE, {"stock": "poker"}),
    (CardsJob, ROUTINE, {"printer": "mine"}),
    (PlanJob, ROUTINE, {"paper": "a3"}),
    (BookletJob, ROUTINE, {"size": "a6", "paper": "letter"}),
    (LegendJob, {}, {"paper": "letter"}),
    (BodyChartJob, {}, {"view": "back-torso"}),
]
CASES = [(job, other, field, name) for job, other, names in JOBS for field, name in names.items()]


def ways(name: str) -> tuple[str, ...]:
    return f"{name} ", f" {name}", f"\t{name}\u00a0", name.upper(), f" {name.title()} "


@pytest.mark.usefixtures("own_files")
@pytest.mark.parametrize(("job", "other", "field", "name"), CASES)
def test_spaces_and_capitals_make_no_other_name(job: type[Job], other: dict[str, Any], field: str, name: str) -> None:
    write_own("printers/mine.yaml", "border: 8 mm\n")
    usual = job(**other, **{field: name})
    for way in ways(name):
        assert job(**other, **{field: way}) == usual


def test_every_field_with_a_name_is_tried() -> None:
    assert {field for _, _, field, _ in CASES} == set(NAMES)


def test_a_file_of_a_stock_keeps_its_spelling(tmp_path: Path) -> None:
    path = tmp_path / "My Stock.yaml"
    path.write_text("summary: s\nsource: own\nwidth: 60 mm\nheight: 90 mm\n", encoding="utf-8")
    assert CardsJob(routines=("joints",), stock=str(path)).stock == str(path)


def test_cutting_takes_the_same_names() -> None:
    assert choose_cutting("Poker ", " A4") == choose_cutting("poker", "a4")


@pytest.mark.usefixtures("own_files")
def test_settings_rosters_and_programs_take_the_same_names() -> None:
    usual = run("cards", "joints", "--stock", "poker", "-o", "usual.pdf")
    assert usual.exit_code == 0, usual.output
    write_own("config.yaml", "stock: 'Poker '\ntheme: ' STANDARD'\n")
    assert run("cards", "joints", "-o", "settings.pdf").exit_code == 0
    Path("roster.csv").write_text("routine,stock,theme\n joints ,\tPOKER , Standard\n", encoding="utf-8")
    Path("roster.yaml").write_text("- {routine: ' joints ', stock: 'Poker ', theme: Standard}\n", encoding="utf-8")
    for roster in ("roster.csv", "roster.yaml"):
        done = run(*shlex.split(f"batch --into {Path(roster).suffix[1:]} cards {roster}"))
        assert done.exit_code == 0, done.output
    made = [Path("settings.pdf"), *Path("csv").glob("*.pdf"), *Path("yaml").glob("*.pdf")]
    assert [path.read_bytes() == Path("usual.pdf").read_bytes() for path in made] == [True] * 3
    Path("both.yaml").write_text("name: B\nsummary: s\nparts:\n  - {routine: ' Joints '}\n", encoding="utf-8")
    assert run("show", "both.yaml").exit_code == 0
