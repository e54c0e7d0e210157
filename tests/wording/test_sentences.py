"""Sentences that other texts are put into."""

from __future__ import annotations

import pytest

from cardgen.wording.sentences import uncapitalize
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
