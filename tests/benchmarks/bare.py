"""The bare program that cardgen is measured against: makes canvas calls that were decided before, and nothing else."""

from __future__ import annotations

import gc
import io
import pickle
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Call = tuple[str, tuple[Any, ...]]
"""The name of a method and what it is called with; `drawPath` and `clipPath` get the calls that make the path."""


class Drawing(NamedTuple):
    """A document as calls."""

    fonts: dict[str, Path]
    calls: list[Call]


def draw(drawing: Drawing) -> bytes:
    """The PDF that the calls make."""
    for name, path in drawing.fonts.items():
        pdfmetrics.registerFont(TTFont(name, path, asciiReadable=0))
    buffer = io.BytesIO()
    canvas = Canvas(buffer, initialFontName="regular", pageCompression=1, invariant=1)
    for name, given in drawing.calls:
        if name in ("drawPath", "clipPath"):
            outline, stroke, fill = given
            path = canvas.beginPath()
            for segment, values in outline:
                getattr(path, segment)(*values)
            getattr(canvas, name)(path, stroke, fill, fillMode=1)
        else:
            getattr(canvas, name)(*given)
    canvas.save()
    return buffer.getvalue()


def main(path: str) -> None:
    """Show the seconds from the calls in a file to the bytes of a PDF, which is stored beside it.

    The collector does not visit the calls: a program written by hand would hold them as code.
    """
    fonts, calls = pickle.loads(Path(path).read_bytes())
    rl_config.useA85 = 0
    gc.freeze()
    start = time.perf_counter()
    data = draw(Drawing(fonts, calls))
    print(time.perf_counter() - start)
    Path(path).with_suffix(".pdf").write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1])
