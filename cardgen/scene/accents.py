"""Accents without a joined character, as in Russian stress, Yoruba and Pinyin: where a font puts them on a letter."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import fontTools.ttLib

from cardgen.characters import ACCENT
from cardgen.files.folders import shipped_folder
from cardgen.files.reading import read_bytes
from cardgen.scene.fonts import FONT_FILES
from cardgen.scene.text import width

MARK_FEATURE, MARK_TO_BASE = "mark", 4
"""The feature of a font that places accents on letters, and the kind of its tables (OpenType, GPOS)."""
Anchors = dict[str, tuple[int, int]]


class TextPiece(NamedTuple):
    """A part of a line of text, and the distance of its origin from that of the line: right and up, for 1 point."""

    x: float
    y: float
    text: str


def unplaced_accent(text: str) -> str:
    """The first accent of a text which the fonts cannot place, after what is before it; empty if there is none.

    The fonts have no places for two accents above one another.
    """
    base = ""
    for char in text:
        if not ACCENT.match(char):
            base = char
            continue
        base += char
        if len(base) != 2 or _offset("regular", *base) is None:
            return base
    return ""


def place_accents(text: str, name: str) -> Iterator[TextPiece]:
    """A line of text in pieces: letters, and each accent where the font puts it."""
    start, before = 0, 0.0
    for at, char in enumerate(text):
        if not ACCENT.match(char):
            continue
        if start < at:
            yield TextPiece(before, 0.0, text[start:at])
        base = text[at - 1]
        right, up = _offset(name, base, char) or (0.0, 0.0)
        before += width(text[start:at], name, 1)
        yield TextPiece(before - width(base, name, 1) + right, up, char)
        start = at + 1
    if text[start:]:
        yield TextPiece(before, 0.0, text[start:])


@cache
def _offset(name: str, base: str, accent: str) -> tuple[float, float] | None:
    """How far the origin of an accent is from that of a letter, right and up for 1 point; None if it has no place."""
    glyphs, units, tables = _font(name)
    letter, mark = glyphs.get(ord(base), ""), glyphs.get(ord(accent), "")
    for letters, marks in tables:
        if letter in letters and mark in marks:
            (x, y), (mark_x, mark_y) = letters[letter], marks[mark]
            return (x - mark_x) / units, (y - mark_y) / units
    return None


@cache
def _font(name: str) -> tuple[dict[int, str], int, list[tuple[Anchors, Anchors]]]:
    """The glyphs of a font by their characters, its units, and the anchors of letters and of accents, by glyph."""
    data = io.BytesIO(read_bytes(shipped_folder("fonts") / FONT_FILES[name]))
    with fontTools.ttLib.TTFont(data, lazy=True) as font:
        places = font["GPOS"].table
        used = {
            number
            for record in places.FeatureList.FeatureRecord
            if record.FeatureTag == MARK_FEATURE
            for number in record.Feature.LookupListIndex
        }
        lookups = [places.LookupList.Lookup[number] for number in sorted(used)]
        found = [table for lookup in lookups if lookup.LookupType == MARK_TO_BASE for table in lookup.SubTable]
        anchors = [_anchors(table, number) for table in found for number in range(table.ClassCount)]
        return dict(font.getBestCmap()), font["head"].unitsPerEm, anchors


def _anchors(table: Any, number: int) -> tuple[Anchors, Anchors]:
    """The anchors in a table of letters, and of one class of accents."""
    letters = zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True)
    marks = zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True)
    return (
        {glyph: _point(record.BaseAnchor[number]) for glyph, record in letters if record.BaseAnchor[number]},
        {glyph: _point(record.MarkAnchor) for glyph, record in marks if record.Class == number},
    )


def _point(anchor: Any) -> tuple[int, int]:
    return anchor.XCoordinate, anchor.YCoordinate
