"""Errors for parts of a picture that cannot be drawn as they should look, and limits of a picture."""

from __future__ import annotations

MOST_SEGMENTS = 100_000
"""Segments of all lines of a picture; one that was traced from a photograph has some tens of thousands."""
MOST_ELEMENTS = 20_000
"""Elements of a picture; those that are used again count each time."""
MOST_ATTRIBUTE_CHARACTERS = 8_000_000
"""Characters of these elements: twice as many as the largest file has."""
MOST_ELEMENT_DEPTH = 100
"""Nested elements."""
AS_PIXELS = "Export it as a PNG, about 1500 pixels wide, and name that file."


class UndrawableError(Exception):
    """A part of a picture cannot be drawn, or not even read; the picture may have other such parts."""

    def __init__(self, what: str, remedy: str = AS_PIXELS, verb: str = "drawn") -> None:
        super().__init__(f"It has {what} that cannot be {verb}.")
        self.remedy = remedy


def unreadable(what: str) -> UndrawableError:
    """The error for something that does not follow the syntax of SVG."""
    return UndrawableError(what, AS_PIXELS, "read")


class TooMuchError(Exception):
    """A picture exceeds a limit, so there is no use in reading on."""
