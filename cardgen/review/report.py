"""Reports on files: every fault, and the warnings about files without faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct

from cardgen.artwork.theme import read_theme
from cardgen.errors import Fault, UserError
from cardgen.exchange.table import reader as table_reader
from cardgen.files.finding import authored_files_below, is_file, is_folder
from cardgen.files.folders import is_own
from cardgen.files.reading import read_text
from cardgen.files.tables import is_table
from cardgen.library.finding import find_file, programs, routines
from cardgen.library.loading import LoadedFile, load_file
from cardgen.library.proof import prove_routine
from cardgen.reading.file_kinds import FileKind, file_kind
from cardgen.reading.parser import Origin
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.warnings import find_warnings, is_warned_of
from cardgen.sheets.stock import open_stock
from cardgen.wording.words import read_language

MOST_STEPS = 200
"""A print does not look for warnings about more steps than anybody writes by hand: that takes longer than the print."""


class Report(Struct, frozen=True):
    """The faults of a file, or its warnings."""

    name: str
    """As the user gave it."""
    faults: tuple[Fault, ...]
    """Faults and warnings, file by file, in the order of their lines."""
    kind: FileKind | None = None
    """None for a file that cannot be read, and for a table in a folder that is no routine."""
    steps: int = 0
    """Of a routine or a program without faults."""


Open = Callable[[Path], object]
"""Opens a file; UserError with every fault."""
OTHERS: dict[FileKind, Open] = {"stock": open_stock, "theme": read_theme, "language": read_language}
"""How files without steps are opened."""
KnownWarnings = dict[Path, tuple[Fault, ...]]
"""The warnings about each file: finding them takes long, and a file may be in several programs."""


def reports(names: Sequence[str], own: Path | None = None, open_settings: Open = read_text) -> Iterator[Report]:
    """A report for each name or file, and for each file in a folder; without names, for every routine and program.

    Names are looked up in the folder `own` first, if it is given. Settings are left to the caller.
    """
    known = routines(own) | programs(own)
    found: KnownWarnings = {}
    for name in names or known:
        if name in known or not is_folder(Path(name)):
            yield _report(name, own, open_settings, found)
            continue
        try:
            for path in authored_files_below(Path(name)):
                other = is_table(path) and not table_reader.is_routine_table(path)
                yield Report(str(path), ()) if other else _report(str(path), own, open_settings, found)
        except UserError as error:
            yield Report(name, error.faults)


def _report(name: str, own: Path | None, open_settings: Open, found: KnownWarnings) -> Report:
    kind: FileKind | None = None
    try:
        if is_table(Path(name)) and is_file(Path(name)):
            kind, files = "routine", [_reviewed_table(Path(name))]
        else:
            path = find_file(name, own)
            text = read_text(path)
            kind = file_kind(text, path.name)
            if kind == "settings":
                open_settings(path)
                return Report(name, (), kind)
            files = list(reviewed_files(Origin(path, text), own))
    except UserError as error:
        return Report(name, _by_file(error.faults), kind)
    loaded = files[0].loaded
    steps = sum(len(selected.steps) for selected in loaded.selection.routines) if loaded.albums else 0
    return Report(name, _by_file(chain.from_iterable(_warnings_about(file, found) for file in files)), kind, steps)


def has_warnings(path: Path, own: Path | None = None) -> bool | None:
    """Whether there is any warning about what a routine, a program, or a table without faults says.

    None for more steps than `MOST_STEPS`. Not looked for, because that takes longer than a print: what fits on which
    stock, and what is wrong in the parts of a program that come with cardgen.
    """
    files = [_reviewed_table(path)] if is_table(path) else list(reviewed_files(Origin(path, read_text(path)), own))
    of_user = [file for file in files if is_own(file.origin.path)]
    if sum(len(file.routine.model.steps) for file in of_user if file.kind == "routine") > MOST_STEPS:
        return None
    return any(map(is_warned_of, of_user))


def _warnings_about(file: ReviewedFile, found: KnownWarnings) -> tuple[Fault, ...]:
    """The warnings about a file, which are kept in `found`."""
    path = file.origin.path
    if path not in found:
        found[path] = tuple(find_warnings(file))
    return found[path]


def _reviewed_table(path: Path) -> ReviewedFile:
    """The routine in a table, as `cardgen import` reads it; UserError with every fault."""
    album = prove_routine(table_reader.read_table(path))
    return ReviewedFile("routine", album.document.origin, LoadedFile((album,)))


def reviewed_files(origin: Origin, own: Path | None = None) -> Iterator[ReviewedFile]:
    """The file itself, then the routines that a program names, each once; UserError with every fault."""
    kind = file_kind(origin.text, origin.path.name)
    if open_other := OTHERS.get(kind):
        open_other(origin.path)
        yield ReviewedFile(kind, origin)
        return
    loaded = load_file(origin.path, own)
    if loaded.program:
        yield ReviewedFile(kind, origin, loaded)
    for album in {album.document.path: album for album in loaded.albums}.values():
        yield ReviewedFile("routine", album.document.origin, LoadedFile((album,)))


def _by_file(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults file by file, each once, in the order of their lines."""
    once = dict.fromkeys(faults)
    files = list(dict.fromkeys(fault.file for fault in once))
    return tuple(sorted(once, key=lambda fault: (files.index(fault.file), fault.line or 0, fault.column or 0)))
