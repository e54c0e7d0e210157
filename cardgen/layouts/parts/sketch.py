"""The face of a card or a page while it is laid out: its margins, its marks, and what each is to a reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct, field

from cardgen.artwork.icons import icon, icon_meaning
from cardgen.artwork.theme import Theme
from cardgen.errors import Fault, UserError
from cardgen.reading.messages import shorten
from cardgen.scene.faces import Face, Tag
from cardgen.scene.marks import Mark, Path, Text, Use
from cardgen.scene.outlines import Outline, line
from cardgen.scene.text import CAP, Setting, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box, Size
from cardgen.wording.alt_texts import icon_alt
from cardgen.wording.deck import Tab
from cardgen.wording.words import Words

TAB_CLEAR = 1.6 * MM
"""Between an edge tab and what stands beside it."""


class MisfitError(UserError):
    """A text that does not fit on a card, and what it is there: its title, its caution ..."""

    def __init__(self, fault: Fault, what: str, text: str) -> None:
        super().__init__(fault)
        self.what, self.text = what, text


class Tagging:
    """The time in which all that is drawn belongs to one tag; a face has dozens of them."""

    __slots__ = ("alt", "around", "role", "scope", "sketch", "start")

    def __init__(self, sketch: Sketch, role: str, alt: str, scope: str) -> None:
        self.sketch, self.role, self.alt, self.scope = sketch, role, alt, scope

    def __enter__(self) -> None:
        self.start, self.around = len(self.sketch.marks), self.sketch.tags
        self.sketch.tags = []

    def __exit__(self, *_: object) -> None:
        sketch, parts = self.sketch, tuple(self.sketch.tags)
        sketch.tags = self.around
        sketch.tags.append(Tag(self.role, self.start, len(sketch.marks), self.alt, self.scope, parts))


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
    """How much wider the margin at the spine of a booklet is."""
    mirrored: bool = False
    """A back, or the left page of a booklet: the tab is at the left, holes and spine are at the right."""
    aligned: bool = False
    """Keep one column clear of the edge tab all the way down, not only beside it."""
    marks: list[Mark] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    tab_box: Box | None = None
    rooms: dict[str, Size] = field(default_factory=dict)
    """How large pictures would be with pixels enough, by the digests of their files."""

    @property
    def deep(self) -> str:
        """The colour of the card's body area; ink on a page that has none."""
        return self.theme.accents[self.tab.area].deep if self.tab else self.theme.ink

    def face(self) -> Face:
        holes = self.form.holes.marks if self.form.holes and not self.mirrored else ()
        return Face(self.name, self.form.size, (*self.marks, *holes), tuple(self.tags), self.rooms)

    def tagged(self, role: str, alt: str = "", scope: str = "") -> Tagging:
        """What is drawn meanwhile is a `Tag` of this role; tags within it are its parts."""
        return Tagging(self, role, alt, scope)

    @contextmanager
    def beside_icon(
        self, role: str, name: str, alt: str, x: float, y: float, size: float, said: str = ""
    ) -> Iterator[None]:
        """An icon that is read as `alt`, or not at all when that is empty, and then the words beside it.

        `said` is read in their place when they do not stand in one line.
        """
        if not alt:
            self.icon(name, x, y, size)
            with self.tagged(role, said):
                yield
            return
        with self.tagged(role):
            self.figure(alt, name, x, y, size)
            with self.tagged("Span", said):
                yield

    def heard(self, name: str, beside: str, only: Sequence[str] = ()) -> str:
        """What is read in place of an icon before the words beside it, if it is of one of `only` these groups."""
        if only and icon_meaning(name)[0] not in only:
            return ""
        return icon_alt(name, beside, self.words)

    def figure(self, alt: str, name: str, x: float, y: float, size: float) -> None:
        """An icon that is read as `alt`."""
        with self.tagged("Figure", alt):
            self.icon(name, x, y, size)

    def fault(self, what: str, text: str) -> MisfitError:
        """The error for a text that does not fit on this card."""
        problem = f"Card '{self.name}': the {what} does not fit: '{shorten(text)}'."
        nearer = "; or, if your printer prints so near to the edge, say --border 4mm" if any(self.form.border) else ""
        return MisfitError(Fault(problem, f"Shorten it, or take a larger card{nearer}."), what, text)

    def live(self, top: float, bottom: float) -> Box:
        """The box for content between two heights: inside the margins, clear of the edge tab and of holes."""
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
                left = max(left, tab.right + TAB_CLEAR)
            else:
                right = min(right, tab.x - TAB_CLEAR)
        return Box(left, top, right - left, bottom - top)

    def below_corner(self, y: float) -> float:
        """A height, or the one below a hole in the corner: where lines of one width may begin."""
        return max(y, self.form.holes.corner) if self.form.holes else y

    def text(self, x: float, baseline: float, text: str, font: str, size: float, color: str | None = None) -> None:
        """One line."""
        self.marks.append(Text(x, baseline, text, font, size, color or self.theme.ink))

    def run(self, x: float, baseline: float, text: str, font: str, size: float, color: str | None = None) -> float:
        """One line that something follows; returns its width."""
        self.text(x, baseline, text, font, size, color)
        return width(text, font, size)

    def setting(self, x: float, top: float, setting: Setting, color: str | None = None) -> float:
        """Lines set before, the first one's capitals from `top`; returns the last baseline."""
        baseline = top + CAP * setting.size
        for text in setting.lines:
            self.text(x, baseline, text, setting.font, setting.size, color)
            baseline += setting.leading
        return baseline - setting.leading

    def icon(self, name: str, x: float, y: float, size: float) -> None:
        """An icon, its top left at x, y."""
        art = icon(name, self.theme.ink, self.theme.paper)
        self.marks.append(Use(art, x, y, size / art.size.width))

    def path(self, outline: Outline, fill: str | None = None, stroke: str | None = None, width: float = 1) -> None:
        self.marks.append(Path(outline, fill, stroke, width))

    def rule(self, x: float, right: float, y: float, weight: float, color: str) -> None:
        """A line across."""
        self.path(line(x, y, right, y), stroke=color, width=weight)
