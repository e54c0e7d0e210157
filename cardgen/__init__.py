"""Prints massage session cards, plans and booklets from routines: a job is made, checked, and run.

>>> import cardgen
>>> job = cardgen.CardsJob(routines=["legs-back"], minutes=20, stock="a6")
>>> job.run().summary
'14 cards on 8 pages of a4'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from cardgen.startup import refuse_foreign_modules

if TYPE_CHECKING:
    from cardgen.errors import UserError
    from cardgen.jobs.booklet import BookletJob
    from cardgen.jobs.cards import CardsJob
    from cardgen.jobs.plan import PlanJob
    from cardgen.jobs.printout import Printout
    from cardgen.jobs.reference import LegendJob
    from cardgen.jobs.session_job import SessionJob
    from cardgen.library.loading import load
    from cardgen.scene.record import __version__ as __version__

__all__ = [
    "BookletJob",
    "CardsJob",
    "LegendJob",
    "PlanJob",
    "Printout",
    "SessionJob",
    "UserError",
    "__version__",
    "load",
]

_MODULES = {
    "__version__": "cardgen.scene.record",
    "BookletJob": "cardgen.jobs.booklet",
    "CardsJob": "cardgen.jobs.cards",
    "LegendJob": "cardgen.jobs.reference",
    "PlanJob": "cardgen.jobs.plan",
    "Printout": "cardgen.jobs.printout",
    "SessionJob": "cardgen.jobs.session_job",
    "UserError": "cardgen.errors",
    "load": "cardgen.library.loading",
}
"""The modules of the public names: each is loaded when something in it is used, so that a command starts fast."""

refuse_foreign_modules()


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module 'cardgen' has no attribute '{name}'")
    return getattr(importlib.import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
