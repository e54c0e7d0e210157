"""A session on both sides of a sheet: it is turned over when the receiver turns over."""

from __future__ import annotations

from itertools import product

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.scales import scales
from cardgen.layouts.plan.page import Shown, lay_out_front
from cardgen.layouts.plan.scale import PlanScale
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.wording.plan_page import PlanPage

TURN_OVER = "turn-over"
"""The icon of the changeover after which the back begins."""


def lay_out_two_sides(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """Front and back of a plan, every caution in its row; empty when one of them does not fit."""
    faces = [_lay_out_side(side, form, theme) for side in _split(page)]
    found = [face for face in faces if face]
    return found if len(found) == len(faces) else []


def _split(page: PlanPage) -> tuple[PlanPage, PlanPage]:
    """What is before the receiver turns over, and after; or else two halves, the second from a routine on."""
    place = _place_of_turn(page)
    front = _part(replace(page, after=()), 0, place)
    back = _part(replace(page, before=(), care=(), cautions=()), place, len(page.rows))
    return front, back


def _place_of_turn(page: PlanPage) -> int:
    """The number of the first row on the back."""
    turns = [at + 1 for at, row in enumerate(page.rows) if row.icon == TURN_OVER]
    names = [at for at, row in enumerate(page.rows) if row.is_heading and at]
    middle = len(page.rows) / 2
    return min(turns or names or [round(middle)], key=lambda at: abs(at - middle))


def _part(page: PlanPage, start: int, end: int) -> PlanPage:
    """A page with some of the rows, and the places of their steps."""
    rows = page.rows[start:end]
    numbers = {int(row.number) for row in rows if row.number}
    return replace(page, rows=rows, sites=tuple(site for site in page.sites if site.number in numbers))


def _lay_out_side(page: PlanPage, form: Format, theme: Theme) -> Face | None:
    """One side, as roomy as possible: with the body if it has room, and what rows do not hold is only on the cards."""
    fitting = [scale for scale in scales("plan", list[PlanScale]) if scale.cautions == "rows"]
    ranked = sorted(fitting, key=lambda scale: not scale.whole_rows)
    for without_body, scale in product((False, True), ranked):
        left_out = "" if scale.whole_rows else page.labels["amounts_on_cards"]
        shown = Shown(replace(page, left_out=left_out), map_on_back=without_body)
        if face := lay_out_front(shown, form, theme, scale):
            return face
    return None
