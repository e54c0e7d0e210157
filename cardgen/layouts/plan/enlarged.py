"""A session plan in large print: laid out on smaller paper, and enlarged until nothing is smaller than 14 points."""

from __future__ import annotations

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.enlarged import enlarge_face, shrink_paper
from cardgen.layouts.plan.page import lay_out_whole
from cardgen.layouts.plan.pages import lay_out_pages
from cardgen.layouts.plan.scale import LEAST_PLAN
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.wording.plan_page import PlanPage


def lay_out_enlarged(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """The plan on one page, else on both sides, else on more pages; empty when the paper is too small for that.

    Nothing is left to the cards that a plan in usual print would say.
    """
    small = shrink_paper(form, LEAST_PLAN)
    one = lay_out_whole(page, small, theme)
    faces = [one] if one else lay_out_two_sides(page, small, theme, whole=True) or lay_out_pages(page, small, theme)
    return [enlarge_face(face, form) for face in faces]
