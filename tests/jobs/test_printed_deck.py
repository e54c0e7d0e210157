"""A session laid out from a deck that is printed already: the order card, and the cards that the deck lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.pdf.inspection.record import read_record
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")


def text_of(name: str) -> str:
    return " ".join(" ".join(page_texts(Path(name).read_bytes())).split())


def printed(name: str) -> list[str]:
    """The cards that are in a PDF."""
    return [card.name for card in read_record(Path(name)).cards if card.printed]


def test_a_deck_that_has_everything_needs_only_the_order() -> None:
    run("cards", "back-relaxing", "-o", "deck.pdf")
    result = run("cards", "back-relaxing", "--minutes", "20", "--deck", "deck.pdf")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Wrote back-relaxing-20-min-order.pdf: 1 card on ")
    assert printed("back-relaxing-20-min-order.pdf") == ["Cards to lay out: Relaxing back"]
    shown = run("show", "back-relaxing", "--minutes", "20", "--brief").output
    names = [line.split()[2] for line in shown.splitlines() if line[8:12].strip().isdigit()]
    assert len(names) > 3
    assert f"Lay out these cards, in this order: {' '.join(names)}.\n" in result.output
    text = text_of("back-relaxing-20-min-order.pdf")
    places = [text.index(f"{number} {name} ") for number, name in enumerate(names, 1)]
    assert places == sorted(places)
    assert f"Lay out {len(names)} cards in this order. About 20 min" in text
    assert "B5" not in text


def test_the_order_says_what_differs_from_the_cards() -> None:
    run("cards", "back-relaxing", "--without", "3", "--layout", "order", "-o", "order.pdf")
    assert "This time: Steps B1 and B2 again" in text_of("order.pdf")
    run("cards", "back-relaxing", "--layout", "order", "-o", "order.pdf")
    assert "This time" not in text_of("order.pdf")


def test_cards_that_the_deck_lacks_are_printed_as_they_are_in_any_session() -> None:
    run("cards", "back-relaxing", "-o", "deck.pdf")
    output = run("cards", "back-and-legs", "--without", "12-14", "--deck", "deck.pdf", "-o", "new.pdf").output
    assert "deck.pdf does not have L1, L2, L3, L4, L8, L9: this PDF supplies what is missing.\n" in output
    new = printed("new.pdf")
    assert "Back and legs: Safety first" in new
    assert not any(name.startswith("Relaxing back B") for name in new)
    legs = [name.split(":")[0] for name in new if name.startswith("Back of the legs L")]
    assert legs == [f"Back of the legs L{number}" for number in (1, 2, 3, 4, 8, 9)]
    run("cards", "legs-back", "-o", "legs.pdf")
    marks = {card.name: card.mark for card in read_record(Path("legs.pdf")).cards}
    for card in read_record(Path("new.pdf")).cards:
        if card.name.startswith("Back of the legs L") and "L9" not in card.name:
            assert card.mark == marks[card.name]


def test_the_new_pdf_stands_for_the_whole_deck() -> None:
    run("cards", "back-relaxing", "-o", "deck.pdf")
    run("cards", "back-and-legs", "--without", "12-14", "--deck", "deck.pdf", "-o", "new.pdf")
    run("cards", "back-and-legs", "--without", "12-14", "--deck", "new.pdf", "-o", "again.pdf")
    assert printed("again.pdf") == ["Cards to lay out: Back and legs"]
    output = run("cards", "back-and-legs", "--length", "all", "--deck", "new.pdf", "-o", "all.pdf").output
    assert "new.pdf does not have L5, L6, L7: this PDF supplies what is missing.\n" in output


def test_new_cards_are_made_like_those_of_the_deck() -> None:
    run("cards", "joints", "--stock", "poker", "--theme", "mono", "--sides", "front", "-o", "deck.pdf")
    run("cards", "joints", "scalp", "--minutes", "25", "--deck", "deck.pdf", "-o", "new.pdf")
    record = read_record(Path("new.pdf"))
    assert record.card == (63.5, 88.9)
    assert record.command
    assert str(record.command).endswith("--stock poker --sides front --deck deck.pdf --theme mono")
    run("cards", "joints", "--minutes", "15", "--deck", "deck.pdf", "--stock", "a6", "-o", "large.pdf")
    assert read_record(Path("large.pdf")).card == (105.0, 148.0)


def test_a_routine_that_has_changed_since_is_reported() -> None:
    run("new", "hands-first")
    run("cards", "hands-first.yaml", "-o", "deck.pdf")
    text = Path("hands-first.yaml").read_text()
    Path("hands-first.yaml").write_text(text.replace("summary: A short", "summary: A very short"))
    output = run("cards", "hands-first.yaml", "--deck", "deck.pdf").output
    assert "Warning: hands-first.yaml has changed since deck.pdf was printed" in output
    assert "--only-changed deck.pdf prints those that are different." in output


@pytest.mark.parametrize("other", ["--only-changed=deck.pdf", "--layout=overview"])
def test_a_deck_goes_with_step_cards_alone(other: str) -> None:
    run("cards", "joints", "-o", "deck.pdf")
    result = run("cards", "joints", "--deck", "deck.pdf", other)
    assert result.exit_code == 2
    assert "Leave out --only-changed and --layout, or --deck." in result.output


def test_only_cards_make_a_deck() -> None:
    run("plan", "joints", "-o", "plan.pdf")
    result = run("cards", "joints", "--deck", "plan.pdf")
    assert result.exit_code == 2
    assert "cannot be compared with one of kind 'cards'" in result.output
    assert run("cards", "joints", "--deck", "none.pdf").exit_code == 2


def test_the_printed_deck_is_not_overwritten() -> None:
    run("cards", "joints", "-o", "deck.pdf")
    result = run("cards", "joints", "--deck", "deck.pdf", "-o", "deck.pdf")
    assert result.exit_code == 2
    assert "would be overwritten" in result.output
