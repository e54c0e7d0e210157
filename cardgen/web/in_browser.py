"""How Python begins inside a browser: there is no Pillow, so photographs cannot be read, and everything else can."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from cardgen.errors import Fault, UserError
from cardgen.startup import hurry

ABSENT = ("PIL.Image", "PIL.ImageCms", "PIL.ImageFile")
"""The parts of Pillow that are not Python."""


class _AbsentModule(ModuleType):
    """A stand-in for a missing module, which says so in a user's words when something in it is needed."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        problem = "Photographs cannot be read in the browser."
        raise UserError(Fault(problem, "Use a picture in SVG, or print this with cardgen on a computer."))


def begin() -> None:
    """Prepare this process for cardgen; before anything of it is imported that reads pictures."""
    for name in ABSENT:
        sys.modules[name] = _AbsentModule(name)
    hurry()
