"""What an overview says below the facts of a step."""

from __future__ import annotations

from cardgen.layouts.cards.overview.cell_texts import said_elsewhere
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.cards import word_deck


def test_a_note_right_below_its_fact_needs_no_word_of_it_again() -> None:
    deck = word_deck(plan(load_selection(("legs-front",))))
    steps = [step for section in deck.sections for step in section.steps]
    noted = [(step, fact) for step in steps for fact in step.facts if fact.note and fact.topic == "hands"]
    assert noted
    for step, fact in noted:
        assert fact.line in said_elsewhere(step)
        assert fact.line not in said_elsewhere(step, below=True)
        assert fact.note.lower() in " ".join(said_elsewhere(step, below=True)).lower()
