"""The reply to a request: JSON or a file, or every fault, without a path of this machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from cardgen.errors import LONGEST_PROBLEM, Fault, visible
from cardgen.files.finding import printable_name
from cardgen.web.page_words import in_page_words, mentioned, offers

JSON, PDF, SVG = "application/json", "application/pdf", "image/svg+xml"
DONE, MISREAD, MISSING, WRONG, BROKEN, BUSY = 200, 400, 404, 422, 500, 503
"""The HTTP status codes for the outcome of a request."""


class Reply(Struct, frozen=True):
    """An answer: its status, its bytes and what they are."""

    status: int
    data: bytes
    media: str = JSON
    file_name: str = ""
    """The file name for the bytes; empty for a reply that is only read."""
    details: dict[str, Any] = {}
    """The details of a file other than its bytes."""


def as_reply(content: Any, status: int = DONE) -> Reply:
    """An answer in JSON."""
    return Reply(status, msgspec.json.encode(content))


def refuse(status: int, problem: str, remedy: str = "") -> Reply:
    """A refusal with one fault."""
    return faults_reply([Fault(problem, remedy)], status)


def broken() -> Reply:
    """The reply when cardgen itself has failed."""
    problem = "cardgen has failed; this is a bug in cardgen, not a problem with your choices."
    return refuse(BROKEN, problem, "Try another choice.")


def faults_reply(faults: Iterable[Fault], status: int = WRONG) -> Reply:
    """Every fault, in the form in which `check` answers too."""
    return as_reply({"faults": [describe_fault(fault) for fault in faults]}, status)


def describe_fault(fault: Fault) -> dict[str, Any]:
    """A fault or a warning as plain values; its file without the folders around it.

    `fields` are those that it names, and `offers` the values that its remedy proposes for some of them.
    """
    return {
        "severity": "warning" if fault.warning else "error",
        "problem": plain_text(fault.problem[:LONGEST_PROBLEM]),
        "remedy": plain_text(fault.remedy[:LONGEST_PROBLEM]),
        "file": None if fault.file is None else printable_name(fault.file.name),
        "line": fault.line,
        "column": fault.column,
        "text": visible(fault.text[:LONGEST_PROBLEM]),
        "where": fault.where,
        "fields": list(dict.fromkeys(field for field, _ in mentioned(f"{fault.problem} {fault.remedy}"))),
        "offers": [offer._asdict() for offer in offers(fault.remedy)],
    }


def plain_text(text: str) -> str:
    """A line that cardgen says, in the words of the page."""
    return visible(in_page_words(text))
