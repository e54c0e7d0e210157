"""Words a session as a booklet, page by page in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from msgspec import Struct

from cardgen.planning.session import Session, SessionPart
from cardgen.wording.between import WASHING, note_block, with_washing
from cardgen.wording.book_steps import BookStep, OtherStep, word_book_steps, word_other_step
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Block, Deck, Section, StepCard, Tab
from cardgen.wording.every_session import working_blocks
from cardgen.wording.facts import word_giver
from cardgen.wording.glossary import explain_words
from cardgen.wording.keep_off import keep_off_in_a_line
from cardgen.wording.limb_order import other_limb
from cardgen.wording.list_cards import (
    aftercare_with_advice,
)
from cardgen.wording.other_side import before_other_side, other_side_icon, word_other_side
from cardgen.wording.plan_page import PlanPage, word_plan
from cardgen.wording.plan_rows import PlanRow
from cardgen.wording.safety import caution_blocks, condition_blocks, routine_source
from cardgen.wording.sentences import capitalize
from cardgen.wording.session_title import word_title
from cardgen.wording.shown import key_blocks
from cardgen.wording.sites import describe_body
from cardgen.wording.times import clock, whole_minutes
from cardgen.wording.words import ENGLISH, Words, words

BOOK_LABELS = (
    "contents", "how_to_read", "safety", "glossary", "before", "after", "techniques", "notes", "continued",
    "minutes_unit", "stroke_legend", "avoid", "column_card", "steps_count", "step_count",
    "parts_count", "steps_word", "next_time", "next_time_date", "next_time_liked", "next_time_force",
    "disclaimer", "estimates",
)  # fmt: skip


class Opener(Struct, frozen=True):
    """The beginning of a chapter: its area, when and where it is done, its preparation and its principles."""

    title: str
    summary: str
    tab: Tab
    numbers: str
    """Its first and last step: "7–12"."""
    position: str
    """The icon of the receiver's position."""
    facts: tuple[str, ...]
    """Positions and times."""
    drawing_alt: str
    """The alternative text of its drawing."""
    blocks: tuple[Block, ...]
    for_some: tuple[Block, ...]
    """Those of them that are only for some receivers."""
    keep_off: tuple[Block, ...]
    """The cautions of its body areas."""


class OtherSide(Struct, frozen=True):
    """The reminder of everything that is done on the other limb."""

    title: str
    icon: str
    when: str
    """From minute to minute."""
    before: str
    """What to do first."""
    tab: Tab
    steps: tuple[OtherStep, ...]
    after: int
    """The place of the step in its chapter that it comes after."""


class Chapter(Struct, frozen=True):
    """The pages of one routine."""

    opener: Opener
    section: Section
    steps: tuple[BookStep, ...]
    other_side: OtherSide | None
    """Of this routine, and of those before it that are done on the same limb."""


class ScheduleLine(Struct, frozen=True):
    """An entry of the timetable: a routine, a step of the only routine, or a changeover."""

    clock: str
    title: str
    note: str
    """When it begins on the other side."""
    tab: Tab
    number: str
    """Of a step; empty for a routine."""
    icon: str
    """Of a changeover."""


class Book(Struct, frozen=True):
    """Everything that a booklet says."""

    title: str
    language: str
    """The code of the language of its words."""
    subtitle: str
    minutes: str
    cover_alt: str
    """The alternative text of the drawing on the cover."""
    tab: Tab
    plan: PlanPage
    schedule: tuple[ScheduleLine, ...]
    how_to_read: tuple[Block, ...]
    """The purpose of each part of a step."""
    safety: tuple[Block, ...]
    preparation: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    after: tuple[Block, ...]
    glossary: tuple[str, ...]
    """The meanings of its words of the trade, a line for each."""
    techniques: tuple[tuple[str, tuple[int, ...]], ...]
    """Every technique with the numbers of its steps, sorted by name."""
    labels: dict[str, str]

    @property
    def steps(self) -> Iterator[BookStep]:
        """All its steps in order."""
        return (step for chapter in self.chapters for step in chapter.steps)

    def continued(self, label: str) -> str:
        """The title of a continuation page."""
        return f"{self.labels[label]}, {self.labels['continued']}"


def word_book(session: Session, language: str = ENGLISH) -> Book:
    """The booklet of a session."""
    spoken, deck = words(language), word_deck(session, language)
    preparation, safety = (group[0] for group in deck.before)
    return Book(
        title=word_title(session, spoken),
        language=language,
        subtitle=" · ".join(_subtitle(session, spoken)),
        minutes=str(whole_minutes(session.seconds)),
        cover_alt=describe_body(session.turns, spoken),
        tab=deck.sections[0].tab,
        plan=(plan := word_plan(session, language)),
        schedule=tuple(_schedule(session, plan, spoken)),
        how_to_read=tuple(key_blocks(spoken.reading, [step for _, step in deck.steps])),
        safety=safety.blocks,
        preparation=tuple(_preparation(preparation.blocks, session, spoken)),
        chapters=tuple(_chapters(session, deck, spoken)),
        after=aftercare_with_advice(session, spoken),
        glossary=tuple(explain_words(deck, spoken)),
        techniques=tuple(_techniques(session, spoken)),
        labels={label: spoken.say(label) for label in BOOK_LABELS},
    )


def _preparation(blocks: Iterable[Block], session: Session, words: Words) -> Iterator[Block]:
    """What to prepare, with clean hands in their place, and how to work."""
    yield from with_washing(blocks, session, words)
    yield from (block for block in working_blocks(session, words) if block.icon != WASHING)


