"""Prints sessions as jobs do, whatever made the session."""

from __future__ import annotations

from typing import Any

from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.calibration import CalibrationJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.plan import PlanJob
from cardgen.jobs.printout import Printout
from cardgen.jobs.reference import BodyChartJob, LegendJob
from cardgen.planning.session import Session

NOT_READ = ("joints",)
"""Routines of a job whose session is made by other means."""


def print_cards(session: Session, **fields: Any) -> Printout:
    return CardsJob(routines=NOT_READ, **fields).print_session(session)


def print_plan(session: Session, **fields: Any) -> Printout:
    return PlanJob(routines=NOT_READ, **fields).print_session(session)


def print_booklet(session: Session, **fields: Any) -> Printout:
    return BookletJob(routines=NOT_READ, **fields).print_session(session)


def print_everything(session: Session) -> dict[str, Printout]:
    """Every kind of print of a session, by its name."""
    return {
        "a6": print_cards(session, stock="a6"),
        "poker": print_cards(session, stock="poker"),
        "overview": print_cards(session, stock="a5", layout="overview"),
        "booklet": print_booklet(session, pages=True),
        "plan": print_plan(session),
    }


def print_legend(**fields: Any) -> Printout:
    return LegendJob(**fields).run()


def print_body(view: str, **fields: Any) -> Printout:
    return BodyChartJob(view=view, **fields).run()


def print_test_sheet(**fields: Any) -> bytes:
    return CalibrationJob(**fields).run().data
