"""Lengths and shifts, as people write them."""

from __future__ import annotations

import pytest

from cardgen.units import MM, Length, Shift


@pytest.mark.parametrize(("text", "points"), [("25.4 mm", 72), ("1in", 72), ("2.54 cm", 72), ("7 pt", 7)])
def test_length_is_read(text: str, points: float) -> None:
    assert Length.parse(text) == pytest.approx(points, abs=0.002)


@pytest.mark.parametrize("text", ["3", "mm", "-3 mm", "3 miles", "1e3 mm", "nan mm"])
def test_bad_length_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a length"):
        Length.parse(text)


@pytest.mark.parametrize(
    ("text", "shift"),
    [("-0.5,1", (-0.5, 1)), ("0,0", (0, 0)), ("+1, −2.25", (1, -2.25)), ("-0.5 mm, 1 mm", (-0.5, 1)),
     ("0.1in,-1cm", (2.54, -10)), ("10,-10", (10, -10))],
)  # fmt: skip
def test_shift_is_read(text: str, shift: tuple[float, float]) -> None:
    assert Shift.parse(text) == pytest.approx((shift[0] * MM, shift[1] * MM))


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "1;2", "a,b", "1,", "--1,2", "1e1,2", "nan,0", "0,5 1"])
def test_bad_shift_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write two numbers with a comma"):
        Shift.parse(text)


@pytest.mark.parametrize("text", ["10.1,0", "0,-11", "2cm,0"])
def test_a_large_shift_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="at most"):
        Shift.parse(text)
