"""What cards must say: those of steps, and overviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from cardgen.layouts.cards.steps.foot import POINTERS
from cardgen.model.routine import Step
from cardgen.wording.deck import Block, Deck, Section, StepCard
from cardgen.wording.words import words
from tests.attack.passages import Wanted, plain
from tests.attack.said import StepSaid
from tests.attack.step_texts import all_of, asked, facts_of, key_figures, once_each, sentences


def said_by_step(card: StepCard, own: Step, deck: Deck, duplex: bool) -> StepSaid:
    """What a step's card says on both its sides, or on all its fronts."""
    progress = words(deck.language).say("progress", step=card.name.number, steps=card.total)
    head = f"{card.name.number} {card.title}"
    texts = (head, card.where, card.caution, card.cue, *card.clock.split(", "), asked(card))
    return StepSaid(
        number=str(card.name.number),
        title=card.title,
        heads=(plain(head), plain(head + deck.labels["continued"])),
        texts=once_each(texts, key_figures(card)),
        together=said_next(card, deck),
        more=once_each(chain(facts_of(card), all_of(card, own) if duplex else ())),
        alike=((said_time(card),),),
        if_room=progress,
        beside=card.clock,
        instead=tuple(words(deck.language).say(key) for key in POINTERS),
    )


def said_time(card: StepCard) -> str:
    """The time of a step; empty if its amount is its time."""
    return card.time if any(fact.topic == "time" for fact in card.facts) else ""


def said_next(card: StepCard, deck: Deck) -> tuple[str, ...]:
    """What is in the panel about the next step, if that is a step and has room."""
    following = {f"{step.name}  {step.title}": step for _, step in deck.steps}
    if step := following.get(card.next.text):
        return deck.labels["next"], str(step.name.number), step.title
    return ()


def said_on_list_cards(deck: Deck) -> Iterator[Wanted]:
    """What the cards without steps say."""
    sides = (section.side_card for section in deck.sections if section.side_card)
    for card in (*chain(*deck.before), deck.after, *sides):
        yield (card.title,)
        yield from said_in_paragraphs(card.blocks)


def said_in_paragraphs(blocks: Iterable[Block]) -> Iterator[Wanted]:
    """Headings, and the lines below them."""
    return ((text,) for block in blocks for text in (block.heading, *block.text.split("\n")))


def said_in_row(card: StepCard) -> StepSaid:
    """What an overview says of a step, in its row and in a note on how it is done."""
    name, number = str(card.name), str(card.name.number)
    texts = (number, card.title, card.where, card.caution, *card.clock.split(", "), asked(card))
    shown = [fact for fact in card.facts if fact.topic != "time"]
    facts = [text for fact in shown for text in (fact.word.partition(", ")[0], fact.note)]
    return StepSaid(
        number=number,
        title=card.title,
        notes=(plain(f"{number} {card.cue}"), plain(name)),
        texts=once_each(texts, key_figures(card)),
        more=once_each((*facts, *card.remarks, *card.zones)),
        alike=((said_time(card),), (name,)),
    )


def said_beside_rows(section: Section) -> Iterator[Wanted]:
    """What an overview says in addition to its steps."""
    yield from said_in_paragraphs((*section.recipient, *section.preparation, *section.aftercare))
    yield from ((text,) for text in (section.name, section.other_side, *(fact.word for fact in section.facts)))


def rules_in_full_or_brief(section: Section) -> list[list[Wanted]]:
    """The rules for safety of an overview, in each of their wordings; their sentences may be on several faces."""
    worded = ((*rules.before, *rules.while_working) for rules in section.rules)
    return [
        [(text,) for block in blocks for text in (block.heading, *sentences(block.text)) if text] for blocks in worded
    ]
