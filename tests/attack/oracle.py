"""Judges a PDF by itself: words lost, text on text, text under drawings, off the page, too small, a damaged file."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf

from cardgen.scene.text import CAP, DESCENT, FONT_FILES, width
from cardgen.scene.text import font as loaded_font
from cardgen.units import Box
from tests.support.printed import inside, intersect

LEAST_TYPE = 6
"""Points; smaller type cannot be read in any light."""
SLACK = 0.6
"""Points that boxes may share: two lines touch, but no letter does."""
CODE = re.compile(rb"<(\w{2})> <(\w{4})>")
WORD, SENTENCE_END = re.compile(r"[^\W_]+"), re.compile(r"(?<=[.!?]) ")
LEAST_PIECE = 5
"""Letters of a sentence's part that a page may have; fewer are found anywhere."""
DEEP, HIGH = re.compile(r"[gjpqyQ,;()/|@ĉç]"), re.compile(r"[^acegmnopqrsuvwxyz.,…·–-]")
"""Letters that reach below the line, and those that are higher than an x."""
X_HEIGHT = 0.52
"""Of small letters, in type sizes (IBM Plex Sans, OS/2 table)."""
ON_DRAWINGS = re.compile(r"\d{1,3}|[A-Z]{1,3}|Back|Front")
"""What is drawn on drawings on purpose: numbers of steps, letters of routines, beside a head what side is shown."""


class Run(NamedTuple):
    """A run of text on a page, from the top left, and when it was drawn."""

    text: str
    box: Box
    size: float
    drawn: int


class Shape(NamedTuple):
    """A drawing or a filled area on a page, and when it was drawn."""

    box: Box
    drawn: int
    filled: bool


class Page(NamedTuple):
    """What is on a page."""

    runs: list[Run]
    shapes: list[Shape]
    box: Box