def _subtitle(session: Session, words: Words) -> Iterator[str]:
    if session.recipient.name:
        yield words.say("recipient", name=session.recipient.name)
    yield capitalize(words.say("then").join(words.positions[position].lower() for position in session.positions))


def _schedule(session: Session, plan: PlanPage, words: Words) -> Iterator[ScheduleLine]:
    """Every routine and every changeover by the clock; the steps, when there is only one routine.

    A routine begins with its first step: what the hands need before it comes first.
    """
    parts, steps = iter(range(len(session.parts))), count(1)
    several, pending = len(session.parts) > 1, None
    for row in plan.rows:
        if row.is_heading:
            pending = _schedule_part(session, next(parts), row, words)
            continue
        if pending and row.card:
            yield pending
            pending = None
        if (row.icon and not (row.is_other_side and several)) or not several:
            begins = next(filter(None, row.clocks))  # what is done only on the other side has no first clock
            yield ScheduleLine(begins, row.name, "", row.tab, str(next(steps)) if row.card else "", row.icon)


def _schedule_part(session: Session, number: int, row: PlanRow, words: Words) -> ScheduleLine:
    """A routine, and when it is repeated on the other side."""
    begins, *again = (_begins(session, number, run) for run in session.runs_of(number))
    routine = session.parts[number].routine
    notes = (words.say("other_from", other=other_limb(routine, words), clock=start) for start in again)
    return ScheduleLine(begins, row.name, next(notes, ""), row.tab, "", "")


def _begins(session: Session, part: int, run: int) -> str:
    """When the first step of a part begins on one side."""
    return clock(next(slot.start for slot in session.slots if slot.turn and (slot.part, slot.run) == (part, run)))


def _chapters(session: Session, deck: Deck, words: Words) -> Iterator[Chapter]:
    steps = {step.card.number: step for step in word_book_steps(session, deck)}
    for index, (part, section) in enumerate(zip(session.parts, deck.sections, strict=True)):
        opener = _opener(session, index, section, words)
        yield Chapter(
            opener,
            section,
            tuple(steps[turn.number] for turn in part.turns),
            _other_side(session, index, section, {number: step.card for number, step in steps.items()}, words),
        )


def _opener(session: Session, index: int, section: Section, words: Words) -> Opener:
    part = session.parts[index]
    routine = part.routine
    opening = (*map(note_block, routine.principles), *caution_blocks([routine_source(session, part)], words))
    given = section.opener.blocks if section.opener else opening
    brief = [block for block in given if block.icon.startswith(("receiver-", "giver-")) and not block.text]
    return Opener(
        title=routine.name,
        summary=routine.summary,
        tab=section.tab,
        numbers=word_numbers_range([turn.number for turn in part.turns]),
        position=f"receiver-{routine.position}",
        facts=tuple(_opener_facts(session, part, index, words)),
        drawing_alt=describe_body(part.turns, words),
        blocks=tuple(block for block in given if block not in brief),
        for_some=tuple(condition_blocks([routine_source(session, part)], words)),
        keep_off=keep_off_in_a_line([part], words),
    )


def word_numbers_range(numbers: Sequence[int]) -> str:
    """The first and the last of some numbers: "7–12", "7"."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def _opener_facts(session: Session, part: SessionPart, index: int, words: Words) -> Iterator[str]:
    """How the receiver lies, where the giver is, and from when to when."""
    routine = part.routine
    yield words.positions[routine.position]
    if routine.giver_at:
        yield word_giver(words.givers[routine.giver_at], words)
    yield _from_to(session, [index], 0, words)


def _from_to(session: Session, parts: Sequence[int], run: int, words: Words) -> str:
    """From when to when some parts are done: "22:00 to 30:30"."""
    slots = [slot for slot in session.slots if slot.part in parts and slot.run == run and slot.turn]
    slots = slots or [slot for slot in session.slots if slot.part in parts and slot.turn]
    return words.say("from_to", start=clock(slots[0].start), end=clock(slots[-1].end))


def _other_side(
    session: Session, index: int, section: Section, cards: dict[int, StepCard], words: Words
) -> OtherSide | None:
    """Every step on the other limb, those too that are done only there; None when the session goes on."""
    first = session.repeated_from(index)
    if first is None:
        return None
    parts = range(session.parts.index(first), index + 1)
    routines = {turn.number: session.parts[part].routine for part in parts for turn in session.parts[part].turns}
    _, other = session.sides_of(index)
    steps = (word_other_step(cards[turn.number], turn.step, routines[turn.number], words) for turn in other)
    title = word_other_side(session, index, words)
    last = len(session.parts[index].turns) - 1
    after = section.turns_after if len(parts) == 1 and section.turns_after >= 0 else last
    icon, when = other_side_icon(session, index), _from_to(session, parts, 1, words)
    before = before_other_side(session, index, "", words)
    return OtherSide(title, icon, when, before, section.tab, tuple(steps), after)


def _techniques(session: Session, words: Words) -> Iterator[tuple[str, tuple[int, ...]]]:
    found: dict[str, list[int]] = {}
    for turn in session.turns:
        names = dict.fromkeys(words.techniques[action.technique] for action in turn.step.actions)
        for name in names:
            found.setdefault(name, []).append(turn.number)
    return ((name, tuple(numbers)) for name, numbers in sorted(found.items()))
