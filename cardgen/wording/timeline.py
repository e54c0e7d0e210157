"""Words the timeline of a session: a bar for each step, and what each stretch of bars is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.card_name import CardName
from cardgen.model.routine import Routine
from cardgen.planning.session import Session, SessionPart, Slot
from cardgen.wording.deck import Tab
from cardgen.wording.facts import tab_of
from cardgen.wording.limb_order import first_limb, other_limb
from cardgen.wording.other_side import other_side_icon
from cardgen.wording.sentences import capitalize, sentence
from cardgen.wording.times import clock
from cardgen.wording.words import Words

CHANGEOVER_ICONS = {
    "settle": "talk",
    "turn-over": "turn-over",
    "position": "turn-over",
    "rest": "rest",
    "wash": "wash-hands",
    "wipe": "towel",
}
"""The changeovers with a row of their own in a plan, with their icons; the others belong to the name of a routine."""
CLEANING = ("wash", "wipe")
"""The changeovers in which the giver cleans the hands; a timeline has no room for them."""


class Bar(Struct, frozen=True):
    """A step with its number, or a changeover with its icon; from start to end in seconds."""

    start: int
    end: int
    number: int
    """The place of its step in the session; 0 for a changeover."""
    cards: tuple[CardName, ...]
    """The card of its step, or of several that share it."""
    icon: str
    tab: Tab
    other_side: bool


class BarTitle(Struct, frozen=True):
    """The title above several bars: a body area, or which side."""

    start: int
    end: int
    tab: Tab
    text: str


def word_bars(session: Session, words: Words) -> Iterator[Bar]:
    """The bars of the timeline."""
    for slot in session.slots:
        if slot.turn:
            tab = tab_of(_routine(session, slot), words, slot.turn.area)
            yield Bar(slot.start, slot.end, slot.turn.number, (slot.turn.card,), "", tab, slot.run > 0)
        elif slot.kind not in CLEANING and (icon := _change_icon(session, slot)):
            tab = tab_of(_routine(session, slot), words)
            yield Bar(slot.start, slot.end, 0, (), icon, tab, other_side=False)


def word_spans(session: Session, words: Words) -> Iterator[BarTitle]:
    """Successive steps of one area on one side, together."""
    open_span: BarTitle | None = None
    for slot in session.slots:
        if slot.turn is None:
            continue
        tab = tab_of(_routine(session, slot), words, slot.turn.area)
        text = _span_text(session.parts[slot.part], slot, tab, words)
        if open_span and (open_span.tab, open_span.text) == (tab, text):
            open_span = replace(open_span, end=slot.end)
            continue
        if open_span:
            yield open_span
        open_span = BarTitle(slot.start, slot.end, tab, text)
    if open_span:
        yield open_span


def _change_icon(session: Session, slot: Slot) -> str:
    """The icon of a long changeover; empty for a short one."""
    turns = slot.kind == "side" and session.moved_between_sides(slot.part)
    return other_side_icon(session, slot.part) if turns else CHANGEOVER_ICONS.get(slot.kind, "")


def _routine(session: Session, slot: Slot) -> Routine:
    return session.parts[slot.part].routine


def _span_text(part: SessionPart, slot: Slot, tab: Tab, words: Words) -> str:
    if part.passes == 1:
        return tab.name
    return capitalize((other_limb if slot.run else first_limb)(part.routine, words))


def describe_timeline(spans: Sequence[BarTitle], words: Words) -> str:
    """Each span with its start and its end, as an alternative text."""
    texts = (words.say("span", what=span.text, start=clock(span.start), end=clock(span.end)) for span in spans)
    return sentence(words.say("timeline", spans=", ".join(texts)))
