"""A print warns of a note that names a condition with which its pages leave something out."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.jobs.plan import PlanJob
from cardgen.jobs.time_advice import time_advice
from cardgen.library.finding import routines
from cardgen.model.routine import Routine
from cardgen.reading.documents import read_document
from tests.support.commands import run
from tests.support.own_files import write_own

pytestmark = pytest.mark.usefixtures("empty_folder")


def exclusions() -> list[tuple[str, str, str]]:
    """Every routine with each of its conditions, and what a warning names."""
    found = []
    for name, path in routines(None).items():
        routine = read_document(path, Routine).model
        found += [(name, one, routine.name) for one in routine.leave_out_with]
        found += [(name, one, "Do not massage") for one in routine.not_with]
        found += [(name, one, step.name) for step in routine.steps for one in step.exclusions]
        found += [(name, one.only_with, one.do) for one in routine.safety.group_cautions]
    return found


@pytest.mark.parametrize(("command", "more"), [("cards", ()), ("plan", ()), ("booklet", ()), ("show", ("--brief",))])
def test_every_print_warns(command: str, more: tuple[str, ...]) -> None:
    result = run(command, "back-relaxing", "--minutes", "20", "--notes", "Pregnant, week 22.", *more)
    assert result.exit_code == 0
    assert "The note says 'Pregnant'. 'Relaxing back' is not for: pregnancy (never face down)." in result.output


def test_a_roster_warns() -> None:
    Path("roster.csv").write_text("routine,for,notes\nback-relaxing,Jana,Pregnant.\n", encoding="utf-8")
    assert "'Relaxing back' is not for: pregnancy" in run("batch", "plan", "roster.csv").output


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "condition", "named"), exclusions())
def test_each_condition_of_an_author_is_found_as_it_is_written(routine: str, condition: str, named: str) -> None:
    job = PlanJob(routines=(routine,), length="all", notes=condition)
    warnings = "\n".join(job.session_warnings(job.plan()))
    assert condition.partition(" (")[0] in warnings
    assert named in warnings


def test_a_warning_quotes_what_is_printed_in_another_language() -> None:
    phrases = (
        "not_with: Nicht massieren bei",
        "leave_out: 'Auslassen: {{ steps }}'",
        "not_with_conditions: 'bei {{ conditions }}'",
    )
    write_own("languages/tlh/words.yaml", "language: Deutsch\nphrases:\n  " + "\n  ".join(phrases))
    routine = read_document(routines(None)["neck"], Routine).model
    step = next(step for step in routine.steps if step.exclusions)
    notes = f"{routine.not_with[0]}; {step.exclusions[0]}"
    job = PlanJob(routines=("neck",), length="all", notes=notes, language="tlh")
    warnings = "\n".join(job.session_warnings(job.plan()))
    assert f"Nicht massieren bei: {routine.not_with[0]}" in warnings
    assert f"'{step.name}' bei {step.exclusions[0]}" in warnings


def test_a_note_without_conditions_has_no_warning() -> None:
    job = PlanJob(routines=("full-body",), minutes=60, notes="Likes quiet music. Left side first. Hard of hearing.")
    assert not job.session_warnings(job.plan())


@pytest.mark.parametrize(("note", "is_suggested"), [("", True), ("Pregnant, week 30", False), ("Hernia", False)])
def test_no_routine_is_suggested_that_the_note_rules_out(note: str, is_suggested: bool) -> None:
    job = PlanJob(routines=("neck-shoulders-seated", "hands", "feet"), minutes=60, notes=note)
    (advice,) = time_advice(job.plan(), None)
    assert "To fill the time, add" in advice
    assert ("abdomen" in advice) == is_suggested
