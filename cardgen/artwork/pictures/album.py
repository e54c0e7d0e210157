"""The pictures of a routine: each found beside its file, and read once."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from cardgen.artwork.pictures.picture import PICTURE_FORMATS, Picture, read_picture
from cardgen.artwork.pictures.resolution import count_pixels
from cardgen.errors import Fault, UserError, shorten
from cardgen.files.finding import file_beside, printable_name
from cardgen.model.routine import Routine, Step
from cardgen.reading.documents import Document
from cardgen.suggestions import suggest

MOST_ALBUM_BYTES = 200_000_000
"""Of all pictures of a routine, which are in memory together."""
MOST_ALBUM_PIXELS = 600_000_000
"""Of all pictures of a routine: to read so many takes some ten seconds."""
MOST_PICTURES = 200
"""So many pictures has no routine; each could take as long to read as the slowest."""
MOST_SEARCHED = 1000
"""So many files of a folder are looked at for one with a near name."""
SAVE_SMALLER = "Save them smaller: 2000 pixels across are enough."


class Album:
    """The pictures that the steps of a routine name, and what is wrong with those that cannot be printed."""

    def __init__(self, document: Document[Routine]) -> None:
        self.document = document
        self.pictures: dict[str, Picture] = {}
        """By their paths."""
        self.failed: dict[Path, UserError] = {}
        self.faults: list[Fault] = []
        steps = [self.placed(index, step) for index, step in enumerate(document.model.steps)]
        self.routine = replace(document.model, steps=steps) if self.pictures else document.model
        """Its steps have the paths of their pictures in place of the names."""

    def placed(self, index: int, step: Step) -> Step:
        """A step with the path of its picture, if it has one; what is wrong with that is noted."""
        if step.image is None:
            return step
        try:
            return replace(step, image=self.path(step.image))
        except UserError as error:
            place = ("steps", index, "image")
            self.faults += [self.document.fault(place, fault.problem, fault.remedy) for fault in error.faults]
            return step

    def path(self, name: str) -> str:
        """Where a picture is that can be printed; UserError when there is none of that name."""
        found = file_beside(self.document.path, name)
        if found is None:
            problem = f"There is no file '{shorten(name)}' in this routine's folder, or in a folder below it."
            raise UserError(Fault(problem, self.near(name)))
        if found.suffix.lower() not in PICTURE_FORMATS:
            problem = f"'{shorten(name)}' is none of the pictures that can be printed."
            raise UserError(Fault(problem, f"Save it as one of these: {', '.join(PICTURE_FORMATS)}."))
        if str(found) not in self.pictures:
            self.pictures[str(found)] = self.read(found)
        return str(found)

    def near(self, name: str) -> str:
        """The picture in the routine's folder with the nearest name."""
        files = islice(self.document.path.parent.iterdir(), MOST_SEARCHED)
        pictures = [printable_name(file.name) for file in files if file.suffix.lower() in PICTURE_FORMATS]
        return suggest(name, pictures) if pictures else "Put the picture into the folder of this file."

    def read(self, path: Path) -> Picture:
        """A picture, if it can be printed, and all of them together are not too much."""
        if path in self.failed:
            raise self.failed[path]
        name = printable_name(path.relative_to(self.document.path.parent).as_posix())
        try:
            picture = read_picture(path, name)
            self.check_room(picture)
        except UserError as error:
            told = [Fault(f"{shorten(name)}: {fault.problem}", fault.remedy) for fault in error.faults]
            self.failed[path] = UserError(told)
            raise self.failed[path] from None
        return picture

    def check_room(self, picture: Picture) -> None:
        """UserError when with this one the routine has too many pictures, or too large ones."""
        every = [picture, *self.pictures.values()]
        if len(every) > MOST_PICTURES:
            raise UserError(Fault(f"A routine may have {MOST_PICTURES} pictures.", "Make two routines of it."))
        if sum(len(each.data) for each in every) > MOST_ALBUM_BYTES:
            problem = f"With it the pictures of this routine have more than {MOST_ALBUM_BYTES // 1_000_000} MB."
            raise UserError(Fault(problem, SAVE_SMALLER))
        if sum(count_pixels(each.art) for each in every) > MOST_ALBUM_PIXELS:
            problem = (
                f"With it the pictures of this routine have more than {MOST_ALBUM_PIXELS // 1_000_000} million pixels."
            )
            raise UserError(Fault(problem, SAVE_SMALLER))
