"""Every print of a session names the steps that are done again, and those of their list that it has no time for."""

from __future__ import annotations

import re

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.amounts import word_again
from cardgen.wording.cards import word_deck
from cardgen.wording.words import ENGLISH, words
from tests.support.printing import print_everything
from tests.support.screen_reader import Reading

SESSIONS = [
    ("back-relaxing", 9),
    ("back-relaxing", 16),
    ("back-relaxing", 20),
    ("full-body", 60),
    ("back-and-legs", 24),
]


def words_of(text: str) -> str:
    return " ".join(re.findall(r"[\w-]+", text))


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("name", "minutes"), SESSIONS)
def test_every_print_says_which_steps_and_which_not(name: str, minutes: int) -> None:
    session = plan(load_selection([name]), minutes=minutes)
    (turn,) = (turn for turn in session.turns if turn.repeats)
    present = {one.step.id for one in session.turns}
    known = {one.step.id for one in (*turn.repeats, *turn.not_again)}
    assert known == present.intersection(turn.step.repeats)
    wanted = words_of(word_again(turn, words(ENGLISH)))
    for kind, printed in print_everything(session).items():
        assert wanted in words_of(Reading(printed.data).document.spoken()), kind


def test_the_front_says_only_once_what_is_done_again() -> None:
    for _, card in word_deck(plan(load_selection(["back-relaxing"]))).steps:
        assert not (" again" in card.key.line and " again" in card.cue), card.name
