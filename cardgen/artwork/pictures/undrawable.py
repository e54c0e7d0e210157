"""What a picture has in it that cannot be drawn as it should look."""

from __future__ import annotations

MOST_SEGMENTS = 100_000
"""Pieces of all the lines of a picture: one that was traced from a photograph has some ten thousands."""
MOST_ELEMENTS = 20_000
"""Elements of a picture, those that are used again counted each time."""
MOST_READ = 8_000_000
"""Characters of them: twice what the largest file has."""
MOST_DEPTH = 100
"""Elements in each other."""
AS_PIXELS = "Export it as a PNG, about 1500 pixels wide, and name that."


class UndrawableError(Exception):
    """A part of a picture that cannot be drawn, or not even read; the picture may have others."""

    def __init__(self, what: str, remedy: str = AS_PIXELS, verb: str = "drawn") -> None:
        super().__init__(f"It has {what} that cannot be {verb}.")
        self.remedy = remedy


def unreadable(what: str) -> UndrawableError:
    """The error for what is not written as SVG is."""
    return UndrawableError(what, AS_PIXELS, "read")


class TooMuchError(Exception):
    """More lines than a picture may have; there is no use in reading on."""
