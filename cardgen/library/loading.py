"""Loads routines and programs, each proved printable."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.pictures.album import Album
from cardgen.errors import Fault, UserError, shorten
from cardgen.files.finding import as_name, file_beside
from cardgen.files.reading import read_text
from cardgen.library import card_letters, program_rules
from cardgen.library.finding import FILE_SUFFIXES, find_file, programs, routines
from cardgen.library.proof import add_pictures, program_faults, routine_faults
from cardgen.model import program as program_model
from cardgen.model.routine import Routine
from cardgen.model.safety import Safety
from cardgen.model.vocabulary import MOST_STEPS
from cardgen.planning import chosen_steps
from cardgen.planning.chosen_routines import SelectedRoutine, Selection
from cardgen.reading.documents import Document, examine_text, parse_document
from cardgen.reading.file_kinds import file_kind
from cardgen.reading.fitting import MOST_FAULTS
from cardgen.suggestions import suggest


class LoadedFile(Struct, frozen=True):
    """A routine, or a program with its routines, and the places of everything in their files."""

    albums: tuple[Album, ...]
    """The routines with their pictures."""
    program: Document[program_model.Program] | None = None

    @property
    def routines(self) -> tuple[Document[Routine], ...]:
        """The routines as their authors wrote them."""
        return tuple(album.document for album in self.albums)

    @property
    def written(self) -> Routine | program_model.Program:
        """The routine or the program that is written in the file itself."""
        return self.program.model if self.program else self.routines[0].model

    @property
    def selection(self) -> Selection:
        """The routines to plan a session from."""
        documents = (self.program, *self.routines)
        sources = tuple(dict.fromkeys(document.source for document in documents if document))
        pictures = {path: picture for album in self.albums for path, picture in album.pictures.items()}
        if self.program is None:
            single = Selection.of(self.albums[0].routine)
            named = tuple(replace(selected, file=self.albums[0].document.path) for selected in single.routines)
            return replace(single, routines=named, sources=sources, pictures=pictures)
        program = self.program.model
        selected = tuple(
            SelectedRoutine(
                album.routine,
                part.minutes,
                part.least,
                part.keep,
                part.priority,
                chosen_steps.choose_steps(album.routine, part.steps),
                album.document.path,
            )
            for album, part in zip(self.albums, program.parts, strict=True)
        )
        return Selection(
            program.name,
            selected,
            program.lengths,
            prepare=tuple(program.prepare),
            after=tuple(program.after),
            safety=program.safety,
            settle=program.settle,
            rest=program.rest,
            usual=program.lengths.standard,
            sources=sources,
            pictures=pictures,
        )


def load_selection(names: Sequence[str], own: Path | None = None) -> Selection:
    """Load routines and programs by name or path, to plan one session; UserError with every fault.

    Names are looked up in the folder `own` first.
    """
    files = [load_file(find_file(name, own), own) for name in names]
    if len(files) == 1:
        return files[0].selection
    if faults := list(card_letters.letter_faults(routine for file in files for routine in file.routines)):
        raise UserError(faults)
    found = [file.selection for file in files]
    selected = [routine for selection in found for routine in selection.routines]
    sources = dict.fromkeys(source for selection in found for source in selection.sources)
    pictures = {path: picture for selection in found for path, picture in selection.pictures.items()}
    name = " + ".join(selection.name for selection in found)
    safety = sum((selection.safety for selection in found), Safety())
    return Selection(
        name,
        tuple(selected),
        safety=safety,
        settle=found[0].settle,
        rest=found[-1].rest,
        sources=tuple(sources),
        pictures=pictures,
    )


def load(name_or_path: str | os.PathLike[str], own: Path | None = None) -> Routine | program_model.Program:
    """Load a routine or a program by name or path; UserError with every fault, including those of its routines."""
    return load_file(find_file(os.fspath(name_or_path), own), own).written


def load_file(path: Path, own: Path | None = None) -> LoadedFile:
    """Load the routine in a file, or the program and its routines; UserError with every fault."""
    text = read_text(path)
    if file_kind(text) == "program":
        return _load_program(parse_document(path, text, program_model.Program), own)
    return LoadedFile((_load_routine(path, text),))


def _load_routine(path: Path, text: str) -> Album:
    return add_pictures(*examine_routine(path, text))


@lru_cache(maxsize=32)
def examine_routine(path: Path, text: str) -> tuple[Document[Routine], tuple[Fault, ...]]:
    """The routine in the text of a file, and its faults but for its pictures: a batch prints few routines often."""
    document = examine_text(path, text, Routine)
    return document, tuple(routine_faults(document))


def _load_program(document: Document[program_model.Program], own: Path | None) -> LoadedFile:
    """The program with its routines, which are read until there are too many faults or steps."""
    albums, faults, steps = list[Album](), [*program_faults(document)], 0
    for index in range(len(document.model.parts)):
        try:
            path = _find_member(document, index, own)
            albums.append(_load_routine(path, read_text(path)))
            faults += program_rules.choice_faults(document, index, albums[-1].routine)
        except UserError as error:
            faults += error.faults
        steps = sum(len(album.routine.steps) for album in albums)
        if steps > MOST_STEPS:
            faults.append(_too_long(document, index, steps))
        if steps > MOST_STEPS or len(faults) >= MOST_FAULTS:
            break
    faults += card_letters.letter_faults(album.document for album in albums)
    if faults:
        raise UserError(sorted(faults, key=lambda fault: (fault.file != document.path, fault.line or 0)))
    return LoadedFile(tuple(albums), document)


def _too_long(document: Document[program_model.Program], index: int, steps: int) -> Fault:
    problem = f"With this routine, the program has {steps:,} steps; {MOST_STEPS:,} is the most."
    return document.fault(("parts", index, "routine"), problem, "Split it into two programs.")


def _find_member(document: Document[program_model.Program], index: int, own: Path | None) -> Path:
    """The file of a program's routine: next to the program, or found by name; UserError if there is none."""
    place, name = ("parts", index, "routine"), document.model.parts[index].routine
    found, known, called = file_beside(document.path, name), routines(own), as_name(name)
    if called in programs(own) or (found and file_kind(read_text(found)) == "program"):
        raise UserError(document.fault(place, f"'{name}' is a program.", "Name its routines instead."))
    if not found and called not in known:
        named = next((name + end for end in FILE_SUFFIXES if file_beside(document.path, name + end)), "")
        problem = f"There is no routine '{shorten(name)}', and no file with this name next to the program."
        remedy = f"Name the file with its ending: '{shorten(named)}'." if named else suggest(name, known)
        raise UserError(document.fault(place, problem, remedy))
    return found or known[called]
