"""A session as a book: cover, contents, safety, preparation, the session at a glance, a chapter a routine, an index."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.artwork.body_map import WHOLE, body_map, both_sides, locate, map_size
from cardgen.artwork.figures import Look
from cardgen.artwork.theme import Theme
from cardgen.layouts.booklet.legend import add_icons, add_strokes
from cardgen.layouts.booklet.pages import CONTENTS, Line, Pages, styles
from cardgen.layouts.booklet.scale import LEAST_BOOK
from cardgen.layouts.booklet.step_page import draw_step
from cardgen.layouts.parts.paragraphs import ParagraphStyle, flow_paragraphs
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.step_map import draw_step_map, step_map_width
from cardgen.layouts.parts.timeline import draw_timeline, timeline_height
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.faces import Face
from cardgen.scene.pages import Bookmark, Link
from cardgen.scene.text import fit
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.book import Book, Chapter
from cardgen.wording.deck import Block
from cardgen.wording.plan_page import Row, Site
from cardgen.wording.words import words

COVER_BODY = 0.55
"""Height of the bodies on the cover, as a part of the page."""
OPENINGS = ((0.3, 1), (0.2, 1), (0.2, 2), (0.18, 3))
"""How a chapter may open: the height of its figure as a part of the page, and how many styles of paragraphs to try.

