"""Warnings: each is a module here with the `FILE_KINDS` that it is for and `find(file)`; its docstring is its help."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from cardgen.errors import Fault
from cardgen.files.finding import files_in
from cardgen.review.reviewed import ReviewedFile
from cardgen.startup import late_patterns

FOLDER = Path(__file__).parent
LAID_OUT = "laid_out"
"""The folder of those that lay out pages."""
LAST = ("dangerous_place", "drawn_caution", "drawn_place", "forbidden_drawing", "forbidden_step")
"""Those that look for places in texts, which takes as long as all others. Often others have found something before."""


def warnings(quick: bool = False) -> dict[str, str]:
    """The modules of all warnings, by the names of their files; `quick`: without those that lay out pages."""
    return _modules(FOLDER, __name__) | ({} if quick else _modules(FOLDER / LAID_OUT, f"{__name__}.{LAID_OUT}"))


def _modules(folder: Path, package: str) -> dict[str, str]:
    return {name: f"{package}.{name}" for name in files_in(folder, ".py") if name != "__init__"}


def find_warnings(file: ReviewedFile, quick: bool = False) -> Iterator[Fault]:
    """Every warning about a file; `quick`: without those that lay out pages."""
    return _found_by(warnings(quick).values(), file)


def is_warned_of(file: ReviewedFile) -> bool:
    """Whether there is any warning about a file, except those that lay out pages."""
    modules = warnings(quick=True)
    return any(True for _ in _found_by([modules[name] for name in sorted(modules, key=LAST.__contains__)], file))


def _found_by(modules: Iterable[str], file: ReviewedFile) -> Iterator[Fault]:
    for module in map(load_warning, modules):
        if file.kind in module.FILE_KINDS:
            yield from module.find(file)


def warning_help() -> list[str]:
    """The subject of every warning: the first line of its module's docstring."""
    return [(load_warning(module).__doc__ or "").splitlines()[0] for module in warnings().values()]


def load_warning(module: str) -> ModuleType:
    """A warning, by the name of its module."""
    with late_patterns():
        return importlib.import_module(module)
