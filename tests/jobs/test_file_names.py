"""The default name of a file is short enough for every system, however much is in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.files.naming import LONGEST_STEM, join_names
from cardgen.jobs.batch.roster import read_roster
from cardgen.jobs.booklet import BookletJob
from cardgen.jobs.cards import CardsJob
from cardgen.library.finding import routines

pytestmark = pytest.mark.usefixtures("empty_folder")


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["neck"], "neck"),
        (["neck", "feet"], "neck+feet"),
        ([f"part-{number}" for number in range(9)], "part-0+part-1+part-2+part-3+part-4+4-more"),
        (["a" * 99, "b"], f"{'a' * LONGEST_STEM}+1-more"),
        (["a" * (LONGEST_STEM - 1) + "-b"], "a" * (LONGEST_STEM - 1)),
        ([], ""),
    ],
)
def test_as_many_names_are_shown_as_have_room(names: list[str], joined: str) -> None:
    assert join_names(names, "+") == joined


def test_all_routines_are_one_file() -> None:
    job = CardsJob(routines=tuple(sorted(routines())), minutes=180)
    assert job.file_name.startswith("abdomen+")
    assert job.file_name.endswith("-more-180-min-cards.pdf")
    Path(job.file_name).write_bytes(b"")


def test_a_name_in_another_alphabet_is_one_of_a_file() -> None:
    Path(BookletJob(routines=("\U0001f450" * 60 + ".yaml",)).file_name).write_bytes(b"")


def test_a_row_is_named_as_a_session_is() -> None:
    text = "routine,for\njoints neck feet hands abdomen legs-back partner scalp,\njoints,José María\n"
    Path("roster.csv").write_text(text, encoding="utf-8")
    many, one = read_roster(Path("roster.csv"), CardsJob)
    assert many.name == "joints-neck-feet-hands-abdomen-legs-back-2-more"
    assert one.name == "jose-maria"
