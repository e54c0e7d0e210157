"""The neutral deck by cardgen's own parts: faces from a sketch, four to a sheet, written with tags or without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import cos, radians, sin
from pathlib import Path as File
from typing import Any

from cardgen.artwork.theme import Theme, read_theme, themes
from cardgen.files.writing import write_whole
from cardgen.layouts.parts.sketch import Sketch
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import PdfFormat, Properties
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Artwork, Path
from cardgen.scene.outlines import Outline, circle, rounded
from cardgen.scene.record import Record
from cardgen.scene.text import width, wrap
from cardgen.sheets.cards import deal_cards, impose_cards
from cardgen.sheets.cutting import choose_cutting
from cardgen.sheets.format import Format
from cardgen.units import Box, Size
from cardgen.wording.words import ENGLISH, words

WAYS = {0: "Up", 90: "To the right", 180: "Down", 270: "To the left"}
LEVELS = range(1, 6)


def drawings(design: dict[str, Any]) -> dict[str, Artwork]:
    """What looks the same on many cards, by name."""
    dots, badge, arrow = design["dots"], design["badge"], design["arrow"]
    box = Box(0, 0, badge["width"], badge["height"])
    ink, square = design["ink"], Size(arrow["side"], arrow["side"])
    return {
        "badge": Artwork("badge", box.size, (Path(rounded(box, badge["radius"]), fill=ink),)),
        **{f"dots {level}": _dots(level, dots, ink) for level in LEVELS},
        **{f"arrow {turn}": Artwork(f"arrow {turn}", square, (Path(_turned(arrow, turn), fill=ink),)) for turn in WAYS},
    }


def _dots(level: int, dots: dict[str, float], ink: str) -> Artwork:
    """Five dots in a row, the first ones filled; half a line is around them."""
    radius, half = dots["radius"], dots["line"] / 2
    size = Size(4 * dots["pitch"] + 2 * (radius + half), 2 * (radius + half))
    marks = [
        Path(
            circle(half + radius + dot * dots["pitch"], half + radius, radius),
            ink if dot < level else None,
            ink,
            dots["line"],
        )
        for dot in range(5)
    ]
    return Artwork(f"dots {level}", size, tuple(marks))


def _turned(arrow: dict[str, Any], turn: int) -> Outline:
    """The arrow's outline, turned clockwise about the middle of its square."""
    half, across, down = arrow["side"] / 2, cos(radians(turn)), sin(radians(turn))
    points = [(x - half, y - half) for x, y in arrow["outline"]]
    turned = [(half + x * across - y * down, half + x * down + y * across) for x, y in points]
    return (("M", turned[0]), *(("L", point) for point in turned[1:]), ("Z", ()))


def face(card: dict[str, Any], design: dict[str, Any], art: dict[str, Artwork], form: Format, theme: Theme) -> Face:
    """The front of a card."""
    left, title, dots, badge = design["left"], design["title"], design["dots"], design["badge"]
    sketch = Sketch(form, theme, words(ENGLISH), card["title"], left)
    with sketch.tagged("H1"):
        sketch.draw_text(left, title["baseline"], card["title"], "semibold", title["size"])
    around = dots["radius"] + dots["line"] / 2
    with sketch.tagged("Figure", f"Pressure {card['pressure']} of 5"):
        row = art[f"dots {card['pressure']}"]
        sketch.draw_artwork(row, left - dots["line"] / 2, dots["middle"] - around)
    sketch.draw_artwork(art["badge"], badge["x"], badge["y"])
    times, size = f"×{card['times']}", badge["size"]
    with sketch.tagged("P", f"{card['times']} times"):
        x = badge["x"] + (badge["width"] - width(times, "bold", size)) / 2
        sketch.draw_text(x, badge["baseline"], times, "bold", size, design["paper"])
    with sketch.tagged("Figure", WAYS[card["turn"]]):
        sketch.draw_artwork(art[f"arrow {card['turn']}"], design["arrow"]["x"], design["arrow"]["y"])
    _draw_cue(sketch, card["cue"], design)
    return sketch.face()


def _draw_cue(sketch: Sketch, text: str, design: dict[str, Any]) -> None:
    cue = design["cue"]
    size, leading = cue["size"], cue["leading"]
    lines = wrap(text, "regular", size, design["width"])
    with sketch.tagged("P"):
        for number, line in enumerate(lines):
            sketch.draw_text(design["left"], cue["baseline"] + number * leading, line, "regular", size)


def cards(deck: dict[str, Any], form: Format, theme: Theme) -> Iterator[Card]:
    """The cards of a deck, one by one."""
    art = drawings(deck["design"])
    for card in deck["cards"]:
        yield Card(face(card, deck["design"], art, form, theme))


def main(source: str, target: str, *, tagged: bool) -> None:
    """Print the deck in a file."""
    deck = json.loads(File(source).read_bytes())
    cutting = choose_cutting("a6", "a4")
    assert cutting.grid
    found = cards(deck, Format(cutting.stock.size), read_theme(themes()["standard"]))
    pages = impose_cards(deal_cards(found, cutting.grid.places), cutting.grid, flip=None)
    properties = Properties("A neutral deck", ENGLISH, Record("cards"))
    write_whole(File(target), build_pdf(pages, properties, PdfFormat(tagged=tagged)))
