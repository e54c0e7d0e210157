"""How a process of cardgen starts: without foreign code, and without most of what it does not need."""

from __future__ import annotations

import atexit
import gc
import importlib.util
import sys
from types import ModuleType

FOREIGN_MODULES = ("reportlab_mods", "reportlab_settings")
"""Modules that reportlab would look for on Python's path and in the user's folder, and run."""
for _name in FOREIGN_MODULES:
    sys.modules.setdefault(_name, ModuleType(_name))  # at import, so that the processes of a batch do it too
RARE_MODULES = (
    "PIL.Image", "pickle", "difflib", "html", "cardgen.scene.accents", "cardgen.wording.templates",
    "cardgen.jobs.batch.merging",
)  # fmt: skip
"""Modules that take a tenth of the start to load, and that few runs need: they are loaded when they are first used.

Their first use must be in a place where no other thread uses them."""


def hurry() -> None:
    """Make this process fast: it loads less, and collects no garbage, not even when it ends.

    A caller that makes many documents must collect the garbage between them.
    """
    for name in RARE_MODULES:
        _defer(name)
    gc.disable()  # a run leaves little garbage, and collecting it takes a fifth of the time of a long deck
    atexit.register(gc.freeze)  # the memory is freed with the process; looking through it first takes 30 ms


def _defer(name: str) -> None:
    """Import a module, but run it only when something in it is used."""
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if not spec or not spec.loader:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    package, _, child = name.rpartition(".")
    if package:
        setattr(sys.modules[package], child, module)
    spec.loader.exec_module(module)
