"""Warnings: each is a module here with the `FILE_KINDS` that it is for and `find(file)`; its docstring is its help."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from cardgen.errors import Fault
from cardgen.files.finding import files_in
from cardgen.review.reviewed import ReviewedFile
from cardgen.startup import late_patterns

LAYING_OUT = {"refused_print", "text_too_long"}
"""Those that lay out every page to find out what fits, and load all that this takes."""


def warnings() -> dict[str, Path]:
    """The warnings in this folder, by the names of their modules."""
    found = files_in(Path(__file__).parent, ".py")
    return {name: path for name, path in found.items() if name != "__init__"}


def find_warnings(file: ReviewedFile, quick: bool = False) -> Iterator[Fault]:
    """Every warning about a file; `quick`: without those of `LAYING_OUT`."""
    names = (name for name in warnings() if not (quick and name in LAYING_OUT))
    for module in map(_module, names):
        if file.kind in module.FILE_KINDS:
            yield from module.find(file)


def warning_help(name: str) -> str:
    """The subject of a warning: the first line of its module's docstring."""
    return (_module(name).__doc__ or "").splitlines()[0]


def _module(name: str) -> ModuleType:
    with late_patterns():
        return importlib.import_module(f"{__name__}.{name}")
