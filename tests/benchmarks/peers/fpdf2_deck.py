"""The neutral deck by fpdf2."""

from __future__ import annotations

import json
import sys
from math import cos, radians, sin
from pathlib import Path
from typing import Any

from fpdf import FPDF

FONTS = Path(__file__).parents[3] / "fonts"
PLACES = 4
Points = list[tuple[float, float]]


class Deck(FPDF):
    """A document, and where everything in the deck goes on it."""

    def __init__(self, design: dict[str, Any]) -> None:
        super().__init__(unit="pt", format=tuple(design["sheet"]))
        self.design = design
        self.set_auto_page_break(False)
        self.set_margin(0)
        self.c_margin = 0
        for name in ("Regular", "SemiBold", "Bold"):
            self.add_font(name, fname=FONTS / f"IBMPlexSans-{name}.ttf")
        self.arrows = {turn: turned(design["arrow"], turn) for turn in (0, 90, 180, 270)}

    def card(self, card: dict[str, Any], place: int) -> None:
        design = self.design
        wide, high = design["card"]
        x, y = place % 2 * wide, design["top"] + place // 2 * high
        title, arrow = design["title"], design["arrow"]
        self.set_font("SemiBold", size=title["size"])
        self.text(x + design["left"], y + title["baseline"], card["title"])
        self.dots(card["pressure"], x, y)
        self.badge(card["times"], x, y)
        at_x, at_y = x + arrow["x"], y + arrow["y"]
        self.polygon([(at_x + over, at_y + down) for over, down in self.arrows[card["turn"]]], style="F")
        self.cue(card["cue"], x + design["left"], y)

    def dots(self, level: int, x: float, y: float) -> None:
        dots = self.design["dots"]
        for dot in range(5):
            middle = x + self.design["left"] + dots["radius"] + dot * dots["pitch"]
            self.circle(middle, y + dots["middle"], dots["radius"], style="DF" if dot < level else "D")

    def badge(self, times: int, x: float, y: float) -> None:
        badge, text = self.design["badge"], f"×{times}"
        self.rect(
            x + badge["x"], y + badge["y"], badge["width"], badge["height"],
            style="F", round_corners=True, corner_radius=badge["radius"],
        )  # fmt: skip
        self.set_font("Bold", size=badge["size"])
        self.set_text_color(self.design["paper"])
        start = badge["x"] + (badge["width"] - self.get_string_width(text)) / 2
        self.text(x + start, y + badge["baseline"], text)
        self.set_text_color(self.design["ink"])

    def cue(self, text: str, x: float, y: float) -> None:
        """Lines of text; fpdf2 writes the baseline of a line below its middle by three tenths of the type size."""
        cue = self.design["cue"]
        self.set_font("Regular", size=cue["size"])
        self.set_xy(x, y + cue["baseline"] - 0.5 * cue["leading"] - 0.3 * cue["size"])
        self.multi_cell(self.design["width"], h=cue["leading"], text=text, align="L")


def turned(arrow: dict[str, Any], turn: int) -> Points:
    """The arrow's corners, turned clockwise about the middle of its square."""
    half, across, down = arrow["side"] / 2, cos(radians(turn)), sin(radians(turn))
    points = [(x - half, y - half) for x, y in arrow["outline"]]
    return [(half + x * across - y * down, half + x * down + y * across) for x, y in points]


def main(source: str, target: str) -> None:
    """Print the deck in a file."""
    given = json.loads(Path(source).read_bytes())
    deck = Deck(given["design"])
    for number, card in enumerate(given["cards"]):
        if number % PLACES == 0:
            deck.add_page()
            deck.set_line_width(given["design"]["dots"]["line"])
            deck.set_draw_color(given["design"]["ink"])
            deck.set_fill_color(given["design"]["ink"])
            deck.set_text_color(given["design"]["ink"])
        deck.card(card, number % PLACES)
    deck.output(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
