"""A session on one page."""

from __future__ import annotations

from cardgen.artwork.theme import theme
from cardgen.errors import Fault, UserError
from cardgen.jobs.result import Print, of_session, print_pages, traced
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.pdf.properties import TAGGED_PDF, PdfFormat
from cardgen.planning.session import Session
from cardgen.scene.record import Command, Record
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper, papers
from cardgen.wording.plan_page import word_plan
from cardgen.wording.words import ENGLISH


def print_plan(
    session: Session,
    *,
    command: Command | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    language: str = ENGLISH,
    pdf_format: PdfFormat = TAGGED_PDF,
) -> Print:
    """A session on one page; UserError when it does not fit, naming the papers that it fits on."""
    page, colors = word_plan(session, language), theme(theme_name)
    face = lay_out_plan(page, Format(paper(paper_name).size), colors)
    if face is None:
        fitting = [name for name, sheet in papers().items() if lay_out_plan(page, Format(sheet.size), colors)]
        remedy = f"It fits on {' or '.join(fitting)}." if fitting else "Plan fewer routines, or a shorter session."
        problem = f"A plan of {len(session.turns)} steps does not fit on one page of {paper_name}."
        raise UserError(Fault(problem, remedy))
    properties = of_session(session, language, Record("plan", command, traced(session)), pdf_format)
    return print_pages([face], properties, pdf_format)
