"""A chapter of a booklet: the pages that open a routine, then a page for each step."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.layouts.booklet.bodies import draw_bodies
from cardgen.layouts.booklet.pages import BookPages, paragraph_styles
from cardgen.layouts.booklet.scale import LEAST_BOOK
from cardgen.layouts.booklet.step_page import draw_step
from cardgen.layouts.parts.paragraphs import ParagraphStyle, flow_paragraphs
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import fit
from cardgen.units import MM, Box
from cardgen.wording.book import Chapter
from cardgen.wording.deck import StepCard

OPENINGS = ((0.3, 1), (0.2, 1), (0.2, 2), (0.18, 3))
"""Heights of the body as a part of the page, and the number of styles of paragraphs that are tried below it.

The first opening that needs only one page is used.
"""


def add_chapter(pages: BookPages, chapter: Chapter) -> dict[int, int]:
    """Add the pages of a chapter; returns the page of each step."""
    pages.bookmark(chapter.opener.title)
    pages.faces += [sketch.face() for sketch in _lay_out_opening(pages, chapter)]
    section, found = chapter.section, {}
    for step in section.steps:
        pages.bookmark(f"{step.number} {step.title}", level=1)
        found[step.number] = pages.next
        name, card = f"{section.name} {step.number}: {step.title}", _running_head(pages, section.name, step)
        sketch, room = pages.start_page(name, step.tab, card=card)
        draw_step(sketch, step, pages.scale, room)
        pages.faces.append(sketch.face())
    return found


def _running_head(pages: BookPages, routine: str, step: StepCard) -> tuple[str, str]:
    """The routine and the name of the step's card; only the name in a book of one routine, or without room for both."""
    before, card = f"{routine} · ", f"{pages.book.labels['column_card']} {step.name}"
    alone = routine == pages.book.title or not pages.fits_in_head(before + card)
    return ("" if alone else before), card


def _lay_out_opening(pages: BookPages, chapter: Chapter) -> list[Sketch]:
    """Name, summary, position and time of a routine, the body it works on, and what holds for all its steps."""
    styles = paragraph_styles(pages.scale)
    for part, count in OPENINGS:
        opening = _try_opening(pages, chapter, part * pages.form.size.height, styles[:count])
        if len(opening) == 1:
            break
    return opening


def _try_opening(
    pages: BookPages, chapter: Chapter, body_height: float, styles: Sequence[ParagraphStyle]
) -> list[Sketch]:
    """The pages that open a chapter, with a body of this height, and paragraphs in one of these styles."""
    opener, first = chapter.opener, pages.next

    def start(index: int) -> tuple[Sketch, float]:
        name = f"{opener.title}: {index + 1}"
        sketch, room = pages.start_page(name, tab=opener.tab, number=first + index)
        y = pages.draw_title(sketch, opener.title, room, continued=index > 0)
        if index:
            return sketch, y
        y = _draw_summary(sketch, pages, chapter, room._replace(y=y))
        body = Box(room.x, y + 2 * MM, room.width, body_height)
        numbers = {step.number for step in chapter.section.steps}
        sites = [site for site in pages.book.plan.sites if site.number in numbers]
        draw_bodies(sketch, body, sites, opener.tab.area, opener.drawing_alt)
        return sketch, y + body_height + 8 * MM

    return flow_paragraphs(opener.blocks, start, styles, pages.bottom)


def _draw_summary(sketch: Sketch, pages: BookPages, chapter: Chapter, room: Box) -> float:
    """Draw a routine's summary, its facts and the line about the other side; returns where they end."""
    opener, size = chapter.opener, pages.scale.body
    texts = (
        (opener.summary, "regular"),
        (" · ".join(opener.facts), "semibold"),
        (chapter.section.other_side, "regular"),
    )
    y = room.y
    for text, font in texts:
        if text:
            setting = fit(text, font, (size, LEAST_BOOK), (room.width, 6 * size), 1.3)
            if setting is None:
                raise sketch.misfit("summary", text)
            with sketch.tagged("P"):
                y = sketch.draw_setting(room.x, y, setting) + 0.9 * size
    return y
