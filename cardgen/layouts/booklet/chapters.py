"""The chapters of a booklet: what opens a routine, its steps, and what is done once more on the other limb."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import ceil
from typing import Protocol

from msgspec import Struct

from cardgen.layouts.booklet.opener import flow_opener, set_opener, split_opener
from cardgen.layouts.booklet.other_side import flow_other_side, set_other_side
from cardgen.layouts.booklet.page_sharing import Piece, PiecePlace, share_pages
from cardgen.layouts.booklet.pages import BookPages, StartPage
from cardgen.layouts.booklet.step_block import set_half_step
from cardgen.layouts.booklet.step_pages import flow_step
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.book import Chapter

STEP_WHOLE, OPENER_WHOLE, OTHER_WHOLE = 40.0, 80.0, 120.0
"""The cost of giving a whole page to a part that fits on half of one."""
PAGES_ON_SHEET, MOST_SHEETS = 4, 12
"""The number of pages on a sheet; and of sheets that can be folded and stapled at home without a long-arm stapler."""
STRAIN = 100.0
"""The cost of making a part on half a page half as large as usual."""


class PlacedPart(Protocol):
    """A part in its place on a page."""

    @property
    def strain(self) -> float:
        """How much smaller than usual it had to be made."""

    def draw(self, sketch: Sketch) -> None: ...

    def moved(self, box: Box) -> PlacedPart:
        """The same part in another box of the same size."""


class ChapterPart(Struct, frozen=True):
    """A part of a chapter: how it is set on half a page, if it has room there, and on pages of its own."""

    chapter: Chapter
    name: str
    whole: float
    """The cost of a whole page."""
    set_half: Callable[[Box], PlacedPart | None]
    flow: Callable[[StartPage], list[Sketch]]
    split: Callable[[Box, Box], tuple[PlacedPart, PlacedPart] | None] | None = None
    """How it is set on the lower half of a page and the upper half of the next one."""
    step: int | None = None
    """The number of its step."""
    card: str = ""
    """The name of its step's card."""

    @property
    def opens(self) -> bool:
        return self.step is None and self.split is not None


class Trial(Struct, frozen=True):
    """How a part of a chapter looks on half a page, otherwise on a lower and an upper half, and what it costs."""

    part: ChapterPart
    piece: Piece
    half: PlacedPart | None = None
    split: tuple[PlacedPart, PlacedPart] | None = None

    def place(self, place: PiecePlace, half: Box) -> PlacedPart | None:
        """The part in its half of a page."""
        if place == "half" or self.split is None:
            return self.half.moved(half) if self.half else None
        first, second = self.split
        return (second if place == "second" else first).moved(half)


PartKey = tuple[int, int]
"""The number of a chapter, and of a part in it."""
Group = list[tuple[Trial, PiecePlace]]
"""The parts on a page, or a part with whole pages."""


def add_chapters(pages: BookPages, count_back: Callable[[BookPages], int]) -> dict[int, int]:
    """Add the pages of all chapters; `count_back` counts the pages after them. Returns the page of each step.

    A chapter begins on a page of its own, or where the last one ends if that saves a sheet. In a booklet of too many
    sheets to fold, what opens a chapter has only the reasons that need no more room.
    """
    others, known = pages.next + count_back(pages), dict[PartKey, Trial]()
    groups = _choose(pages, others, known)
    if _sheets(others + _count(groups)) > MOST_SHEETS:
        pages.brief = True
        groups = _choose(pages, pages.next + count_back(pages), known)
    found: dict[int, int] = {}
    for group in groups:
        _add_page(pages, group, found)
    return found


def _choose(pages: BookPages, others: int, known: dict[PartKey, Trial]) -> list[Group]:
    """The parts on each page: chapters on pages of their own, or joined if that saves a sheet.

    `known` keeps the trials of all parts but the openers: they are the same with brief openers.
    """
    chapters = [
        [_try(pages, part, (number, place), known) for place, part in enumerate(_parts(pages, chapter))]
        for number, chapter in enumerate(pages.book.chapters)
    ]
    alone = [group for trials in chapters for group in _share(trials)]
    joined = list(_share([trial for trials in chapters for trial in trials]))
    return joined if _sheets(others + _count(joined)) < _sheets(others + _count(alone)) else alone


def _share(trials: Sequence[Trial]) -> Iterator[Group]:
    """The parts on each page, with their places."""
    for group in share_pages([trial.piece for trial in trials]):
        yield [(trials[number], place) for number, place in group]


