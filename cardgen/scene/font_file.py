"""Fonts for reportlab, whose long tables of numbers are read at once: reportlab takes 2 ms to read them one by one."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from struct import unpack_from
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfmetrics import TypeFace
from reportlab.pdfbase.ttfonts import TTEncoding, TTFError, TTFont, TTFontFace, TTFontFile

MICROSOFT, BASIC_PLANE, SEGMENTS = 3, 1, 4
"""The platform, the encoding and the format of the table of characters that is read (OpenType 1.9, cmap)."""
LAYOUT_OF_LOCATIONS, COUNT_OF_METRICS = 50, 34
"""Where these numbers are in the tables head and hhea, in bytes."""
SPACE, HARD_SPACE = 0x20, 0xA0


class FontFile(TTFont):  # type: ignore[misc]
    """A font of a TrueType file; TTFError when it is damaged."""

    def __init__(self, name: str, data: bytes) -> None:
        self.fontName, self.face, self.encoding = name, _Face(data), TTEncoding()
        self.state: WeakKeyDictionary[object, object] = WeakKeyDictionary()
        self._asciiReadable, self.shapable = 0, False


class _Face(TTFontFace):  # type: ignore[misc]
    """The tables of a font. All names are reportlab's."""

    def __init__(self, data: bytes) -> None:
        TypeFace.__init__(self, None)
        TTFontFile.__init__(self, BytesIO(data), charInfo=0, validate=1)
        self.charToGlyph = self._glyphs()
        self.hmetrics = self._metrics()
        widths = [self._pdfScale(advance) for advance, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        self.charWidths = {char: widths[glyph] for char, glyph in self.charToGlyph.items()}
        self.charToGlyph[HARD_SPACE], self.charWidths[HARD_SPACE] = self.charToGlyph[SPACE], self.charWidths[SPACE]
        self.glyphPos = self._locations()

    def _numbers(self, kind: str, count: int, start: int) -> tuple[int, ...]:
        return unpack_from(f">{count}{kind}", self._ttf_data, start)

    def _glyphs(self) -> dict[int, int]:
        """The number of each character's glyph."""
        table = self.get_table_pos("cmap")[0]
        (count,) = self._numbers("H", 1, table + 2)
        for number in range(count):
            kind = self._numbers("H", 2, table + 4 + 8 * number)
            start = table + self._numbers("L", 1, table + 8 + 8 * number)[0]
            if kind == (MICROSOFT, BASIC_PLANE) and self.get_ushort(start) == SEGMENTS:
                return self._glyphs_of_segments(start)
        raise TTFError("There is no table of characters in segments.")

    def _glyphs_of_segments(self, start: int) -> dict[int, int]:
        size, _, twice = self._numbers("H", 3, start + 2)
        lasts = self._numbers("H", twice // 2, start + 14)
        firsts = self._numbers("H", twice // 2, start + 16 + twice)
        shifts = self._numbers("h", twice // 2, start + 16 + 2 * twice)
        listed = self._numbers("H", (size - 16 - 3 * twice) // 2, start + 16 + 3 * twice)
        glyphs: dict[int, int] = {}
        for number, (first, last, shift) in enumerate(zip(firsts, lasts, shifts, strict=True)):
            chars: Sequence[int] = range(first, last + 1)
            if offset := listed[number] // 2:
                chars_glyphs = [glyph and glyph + shift for glyph in listed[number + offset :][: len(chars)]]
            else:
                chars_glyphs = [char + shift for char in chars]
            glyphs.update(zip(chars, [glyph & 0xFFFF for glyph in chars_glyphs], strict=True))
        return glyphs

    def _metrics(self) -> list[tuple[int, int]]:
        """The width of each glyph, and how far it is from its left edge; the last glyphs have the same width."""
        count = self.get_ushort(self.get_table_pos("hhea")[0] + COUNT_OF_METRICS)
        table, rest = self.get_table_pos("hmtx")[0], self.numGlyphs - count
        pairs = self._numbers("H", 2 * count, table)
        metrics = list(zip(pairs[::2], pairs[1::2], strict=True))
        return metrics + [(pairs[-2], left) for left in self._numbers("H", rest, table + 4 * count)]

    def _locations(self) -> list[int]:
        """Where each glyph begins in its table, and where the last one ends."""
        is_long = self.get_ushort(self.get_table_pos("head")[0] + LAYOUT_OF_LOCATIONS)
        numbers = self._numbers("L" if is_long else "H", self.numGlyphs + 1, self.get_table_pos("loca")[0])
        return list(numbers) if is_long else [2 * number for number in numbers]
