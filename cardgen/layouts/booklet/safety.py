"""Safety in a booklet: the bodies with the places that take no pressure, then the rules."""

from __future__ import annotations

from cardgen.layouts.booklet.line_pages import MOST_TYPE, add_lines
from cardgen.layouts.booklet.lines import largest_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.bodies import draw_bodies
from cardgen.units import MM, Box
from cardgen.wording.deck import Block

LABEL = "safety"
MOST_MAP, LEAST_MAP = 0.62, 0.3
"""Height of the bodies, as a part of the room on the page."""


def add_safety(pages: BookPages) -> None:
    """Add the map with what it is about in words, then the rules on as many pages as they need."""
    places = [block for block in pages.book.safety if block.icon == "no-go"]
    rules = [block for block in pages.book.safety if block not in places]
    pages.bookmark(pages.book.labels[LABEL])
    sketch, room = pages.start_part(LABEL, 0)
    below = room._replace(height=(1 - LEAST_MAP) * room.height - 8 * MM)
    texts = [Block("no-go", "", pages.book.labels["avoid"]), *places]
    lines = largest_lines(texts, (MOST_TYPE * pages.scale.body, pages.scale.least), pages.scale.list_icon, below)
    if lines is None:
        pages.bookmarks.pop()
        add_lines(pages, LABEL, pages.book.safety)
        return
    high = min(MOST_MAP * room.height, room.height - lines.height - 8 * MM)
    book = pages.book
    areas = {site.tab.area for site in book.plan.sites}
    box = Box(room.x, room.y, room.width, high)
    draw_bodies(sketch, box, book.plan.sites, book.tab.area, book.labels["avoid"], areas)
    top = box.bottom + 6 * MM
    lines.draw(sketch, Box(room.x, top, room.width, room.bottom - top))
    pages.faces.append(sketch.face())
    add_lines(pages, LABEL, rules, made=1)
