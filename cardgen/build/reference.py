"""Pages to look things up on: what the signs mean, and what a drawing can name."""

from __future__ import annotations

from cardgen.build.result import Print, look_up
from cardgen.draw.artwork import views
from cardgen.errors import Fault, UserError, suggest
from cardgen.layouts.body_chart import lay_out_chart
from cardgen.layouts.legend import lay_out_legend
from cardgen.layouts.sketch import Kit
from cardgen.layouts.stroke_legend import lay_out_strokes
from cardgen.record import Command
from cardgen.say.words import ENGLISH, words
from cardgen.sheets.paper import paper
from cardgen.theme import theme


def print_legend(
    *,
    command: Command | None = None,
    paper_name: str = "a4",
    theme_name: str = "standard",
    language: str = ENGLISH,
) -> Print:
    """Pages that explain every icon, and every sign of the stroke notation."""
    kit = Kit(paper(paper_name).size, theme(theme_name), language=language)
    faces = [*lay_out_legend(kit, words(language)), *lay_out_strokes(kit, words(language))]
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
    kit = Kit(paper(paper_name).size, theme(theme_name), language=language)
    return look_up("body", lay_out_chart(view, kit, words(language)), language, command)
