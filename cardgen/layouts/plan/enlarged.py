"""A session plan in large print: laid out on smaller paper, and enlarged until nothing is smaller than 14 points."""

from __future__ import annotations

from cardgen.artwork.theme import Theme
from cardgen.layouts.parts.enlarged import enlarge_face, shrink_paper
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.layouts.plan.scale import LEAST_PLAN
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.wording.plan_page import PlanPage


def lay_out_enlarged(page: PlanPage, form: Format, theme: Theme) -> list[Face]:
    """The plan on one page, or else on both sides; empty when it does not fit."""
    small = shrink_paper(form, LEAST_PLAN)
    faces = lay_out_plan(page, small, theme)
    if len(faces) != 1:
        faces = lay_out_two_sides(page, small, theme) or faces
    return [enlarge_face(face, form) for face in faces]