def _count(groups: Sequence[Group]) -> int:
    """The number of pages."""
    return sum(max(trial.piece.pages for trial, _ in group) for group in groups)


def _sheets(pages: int) -> int:
    return ceil(pages / PAGES_ON_SHEET)


def _parts(pages: BookPages, chapter: Chapter) -> Iterator[ChapterPart]:
    """The opener, the steps, the other side."""
    opener, other = chapter.opener, chapter.other_side
    yield ChapterPart(
        chapter,
        opener.title,
        OPENER_WHOLE,
        partial(set_opener, pages, chapter),
        partial(flow_opener, pages, chapter),
        partial(split_opener, pages, chapter),
    )
    for number, step in enumerate(chapter.steps):
        card = step.card
        half, flow = partial(set_half_step, pages, step), partial(flow_step, pages, step)
        name = f"{card.number} {card.title}"
        yield ChapterPart(chapter, name, STEP_WHOLE, half, flow, step=card.number, card=str(card.name))
        if other and number == other.after:
            repeat, repeats = partial(set_other_side, pages, other), partial(flow_other_side, pages, other)
            yield ChapterPart(chapter, other.title, OTHER_WHOLE, repeat, repeats)


def _try(pages: BookPages, part: ChapterPart, key: PartKey, known: dict[PartKey, Trial]) -> Trial:
    """A part on half a page, on whole ones, or on two halves; only an opener is set again."""
    if part.opens or key not in known:
        known[key] = _set_on_trial(pages, part)
    return known[key]


def _set_on_trial(pages: BookPages, part: ChapterPart) -> Trial:
    split = None
    if pages.scale.half:
        upper, lower = pages.halves(Box(0, pages.scale.top_margin, pages.width, pages.height))
        if placed := part.set_half(upper):
            return Trial(part, Piece(STRAIN * placed.strain, part.whole, opens=part.opens), placed)
        split = part.split(lower, upper) if part.split else None
    count = len(part.flow(_starter(pages, [part])))
    split = split if count == 1 else None
    return Trial(
        part, Piece(None, part.whole, count, STRAIN * split[0].strain if split else None, part.opens), None, split
    )


def _add_page(pages: BookPages, group: Group, found: dict[int, int]) -> None:
    """Add the page of one part or of two, or all pages of a part that has whole ones."""
    for trial, place in group:
        part = trial.part
        if part.opens and place != "second":
            pages.bookmark(part.name)
        if part.step is not None:
            found[part.step] = pages.next
            pages.bookmark(part.name, level=1)
    start = _starter(pages, [trial.part for trial, _ in group])
    trial, place = group[0]
    made = trial.part.flow(start) if place == "whole" else [_draw_halves(pages, group, start)]
    pages.faces += [sketch.face() for sketch in made]


def _starter(pages: BookPages, group: Sequence[ChapterPart]) -> StartPage:
    """Starts pages with the routines and the names of the cards above, as much of it as has room there."""
    first, routines = pages.next, list(dict.fromkeys(part.chapter.section.name for part in group))
    running = _running_head(pages, routines, ", ".join(part.card for part in group if part.card))
    name = f"{routines[0]}: {', '.join(part.name for part in group)}"
    tabs = list(dict.fromkeys(part.chapter.opener.tab for part in group))

    def start(index: int) -> tuple[Sketch, Box]:
        return pages.start_page(name, running, tabs, first + index)

    return start


def _running_head(pages: BookPages, routines: Sequence[str], cards: str) -> tuple[str, str]:
    """The routines and the names of the cards, which are read; a booklet of one routine does not name it again."""
    named = f"{pages.book.labels['column_card']} {cards}" if cards else ""
    before = "" if routines == [pages.book.title] else " · ".join(routines)
    texts = ((f"{before} · ", named), ("", named)) if named and before else ((before, ""), (routines[-1], ""))
    tried = texts if before else (("", named),)
    return next((text for text in tried if pages.fits_in_head("".join(text))), ("", ""))


def _draw_halves(pages: BookPages, group: Group, start: StartPage) -> Sketch:
    """A page with one part on each half."""
    sketch, room = start(0)
    halves = pages.halves(room)
    for (trial, place), half in zip(group, halves, strict=False):
        if placed := trial.place(place, half):
            placed.draw(sketch)
    if len(group) > 1:
        sketch.draw_rule(room.x, room.right, (halves[0].bottom + halves[1].y) / 2, 0.5, sketch.theme.rule)
    return sketch
