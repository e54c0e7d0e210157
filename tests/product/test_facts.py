"""Every fact in `data/facts/` is read back from the printed cards of its own step; a file per routine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pypdfium2
import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face, Tag
from cardgen.scene.marks import Text
from cardgen.sheets.cards import deal_cards, impose_cards
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.units import Box
from cardgen.wording.cards import word_deck
from tests.support.facts import SHEETS, pattern
from tests.support.printing import print_cards
from tests.support.together import together

PLACES = [(routine, place) for routine, sheet in SHEETS.items() for place in dict.fromkeys(dict(sheet.all_facts()))]
COUNTED = [(routine, step) for routine, sheet in SHEETS.items() if sheet.counts is not None for step in sheet.steps]
COUNT = re.compile(r"(?<!\d )× ?(\d+)|(\d+) (?:times|passes|s|clockwise|counterclockwise)\b", re.IGNORECASE)


def plain(text: str) -> str:
    """Text on one line with single spaces; words that are broken at a hyphen are joined."""
    hyphenated = re.sub(r"-\s+|[\x02\xad\ufffe]\s*", "-", text)
    return " ".join(hyphenated.split())


def place_of(face: Face, routine_name: str) -> int | str:
    """The step that a face belongs to, by the face's name."""
    found = re.match(rf"{re.escape(routine_name)} [A-Z]*(\d+): ", face.name)
    return int(found[1]) if found else "general"


def text_in(page: pypdfium2.PdfPage, box: Box) -> str:
    """The text in a box, whose place counts from the top left."""
    height = page.get_height()
    reader = page.get_textpage()
    return plain(reader.get_text_bounded(box.x, height - box.bottom, box.right, height - box.y))


def with_icons(face: Face, tags: Iterable[Tag]) -> Iterator[str]:
    """The words of a face with the meanings of its icons before them, but not what a drawing is described with."""
    for tag in tags:
        if tag.alt:
            yield from () if tag.alt.startswith("Drawing:") else (tag.alt,)
        elif tag.parts:
            yield from with_icons(face, tag.parts)
        else:
            yield from (mark.text for mark in face.marks[tag.start : tag.stop] if isinstance(mark, Text))


@cache
def printed(routine: str) -> dict[int | str, list[str]]:
    """The text of every face of a routine's step cards, read from the PDF, by the step it belongs to."""
    session, cutting = plan(load_selection([routine])), choose_cutting()
    deck, grid = word_deck(session), cutting.grid
    assert grid
    form = Format(cutting.stock.size, cutting.bleed, cutting.border_on_card(SAFE_BORDER))
    cards = layout("steps")(deck, form, theme("standard"), True)
    sheets = impose_cards(deal_cards(cards, grid.places), grid)
    texts: dict[int | str, list[str]] = {}
    with pypdfium2.PdfDocument(print_cards(session).data) as document:
        for sheet, page in zip(sheets, document, strict=False):  # the last side is left out when it is blank
            for placed in sheet.faces:
                texts.setdefault(place_of(placed.face, deck.name), []).extend(
                    [text_in(page, placed.box), plain(" ".join(with_icons(placed.face, placed.face.tags)))]
                )
    return texts


@cache
def overview(routine: str) -> list[str]:
    """The text of every page of a routine's overview."""
    with pypdfium2.PdfDocument(print_cards(plan(load_selection([routine])), layout="overview").data) as document:
        return [plain(page.get_textpage().get_text_bounded()) for page in document]


def test_there_are_facts() -> None:
    assert PLACES
    assert COUNTED


@pytest.mark.parametrize(("routine", "place"), PLACES)
def test_every_fact_is_printed_in_its_place(routine: str, place: int | str) -> None:
    texts = overview(routine) if place == "overview" else printed(routine)[place]
    facts = [fact for at, fact in SHEETS[routine].all_facts() if at == place]
    assert facts
    assert [fact for fact in facts if not any(pattern(fact).search(text) for text in texts)] == [], "\n".join(texts)


@together
@pytest.mark.parametrize(("routine", "step"), COUNTED)
def test_no_other_counts_are_printed(routine: str, step: int) -> None:
    found = {int(one or other) for text in printed(routine)[step] for one, other in COUNT.findall(text)}
    counts = set((SHEETS[routine].counts or {}).get(step, []))
    turn = plan(load_selection([routine])).turns[step - 1]
    assert counts <= found <= counts | {turn.one_side % 60}  # the time of a step may have seconds


@together
@pytest.mark.parametrize("routine", SHEETS)
def test_every_step_has_facts(routine: str) -> None:
    sheet = SHEETS[routine]
    assert sheet.general
    assert all(sheet.steps.values())
    assert {"general", *sheet.steps, *(sheet.ours or {})} == set(printed(routine))


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("light pressure", "Very light pressure."),
        ("30 s", "About 30 s"),
        ("3 times", "13 times"),
        ("clockwise", "counter-clockwise"),
        ("circle", "circles"),
        ("up ... down", "down and up"),
        ("fits. All", "fits, all"),
    ],
)
def test_a_fact_is_not_found_in_other_words(fact: str, text: str) -> None:
    assert not pattern(fact).search(text)
