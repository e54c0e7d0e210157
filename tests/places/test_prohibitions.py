"""Only a caution that forbids to press or to touch a place forbids it in a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.places.usual_drawing import places_forbidden_in
from tests.support.together import together

TABLE = Path(__file__).parents[1] / "data" / "prohibitions.txt"


def phrasings() -> list[tuple[str, str]]:
    """The cautions of the table, each with the places that it forbids."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [(caution.strip(), places.strip()) for caution, _, places in (line.partition("|") for line in lines)]


@together
@pytest.mark.parametrize(("caution", "places"), phrasings())
def test_a_caution_forbids_the_places_of_the_table(caution: str, places: str) -> None:
    assert ", ".join(sorted(set(places_forbidden_in(caution)))) == places


def test_the_table_has_both_kinds() -> None:
    assert sum(bool(places) for _, places in phrasings()) > 20
    assert sum(not places for _, places in phrasings()) > 20
