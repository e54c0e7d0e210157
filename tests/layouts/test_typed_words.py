"""The legend says what to type for everything it shows, and all of it can be typed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from cardgen.artwork.icons import icons
from cardgen.artwork.views import views
from cardgen.errors import UserError
from cardgen.layouts.reference.typed_words import type_icon
from cardgen.library.loading import load_selection
from cardgen.model.vocabulary import LEVELS, Technique
from tests.support.printed import page_texts
from tests.support.printing import print_legend
from tests.support.together import together

STEP = """
name: Test
summary: A test.
area: back
receiver: prone
prepare:
  - do: Prepare.
    icon: oil
{entry}steps:
  - {{id: first, name: First, technique: holding, where: The back, cue: Hold., detail: Hold.}}
  - id: second
    name: Second
    technique: kneading
    where: The back
    cue: Knead.
    detail: Knead.
    {step}
"""


@together
@pytest.mark.parametrize("icon", icons())
def test_what_is_typed_for_an_icon_can_be_typed(icon: str, tmp_path: Path) -> None:
    typed = type_icon(icon)
    written = (
        {"entry": f"  - do: More.\n    {typed}\n", "step": ""}
        if typed.startswith("icon:")
        else {"entry": "", "step": typed}
    )
    path = tmp_path / "routine.yaml"
    path.write_text(STEP.format(**written), encoding="utf-8")
    try:
        load_selection([str(path)])
    except UserError as error:
        pytest.fail(str(error))


def test_the_levels_are_typed_by_their_names() -> None:
    assert [type_icon(f"pressure-{number}") for number in range(6)] == [f"pressure: {level}" for level in LEVELS]


def test_directions_hands_and_places_are_typed_with_their_keys() -> None:
    assert type_icon("up-and-back") == "direction: up-and-back"
    assert type_icon("v-hand") == "hands: v-hand"
    assert type_icon("giver-square-on") == "giver: square-on"
    assert type_icon("receiver-side") == "receiver: side"
    assert type_icon("oil") == "icon: oil"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_everything_that_is_typed_is_printed(paper: str) -> None:
    text = re.sub(r"\s+", "", "".join(page_texts(print_legend(paper=paper, views=True).data))).replace("\ufffe", "-")
    assert [icon for icon in icons() if type_icon(icon).replace(" ", "") not in text] == []
    assert [name for name in views() if name not in text] == []
    assert [name for name in get_args(Technique) if f"technique:{name}" not in text] == []
    assert all(f"draw:{sign}" in text for sign in ("glide", "wring", "skin-roll", "support"))
