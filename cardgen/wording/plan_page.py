"""A session as one page: its timeline, its table of steps, what to prepare, what to beware of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import About, Position
from cardgen.planning.session import Session, SessionPart, Slot, Turn
from cardgen.wording.amounts import key_figure
from cardgen.wording.deck import Block, Fact, KeyFigure, Tab
from cardgen.wording.facts import hand_fact, pressure_fact, tab_of, way_fact
from cardgen.wording.list_cards import aftercare_blocks, area_cautions, preparation_blocks, recipient_blocks
from cardgen.wording.sentences import capital, sentence, word_numbers
from cardgen.wording.step_cards import drawing_of, word_cue
from cardgen.wording.times import clock, whole_minutes, word_minutes
from cardgen.wording.timetable import word_change
from cardgen.wording.words import ENGLISH, Words, words

LABELS = (
    "before", "care", "after", "notes", "column_clock", "column_step", "column_hands", "column_way", "column_press",
    "column_amount", "column_minutes", "minutes_unit", "about", "disclaimer", "on_cards", "on_cards_cues",
    "on_cards_cautions", "on_cards_amounts", "estimates",
)  # fmt: skip
ROWS = {"settle": "talk", "turn-over": "turn-over", "position": "turn-over", "rest": "rest"}
"""Changeovers that get a row of their own and a place on the bar, and their icons."""


class Bar(Struct, frozen=True):
    """A stretch of the timeline, in seconds: a step with its number, or a changeover with its icon."""

    start: int
    end: int
    label: str
    icon: str
    tab: Tab
    again: bool
    """On the other side."""


class Span(Struct, frozen=True):
    """What stands over several bars: the area's letter and name, or which side."""

    start: int
    end: int
    tab: Tab
    text: str


class Row(Struct, frozen=True):
    """A line of the table: a step, a changeover (no number), or a routine's name (no clock either)."""

    tab: Tab
    name: str
    clocks: tuple[str, ...] = ()
    """When it begins: twice when its routine is done on one side, then on the other."""
    number: str = ""
    cue: str = ""
    icon: str = ""
    """Of a changeover."""
    hands: Fact | None = None
    way: Fact | None = None
    press: Fact | None = None
    key: KeyFigure | None = None
    minutes: str = ""
    caution: str = ""
    again: str = ""
    """Beside a routine's name: when it begins on the other side."""
    side: bool = False
    """The whole routine again on the other side: needed where the table has no column for the second clock."""


class Site(Struct, frozen=True):
    """Where on the body a step is."""

    number: int
    drawing: Drawing
    position: Position
    tab: Tab


class PlanPage(Struct, frozen=True):
    """Everything that a session plan says."""

    title: str
    language: str
    """The code of the language that its words are in."""
    facts: str
    minutes: str
    tab: Tab
    one_area: bool
    seconds: int
    bars: tuple[Bar, ...]
    spans: tuple[Span, ...]
    timeline: str
    """What the bars and spans show, in words."""
    clocks: tuple[str, ...]
    """Headings of the columns of clocks: one, or two when there is another side."""
    rows: tuple[Row, ...]
    sites: tuple[Site, ...]
    body: str
    """What the body with its sites shows, in words."""
    before: tuple[Block, ...]
    care: tuple[Block, ...]
    cautions: tuple[Block, ...]
    """The cautions of the steps, each once with the numbers of its steps."""
    after: tuple[Block, ...]
    labels: dict[str, str]


def word_plan(session: Session, language: str = ENGLISH) -> PlanPage:
    """The plan of a session."""
    spoken = words(language)
    areas = dict.fromkeys(turn.area for turn in session.turns)
    spans, sites = tuple(_spans(session, spoken)), tuple(_sites(session, spoken))
    sided = any(part.passes > 1 for part in session.parts)
    return PlanPage(
        title=session.name,
        language=language,
        facts=" · ".join(_facts(session, spoken)),
        minutes=str(whole_minutes(session.seconds)),
        tab=tab_of(session.parts[0].routine.area, spoken),
        one_area=len(areas) == 1,
        seconds=session.seconds,
        bars=tuple(_bars(session, spoken)),
        spans=spans,
        timeline=_timeline(spans, spoken),
        clocks=(spoken.say("column_first"), spoken.say("column_other")) if sided else (spoken.say("column_clock"),),
        rows=tuple(_rows(session, spoken)),
        sites=sites,
        body=_body(sites, spoken),
        before=tuple(_before(session, spoken)),
        care=tuple(_care(session, spoken)),
        cautions=tuple(_cautions(session, spoken)),
        after=tuple(aftercare_blocks(session)),
        labels={label: spoken.say(label) for label in LABELS},
    )


def _facts(session: Session, words: Words) -> Iterator[str]:
    """The line below the title: the receiver's positions in order, and which limbs."""
    yield words.say("session_plan")
    yield words.say("then").join(words.positions[position].lower() for position in session.positions)
    yield from dict.fromkeys(words.both[part.routine.limb] for part in session.parts if part.passes > 1)


def _bars(session: Session, words: Words) -> Iterator[Bar]:
    for slot in session.slots:
        if slot.turn:
            yield Bar(slot.start, slot.end, str(slot.turn.number), "", tab_of(slot.turn.area, words), slot.run > 0)
        elif slot.kind in ROWS:
            yield Bar(
                slot.start, slot.end, "", ROWS[slot.kind], tab_of(session.parts[slot.part].routine.area, words), False
            )


