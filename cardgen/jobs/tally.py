"""A summary of a deck when its last card is printed: its cards, its pages, and what does not look as it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter

from cardgen.artwork.pictures.resolution import RoughPicture, find_rough_pictures
from cardgen.jobs.border_warnings import edge_warnings, least_border, shift_warnings
from cardgen.jobs.placing import Delivery
from cardgen.scene.faces import Card
from cardgen.scene.pages import Bookmark, Page
from cardgen.scene.record import CardEntry
from cardgen.sheets.border import find_cut_off, find_pushed_off

SIDES, FRONT = 2, 0
"""Cards are read side by side: fronts have even places in the reading order."""


class Tally:
    """Counts what is delivered; `border` is what the printer leaves white, in points."""

    def __init__(self, is_printed: Callable[[Card], bool], border: float) -> None:
        self.is_printed, self._border = is_printed, border
        self._near_edge: dict[str, None] = {}
        self._pushed_off: dict[str, None] = {}
        self.entries: list[CardEntry] = []
        self.rough: list[RoughPicture] = []
        self.pages = self.backs = 0
        self._fronts: list[tuple[int, Bookmark]] = []
        """A bookmark for each front, with its place in the reading order."""

    @property
    def printed(self) -> int:
        """Number of cards that are printed, each counted once."""
        return sum(entry.printed for entry in self.entries)

    def add(self, delivery: Delivery, moved: Sequence[Page]) -> None:
        """Count cards that were laid out, and pages that are complete; they are printed as they are `moved`."""
        for card in delivery.cards:
            printed = self.is_printed(card)
            self.entries.append(CardEntry(card.front.name, card.revision, printed))
            self.rough += find_rough_pictures(card) if printed else ()
        for page, printed_page in zip(delivery.pages, moved, strict=True):
            self._pushed_off |= dict.fromkeys(find_pushed_off(page, printed_page, least_border(self._border)))
            self._fronts += [
                (placed.order, Bookmark(placed.face.name, self.pages, 0))
                for placed in page.faces
                if placed.order % SIDES == FRONT
            ]
            self.pages += 1
            self.backs += page.back
            if page.trim is None:
                self._near_edge |= dict.fromkeys(find_cut_off(page, self._border))

    @property
    def bookmarks(self) -> list[Bookmark]:
        """An entry of the outline for each card, in reading order."""
        return [bookmark for _, bookmark in sorted(self._fronts, key=itemgetter(0))]

    def border_warnings(self) -> Iterator[str]:
        """Warnings of content that lies where the printer may not reach."""
        yield from edge_warnings(list(self._near_edge), self._border)
        yield from shift_warnings(list(self._pushed_off), least_border(self._border), "Choose a smaller stock")
