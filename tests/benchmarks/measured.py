"""What cardgen does with a routine, in a process of its own: time, memory, and the marks for the bare program."""

from __future__ import annotations

import contextlib
import io
import pickle
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path as File
from unittest import mock

from bare import Call

from cardgen.cli import main
from cardgen.files.folders import shipped_folder
from cardgen.jobs.cards import CardsJob
from cardgen.pdf.document import PdfDocument
from cardgen.scene.faces import Face
from cardgen.scene.fonts import FONT_FILES
from cardgen.scene.marks import Clip, Drawn, Mark, Path, Stenciled, Text, Transformed, Use
from cardgen.scene.outlines import Outline
from cardgen.scene.pages import Page, PlacedFace
from cardgen.startup import hurry

SEGMENTS = {"M": "moveTo", "L": "lineTo", "C": "curveTo", "Z": "close"}
Forms = dict[str, str]
"""The name of each artwork's form, by the artwork's own name."""


def measure(routine: str, duplex: bool) -> None:
    """Print the cards; show the seconds from the YAML to the bytes, without imports, and the peak of memory in KB."""
    arguments = ["cards", routine, "--sides", "duplex" if duplex else "front", "-o", routine + ".pdf"]
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        main(arguments, standalone_mode=False)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(seconds, peak // 1024 if sys.platform == "darwin" else peak)


def store(routine: str, duplex: bool, target: str) -> None:
    """Keep the marks of all pages as the calls that draw them."""
    pages: list[Page] = []
    add_page = PdfDocument.add

    def add_and_keep(document: PdfDocument, page: Page) -> None:
        add_page(document, page)
        pages.append(page)

    with mock.patch.object(PdfDocument, "add", add_and_keep):
        CardsJob(routines=(routine,), sides="duplex" if duplex else "front").run()
    fonts = {name: shipped_folder("fonts") / file for name, file in FONT_FILES.items()}
    File(target).write_bytes(pickle.dumps((fonts, list(_lean(_document(pages))))))


def _lean(calls: Iterable[Call]) -> Iterator[Call]:
    """The calls without those that would set what is set already."""
    states: list[dict[str, object]] = [{}]
    for name, given in calls:
        if name == "saveState":
            states.append(dict(states[-1]))
        elif name == "restoreState":
            states.pop()
        elif name in ("beginForm", "setPageSize"):
            states = [{"setDash": ([],)}]
        elif name.startswith("set"):
            if states[-1].get(name) == given:
                continue
            states[-1][name] = given
        yield name, given


def _document(pages: Sequence[Page]) -> Iterator[Call]:
    forms: Forms = {}
    for page in pages:
        for placed in page.faces:
            yield from _new_forms(placed.face, forms)
        yield "setPageSize", (page.size,)
        for placed in page.faces:
            yield from _face(placed, page.size.height, forms)
        yield from _marks(page.marks, page.size.height, forms)
        yield "showPage", ()


def _new_forms(face: Face, forms: Forms) -> Iterator[Call]:
    for mark in face.marks:
        if isinstance(mark, Use) and mark.art.name not in forms:
            forms[mark.art.name] = f"art{len(forms)}"
            yield "beginForm", (forms[mark.art.name], 0, 0, *mark.art.size)
            yield "setLineCap", (1,)
            yield "setLineJoin", (1,)
            yield from _marks(mark.art.marks, mark.art.size.height, forms)
            yield "endForm", ()


def _face(placed: PlacedFace, height: float, forms: Forms) -> Iterator[Call]:
    box = placed.box
    x, y = {0: (box.x, box.bottom), 90: (box.right, box.bottom), 270: (box.x, box.y)}[placed.turn]
    yield "saveState", ()
    yield "translate", (x, height - y)
    if placed.turn:
        yield "rotate", (placed.turn,)
    yield from _marks(placed.face.marks, placed.face.size.height, forms)
    yield "restoreState", ()


def _marks(marks: Iterable[Mark | Drawn], height: float, forms: Forms) -> Iterator[Call]:
    for mark in marks:
        yield from _mark(mark, height, forms)


def _mark(mark: Mark | Drawn, height: float, forms: Forms) -> Iterator[Call]:
    match mark:
        case Text():
            yield "setFillColorRGB", _rgb(mark.color)
            yield "setFont", (mark.font, mark.size)
            yield "drawString", (mark.x, height - mark.y, mark.text)
        case Path():
            yield from _path(mark, height)
        case Use():
            yield "saveState", ()
            yield "transform", (mark.scale, 0, 0, mark.scale, mark.x, height - mark.box.bottom)
            yield "doForm", (forms[mark.art.name],)
            yield "restoreState", ()
        case Clip():
            yield "saveState", ()
            yield "clipPath", (_outline(mark.outline, height), 0, 0)
            yield from _marks(mark.marks, height, forms)
            yield "restoreState", ()
        case Stenciled(stencil, fill, stroke, width):
            yield from _marks([Path(outline, fill, stroke, width) for outline in stencil.outlines], height, forms)
        case Transformed(_, x, y, (a, b, c, d)):
            yield "saveState", ()
            yield "transform", (a, -b, -c, d, x, height - y)
            yield from _marks(mark.marks, 0, forms)
            yield "restoreState", ()


def _path(mark: Path, height: float) -> Iterator[Call]:
    if mark.fill:
        yield "setFillColorRGB", _rgb(mark.fill)
    if mark.stroke:
        yield "setStrokeColorRGB", _rgb(mark.stroke)
        yield "setLineWidth", (mark.width,)
        yield "setDash", (list(mark.dash),)
    yield "drawPath", (_outline(mark.outline, height), int(bool(mark.stroke)), int(bool(mark.fill)))


def _outline(outline: Outline, height: float) -> list[Call]:
    return [
        (SEGMENTS[letter], tuple(height - value if i % 2 else value for i, value in enumerate(values)))
        for letter, values in outline
    ]


def _rgb(color: str) -> tuple[float, ...]:
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))


if __name__ == "__main__":
    hurry()
    run = store if len(sys.argv) > 3 else measure
    run(sys.argv[1], sys.argv[2] == "duplex", *sys.argv[3:])
