"""Chooses a print job: any kind of print with any options that go together."""

from __future__ import annotations

from random import Random
from typing import Any

from cardgen.artwork.theme import themes
from cardgen.errors import UserError
from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.plan import PlanJob
from cardgen.jobs.session_job import DocumentJob
from cardgen.sheets.paper import booklet_pages, papers
from cardgen.sheets.stock import stocks
from tests.attack.routines import texts

TRIES = 40
"""How often options are chosen until some go together."""


def make_job(random: Random, routine: str) -> DocumentJob:
    """A job that prints this routine; of options that do not go together none are kept."""
    for _ in range(TRIES):
        kind, options = random.choice((cards, cards, cards, plan, booklet))(random)
        try:
            return kind(routines=(routine,), **common(random), **options)
        except UserError:
            continue
    return CardsJob(routines=(routine,))


def common(random: Random) -> dict[str, Any]:
    options: dict[str, Any] = {"theme": random.choice(list(themes()))}
    if random.random() < 0.3:
        options["minutes"] = random.choice((20, 45, 90, 180))
    if random.random() < 0.25:
        options["recipient"] = random.choice(texts()["recipients"])
        options["notes"] = random.choice(["", *texts()["remarks"]])
    if random.random() < 0.1:
        options["large"] = True
    return options


def cards(random: Random) -> tuple[type[DocumentJob], dict[str, Any]]:
    options: dict[str, Any] = {"layout": random.choice(("steps", "steps", "overview"))}
    chances = {
        "stock": (0.7, list(stocks())), "paper": (0.4, list(papers())), "sides": (0.3, ["front"]),
        "gap": (0.2, ["0", "2mm", "6mm"]), "bleed": (0.2, ["0", "1.5mm", "3mm"]), "laminate": (0.15, [True]),
        "round_corners": (0.15, [True]), "single": (0.15, [True]), "hole": (0.2, ["ring", "binder"]),
        "border": (0.3, ["0", "3mm", "9mm", "12mm"]), "back_shift": (0.2, ["-1,1.5", "3,-2"]),
        "flip": (0.2, ["short"]), "manual_duplex": (0.1, [True]), "copies": (0.05, [2]), "start_at": (0.1, [2]),
        "order": (0.1, ["cut-stack"]),
    }  # fmt: skip
    chosen = {name: random.choice(values) for name, (chance, values) in chances.items() if random.random() < chance}
    return CardsJob, options | chosen


def plan(random: Random) -> tuple[type[DocumentJob], dict[str, Any]]:
    return PlanJob, {"paper": random.choice(list(papers()))}


def booklet(random: Random) -> tuple[type[DocumentJob], dict[str, Any]]:
    options: dict[str, Any] = {"paper": random.choice(list(papers())), "binding": random.choice(("left", "right"))}
    if random.random() < 0.4:
        options["size"] = random.choice(list(booklet_pages()))
    if random.random() < 0.4:
        options["pages"] = True
    return BookletJob, options
