"""Reports name fields of print jobs, and each front end uses its own names for them."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from cardgen.errors import Fault, UserError, name_first


def option(field: str, value: str) -> str:
    return f"--{field.replace('_', '-')} {value}".rstrip()


FAULT = Fault("<back_shift> needs backs.", "Leave it out, or write <sides=front and back>.")


def test_a_field_has_its_plain_name_and_value() -> None:
    assert str(FAULT) == "back_shift needs backs.\n    Leave it out, or write sides=front and back."


def test_a_front_end_names_fields_in_its_own_words() -> None:
    assert FAULT.render(option) == "--back-shift needs backs.\n    Leave it out, or write --sides front and back."
    assert UserError([FAULT, FAULT]).render(option) == "\n".join([FAULT.render(option)] * 2)


@pytest.mark.parametrize(
    "text",
    [
        "There is no theme '<gap>'.",
        "'it's <gap>, isn't it' is not known.",
        "The step's text '<gap>' is too long.",
        "This has <Gap>, <gap 1>, <a-b>, <>, <=3>, 1 < gap > 0.",
        "<U+202E>",
    ],
)
def test_what_an_author_wrote_is_left_alone(text: str) -> None:
    assert str(Fault(text, text)) == f"{text}\n    {text}"
    assert Fault(text).render(option) == text


def test_a_place_and_a_line_are_left_alone() -> None:
    fault = Fault("<gap>: wrong.", "", Path("<gap>.yaml"), 1, 1, "<gap>: 3")
    assert fault.render(option) == "<gap>.yaml:1:1: --gap: wrong.\n    1 | <gap>: 3\n      | ^"


def test_what_a_terminal_would_obey_is_still_shown_as_its_code() -> None:
    assert Fault("<gap> '\x1b[31m'").render(option) == "--gap '<U+001B>[31m'"


def test_an_error_reaches_another_process_whole() -> None:
    error = UserError([FAULT, Fault("<gap>: wrong.", file=Path("x.yaml"))])
    for again in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
        assert again.faults == error.faults
        assert str(again) == str(error)


@pytest.mark.parametrize(
    ("names", "named"),
    [(["a"], "a"), (["a", "b"], "a, b"), (["a", "b", "c"], "a, b, and 1 more"), ([*"abcde"], "a, b, and 3 more")],
)
def test_only_the_first_of_many_names_are_said(names: list[str], named: str) -> None:
    assert name_first(names, 2) == named
    assert name_first(names, 2, ";") == named.replace(",", ";")
