"""The places without pressure, in a line."""

from itertools import pairwise

from cardgen.library.finding import routines
from cardgen.wording.keep_off import keep_off_blocks, keep_off_in_a_line
from cardgen.wording.words import words
from tests.support.kept import session_of


def test_running_text_says_once_that_there_is_no_pressure_and_names_every_place() -> None:
    english = words("en")
    before, after = english.say("no_pressure_places", places="\n").split("\n")
    for names in pairwise(routines()):
        parts = [part for name in names for part in session_of(name).parts]
        (block,) = keep_off_in_a_line(parts, english)
        assert block.text.count(before) <= 1
        lines = [line for one in keep_off_blocks(parts, english) for line in one.text.split("\n")]
        assert [line for line in lines if line.removeprefix(before).removesuffix(after) not in block.text] == []


def test_places_that_are_lists_themselves_are_kept_apart() -> None:
    (neck,) = keep_off_in_a_line(session_of("neck").parts, words("en"))
    places = "on the throat, on the sides of the neck, on the spine itself or in the hollow behind the jaw"
    assert neck.text == f"No pressure {places}."
    (both,) = keep_off_in_a_line([*session_of("neck").parts, *session_of("arms").parts], words("en"))
    assert "jaw; in the armpit, on the inner upper arm or in the crease of the elbow." in both.text
