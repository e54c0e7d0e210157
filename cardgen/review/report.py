"""Everything that is wrong or doubtful in a file, whatever it is: a routine, a program, a stock or a theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from cardgen.artwork.theme import read_theme
from cardgen.errors import Fault, UserError
from cardgen.files import read_text, yaml_files_below
from cardgen.library.finding import find_file, programs, routines
from cardgen.library.loading import LoadedFile, load_file
from cardgen.model.routine import Routine
from cardgen.reading.file_kinds import FileKind, file_kind
from cardgen.reading.models import Document
from cardgen.review.fit import misfits
from cardgen.review.risks import uncautioned
from cardgen.review.roughness import doubtful_pictures
from cardgen.review.silence import empty_keys
from cardgen.review.steps import deep, doubled, uncounted, wordy
from cardgen.review.times import unmet
from cardgen.sheets.stock import open_stock


class Report(Struct, frozen=True):
    """What is wrong or doubtful in a file."""

    name: str
    """As it was asked for."""
    faults: tuple[Fault, ...]
    """Faults and warnings, file by file, as their lines follow each other."""
    kind: FileKind | None = None
    """None for a file that cannot be read."""
    steps: int = 0
    """Of a routine or a program without faults."""


def reports(names: Sequence[str], own: Path | None = None) -> Iterator[Report]:
    """A report for each name or file, for each file in a folder; without any, for every routine and program.

    Names are looked for in the folder `own` too, and there first.
    """
    known = routines(own) | programs(own)
    for name in names or known:
        if name in known or not Path(name).is_dir():
            yield _report(name, own)
            continue
        try:
            yield from (_report(str(path), own) for path in yaml_files_below(Path(name)))
        except UserError as error:
            yield Report(name, error.faults)


def _report(name: str, own: Path | None) -> Report:
    try:
        path = find_file(name, own)
        text = read_text(path)
    except UserError as error:
        return Report(name, error.faults)
    kind, steps, doubts = file_kind(text), 0, list[Fault]()
    try:
        if reader := READERS.get(kind):
            reader(path)
        else:
            steps, doubts = _review_steps(path, own)
    except UserError as error:
        return Report(name, _by_file(error.faults), kind)
    return Report(name, _by_file([*doubts, *empty_keys(path, text)]), kind, steps)


def _by_file(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults file by file, each once, in the order of their lines."""
    files = list(dict.fromkeys(fault.file for fault in faults))
    once = dict.fromkeys(faults)
    return tuple(sorted(once, key=lambda fault: (files.index(fault.file), fault.line or 0, fault.column or 0)))


def _review_steps(path: Path, own: Path | None) -> tuple[int, list[Fault]]:
    """The number of steps of a routine or a program, and its warnings."""
    opened = load_file(path, own)
    doubts = [*unmet(opened), *misfits(opened), *doubtful_pictures(opened)]
    for album in {album.document.path: album for album in opened.albums}.values():
        document = album.document
        doubts += _doubts(document)
        if opened.program:
            doubts += [*unmet(LoadedFile((album,))), *empty_keys(document.path, document.source.text)]
    return sum(len(document.model.steps) for document in opened.routines), doubts


def _doubts(document: Document[Routine]) -> Iterator[Fault]:
    yield from wordy(document)
    yield from uncautioned(document)
    yield from uncounted(document)
    yield from doubled(document)
    yield from deep(document)


READERS: dict[FileKind, Callable[[Path], object]] = {"stock": open_stock, "theme": read_theme}
"""What reads a file of which nothing but faults is told."""
