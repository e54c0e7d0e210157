"""The pictures of a routine: each is found in the routine's folder, and read once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cardgen.artwork.pictures import picture
from cardgen.artwork.pictures.resolution import count_pixels
from cardgen.errors import Fault, UserError, shorten
from cardgen.files.finding import file_beside, matching_files, printable_name
from cardgen.model.routine import Routine, Step
from cardgen.reading.documents import Document
from cardgen.suggestions import suggest

if TYPE_CHECKING:
    from cardgen.artwork.pictures.picture import Picture

MOST_ALBUM_BYTES = 200_000_000
"""The most bytes of all pictures of a routine, which are in memory together."""
MOST_ALBUM_PIXELS = 600_000_000
"""The most pixels of all pictures of a routine: reading them takes about ten seconds."""
MOST_PICTURES = 200
"""The most pictures of a routine, each of which could take as long to read as the slowest."""
MOST_SEARCHED = 1000
"""The most files of a folder that are searched for a similar name."""
SAVE_SMALLER = "Save them smaller: 2000 pixels across is enough."


class Album:
    """The pictures that the steps of a routine name, and the faults of those that cannot be printed."""

    def __init__(self, document: Document[Routine]) -> None:
        self.document = document
        self.pictures: dict[str, Picture] = {}
        """The pictures by their paths."""
        self._failed: dict[Path, UserError] = {}
        self.faults: list[Fault] = []
        steps = [self._with_path(index, step) for index, step in enumerate(document.model.steps)]
        self.routine = replace(document.model, steps=steps) if self.pictures else document.model
        """The routine with the paths of its pictures instead of their names."""

    def _with_path(self, index: int, step: Step) -> Step:
        """A step with the path of its picture, if any; faults of the picture are noted."""
        if step.image is None:
            return step
        try:
            return replace(step, image=self._find(step.image))
        except UserError as error:
            place = ("steps", index, "image")
            self.faults += [self.document.fault(place, fault.problem, fault.remedy) for fault in error.faults]
            return step

    def _find(self, name: str) -> str:
        """The path of a picture, which is read; UserError when it does not exist or cannot be printed."""
        found = file_beside(self.document.path, name)
        if found is None:
            problem = f"There is no file '{shorten(name)}' in this routine's folder, or in a folder below it."
            raise UserError(Fault(problem, self._suggest(name)))
        if found.suffix.lower() not in picture.PICTURE_FORMATS:
            problem = f"'{shorten(name)}' is not a picture that can be printed."
            raise UserError(Fault(problem, f"Save it as one of {', '.join(picture.PICTURE_FORMATS)}."))
        if str(found) not in self.pictures:
            self.pictures[str(found)] = self._read(found)
        return str(found)

    def _suggest(self, name: str) -> str:
        """The picture with the most similar name in the routine's folder."""
        files = matching_files(self.document.path.parent, "*")[:MOST_SEARCHED]
        pictures = [printable_name(file.name) for file in files if file.suffix.lower() in picture.PICTURE_FORMATS]
        return suggest(name, pictures) if pictures else "Put the picture into the folder of this file."

    def _read(self, path: Path) -> Picture:
        """A picture; UserError when it cannot be printed, or when all pictures together are too many or too large."""
        if path in self._failed:
            raise self._failed[path]
        name = printable_name(path.relative_to(self.document.path.parent).as_posix())
        try:
            found = picture.read_picture(path, name)
            self._check_room(found)
        except UserError as error:
            faults = [Fault(f"{shorten(name)}: {fault.problem}", fault.remedy) for fault in error.faults]
            self._failed[path] = UserError(faults)
            raise self._failed[path] from None
        return found

    def _check_room(self, added: Picture) -> None:
        """UserError when the routine would have too many or too large pictures with this one."""
        every = [added, *self.pictures.values()]
        if len(every) > MOST_PICTURES:
            raise UserError(Fault(f"A routine may have at most {MOST_PICTURES} pictures.", "Split it in two."))
        if sum(len(each.data) for each in every) > MOST_ALBUM_BYTES:
            problem = f"With it, the pictures of this routine have more than {MOST_ALBUM_BYTES // 1_000_000} MB."
            raise UserError(Fault(problem, SAVE_SMALLER))
        if sum(count_pixels(each.art) for each in every) > MOST_ALBUM_PIXELS:
            most = MOST_ALBUM_PIXELS // 1_000_000
            problem = f"With it, the pictures of this routine have more than {most} million pixels."
            raise UserError(Fault(problem, SAVE_SMALLER))
