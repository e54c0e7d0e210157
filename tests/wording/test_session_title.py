"""The title of a session of many routines has room wherever it is printed."""

from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.session_title import LONGEST_TITLE, word_title
from cardgen.wording.words import ENGLISH, words


def title_of(names: list[str]) -> str:
    return word_title(plan(load_selection(names)), words(ENGLISH))


def test_a_few_routines_are_all_named() -> None:
    assert title_of(["chest", "arms", "feet"]) == "Chest + Arms + Feet"


def test_many_routines_are_the_first_ones_and_how_many_more() -> None:
    names = sorted(routines())
    title = title_of(names)
    shown, more = title.rsplit(" + ", 1)
    assert more == f"{len(names) - len(shown.split(' + '))} more"
    assert len(title) <= LONGEST_TITLE
