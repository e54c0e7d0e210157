"""A starter routine is valid, can be printed, and never overwrites another file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.finding import programs, routines
from cardgen.library.loading import load
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_the_starter_can_be_printed_as_it_is() -> None:
    output = run("new", "tired-hands").output
    assert output.startswith("Wrote tired-hands.yaml.")
    assert "cardgen cards tired-hands.yaml" in output
    assert run("check", "tired-hands.yaml").output == "tired-hands.yaml: 3 steps, no faults.\n"
    assert run("cards", "tired-hands.yaml").exit_code == 0
    texts = " ".join(page_texts(Path("tired-hands-cards.pdf").read_bytes()))
    assert "Stroke the back of the hand" in texts
    assert "Tired hands" in texts
    assert run("plan", "tired-hands.yaml", "--minutes", "10").exit_code == 0


def test_the_notes_of_the_starter_name_its_own_file() -> None:
    run("new", "evening")
    text = Path("evening.yaml").read_text(encoding="utf-8")
    assert "cardgen check evening.yaml" in text
    assert "name: Evening\n" in text
    assert "{{" not in text


@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_a_copy_is_exact(name: str) -> None:
    assert run("new", "mine", "--from", name).exit_code == 0
    assert Path("mine.yaml").read_bytes() == (routines() | programs())[name].read_bytes()
    assert load("mine.yaml") == load(name)


@pytest.mark.parametrize("given", ["mine", "mine.yaml"])
def test_an_existing_file_is_never_overwritten(given: str) -> None:
    Path("mine.yaml").write_text("mine", encoding="utf-8")
    result = run("new", given)
    assert result.exit_code == 2
    assert "mine.yaml: This file already exists." in result.output
    assert Path("mine.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["../mine", "/mine", "a/b", "", ".", "..", "a\\b", "nul\0", "-x", "a: b"])
def test_a_name_that_cannot_be_a_file_name_is_refused(name: str) -> None:
    result = run("new", "--", name)
    assert result.exit_code == 2
    assert "cannot be the name of a routine's file" in result.output
    assert list(Path().iterdir()) == []


def test_an_unknown_routine_cannot_be_copied() -> None:
    result = run("new", "mine", "--from", "back-relaxin")
    assert result.exit_code == 2
    assert "Did you mean 'back-relaxing'?" in result.output
    assert list(Path().iterdir()) == []
