"""What refers to a step is printed only in sessions that do the step."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.model.prose import Passage, passages, whole_text
from cardgen.model.routine import Routine
from cardgen.planning.planner import plan
from cardgen.wording.cards import word_deck
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")
COMMANDS = ("cards", "booklet")
OWN = """
name: Two steps
summary: A test.
area: back
receiver: prone
prepare:
  - {icon: oil, do: Warm the oil., with_steps: [glide]}
  - icon: towel
    do: Fold a towel.
    more:
      - It lies ready.
      - {text: You wipe the oil off with it., with_steps: [glide]}
after:
  - {icon: water, do: Wash your hands., with_steps: [glide, press]}
steps:
  - {id: rest, name: Rest the hands, technique: holding, where: The back, detail: Keep still.,
     cue: [Rest your hands., {text: Then take the oil., with_steps: [glide]}],
     ask: {text: Is the oil all right?, with_steps: [glide]}}
  - {id: glide, name: Glide up, technique: effleurage, where: The back, cue: Glide., detail: Glide up.}
  - {id: press, name: Press down, technique: pressing, where: The back, cue: Press., detail: Press well.,
     caution: [Never press the spine., {text: Your hands are oily., with_steps: [glide]}]}
"""
OF_GLIDE = ("Warm the oil", "You wipe the oil off", "Then take the oil", "Is the oil all right", "Your hands are oily")


def text_of(command: str) -> str:
    """All words of the PDF that a command writes."""
    result = run(*command.split(), "-o", "printed.pdf")
    assert result.exit_code == 0, result.output
    return " ".join(" ".join(page_texts(Path("printed.pdf").read_bytes())).split())


@pytest.mark.parametrize("command", COMMANDS)
def test_texts_go_with_the_step_that_they_belong_to(command: str) -> None:
    Path("own.yaml").write_text(OWN)
    whole, without = text_of(f"{command} own.yaml"), text_of(f"{command} own.yaml --without 2")
    for text in OF_GLIDE:
        assert text in whole
        assert text not in without
    for text in ("Fold a towel", "It lies ready", "Rest your hands", "Never press the spine"):
        assert text in whole
        assert text in without


def test_a_text_of_several_steps_needs_them_all() -> None:
    Path("own.yaml").write_text(OWN)
    assert "Wash your hands." in run("show", "own.yaml").output
    assert "Wash your hands." not in run("show", "own.yaml", "--without", "3").output


@pytest.mark.parametrize("command", COMMANDS)
def test_nobody_is_told_to_remember_knots_that_are_not_released(command: str) -> None:
    assert "Remember where they are" in text_of(f"{command} back-relaxing")
    short = text_of(f"{command} back-relaxing --without 6")
    assert "find the knots" in short
    assert "Remember where they are" not in short


@pytest.mark.parametrize(
    ("written", "by", "problem", "remedy"),
    [
        (
            "with_steps: [glide]",
            "with_steps: [glid]",
            "No step of this routine has the id 'glid'.",
            "Did you mean 'glide'?",
        ),
        (
            "with_steps: [glide]",
            "with_step: [glide]",
            "There is no key 'with_step' here.",
            "Did you mean 'with_steps'?",
        ),
        ("cue: Glide.", "cue: {text: Glide., with_steps: [rest]}", "Nothing of the cue is left", "Add a sentence"),
        (
            "cue: Glide.",
            "cue: [Glide., Slowly.]",
            "cue: a list cannot be used here.",
            "Write one text: 'Glide. Slowly.'.",
        ),
        ("[Rest your hands., ", "[Rest your hands, ", "are printed one after the other.", "with a period."),
    ],
)
def test_mistakes_in_such_texts_are_reported(written: str, by: str, problem: str, remedy: str) -> None:
    Path("own.yaml").write_text(OWN.replace(written, by))
    result = run("cards", "own.yaml")
    assert result.exit_code == 2
    assert re.match(r"cardgen: own.yaml:\d+:\d+: ", result.output)
    assert problem in result.output
    assert remedy in result.output


def test_the_lists_of_a_program_belong_to_no_step() -> None:
    lists = "prepare: [{icon: oil, do: Warm oil., with_steps: [knots]}]"
    Path("own.yaml").write_text(f"name: P\nsummary: S.\n{lists}\nparts: [{{routine: back-relaxing}}]\n")
    result = run("plan", "own.yaml")
    assert result.exit_code == 2
    assert "own.yaml:3:" in result.output
    assert "A program has no steps of its own" in result.output
    assert "Write it in the routine that has the step." in result.output


def test_a_routine_that_comes_twice_counts_as_one() -> None:
    Path("own.yaml").write_text(OWN)
    assert "Then take the oil" in text_of("cards own.yaml own.yaml --without 2")
    assert "Then take the oil" not in text_of("cards own.yaml own.yaml --without 2,5")


def all_passages(routine: Routine) -> list[Passage]:
    proses = [note.more for note in (*routine.prepare, *routine.principles, *routine.after)]
    for step in routine.steps:
        proses += [step.cue, step.detail, step.caution, step.ask]
    return [part for prose in proses for part in passages(prose) if isinstance(part, Passage)]


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", routines())
def test_no_session_of_any_length_has_a_loose_text(name: str) -> None:
    selection = load_selection([name])
    written = selection.routines[0].routine
    for minutes in range(5, 46, 5):
        try:
            session = plan(selection, minutes=minutes)
        except UserError:  # shorter than the routine allows
            continue
        done = {turn.step.id for turn in session.turns}
        texts = [whole_text(part) for turn in session.turns for part in (turn.step.cue, turn.step.detail)]
        said = " ".join(texts)
        for passage in all_passages(written):
            if not done.issuperset(passage.with_steps):
                assert passage.text not in said
        assert all(step.cue for _, step in word_deck(session).steps)
