"""Whoever is left out by a step is asked for or named before step 1, in every kind of print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from cardgen.library.finding import programs, routines
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.wording.overview_safety import word_rules
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import ENGLISH, words
from tests.product.test_asked_before import CONDITIONS, is_in, texts_of
from tests.support.kept import session_of
from tests.support.printed import face_text
from tests.support.safety import first_booklet_faces, sides_before_steps

ALWAYS = [
    "heart", "stroke", "diabetes", "blood pressure", "bleeding", "blood thinners", "numb skin", "lymph nodes",
    "surgery", "slipped disc", "pain down a leg", "unexplained back pain", "brittle bones", "pregnan", "cancer",
    "fever", "infection", "contagious", "clot", "drunk", "new numbness", "wounds", "burns", "bruises", "rashes",
    "lumps", "fractures", "varicose veins", "implants", "side of a pacemaker or port", "arm with a fistula or IV",
    "replaced joint", "insulin pump", "allerg", "tingling", "nausea",
]  # fmt: skip
"""What is asked for or named before every massage."""


@pytest.fixture(scope="module", params=[*routines(), *programs()])
def session(request: pytest.FixtureRequest) -> Session:
    return session_of(request.param)


def plain(faces: Iterable[Face]) -> str:
    """The text of faces on one line; words that are broken at a hyphen are joined."""
    return " ".join(re.sub(r"-\n", "", "\n".join(map(face_text, faces))).split())


def lists_before_step_1(session: Session) -> Iterator[tuple[str, str]]:
    """What is read before a massage, by the kind of print; an overview has one of two wordings."""
    yield "cards", plain(sides_before_steps(session, "a6"))
    yield "booklet", plain(first_booklet_faces(session))
    page = word_plan(session)
    yield "plan", " ".join(block.heading for block in (*page.before, *page.care))
    for number, rules in enumerate(word_rules(session, words(ENGLISH)), 1):
        blocks = (*rules.before, *rules.while_working)
        yield f"overview {number}", " ".join(f"{block.heading} {block.text}" for block in blocks)


@pytest.mark.one_in(4)
def test_whoever_a_step_leaves_out_is_asked_for_before_it(session: Session) -> None:
    steps = " ".join(texts_of(turn.step) for turn in session.turns)
    wanted = {one.asked or one.named for one in CONDITIONS.values() if is_in(one.named, steps)}
    for kind, said in lists_before_step_1(session):
        assert [condition for condition in wanted if not is_in(condition, said)] == [], kind


@pytest.mark.one_in(4)
def test_every_print_names_every_illness_and_every_place_to_skip(session: Session) -> None:
    for kind, said in lists_before_step_1(session):
        assert [one for one in ALWAYS if not is_in(rf"\b{one}", said)] == [], kind
