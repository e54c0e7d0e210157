"""When not to massage, whom to ask and when to stop are in every PDF of a whole routine on one card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import pypdfium2
import pytest
from msgspec.structs import replace

from cardgen.jobs.cards import CardsJob
from cardgen.layouts.parts.sketch import MisfitError
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.scene.marks import Text
from cardgen.wording.deck import SafetyRules, Section
from cardgen.wording.every_session import care_lines
from cardgen.wording.safety import step_caution
from cardgen.wording.words import ENGLISH, words
from tests.support.kept import deck_of, session_of
from tests.support.printed import face_text
from tests.support.safety import deck_cards, overview_faces
from tests.support.sampling import half

PAPERS = [
    ("a5", False), ("a6", False), ("half-letter", False), ("quarter-letter", False), ("a4", False), ("letter", False),
    ("poker", False), ("a5", True), ("a4", True), ("half-letter", True),
]  # fmt: skip
LEAST = {"a5": 9, "a6": 9, "half-letter": 9, "quarter-letter": 9, "a4": 10, "letter": 10, "poker": 9}


def letters(text: str) -> str:
    """A text without what breaking it into lines may change."""
    return re.sub(r"[\W_]", "", text).lower()


def printed(names: Sequence[str], stock_name: str, large: bool) -> str:
    """All text of the PDF."""
    job = CardsJob(routines=tuple(names), layout="overview", stock=stock_name, single=True, large=large)
    with pypdfium2.PdfDocument(job.run().data) as document:
        return letters(" ".join(page.get_textpage().get_text_range() for page in document))


def said(rules: SafetyRules) -> list[str]:
    """Every sentence of some rules."""
    blocks = (*rules.before, *rules.while_working)
    texts = (f"{block.heading}\n{block.text}" for block in blocks)
    return [line for text in texts for line in re.split(r"\n|(?<=\w[\w)][.?!;]) ", text) if letters(line)]


@cache
def whole_session(*names: str) -> Section:
    """The section that has the rules for a whole session."""
    deck = deck_of(session_of(*names))
    return deck.gathered or deck.sections[0]


def check(names: Sequence[str], stock_name: str, large: bool) -> None:
    """All rules are there in the words of the safety card, or all in those of a plan."""
    text = printed(names, stock_name, large)
    lacking = [[line for line in said(rules) if letters(line) not in text] for rules in whole_session(*names).rules]
    assert min(lacking, key=len) == []


@pytest.mark.one_in(3)
@pytest.mark.parametrize("routine", routines())
def test_one_card_says_when_not_to_massage_and_when_to_stop(routine: str) -> None:
    check([routine], "a5", large=False)


@pytest.mark.one_in(16)
@pytest.mark.parametrize(("stock_name", "large"), PAPERS[1:])
@pytest.mark.parametrize("routine", routines())
def test_so_does_it_on_every_paper(routine: str, stock_name: str, large: bool) -> None:
    check([routine], stock_name, large)


@pytest.mark.parametrize("program", half(programs()))
def test_a_card_for_each_part_begins_with_all_rules(program: str) -> None:
    check([program], "a5", large=False)


def test_both_ways_to_say_the_rules_have_what_is_gravest() -> None:
    for rules in whole_session("back-relaxing").rules:
        text = " ".join(said(rules)).lower()
        for grave in (
            "fever",
            "drunk",
            "hot, swollen or sore limb",
            "contagious",
            "dizziness",
            "pregnan",
            "numbness",
            "chest pain",
        ):
            assert grave in text


def test_the_words_are_those_of_the_safety_card_and_of_the_plan() -> None:
    spoken = words(ENGLISH)
    in_full, in_brief, briefest = (" ".join(said(rules)) for rules in whole_session("chest").rules)
    parts = [part for rule in spoken.safety for part in re.split(r"[?;] |{{.*?}}", rule.text)]
    assert [part for part in parts if part not in in_full] == []
    lines = [*spoken.checks, *care_lines(session_of("chest"), spoken)]
    assert all(line.text.split(". ")[0].partition(" {{")[0] in in_brief for line in lines)
    assert briefest == in_brief, "it has no step to leave out"


def test_steps_to_leave_out_are_in_the_rules_or_say_so_themselves() -> None:
    *_, in_brief, briefest = (" ".join(said(rules)) for rules in whole_session("partner").rules)
    assert "Leave out “Release the neck”" in in_brief
    assert "Leave out “" not in briefest
    assert "Ask a doctor first" in briefest, "the cautions for some receivers are no steps"
    cautions = [step_caution(turn.step, words(ENGLISH)) for turn in session_of("legs-back").turns]
    text = printed(["legs-back"], "a5", large=False)
    assert [caution for caution in cautions if letters(caution) not in text] == []


@pytest.mark.one_in(12)
@pytest.mark.parametrize("duplex", [True, False])
@pytest.mark.parametrize("stock_name", ["a5", "a6", "a4", "poker"])
@pytest.mark.parametrize("routine", routines())
def test_the_first_face_has_what_to_know_before_or_says_where_it_is(
    routine: str, stock_name: str, duplex: bool
) -> None:
    session, spoken = session_of(routine), words(ENGLISH)
    first, *others = deck_cards(session, "overview", stock_name, duplex)
    text = letters(face_text(first.front))
    before = [said(replace(rules, while_working=())) for rules in whole_session(routine).rules]
    has_all = any(all(letters(line) in text for line in lines) for lines in before)
    steps_begin = letters(session.turns[0].step.where) in text
    pointer = spoken.say("card_overleaf" if duplex and not others else "last_card_first")
    assert has_all or not steps_begin or letters(pointer) in text
    assert not (has_all and letters(pointer) in text)


@pytest.mark.parametrize("stock_name", ["a5", "a6", "a4", "poker"])
def test_no_rule_is_in_smaller_type_than_the_paper_allows(stock_name: str) -> None:
    for face in overview_faces(session_of("feet"), stock_name):
        foot = 0.94 * face.size.height
        sizes = [mark.size for mark in face.marks if isinstance(mark, Text) and mark.y < foot and len(mark.text) > 2]
        assert min(sizes) >= LEAST[stock_name]


@pytest.mark.parametrize("stock_name", ["a5", "a6", "a4", "poker"])
def test_a_face_that_cannot_hold_a_rule_names_both(stock_name: str) -> None:
    whole = replace(load_selection(["chest"]).routines[0].routine, not_with=["x" * 400])
    with pytest.raises(MisfitError, match=r"On 'Chest.*', the line does not fit: '.*xxx"):
        overview_faces(plan(Selection.of(whole)), stock_name)
