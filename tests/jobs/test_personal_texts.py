"""A name and a note about one person are printed whole, wherever they come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.jobs.plan import PlanJob
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")

BREAKS = ("\n", "\r\n", "\t", " \n\n ", "\x85", "\u2028")


def printed() -> str:
    return " ".join(" ".join(page_texts(Path("made.pdf").read_bytes())).split())


@pytest.mark.one_in(4)
@pytest.mark.parametrize("gap", BREAKS)
@pytest.mark.parametrize("command", ["cards", "plan", "booklet"])
def test_line_breaks_and_tabs_are_spaces(command: str, gap: str) -> None:
    personal = ("--for", f"Anna{gap}Groß", "--notes", f"Left sore.{gap}Right fine.")
    result = run(command, "joints", *personal, "-o", "made.pdf")
    assert result.exit_code == 0, result.output
    assert "For Anna Groß" in printed()
    assert "Left sore. Right fine." in printed()


@pytest.mark.parametrize("gap", BREAKS)
def test_a_variable_and_a_roster_say_the_same(gap: str) -> None:
    assert run("plan", "joints", "-o", "made.pdf", CARDGEN_NOTES=f"One.{gap}Two.").exit_code == 0
    assert "One. Two." in printed()
    Path("roster.csv").write_text(f'routine,for,notes\njoints,Anna,"One.{gap}Two."\n', encoding="utf-8", newline="")
    assert run("batch", "plan", "roster.csv").exit_code == 0
    assert "One. Two." in " ".join(page_texts(Path("roster/1-anna-plan.pdf").read_bytes()))


@pytest.mark.parametrize("char", ["\x07", "\x1b", "\u200b", "\u202e", "\ufeff"])
@pytest.mark.parametrize("field", ["recipient", "notes"])
def test_a_character_that_nobody_sees_is_reported_by_its_code(field: str, char: str) -> None:
    with pytest.raises(UserError) as raised:
        PlanJob(routines=("joints",), **{field: f"Left{char} sore"})  # type: ignore[arg-type]
    assert str(raised.value).startswith(f"{field}: this text contains an invisible character: U+{ord(char):04X}.")
    assert char not in str(raised.value)
