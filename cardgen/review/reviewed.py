"""A file that can be printed, as warnings look at it."""

from __future__ import annotations

from msgspec import Struct

from cardgen.library.loading import LoadedFile
from cardgen.model.routine import Routine
from cardgen.reading.documents import Document
from cardgen.reading.file_kinds import FileKind
from cardgen.reading.parser import Origin


class ReviewedFile(Struct, frozen=True):
    """A routine, a program, a stock, a theme or a language without faults."""

    kind: FileKind
    origin: Origin
    loaded: LoadedFile = LoadedFile(())
    """The routine, or the program with its routines; empty for other kinds of files."""

    @property
    def routine(self) -> Document[Routine]:
        """The routine of a file of this kind."""
        return self.loaded.routines[0]
