"""Words a session as a deck of cards: preparation and safety, the steps routine by routine, aftercare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from cardgen.model.routine import Routine
from cardgen.planning.session import Session
from cardgen.wording.between import (
    beginning_notes,
    comfort_blocks,
    comfort_lines,
    doctor_blocks,
    ending_notes,
    note_block,
    preparation_with_washing,
    quiet_blocks,
    rest_blocks,
)
from cardgen.wording.card_key import word_key_card
from cardgen.wording.deck import Block, Deck, Fact, Section, StepCard
from cardgen.wording.facts import tab_of
from cardgen.wording.limb_order import limb_order, other_limb
from cardgen.wording.list_cards import (
    aftercare_card,
    change_blocks,
    getting_up_in_brief,
    opener_card,
    preparation_cards,
    recipient_blocks,
    repeat_on_other,
    safety_card,
    side_card,
)
from cardgen.wording.order_lines import word_order, word_order_facts
from cardgen.wording.other_side import before_other_side, other_side_icon, word_other_side
from cardgen.wording.overview_safety import word_rules, word_rules_of_part
from cardgen.wording.safety_map import word_safety_map
from cardgen.wording.sentences import sentences
from cardgen.wording.session_title import word_title
from cardgen.wording.sites import describe_body, session_sites
from cardgen.wording.step_cards import card_on_other_side, word_step_cards
from cardgen.wording.times import word_length
from cardgen.wording.words import ENGLISH, Words, words

LABELS = (
    "next", "continued", "order_card", "avoid", "keep_off", "key_strokes", "cues_on_cards", "details_on_cards"
)  # fmt: skip
"""Phrases that layouts add."""


def word_deck(session: Session, language: str = ENGLISH) -> Deck:
    """The deck of a session: preparation, safety, a card for each step, aftercare."""
    spoken = words(language)
    sections = tuple(_section(session, index, spoken) for index in range(len(session.parts)))
    return Deck(
        name=word_title(session, spoken),
        language=language,
        before=(preparation_cards(session, spoken), (safety_card(session, spoken),)),
        sections=sections,
        gathered=_gathered_safety(session, spoken),
        key=word_key_card(sections, spoken),
        after=aftercare_card(session, spoken),
        time=word_length(session.seconds, spoken),
        sites=tuple(session_sites(session, spoken)),
        body_alt=describe_body(session.turns, spoken),
        safety_map=word_safety_map(session.parts, spoken),
        order=tuple(word_order(session, spoken)),
        order_facts=word_order_facts(session, spoken),
        recipient=tuple(
            filter(
                None,
                (
                    session.recipient.name and spoken.say("recipient", name=session.recipient.name),
                    session.recipient.notes,
                ),
            )
        ),
        disclaimer=spoken.say("disclaimer"),
        labels={name: spoken.say(name) for name in LABELS},
    )


def _gathered_safety(session: Session, words: Words) -> Section | None:
    """The safety rules of all of several routines; None for a single routine, whose own card has them."""
    if len(session.parts) == 1:
        return None
    return Section(
        name=words.say("safety"),
        tab=tab_of(session.parts[0].routine, words),
        strip=(),
        time="",
        opener=None,
        steps=(),
        other_side="",
        other_side_icon="other-side",
        rules=word_rules(session, words),
        recipient=tuple(recipient_blocks(session, words)),
    )


def _section(session: Session, index: int, words: Words) -> Section:
    part = session.parts[index]
    routine, steps = part.routine, tuple(word_step_cards(session, index, words))
    return Section(
        name=routine.name,
        tab=tab_of(routine, words),
        strip=tuple(word_strip(routine, words)),
        time=word_length(_part_seconds(session, index), words),
        opener=opener_card(session, index, words) if index or session.selection.prepare else None,
        steps=steps,
        other_side=_other_side(session, index, words),
        other_side_icon=other_side_icon(session, index),
        turns_after=part.turns.index(part.runs[0][-1]) if part.runs[0] else -1,
        side_card=side_card(session, index, tuple(_repeated_cards(session, index, steps, words)), words),
        rules=word_rules_of_part(session, index, words) if len(session.parts) > 1 else word_rules(session, words),
        recipient=tuple(recipient_blocks(session, words)),
        summary=routine.summary,
        preparation=_preparation_in_brief(session, index, words),
        aftercare=_aftercare_in_brief(session, index, words),
    )


def _repeated_cards(session: Session, index: int, steps: Sequence[StepCard], words: Words) -> Iterator[StepCard]:
    """The steps that are done on the other limb after a part with these `steps`, with their drawings of that side.

    A step without a drawing has its picture.
    """
    first = session.repeated_from(index)
    *_, other = session.sides_of(index)
    for part in range(session.parts.index(first), index + 1) if first else ():
        done = session.parts[part]
        cards = steps if part == index else word_step_cards(session, part, words)
        for card, turn in zip(cards, done.turns, strict=True):
            if turn in other:
                again = card_on_other_side(card, turn.step, done.routine)
                yield replace(again, picture=None if again.drawing else again.picture)


def _preparation_in_brief(session: Session, index: int, words: Words) -> tuple[Block, ...]:
    """What is done before a routine, in headings: turning over, clean hands, its notes, what makes it comfortable."""
    comfort = _comfort(session, index, words)
    if index:
        notes = map(note_block, beginning_notes(session, index))
        said = chain(change_blocks(session, index, words), notes, comfort)
    else:
        said = chain(preparation_with_washing(session, words), comfort, quiet_blocks(session, "settle", words))
    return _headings("health-check", words.say("before"), said)


def _aftercare_in_brief(session: Session, index: int, words: Words) -> tuple[Block, ...]:
    """What to do after a routine: the headings of its notes; at the end how to get up, and when to see a doctor."""
    if index + 1 < len(session.parts):
        return _headings("rest", words.say("after"), map(note_block, ending_notes(session, index + 1)))
    said = rest_blocks(session, words)
    getting_up = getting_up_in_brief(said, session, words)
    return _headings("rest", words.say("after"), (*said, *getting_up, *doctor_blocks(session, words)))


def _headings(icon: str, heading: str, said: Iterable[Block]) -> tuple[Block, ...]:
    """The headings of some paragraphs in one paragraph; none if there are none."""
    text = sentences(dict.fromkeys(block.heading for block in said))
    return (Block(icon, heading, text),) if text else ()


def _comfort(session: Session, index: int, words: Words) -> Iterator[Block]:
    """The ways to make the position comfortable that the receiver takes for a routine."""
    routine = session.parts[index].routine
    is_taken = not index or session.parts[index - 1].routine.position != routine.position
    if is_taken:
        yield from comfort_blocks(routine.position, comfort_lines(routine), words)


def _other_side(session: Session, index: int, words: Words) -> str:
    """The steps that are repeated on the other limb after a routine; empty when the session continues."""
    first = session.repeated_from(index)
    if first is None:
        return ""
    one_side, other_side = session.sides_of(index)
    line = repeat_on_other(session, index, words)
    if first == session.parts[index] and one_side == other_side:
        line = words.say("other_limb_line", other=other_limb(first.routine, words))
    text = before_other_side(session, index, line, words)
    if not session.moved_between_sides(index):
        return text
    return sentences([word_other_side(session, index, words), text])


def word_strip(routine: Routine, words: Words) -> Iterator[Fact]:
    """How the receiver lies for a routine, and which limb or side is first."""
    yield Fact(f"receiver-{routine.position}", words.positions[routine.position])
    if order := limb_order(routine, words):
        yield Fact("each-side", order)


def _part_seconds(session: Session, index: int) -> int:
    """Seconds of a routine; settling in and resting count only when it is the whole session."""
    if len(session.parts) == 1:
        return session.seconds
    return sum(slot.seconds for slot in session.slots if slot.part == index and slot.kind not in ("settle", "rest"))
