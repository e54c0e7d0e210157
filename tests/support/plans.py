"""Plans as they are laid out, and routines of any number of steps for them."""

from __future__ import annotations

import re
from pathlib import Path

from cardgen.artwork.theme import theme
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.library.loading import load
from cardgen.model.routine import Routine
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.wording.plan_page import PlanPage, word_plan

LEAST_TYPE = 8.5
ROUTINE = """
name: Many steps
summary: A test.
area: legs
letter: L
receiver: prone
giver: feet
{head}
steps:
"""
STEP = """
  - id: step-{number}
    name: {name}
    technique: {technique}
    where: The leg
    hands: {hands}
    pressure: {pressure}
    repeat: {repeat}
    direction: {way}
    sides: {sides}
    cue: Stroke number {number} goes slowly along the leg.
    detail: Do it.
    caution: "{caution} Place {number}."
    minutes: {{about: {minutes}}}
    drawing: {{{picture}}}
"""


def faces_of(session: Session, paper_name: str = "a4", theme_name: str = "standard") -> tuple[PlanPage, list[Face]]:
    page = word_plan(session)
    faces = lay_out_plan(page, Format(paper(paper_name).size), theme(theme_name))
    assert 1 <= len(faces) <= 2
    return page, faces


def face_of(session: Session, paper_name: str = "a4", theme_name: str = "standard") -> tuple[PlanPage, Face]:
    """The front alone."""
    page, (front, *_) = faces_of(session, paper_name, theme_name)
    return page, front


def texts(face: Face) -> list[Text]:
    return [mark for mark in face.marks if isinstance(mark, Text)]


def face_text(face: Face) -> str:
    return " ".join(mark.text for mark in texts(face)).replace("- ", "-")


CHOICES = {
    "name": ["Glide up the leg", "Press", "Squeeze the back of the thigh", "Wring", "Roll and lift the skin"],
    "technique": ["kneading", "effleurage"],
    "hands": ["palms", "thumbs"],
    "pressure": ["firm", "{out: firm, back: light}"],
    "repeat": ["{times: 3}", "{times: [3, 5], each: direction}", "{extent: Up to the hip}"],
    "way": ["up-and-back", "circles-both-ways"],
    "sides": ["together", "each\n    minutes_for: one-side"],
    "caution": ["Keep off the knee.", "Stay light."],
    "minutes": [1, 0.5, 2],
    "picture": [
        "view: legs-back, area: [leg.right]", "view: one-calf-back, area: [calf.right]", "view: face, area: [face]",
        "view: back-tall, area: [back]", "view: hand-palm, area: [palm]",
        "view: seated-shoulders, area: [shoulder.right]", "view: foot-sole, area: [sole]",
    ],
}  # fmt: skip


def routine_text(choices: list[int], sided: bool = False, **fixed: str) -> str:
    """The YAML of a routine with a step for each number, which selects among the choices."""
    steps = []
    for number, choice in enumerate(choices, 1):
        values = {name: given[choice % len(given)] for name, given in CHOICES.items()}
        step = STEP.format(number=number, **(values | fixed))
        steps.append(re.sub(r" +sides: .*\n(?: +minutes_for: .*\n)?", "", step) if sided else step)
    return ROUTINE.format(head="sides: each" if sided else "") + "".join(steps)


def routine_of(text: str, folder: Path) -> Routine:
    path = folder / "many.yaml"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


def many(count: int, folder: Path, name: str = "Push") -> Session:
    return plan(Selection.of(routine_of(routine_text([0] * count, name=name), folder)))
