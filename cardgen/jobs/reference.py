"""Jobs that print reference pages: the meaning of the signs, and everything that a drawing can name."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from cardgen.artwork.theme import theme, themes
from cardgen.artwork.views import views
from cardgen.errors import Fault
from cardgen.jobs.job import Job, name_faults
from cardgen.jobs.printout import Printout, counted, describe_warnings
from cardgen.layouts.parts.enlarged import enlarge_face, shrink_paper
from cardgen.layouts.reference.body_chart import lay_out_chart
from cardgen.layouts.reference.icon_legend import lay_out_legend
from cardgen.layouts.reference.stroke_legend import lay_out_strokes, lay_out_techniques
from cardgen.layouts.reference.view_sheet import lay_out_views
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import Properties
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark
from cardgen.scene.record import DocumentKind, Record
from cardgen.sheets.cards import place_on_pages
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper, papers
from cardgen.suggestions import suggest
from cardgen.wording.words import ENGLISH, language_faults, language_warnings, words

LEAST_LEGEND = 8
"""The least type size of a legend, in points."""


class ReferenceJob(Job, frozen=True, kw_only=True):
    """Pages that come from no session."""

    kind: ClassVar[DocumentKind]

    paper: str = "a4"
    """The paper in the printer: a4, letter, ..."""
    theme: str = "standard"
    """Colors: standard, mono, ..."""
    language: str = ENGLISH
    """The language of the words that cardgen adds: en, or a language of your own."""

    def rules(self) -> Iterator[Fault]:
        yield from name_faults("paper", self.paper, papers())
        yield from name_faults("theme", self.theme, themes())
        yield from language_faults(self.language)

    def lay_out(self, form: Format) -> Sequence[Face]:
        """The faces of the pages."""
        raise NotImplementedError

    def run(self) -> Printout:
        faces = self.lay_out(Format(paper(self.paper).size))
        record = Record(self.kind, self.request)
        properties = Properties(faces[0].name, self.language, record)
        return Printout(
            data=build_pdf(place_on_pages(faces), properties, bookmarks=_outline(faces)),
            summary=f"{counted(len(faces), 'page')} of {self.paper}",
            pages=len(faces),
            record=record,
            advice=("Print it at 100% (actual size).",),
            warnings=describe_warnings(language_warnings(self.language)),
        )


def _outline(faces: Sequence[Face]) -> list[Bookmark]:
    """An entry for the first page of each part, where there are several parts."""
    parts = {face.name: page for page, face in reversed(list(enumerate(faces)))}
    marks = [Bookmark(name, page, 0) for name, page in sorted(parts.items(), key=lambda part: part[1])]
    return marks if len(marks) > 1 else []


class LegendJob(ReferenceJob, frozen=True, kw_only=True):
    """Pages that explain every icon and every sign of the stroke notation, with what an author types for it."""

    command: ClassVar = "legend"
    kind: ClassVar = "legend"

    large: bool = False
    """Large print: nothing is smaller than 14 points."""
    views: bool = False
    """For authors: add a picture of every technique, and of every view of the body that a drawing can show."""

    @property
    def file_name(self) -> str:
        return "legend.pdf"

    def lay_out(self, form: Format) -> Sequence[Face]:
        if self.large:
            small = shrink_paper(form, LEAST_LEGEND)
            return [enlarge_face(face, form) for face in self._lay_out(small)]
        return self._lay_out(form)

    def _lay_out(self, form: Format) -> list[Face]:
        """The pages at their usual size."""
        spoken, colors = words(self.language), theme(self.theme)
        pages = [*lay_out_legend(spoken, form, colors), *lay_out_strokes(spoken, form, colors)]
        if self.views:
            pages += [*lay_out_techniques(spoken, form, colors), *lay_out_views(spoken, form, colors)]
        return pages


class BodyChartJob(ReferenceJob, frozen=True, kw_only=True):
    """A view of the body with all its landmarks and regions named, to write drawings from."""

    command: ClassVar = "body"
    kind: ClassVar = "body"
    arguments: ClassVar = ("view",)

    view: str
    """What it shows; `cardgen list views` names them all."""

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        if self.view not in views():
            yield Fault(f"There is no view of the body called '{self.view}'.", suggest(self.view, views()))

    @property
    def file_name(self) -> str:
        return f"{self.view}.pdf"

    def lay_out(self, form: Format) -> Sequence[Face]:
        return lay_out_chart(self.view, words(self.language), form, theme(self.theme))
