"""A new complaint of a library is reported as it is: with its place, and without a guess."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
import yaml
from PIL import Image

from cardgen.artwork.pictures import raster
from cardgen.errors import UserError
from cardgen.exchange.table.csv_rows import read_rows
from cardgen.files.reading import read_bytes
from cardgen.files.writing import write_whole
from cardgen.library.loading import load
from cardgen.pdf.inspection.document import inspect_pdf
from cardgen.reading.syntax_mistakes import COMPLAINTS, find_mistake
from cardgen.reading.yaml_loader import MOST_DEPTH, Loader
from cardgen.scene.record import Record

ROUTINE = """\
# don't take this for a text
name: Test
summary: "A test."
area: back
receiver: prone
prepare:
  - {icon: oil, do: Warm a little oil.}
steps:
  - id: one
    name: 'One'
    technique: kneading
    where: The back
    direction: [across, {way: outward, note: in turn}]
    repeat: {times: [4, 6],
             each: side}
    cue: Knead - slowly, *so*, [it's] 1:2 & more, @all.
    detail: >-
      Knead
      slowly.
"""
NEW = "A complaint that no version has made yet"


class Failing:
    """A loader that complains at the end, with a place or without one."""

    error: Exception

    def __init__(self, text: str) -> None:
        self.loader = Loader(text)

    def get_event(self) -> Any:
        if isinstance(event := self.loader.get_event(), yaml.StreamEndEvent):
            raise self.error
        return event

    def resolve(self, *given: Any) -> Any:
        return self.loader.resolve(*given)


@pytest.fixture
def routine(tmp_path: Path) -> Path:
    file = tmp_path / "routine.yaml"
    file.write_text(ROUTINE, encoding="utf-8")
    return file


def error_at(line: int, column: int, problem: str = NEW, began: Any = None) -> yaml.MarkedYAMLError:
    """A complaint at a place of the routine, both counted from 0."""
    index = sum(len(text) + 1 for text in ROUTINE.split("\n")[:line]) + column
    mark = yaml.Mark("file", index, line, column, None, None)
    return yaml.MarkedYAMLError("while reading", began and began.problem_mark, problem, mark)


def places() -> Iterator[tuple[int, int]]:
    for line, text in enumerate([*ROUTINE.split("\n"), ""]):
        yield from ((line, column) for column in range(len(text) + 1))


def test_the_routine_has_no_mistake(routine: Path) -> None:
    assert load(str(routine)).steps


@pytest.mark.parametrize(
    ("error", "line"),
    [(error_at(8, 4), 9), (error_at(99, 0), 19), (yaml.YAMLError(NEW), 1), (yaml.MarkedYAMLError(NEW), 1)],
)
def test_a_new_complaint_of_the_yaml_library_is_reported_as_it_is(
    error: Exception, line: int, routine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cardgen.reading.parser.Loader", type("New", (Failing,), {"error": error}))
    with pytest.raises(UserError) as raised:
        load(str(routine))
    (fault,) = raised.value.faults
    assert fault.problem == f"The YAML reader stops here: {NEW}."
    assert (fault.file, fault.line, fault.text) == (routine, line, ROUTINE.split("\n")[line - 1])
    assert fault.remedy


def test_no_guess_is_made_about_text_that_is_right() -> None:
    """Wherever the library complains of a file without mistakes, and wherever it says the mistake begins."""
    lines = ROUTINE.split("\n")
    for place in places():
        for began in (None, error_at(*place), error_at(7, 0), error_at(12, 11), error_at(16, 12)):
            assert NEW in find_mistake(error_at(*place, began=began), lines).problem


@pytest.mark.parametrize("text", [text for text, _ in COMPLAINTS])
def test_a_known_complaint_may_be_made_anywhere(text: str) -> None:
    lines = ROUTINE.split("\n")
    for place in places():
        for began in (None, error_at(*place), error_at(0, 0), error_at(12, 11)):
            mistake = find_mistake(error_at(*place, text, began), lines)
            assert mistake.problem
            assert 1 <= mistake.line <= len(lines) + 1


@pytest.mark.parametrize(("depth", "report"), [(MOST_DEPTH + 1, "too deep"), (MOST_DEPTH, NEW)])
def test_a_limit_of_the_library_is_taken_for_nesting_where_values_are_nested(
    depth: int, report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Like a scanner that looks ahead, this one complains before it passes on what it has read."""
    text = "- " + "[" * (depth - 1) + "]" * (depth - 1) + " # [[[[\n- '[[[[[[[['\n"

    class Ahead(Failing):
        error = yaml.MarkedYAMLError(None, None, NEW, yaml.Mark("file", depth + 1, 0, depth + 1, None, None))

        def get_event(self) -> Any:
            if isinstance(event := self.loader.get_event(), yaml.SequenceStartEvent):
                raise self.error
            return event

    monkeypatch.setattr("cardgen.reading.parser.Loader", Ahead)
    file = tmp_path / "deep.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=report) as raised:
        load(str(file))
    assert raised.value.faults[0].line == 1


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("", 2),
        (" - at `$.steps[0].cue`", 16),
        (" - at `$.steps[0].repeat`", 14),
        (" - at `$.steps[0]`", 9),
        (" - at `$.steps[7].cue`", 8),
        (" - at `$[...]`", 2),
        (" - at `key in $.steps`", 2),
        (" - at a place written in another way", 2),
    ],
)
@pytest.mark.parametrize(
    "problem", [NEW, "Expected `str` of length <= 600", "Expected `int` >= 1", "Expected `str` matching regex 'x'"]
)
def test_a_new_complaint_of_msgspec_is_reported_as_it_is(
    problem: str, place: str, line: int, routine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A known one too, where it is not true."""
    known, errors = msgspec.convert, [msgspec.ValidationError(problem + place)]

    def convert(*given: Any, **options: Any) -> Any:
        if errors:
            raise errors.pop()
        return known(*given, **options)

    monkeypatch.setattr("cardgen.reading.models.msgspec.convert", convert)
    with pytest.raises(UserError) as raised:
        load(str(routine))
    fault = raised.value.faults[0]
    assert problem in fault.problem
    assert (fault.file, fault.line, fault.remedy) == (routine, line, "Write something else here.")


def test_a_picture_that_the_library_fails_at_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **options: Any) -> Any:
        raise ArithmeticError(NEW)

    monkeypatch.setattr(Image, "open", fail)
    with pytest.raises(UserError, match="It cannot be read; it may be damaged"):
        raster.read_artwork(b"\x89PNG\r\n\x1a\n", "PNG", "0" * 16)


def test_a_pdf_that_the_library_fails_at_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **options: Any) -> Any:
        raise ArithmeticError(NEW)

    monkeypatch.setattr("cardgen.pdf.inspection.document.read_record", lambda path: Record("plan"))
    monkeypatch.setattr("cardgen.pdf.inspection.document.PdfReader", fail)
    with pytest.raises(UserError, match=rf"made\.pdf: This PDF cannot be read; it may be damaged: {NEW}"):
        inspect_pdf(tmp_path / "made.pdf")


@pytest.mark.parametrize("quotes", ["", '"'])
def test_a_cell_that_the_library_fails_at_is_reported(quotes: str) -> None:
    long = quotes + "a" * (csv.field_size_limit() + 1) + quotes
    with pytest.raises(UserError, match=r"table\.csv: row 2: This row cannot be read: field larger"):
        list(read_rows(Path("table.csv"), f"row,name\nstep,{long}\n", ("row",)))


def test_an_error_of_the_system_without_words_of_its_own_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **options: Any) -> Any:
        raise OSError(NEW)

    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UserError, match=f"This file cannot be read: {NEW}"):
        read_bytes(tmp_path / "file")
    monkeypatch.setattr("cardgen.files.writing.os.fsync", fail)
    monkeypatch.setattr("cardgen.files.writing.errno", SimpleNamespace(EINVAL=1, ENOTSUP=2, ENOSYS=3))
    with pytest.raises(UserError, match=f"Cannot write this file: {NEW}"):
        write_whole(tmp_path / "other", b"")
