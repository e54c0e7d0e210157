"""How long an author wants the receiver to settle or to rest is on every print, lying or sitting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.planning.test_quiet_times import session_of
from tests.support.printed import page_texts
from tests.support.printing import print_everything


@pytest.mark.one_in(4)
@pytest.mark.parametrize("receiver", ["supine", "seated"])
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("rest: {minutes: 3, do: Stay still}", "Stay still: 3 min"),
        ("rest: {minutes: 4, do: Stay for 4 minutes}", "Stay for 4 minutes."),
        ("rest: {do: Breathe out long}", "Breathe out long"),
        ("rest: 2.5", "Rest: 2½ min"),
        ("settle: {minutes: 2, do: Lay both hands down}", "Lay both hands down: 2 min"),
    ],
)
def test_the_authors_quiet_time_is_on_every_print(tmp_path: Path, receiver: str, more: str, said: str) -> None:
    for name, printout in print_everything(session_of(tmp_path, more, receiver)).items():
        text = re.sub(r"\s+", " ", " ".join(page_texts(printout.data)).replace("\ufffe", "-"))
        if name == "plan" and more.startswith("settle"):
            assert said.partition(":")[0] in text  # the clock says how long
        else:
            assert said.rstrip(".") in text, name
