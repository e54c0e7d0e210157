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

FOLDER = Path(__file__).parent
LAID_OUT = "laid_out"
"""The folder of those that lay out pages."""


def warnings(quick: bool = False) -> dict[str, str]:
    """The modules of all warnings, by the names of their files; `quick`: without those that lay out pages."""
    return _modules(FOLDER, __name__) | ({} if quick else _modules(FOLDER / LAID_OUT, f"{__name__}.{LAID_OUT}"))


def _modules(folder: Path, package: str) -> dict[str, str]:
    return {name: f"{package}.{name}" for name in files_in(folder, ".py") if name != "__init__"}


def find_warnings(file: ReviewedFile, quick: bool = False) -> Iterator[Fault]:
    """Every warning about a file; `quick`: without those that lay out pages."""
    for module in map(load_warning, warnings(quick).values()):
        if file.kind in module.FILE_KINDS:
            yield from module.find(file)


def warning_help() -> list[str]:
    """The subject of every warning: the first line of its module's docstring."""
    return [(load_warning(module).__doc__ or "").splitlines()[0] for module in warnings().values()]


def load_warning(module: str) -> ModuleType:
    """A warning, by the name of its module."""
    with late_patterns():
        return importlib.import_module(module)
