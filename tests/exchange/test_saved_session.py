"""Programs of single steps, and sessions that are saved as programs and printed again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.exchange.saved_session import session_text
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from cardgen.wording.timetable import word_timetable
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")

PROGRAM = """
name: Two strokes
summary: A test.
lengths: {standard: 24}
parts:
  - routine: legs-back
    steps: [knead-thigh, {step: glide-leg, minutes: 4}, hold-foot]
  - {routine: back-relaxing, steps: [oil-strokes, repeat-tap]}
  - {routine: legs-back, steps: [feather-leg]}
"""


def text_of(command: str, name: str = "printed.pdf") -> str:
    """All words of the PDF that a command writes, without the marks of cards."""
    result = run(*command.split(), "-o", name)
    assert result.exit_code == 0, result.output
    return " ".join(" ".join(page_texts(Path(name).read_bytes())).split())


def test_a_program_names_single_steps_in_its_own_order() -> None:
    Path("two.yaml").write_text(PROGRAM)
    shown = run("show", "two.yaml", "--brief").output
    names = [line.split()[2] for line in shown.splitlines() if line[8:12].strip().isdigit()]
    assert names == ["L4", "L1", "L9", "L4", "L1", "L9", "B1", "B7", "L8", "L8"]
    assert re.search(r" L1 +Glide up the leg +about 4", shown)
    text = text_of("cards two.yaml")
    assert "Step B1 again" in text
    assert "Wring the thigh" not in text


def test_a_step_repeats_only_what_comes_before_it() -> None:
    Path("two.yaml").write_text(PROGRAM.replace("[oil-strokes, repeat-tap]", "[repeat-tap, oil-strokes]"))
    assert "B1 again" not in text_of("cards two.yaml")


@pytest.mark.parametrize(
    ("written", "problem", "remedy"),
    [
        ("[knead-tigh]", "'Back of the legs' has no step with the id 'knead-tigh'.", "Did you mean 'knead-thigh'?"),
        ("[{step: hold-fot}]", "'Back of the legs' has no step with the id 'hold-fot'.", "Did you mean 'hold-foot'?"),
        ("[hold-foot, hold-foot]", "The step 'hold-foot' is named twice.", "in a part of its own."),
        ("[{step: hold-foot, minuts: 3}]", "There is no key 'minuts' here.", "Did you mean 'minutes'?"),
        ("[{step: glide-leg, count: 9}]", "does not leave open how often", "Leave out 'count'."),
        ("[{step: glide-leg, variants: 2}]", "'Glide up the leg' has 0 variants, not 2.", "Write a smaller number"),
        ("[{step: glide-leg, repeats: [hold-foot]}]", "does not repeat a step 'hold-foot'.", "Leave out 'repeats'."),
    ],
)
def test_mistakes_in_steps_are_reported_with_their_line(written: str, problem: str, remedy: str) -> None:
    Path("bad.yaml").write_text(f"name: Bad\nsummary: S.\nparts:\n  - routine: legs-back\n    steps: {written}\n")
    result = run("plan", "bad.yaml")
    assert result.exit_code == 2
    assert result.output.startswith("cardgen: bad.yaml:5:")
    assert problem in result.output
    assert remedy in result.output


def saved(session: Session) -> Session:
    """A session that was saved and is made again."""
    path = Path("saved.yaml")
    path.write_text(session_text(session, path, None, "a test"), encoding="utf-8")
    return plan(load_selection([str(path)]))


@pytest.mark.one_in(12)
@pytest.mark.parametrize("minutes", [None, 20, 35, 60, 90, 150])
@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_a_saved_session_is_the_same_session(name: str, minutes: int | None) -> None:
    try:
        session = plan(load_selection([name]), minutes=minutes)
    except UserError:  # the time is too short for it
        return
    again = saved(session)
    assert word_timetable(again).lines == word_timetable(session).lines
    assert word_deck(again) == word_deck(session)


def test_a_session_that_is_saved_can_be_printed_again() -> None:
    """That all its cards are the same is tested above; here the commands find them."""
    result = run("show", "joints", "hands", "--minutes", "20", "--without", "2", "--brief", "--save", "mine.yaml")
    assert result.exit_code == 0, result.output
    assert "Saved mine.yaml. `cardgen plan mine.yaml` prints this session again." in result.output
    text = Path("mine.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Saved by: cardgen show joints hands --minutes 20 --without 2\n")
    assert text_of("plan mine.yaml") == text_of("plan joints hands --minutes 20 --without 2")


def test_a_saved_session_has_a_true_name() -> None:
    result = run("show", "full-body", "--minutes", "25", "--as-much-as-fits", "--brief", "--save", "mine.yaml")
    title = result.output.splitlines()[0]
    assert title.startswith("From Full body: ")
    assert f"name: '{title}'\n" in Path("mine.yaml").read_text(encoding="utf-8")
    assert run("show", "mine.yaml", "--brief").output.splitlines()[0] == title


def test_steps_chosen_by_hand_are_saved_without_amounts() -> None:
    run("show", "legs-back", "--steps", "1-3", "--brief", "--save", "mine.yaml")
    assert "steps: [glide-leg, squeeze-calf, squeeze-thigh]" in Path("mine.yaml").read_text(encoding="utf-8")


def test_a_saved_session_overwrites_nothing() -> None:
    Path("mine.yaml").write_text("mine")
    result = run("show", "joints", "--save", "mine.yaml")
    assert result.exit_code == 2
    assert Path("mine.yaml").read_text() == "mine"
    result = run("show", "joints", "--save", "mine")
    assert result.exit_code == 2
    assert "End it in .yaml: mine.yaml." in result.output


def test_a_routine_of_ones_own_is_named_by_its_file_in_the_same_folder() -> None:
    Path("own").mkdir()
    run("new", "tired-hands")
    run("show", "tired-hands.yaml", "--save", "here.yaml")
    assert "routine: tired-hands.yaml" in Path("here.yaml").read_text(encoding="utf-8")
    assert run("plan", "here.yaml").exit_code == 0
    result = run("show", "tired-hands.yaml", "--save", "own/there.yaml")
    assert result.exit_code == 2
    assert "tired-hands.yaml: A program can only name routines of its own folder" in result.output
    assert not Path("own/there.yaml").exists()


def test_a_new_program_can_be_printed_as_it_is() -> None:
    output = run("new", "my-evening", "--program").output
    assert output.startswith("Wrote my-evening.yaml.")
    assert "cardgen plan my-evening.yaml" in output
    assert run("check", "my-evening.yaml").output == "my-evening.yaml: 11 steps, no faults.\n"
    for options in ("", " --length short", " --length long"):
        assert "My evening" in text_of(f"plan my-evening.yaml{options}")
    assert run("new", "other", "--program", "--csv").exit_code == 2


def test_what_is_special_for_one_person_is_not_saved_and_that_is_said() -> None:
    shown = run(
        "show", "legs-back", "--minutes", "20", "--brief", "--for", "Anna", "--notes", "Left knee", "--save", "my.yaml"
    )
    assert "give --for and --notes again" in shown.output
    assert not {"Anna", "Left knee"} & set(re.findall("Anna|Left knee", Path("my.yaml").read_text()))
