"""Colors in the syntax of SVG, made opaque on white paper."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb
from typing import NamedTuple

from PIL.ImageColor import colormap, getrgb

from cardgen.artwork.pictures.numerals import NUMBER
from cardgen.artwork.pictures.undrawable import unreadable

LONGEST_COLOR = 100
"""Characters of a color that are read."""
HEX_COLOR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
COLOR_CALL = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
COLOR_PART = re.compile(rf"({NUMBER})(%|deg)?")
ICC_COLOR = re.compile(r"\s*icc-color\(.*\)$")
"""The same color again for a printing house; the text before it is for all other readers."""


class RgbaColor(NamedTuple):
    """Red, green, blue and opacity, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def on_white(self, opacity: float) -> str:
        """The color as it looks on white paper at a further opacity, as "#RRGGBB"."""
        covers = self.alpha * opacity
        return "#" + "".join([f"{round(255 * (part * covers + 1 - covers)):02X}" for part in self[:3]])


def parse_color(text: str) -> RgbaColor:
    """A color by its name or its components; UndrawableError when it cannot be read."""
    written = ICC_COLOR.sub("", text[:LONGEST_COLOR].strip().lower())
    if written == "transparent":
        return RgbaColor(0, 0, 0, 0)
    if HEX_COLOR.fullmatch(written):
        return _parse_hex(written[1:])
    if match := COLOR_CALL.fullmatch(written):
        return _parse_call(match[1], match[2])
    if written in colormap:
        return RgbaColor(*(part / 255 for part in getrgb(written)))
    raise unreadable(f"a color, '{written}',")


def _parse_hex(digits: str) -> RgbaColor:
    """Colors of 3, 4, 6 or 8 hexadecimal digits."""
    wide = digits if len(digits) > 4 else "".join([digit * 2 for digit in digits])
    return RgbaColor(*(int(wide[i : i + 2], 16) / 255 for i in range(0, len(wide), 2)))


def _parse_call(kind: str, parts: str) -> RgbaColor:
    """Colors such as rgb(0, 87, 162), rgb(0 34% 63.5% / 50%) and hsl(207, 100%, 32%)."""
    found = [COLOR_PART.fullmatch(part) for part in re.split(r"[\s,/]+", parts.strip())]
    values = [(float(match[1]), match[2]) for match in found if match]
    if len(values) != len(found) or len(values) not in (3, 4):
        raise unreadable("a color")
    whole = (255, 255, 255, 1) if kind == "rgb" else (360, 1, 1, 1)
    first, second, third, *alpha = (
        value / (100 if unit == "%" else most) for (value, unit), most in zip(values, whole, strict=False)
    )
    if kind == "hsl":
        first, second, third = hls_to_rgb(first % 1, _clamp(third), _clamp(second))
    return RgbaColor(*map(_clamp, (first, second, third, *alpha)))


def _clamp(part: float) -> float:
    return min(1.0, max(0.0, part))
