"""The fonts, loaded for measuring and for the PDF, and how wide words are in them."""

from __future__ import annotations

from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from cardgen.characters import SOFT_HYPHEN
from cardgen.errors import Fault, UserError
from cardgen.files.folders import shipped_folder
from cardgen.files.reading import read_bytes
from cardgen.scene.font_file import FontFile

FONT_FILES = {
    "regular": "IBMPlexSans-Regular.ttf",
    "medium": "IBMPlexSans-Medium.ttf",
    "semibold": "IBMPlexSans-SemiBold.ttf",
    "bold": "IBMPlexSans-Bold.ttf",
}


@cache
def font(name: str) -> FontFile:
    """The font `name`, registered for measuring and for the PDF; UserError when its file is missing or damaged."""
    path = shipped_folder("fonts") / FONT_FILES[name]
    try:
        loaded = FontFile(name, read_bytes(path))
    except TTFError:
        raise UserError(Fault("This font is damaged.", "Install cardgen again.", path)) from None
    pdfmetrics.registerFont(loaded)
    return loaded


@lru_cache(maxsize=4096)
def unit_width(text: str, name: str) -> float:
    """Width of one line of text in type of 1 point, in points."""
    return float(font(name).stringWidth(text.replace(SOFT_HYPHEN, ""), 1000)) / 1000


def missing_characters(text: str) -> list[str]:
    """The characters of `text` that the fonts cannot print."""
    glyphs = font("regular").face.charToGlyph
    return [char for char in dict.fromkeys(text) if ord(char) not in glyphs]
