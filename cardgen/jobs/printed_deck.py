"""A deck that has already been printed: which of its cards a session needs, and which cards it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from cardgen.jobs.comparison import read_earlier
from cardgen.jobs.option_names import field_name
from cardgen.pdf.inspection.record import read_record
from cardgen.scene.faces import Card
from cardgen.scene.record import Record, Source
from cardgen.wording.deck import Deck, ListCard, card_title, order_title

MADE_ALIKE = (
    "stock", "paper", "gap", "round_corners", "laminate", "bleed", "single", "sides", "hole", "theme", "language",
)  # fmt: skip
"""Options that cards of one deck share."""


def deck_options(name: str) -> dict[str, Any]:
    """The options with which the deck in a PDF was made, as its new cards need them; UserError for another file."""
    command = read_record(Path(name)).command
    given = {field_name(option.lstrip("-")): value for option, value in (command.options if command else {}).items()}
    return {field: value or True for field, value in given.items() if field in MADE_ALIKE}


class PrintedDeck(Struct, frozen=True):
    """A printed deck, compared with a session that is to be laid out from it."""

    name: str
    """The PDF of the deck."""
    record: Record
    known: frozenset[str]
    """The titles of its cards."""
    order: str
    """The names of the cards that the session needs, in order: "B1 B2 B4 L1"."""
    lacking: dict[str, str]
    """The names of those that the deck does not have, by their titles."""
    lists: tuple[str, ...]
    """The titles of other cards that it lacks: the order, and what to read before a routine that has no card in it."""

    @classmethod
    def of(cls, name: str, session: Deck, now: Record) -> PrintedDeck:
        """The deck in a PDF; UserError when it is not one of cards."""
        record = read_earlier(name, now).last
        known = frozenset(card.name for card in record.cards)
        needed = [(card_title(section.name, step), str(step.name)) for section, step in session.steps]
        lacking = {title: step for title, step in needed if title not in known}
        is_new = any(all(card_title(part.name, step) in lacking for step in part.steps) for part in session.sections)
        lists = (f"{session.name}: {card.title}" for card in _list_cards(session)) if is_new else ()
        order = " ".join(line.card for line in session.order if line.card)
        missing = (title for title in lists if title not in known)
        return cls(name, record, known, order, lacking, (order_title(session), *missing))

    def lacks(self, card: Card) -> bool:
        """Whether the session needs a card that the deck does not have."""
        name = card.front.name
        return any(name == title or name.startswith(f"{title},") for title in (*self.lacking, *self.lists))

    def holds(self, card: Card) -> bool:
        """Whether the deck has a card already, or the session adds it."""
        return card.front.name in self.known or self.lacks(card)

    def advice(self) -> Iterator[str]:
        """Which cards to take out of the deck, and which are new."""
        yield f"Lay out these cards, in this order: {self.order}."
        if self.lacking:
            yield f"{self.name} does not have {', '.join(self.lacking.values())}: this PDF supplies what is missing."

    def warnings(self, sources: Sequence[Source]) -> Iterator[str]:
        """Files that have changed since the deck was printed."""
        then = {source.name: source.digest for source in self.record.sources}
        for source in sources:
            if then.get(source.name, source.digest) != source.digest:
                yield (
                    f"{source.name} has changed since {self.name} was printed, so some cards may be out of date. "
                    f"<only_changed={self.name}> prints those that are different."
                )


def _list_cards(deck: Deck) -> Iterator[ListCard]:
    """The cards of paragraphs in a deck."""
    yield from (card for group in deck.before for card in group)
    yield from (card for section in deck.sections for card in (section.opener, section.side_card) if card)
    yield from filter(None, (deck.key, deck.after))
