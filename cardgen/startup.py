"""How a process of cardgen starts: without code from elsewhere, and without most of what it does not need."""

from __future__ import annotations

import gc
import importlib
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import Any

FOREIGN_MODULES = ("reportlab_mods", "reportlab_settings")
"""Modules that reportlab would look for on Python's path and in the user's folder, and run."""
RARE_MODULES = (
    *("PIL.Image", "difflib", "html", "inspect", "ipaddress", "linecache", "pickle", "pyphen", "shutil"),
    *("tempfile", "textwrap", "tokenize"),
    "click.shell_completion",
    "msgspec.inspect",
    "cardgen.artwork.pictures.picture",
    "cardgen.exchange.table.reader",
    "cardgen.jobs.batch.merging",
    "cardgen.jobs.printed_deck",
    "cardgen.library.card_letters",
    "cardgen.library.program_rules",
    "cardgen.model.program",
    "cardgen.places.usual_drawing",
    "cardgen.planning.chosen_steps",
    "cardgen.planning.excerpt",
    "cardgen.planning.explanation",
    "cardgen.planning.growth",
    "cardgen.planning.order",
    "cardgen.reading.messages",
    "cardgen.reading.syntax_mistakes",
    "cardgen.reading.syntax_recovery",
    "cardgen.scene.accents",
    "cardgen.scene.hyphenation",
    "cardgen.sheets.booklet",
    "cardgen.sheets.registration",
    "cardgen.wording.templates",
    "cardgen.wording.translation",
)
"""Modules that take a fifth of the start to load, and that few runs need: they are loaded when they are first used.

Their first use must be in a place where no other thread uses them."""
COMPRESSORS = ("bz2", "lzma")
"""Such modules that some systems lack, as programs find out by importing them."""


def refuse_foreign_modules() -> None:
    """Keep reportlab from running foreign modules, in any process that uses cardgen."""
    for name in FOREIGN_MODULES:
        sys.modules.setdefault(name, ModuleType(name))


class _RareModule(ModuleType):
    """A module that is found and run when something in it is first used."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]
        importlib.reload(self)
        return getattr(self, name)


_compile = re.compile


class _LatePattern:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: Any, flags: int = 0) -> None:
        self.given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(_compile(*self.given), name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy is an ordinary pattern."""
        return _compile, self.given


def hurry() -> None:
    """Make this process fast: it loads less, and collects no garbage.

    A caller that makes many documents must collect the garbage between them.
    """
    gc.disable()  # a run leaves little garbage, and collecting it takes a fifth of the time of a long deck
    with late_patterns():
        for name in RARE_MODULES:
            _defer(name)
        for name in COMPRESSORS:
            if find_spec(f"_{name}"):
                _defer(name)
        importlib.import_module("yaml")  # has patterns that take 4 ms and that no run needs: libyaml reads
        importlib.import_module("reportlab.lib.rl_safe_eval")


@contextmanager
def late_patterns() -> Iterator[None]:
    """Load modules without compiling the patterns in them: each is compiled when it is first used.

    There are about sixty, and a run uses a third of them.
    """
    before = re.compile
    re.compile = _LatePattern  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = before


def settle() -> None:
    """Prepare a fast process to last: load what its threads may use, and collect garbage."""
    for name in (*RARE_MODULES, *COMPRESSORS):
        if isinstance(module := sys.modules.get(name), _RareModule) and not name.startswith(("cardgen.", "PIL.")):
            module.__getattr__("__file__")
    gc.enable()


def _defer(name: str) -> None:
    """Let a module be run only when something in it is used."""
    if name in sys.modules:
        return
    sys.modules[name] = module = _RareModule(name)
    package, _, child = name.rpartition(".")
    if package:
        setattr(importlib.import_module(package), child, module)
