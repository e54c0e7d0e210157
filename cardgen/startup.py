"""How a process of cardgen begins: with nothing that is not ours, and little that it does not need."""

from __future__ import annotations

import atexit
import gc
import importlib.util
import sys
from types import ModuleType

NOT_OURS = ("reportlab_mods", "reportlab_settings")
"""Files that reportlab would look for wherever Python looks, and in the user's folder, and run."""
for _name in NOT_OURS:
    sys.modules.setdefault(_name, ModuleType(_name))  # here, so that the processes of a batch do it too
SELDOM = ("PIL.Image", "cardgen.wording.templates", "cardgen.jobs.batch.merging")
"""What takes a tenth of a start to load, and few runs need. `from PIL import Image`, whoever writes it, loads it only
when it is used; it must be used first where no other thread uses it."""


def hurry() -> None:
    """Make this process a fast one: it loads less, and looks for no garbage, not even at its end.

    What makes many documents collects it between them.
    """
    for name in SELDOM:
        _defer(name)
    gc.disable()  # a run leaves little garbage: collecting it costs a fifth of the time of a long deck
    atexit.register(gc.freeze)  # memory goes with the process: to look through it first takes 30 ms


def _defer(name: str) -> None:
    """Import a module without running it until something of it is used."""
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if not spec or not spec.loader:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    package, _, child = name.rpartition(".")
    setattr(sys.modules[package], child, module)
    spec.loader.exec_module(module)
