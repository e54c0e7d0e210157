"""A face while it is laid out: where there is room on it, what is drawn on it, and how it is read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import inf

from msgspec import Struct, field
from msgspec.structs import replace

from cardgen.artwork.icons import icon, icon_meaning
from cardgen.artwork.theme import Theme
from cardgen.errors import Fault, UserError, shorten
from cardgen.scene.faces import Face, Tag
from cardgen.scene.marks import Artwork, Mark, Path, Text, Use
from cardgen.scene.outlines import Outline, line
from cardgen.scene.text import CAP, Setting, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.alt_texts import icon_alt
from cardgen.wording.deck import Tab
from cardgen.wording.words import Words

TAB_CLEAR = 1.6 * MM
"""The least space between an edge tab and what is next to it."""


class MisfitError(UserError):
    """A text that does not fit on a card, and what it is there: the title, a caution ..."""

    def __init__(self, fault: Fault, what: str, text: str) -> None:
        super().__init__(fault)
        self.what, self.text = what, text


class Tagging:
    """Makes a tag of all that is drawn in its `with` block; a class, because a face has dozens of them."""

    __slots__ = ("alt", "around", "role", "scope", "sketch", "start", "whole")

    def __init__(self, sketch: Sketch, role: str, alt: str, scope: str, whole: str) -> None:
        self.sketch, self.role, self.alt, self.scope, self.whole = sketch, role, alt, scope, whole

    def __enter__(self) -> None:
        self.start, self.around = len(self.sketch.marks), self.sketch.tags
        self.sketch.tags = []

    def __exit__(self, *_: object) -> None:
        sketch, parts = self.sketch, tuple(self.sketch.tags)
        sketch.tags = self.around
        sketch.tags.append(Tag(self.role, self.start, len(sketch.marks), self.alt, self.scope, parts, self.whole))


class Sketch(Struct):
    """A face while it is being laid out."""

    form: Format
    theme: Theme
    words: Words
    """What icons say to people who cannot see them."""
    name: str
    margin: float
    tab: Tab | None = None
    gutter: float = 0.0
    """Extra margin at the spine of a booklet."""
    larger: str = "card, with <stock>"
    """The thing that has more room for a text that does not fit: a card, or a page."""
    mirrored: bool = False
    """Whether the tab is at the left, holes and spine at the right: on a back, and on a left page of a booklet."""
    aligned: bool = False
    """Whether the whole face keeps clear of the edge tab, not only what is next to it."""
    marks: list[Mark] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    last_tags: list[Tag] = field(default_factory=list)
    """The parts that are read after everything else."""
    tab_box: Box | None = None
    tab_room: float = 0.0
    """From the edge of the tab to what is next to it."""
    end: float = inf
    """Where paragraphs end on it, if it has nothing else."""
    body: float = 0.0
    """The type size of the texts of these paragraphs, in points."""
    figure: Use | None = None
    """The drawing or the picture of a step that is on it."""
    full_sizes: dict[str, Size] = field(default_factory=dict)
    """The sizes that pictures would have if they had enough pixels, by the digests of their files."""

    @property
    def accent(self) -> str:
        """The color of the card's body area; ink on a page that has none."""
        return self.theme.accents[self.tab.area].deep if self.tab else self.theme.ink

    def face(self) -> Face:
        """The face as it is now."""
        holes = self.form.holes.marks if self.form.holes and not self.mirrored else ()
        return Face(self.name, self.form.size, (*self.marks, *holes), (*self.tags, *self.last_tags), self.full_sizes)

    def copy(self) -> Sketch:
        """The same face, for drawing something else on it."""
        return replace(self, marks=[*self.marks], tags=[*self.tags], last_tags=[*self.last_tags])

    def tagged(self, role: str, alt: str = "", scope: str = "", whole: str = "") -> Tagging:
        """Make a `Tag` of what is drawn in the `with` block; tags made within it are its parts."""
        return Tagging(self, role, alt, scope, whole)

    @contextmanager
    def read_last(self) -> Iterator[None]:
        """Read what is drawn in the `with` block as a paragraph after everything else on the face."""
        with self.tagged("P"):
            yield
        self.last_tags.append(self.tags.pop())

    @contextmanager
    def beside_icon(
        self, role: str, name: str, alt: str, x: float, y: float, size: float, spoken: str = ""
    ) -> Iterator[None]:
        """Draw an icon, read as `alt` unless that is empty; the words next to it are drawn in the `with` block.

        `spoken` is read instead of words that are not on one line.
        """
        if not alt:
            self.draw_icon(name, x, y, size)
            with self.tagged(role, spoken):
                yield
            return
        with self.tagged(role):
            self.draw_icon_with_alt(alt, name, x, y, size)
            with self.tagged("Span", spoken):
                yield

    def icon_alt(self, name: str, beside: str, only: Sequence[str] = ()) -> str:
        """The text read for an icon before the words next to it; empty when its group is not among `only`."""
        if only and icon_meaning(name)[0] not in only:
            return ""
        return icon_alt(name, beside, self.words)

    def draw_icon_with_alt(self, alt: str, name: str, x: float, y: float, size: float) -> None:
        """Draw an icon that is read as `alt`."""
        with self.tagged("Figure", alt):
            self.draw_icon(name, x, y, size)

    def misfit(self, what: str, text: str, shown: str = "") -> MisfitError:
        """The error for a text that does not fit on this face; a part of it may be `shown` in place of the whole."""
        problem = f"On '{self.name}', the {what} does not fit: '{shorten(shown or text)}'."
        closer = (
            " If your printer can print that close to the edge, write <border=4mm>." if any(self.form.border) else ""
        )
        return MisfitError(Fault(problem, f"Shorten it, or choose a larger {self.larger}.{closer}"), what, text)

    def live(self, top: float, bottom: float) -> Box:
        """The room between two heights: inside the margins, clear of the edge tab and of holes."""
        width, margin = self.form.size.width, max(self.margin, self.form.border.width)
        left, right = margin, width - margin
        if self.mirrored:
            right -= self.gutter
        else:
            left += self.gutter
        if (holes := self.form.holes) and top < holes.clear.bottom:
            if self.mirrored:
                right = min(right, width - holes.clear.right)
            else:
                left = max(left, holes.clear.right)
        tab = self.tab_box
        if tab and (self.aligned or (top < tab.bottom + MM and bottom > tab.y - MM)):
            if self.mirrored:
                left = max(left, self.tab_room)
            else:
                right = min(right, width - self.tab_room)
        return Box(left, top, right - left, bottom - top)

    def below_corner(self, y: float) -> float:
        """A height, moved below a hole in the corner, so that all lines after it can have one width."""
        return max(y, self.form.holes.corner) if self.form.holes else y

    def draw_text(self, x: float, baseline: float, text: str, font: str, size: float, color: str | None = None) -> None:
        """Draw one line of text."""
        self.marks.append(Text(x, baseline, text, font, size, color or self.theme.ink))

    def draw_run(self, x: float, baseline: float, text: str, font: str, size: float, color: str | None = None) -> float:
        """Draw text that more follows on the same line; returns its width."""
        self.draw_text(x, baseline, text, font, size, color)
        return width(text, font, size)

    def draw_setting(self, x: float, top: float, setting: Setting, color: str | None = None) -> float:
        """Draw text that is broken into lines, its first capitals from `top`; returns the last baseline."""
        baseline = top + CAP * setting.size
        for text in setting.lines:
            self.draw_text(x, baseline, text, setting.font, setting.size, color)
            baseline += setting.leading
        return baseline - setting.leading

    def draw_icon(self, name: str, x: float, y: float, size: float) -> None:
        """Draw an icon, its top left at x, y."""
        art = icon(name, self.theme.ink, self.theme.paper)
        self.draw_artwork(art, x, y, size / art.size.width)

    def draw_artwork(self, art: Artwork, x: float, y: float, scale: float = 1) -> None:
        """Draw an icon, a figure or a picture, its top left at x, y."""
        self.marks.append(Use(art, x, y, scale))

    def draw_path(self, outline: Outline, fill: str | None = None, stroke: str | None = None, width: float = 1) -> None:
        """Draw an outline: filled, as a line, or both."""
        self.marks.append(Path(outline, fill, stroke, width))

    def draw_rule(self, x: float, right: float, y: float, weight: float, color: str) -> None:
        """Draw a line across."""
        self.draw_path(line(x, y, right, y), stroke=color, width=weight)
