"""The front of a plan says for whom it is, with a short note, or where a long one is."""

from __future__ import annotations

from functools import cache

import pytest

from cardgen.jobs.plan import PlanJob
from tests.support.printed import page_texts

SHORT, LONG = "Knee replacement right, 2021.", "Likes quiet music. Left leg first. " * 8
PLANS: tuple[dict[str, object], ...] = (
    {"routines": ("joints",)},
    {"routines": ("full-body",), "minutes": 60},
    {"routines": ("full-body",), "minutes": 60, "sides": "duplex"},
    {"routines": ("back-relaxing", "neck"), "minutes": 45},
    {"routines": ("full-body",), "minutes": 60, "large": True},
)


@cache
def printed(number: int, notes: str) -> list[str]:
    job = PlanJob(**PLANS[number], recipient="Herr Groß", notes=notes)  # type: ignore[arg-type]
    return [" ".join(text.split()) for text in page_texts(job.run().data)]


@pytest.mark.parametrize("number", range(len(PLANS)))
def test_a_short_note_is_on_the_front_once(number: int) -> None:
    front, *others = printed(number, SHORT)
    assert f"For Herr Groß: {SHORT}" in front
    assert " ".join((front, *others)).count("Knee replacement") == (len(others) + 1 if number == 2 else 1)


@pytest.mark.parametrize("number", range(len(PLANS)))
def test_the_front_says_where_a_long_note_is(number: int) -> None:
    pages = printed(number, LONG)
    assert "For Herr Groß · Note: see “Before you start”" in pages[0]
    assert LONG.strip() in " ".join(pages)
