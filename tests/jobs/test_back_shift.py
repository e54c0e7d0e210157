"""A back that is moved so far that the printer may cut text off says so; one that is moved as usual does not."""

from __future__ import annotations

import pytest

from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.session_job import DocumentJob

MOVED = "moves text to within"


def warned(job: DocumentJob) -> list[str]:
    return [text for text in job.run().warnings if MOVED in text]


@pytest.mark.one_in(3)
@pytest.mark.parametrize("shift", ["-0.5,1", "1,-1", "0,0"])
@pytest.mark.parametrize("layout", ["steps", "overview"])
def test_a_usual_shift_is_no_reason_to_warn(layout: str, shift: str) -> None:
    assert warned(CardsJob(routines=("hands",), layout=layout, back_shift=shift)) == []  # type: ignore[arg-type]
    assert warned(BookletJob(routines=("hands",), back_shift=shift)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("shift", ["9,0", "-9,0", "0,10", "0,-10"])
def test_a_far_shift_names_the_backs_that_it_moves(shift: str) -> None:
    (warning,) = warned(CardsJob(routines=("hands",), back_shift=shift))  # type: ignore[arg-type]
    assert "<back_shift> moves text to within 4.35 mm of the paper's edge, on " in warning
    assert ", back" in warning
    assert "1: Hold the hand, back" in warning or "and " in warning


def test_pages_of_a_booklet_are_moved_too_far_as_well() -> None:
    (warning,) = warned(BookletJob(routines=("hands",), size="a5", back_shift="-10,-10"))  # type: ignore[arg-type]
    assert "Choose a smaller <size>" in warning


def test_a_border_of_the_printer_counts() -> None:
    job = CardsJob(routines=("hands",), border="9mm", back_shift="2,2")  # type: ignore[arg-type]
    (warning,) = warned(job)
    assert "within 9 mm" in warning
