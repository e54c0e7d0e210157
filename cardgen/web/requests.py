"""The requests of a front end, as typed values: anything else is refused before it reaches a job."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from cardgen.model.vocabulary import MOST_STEPS
from cardgen.web.request_files import check_plain

MOST_BYTES = 24_000_000
"""The most bytes of a request: a few photographs in Base64, with the texts."""
MOST_FILES = 50
"""The most texts, and the most pictures."""
Value = str | int | float | bool | list[str | int] | None
"""The value of a field of a job."""
Name = Annotated[str, Meta(max_length=200)]


class Request(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The files that belong to a request; a routine of the user's own is named by its file."""

    files: Annotated[dict[str, str], Meta(max_length=MOST_FILES)] = {}
    """Texts of routines, programs, stocks, themes and tables, by their names."""
    pictures: Annotated[dict[str, bytes], Meta(max_length=MOST_FILES)] = {}
    """Authors' own pictures, by their names; in JSON, in Base64."""


class ListRequest(Request, frozen=True, kw_only=True):
    """Everything that can be chosen."""


class RoutineRequest(Request, frozen=True, kw_only=True):
    """One routine or program."""

    routine: Name

    def __post_init__(self) -> None:
        check_plain("routine", self.routine)


class CheckRequest(RoutineRequest, frozen=True, kw_only=True):
    """The faults of a file."""

    warnings: bool = True
    """Whether to look for warnings as well, which takes longer."""


class PicturesRequest(Request, frozen=True, kw_only=True):
    """A picture of each of these routines and programs."""

    routines: Annotated[list[Name], Meta(max_length=500)]

    def __post_init__(self) -> None:
        check_plain("routines", *self.routines)


class PlanRequest(Request, frozen=True, kw_only=True):
    """A session by the clock."""

    fields: dict[str, Value]


class PrintRequest(Request, frozen=True, kw_only=True):
    """A print."""

    print: str
    """cards, plan, booklet or legend."""
    fields: dict[str, Value] = {}


class ImportRequest(Request, frozen=True, kw_only=True):
    """A spreadsheet, among the files, as a routine."""

    table: Name

    def __post_init__(self) -> None:
        check_plain("table", self.table)


class ExportRequest(RoutineRequest, frozen=True, kw_only=True):
    """A routine in another form."""

    form: Literal["yaml", "csv", "markdown", "json"]


class FigureRequest(Request, frozen=True, kw_only=True):
    """A drawing over a view of the body."""

    drawing: dict[str, Any]
    area: Name = "back"


class CardRequest(RoutineRequest, frozen=True, kw_only=True):
    """The card of one step."""

    step: Annotated[int, Meta(ge=1, le=MOST_STEPS)]
    """Its place in its routine, from 1."""


class FillRequest(CardRequest, frozen=True, kw_only=True):
    """The areas that a step's drawing shows before its author has drawn anything."""

    view: Name = ""
    """The part of the body to show; left out, the one that cardgen would choose."""


class VocabularyRequest(Request, frozen=True, kw_only=True):
    """The words and the pictures that an author chooses from."""
