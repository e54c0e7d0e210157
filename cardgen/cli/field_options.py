"""Options and arguments of the command line that are fields of a print job."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, get_args, get_origin

import click
import msgspec
from msgspec import Struct

from cardgen.artwork.theme import themes
from cardgen.artwork.views import views
from cardgen.cli.completing import complete_routines, completing
from cardgen.jobs.job import Job, as_text, option_fields
from cardgen.jobs.option_names import option_name
from cardgen.jobs.values import Creep, StepNumbers
from cardgen.layouts.cards import layout_help, layouts
from cardgen.reading.field_texts import field_texts
from cardgen.reading.value_types import field_types
from cardgen.sheets.paper import papers
from cardgen.sheets.printer import printers
from cardgen.sheets.stock import stocks
from cardgen.units import Length, Shift
from cardgen.wording.sentences import uncapitalize
from cardgen.wording.words import languages

METAVARS = {
    "recipient": "NAME", "printer": "NAME", "routines_folder": "DIR", "only_changed": "OLD.pdf", "minutes": "MINUTES",
    "routines": "ROUTINE...", "view": "VIEW", "deck": "PRINTED.pdf",
}  # fmt: skip
"""Placeholders for values in help texts, where the type alone says too little."""
TYPE_METAVARS = {StepNumbers: "STEPS", Shift: "X,Y", Creep: "auto|off|LENGTH", Length: "LENGTH", int: "INTEGER"}
NAMES: dict[str, Callable[[], Iterable[str]]] = {
    "layout": layouts,
    "paper": papers,
    "printer": printers,
    "stock": stocks,
    "theme": themes,
    "language": languages,
    "view": views,
}
"""Fields that hold a name of something that is found, and what is found."""


class FieldOption(click.Option):
    """The option of a job's field. Its help is the text below the field, which is read when somebody asks for it."""

    def __init__(self, job_type: type[Job], field: msgspec.structs.FieldInfo) -> None:
        self._job_type, self._default = job_type, _default_shown(field.default)
        kinds = _kinds(job_type, field.name)
        completed = completing(NAMES[field.name], files=field.name == "stock") if field.name in NAMES else None
        super().__init__(
            [field.name, f"--{option_name(field.name)}"],
            is_flag=True if bool in kinds else None,
            metavar=None if bool in kinds else _metavar(field.name, kinds),
            shell_complete=completed,
        )

    def _read_help(self) -> str:
        choices = map(_describe_layout, layouts()) if self.name == "layout" else ()
        return field_texts(self._job_type)[self.name or ""] + "".join(choices) + self._default

    def _keep_help(self, given: str | None) -> None:
        """Click sets what it was given, which is nothing."""

    help = property(_read_help, _keep_help)


def field_options(job_type: type[Job]) -> list[click.Parameter]:
    """A job's arguments and options; a value that is not given is None, and the job itself reads the others."""
    arguments = [
        click.Argument(
            [name],
            nargs=-1 if name == "routines" else 1,
            required=True,
            metavar=METAVARS[name],
            shell_complete=complete_routines if name == "routines" else completing(NAMES[name]),
        )
        for name in job_type.arguments
    ]
    return [*arguments, *(FieldOption(job_type, field) for field in option_fields(job_type))]


def _describe_layout(name: str) -> str:
    """The name of a layout and its help, to follow the help of the option."""
    return f" {name}: {uncapitalize(layout_help(name))}"


def _kinds(job_type: type[Struct], name: str) -> tuple[Any, ...]:
    """The types that a field may have."""
    hint = field_types(job_type)[name]
    hint = get_args(hint)[0] if hasattr(hint, "__metadata__") else hint
    return (hint,) if get_origin(hint) is Literal or not get_args(hint) else get_args(hint)


def _metavar(name: str, kinds: tuple[Any, ...]) -> str:
    """The placeholder for the value in help texts."""
    if name in METAVARS:
        return METAVARS[name]
    if choices := [str(choice) for kind in kinds if get_origin(kind) is Literal for choice in get_args(kind)]:
        return f"[{'|'.join(choices)}]"
    return next((metavar for kind, metavar in TYPE_METAVARS.items() if kind in kinds), "TEXT")


def _default_shown(default: object) -> str:
    """A default at the end of a help text, as it would be typed; empty for what is off or open."""
    return f"  [default: {as_text(default)}]" if default else ""
