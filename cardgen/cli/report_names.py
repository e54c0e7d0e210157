"""Names the fields of jobs as options of the command line."""

from __future__ import annotations

from cardgen.errors import render_fields
from cardgen.jobs.option_names import option_name


def as_option(field: str, value: str) -> str:
    """A field as an option, with its value if there is one: "--sides front"."""
    return f"--{option_name(field)} {value}".rstrip()


def as_options(text: str) -> str:
    """A text, with options instead of the fields that it names."""
    return render_fields(text, as_option)