The first one that needs only one page is taken.
"""
MAP_LABELS = (12 * MM, 18 * MM, 24 * MM)
"""Room for the numbers of the steps beside a body."""
INDEXED = 9
"""Pages on a line of the index."""
NOTE_LINE = 9 * MM
"""Between two lines to write on."""


class Volume(Struct, frozen=True):
    """The pages of a booklet in reading order, its outline, and the links on its pages."""

    faces: tuple[Face, ...]
    bookmarks: tuple[Bookmark, ...]
    links: dict[int, tuple[Link, ...]]
    """By page, from 0."""


def lay_out_book(book: Book, form: Format, theme: Theme, right_bound: bool = False, fill: bool = True) -> Volume:
    """The pages of a booklet; with `right_bound` its spine is at the right of the first page.

    With `fill` they are a multiple of 4, the last one empty, and empty pages before it have lines for notes.
    """
    return _Bookmaker(book, Pages(form, theme, words(book.language), right_bound)).volume(fill)


class _Bookmaker:
    """Makes the pages one after the other; the contents come last, when the number of every page is known."""

    def __init__(self, book: Book, pages: Pages) -> None:
        self.book, self.pages, self.labels = book, pages, book.labels
        self.marks: list[Bookmark] = []
        self.steps: dict[int, int] = {}
        """The page of every step."""

    def volume(self, fill: bool) -> Volume:
        book, pages = self.book, self.pages
        pages.faces.append(self.cover())
        contents = pages.next
        fixed = ("safety", "how_to_read", "legend", "stroke_legend", "before", "at_a_glance", "after", "techniques")
        pages.faces += [pages.blank()] * len(pages.parts([Line("", "", None)] * (len(fixed) + len(book.chapters))))
        glance = self.front(contents)
        for chapter in book.chapters:
            self.chapter(chapter)
        self.paragraphs("after", book.after)
        self.index()
        self.glance(glance)
        listed = [Line(mark.title, str(mark.page + 1), mark.page) for mark in self.marks if not mark.level]
        pages.lists(self.labels["contents"], self.book.again("contents"), book.title, listed, contents, CONTENTS)
        if fill:
            self.fill()
        marks = (Bookmark(self.labels["contents"], contents, 0), *self.marks)
        return Volume(tuple(pages.faces), marks, pages.links)

    def front(self, contents: int) -> int:
        """Safety, how to read, preparation, and empty pages for the session at a glance; returns the first of these."""
        self.paragraphs("safety", self.book.safety)
        self.paragraphs("how_to_read", self.book.reading)
        self.begin(self.labels["legend"])
        add_icons(self.pages, self.book)
        strokes = self.pages.next
        add_strokes(self.pages, self.book)
        if self.pages.next > strokes:
            self.marks.append(Bookmark(self.labels["stroke_legend"], strokes, 0))
        self.paragraphs("before", self.book.preparation)
        self.begin(self.labels["at_a_glance"])
        glance = self.pages.next
        self.pages.faces += [self.pages.blank()] * (1 + len(self.pages.parts(self.timetable())))
        return glance

    def begin(self, title: str, level: int = 0) -> None:
        """Note that this begins on the next page."""
        self.marks.append(Bookmark(title, self.pages.next, level))

    def paragraphs(self, label: str, blocks: Sequence[Block]) -> None:
        self.begin(self.labels[label])
        self.pages.paragraphs(self.labels[label], self.book.again(label), self.book.title, blocks)

    def cover(self) -> Face:
        """Title, time and positions, and the body with all that is worked on."""
        book, pages = self.book, self.pages
        scale, size = pages.scale, pages.form.size
        sketch = pages.sketch(f"{book.title}: cover", scale.outer_margin + scale.gutter)
        live = sketch.live(0, 0)
        baseline = draw_title(sketch, book.title, 0.1 * size.height, scale.cover_title, scale.page_title)
        setting = fit(book.subtitle, "regular", (scale.cue, LEAST_BOOK), (live.width, 4 * scale.cue), 1.3)
        if setting is None:
            raise sketch.misfit("subtitle", book.subtitle)
        with sketch.tagged("P"):
            baseline = sketch.draw_setting(live.x, baseline + scale.cue, setting)
        top = baseline + 8 * MM
        high = min(COVER_BODY * size.height, size.height - top - scale.bottom_margin)
        with sketch.tagged("Figure", book.shown):
            self.bodies(sketch, Box(live.x, top, live.width, high), book.plan.sites, book.tab.area)
        return sketch.face()

    def bodies(self, sketch: Sketch, box: Box, sites: Sequence[Site], area: str) -> None:
        """The whole body, from behind and from the front as the steps need it, what is worked on filled."""
        spots = [locate(site.drawing, site.position == "supine") for site in sites]
        views = [view for view in WHOLE if any(spot.view == view for spot in spots)]
        slim = map_size(WHOLE[0], 1).width
        height = min(box.height, box.width / len(views) / slim)
        theme, x = self.pages.theme, box.x + (box.width - slim * height * len(views)) / 2
        for view in views:
            regions = both_sides(view, (spot.region for spot in spots if spot.view == view))
            art = body_map(view, height, regions, (), Look(theme, theme.accents[area]))
            sketch.draw_artwork(art, x, box.y + (box.height - height) / 2)
            x += slim * height

    def timetable(self) -> list[Line]:
        """Every row of the session by the clock; the steps lead to their pages."""
        return [self.timetable_line(row) for row in self.book.plan.rows if not row.side]

    def timetable_line(self, row: Row) -> Line:
        if not row.clocks:
            return Line(row.name, "", None, strong=True)
        name = f"{row.number}  {row.name}" if row.number else row.name
        target = self.steps.get(int(row.number)) if row.number else None
        return Line(name, f"{row.minutes} {self.labels['minutes_unit']}", target, left=" · ".join(row.clocks))

    def glance(self, first: int) -> None:
        """The timeline on a page of its own, then every step by the clock."""
        pages, title = self.pages, self.labels["at_a_glance"]
        sketch, room = pages.page(title, self.book.title, number=first)
        y = pages.title(sketch, title, room) + 2 * MM
        bar = pages.scale.timeline_bar
        draw_timeline(sketch, self.book.plan, Box(room.x, y, room.width, bar), pages.scale.timeline_number)
        top = y + timeline_height(bar) + 8 * MM
        self.map(sketch, Box(room.x, top, room.width, room.bottom - top))
        pages.faces[first] = sketch.face()
        pages.lists(title, self.book.again("at_a_glance"), self.book.title, self.timetable(), first + 1)

    def map(self, sketch: Sketch, box: Box) -> None:
        """The body with the numbers of the steps; without them where there is no room."""
        page = self.book.plan
        for label in MAP_LABELS:
            least = step_map_width(page, 0, label)
            height = min(box.height, (box.width - least) / (step_map_width(page, 1, 0) or 1))
            wide = step_map_width(page, height, label)
            if height > 0 and draw_step_map(
                sketch, page, label, Box(box.x + (box.width - wide) / 2, box.y, wide, height)
            ):
                return
        with sketch.tagged("Figure", self.book.shown):
            self.bodies(sketch, box, page.sites, self.book.tab.area)

    def chapter(self, chapter: Chapter) -> None:
        """The page that opens a routine, then a page a step."""
        self.begin(chapter.opener.title)
        self.opener(chapter)
        section = chapter.section
        for step in section.steps:
            self.begin(f"{step.number} {step.title}", 1)
            self.steps[step.number] = self.pages.next
            sketch, room = self.pages.page(f"{section.name} {step.number}: {step.title}", section.name, step.tab)
            draw_step(sketch, step, self.pages.scale, room)
            self.pages.faces.append(sketch.face())

    def opener(self, chapter: Chapter) -> None:
        """Name, summary, position and time of a routine, the body it works on, and what holds for all its steps."""
        every, pages = styles(self.pages.scale), self.pages
        for part, count in OPENINGS:
            high = part * pages.form.size.height
            opening = self.opener_pages(chapter, high, every[:count])
            if len(opening) == 1:
                break
        pages.faces += opening

    def opener_pages(self, chapter: Chapter, high: float, given: Sequence[ParagraphStyle]) -> list[Face]:
        """The pages that open a chapter, with room for a body so high, and paragraphs in one of these styles."""
        opener, pages = chapter.opener, self.pages
        first = pages.next

        def start(index: int) -> tuple[Sketch, float]:
            if not index:
                sketch, room = self.opener_head(chapter)
                with sketch.tagged("Figure", opener.shown):
                    body = Box(room.x, room.y + 2 * MM, room.width, high)
                    self.bodies(sketch, body, self.sites(chapter), opener.tab.area)
                return sketch, room.y + high + 8 * MM
            sketch, room = pages.page(f"{opener.title}: {index + 1}", self.book.title, opener.tab, first + index)
            return sketch, pages.title(sketch, opener.title, room, continued=True)

        bottom = pages.form.size.height - pages.scale.bottom_margin
        return [sketch.face() for sketch in flow_paragraphs(opener.blocks, start, given, bottom)]

    def sites(self, chapter: Chapter) -> list[Site]:
        """Where the steps of a chapter are."""
        numbers = {step.number for step in chapter.section.steps}
        return [site for site in self.book.plan.sites if site.number in numbers]

    def opener_head(self, chapter: Chapter) -> tuple[Sketch, Box]:
        """The first page of a chapter with its summary and facts; and the room that is left."""
        opener, scale = chapter.opener, self.pages.scale
        sketch, room = self.pages.page(f"{opener.title}: 1", self.book.title, opener.tab)
        y = self.pages.title(sketch, opener.title, room)
        facts = " · ".join(opener.facts)
        for text, font in ((opener.summary, "regular"), (facts, "semibold"), (chapter.section.other_side, "regular")):
            if text:
                setting = fit(text, font, (scale.body, LEAST_BOOK), (room.width, 6 * scale.body), 1.3)
                if setting is None:
                    raise sketch.misfit("summary", text)
                with sketch.tagged("P"):
                    y = sketch.draw_setting(room.x, y, setting) + 0.9 * scale.body
        return sketch, Box(room.x, y, room.width, room.bottom - y)

    def index(self) -> None:
        """Every technique with the pages of its steps."""
        self.begin(self.labels["techniques"])
        lines = []
        for name, numbers in self.book.techniques:
            found = sorted({self.steps[number] for number in numbers})
            for at in range(0, len(found), INDEXED):
                some = found[at : at + INDEXED]
                lines.append(Line("" if at else name, ", ".join(str(page + 1) for page in some), some[0]))
        self.pages.lists(self.labels["techniques"], self.book.again("techniques"), self.book.title, lines)

    def fill(self) -> None:
        """Lines for notes up to the last page but one of a multiple of 4; then an empty page."""
        pages = self.pages
        while (pages.next + 1) % 4:
            sketch, room = pages.page(self.labels["notes"], self.book.title)
            y = pages.title(sketch, self.labels["notes"], room) + NOTE_LINE / 2
            while y < room.bottom:
                sketch.draw_rule(room.x, room.right, y, 0.5, pages.theme.rule)
                y += NOTE_LINE
            pages.faces.append(sketch.face())
        pages.faces.append(pages.blank())
