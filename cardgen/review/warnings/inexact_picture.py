"""Pictures that cannot be printed exactly as they look on a screen."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each part of a picture that cannot be drawn exactly."""
    (album,) = file.loaded.albums
    for index, step in enumerate(album.routine.steps):
        picture = album.pictures.get(step.image or "")
        for note in picture.notes if picture else ():
            yield file.routine.warning(("steps", index, "image"), note, "Print it, and check that it looks right.")
