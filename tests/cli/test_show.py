"""`cardgen show` prints a session as text."""

import pytest

from tests.support.commands import run


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (("legs-back", "--minutes", "60"), "of the 60"),
        (("feet", "hands", "--minutes", "90"), "of the 90"),
        (("full-body", "--minutes", "180"), "of the 180"),
    ],
)
def test_a_session_that_cannot_fill_its_time_says_so_in_brief_too(given: tuple[str, ...], taken: str) -> None:
    output = " ".join(run("show", *given, "--brief").output.split())
    assert f"{taken} minutes: every step is at its maximum. To fill the time, add " in output


def test_a_session_that_fills_its_time_has_no_advice() -> None:
    assert "To fill them" not in run("show", "legs-back", "--minutes", "30", "--brief").output
