"""The neutral deck by a program written for it alone, with reportlab's canvas: the floor for all that draw with it."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

rl_config.useA85 = 0  # else streams are written as text, a quarter larger
FONTS = Path(__file__).parents[3] / "fonts"
PLACES = 4


class Deck:
    """A canvas, and where everything in the deck goes on it."""

    def __init__(self, design: dict[str, Any], target: str) -> None:
        for name in ("Regular", "SemiBold", "Bold"):
            pdfmetrics.registerFont(TTFont(name, FONTS / f"IBMPlexSans-{name}.ttf"))
        self.design = design
        self.ink, self.paper = HexColor(design["ink"]), HexColor(design["paper"])
        self.height = design["card"][1]
        self.canvas = Canvas(target, pagesize=design["sheet"], initialFontName="Regular", pageCompression=1)
        self.store_art()

    def store_art(self) -> None:
        """Store what looks the same on many cards, as large as a card, so that it comes to its place by itself."""
        for level in range(1, 6):
            self.begin(f"dots{level}")
            self.dots(level)
            self.canvas.endForm()
        for turn in (0, 90, 180, 270):
            self.begin(f"arrow{turn}")
            self.arrow(turn)
            self.canvas.endForm()
        badge = self.design["badge"]
        self.begin("badge")
        bottom = self.height - badge["y"] - badge["height"]
        self.canvas.roundRect(badge["x"], bottom, badge["width"], badge["height"], badge["radius"], stroke=0, fill=1)
        self.canvas.endForm()

    def begin(self, form: str) -> None:
        self.canvas.beginForm(form, 0, 0, *self.design["card"])
        self.canvas.setFillColor(self.ink)
        self.canvas.setStrokeColor(self.ink)

    def dots(self, level: int) -> None:
        dots = self.design["dots"]
        self.canvas.setLineWidth(dots["line"])
        for dot in range(5):
            x = self.design["left"] + dots["radius"] + dot * dots["pitch"]
            self.canvas.circle(x, self.height - dots["middle"], dots["radius"], stroke=1, fill=dot < level)

    def arrow(self, turn: int) -> None:
        arrow, half = self.design["arrow"], self.design["arrow"]["side"] / 2
        self.canvas.translate(arrow["x"] + half, self.height - arrow["y"] - half)
        self.canvas.rotate(-turn)
        path = self.canvas.beginPath()
        (x, y), *others = arrow["outline"]
        path.moveTo(x - half, half - y)
        for x, y in others:
            path.lineTo(x - half, half - y)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)

    def card(self, card: dict[str, Any], place: int) -> None:
        canvas, design = self.canvas, self.design
        (wide, high), (_, sheet) = design["card"], design["sheet"]
        canvas.saveState()
        canvas.translate(place % 2 * wide, sheet - design["top"] - (place // 2 + 1) * high)
        canvas.doForm(f"dots{card['pressure']}")
        canvas.doForm("badge")
        canvas.doForm(f"arrow{card['turn']}")
        title, badge = design["title"], design["badge"]
        self.text("SemiBold", title["size"], design["left"], title["baseline"], [card["title"]])
        times = f"×{card['times']}"
        x = badge["x"] + (badge["width"] - pdfmetrics.stringWidth(times, "Bold", badge["size"])) / 2
        self.text("Bold", badge["size"], x, badge["baseline"], [times], self.paper)
        cue = design["cue"]
        lines = broken(card["cue"], "Regular", cue["size"], design["width"])
        self.text("Regular", cue["size"], design["left"], cue["baseline"], lines, leading=cue["leading"])
        canvas.restoreState()

    def text(
        self,
        font: str,
        size: float,
        x: float,
        y: float,
        lines: list[str],
        color: Color | None = None,
        leading: float = 0,
    ) -> None:
        """Lines of text; `y` is the first baseline, from the top of the card."""
        text = self.canvas.beginText(x, self.height - y)
        text.setFont(font, size, leading)
        text.setFillColor(color or self.ink)
        text.textLines(lines, trim=0)
        self.canvas.drawText(text)


def broken(text: str, font: str, size: float, room: float) -> list[str]:
    """Text in lines, as many words in each as it holds."""
    space = pdfmetrics.stringWidth(" ", font, size)
    lines: list[list[str]] = [[]]
    used = 0.0
    for word in text.split():
        width = pdfmetrics.stringWidth(word, font, size)
        if lines[-1] and used + space + width > room:
            lines.append([])
        used = used + space + width if lines[-1] else width
        lines[-1].append(word)
    return [" ".join(line) for line in lines]


def main(source: str, target: str) -> None:
    """Print the deck in a file."""
    gc.disable()  # cardgen does so too
    given = json.loads(Path(source).read_bytes())
    deck = Deck(given["design"], target)
    for number, card in enumerate(given["cards"]):
        if number and number % PLACES == 0:
            deck.canvas.showPage()
        deck.card(card, number % PLACES)
    deck.canvas.save()


if __name__ == "__main__":
    main(*sys.argv[1:])
