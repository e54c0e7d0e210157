"""Fonts are read as reportlab reads them."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from cardgen.files.folders import shipped_folder
from cardgen.scene.font_file import FontFile
from cardgen.scene.fonts import FONT_FILES

COMPARED = ("charToGlyph", "charWidths", "defaultWidth", "hmetrics", "glyphPos", "numGlyphs", "name", "bbox", "ascent")


@pytest.mark.parametrize("name", FONT_FILES)
def test_a_font_is_what_reportlab_makes_of_its_file(name: str) -> None:
    data = (shipped_folder("fonts") / FONT_FILES[name]).read_bytes()
    ours, usual = FontFile(name, data), TTFont(name, BytesIO(data), asciiReadable=0, validate=1)
    for attribute in COMPARED:
        assert getattr(ours.face, attribute) == getattr(usual.face, attribute), attribute
    assert vars(ours).keys() == vars(usual).keys()


def test_a_damaged_font_is_refused() -> None:
    data = bytearray((shipped_folder("fonts") / FONT_FILES["regular"]).read_bytes())
    data[len(data) // 2] ^= 1
    with pytest.raises(TTFError):
        FontFile("regular", bytes(data))
