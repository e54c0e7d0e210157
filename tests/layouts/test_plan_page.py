"""A session plan is one page, or a page and its back: everything is on it and legible, whatever its length."""

from __future__ import annotations

import re
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.artwork.theme import theme, themes
from cardgen.errors import UserError
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Use
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper, papers
from cardgen.units import MM, Box
from cardgen.wording.key_figures import CountFigure, EachWayFigure
from cardgen.wording.plan_page import PlanPage, word_plan
from tests.support.plans import LEAST_TYPE, face_of, face_text, faces_of, many, routine_of, routine_text, texts
from tests.support.printed import box_of, inside, overlaps, page_texts, problems, text_boxes, unembedded_fonts
from tests.support.printing import print_plan
from tests.support.sampling import examples

UNPRINTABLE = 5 * MM
"""The widest border that printers leave."""
LENGTHS = ("short", "standard", "long")
PAPERS = [name for name in papers() if min(paper(name).size) > 200 * MM]
"""A plan of any length fits on these; smaller ones may refuse it."""
MOST_ON_BOTH_SIDES = {"a4": 72, "letter": 67}
"""Steps of a routine that is done on both sides: rows with two clocks are higher. More are on two sides of steps."""
PAIRS = [*combinations(routines(), 2)]


def sessions() -> list[tuple[str, ...]]:
    return [*((name,) for name in routines()), *PAIRS]


def faults(page: PlanPage, faces: list[Face]) -> list[str]:
    """The faults of a plan's faces."""
    found = []
    for face in faces:
        live = Box(0, 0, *face.size).inset(UNPRINTABLE)
        found += [f"{mark.text} is {mark.size} pt" for mark in texts(face) if mark.size < LEAST_TYPE]
        found += [f"{mark.text} leaves the page" for mark in texts(face) if not inside(box_of(mark), live)]
        found += [f"{one} lies on {other}" for one, other in overlaps(face)]
    return found + [f"{part} is missing" for part in missing(page, faces)]


def missing(page: PlanPage, faces: list[Face]) -> list[str]:
    """The texts that are missing on a plan."""
    face, whole = faces[0], " ".join(map(face_text, faces))
    words = {mark.text for mark in texts(face)}
    icons = [mark.art.name for mark in face.marks if isinstance(mark, Use)]
    has_icons = page.labels["column_minutes"] in words
    wanted = [page.title, page.facts, page.minutes, page.labels["disclaimer"]]
    wanted += [block.heading for block in (*page.before, *page.care, *page.after)]
    wanted += [text for row in page.rows for text in (row.caution, row.name)]
    lost = [part for part in wanted if part not in whole]
    for row in page.rows:
        if row.card:
            clock = next(filter(None, row.clocks))
            parts = (clock, row.minutes) if has_icons else (clock.partition(":")[0],)
            lost += [part for part in (str(row.card), *parts) if part not in words]
        facts = [fact for fact in (row.hands, row.way, row.press) if fact and has_icons]
        lost += [fact.icon for fact in facts if not any(f"icon {fact.icon} " in name for name in icons)]
        if isinstance(row.key, (CountFigure, EachWayFigure)) and row.key.number not in whole:
            lost.append(f"×{row.key.number}")
    cautions = sum("icon caution" in name for name in icons)
    if cautions < sum(bool(row.caution) for row in page.rows):
        lost.append("a caution sign")
    return lost


@pytest.mark.one_in(24)
@pytest.mark.parametrize("names", sessions(), ids="+".join)
def test_every_plan_of_one_or_two_routines_is_sound(names: tuple[str, ...]) -> None:
    loaded = load_selection(names)
    alone = len(names) == 1
    for number, length in enumerate(LENGTHS):
        session = plan(loaded, length=length)
        papers_in_turn = PAPERS if alone else PAPERS[number::3]
        for paper_name, theme_name in product(papers_in_turn, themes() if alone else ["mono"]):
            assert faults(*faces_of(session, paper_name, theme_name)) == []


@pytest.mark.one_in(16)
@pytest.mark.parametrize("paper_name", PAPERS)
@pytest.mark.parametrize("theme_name", themes())
@pytest.mark.parametrize("name", routines())
def test_the_pdf_is_one_sound_page(name: str, paper_name: str, theme_name: str) -> None:
    session = plan(load_selection([name]), length="short")
    made, again = (print_plan(session, paper=paper_name, theme=theme_name) for _ in range(2))
    assert made.data == again.data
    assert made.pages == len(text_boxes(made.data)) == 1
    assert problems(made.data) == []
    assert unembedded_fonts(made.data) == []


@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    choices=st.lists(st.integers(0, 209), min_size=1, max_size=80),
    sided=st.booleans(),
    paper_name=st.sampled_from(PAPERS),
    theme_name=st.sampled_from(sorted(themes())),
)
def test_a_plan_of_up_to_eighty_steps_is_one_page_or_has_a_back(
    tmp_path: Path, choices: list[int], sided: bool, paper_name: str, theme_name: str
) -> None:
    session = plan(Selection.of(routine_of(routine_text(choices, sided), tmp_path)))
    assert faults(*faces_of(session, paper_name, theme_name)) == []


