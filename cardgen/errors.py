"""The user's error: what is wrong in which file and line, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

MOST_SHOWN = 90
"""So many characters of a line are shown round the place of a fault."""
MOST_SAID = 1000
"""So many characters of a report: what it repeats of a file may be longer."""


NAMED_FIELD = re.compile(r"(?<!\w)'[^\n]*?'(?!\w)|<([a-z_]+)(?:=([^<>\n]+))?>")
"""A field that a report names; whatever is in quotes is skipped, because an author may have written it."""

NameField = Callable[[str, str], str]
"""Names a field of a print job, and its value, as a front end does; the value may be empty."""


def plain_field(field: str, value: str) -> str:
    """Name a field for somebody who writes Python or a data file."""
    return f"{field}={value}" if value else field


class Fault(Struct, frozen=True):
    """One thing wrong with what the user gave, and the remedy.

    Outside of quotes both may name a field of a print job: `<gap>`, or `<sides=front>` with its value.
    """

    problem: str
    remedy: str = ""
    file: Path | None = None
    line: int | None = None
    column: int | None = None
    """In characters, from 1; with it, `text` is the line itself."""
    text: str = ""
    where: str = ""
    """The place in words, where a line and a column of characters would tell nobody: "row 4, column 'hands'"."""
    warning: bool = False
    """It can be printed as it is, but a good card needs something else."""

    def __str__(self) -> str:
        return self.render(plain_field)

    def render(self, name_field: NameField) -> str:
        """The report as text, in which `name_field` names the fields."""
        problem, remedy = (render_fields(text, name_field) for text in (self.problem, self.remedy))
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        place = f"{self.file}: {self.where}" if self.where else place
        kind = "warning: " if self.warning else ""
        shown = "".join(f"\n    {row}" for row in self._shown()) if self.column and self.text.strip() else ""
        remedy = f"\n    {remedy}" if remedy else ""
        return visible((f"{place}: " if place else "") + kind + problem[:MOST_SAID]) + shown + visible(remedy)

    def _shown(self) -> tuple[str, str]:
        """The line with its number, cut where it is very long, and a mark below the place."""
        at = (self.column or 1) - 1
        start = max(0, at - MOST_SHOWN // 2) if len(self.text) > MOST_SHOWN else 0
        part = self.text[start : start + MOST_SHOWN]
        before, after = "…" * (start > 0), "…" * (start + MOST_SHOWN < len(self.text))
        number = f"{self.line} | "
        indent = len(visible(before + part[: at - start]))
        return number + before + visible(part.rstrip()) + after, " " * (len(number) - 2) + "| " + " " * indent + "^"


class UserError(Exception):
    """Input that cannot be used; carries every fault found, not only the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__(self.render(plain_field))

    def render(self, name_field: NameField) -> str:
        """Every fault as text, in which `name_field` names the fields."""
        return "\n".join(fault.render(name_field) for fault in self.faults)


def render_fields(text: str, name_field: NameField) -> str:
    """A text in which `name_field` names the fields that it mentions."""
    return NAMED_FIELD.sub(lambda found: name_field(found[1], found[2] or "") if found[1] else found[0], text)


def visible(text: str) -> str:
    """Text that does nothing to a terminal: what is not seen, or changes what is seen, stands as its code."""
    return text if text.isprintable() else re.sub(r"[^\n]", _code, text)


def _code(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable():
        return char
    return " " if char in "\t\u00a0" else f"<U+{ord(char):04X}>"
