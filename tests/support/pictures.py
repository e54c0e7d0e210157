"""Makes pictures, and routines that show them, and finds them in printed pages."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import yaml
from PIL import Image

from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.units import Box
from tests.support.printed import count_pages, operators
from tests.support.printing import print_cards

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""Those of libyaml, where it is there, take a tenth of the time."""
MARK = (255, 0, 255)
"""A color that nothing else has."""
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">{}</svg>'
)


class Shown(NamedTuple):
    """A picture of pixels on a page: its box, from the top left, its pixels, and its data in the file."""

    box: Box
    pixels: Image.Image
    filter: str
    raw: bytes


def plain(width: int = 300, height: int = 200, mode: str = "RGB", color: object = MARK) -> Image.Image:
    return Image.new(mode, (width, height), color)  # type: ignore[arg-type]


def packed(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The bytes of a file of this kind."""
    made = io.BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def svg(content: str) -> bytes:
    """A picture of 100 by 100."""
    return SVG.format(content).encode()


MARKS = {
    "mark.png": packed(plain(), "PNG"),
    "mark.jpg": packed(plain(), "JPEG", quality=95),
    "mark.JPEG": packed(plain(), "JPEG", quality=95, progressive=True),
    "mark.svg": svg('<rect width="100" height="100" fill="#f0f"/>'),
}
"""A file of each kind of picture, all in that color."""
SHAPES = {"wide": (1200, 800), "tall": (800, 1200), "square": (900, 900), "tiny": (32, 24), "long": (2000, 300)}
"""Pixels across and down."""


@cache
def _shapes() -> dict[str, bytes]:
    return {name: packed(plain(*size), "PNG") for name, size in SHAPES.items()}


def write_shapes(folder: Path) -> None:
    """Write a picture of each of these shapes, and one that is drawn with lines."""
    for name, data in _shapes().items():
        (folder / f"{name}.png").write_bytes(data)
    (folder / "lines.svg").write_bytes(MARKS["mark.svg"])


def illustrated(folder: Path, *pictures: str, drawn: bool = True, routine: str = "face") -> Path:
    """A routine whose steps name these pictures, where "" is no picture; without their drawings if not `drawn`."""
    text = routines()[routine].read_text(encoding="utf-8")
    data = yaml.load(text.replace("draw: on", "draw: 'on'"), LOADER)  # which YAML would read as true
    for step, picture in zip(data["steps"], pictures, strict=False):
        if picture:
            step["image"] = picture
        if not drawn:
            step.pop("drawing", None)
    path = folder / "mine.yaml"
    path.write_text(yaml.dump(data, Dumper=DUMPER, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


def illustrated_session(*pictures: str, drawn: bool = True, routine: str = "face") -> Session:
    """The session of such a routine in this folder."""
    return plan(load_selection([str(illustrated(Path(), *pictures, drawn=drawn, routine=routine))]))


def embedded(data: bytes, name: str) -> Image.Image:
    """A picture as it is in the cards of a routine."""
    Path(name).write_bytes(data)
    made = print_cards(illustrated_session(name))
    return next(page[0].pixels for page in pictures(made.data) if page)


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bare_png(width: int, height: int, rows: bytes, *others: bytes) -> bytes:
    """An RGB PNG that claims this size, whatever its rows are."""
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(others) + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")


def pictures(data: bytes) -> list[list[Shown]]:
    """The pictures of pixels on each page of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [list(_shown(page.obj, pikepdf.Matrix(), float(page.mediabox[3]))) for page in pdf.pages]


def _shown(drawn: Any, outer: pikepdf.Matrix, height: float) -> Iterator[Shown]:
    """Follow the forms of a page to the pictures in them."""
    for operator, operands, matrix in operators(drawn, outer):
        if operator != "Do":
            continue
        found = drawn.Resources.XObject[operands[0]]
        if found.Subtype == "/Form":
            yield from _shown(found, matrix, height)
            continue
        (left, right), (bottom, top) = (
            sorted(values) for values in zip(matrix.transform((0, 0)), matrix.transform((1, 1)), strict=True)
        )
        pixels = pikepdf.PdfImage(found).as_pil_image()
        yield Shown(
            Box(left, height - top, right - left, top - bottom), pixels, str(found.Filter), found.read_raw_bytes()
        )


def rendered(data: bytes, page: int = 0, dpi: int = 100) -> Image.Image:
    """A page as it looks."""
    with pypdfium2.PdfDocument(data) as document:
        return document[page].render(scale=dpi / 72).to_pil().convert("RGB")


def marked(data: bytes, color: tuple[int, int, int] = MARK, dpi: int = 100) -> list[Box]:
    """The box that a color fills on each page that has it, in points from the top left."""
    found = []
    for number in range(count_pages(data)):
        page = rendered(data, number, dpi)
        hit = Image.eval(page.split()[0], lambda _: 255)
        for band, value in zip(page.split(), color, strict=True):
            hit = Image.composite(
                hit, Image.new("L", page.size), band.point(lambda found, value=value: 255 * (abs(found - value) < 12))
            )
        if box := hit.getbbox():
            left, top, right, bottom = (72 * edge / dpi for edge in box)
            found.append(Box(left, top, right - left, bottom - top))
    return found
