"""The job that prints a session on one page."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import Fault, UserError
from cardgen.jobs.comparison import compare, page_entries, without_pages
from cardgen.jobs.job import name_faults
from cardgen.jobs.printout import Printout, counted, trace_sources
from cardgen.jobs.session_job import DocumentJob
from cardgen.jobs.time_advice import time_advice
from cardgen.layouts.parts.sketch import MisfitError
from cardgen.layouts.plan.enlarged import lay_out_enlarged
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.layouts.plan.two_sides import lay_out_two_sides
from cardgen.pdf.document import build_pdf
from cardgen.pdf.structure import leaf_tags
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark
from cardgen.scene.record import Record
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.paper import DEFAULT_PAPER, papers
from cardgen.wording.left_out import word_left_out
from cardgen.wording.plan_page import PlanPage, word_plan
from cardgen.wording.words import ENGLISH, words

LARGE_PAPER = "a3"
MOST_SIDES = 2
"""The sides of a sheet; only a plan in large print takes more."""


class PlanJob(DocumentJob, frozen=True, kw_only=True):
    """A session on one page: a timeline, the steps, what to prepare, and what to be careful about."""

    command: ClassVar = "plan"

    paper: str | None = None
    """The paper in the printer: a4, letter, ...  [default: a4; in large print, a3]"""
    sides: Literal["front", "duplex"] = "front"
    """front: all steps on one side, lists on the back if necessary. duplex: steps on both sides, cautions in rows."""

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        yield from name_faults("paper", self.sheet, papers())

    @property
    def sheet(self) -> str:
        """The name of the paper."""
        return self.paper or (LARGE_PAPER if self.large else DEFAULT_PAPER)

    def print_session(self, session: Session) -> Printout:
        page = word_plan(session, self.language)
        faces = self._try_to_lay_out(page, session)
        two_sided = len(faces) > 1
        record = Record("plan", self.request, trace_sources(session), pages=page_entries(faces))
        earlier = self.earlier(record)
        if earlier and earlier.has_all(record):
            return without_pages(earlier, record)
        sides, properties = (
            ", on both sides, flipped on the long edge" if two_sided else "",
            self.properties(session, record),
        )
        compared = compare(earlier, record) if earlier else ()
        return Printout(
            data=build_pdf(
                place_on_pages(faces),
                properties,
                self.pdf_format,
                duplex="long" if two_sided else None,
                bookmarks=list(_outline(page, faces)) if len(faces) > MOST_SIDES else (),
            ),
            summary=self._summary(len(faces)),
            pages=len(faces),
            record=record,
            left_out=word_left_out(session, words(ENGLISH)),
            advice=(
                f"Print it at 100% (actual size){sides}.",
                *self._sides_advice(page, faces),
                *compared,
                *time_advice(session, self.routines_folder),
            ),
            warnings=self.session_warnings(session),
        )

    def _sides_advice(self, page: PlanPage, faces: Sequence[Face]) -> Iterator[str]:
        """The advice to print steps on both sides where one side has no room for their cautions."""
        headings = {face.text(tag) for face in faces[1:] for tag in face.tags if tag.role == "H2"}
        if page.labels["care_steps"] in headings and not self.large and replace(self, sides="duplex")._fits(page):
            yield "With each caution below its step, in smaller type: <sides=duplex>."

    def _fits(self, page: PlanPage) -> bool:
        """Whether the plan fits on its paper."""
        try:
            return bool(self._lay_out(page, self.sheet.lower()))
        except MisfitError:
            return False

    def _summary(self, pages: int) -> str:
        if pages > MOST_SIDES:
            return f"{pages} pages of {self.sheet}"
        return f"one page of {self.sheet}{' and its back' if pages == MOST_SIDES else ''}"

    def _lay_out(self, page: PlanPage, paper: str) -> list[Face]:
        """The plan on a page of this paper, perhaps with a back, or on more in large print; else empty."""
        form, colors = Format(papers()[paper].size, large=self.large), theme(self.theme)
        if self.large:
            return lay_out_enlarged(page, form, colors)
        return lay_out_two_sides(page, form, colors) if self.sides == "duplex" else lay_out_plan(page, form, colors)

    def _try_to_lay_out(self, page: PlanPage, session: Session) -> list[Face]:
        """The plan on its paper; UserError with what would make it fit, otherwise with the text that is too long."""
        reason: UserError | None = None
        try:
            if faces := self._lay_out(page, self.sheet):
                return faces
        except MisfitError as error:
            reason = error
        ways = self._fitting_ways(page)
        raise reason if reason and not ways else UserError(self._misfit(ways, session))

    def _fitting_ways(self, page: PlanPage) -> list[str]:
        """The choices with which the plan would fit."""
        ways = [f"<paper={name}>" for name in papers() if replace(self, paper=name)._fits(page)]
        other: Literal["front", "duplex"] = "duplex" if self.sides == "front" else "front"
        if not self.large and replace(self, sides=other)._fits(page):
            ways.insert(0, f"<sides={other}>")
        return ways

    def _misfit(self, ways: Sequence[str], session: Session) -> Fault:
        """The error for a plan that does not fit on its paper."""
        remedy = f"It fits with {' or '.join(ways)}." if ways else "Plan fewer routines, or a shorter session."
        steps = counted(len(session.turns), "step")
        return Fault(f"A plan of {steps} does not fit on one page of {self.sheet}.", remedy)


def _outline(page: PlanPage, faces: Sequence[Face]) -> Iterator[Bookmark]:
    """An entry for each heading of a plan, and one for each routine in its table, or for the steps of a single one."""
    names = {row.name for row in page.rows if row.is_heading}
    is_named = bool(names)
    for number, face in enumerate(faces):
        for tag in face.tags:
            if tag.role in ("H1", "H2"):
                yield Bookmark(face.text(tag), number, 0)
            elif tag.role == "Table" and names:
                texts = [face.text(leaf) for leaf in leaf_tags([tag])]
                yield from (Bookmark(text, number, 0) for text in texts if text in names)
            elif tag.role == "Table" and not is_named:
                yield Bookmark(words(page.language).say("steps"), number, 0)
                is_named = True
