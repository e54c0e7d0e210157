"""The words that keep the receiver safe, read from what is printed for every routine and program."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load, load_selection
from cardgen.model.prose import whole_text
from cardgen.model.routine import Note, Routine, Step
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.wording.between import aftercare_in_brief
from cardgen.wording.list_cards import aftercare_with_advice, safety_card
from cardgen.wording.overview_safety import word_rules
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import session_of
from tests.support.printed import face_text
from tests.support.safety import first_booklet_faces, overview_faces, plan_faces, safety_fronts
from tests.support.sampling import usually

EVERYTHING = [*routines(), *programs()]
RULED_OUT = re.compile(
    r"(?i)(Do not massage|Leave out)[^.]*\bpregnancy|today: [^.]*\. Ambulance: [^.]*\.[^.]*\bpregnancy"
    r"|pregnancy \(never face down"
)
ASKS = re.compile(r"[^.?!]*\?")
SMALL = {"a", "an", "any", "or", "of", "in", "the", "and"}


@pytest.fixture(scope="module", params=EVERYTHING)
def session(request: pytest.FixtureRequest) -> Session:
    return session_of(request.param)


def stems(text: str) -> set[str]:
    """The beginnings of the words that carry the meaning."""
    return {word[:5] for word in re.findall(r"[a-z]+", text.lower()) if word not in SMALL}


def conditions(text: str) -> list[set[str]]:
    """What a question asks about, or a rule names, one by one."""
    return [found for part in re.split(r"[,;:.?()“”\n]|\bor\b", text) if (found := stems(part))]


def questions(session: Session) -> list[str]:
    """The questions of the safety card, each with what follows from it."""
    return safety_card(session, words(ENGLISH)).blocks[0].text.split("\n")


def test_every_question_says_what_follows_from_the_answer(session: Session) -> None:
    """In a sentence after it; or what it asks about is a condition for which the rest of the card has a rule."""
    first, *others = safety_card(session, words(ENGLISH)).blocks
    rules = [found for block in others for found in conditions(f"{block.heading}\n{block.text}")]
    alone = [line for line in first.text.split("\n") if line.rstrip().endswith("?")]
    asked = [(line, one) for line in alone for one in conditions(line)]
    assert [(line, one) for line, one in asked if not any(one <= rule for rule in rules)] == []


def test_nothing_is_asked_twice(session: Session) -> None:
    asked = [one for line in questions(session) for question in ASKS.findall(line) for one in conditions(question)]
    assert [one for index, one in enumerate(asked) if len(one) > 1 and one in asked[:index]] == []


def faces_of(session: Session) -> Iterator[tuple[str, str]]:
    """What is read before a massage, in every kind of print."""
    kinds = {
        "cards": safety_fronts(session, "a6"),
        "overview": overview_faces(session, "a5"),
        "plan": plan_faces(session),
        "booklet": first_booklet_faces(session),
    }
    for kind, faces in kinds.items():
        yield kind, " ".join(" ".join(map(face_text, faces)).split())


@pytest.mark.one_in(4)
def test_every_print_names_a_clot_chest_pain_and_skin_that_is_skipped(session: Session) -> None:
    for kind, text in faces_of(session):
        for grave in ("limb (a clot?", "chest pain", "mbulance"):
            assert grave in text, kind
        if kind in ("overview", "plan"):
            assert re.search(r"[Ss]kip|Skip the spot", text), kind
            assert re.search(r"[Ww]ounds", text), kind
            assert "see a doctor" in text, kind


@pytest.mark.one_in(3)
def test_who_lies_face_down_has_a_place_for_the_brow(session: Session) -> None:
    for kind, text in faces_of(session):
        if kind in ("overview", "plan"):
            assert bool(re.search(r"\bface cradle", text)) == ("prone" in session.positions), kind


def test_every_print_says_how_the_pregnant_may_lie(session: Session) -> None:
    """A routine all face down is left out; face up, they lie flat only in the first weeks, if not ruled out at all."""
    face_down = [part.routine for part in session.parts if part.routine.position == "prone"]
    left_out = [one for one in face_down if len(session.parts) == 1]
    ruled_out = left_out or (len(session.parts) == 1 and "pregnancy" in session.parts[0].routine.leave_out_with)
    for kind, text in faces_of(session):
        if kind in ("overview", "plan"):
            if face_down:
                assert RULED_OUT.search(text), kind
            flat = "not flat after week 16" in text.replace("- ", "")
            assert flat == ("supine" in session.positions and not ruled_out), kind


def test_an_own_way_to_support_the_head_keeps_the_pregnant_away() -> None:
    selection = load_selection(["back-relaxing"])
    chosen = selection.routines[0]
    own = replace(chosen.routine, prepare=[Note(icon="head-support", do="Lay the brow on your folded hands.")])
    session = plan(replace(selection, routines=(replace(chosen, routine=own),)))
    for kind, text in faces_of(session):
        assert "face cradle" not in text, kind
        assert "pregnancy" in text.lower(), kind


def test_signs_of_a_torn_artery_or_a_stroke_go_with_work_on_neck_and_head(session: Session) -> None:
    after = " ".join(block.text for block in aftercare_with_advice(session, words(ENGLISH)))
    brief = " ".join(block.heading for block in aftercare_in_brief(session, words(ENGLISH)))
    is_there = any(part.routine.area in ("head", "neck-shoulders") for part in session.parts)
    stopping = [" ".join(block.text for block in rules.while_working) for rules in word_rules(session, words(ENGLISH))]
    care = " ".join(block.heading for block in word_plan(session).care)
    for text in (*stopping, care, after, brief):
        assert text.count("ad headache, trouble seeing or speaking") == is_there


def soiled(routine: Routine) -> Iterator[Step]:
    """The steps that press or hold a sole, of a routine that goes on with another limb."""
    for step in routine.steps if routine.sides == "each" else ():
        drawn = step.drawing.area if step.drawing else ()
        if "sole" in drawn or re.search(r"\bsole", step.where):
            yield step


def test_hands_are_clean_before_they_leave_the_last_sole() -> None:
    found = {name: list(soiled(load(name))) for name in routines()}
    touched = {name: steps for name, steps in found.items() if steps}
    assert touched.keys() >= {"feet", "legs-back"}
    for name in touched:
        text = " ".join(face_text(face) for face in overview_faces(session_of(name), "a5"))
        assert "lean your hands" in text.replace("-\n", ""), name
        assert "thlete's foot" in text, name


@pytest.mark.parametrize("name", routines())
def test_no_step_is_measured_in_centimeters_alone(name: str) -> None:
    for step in load(name).steps:
        for text in map(whole_text, filter(None, (step.cue, step.caution))):
            assert not re.search(r"\d\s?(cm|mm|in)\b", text)


@pytest.mark.parametrize("name", routines())
def test_no_cue_ends_on_the_spine(name: str) -> None:
    """What moves to the spine says that it stops before it."""
    for step in load(name).steps:
        text = " ".join(whole_text(part) for part in (step.cue, step.caution) if part)
        if re.search(r"\bto(ward)? the spine\b", text):
            assert re.search(r"(?i)\b(stop|let go|turn back)\b[^.]*\b(spine|it)\b", text), step.id


@pytest.mark.parametrize("size", usually("a4", "legal", "a3"))
def test_the_longest_plan_has_both_sides_of_a_sheet(size: str) -> None:
    session = plan(load_selection(["full-body"]), minutes=120)
    page = word_plan(session)
    front, back = lay_out_two_sides(page, Format(paper(size).size), theme("standard"))
    both = face_text(front) + face_text(back)
    lists = (*page.before, *page.care_beside_rows, *page.after)
    assert [block.heading for block in lists if block.heading not in both] == []
    assert [row.caution for row in page.rows if row.caution not in both] == []
