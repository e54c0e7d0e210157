"""A session on both sides of a sheet: it is turned over when the receiver turns over."""

from __future__ import annotations

from bisect import bisect_left
from itertools import product

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.plan.page import lay_out_front
from cardgen.layouts.plan.scale import PlanScale
from cardgen.layouts.plan.sharing import BETWEEN, RANGES, FrontAndBack
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.plan_rows import PlanRow
from cardgen.wording.words import words

KINDS = (("icons", False), ("compact", False), ("compact", True))
"""The table of both sides, and whether a side may have no body, the best first."""


def lay_out_two_sides(page: PlanPage, form: Format, theme: Theme, *, whole: bool = False) -> list[Face]:
    """Front and back of a plan, every caution in its row; empty when they do not hold it.

    The back begins after the receiver turns over, otherwise with the routine next to that. The list of what to take
    care of is on the front, otherwise on the back; failing that, the front has as much of it as it holds. A `whole`
    plan has all of it and the body on the front, and leaves nothing to the cards. If there is no other way, only the
    rows say which steps to leave out with a condition, and at last dense rows do not say how the receiver turns over.
    """
    beside_rows = replace(page, care=page.care_beside_rows)
    in_brief = replace(beside_rows, rows=tuple(map(_in_brief, page.rows)))
    ways = (page,) if whole else (page, beside_rows, in_brief)
    return next(filter(None, (_lay_out_best(way, form, theme, whole) for way in ways)), [])


def _in_brief(row: PlanRow) -> PlanRow:
    return replace(row, cue="") if row.turns_over else row


def _lay_out_best(page: PlanPage, form: Format, theme: Theme, whole: bool) -> list[Face]:
    """Both sides, in the best way that they hold it; empty when there is none."""
    everything, places = len(page.care), _places(page)
    kinds = KINDS[:2] if whole else KINDS
    for count, place, kind in product((everything,) if whole else (everything, 0), places, kinds):
        if faces := _lay_out_both(page, form, theme, place, count, kind, whole):
            return faces
    for place in () if whole else places:
        most = _most_in_front(page, form, theme, place)
        if most and (faces := _lay_out_both(page, form, theme, place, most, KINDS[-1], whole)):
            return faces
    return []


def _lay_out_both(
    page: PlanPage, form: Format, theme: Theme, place: int, count: int, kind: tuple[str, bool], whole: bool
) -> list[Face]:
    """Both sides: the back begins with the row at `place`, and the front has `count` cautions."""
    table, may_be_bare = kind
    ranked, rest = _rank(table, whole), page.care[: len(page.care) - count]
    back = replace(page, before=(), care=rest, cautions=())
    parts = _front(page, place, count), _part(back, place, len(page.rows), 2)
    found = []
    for part in parts:
        side = _lay_out_side(part, form, theme, ranked, may_be_bare)
        if side is None:
            return []
        found.append(side)
    return found


def _most_in_front(page: PlanPage, form: Format, theme: Theme, place: int) -> int:
    """How many of the cautions a front holds that may be without the body."""
    table, may_be_bare = KINDS[-1]
    ranked = _rank(table, whole=False)

    def is_too_much(count: int) -> bool:
        return _lay_out_side(_front(page, place, count), form, theme, ranked, may_be_bare) is None

    return bisect_left(range(1, len(page.care)), True, key=is_too_much)


def _front(page: PlanPage, place: int, count: int) -> PlanPage:
    """The front with the last cautions, which are the same in every session, and where the others are."""
    kept = page.care[len(page.care) - count :]
    overleaf = () if count == len(page.care) else (Block("caution", page.labels["overleaf"], ""),)
    return _part(replace(page, care=(*kept, *overleaf), after=()), 0, place, 1)


def _places(page: PlanPage) -> list[int]:
    """The numbers of the rows that the back may begin with, the best first."""
    turns = [at + 1 for at, row in enumerate(page.rows) if row.turns_over]
    names = [at for at, row in enumerate(page.rows) if row.is_heading and at]
    middle = len(page.rows) / 2
    best = min(turns or names or [round(middle)], key=lambda at: abs(at - middle))
    return sorted({best, *names}, key=lambda at: (abs(at - best), at))


def _part(page: PlanPage, start: int, end: int, side: int) -> PlanPage:
    """A side with some of the rows, and the places of their steps."""
    rows, numbered = page.rows[start:end], words(page.language).say("page_of", number=str(side), count="2")
    cards = {row.card for row in rows}
    sites = tuple(site for site in page.sites if site.card in cards)
    return replace(page, facts=f"{page.facts} · {numbered}", rows=rows, sites=sites)


def _rank(table: str, whole: bool) -> list[PlanScale]:
    """The scales of a kind of table with cautions in the rows, the roomiest first, those without whole rows last."""
    fitting = [scale for scale in scales("plan", list[PlanScale]) if (scale.cautions, scale.table) == ("rows", table)]
    dense = [] if whole else [scale for scale in fitting if not scale.whole_rows]
    return [*(scale for scale in fitting if scale.whole_rows), *dense]


def _lay_out_side(
    page: PlanPage, form: Format, theme: Theme, ranked: list[PlanScale], may_be_bare: bool
) -> Face | None:
    """One side, as roomy as possible: with the body if it has room, and what rows do not hold is only on the cards."""
    only_on_cards = (RANGES, BETWEEN) if any(row.notes for row in page.rows) else (RANGES,)
    for without_body, scale in product((False, True) if may_be_bare else (False,), ranked):
        shown = FrontAndBack(replace(page, only_on_cards=only_on_cards), body="none" if without_body else "front")
        if face := lay_out_front(shown, form, theme, scale):
            return face
    return None
