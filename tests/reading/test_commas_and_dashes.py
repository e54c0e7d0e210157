"""A comma in a number, and a dash missing before the first of several lines: the remedy keeps what was meant."""

from __future__ import annotations

import pytest

from cardgen.reading.number_mistakes import NumberField, explain_no_number, suggest_number
from cardgen.suggestions import suggest_list


@pytest.mark.parametrize(
    ("text", "ranged", "remedy"),
    [
        ("10,5", False, "Write a whole number, 10 or 11: the comma makes it 10.5."),
        ("10,5", True, "Write a whole number, 10 or 11: the comma makes it 10.5. If it means 5 to 10, write [5, 10]."),
        ("10.5", True, "Write a whole number."),
    ],
)
def test_a_comma_where_a_whole_number_is_needed_is_named(text: str, ranged: bool, remedy: str) -> None:
    assert suggest_number(text, NumberField("times", whole=True, ranged=ranged, estimated=False)) == remedy
    assert explain_no_number(text, remedy) == f"'{text}' is not a whole number."


def test_a_comma_in_another_number_is_a_decimal_point() -> None:
    assert suggest_number("1,5", NumberField("minutes", whole=False, ranged=False, estimated=True)) == "Write 1.5."


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        (
            "warts - a hot joint",
            "Write a dash and a space before its first line too: each line with a dash is one entry.",
        ),
        ("warts on the hand", "Write it on the next line, after a dash and a space."),
        ("warts", "Write a list: [warts]."),
    ],
)
def test_a_text_in_place_of_a_list_is_one_entry_for_each_dash(text: str, remedy: str) -> None:
    assert suggest_list(text) == remedy
