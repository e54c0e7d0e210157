"""Words of any length: broken by the rules of their language, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.text import fit, hyphenate_in, width, wrap
from tests.support.printed import page_texts
from tests.support.printing import print_booklet, print_cards, print_plan

LONG = {
    "de": "Schulterblattmuskulaturentspannungsgriff",
    "fi": "Hierontaöljypullonkorkinavaaja",
    "en": "Musculoskeletalrelaxationprocedure",
}
ROUTINE = """
name: Schulterblattmuskulaturentspannung
summary: Schulterblattmuskulatur.
area: back
receiver: prone
steps:
  - id: stroke
    name: Schulterblattunterrandausstreichung
    technique: effleurage
    hands: {use: palms, note: Handballenwechselgriff}
    where: Lendenwirbelsäulenmuskulatur beidseits
    pressure: {level: medium, note: schmerzgrenzenunterhalb}
    repeat: {extent: Bis zur Schulterblattoberkantenmuskulatur}
    direction: up-and-back
    cue: Die Rückenstreckermuskulatur ausstreichen.
    detail: Halswirbelsäulenmuskulatur und Schulterblattmuskulatur bleiben entspannt.
    caution: Wirbelsäulendornfortsätze aussparen.
    minutes: 2
"""


@pytest.fixture(autouse=True)
def in_english_again() -> Iterator[None]:
    yield
    hyphenate_in("en")


@pytest.mark.parametrize("language", LONG)
@pytest.mark.parametrize("room", [60, 80, 110])
def test_a_word_that_fits_on_no_line_is_broken_with_hyphens(language: str, room: float) -> None:
    hyphenate_in(language)
    setting = fit(LONG[language], "semibold", (14, 10), (room, 400), 1.2)
    assert setting is not None
    assert max(width(line, "semibold", setting.size) for line in setting.lines) <= room
    *first, last = setting.lines
    assert all(re.search(r"\w{2}-$", line) for line in first)
    assert len(last) >= 2
    assert "".join(line.removesuffix("-") for line in first) + last == LONG[language]


def test_german_is_broken_as_german() -> None:
    hyphenate_in("de")
    lines = wrap("Schulterblattgriff", "regular", 10, 60)
    assert lines == ("Schulter-", "blattgriff")


def test_a_word_that_fits_in_smaller_type_is_not_broken() -> None:
    room = width("Schulterblattgriff", "regular", 10) + 1
    setting = fit("Schulterblattgriff", "regular", (14, 10), (room, 400), 1.2)
    assert setting is not None
    assert setting.lines == ("Schulterblattgriff",)


def test_a_soft_hyphen_is_seen_only_at_the_end_of_a_line() -> None:
    text = "Knead the shoul\u00adder blade"
    assert wrap(text, "regular", 10, 500) == ("Knead the shoulder blade",)
    narrow = wrap(text, "regular", 10, width("Knead the shoul-", "regular", 10) + 1)
    assert narrow == ("Knead the shoul-", "der blade")


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]", "", text).lower()


@pytest.mark.parametrize("stock", ["a6", "poker"])
def test_long_words_keep_every_fact_on_cards(tmp_path: Path, stock: str) -> None:
    check(tmp_path, " ".join(page_texts(print_cards(session(tmp_path), stock=stock).data)))


def test_long_words_are_on_plan_and_booklet(tmp_path: Path) -> None:
    assert letters("Schulterblattunterrandausstreichung") in letters(
        " ".join(page_texts(print_plan(session(tmp_path)).data))
    )
    for size in ("a5", "a6"):
        check(tmp_path, " ".join(page_texts(print_booklet(session(tmp_path), size=size, pages=True).data)))


def session(folder: Path) -> Session:
    file = folder / "lang.yaml"
    file.write_text(ROUTINE, encoding="utf-8")
    return plan(load_selection([str(file)]))


def check(folder: Path, text: str) -> None:
    printed = letters(text)
    words = re.findall(r"[A-ZÄÖÜa-zäöü]{14,}", ROUTINE.partition("steps:")[2])
    assert [word for word in words if letters(word) not in printed] == []
