"""What a job must print of a routine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.plan import PlanJob
from cardgen.jobs.session_job import DocumentJob
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.model.routine import Step
from cardgen.planning.session import Session
from cardgen.scene.record import Record
from cardgen.sheets.paper import booklet_page, paper
from cardgen.units import MM, Size
from cardgen.wording.book import Book, word_book
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck, Tab
from cardgen.wording.plan_page import PlanPage, word_plan
from cardgen.wording.safety_map import SafetyMap
from cardgen.wording.small_cards import for_small_cards
from cardgen.wording.words import words
from tests.attack.routines import said
from tests.attack.said import Said, Wanted, may_say
from tests.attack.said_in_pages import (
    minutes_of_changes,
    said_beside_steps,
    said_beside_table,
    said_in_book,
    said_in_table,
    said_of_changes,
    said_of_other_side,
    said_on_back_cover,
)
from tests.attack.said_on_cards import (
    rules_in_full_or_brief,
    said_beside_rows,
    said_by_step,
    said_in_paragraphs,
    said_in_row,
    said_on_list_cards,
)


def said_by(text: str, job: DocumentJob, record: Record) -> Said:
    """What a job must print of the routine with this YAML text, and what it may."""
    session = job.plan()
    own = {step.id: step for step in said(text).steps}
    own_steps = [own[turn.step.id] for turn in session.turns]
    match job:
        case CardsJob():
            deck = word_deck(session, job.language)
            common = said_anyhow(job, session, record, deck, deck.sections[0].tab, deck.safety_map)
            return said_by_cards(common, job, deck, own_steps, record)
        case BookletJob():
            book = word_book(session, job.language)
            common = said_anyhow(job, session, record, book, book.tab, book.plan.safety_map)
            return said_by_booklet(common, job, book, own_steps)
        case PlanJob():
            page = word_plan(session, job.language)
            common = said_anyhow(job, session, record, page, page.tab, page.safety_map)
            return said_by_plan(common, job, page)
    raise TypeError(job)


def said_anyhow(
    job: DocumentJob, session: Session, record: Record, wording: Deck | Book | PlanPage, tab: Tab, shown: SafetyMap
) -> Said:
    """What every kind of print says."""
    marks = [entry.mark for entry in record.cards]
    return Said(
        steps=[],
        others=[],
        anywhere=[(job.recipient,), (job.notes,)],
        map_key=shown.no_pressure,
        on_map=shown.said | {words(job.language).say("keep_off")},
        vocabulary=may_say(wording, tab.letter, marks, session, job.language),
        letters=tuple(tab.letter),
    )


def said_by_cards(common: Said, job: CardsJob, deck: Deck, own_steps: Sequence[Step], record: Record) -> Said:
    """All that the cards of a deck say, once in each copy."""
    size, either = Size(*(MM * side for side in record.card or ())), list[list[Wanted]]()
    if job.layout == "overview":
        steps = [said_in_row(card) for _, card in deck.steps]
        others = [text for section in deck.sections for text in said_beside_rows(section)]
        either = [job.copies * rules for rules in rules_in_full_or_brief(deck.sections[0])]
    else:
        cards = zip(deck.steps, own_steps, strict=True)
        steps = [said_by_step(card, own, deck, job.duplex) for (_, card), own in cards]
        is_small = not step_scale(size, job.large).title_card
        others = list(said_on_list_cards(for_small_cards(deck) if is_small else deck))
    return replace(
        common,
        name="" if job.layout == "overview" else deck.name,
        steps=steps,
        others=job.copies * others,
        either=either,
        marks=job.copies * [entry.mark for entry in record.cards],
        size=size,
    )


def said_by_booklet(common: Said, job: BookletJob, book: Book, own_steps: Sequence[Step]) -> Said:
    """All that the pages of a booklet say."""
    return replace(
        common,
        steps=[said_in_book(step, own) for step, own in zip(book.steps, own_steps, strict=True)],
        again=list(said_of_other_side(book)),
        again_below=next((chapter.other_side.title for chapter in book.chapters if chapter.other_side), ""),
        example_below=book.labels["how_to_read"],
        others=list(said_beside_steps(book)),
        anywhere=[*common.anywhere, *said_in_paragraphs(book.how_to_read)],
        schedule=list(said_on_back_cover(book)),
        size=booklet_page(job.size or paper(job.paper).booklet),
    )


def said_by_plan(common: Said, job: PlanJob, page: PlanPage) -> Said:
    """All that a plan says."""
    return replace(
        common,
        steps=[said_in_table(row) for row in page.rows if row.card],
        others=list(said_beside_table(page)),
        alike=said_of_changes(page),
        minutes=minutes_of_changes(page),
        minutes_below=page.labels["column_minutes"],
        bars=[(card.number, bar.end - bar.start) for bar in page.bars for card in bar.cards],
        spans=Counter(span.tab.letter for span in page.spans),
        sites=frozenset(str(site.card) for site in page.sites if site.is_known),
        size=paper(job.sheet).size,
    )
