"""A condition of the body rules out a whole session, whichever routine names it; a local one only its routine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from msgspec.structs import replace

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.wording.list_cards import safety_card
from cardgen.wording.words import ENGLISH, words
from tests.support.printed import face_text
from tests.support.safety import first_booklet_faces, overview_faces, plan_faces, safety_fronts

EVERYWHERE, HERE = "a clot in the leg", "a stubbed toe"


def in_a_line(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00ad", "")).casefold()


def printed(faces: Iterable[Face]) -> str:
    return in_a_line(" ".join(map(face_text, faces)))


@pytest.fixture(scope="module", params=[0, 1], ids=["named first", "named later"])
def session(request: pytest.FixtureRequest) -> Session:
    """Both sides of the legs, of which one names the conditions."""
    selection = load_selection(["legs-front", "legs-back"])
    routines = list(selection.routines)
    chosen = routines[request.param]
    own = replace(chosen.routine, not_with=[EVERYWHERE], leave_out_with=[HERE])
    routines[request.param] = replace(chosen, routine=own)
    return plan(replace(selection, routines=tuple(routines)))


PRINTS: dict[str, Callable[[Session], list[Face]]] = {
    "plan": plan_faces,
    "booklet": first_booklet_faces,
    "cards": lambda session: safety_fronts(session, "a6"),
    "large cards": lambda session: safety_fronts(session, "a5"),
    "overview": lambda session: overview_faces(session, "a5"),
}


@pytest.mark.parametrize("name", PRINTS)
def test_a_condition_of_the_body_is_not_said_of_one_routine(session: Session, name: str) -> None:
    text = printed(PRINTS[name](session))
    of_one = [part.routine.name.casefold() for part in session.parts if part.routine.leave_out_with]
    assert EVERYWHERE in text
    assert re.search(rf"leave out {of_one[0]}\W+(with )?{HERE}", text)


def test_one_routine_alone_is_not_done_with_either() -> None:
    selection = load_selection(["legs-back"])
    chosen = selection.routines[0]
    own = replace(chosen.routine, not_with=[EVERYWHERE], leave_out_with=[HERE])
    blocks = safety_card(plan(replace(selection, routines=(replace(chosen, routine=own),))), words(ENGLISH)).blocks
    assert [block.heading for block in blocks if HERE in block.text] == ["Do not massage now"]
    assert not [block for block in blocks if block.heading.startswith("Leave out")]


def test_a_program_still_leaves_out_the_belly_alone() -> None:
    blocks = safety_card(plan(load_selection(["full-body"]), minutes=120), words(ENGLISH)).blocks
    belly = [block.text for block in blocks if block.heading.startswith("Leave out") and "Belly" in block.heading]
    assert any("pregnancy" in text for text in belly)
    assert not any("aneurysm" in text for text in belly)
