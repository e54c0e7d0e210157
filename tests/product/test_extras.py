"""A step that its author calls an extra is one, wherever it is, and a booklet says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from tests.support.printed import page_texts
from tests.support.printing import print_booklet

ROUTINE = """\
name: Rest
summary: The back.
area: back
receiver: prone
steps:
"""
STEP = """\
  - id: step{number}
    name: Step{number}
    technique: kneading
    where: The lower back
    keep: {keep}
    minutes: 4
    cue: Knead.
    detail: Knead slowly.
"""
PHASES = """\
    pressure: medium
    phases:
      - {do: Left, technique: kneading, repeat: 5}
      - {do: Right, technique: kneading, repeat: 3}
"""


def session_of(folder: Path, keeps: list[str], minutes: int | None = None, more: str = "") -> Session:
    steps = "".join(STEP.format(number=number, keep=keep) + more for number, keep in enumerate(keeps, 1))
    path = folder / "rest.yaml"
    path.write_text(ROUTINE + steps, encoding="utf-8")
    return plan(load_selection([str(path)]), minutes=minutes)


@pytest.mark.parametrize(
    ("keeps", "done"),
    [
        (["core", "core", "extra"], ["Step1", "Step2"]),
        (["extra", "core", "core"], ["Step2", "Step3"]),
        (["extra", "core", "extra"], ["Step2"]),
    ],
)
def test_a_short_session_leaves_out_an_extra_at_either_end(tmp_path: Path, keeps: list[str], done: list[str]) -> None:
    session = session_of(tmp_path, keeps, minutes=4 * len(done) + 2)
    assert [turn.step.name for turn in session.turns] == done


def test_a_booklet_says_that_an_extra_is_one(tmp_path: Path) -> None:
    pages = page_texts(print_booklet(session_of(tmp_path, ["core", "extra", "core"]), pages=True).data)
    said = " ".join(" ".join(pages).split())
    assert said.count("If you like · The lower back") == 1


def test_a_step_with_phases_has_no_heading_without_its_text(tmp_path: Path) -> None:
    pages = page_texts(print_booklet(session_of(tmp_path, ["core", "core"], more=PHASES), pages=True).data)
    assert not [page for page in pages if "Knead slowly" in page and "How hard" in page]
