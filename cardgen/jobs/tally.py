"""What is known of a deck when its last card is printed: its cards, its pages, and what does not look as it should."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

from cardgen.artwork.pictures.resolution import RoughPicture, find_rough_pictures
from cardgen.jobs.placing import Delivery
from cardgen.scene.faces import Card
from cardgen.scene.pages import Bookmark
from cardgen.scene.record import CardEntry
from cardgen.sheets.border import find_cut_off
from cardgen.units import in_mm

SIDES, FRONT = 2, 0
"""Cards are read side by side: fronts have even places in the reading order."""
MOST_NAMES = 4
"""More cards than these are only counted."""


class Tally:
    """Counts what is delivered; `border` is what the printer leaves white, in points."""

    def __init__(self, is_printed: Callable[[Card], bool], border: float) -> None:
        self.is_printed, self._border = is_printed, border
        self._near_edge: dict[str, None] = {}
        self.entries: list[CardEntry] = []
        self.rough: list[RoughPicture] = []
        self.pages = 0
        self._fronts: list[tuple[int, Bookmark]] = []
        """A bookmark for each front, with its place in the reading order."""

    @property
    def printed(self) -> int:
        """Number of cards that are printed, each counted once."""
        return sum(entry.printed for entry in self.entries)

    def add(self, delivery: Delivery) -> None:
        """Count cards that were laid out, and pages that are complete."""
        for card in delivery.cards:
            printed = self.is_printed(card)
            self.entries.append(CardEntry(card.front.name, card.revision, printed))
            self.rough += find_rough_pictures(card) if printed else ()
        for page in delivery.pages:
            self._fronts += [
                (placed.order, Bookmark(placed.face.name, self.pages, 0))
                for placed in page.faces
                if placed.order % SIDES == FRONT
            ]
            self.pages += 1
            if page.trim is None:
                self._near_edge |= dict.fromkeys(find_cut_off(page, self._border))

    @property
    def bookmarks(self) -> list[Bookmark]:
        """An entry of the outline for each card, in reading order."""
        return [bookmark for _, bookmark in sorted(self._fronts, key=itemgetter(0))]

    def border_warnings(self) -> Iterator[str]:
        """That content lies where the printer may not reach."""
        if self._near_edge:
            names = list(self._near_edge)
            more = f", and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
            yield (
                f"The printer may cut off what is within {in_mm(self._border)} mm of the paper's edge, on "
                f"{', '.join(names[:MOST_NAMES])}{more}. Choose a smaller stock; or, if your printer prints closer to "
                "the edge, give its border: <border=4mm>."
            )
