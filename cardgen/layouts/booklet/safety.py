"""Safety in a booklet: the bodies with the places that take no pressure, then the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.layouts.booklet.line_pages import MOST_TYPE, add_lines
from cardgen.layouts.booklet.lines import largest_lines
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.parts.bodies import body_views, draw_bodies, marked_regions
from cardgen.layouts.parts.safety_map import place_safety_map
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import type_sizes
from cardgen.units import MM, Box, Size
from cardgen.wording.book import Book
from cardgen.wording.deck import Block

LABEL = "safety"
MOST_MAP, LEAST_MAP = 0.62, 0.3
"""Height of the bodies, as a fraction of the room on the page."""
LEAST_LABELED = 0.45
"""Height of a map with its labels, in the same measure."""
MOST_LABEL = 1.15
"""The largest type of a label, as a multiple of the usual type of paragraphs."""
MAP_GAP = 7 * MM
"""From the map to the words below it."""


def add_safety(pages: BookPages) -> None:
    """Add the map with what it is about in words, then the rules on as many pages as they need."""
    book = pages.book
    places = [block for block in book.safety if block.icon == "no-go"]
    rules = [block for block in book.safety if block not in places]
    pages.bookmark(book.labels[LABEL])
    sketch, room = pages.start_part(LABEL, 0)
    texts = list(_not_on_map(places, book))
    for here, further in ((texts, rules), ([], [*texts, *rules])):
        if _draw_labeled(sketch, pages, here, room):
            pages.faces.append(sketch.face())
            add_lines(pages, LABEL, further, made=1)
            return
    if _draw_plain(sketch, pages, places, room):
        pages.faces.append(sketch.face())
        add_lines(pages, LABEL, rules, made=1)
        return
    pages.bookmarks.pop()
    add_lines(pages, LABEL, book.safety)


def _draw_labeled(sketch: Sketch, pages: BookPages, texts: Sequence[Block], room: Box) -> bool:
    """Draw the map with the names of its places, and texts below it; returns whether they fit."""
    book, scale, high, lines = pages.book, pages.scale, room.height, None
    if texts:
        below = room._replace(height=(1 - LEAST_LABELED) * high - MAP_GAP)
        lines = largest_lines(texts, (MOST_TYPE * scale.body, scale.least), scale.list_icon, below)
        if lines is None:
            return False
        high -= lines.height + MAP_GAP
    words, sites = book.plan.safety_map, book.plan.sites
    placed = place_safety_map(
        words, sites, Size(room.width, high), list(type_sizes(MOST_LABEL * scale.body, scale.least))
    )
    if placed is None:
        return False
    placed.draw(sketch, room.x, room.y, book.tab.area)
    if lines:
        top = room.y + high + MAP_GAP
        lines.draw(sketch, room._replace(y=top, height=room.bottom - top))
    return True


def _not_on_map(places: Sequence[Block], book: Book) -> Iterator[Block]:
    """The paragraphs about places that a map with labels does not show."""
    for block in places:
        left = [line for line in block.lines if line not in book.plan.safety_map.said]
        if left:
            yield block.with_lines(left)


def _draw_plain(sketch: Sketch, pages: BookPages, places: Sequence[Block], room: Box) -> bool:
    """Draw the bodies with hatched places, if they have any, and all words below them; returns whether they fit."""
    book, scale, sites = pages.book, pages.scale, pages.book.plan.sites
    areas = {site.tab.area for site in sites}
    is_hatched = any(marked_regions(view, areas)[0] for view in body_views(sites))
    below = room._replace(height=(1 - LEAST_MAP) * room.height - MAP_GAP)
    texts = [*([Block("no-go", "", book.labels["avoid"])] if is_hatched else []), *places]
    lines = largest_lines(texts, (MOST_TYPE * scale.body, scale.least), scale.list_icon, below)
    if lines is None:
        return False
    high = min(MOST_MAP * room.height, room.height - lines.height - MAP_GAP)
    alt = book.labels["avoid"] if is_hatched else book.cover_alt
    draw_bodies(sketch, room._replace(height=high), sites, book.tab.area, alt, areas)
    top = room.y + high + MAP_GAP
    lines.draw(sketch, room._replace(y=top, height=room.bottom - top))
    return True
