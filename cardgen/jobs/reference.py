"""Pages to look things up on: what the signs mean, and what a drawing can name."""

from __future__ import annotations

from cardgen.artwork.theme import theme
from cardgen.artwork.views import views
from cardgen.errors import Fault, UserError
from cardgen.jobs.result import Print, look_up
from cardgen.layouts.reference.body_chart import lay_out_chart
from cardgen.layouts.reference.icon_legend import lay_out_legend
from cardgen.layouts.reference.stroke_legend import lay_out_strokes
from cardgen.scene.record import Command
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.suggestions import suggest
from cardgen.wording.words import ENGLISH, words


def print_legend(
    *,
    command: Command | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    language: str = ENGLISH,
) -> Print:
    """Pages that explain every icon, and every sign of the stroke notation."""
    form, colors, spoken = Format(paper(paper_name).size), theme(theme_name), words(language)
    faces = [*lay_out_legend(spoken, form, colors), *lay_out_strokes(spoken, form, colors)]
    return look_up("legend", faces, language, command)


def print_body(
    view: str,
    *,
    command: Command | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    language: str = ENGLISH,
) -> Print:
    """A view of the body with its landmarks named, and with its regions named; UserError when there is none."""
    if view not in views():
        raise UserError(Fault(f"There is no view of the body called '{view}'.", suggest(view, views())))
    faces = lay_out_chart(view, words(language), Format(paper(paper_name).size), theme(theme_name))
    return look_up("body", faces, language, command)