def _spans(session: Session, words: Words) -> Iterator[Span]:
    """Neighbouring steps of one area on one side, together."""
    open_span: Span | None = None
    for slot in session.slots:
        if slot.turn is None:
            continue
        tab = tab_of(slot.turn.area, words)
        text = _span_text(session.parts[slot.part], slot, tab, words)
        if open_span and (open_span.tab, open_span.text) == (tab, text):
            open_span = replace(open_span, end=slot.end)
            continue
        if open_span:
            yield open_span
        open_span = Span(slot.start, slot.end, tab, text)
    if open_span:
        yield open_span


def _span_text(part: SessionPart, slot: Slot, tab: Tab, words: Words) -> str:
    if part.passes == 1:
        return tab.name
    return capital(words.say("other_side" if slot.run else "first_side", limb=words.limbs[part.routine.limb]))


def _timeline(spans: Sequence[Span], words: Words) -> str:
    """Every area, from when to when."""
    said = (words.say("span", what=span.text, start=clock(span.start), end=clock(span.end)) for span in spans)
    return sentence(words.say("timeline", spans=", ".join(said)))


def _rows(session: Session, words: Words) -> Iterator[Row]:
    """Every step once, the changeovers that take long, and the names of the routines when there are several."""
    named = -1
    for slot in session.slots:
        part = session.parts[slot.part]
        tab = tab_of(part.routine.area, words)
        if slot.kind in ROWS:
            cue = words.changes_how.get(slot.kind, "")
            time = word_minutes(About(about=slot.seconds / 60))
            name = word_change(slot, session, words)
            yield Row(tab, name, (clock(slot.start),), cue=cue, icon=ROWS[slot.kind], minutes=time)
        if slot.kind == "side":
            time = word_minutes(About(about=(_end(session, slot) - slot.start) / 60))
            yield Row(
                tab, word_change(slot, session, words), (clock(slot.start),), icon="other-side", minutes=time, side=True
            )
        if slot.turn and not slot.run:
            if named != slot.part and len(session.parts) > 1:
                yield Row(tab, part.routine.name, again=_again(session, slot.part, words))
            named = slot.part
            yield _step_row(slot.turn, session, words)


def _again(session: Session, number: int, words: Words) -> str:
    """When a routine begins on the other side: "other foot from 44:00"."""
    part = session.parts[number]
    if part.passes == 1:
        return ""
    start = clock(session.starts[part.turns[0].number][1])
    return words.say("other_from", limb=words.limbs[part.routine.limb], clock=start)


def _end(session: Session, side: Slot) -> int:
    """When the other side is done."""
    return max(slot.end for slot in session.slots if (slot.part, slot.run) == (side.part, side.run))


def _step_row(turn: Turn, session: Session, words: Words) -> Row:
    step = turn.step
    actions = (step, *step.phases)
    hand = next((action.hand for action in actions if action.hand), None)
    way = next(((way, action) for action in actions for way in action.ways), None)
    force = next((action.force for action in actions if action.force), None)
    amount = word_minutes(turn.minutes)
    return Row(
        tab_of(turn.area, words),
        step.name,
        tuple(map(clock, session.starts[turn.number])),
        str(turn.number),
        word_cue(turn, words),
        hands=hand_fact(hand, words) if hand else None,
        way=way_fact(*way, words) if way else None,
        press=pressure_fact(force, words) if force else None,
        key=key_figure(turn, words),
        minutes=words.say("twice", amount=amount) if step.twice else amount,
        caution=step.caution or "",
    )


def _sites(session: Session, words: Words) -> Iterator[Site]:
    for part in session.parts:
        for turn in part.turns:
            position = turn.step.position or part.routine.position
            yield Site(turn.number, drawing_of(turn), position, tab_of(turn.area, words))


def _body(sites: Sequence[Site], words: Words) -> str:
    """Every area with the numbers of its steps."""
    found: dict[str, list[int]] = {}
    for site in sites:
        found.setdefault(site.tab.name, []).append(site.number)
    said = (words.say("site", area=area, numbers=word_numbers(numbers)) for area, numbers in found.items())
    return sentence(words.say("body_map", sites="; ".join(said)))


def _before(session: Session, words: Words) -> Iterator[Block]:
    """What to tick off before the start: to ask first, then what the routines need, each thing once."""
    first = session.parts[0].routine
    for block in recipient_blocks(session, words):
        yield Block(block.icon, f"{block.heading}: {block.text}" if block.text else block.heading, "")
    yield from (Block(check.icon, check.text, "") for check in words.checks)
    blocks = list(preparation_blocks(session))
    if f"receiver-{first.position}" not in (block.icon for block in blocks):
        position = words.positions[first.position].lower()
        yield Block(f"receiver-{first.position}", words.say("receiver", position=position), "")
    yield from dict.fromkeys(Block(block.icon, block.heading, "") for block in blocks)


def _care(session: Session, words: Words) -> Iterator[Block]:
    """Where no pressure may go, and the stop signs."""
    yield from (Block("no-go", caution, "") for caution in area_cautions(session.parts, words))
    yield from (Block(sign.icon, sign.text, "") for sign in words.care)


def _cautions(session: Session, words: Words) -> Iterator[Block]:
    found: dict[str, list[int]] = {}
    for turn in session.turns:
        if turn.step.caution:
            found.setdefault(turn.step.caution, []).append(turn.number)
    return (Block("caution", f"{word_numbers(numbers)}: {text}", "") for text, numbers in found.items())
