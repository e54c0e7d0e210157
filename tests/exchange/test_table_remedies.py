"""A remedy for a cell names columns for keys, and leaves the values of the cell as they are."""

from __future__ import annotations

import pytest

from cardgen.exchange.table.remedies import in_columns
from cardgen.suggestions import suggest_on_body


@pytest.mark.parametrize("text", ["both", "one"])
def test_a_value_that_is_also_a_key_stays_a_value(text: str) -> None:
    known = ["each", "right-then-left", "together", "near", "left", "right"]
    assert in_columns(suggest_on_body(text, known), "sides") == suggest_on_body(text, known)


def test_a_key_is_named_by_its_column() -> None:
    assert in_columns("Write 'times' as well.", "repeat.seconds") == "Write 'repeat.times' as well."
