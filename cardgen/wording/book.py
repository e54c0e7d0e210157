"""Words a session as a booklet, page by page in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.planning.session import Session, Turn
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Block, Deck, Section, Tab
from cardgen.wording.glossary import explain_words
from cardgen.wording.list_cards import aftercare_with_advice, keep_off_blocks, note_block, paragraph_blocks
from cardgen.wording.plan_page import PlanPage, word_plan
from cardgen.wording.safety import caution_blocks, routine_source
from cardgen.wording.session_title import word_title
from cardgen.wording.times import word_length
from cardgen.wording.words import ENGLISH, Words, words

BOOK_LABELS = (
    "contents", "how_to_read", "safety", "glossary", "before", "at_a_glance", "after", "techniques", "notes",
    "continued", "minutes_unit", "legend", "stroke_legend", "avoid", "column_card",
)  # fmt: skip


class Opener(Struct, frozen=True):
    """The first page of a routine: its area, its facts, its preparation and its principles."""

    title: str
    summary: str
    tab: Tab
    facts: tuple[str, ...]
    drawing_alt: str
    """The alternative text of its drawing."""
    blocks: tuple[Block, ...]


class Chapter(Struct, frozen=True):
    """The pages of one routine."""

    opener: Opener
    section: Section


class Book(Struct, frozen=True):
    """Everything that a booklet says."""

    title: str
    language: str
    """The code of the language of its words."""
    subtitle: str
    cover_alt: str
    """The alternative text of the drawing on the cover."""
    tab: Tab
    plan: PlanPage
    how_to_read: tuple[Block, ...]
    """What each icon beside a step is for."""
    safety: tuple[Block, ...]
    preparation: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    after: tuple[Block, ...]
    glossary: tuple[str, ...]
    """What its words of the trade mean, a line for each."""
    techniques: tuple[tuple[str, tuple[int, ...]], ...]
    """Every technique with the numbers of its steps, sorted by name."""
    signs: dict[str, str]
    """What each stroke means."""
    labels: dict[str, str]

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
        cover_alt=_describe_body(session.turns, spoken),
        tab=deck.sections[0].tab,
        plan=word_plan(session, language),
        how_to_read=tuple(paragraph_blocks(spoken.reading)),
        safety=safety.blocks,
        preparation=(*preparation.blocks, *paragraph_blocks(spoken.working)),
        chapters=tuple(_chapters(session, deck, spoken)),
        after=aftercare_with_advice(session, spoken),
        glossary=tuple(explain_words(deck, spoken)),
        techniques=tuple(_techniques(session, spoken)),
        signs=spoken.signs,
        labels={label: spoken.say(label) for label in BOOK_LABELS},
    )


def _subtitle(session: Session, words: Words) -> Iterator[str]:
    if session.recipient.name:
        yield words.say("recipient", name=session.recipient.name)
    yield word_length(session.seconds, words)
    yield words.say("then").join(words.positions[position].lower() for position in session.positions)


def _chapters(session: Session, deck: Deck, words: Words) -> Iterator[Chapter]:
    for part, section in zip(session.parts, deck.sections, strict=True):
        routine = part.routine
        opening = (*map(note_block, routine.principles), *caution_blocks([routine_source(part)], words))
        blocks = section.opener.blocks if section.opener else opening
        opener = Opener(
            routine.name,
            routine.summary,
            section.tab,
            tuple(fact.word for fact in section.strip),
            _describe_body(part.turns, words),
            (*blocks, *keep_off_blocks([part], words)),
        )
        yield Chapter(opener, _with_other_side(section))


def _describe_body(turns: Sequence[Turn], words: Words) -> str:
    """A body with the areas that the steps work on, as an alternative text."""
    areas = dict.fromkeys(words.areas[turn.area].name for turn in turns)
    return words.say("body_worked", areas=", ".join(areas))


def _with_other_side(section: Section) -> Section:
    """A section whose last step on the first side sends the giver to the other side."""
    if not section.other_side:
        return section
    steps, place = list(section.steps), section.turns_after
    other = Block("other-side", section.other_side, "")
    steps[place] = replace(steps[place], blocks=(*steps[place].blocks, other))
    return replace(section, steps=tuple(steps))


def _techniques(session: Session, words: Words) -> Iterator[tuple[str, tuple[int, ...]]]:
    found: dict[str, list[int]] = {}
    for turn in session.turns:
        names = dict.fromkeys(words.techniques[action.technique] for action in turn.step.actions)
        for name in names:
            found.setdefault(name, []).append(turn.number)
    return ((name, tuple(numbers)) for name, numbers in sorted(found.items()))
