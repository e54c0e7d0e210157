"""What of a plan is on its front, and what on its back or only on the cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.plan.advice_lists import PlanList
from cardgen.model.card_name import CardName
from cardgen.scene.text import width
from cardgen.wording.deck import Block
from cardgen.wording.key_figures import KeyFigure, WordFigure
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.sentences import word_cards

FrontContents = Literal["all", "care", "before", "lists", "table", "after", "bare"]
WAYS: tuple[FrontContents, ...] = ("all", "care", "before", "table")
"""The contents of the front: everything; all but the care list; also without what to do before; only the table."""
LAST_WAY: FrontContents = "after"
"""The table and the body, without what to do afterwards: for a table that no other way has room for."""
DENSE_WAYS: tuple[FrontContents, ...] = ("all", "care", "before", "lists", "table", "after", "bare")
"""The contents of a front with a line for each step, on which large type is worth more than the body: two ways lack it.

The one still has what to do afterwards, the other only the table.
"""
AMOUNTS, RANGES, BETWEEN = "on_cards_amounts", "on_cards_ranges", "on_cards_between"
"""The labels of what rows may leave to the cards."""
SHORT_AMOUNT = 5.0
"""Width of an amount in words for which every row has room, in type sizes."""


class FrontAndBack(Struct, frozen=True):
    """The contents of the front of a plan, and the lists on its back."""

    front: PlanPage
    back: tuple[PlanList, ...] = ()
    body: Literal["front", "back", "none"] = "front"
    """Where the body is; only a front that has it has lines for notes."""


class RowOverflow(NamedTuple):
    """The lists on the back with what rows have no room for, and the labels of what is only on the cards."""

    more_overleaf: bool = False
    only_on_cards: tuple[str, ...] = ()
    lists: tuple[PlanList, ...] = ()

    def name_on(self, front: PlanPage) -> PlanPage:
        """The front with a note on where the rest is."""
        return replace(front, more_overleaf=self.more_overleaf, only_on_cards=self.only_on_cards)


def share(page: PlanPage, way: FrontContents, cautions: str) -> FrontAndBack:
    """The contents of the front and of the back."""
    overleaf, labels = Block("caution", page.labels["overleaf"], ""), page.labels
    before = PlanList(labels["before"], page.before, tick=True)
    in_steps = (
        (PlanList(labels["care_steps"], page.cautions, labels="lines", starts=_routine_starts(page)),)
        if cautions == "list" and page.cautions
        else ()
    )
    care = (PlanList(labels["care"], page.care), *in_steps)
    fuller = replace(page, care=(overleaf,), cautions=())
    if way == "all":
        return FrontAndBack(page)
    if way == "care":
        return FrontAndBack(fuller, care)
    if way in ("before", "lists"):
        return FrontAndBack(replace(fuller, before=()), (before, *care), "none" if way == "lists" else "front")
    after = (PlanList(labels["after"], page.after),) if page.after else ()
    if way == "after":
        return FrontAndBack(replace(fuller, before=(), after=()), (before, *care, *after))
    facts = f"{page.facts} · {labels['overleaf']}"
    only = replace(page, facts=facts, before=(), care=(), cautions=(), after=())
    return FrontAndBack(only, (before, *care, *after), "none" if way == "bare" else "back")


def _routine_starts(page: PlanPage) -> tuple[int, ...]:
    """The places of the cautions with which those of a routine begin, by the first of the steps that have them."""
    letters = {row.caution: row.card.letter for row in reversed(page.rows) if row.card}
    routines = [letters[block.text] for block in page.cautions]
    return tuple(place for place, (one, other) in enumerate(pairwise(routines), 1) if one != other)


def without_long_amounts(page: PlanPage) -> PlanPage:
    """The plan without amounts in words that are longer than some names."""
    return replace(page, rows=[replace(row, key=None) if _is_long(row.key) else row for row in page.rows])


def _is_long(key: KeyFigure | None) -> bool:
    return isinstance(key, WordFigure) and (len(key.lines) > 1 or width(key.lines[0], "semibold", 1) > SHORT_AMOUNT)


def levels(page: PlanPage, shown: PlanPage) -> Iterator[RowOverflow]:
    """How much of what the shown rows leave out the back has, less and less."""
    rows = list(zip(page.rows, shown.rows, strict=True))
    found = [(row.card, row.key.line if row.key and not kept.key else "", row.more) for row, kept in rows]
    whole = [(card, " · ".join(filter(None, (key, more)))) for card, key, more in found]
    keys = [*_by_text((card, key) for card, key, _ in found)]
    between = _as_list(page, "between", "next", ((row.name, row.notes) for row in page.rows))
    steps = partial(_as_list, page, "steps_overleaf", "repetitions")
    yield RowOverflow(more_overleaf=True, lists=(*steps(_by_text(whole)), *between))
    if keys:
        yield RowOverflow(more_overleaf=True, only_on_cards=(RANGES,), lists=(*steps(keys), *between))
    left_to_cards = (AMOUNTS, RANGES) if keys else (RANGES,)
    yield RowOverflow(only_on_cards=left_to_cards, lists=between)
    yield RowOverflow(only_on_cards=(*left_to_cards, BETWEEN) if between else left_to_cards)


def _by_text(rows: Iterable[tuple[CardName | None, str]]) -> Iterator[tuple[str, str]]:
    """Each text once, with the cards of its steps."""
    found: dict[str, list[CardName]] = {}
    for card, text in rows:
        if card and text:
            found.setdefault(text, []).append(card)
    return ((word_cards(cards), text) for text, cards in found.items())


def _as_list(page: PlanPage, label: str, icon: str, rows: Iterable[tuple[str, str]]) -> tuple[PlanList, ...]:
    """A list for the back, with a line for each row that has a text; none when no row has one."""
    blocks = tuple(Block(icon, name, text) for name, text in rows if text)
    return (PlanList(page.labels[label], blocks, labels="lines"),) if blocks else ()
