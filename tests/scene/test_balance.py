"""Balanced lines: none is a single word where another way to break the text has none, and sentences end lines."""

import re

import pytest

from cardgen.scene.text import fit, width


@pytest.mark.parametrize(
    ("text", "longest", "lines"),
    [
        ("Leave out sore joints.", "out sore joints.", ("Leave out", "sore joints.")),
        ("Hold the muscles, not the spine.", "Hold the muscles, not", ("Hold the muscles,", "not the spine.")),
        ("Keep the fist loose.", "the fist loose.", ("Keep the", "fist loose.")),
        ("Medium, light on return", "Medium, light on", ("Medium,", "light on return")),
        ("Stay light. Do not dig in.", "Stay light. Do not", ("Stay light.", "Do not dig in.")),
        (
            "hands from mid-forehead to the temples",
            "hands from mid-fore",
            ("hands from", "mid-forehead", "to the temples"),
        ),
        (
            "Along the brows, from the nose outward",
            "Along the brows, to",
            ("Along the brows,", "from the", "nose outward"),
        ),
        (
            "Light on the arch, and on a tender, numb or diabetic sole.",
            "numb or diabetic sole",
            ("Light on the arch,", "and on", "a tender, numb", "or diabetic sole."),
        ),
    ],
)
def test_no_line_is_a_single_word(text: str, longest: str, lines: tuple[str, ...]) -> None:
    setting = fit(text, "semibold", (10, 10), (width(longest, "semibold", 10), 100), 1.2, even=True)
    assert setting
    assert setting.lines == lines


@pytest.mark.parametrize("even", [False, True])
def test_a_number_stays_with_what_it_counts(even: bool) -> None:
    text = "Along a foot and back: 6 seconds. Rest for 20 s, then walk for 5 min. Stay at 3 or less."
    for room in range(80, 200, 4):
        setting = fit(text, "regular", (10, 10), (room, 1e6), 1.2, even)
        assert setting
        assert [line for line in setting.lines if re.search(r"(^| )\d+$", line)] == [], room


def test_no_line_ends_behind_the_first_short_word_in_parentheses() -> None:
    text = "See a doctor today: a newly hot, swollen or sore limb (a clot?). A fall (on ice) is another reason."
    for room in range(80, 300, 4):
        setting = fit(text, "regular", (10, 10), (room, 1e6), 1.2)
        assert setting
        assert [line for line in setting.lines if re.search(r"\((a|on)$", line)] == [], room


@pytest.mark.parametrize("even", [False, True])
def test_a_number_that_counts_nothing_stays_with_the_word_that_it_limits(even: bool) -> None:
    text = "Ask how strong it feels (10 is pain): at most 5. Belly, neck and face: at most 3. Circle ×5 each."
    for room in range(80, 260, 4):
        setting = fit(text, "regular", (10, 10), (room, 1e6), 1.2, even)
        assert setting
        assert [line for line in setting.lines if re.match(r"\d+[.,]|×", line)] == [], room


@pytest.mark.parametrize(
    ("text", "longest", "lines"),
    [
        ("Lay your hands on the shoulders.", "hands on the shoulders.", ("Lay your hands", "on the shoulders.")),
        ("Around the edge of the heel and back", "of the heel and back", ("Around the edge", "of the heel and back")),
        ("Normal for a day or two", "Normal for a day", ("Normal for", "a day or two")),
        ("Repeat steps B1 to B7 on the arm.", "Repeat steps B1 to B7", ("Repeat steps B1", "to B7 on the arm.")),
        ("Begin 5 cm above the ankle.", "Begin 5 cm above", ("Begin 5 cm", "above the ankle.")),
    ],
)
def test_short_words_are_on_the_line_of_what_they_belong_to(text: str, longest: str, lines: tuple[str, ...]) -> None:
    """One between two short words belongs to the following one more often; a unit belongs to its number."""
    setting = fit(text, "semibold", (10, 10), (width(longest, "semibold", 10), 100), 1.2, even=True)
    assert setting
    assert setting.lines == lines


def test_a_range_of_numbers_is_on_one_line() -> None:
    """A line ended with the 1 of "1 to 10", because the 10 had taken its "to" to the next line."""
    text = "Five dots are deep. The receiver's number, 1 to 10, counts more. Two arrows: press, come back lightly."
    for room in range(80, 260, 2):
        setting = fit(text, "regular", (10, 10), (room, 1e6), 1.2)
        assert setting
        assert [line for line in setting.lines if "1 to 10," in line], room


def test_no_part_of_a_word_is_alone_on_the_last_line() -> None:
    text = "Only with a doctor's yes, and feather-light."
    for room in range(80, 260, 2):
        setting = fit(text, "regular", (10, 10), (room, 1e6), 1.2)
        assert setting
        assert setting.lines[-1] != "light.", room
