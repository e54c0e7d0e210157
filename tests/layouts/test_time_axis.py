"""The minutes at a timeline never meet, however long a session is; nor do the lines of what begins when."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.plan import PlanJob
from tests.attack.oracle import judge

pytestmark = pytest.mark.usefixtures("empty_folder")

STEP = (
    "  - {{id: s{number}, name: Knead {number}, technique: kneading, where: Back, cue: Knead., detail: Slow., "
    "hands: palms, pressure: light, minutes: {minutes}}}\n"
)
LENGTHS = [(1, 0.2), (3, 999), (24, 2), (24, 90), (24, 999), (60, 5)]
"""Steps, and minutes of each: from some seconds to 16 days."""


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("steps", "minutes"), LENGTHS)
def test_nothing_meets_on_a_time_axis(steps: int, minutes: float) -> None:
    written = "".join(STEP.format(number=number, minutes=minutes) for number in range(1, steps + 1))
    Path("long.yaml").write_text(f"name: A\nsummary: s\narea: back\nreceiver: prone\nsteps:\n{written}", "utf-8")
    for job in (PlanJob(routines=("long.yaml",), paper="a3"), BookletJob(routines=("long.yaml",), size="a6")):
        assert list(judge(job.run().data)) == []