def judge(data: bytes, said: Iterable[str]) -> Iterator[str]:
    """Every fault of a PDF that should hold what was `said`."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield from pdf.check_pdf_syntax()
        pages = [read_page(page) for page in pdf.pages]
    for number, page in enumerate(pages, 1):
        yield from (f"page {number}: {fault}" for fault in page_faults(page))
    yield from lost_words(" ".join(run.text for page in pages for run in page.runs), said)


def lost_words(printed: str, said: Iterable[str]) -> Iterator[str]:
    """Sentences that a print has less often than they were said: in one piece, or in two where a page ends."""
    glued = "".join(_words(printed))
    for sentence, times in Counter(sentence for text in said for sentence in SENTENCE_END.split(text)).items():
        words = _words(sentence)
        if not _is_printed(words, times, glued):
            missing = next((word for word in words if word not in glued), "")
            yield f"lost: {missing!r} of {sentence!r}" if missing else f"scattered, or not {times} times: {sentence!r}"


def _is_printed(words: Sequence[str], times: int, glued: str) -> bool:
    """Whether words follow each other this often in the letters of a print."""
    if glued.count("".join(words)) >= times:
        return True
    for cut in range(1, len(words)):
        parts = "".join(words[:cut]), "".join(words[cut:])
        if min(map(len, parts)) >= LEAST_PIECE and all(glued.count(part) >= times for part in parts):
            return True
    return False


def _words(text: str) -> list[str]:
    return WORD.findall(text.replace("-", "").casefold())


def page_faults(page: Page) -> Iterator[str]:
    """What is wrong on one page."""
    for run in page.runs:
        if run.size < LEAST_TYPE - 0.01:
            yield f"{run.size:.1f} pt: {run.text!r}"
        if not inside(run.box, page.box):
            yield f"off the page: {run.text!r}"
        yield from _hidden(run, page.shapes)
    ordered = sorted(page.runs, key=lambda run: run.box.y)
    for place, run in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.box.y >= run.box.bottom:
                break
            if intersect(run.box, other.box, SLACK):
                yield f"text on text: {run.text!r} and {other.text!r}"


def _hidden(run: Run, shapes: Sequence[Shape]) -> Iterator[str]:
    for shape in shapes:
        if not intersect(run.box, shape.box, SLACK) or ON_DRAWINGS.fullmatch(run.text):
            continue
        if not shape.filled:
            yield f"text on a drawing: {run.text!r}"
        elif shape.drawn > run.drawn:
            yield f"text under an area: {run.text!r}"


def read_page(page: pikepdf.Page) -> Page:
    """All that is drawn on a page of a PDF."""
    left, bottom, right, top = map(float, page.MediaBox)
    reader = _Reader(top)
    reader.read(page, page.Resources)
    return Page(reader.runs, reader.shapes, Box(left, 0, right - left, top - bottom))


class _Reader:
    """Follows the operators of a page."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.runs: list[Run] = []
        self.shapes: list[Shape] = []
        self.matrix, self.saved = pikepdf.Matrix(), list[pikepdf.Matrix]()
        self.points: list[tuple[float, float]] = []

    def read(self, page: pikepdf.Page, resources: Any) -> None:
        fonts = {name: _font(font) for name, font in resources.get("/Font", {}).items()}
        forms = resources.get("/XObject", {})
        place, font, size = pikepdf.Matrix(), ("", dict[int, str]()), 0.0
        for count, (operands, operator) in enumerate(pikepdf.parse_content_stream(page)):
            match str(operator):
                case "q":
                    self.saved.append(self.matrix)
                case "Q":
                    self.matrix = self.saved.pop()
                case "cm":
                    self.matrix = pikepdf.Matrix(*map(float, operands)) @ self.matrix
                case "Tm":
                    place = pikepdf.Matrix(*map(float, operands))
                case "Tf":
                    font, size = fonts[str(operands[0])], float(operands[1])
                case "Tj":
                    place = self._add_run(bytes(operands[0]), font, size, place, count)
                case "Do":
                    self._add_form(forms[str(operands[0])], count)
                case "m" | "l" | "c":
                    self.points += [(float(x), float(y)) for x, y in zip(operands[::2], operands[1::2], strict=True)]
                case "re":
                    x, y, wide, high = map(float, operands)
                    self.points += [(x, y), (x + wide, y + high)]
                case "f" | "f*" | "B" | "B*":
                    self.shapes.append(Shape(self._box(self.points), count, True))
                    self.points = []
                case "S" | "s" | "n":
                    self.points = []

    def _add_run(
        self, codes: bytes, font: tuple[str, dict[int, str]], size: float, place: pikepdf.Matrix, count: int
    ) -> pikepdf.Matrix:
        """Note a run; returns where the next one begins."""
        name, letters = font
        text = "".join(letters[code] for code in codes)
        long = width(text, name, size)
        whole = place @ self.matrix
        low, high = -DESCENT * bool(DEEP.search(text)), CAP if HIGH.search(text) else X_HEIGHT
        end = width(text.rstrip(), name, size)
        corners = [whole.transform((x, y)) for x in (0, end) for y in (low * size, high * size)]
        scale = abs(whole.a * whole.d - whole.b * whole.c) ** 0.5
        if text.strip():
            self.runs.append(Run(text.strip(), self._around(corners), size * scale, count))
        return pikepdf.Matrix(1, 0, 0, 1, long, 0) @ place

    def _add_form(self, form: Any, count: int) -> None:
        if "/BBox" in form:
            left, bottom, right, top = map(float, form.BBox)
            self.shapes.append(Shape(self._box([(left, bottom), (right, top)]), count, False))

    def _box(self, points: Iterable[tuple[float, float]]) -> Box:
        return self._around([self.matrix.transform(point) for point in points])

    def _around(self, corners: Sequence[tuple[float, float]]) -> Box:
        (left, *_, right), (bottom, *_, top) = (sorted(values) for values in zip(*corners, strict=True))
        return Box(left, self.height - top, right - left, top - bottom)


def _font(font: Any) -> tuple[str, dict[int, str]]:
    """The name of a font, and the character of each of its codes."""
    if "/ToUnicode" not in font:
        return "regular", {}
    pairs = CODE.findall(font.ToUnicode.read_bytes())
    embedded = str(font.BaseFont).rpartition("+")[2]
    name = next(name for name in FONT_FILES if loaded_font(name).face.name.decode() == embedded)
    return name, {int(byte, 16): chr(int(char, 16)) for byte, char in pairs}
