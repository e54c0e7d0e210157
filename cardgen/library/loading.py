"""Loads routines and programs, each proved printable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.album import Album
from cardgen.errors import UserError
from cardgen.files import file_beside, read_text
from cardgen.library.finding import find_file, programs, routines
from cardgen.library.proof import faults_with_album, program_faults
from cardgen.model.program import Member, Program
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import MOST_STEPS
from cardgen.planning.selection import SelectedRoutine, Selection
from cardgen.reading.file_kinds import file_kind
from cardgen.reading.messages import shorten
from cardgen.reading.models import MOST_FAULTS, Document, parse_document
from cardgen.suggestions import suggest


class LoadedFile(Struct, frozen=True):
    """A routine, or a program with the routines that it names; with the places of everything in their files."""

    albums: tuple[Album, ...]
    """The routines with their pictures."""
    program: Document[Program] | None = None

    @property
    def routines(self) -> tuple[Document[Routine], ...]:
        """As their authors wrote them."""
        return tuple(album.document for album in self.albums)

    @property
    def written(self) -> Routine | Program:
        """What stands in the file itself."""
        return self.program.model if self.program else self.routines[0].model

    @property
    def selection(self) -> Selection:
        documents = (self.program, *self.routines)
        sources = tuple(dict.fromkeys(document.source for document in documents if document))
        pictures = {path: picture for album in self.albums for path, picture in album.pictures.items()}
        models = [album.routine for album in self.albums]
        if self.program is None:
            return replace(Selection.of(*models), sources=sources, pictures=pictures)
        program = self.program.model
        entries = tuple(
            SelectedRoutine(model, part.minutes, part.keep) for model, part in zip(models, program.parts, strict=True)
        )
        prepare, after, lengths = tuple(program.prepare), tuple(program.after), program.lengths
        return Selection(program.name, entries, lengths, prepare, after, lengths.standard, sources, pictures)


def load_selection(names: Sequence[str], own: Path | None = None) -> Selection:
    """What is called by these names: routines, or programs and so the routines in them; UserError with every fault.

    Names are looked for in the folder `own` too, and there first.
    """
    found = [load_file(find_file(name, own), own).selection for name in names]
    if len(found) == 1:
        return found[0]
    entries = [entry for selection in found for entry in selection.routines]
    sources = dict.fromkeys(source for selection in found for source in selection.sources)
    pictures = {path: picture for selection in found for path, picture in selection.pictures.items()}
    name = " + ".join(selection.name for selection in found)
    return Selection(name, tuple(entries), sources=tuple(sources), pictures=pictures)


def load_file(path: Path, own: Path | None = None) -> LoadedFile:
    """The routine in a file, or the program and its routines; UserError with every fault."""
    text = read_text(path)
    if file_kind(text) != "program":
        return LoadedFile((_load(path, text),))
    document = parse_document(path, text, Program)
    faults = [*program_faults(document)]
    albums = []
    for index, member in enumerate(document.model.parts):
        try:
            found = _member(document, index, member, own)
            albums.append(_load(found, read_text(found)))
        except UserError as error:
            faults += error.faults
        if (steps := sum(len(album.routine.steps) for album in albums)) > MOST_STEPS:
            problem = f"With this routine the program has {steps:,} steps; {MOST_STEPS:,} is the most."
            faults.append(document.fault(("parts", index, "routine"), problem, "Make two programs of it."))
        if len(faults) >= MOST_FAULTS or steps > MOST_STEPS:
            break
    if faults:
        raise UserError(sorted(faults, key=lambda fault: (fault.file != path, fault.line or 0)))
    return LoadedFile(tuple(albums), document)


def _member(document: Document[Program], index: int, member: Member, own: Path | None) -> Path:
    """The file of a program's routine: by its name, or beside the program; UserError when there is none."""
    place, found = ("parts", index, "routine"), file_beside(document.path, member.routine)
    if member.routine in programs(own) or (found and file_kind(read_text(found)) == "program"):
        problem = f"'{member.routine}' is a program."
        raise UserError(document.fault(place, problem, "Name the routines that are in it."))
    if found:
        return found
    known = routines(own)
    if member.routine not in known:
        problem = f"There is no routine '{shorten(member.routine)}', and no such file beside this program."
        raise UserError(document.fault(place, problem, suggest(member.routine, known)))
    return known[member.routine]


def load(name_or_path: str, own: Path | None = None) -> Routine | Program:
    """The routine or the program of this name, or in this file; UserError with every fault, of its routines too."""
    return load_file(find_file(name_or_path, own), own).written


def _load(path: Path, text: str) -> Album:
    albums: list[Album] = []
    parse_document(path, text, Routine, partial(faults_with_album, albums=albums))
    return albums[0]
