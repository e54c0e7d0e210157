"""Sentences that other texts are put into."""

from __future__ import annotations

import pytest

from cardgen.wording.sentences import split_sentences, split_statements, uncapitalize
from tests.support.together import together


@together
@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Down the spine", "down the spine"),
        ("A line of circles", "a line of circles"),
        ("A", "a"),
        ("A-frame stance", "a-frame stance"),
        ("L'avant-bras", "l'avant-bras"),
        ("Öl in den Händen", "öl in den Händen"),
        ("IT band up", "IT band up"),
        ("TMJ, both at once", "TMJ, both at once"),
        ("SI-joint line", "SI-joint line"),
        ("SCM from the ear down", "SCM from the ear down"),
        ("McKenzie line", "McKenzie line"),
        ("X-shaped strokes", "X-shaped strokes"),
        ("C7 to the shoulder", "C7 to the shoulder"),
        ("L", "L"),
        ("3 times", "3 times"),
        ("", ""),
    ],
)
def test_a_first_word_keeps_a_capital_that_is_part_of_it(text: str, inside: str) -> None:
    assert uncapitalize(text) == inside


@together
@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("Press.", ["Press."]),
        ("Press. Hold! Why? Rest", ["Press.", "Hold!", "Why?", "Rest"]),
        ("Press.  Two spaces,   or three.   Rest.", ["Press.", "Two spaces,   or three.", "Rest."]),
        ("Lift 2.5 cm; then rest.", ["Lift 2.5 cm;", "then rest."]),
        ("Sink in;  never on the spine.", ["Sink in;", "never on the spine."]),
    ],
)
def test_a_text_is_divided_into_its_statements_and_they_begin_with_a_word(text: str, parts: list[str]) -> None:
    assert split_statements(text) == parts
    assert split_sentences(text.replace(";", "")) == split_statements(text.replace(";", ""))
    assert len(split_sentences(text)) == len(parts) - text.count(";")
