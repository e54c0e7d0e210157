"""The pages of a booklet as they are made: margins, running heads, page numbers, titles, links and bookmarks."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.artwork.theme import Theme
from cardgen.layouts.booklet.scale import LEAST_BOOK, BookScale
from cardgen.layouts.parts.edge_tab import PAGE_LETTER_CLEAR, draw_edge_tab
from cardgen.layouts.parts.paragraphs import ParagraphStyle, flow_paragraphs
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark, Link
from cardgen.scene.text import width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.book import Book
from cardgen.wording.deck import Block, Tab
from cardgen.wording.words import words

LARGER = "page, with <size>"
"""What has more room for a text that does not fit."""
CONTINUED_PAGE_TITLE = 0.7
"""Type size of the title on later pages, as a part of the first one's."""
PAGE_TITLE_GAP = 6 * MM
"""From the last baseline of a title to what is below it."""


class BookPages:
    """The pages of a booklet so far; they count from 0.

    Even ones are right pages, or left pages when the spine is at the right of the first page.
    """

    def __init__(self, book: Book, form: Format, theme: Theme, right_bound: bool) -> None:
        self.book, self.form, self.theme, self.right_bound = book, form, theme, right_bound
        self.scale = scale_for(form.size, "booklet", list[BookScale], form.large)
        self.faces: list[Face] = []
        self.links: dict[int, tuple[Link, ...]] = {}
        """By page."""
        self.bookmarks: list[Bookmark] = []

    @property
    def next(self) -> int:
        """The number of the next page."""
        return len(self.faces)

    @property
    def width(self) -> float:
        """Between the margins, in points."""
        return self.form.size.width - 2 * self.scale.outer_margin - self.scale.gutter

    @property
    def bottom(self) -> float:
        """Where the content of a page ends."""
        return self.form.size.height - self.scale.bottom_margin

    def reserve(self, count: int) -> int:
        """Leave pages empty, to be made later; returns the number of the first."""
        first = self.next
        self.faces += [self.empty_page()] * count
        return first

    def empty_page(self) -> Face:
        return Face("empty", self.form.size, ())

    def bookmark(self, title: str, level: int = 0) -> None:
        """Add an entry to the outline that leads to the next page."""
        self.bookmarks.append(Bookmark(title, self.next, level))

    def sketch(
        self, name: str, margin: float, tab: Tab | None = None, gutter: float = 0.0, mirrored: bool = False
    ) -> Sketch:
        """A page with nothing on it."""
        spoken = words(self.book.language)
        return Sketch(self.form, self.theme, spoken, name, margin, tab, gutter=gutter, larger=LARGER, mirrored=mirrored)

    def start_page(
        self, name: str, tab: Tab | None = None, number: int | None = None, card: tuple[str, str] = ("", "")
    ) -> tuple[Sketch, Box]:
        """A page with its running head, its number, and its tab at the fore edge; and the room on it.

        The head is the book's title, or the routine and the name of the `card` that the page is about.
        """
        number = self.next if number is None else number
        scale, height = self.scale, self.form.size.height
        mirrored = (number % 2 == 0) == self.right_bound
        sketch = self.sketch(name, scale.outer_margin, tab, scale.gutter, mirrored)
        if tab:
            draw_edge_tab(sketch, tab, PAGE_LETTER_CLEAR)
        left = scale.outer_margin + scale.gutter * (not mirrored)
        live = Box(left, scale.top_margin, self.width, height - scale.top_margin - scale.bottom_margin)
        head, foot = 0.62 * scale.top_margin, height - 0.52 * scale.bottom_margin
        running, read = card if any(card) else (self.book.title, "")
        for text, more, baseline in ((running, read, head), (str(number + 1), "", foot)):
            x = live.x if mirrored else live.right - width(text + more, "regular", scale.running_head)
            style = "regular", scale.running_head, self.theme.secondary
            x += sketch.draw_run(x, baseline, text, *style) if text else 0
            if more:
                with sketch.read_last():
                    sketch.draw_text(x, baseline, more, *style)
        return sketch, live

    def fits_in_head(self, text: str) -> bool:
        """Whether a running head has room for a text."""
        return width(text, "regular", self.scale.running_head) <= self.width

    def draw_title(self, sketch: Sketch, text: str, room: Box, continued: bool = False) -> float:
        """Draw a title at the top of a page, smaller where it continues; returns where the page's content may begin."""
        size = self.scale.page_title * (CONTINUED_PAGE_TITLE if continued else 1)
        return draw_title(sketch, text, room.y, size, LEAST_BOOK) + PAGE_TITLE_GAP

    def start_part(self, label: str, index: int, number: int | None = None) -> tuple[Sketch, Box]:
        """Page `index` of the part of the book that has this label, with its title; and the room below that."""
        title = self.book.labels[label]
        sketch, room = self.start_page(f"{title} {index + 1}", number=number)
        top = self.draw_title(sketch, self.book.continued(label) if index else title, room, continued=index > 0)
        return sketch, Box(room.x, top, room.width, room.bottom - top)

    def add_paragraphs(self, label: str, blocks: Sequence[Block]) -> None:
        """Add a part of the book with paragraphs, on as many pages as it needs; none when there are none."""
        if not blocks:
            return
        self.bookmark(self.book.labels[label])
        first = self.next

        def start(index: int) -> tuple[Sketch, float]:
            sketch, room = self.start_part(label, index, first + index)
            return sketch, room.y

        sketches = flow_paragraphs(blocks, start, paragraph_styles(self.scale), self.bottom)
        self.faces += [sketch.face() for sketch in sketches]


def paragraph_styles(scale: BookScale) -> list[ParagraphStyle]:
    """The styles that paragraphs may have, the roomiest first."""
    body, least, icon = scale.body, scale.least, scale.paragraph_icon
    return [
        ParagraphStyle(scale.heading, body, icon, spacing=1.28, gap=1.1 * body),
        ParagraphStyle(scale.heading - 0.5, least, 0.9 * icon, spacing=1.22, gap=0.8 * least),
        ParagraphStyle(LEAST_BOOK, LEAST_BOOK, 0.8 * icon, spacing=1.2, gap=0.7 * LEAST_BOOK),
    ]
