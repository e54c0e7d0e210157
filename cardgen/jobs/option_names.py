"""The names of the fields of jobs as options of a command."""

from __future__ import annotations

DIFFERENT = {"recipient": "for", "routines_folder": "routines"}
"""Options whose names are not those of their fields."""


def option_name(field: str) -> str:
    """The option of a field: `start-at` for `start_at`."""
    return DIFFERENT.get(field, field.replace("_", "-"))


def field_name(option: str) -> str:
    """The field of an option: `start_at` for `start-at`."""
    fields = {known: field for field, known in DIFFERENT.items()}
    return fields.get(option, option.replace("-", "_"))
