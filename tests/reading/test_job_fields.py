"""A value that a program makes is checked as strictly as one that is read from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from msgspec import Meta, Struct

from cardgen.errors import UserError
from cardgen.reading.job_fields import read_fields
from cardgen.units import MM, Length


class Sheet(Struct, frozen=True):
    name: str


class Order(Struct, frozen=True, kw_only=True):
    copies: Annotated[int, Meta(ge=1, le=99)] = 1
    gap: Length | None = None
    sides: Literal["both", "front"] = "both"
    steps: tuple[Annotated[int, Meta(ge=1)], ...] = ()
    without: frozenset[int] = frozenset()
    folder: str = "."
    files: tuple[str, ...] = ()
    sheet: Sheet | None = None
    title: Annotated[str, Meta(max_length=4)] = ""

    def __post_init__(self) -> None:
        read_fields(self)


NO_LENGTH = "is not a length.\n    Write a number and a unit, such as '3 mm' or '0.5 in'."


@pytest.mark.parametrize("gap", [Length(3 * MM), 3 * MM, 3, 0])
def test_a_length_may_be_a_number_of_points(gap: float) -> None:
    assert Order(gap=gap).gap == gap


def test_a_text_is_read_as_what_belongs_there() -> None:
    order = Order(gap="3 mm", copies="12")  # type: ignore[arg-type]
    assert order == Order(gap=Length(3 * MM), copies=12)
    assert type(order.gap) is Length


def test_values_of_every_kind_are_accepted() -> None:
    Order(copies=99, sides="front", steps=(1, 2), without=frozenset({3}), folder="made", sheet=Sheet("a4"))


def test_a_path_is_taken_as_its_text() -> None:
    order = Order(folder=Path("made"), files=[Path("a.yaml"), "b.yaml"])  # type: ignore[arg-type, list-item]
    assert (order.folder, order.files) == ("made", ("a.yaml", "b.yaml"))


@pytest.mark.parametrize(
    ("field", "value", "report"),
    [
        ("copies", 0, "copies: 0 cannot be used here.\n    It must be at least 1."),
        ("copies", 100, "copies: 100 cannot be used here.\n    It must be at most 99."),
        ("copies", "1.5", "copies: '1.5' is not a whole number.\n    Write a whole number."),
        ("copies", True, "copies: true cannot be used here.\n    Write a whole number."),
        ("copies", "two", "copies: 'two' is not a number here.\n    Write 2."),
        ("gap", -5, f"gap: '-5' {NO_LENGTH}"),
        ("gap", float("nan"), f"gap: 'nan' {NO_LENGTH}"),
        ("gap", [3], f"gap: '[3]' {NO_LENGTH}"),
        ("gap", "3", f"gap: '3' {NO_LENGTH}"),
        ("copies", "0", "copies: 0 cannot be used here.\n    It must be at least 1."),
        ("sides", "frnt", "sides: 'frnt' is not known.\n    Did you mean 'front'?"),
        ("steps", (1, 0), "steps: 0 cannot be used here.\n    It must be at least 1."),
        ("without", frozenset({"a"}), "without: 'a' cannot be used here.\n    Write a whole number."),
        ("folder", 3, "folder: 3 cannot be used here.\n    Put quotes around it: '3'."),
        ("sheet", Path("a4"), "sheet: 'a4' cannot be used here.\n    Write {name: ...}, or leave it out."),
        ("title", "Knead", "title: this text has 5 characters.\n    It can have at most 4."),
    ],
)
def test_what_does_not_fit_is_refused(field: str, value: Any, report: str) -> None:
    with pytest.raises(UserError) as raised:
        Order(**{field: value})
    assert str(raised.value) == report
    assert [fault.field for fault in raised.value.faults] == [field]


def test_every_fault_is_reported_at_once() -> None:
    with pytest.raises(UserError) as raised:
        Order(copies=0, gap=-1, sides="top")  # type: ignore[arg-type]
    assert [fault.problem.split()[0] for fault in raised.value.faults] == ["<copies>:", "<gap>:", "<sides>:"]
