"""Pictures with too few pixels for their cards."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.pictures.resolution import GOOD_DPI, RoughPicture, find_rough_pictures
from cardgen.artwork.theme import theme
from cardgen.errors import Fault
from cardgen.layouts.cards import layout
from cardgen.planning.planner import plan
from cardgen.review.reviewed import ReviewedFile
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.wording.cards import word_deck

FILE_KINDS = ("routine",)
LARGEST = "steps"
"""The layout whose cards show the largest pictures."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each picture that looks rough on the standard card of its step."""
    (album,) = file.loaded.albums
    rough = _rough(file) if album.pictures else {}
    for index, step in enumerate(album.routine.steps):
        picture = album.pictures.get(step.image or "")
        if picture and (worst := rough.get(picture.art.digest)):
            across, down = worst.needed
            problem = f"The picture has {worst.dpi} dpi on its card: below {GOOD_DPI} it looks rough."
            remedy = f"Use one of {across} x {down} pixels or more."
            yield file.routine.warning(("steps", index, "image"), problem, remedy)


def _rough(file: ReviewedFile) -> dict[str, RoughPicture]:
    """The pictures that look rough on the standard cards, by their digests, where each looks worst."""
    cutting = choose_cutting()
    form = Format(cutting.stock.size, cutting.bleed, cutting.border_on_card(SAFE_BORDER))
    deck = word_deck(plan(file.loaded.selection, length="all"))
    faces = [face for card in layout(LARGEST)(deck, form, theme("standard"), True) for face in card]
    return {found.digest: found for found in sorted(find_rough_pictures(faces), key=lambda found: -found.dpi)}
