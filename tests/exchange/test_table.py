"""A routine survives a table, whatever a spreadsheet does to it, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.errors import UserError
from cardgen.exchange.table.cell_texts import parse_scalar, read_cell, write_cell
from cardgen.exchange.table.columns import all_columns, row_kinds
from cardgen.exchange.table.reader import read_table
from cardgen.exchange.table.writer import as_csv
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load
from cardgen.library.proof import prove_routine
from cardgen.model.drawing import Stroke
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import About
from tests.support.any_routine import ODD
from tests.support.any_routine import routines as any_routines
from tests.support.sampling import examples

HEAD = "row,name,summary,area,receiver,id,technique,where,cue,detail"
ROWS = "routine,Test,A test.,back,prone,,,,,\nstep,One,,,,one,kneading,The back,Knead.,Knead slowly.\n"
DEFAULTS = [("flat", 1.0)]
"""Fields whose default is a number with a point: msgspec writes it if it is another object of the same value."""
FORMULA = re.compile(r"[\s\"]*[=+\-@]")


@pytest.fixture(scope="module")
def reread(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes | str], Routine]:
    path = tmp_path_factory.mktemp("tables") / "table.csv"

    def call(content: bytes | str) -> Routine:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_table(path).model

    return call


@pytest.mark.parametrize("name", routines())
def test_every_routine_survives_a_table(name: str, reread: Callable[[bytes], Routine]) -> None:
    assert reread(as_csv(load(name))) == load(name)


def _numbers_as_such(value: Any) -> Any:
    """Plain values with numbers in place of their digits: a table knows no difference, and an amount has none."""
    match value:
        case dict():
            kept = {key: each for key, each in value.items() if each != {} and (key, each) not in DEFAULTS}
            return {key: _numbers_as_such(each) for key, each in kept.items()}
        case list() | tuple():
            return [_numbers_as_such(each) for each in value]
        case str() if value.isdecimal():
            return int(value)
    return value


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(any_routines(), st.sampled_from(",;\t"))
def test_any_routine_survives_a_table(reread: Callable[[bytes], Routine], routine: Routine, delimiter: str) -> None:
    data = as_csv(routine)
    assert _numbers_as_such(msgspec.to_builtins(reread(data))) == _numbers_as_such(msgspec.to_builtins(routine))
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    assert [cell for row in rows for cell in row if FORMULA.match(cell)] == [], "however the cells are parted"


@settings(max_examples=examples(400))
@given(st.text() | st.sampled_from(ODD) | st.text(st.sampled_from("a ;=-'\"\n\t,")))
def test_any_text_survives_a_cell(text: str) -> None:
    assert read_cell(write_cell(text)) == text
    assert not any(FORMULA.match(part) for part in re.split(r"[;\t\n]", write_cell(text)))


def test_a_table_starts_as_spreadsheets_need_it() -> None:
    data = as_csv(load("joints"))
    assert data.startswith(b"\xef\xbb\xbfrow,name,summary,area,receiver,")
    assert data.endswith(b"\r\n")
    assert b"hands.use,hands.say,hands.note" in data
    assert b"minutes.least" not in data, "a column with no values"


def test_every_field_of_the_model_has_a_column() -> None:
    rows = {
        "routine",
        "ask",
        "not_with",
        "leave_out_with",
        "caution",
        "prepare",
        "principle",
        "before_other_side",
        "step",
        "phase",
        "variant",
        "after",
    }
    assert set(row_kinds()) == rows
    fields = {field for kind in row_kinds().values() for field in kind.model.__struct_fields__}
    lists = {
        "not_with",
        "cautions",
        "prepare",
        "principles",
        "before_other_side",
        "steps",
        "phases",
        "variants",
        "after",
    }
    assert fields - set(all_columns()) == lists


@pytest.mark.parametrize("name", programs())
def test_a_program_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="A program cannot be a table"):
        as_csv(load(name))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_table_is_read_as_spreadsheets_write_it(
    encoding: str, delimiter: str, ending: str, reread: Callable[[bytes], Routine]
) -> None:
    text = f"{HEAD}\n{ROWS}".replace("One,", "Ünō,").replace(",", delimiter).replace("\n", ending)
    assert reread(text.encode(encoding)).steps[0].name == "Ünō"


@pytest.mark.parametrize(
    "text",
    [
        f"\n,,,\n{HEAD}\n\n{ROWS}\n,,,,\n\n",
        f"{HEAD},,,\n{ROWS}".replace("Knead slowly.\n", "Knead slowly.,,, ,,,\n"),
        f"{HEAD}\n{ROWS}".replace("row,name,", " Row ,NAME\u00a0,"),
        f"{HEAD}\n{ROWS}".replace(",Knead.,", ',"Knead.",')
        .replace("back,prone", ' back , "" ')
        .replace(' "" ', "prone"),
        f"{HEAD}\n{ROWS}".replace("One,", '"\n One \n",'),
        f"{HEAD}\n{ROWS}".replace("step,", ",").replace("kneading", "Kneading").replace("routine,", "Routine ,"),
        f"{HEAD},hands,hands.use,minutes\n{ROWS}",
    ],
    ids=["empty rows", "empty columns", "headings", "quotes and spaces", "line breaks", "capitals", "unused columns"],
)
def test_what_spreadsheets_add_changes_nothing(text: str, reread: Callable[[str], Routine]) -> None:
    assert reread(text) == reread(f"{HEAD}\n{ROWS}")


def test_cells_are_read_by_the_type_of_their_column(reread: Callable[[str], Routine]) -> None:
    text = f"{HEAD},repeat.times,repeat.extent,minutes.about,minutes.least,hands\n{ROWS}".replace("One,", "5,")
    step = reread(text.replace("slowly.\n", 'slowly.,"[3, 5]",7,"1,5",.\n').replace(",.\n", ",1,PALMS\n")).steps[0]
    assert (step.name, step.hands) == ("5", "palms")
    assert step.minutes == About(about=1.5, least=1)
    assert step.repeat
    assert (step.repeat.times, step.repeat.extent) == ([3, 5], "7")


def test_a_whole_field_may_be_in_one_cell(reread: Callable[[str], Routine]) -> None:
    drawing = "{view: back-torso, area: [lower-back], strokes: [{draw: press, along: [sacrum 0 -6], order: 1}]}"
    step = reread(f"{HEAD},drawing\n{ROWS}".replace("slowly.\n", f'slowly.,"{drawing}"\n')).steps[0]
    assert step.drawing
    assert step.drawing.strokes == (Stroke(draw="press", along=("sacrum 0 -6",), order=1),)


def test_harmless_texts_are_written_as_they_are() -> None:
    for value in ("Knead.", "a = b", "3 times", "step-1", "a; b", 5, 1.5, [3, 5]):
        assert write_cell(value) == str(value)


def test_texts_that_a_spreadsheet_would_change_are_protected() -> None:
    for text in ("010", "1/2", "3-5", "1-2", "1:30", "1e5", "march-5", "5 May", "TRUE", "1 000"):
        assert write_cell(text) == f"'{text}"
        assert read_cell(f"'{text}") == text


@pytest.mark.parametrize(
    ("text", "types", "value"),
    [
        ("1,5", [float], 1.5),
        ("1,500", [float], "1,500"),
        ("1,5", [int], "1,5"),
        ("007", [int], "007"),
        ("5", [str], "5"),
        ("TRUE", [bool], True),
        ("true", [str], "true"),
        ("2", [int, float], 2),
        ("-1.5", [float], -1.5),
    ],
)
def test_a_cell_is_read_by_its_type(text: str, types: list[type], value: object) -> None:
    found = parse_scalar(text, types)
    assert (found, type(found)) == (value, type(value))


NAMES = ",".join(all_columns())
STEP = "step,One,,,,one,kneading,The back,Knead.,Knead slowly.\n"
ODD_TABLES: dict[str, Callable[[], str]] = {
    "empty lines": lambda: "\n" * 3_900_000,
    "one line": lambda: "," * 3_900_000,
    "one name": lambda: "a" * 3_900_000,
    "short rows": lambda: "name\n" + "a\n" * 1_900_000,
    "wide rows": lambda: f"{NAMES}\n" + ("step," + "a," * (len(all_columns()) - 1) + "\n") * 9_000,
    "lists": lambda: f"{NAMES}\n" + ("step," + "[]," * (len(all_columns()) - 1) + "\n") * 9_000,
    "deep lists": lambda: "repeats\n" + ("[" * 100_000 + "\n") * 30,
    "long lists": lambda: "repeats\n" + ('"[' + "a," * 60_000 + ']"\n') * 30,
    "blanks": lambda: "name\n" + ("a" + " " * 100_000 + "b\n") * 38,
    "apostrophes": lambda: "name\n" + ("\"'" + "\n'" * 60_000 + '"\n') * 30,
    "semicolons": lambda: "name\n" + ("'" + "; '" * 40_000 + "\n") * 30,
    "quotes": lambda: f"{HEAD}\n" + '"' * 3_900_000,
    "an open quote": lambda: f'{HEAD}\n"' + "a\n" * 1_900_000,
    "faults at the end": lambda: f"{HEAD}\n{ROWS}" + STEP * 1800 + STEP.replace("kneading", "kneeding") * 190,
    "unnamed columns": lambda: "name\n" + ",a" * 1_900_000,
    "unknown columns": lambda: ",".join(f"a{number}" for number in range(400_000)) + "\nx",
}
"""Tables that would take long to read without limits."""


@pytest.mark.one_in(6)
@pytest.mark.parametrize("text", ODD_TABLES.values(), ids=ODD_TABLES.keys())
def test_no_table_takes_long_to_read(text: Callable[[], str], tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(text()[:3_990_000], encoding="utf-8", newline="")
    begun = time.process_time()
    with pytest.raises(UserError) as raised:
        prove_routine(read_table(path))
    assert time.process_time() - begun < 20  # the slowest takes 3; without limits it takes minutes
    assert len(raised.value.faults) <= 201
    assert len(str(raised.value)) < 200_000


@settings(max_examples=examples(150))
@given(st.binary(max_size=300) | st.text(st.sampled_from("row,;\t\n\r\"'[]{}:=1aé\x00\ufeff ")).map(str.encode))
def test_any_bytes_are_a_routine_or_faults(reread: Callable[[bytes], Routine], data: bytes) -> None:
    for content in (data, f"{HEAD}\n{ROWS}".encode() + data):
        try:
            found: tuple[object, ...] = (reread(content),)
        except UserError as error:
            found = error.faults
        assert found


@pytest.mark.parametrize(
    ("column", "cell", "repeat"),
    [
        ("repeat", "10", 10),
        ("repeat", "30-45 s", "30-45 s"),
        ("repeat", "3x10", "3x10"),
        ("repeat.times", "4-6", Repeat(times="4-6")),
        ("repeat.times", "'4-6", Repeat(times="4-6")),
        ("repeat.times", '"[4, 6]"', Repeat(times=[4, 6])),
        ("repeat.hold", "3 slow breaths", Repeat(hold="3 slow breaths")),
        ("repeat.seconds", "1 min 30 s", Repeat(seconds="1 min 30 s")),
        ("repeat.seconds.about", "30", Repeat(seconds=About(about=30))),
        ("repeat.spots", "in each of the 4 grooves", Repeat(spots="in each of the 4 grooves")),
        ("repeat.count", '"press 4, release 4"', Repeat(count="press 4, release 4")),
        ("repeat.count", "8", Repeat(count=8)),
        ("repeat.each", "Hand", Repeat(each="hand")),
    ],
)
def test_amounts_are_read_from_cells_as_people_write_them(
    column: str, cell: str, repeat: object, reread: Callable[[str], Routine]
) -> None:
    routine = reread(f"{HEAD},{column}\n{ROWS}".replace("slowly.\n", f"slowly.,{cell}\n"))
    assert routine.steps[0].repeat == repeat
    assert reread(as_csv(routine).decode()) == routine
