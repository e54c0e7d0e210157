"""The keys of a file show what kind of file it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cardgen.artwork.theme import themes
from cardgen.library.finding import programs, routines
from cardgen.reading.file_kinds import file_kind
from cardgen.sheets.stock import stocks
from cardgen.wording.words import languages


@pytest.mark.parametrize(
    ("found", "kind"),
    [(routines, "routine"), (programs, "program"), (stocks, "stock"), (themes, "theme"), (languages, "language")],
)
def test_the_keys_of_a_file_show_its_kind(found: Callable[[], dict[str, Path]], kind: str) -> None:
    assert {file_kind(path.read_text(encoding="utf-8")) for path in found().values()} == {kind}


def test_a_file_with_steps_is_a_routine_whatever_else_is_in_it() -> None:
    assert file_kind("name: Meine\nlanguage: de\nsteps:\n  - id: a\n") == "routine"
    assert file_kind('{\n  "language": "de",\n  "steps": []\n}') == "routine"
