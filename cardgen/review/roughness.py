"""Pictures that look rough on the usual cards, or that are not drawn as they are."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.pictures.resolution import GOOD_DPI, Coarse, coarse
from cardgen.artwork.theme import theme
from cardgen.errors import Fault
from cardgen.layouts.cards import layout
from cardgen.library.loading import LoadedFile
from cardgen.planning.planner import plan
from cardgen.sheets.cutting import cut
from cardgen.sheets.format import Format
from cardgen.sheets.printer import SAFE_BORDER
from cardgen.wording.cards import word

USUAL = "steps"
"""The layout whose cards show the largest pictures."""


def doubtful_pictures(opened: LoadedFile) -> Iterator[Fault]:
    """A warning for each picture that is too small for the card of its step, or in which something is not drawn."""
    rough = _rough(opened) if any(album.pictures for album in opened.albums) else {}
    for album in opened.albums:
        for index, step in enumerate(album.routine.steps):
            picture = album.pictures.get(step.image or "")
            place = ("steps", index, "image")
            for note in picture.notes if picture else ():
                yield album.document.warning(place, note, "Print it, and look whether it is right.")
            if picture and (worst := rough.get(picture.art.digest)):
                across, down = worst.needed
                problem = f"The picture has {worst.dpi} dpi on its card: below {GOOD_DPI} it looks rough."
                yield album.document.warning(place, problem, f"Take one of {across} x {down} pixels or more.")


def _rough(opened: LoadedFile) -> dict[str, Coarse]:
    """The pictures that look rough on the usual cards, by their digests, where each looks worst."""
    cutting = cut()
    form = Format(cutting.stock.size, cutting.bleed, cutting.edge(SAFE_BORDER))
    deck = word(plan(opened.selection, length="all"))
    faces = [face for card in layout(USUAL)(deck, form, theme("standard"), True) for face in card]
    return {found.digest: found for found in sorted(coarse(faces), key=lambda found: -found.dpi)}
