"""Draws the pictures of the README from the routines: `python docs/pictures.py`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.layouts.cards import layout
from cardgen.layouts.parts.sketch import Kit
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.library.loading import gather
from cardgen.pdf.document import write_pdf
from cardgen.pdf.properties import Properties
from cardgen.planning.planner import plan
from cardgen.scene.pages import Page, Placed
from cardgen.scene.record import Record
from cardgen.sheets.cards import one_to_a_page
from cardgen.sheets.paper import book_size, paper
from cardgen.sheets.stock import stock
from cardgen.units import MM, Box, Size
from cardgen.wording.book import word_book
from cardgen.wording.cards import word
from cardgen.wording.plan_page import word_plan

FOLDER = Path(__file__).parent / "pictures"
PIXELS_PER_POINT = 1.5
PICTURES = {
    "step-front": ("steps", "back-energising", "a6", "standard", "4: Circle with the forearms"),
    "step-back": ("steps", "back-energising", "a6", "standard", "4: Circle with the forearms, back"),
    "step-wide": ("steps", "joints", "a6", "standard", "1: Circle the hip"),
    "step-mono": ("steps", "legs-back", "a6", "mono", "2: Squeeze the calf"),
    "safety": ("steps", "legs-back", "a6", "standard", "Safety first"),
    "poker": ("steps", "legs-back", "poker", "standard", "5: Wring the thigh"),
    "overview": ("overview", "legs-back", "a5", "standard", "Back of the legs"),
}
SPREAD = "9: Knead the thigh"
"""The left page of the booklet's picture."""


def main() -> None:
    """Draw every picture."""
    FOLDER.mkdir(exist_ok=True)
    for name, (layout_name, routine, stock_name, theme_name, title) in PICTURES.items():
        kit = Kit(stock(stock_name).size, theme(theme_name), bleed=3 * MM)
        cards = layout(layout_name)(word(plan(gather([routine]))), kit, True)
        face = next(face for card in cards for face in card if face and face.name.endswith(title))
        save(one_to_a_page([face]), FOLDER / f"{name}.png")

    page = word_plan(plan(gather(["legs-back"]), minutes=30))
    face = lay_out_plan(page, Kit(paper("a4").size, theme("standard")))
    assert face is not None
    save(one_to_a_page([face]), FOLDER / "plan.png")
    size = book_size("a5")
    volume = lay_out_book(word_book(plan(gather(["back-and-legs"]))), Kit(size, theme("standard")))
    first = next(number for number, face in enumerate(volume.faces) if face.name.endswith(SPREAD))
    pair = enumerate(volume.faces[first : first + 2])
    placed = tuple(Placed(face, Box(index * size.width, 0, *size)) for index, face in pair)
    save([Page(Size(2 * size.width, size.height), placed)], FOLDER / "booklet.png")


def save(pages: Sequence[Page], path: Path) -> None:
    """A page as a picture."""
    data = write_pdf(pages, Properties(path.stem, "en", Record("cards")))
    pypdfium2.PdfDocument(data)[0].render(scale=PIXELS_PER_POINT).to_pil().quantize(64).save(path, optimize=True)


if __name__ == "__main__":
    main()
