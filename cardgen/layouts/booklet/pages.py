"""The pages of a booklet as they are made: margins, running heads, page numbers, titles, links and bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext

from cardgen.artwork.theme import Theme
from cardgen.layouts.booklet.scale import BookScale
from cardgen.layouts.parts.edge_tab import draw_page_tab
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark, Link
from cardgen.scene.text import width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.book import Book
from cardgen.wording.deck import Tab
from cardgen.wording.words import words

LARGER = "page, with <size>"
"""The remedy for a text that does not fit: something with more room."""
CONTINUED_PAGE_TITLE = 0.7
"""Type size of the title on later pages, as a fraction of the first one's."""
PAGE_TITLE_GAP = 5 * MM
"""From the last baseline of a title to what is below it."""
HEAD, FOOT = 0.62, 0.52
"""The baselines of the running head and of the page number, as fractions of the margins."""


StartPage = Callable[[int], tuple[Sketch, Box]]
"""Starts page 0, 1, 2 ... of a part of a chapter: its sketch, and the room on it."""


class BookPages:
    """The pages of a booklet so far; they count from 0.

    Even ones are right pages, or left pages when the spine is at the right of the first page.
    """

    def __init__(self, book: Book, form: Format, theme: Theme, right_bound: bool) -> None:
        self.book, self.form, self.theme, self.right_bound = book, form, theme, right_bound
        self.scale = scale_for(form.size, "booklet-large" if form.large else "booklet", list[BookScale])
        self.faces: list[Face] = []
        self.links: dict[int, tuple[Link, ...]] = {}
        """By page."""
        self.bookmarks: list[Bookmark] = []
        self.brief = False
        """Whether the openers of chapters say only what to do, without reasons."""
        self.has_notes = False
        """Whether a page has lines to write on already."""
        self.has_glossary = False
        """Whether a page says what words mean already."""

    @property
    def next(self) -> int:
        """The number of the next page."""
        return len(self.faces)

    @property
    def width(self) -> float:
        """Between the margins, in points."""
        return self.form.size.width - 2 * self.scale.outer_margin - self.scale.gutter

    @property
    def height(self) -> float:
        """Between the margins, in points."""
        return self.bottom - self.scale.top_margin

    @property
    def bottom(self) -> float:
        """Where the content of a page ends."""
        return self.form.size.height - self.scale.bottom_margin

    def reserve(self, count: int) -> int:
        """Leave pages empty, to be made later; returns the number of the first."""
        first = self.next
        self.faces += [self.empty_page()] * count
        return first

    def link(self, box: Box, target: int, text: str) -> Link:
        """A link to another page, and what is read for it."""
        return Link(box, target, words(self.book.language).say("link", text=text, page=target + 1))

    def empty_page(self) -> Face:
        return Face("empty", self.form.size, ())

    def bookmark(self, title: str, level: int = 0, page: int | None = None) -> None:
        """Add an entry to the outline that leads to a page, otherwise to the next one."""
        self.bookmarks.append(Bookmark(title, self.next if page is None else page, level))

    def sketch(
        self, name: str, margin: float, tab: Tab | None = None, gutter: float = 0.0, mirrored: bool = False
    ) -> Sketch:
        """A page with nothing on it."""
        spoken = words(self.book.language)
        return Sketch(self.form, self.theme, spoken, name, margin, tab, gutter=gutter, larger=LARGER, mirrored=mirrored)

    def start_page(
        self, name: str, running: tuple[str, str] = ("", ""), tabs: Sequence[Tab] = (), number: int | None = None
    ) -> tuple[Sketch, Box]:
        """A page with its running head, its number, and tabs at the fore edge; and the room on it.

        Of the running head only the second text is read: the names of the cards that the page is about.
        """
        number = self.next if number is None else number
        scale, height = self.scale, self.form.size.height
        mirrored = (number % 2 == 0) == self.right_bound
        sketch = self.sketch(name, scale.outer_margin, None, scale.gutter, mirrored)
        for tab in {tab.slot: tab for tab in tabs}.values():
            sketch.tab = tab
            draw_page_tab(sketch, tab, scale.outer_margin)
        left = scale.outer_margin + (0.0 if mirrored else scale.gutter)
        live = Box(left, scale.top_margin, self.width, height - scale.top_margin - scale.bottom_margin)
        head, foot, size = HEAD * scale.top_margin, height - FOOT * scale.bottom_margin, scale.running_head
        self._draw_running(sketch, live, head, running)
        x = live.x if mirrored else live.right - width(str(number + 1), "semibold", size)
        sketch.draw_text(x, foot, str(number + 1), "semibold", size, self.theme.secondary)
        return sketch, live

    def _draw_running(self, sketch: Sketch, live: Box, baseline: float, texts: tuple[str, str]) -> None:
        """Draw the running head at the outer margin."""
        style = "regular", self.scale.running_head, self.theme.secondary
        x = live.x if sketch.mirrored else live.right - width("".join(texts), *style[:2])
        before, cards = texts
        if before:
            x += sketch.draw_run(x, baseline, before, *style)
        if cards:
            with sketch.read_last() if before else nullcontext():  # without a routine before it, it is a running head
                sketch.draw_text(x, baseline, cards, *style)

    def fits_in_head(self, text: str) -> bool:
        """Whether a running head has room for a text."""
        return width(text, "regular", self.scale.running_head) <= self.width

    def halves(self, room: Box) -> tuple[Box, Box]:
        """The upper and the lower half of a page."""
        high = (room.height - self.scale.halves_gap) / 2
        return room._replace(height=high), room._replace(y=room.bottom - high, height=high)

    def draw_title(self, sketch: Sketch, text: str, room: Box, continued: bool = False) -> float:
        """Draw a title at the top of a page, smaller where it continues; returns where the page's content may begin."""
        size = self.scale.page_title * (CONTINUED_PAGE_TITLE if continued else 1)
        return draw_title(sketch, text, room.y, size, self.scale.least) + PAGE_TITLE_GAP

    def start_part(self, label: str, index: int, number: int | None = None) -> tuple[Sketch, Box]:
        """A page with the title of a part of the book; `index` counts the pages of the part from 0."""
        title = self.book.continued(label) if index else self.book.labels[label]
        sketch, room = self.start_page(title, number=number)
        y = self.draw_title(sketch, title, room, continued=index > 0)
        return sketch, room._replace(y=y, height=room.bottom - y)
