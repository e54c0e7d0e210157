"""The card of one step, while its author writes it."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.jobs.session_job import SessionJob
from cardgen.layouts.cards import layout
from cardgen.library.finding import find_file
from cardgen.library.loading import LoadedFile
from cardgen.library.proof import prove_routine
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import PdfFormat, Properties
from cardgen.planning.planner import plan
from cardgen.reading.documents import examine_text
from cardgen.scene.record import Record
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.web.drafts import OPEN, read_draft
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck, StepCard, card_title
from cardgen.wording.key_figures import WordFigure
from cardgen.wording.sentences import capitalize
from cardgen.wording.words import ENGLISH

STOCK = "a6"
BARE = {"name": "Drawing", "summary": "A drawing.", "receiver": "prone"}
BARE_STEP = {"id": "a", "name": "A", "technique": "holding", "where": "Here", "cue": "Hold.", "detail": "Hold."}


def print_step_card(name: str, number: int) -> bytes:
    """A PDF of the sides of a step's card, the first step being 1, as far as its routine is written.

    UserError when there is no such step, or nothing of it can be printed.
    """
    draft = read_draft(find_file(name))
    selection = LoadedFile((draft.album,)).selection
    title = _title_of(word_deck(plan(selection, steps=frozenset({number}))))
    deck = _keep_step(word_deck(plan(selection, length="all")), title, number in draft.without_technique)
    cards = layout("steps")(deck, Format(stock(STOCK).size), theme("standard"), True)
    faces = [face for card in cards if card.front.name.startswith(title) for face in card]
    properties = Properties(title, ENGLISH, Record("cards", SessionJob(routines=(name,)).request))
    return build_pdf(place_on_pages(faces), properties, PdfFormat(tagged=False))


def _title_of(deck: Deck) -> str:
    """The first card of a step."""
    section, step = next(deck.steps)
    return card_title(section.name, step)


def _keep_step(deck: Deck, title: str, without_technique: bool) -> Deck:
    """A deck with one step alone, which still says what comes next in the whole routine."""
    section = deck.sections[0]
    steps = (step for step in section.steps if card_title(section.name, step) == title)
    shown = map(_without_technique, steps) if without_technique else steps
    return replace(deck, sections=(replace(section, steps=tuple(shown)),))


def _without_technique(step: StepCard) -> StepCard:
    """A step with an open technique, also where the technique is printed in place of an amount."""
    named, is_open = WordFigure((capitalize(step.technique),)), WordFigure((OPEN,))
    keys = {name: is_open for name in ("key", "whole_key") if getattr(step, name) == named}
    return replace(step, technique=OPEN, **keys)


def read_drawing(given: dict[str, object], area: str) -> Drawing:
    """A drawing that can be drawn; UserError with every fault of it."""
    routine = BARE | {"area": area, "steps": [BARE_STEP | {"drawing": given}]}
    text = msgspec.json.encode(routine).decode()
    found = prove_routine(examine_text(Path("drawing.json"), text, Routine)).routine.steps[0].drawing
    assert found
    return found
