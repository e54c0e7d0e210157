"""Measures how cardgen compares with a bare program: its start, a thousand cards, and the memory of each card."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from long_routine import routine
from running import HERE, python

IMPORTS = "import click, yaml, jinja2, msgspec, reportlab.pdfgen.canvas"
START_PAIRS, CARD_PAIRS = 9, 5
CARDS, FEW, MANY = 1000, 200, 1200

Timer = Callable[[], float]


def main() -> None:
    """Print every measurement with its target; for people on a quiet machine, because no number makes it fail."""
    with tempfile.TemporaryDirectory() as folder:
        for line in (
            *_cold_start(Path(folder)),
            *_long_routines(Path(folder)),
            *_drawings(Path(folder)),
            *_memory(Path(folder)),
        ):
            print(line, flush=True)


def _cold_start(folder: Path) -> Iterator[str]:
    """Whole processes: one that prints a routine, and one that only imports the libraries."""
    cards = ["-m", "cardgen", "cards", "legs-back", "-o", str(folder / "cards.pdf")]
    ratios = _pairs(partial(_wall, folder, *cards), partial(_wall, folder, "-c", IMPORTS), START_PAIRS)
    yield _line("Cold start of `cardgen cards legs-back` / its imports", ratios, target=1.5)
    booklet = ["-m", "cardgen", "booklet", "full-body", "-o", str(folder / "booklet.pdf")]
    ratios = _pairs(partial(_wall, folder, *booklet), partial(_wall, folder, *cards), START_PAIRS)
    yield _line("`cardgen booklet full-body` / `cardgen cards legs-back`", ratios, target=2.5)


def _long_routines(folder: Path) -> Iterator[str]:
    """From YAML to bytes against from marks to bytes; neither counts the interpreter's start and its imports."""
    source, drawing = folder / "long.yaml", folder / "drawing.pickle"
    source.write_text(routine(CARDS), encoding="utf-8")
    for sides in ("duplex", "front"):
        _run(folder, "measured.py", source, sides, drawing)
        whole = partial(_seconds, folder, "measured.py", source, sides)
        ratios = _pairs(whole, partial(_seconds, folder, "bare.py", drawing), CARD_PAIRS)
        yield _line(f"{CARDS} step cards, {sides} / the same marks, bare", ratios)


def _drawings(folder: Path) -> Iterator[str]:
    """The same cards with strokes on their figures against those without."""
    stroked, plain = folder / "stroked.yaml", folder / "plain.yaml"
    stroked.write_text(routine(CARDS, strokes=True), encoding="utf-8")
    plain.write_text(routine(CARDS), encoding="utf-8")
    first, second = (partial(_seconds, folder, "measured.py", source, "duplex") for source in (stroked, plain))
    yield _line(f"{CARDS} step cards with strokes / without", _pairs(first, second, CARD_PAIRS), target=1.5)


def _memory(folder: Path) -> Iterator[str]:
    for sides in ("duplex", "front"):
        few, many = (_peak(folder, steps, sides) for steps in (FEW, MANY))
        yield f"{f'Memory a card, {sides}':<54}{(many - few) / (MANY - FEW):5.1f} KB {'':<15}target: under 20 KB"


def _peak(folder: Path, steps: int, sides: str) -> float:
    """The most memory, in KB, of a process that prints this many steps."""
    source = folder / f"{steps}.yaml"
    source.write_text(routine(steps), encoding="utf-8")
    return _run(folder, "measured.py", source, sides)[1]


def _pairs(first: Timer, second: Timer, count: int) -> list[float]:
    """The ratios of two times, measured in turn, after one round that does not count."""
    return [first() / second() for _ in range(count + 1)][1:]


def _wall(folder: Path, *arguments: str) -> float:
    """Seconds that a whole Python process takes."""
    return python(folder, *arguments).wall


def _seconds(folder: Path, script: str, *arguments: str | Path) -> float:
    return _run(folder, script, *arguments)[0]


def _run(folder: Path, script: str, *arguments: str | Path) -> list[float]:
    """The numbers that one of the scripts in this folder prints."""
    return [float(word) for word in python(folder, HERE / script, *arguments).output.split()]


def _line(what: str, ratios: list[float], target: float = 2.0) -> str:
    middle, least, most = statistics.median(ratios), min(ratios), max(ratios)
    return f"{what:<54}{middle:5.2f}  ({least:.2f} to {most:.2f})    target: at most {target}"


if __name__ == "__main__":
    main()
