"""What the pages of plans and booklets must say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from cardgen.model.routine import Step
from cardgen.wording.book import Book
from cardgen.wording.book_steps import BookStep
from cardgen.wording.key_figures import CountFigure, EachWayFigure
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.plan_rows import PlanRow
from tests.attack.passages import BETWEEN, Wanted, plain
from tests.attack.said import StepSaid
from tests.attack.said_on_cards import said_in_paragraphs
from tests.attack.step_texts import asked, facts_of, key_figures, once_each, written_in


def said_in_table(row: PlanRow) -> StepSaid:
    """What a plan says of a step, whatever its table."""
    number = row.key.number if isinstance(row.key, CountFigure | EachWayFigure) else ""
    return StepSaid(
        number=str(row.card),
        title=row.name,
        texts=once_each((str(row.card), row.name), map(_clock, row.clocks)),
        alike=((row.minutes,), (row.cue,), (row.more,), (number,)),
    )


def said_beside_table(page: PlanPage) -> Iterator[Wanted]:
    """What a plan says in addition to its steps."""
    yield from ((block.heading,) for block in (*page.before, *page.care, *page.after))
    yield from (_at(row.clocks, row.name) for row in page.rows if not row.card)
    yield from ((page.title,), (page.facts,), (f"{page.minutes} {page.labels['minutes_unit']}",))


def said_of_changes(page: PlanPage) -> list[list[tuple[Wanted, Wanted]]]:
    """What the rows of a plan that are no steps say of how it is done."""
    rows = [(_at(row.clocks, row.name), row) for row in page.rows if not row.card]
    kinds = (
        [(name, row.cue) for name, row in rows],
        [(name, row.notes) for name, row in rows],
    )
    return [[(name, (text,)) for name, text in texts if text] for texts in kinds]


def minutes_of_changes(page: PlanPage) -> list[tuple[Wanted, str]]:
    """How long everything but steps takes, each next to its clock and its name."""
    return [(_at(row.clocks, row.name), row.minutes) for row in page.rows if row.minutes and not row.card]


def _clock(clock: str) -> Wanted:
    """A clock, with its seconds or without those of a full minute."""
    return clock, clock.removesuffix(":00")


def _at(clocks: Sequence[str], name: str) -> Wanted:
    """When something begins, and its name after that: in a table of icons, or in that of a program."""
    brief = " ".join(clock.removesuffix(":00") for clock in clocks)
    return BETWEEN.join((*clocks, name)), BETWEEN.join((brief, name))


def said_in_book(step: BookStep, own: Step) -> StepSaid:
    """What a booklet says of a step."""
    card = step.card
    head = f"{card.number} {card.title}"
    texts = (head, card.where, card.caution, card.cue, step.time, *step.clocks.split(" · "), asked(card))
    return StepSaid(
        number=str(card.number),
        title=card.title,
        card=str(card.name),
        heads=(plain(head),),
        texts=once_each(texts, key_figures(card)),
        more=once_each(chain(facts_of(card), written_in(own))),
    )


def said_of_other_side(book: Book) -> Iterator[StepSaid]:
    """What a booklet says once more about steps on the other side, next to its pictures."""
    for chapter in book.chapters:
        for step in chapter.other_side.steps if chapter.other_side else ():
            card = step.card
            head = plain(f"{card.number} {card.title}")
            texts = once_each((head, step.amount, step.manner, card.caution))
            yield StepSaid(number=str(card.number), title=card.title, heads=(head,), texts=texts)


def said_beside_steps(book: Book) -> Iterator[Wanted]:
    """What a booklet says in addition to its steps."""
    yield from said_in_paragraphs((*book.safety, *book.preparation, *book.after))
    listed = {step.card.number: (str(step.card.number), step.card.title) for step in book.steps}
    for technique, numbers in book.techniques:
        yield (technique,)
        yield from ((BETWEEN.join(listed[number]),) for number in numbers)
    yield from ((line,) for line in book.glossary)
    yield from ((text,) for text in (book.title, book.title, book.title, book.subtitle, book.labels["contents"]))
    yield from ((book.labels[part],) for part in ("safety", "before", "after", "techniques") for _ in range(2))
    yield from ((text,) for chapter in book.chapters for text in (chapter.opener.summary, *chapter.opener.facts))


def said_on_back_cover(book: Book) -> list[Wanted]:
    """The lines of the back cover."""
    return [
        (BETWEEN.join(filter(None, (line.clock.removesuffix(":00"), line.number, line.title))),)
        for line in book.schedule
    ]
