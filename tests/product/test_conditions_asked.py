"""Whoever is left out by a step is asked for or named before step 1, in every kind of print."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from cardgen.library.finding import programs, routines
from cardgen.model.prose import whole_text
from cardgen.planning.session import Session
from cardgen.wording.overview_safety import word_rules
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import session_of
from tests.support.printed import face_text
from tests.support.safety import first_booklet_faces, sides_before_steps

ASKED = {
    "arteries": ["neck arteries"],
    "arthrit": ["arthrit"],
    "back pain": ["back pain"],
    "blood thinners": ["blood thinners"],
    "brittle bones": ["brittle bones"],
    "dental work": ["dental work"],
    "diabet": ["diabet"],
    "dislocated": ["dislocated"],
    "extensions": ["extensions"],
    "fistula": ["fistula"],
    "frozen": ["frozen"],
    "lymph nodes": ["lymph nodes"],
    "neck pain": ["neck pain", "any pain"],
    "numb": ["numb"],
    "pregnan": ["pregnan"],
    "replaced": ["replaced joint"],
    "slipped disc": ["slipped disc"],
    "sore ankle": ["sore ankle", "any pain"],
    "sore knee": ["any pain"],
    "sore shoulder": ["any pain"],
    "swollen ankle": ["swollen ankle", "ankle", "swollen or sore limb"],
    "thin": ["thin"],
    "unstable": ["unstable"],
    "weak": ["weak"],
}
"""What names a condition in a step, and what asks for it or names it in the lists that are read first: any of these."""

ALWAYS = [
    "heart", "stroke", "diabetes", "blood pressure", "bleeding", "blood thinners", "numb skin", "lymph nodes",
    "surgery", "slipped disc", "leg", "unexplained back pain", "brittle bones", "pregnan", "cancer", "fever",
    "infection", "contagious", "clot", "drunk", "new numbness", "wounds", "burns", "bruises", "rashes", "lumps",
    "fractures", "varicose veins", "implants", "pacemaker", "port side", "fistula", "IV arm", "replaced joint",
    "insulin pump", "allergy", "tingling", "nausea",
]  # fmt: skip
"""What is asked for or named before every massage."""


@pytest.fixture(scope="module", params=[*routines(), *programs()])
def session(request: pytest.FixtureRequest) -> Session:
    return session_of(request.param)


def letters(text: str) -> str:
    """A text without what setting it may change."""
    return re.sub(r"[\s-]", "", text).lower()


def lists_before_step_1(session: Session) -> Iterator[tuple[str, str]]:
    """What is read before a massage, by the kind of print; an overview has one of two wordings."""
    yield "cards", letters(" ".join(map(face_text, sides_before_steps(session, "a6"))))
    yield "booklet", letters(" ".join(map(face_text, first_booklet_faces(session))))
    page = word_plan(session)
    yield "plan", letters(" ".join(block.heading for block in (*page.before, *page.care)))
    for number, rules in enumerate(word_rules(session, words(ENGLISH)), 1):
        blocks = (*rules.before, *rules.while_working)
        yield f"overview {number}", letters(" ".join(f"{block.heading} {block.text}" for block in blocks))


def named_by_steps(session: Session) -> Iterator[tuple[str, str]]:
    """Every condition that a step names, with the text that names it."""
    for turn in session.turns:
        for text in (*turn.step.exclusions, whole_text(turn.step.caution)):
            yield from ((name, text) for name in ASKED if re.search(rf"\b{name}", text, re.IGNORECASE))


def test_every_condition_of_a_step_has_words() -> None:
    exclusions = {one for name in routines() for turn in session_of(name).turns for one in turn.step.exclusions}
    assert exclusions
    assert [one for one in exclusions if not any(re.search(rf"\b{name}", one) or "sore" in one for name in ASKED)] == []


def test_whoever_a_step_leaves_out_is_asked_for_before_it(session: Session) -> None:
    wanted = dict(named_by_steps(session))
    for kind, said in lists_before_step_1(session):
        lacking = [text for name, text in wanted.items() if not any(letters(one) in said for one in ASKED[name])]
        assert lacking == [], kind


def test_every_print_names_every_illness_and_every_place_to_skip(session: Session) -> None:
    for kind, said in lists_before_step_1(session):
        assert [one for one in ALWAYS if letters(one) not in said] == [], kind