@pytest.mark.one_in(16)
@pytest.mark.parametrize("sided", [False, True])
@pytest.mark.parametrize("paper_name", PAPERS)
@pytest.mark.parametrize("first", range(1, 81, 8))
def test_every_number_of_steps_has_its_page(tmp_path: Path, first: int, paper_name: str, sided: bool) -> None:
    for count in range(first, first + 8, 3):
        choices = [(7 * number * number + count) % 210 for number in range(count)]
        session = plan(Selection.of(routine_of(routine_text(choices, sided), tmp_path)))
        if sided and count > MOST_ON_BOTH_SIDES.get(paper_name, count):
            assert lay_out_two_sides(word_plan(session), Format(paper(paper_name).size), theme("standard"))
        else:
            assert faults(*faces_of(session, paper_name)) == []


def test_everything_of_the_longest_program_is_on_one_sheet() -> None:
    page, faces = faces_of(plan(load_selection(["full-body"]), length="all"))
    assert len([row for row in page.rows if row.card]) == 80
    assert len(faces) == 2
    assert min(mark.size for face in faces for mark in texts(face)) >= LEAST_TYPE
    assert missing(page, faces) == []


@pytest.mark.one_in(3)
@pytest.mark.parametrize("routine", ["back-energising", "back-relaxing", "legs-back", "full-body", "back-and-legs"])
def test_a_plan_supports_the_head_face_down(routine: str) -> None:
    page, faces = faces_of(plan(load_selection([routine])))
    (line,) = [block.heading for block in page.before if block.icon == "head-support"]
    assert "face cradle" in line
    assert any(line in face_text(face) for face in faces)


def test_a_full_plan_refers_to_the_cards(tmp_path: Path) -> None:
    few, many_steps = (face_text(face_of(many(count, tmp_path))[1]) for count in (2, 80))
    assert "Stroke number 1 goes slowly" in few
    assert "what to keep in mind, how each step is done. " in few
    assert "Stroke number 1 goes slowly" not in many_steps
    assert "what to keep in mind, how each step is done, the cues" in many_steps


def test_a_full_plan_has_what_to_take_care_of_on_its_back(tmp_path: Path) -> None:
    page, (front, back) = faces_of(many(80, tmp_path))
    assert page.labels["overleaf"] in face_text(front)
    assert all(block.heading in face_text(back) for block in (*page.care, *page.cautions))
    assert front.name == page.title
    assert len(faces_of(many(4, tmp_path))[1]) == 1


def test_a_routine_for_each_side_has_two_times() -> None:
    page, face = face_of(plan(load_selection(["legs-back"]), minutes=30))
    rows = [row for row in page.rows if row.card]
    assert all(len(row.clocks) == 2 for row in rows)
    printed = [mark.text for mark in texts(face)]
    assert all(clock.partition(":")[0] in printed for row in rows for clock in row.clocks)


def test_the_body_shows_the_number_of_every_step() -> None:
    _, face = face_of(plan(load_selection(["joints"])))
    bold = " ".join(mark.text for mark in texts(face) if mark.font == "bold" and not mark.text.isalpha())
    assert re.search(r"1, 2|1–3", bold)


def test_positions_and_turns_are_on_the_page() -> None:
    made = print_plan(plan(load_selection(["legs-back", "joints"])))
    text = page_texts(made.data)[0]
    assert "face down, then face up" in text
    assert "Turn over: face up" in text


def test_a_session_that_does_not_fit_is_refused_with_a_remedy(tmp_path: Path) -> None:
    session = many(90, tmp_path, "A step with a name of many long words to be set")
    misfit = r"A plan of 90 steps does not fit on one page of a4\.\n *It fits with (sides=duplex or )?paper=a3\b"
    with pytest.raises(UserError, match=misfit):
        print_plan(session)
    with pytest.raises(UserError, match="Plan fewer routines, or a shorter session"):
        print_plan(many(400, tmp_path))


@pytest.mark.one_in(3)
@pytest.mark.parametrize("length", LENGTHS)
def test_a_plan_on_both_sides_has_each_caution_in_its_row(length: SessionLength) -> None:
    page = word_plan(plan(load_selection(["full-body"]), length=length))
    faces = lay_out_two_sides(page, Format(paper("a4").size), theme("standard"))
    assert len(faces) == 2
    assert [f"{one} lies on {other}" for face in faces for one, other in overlaps(face)] == []
    whole = " ".join(map(face_text, faces))
    assert [row.name for row in page.rows if row.name not in whole] == []
    assert [row.caution for row in page.rows if row.caution not in whole] == []
    in_rows = all(row.notes in whole and row.cue in whole for row in page.rows if row.turns_over)
    assert in_rows or whole.count(page.labels["on_cards_between"]) == len(faces)
    assert whole.lower().count("only on the cards") == len(faces)
