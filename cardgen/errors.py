"""A user's mistakes: what is wrong, in which file and line, and what to write instead."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from cardgen.characters import SOFT_HYPHEN

LONGEST_LINE = 90
"""The most characters of a line that are shown around the place of a fault."""
LONGEST_PROBLEM = 1000
"""The most characters of a problem that are shown: it may repeat a long text of a file."""
LONGEST_QUOTE = 60
"""The most characters of an author's text that a report repeats."""


NAMED_FIELD = r"(?<!\w)'[^\n]*?'(?!\w)|<([a-z_]+)(?:=([^<>\n]+))?>"
"""A field that a report names; text in quotes is skipped, because an author may have written it."""

NameField = Callable[[str, str], str]
"""Names a field of a print job, and its value, as a front end does; the value may be empty."""


def plain_field(field: str, value: str) -> str:
    """Name a field for somebody who writes Python or a data file."""
    return f"{field}={value}" if value else field


def install_remedy(extra: str) -> str:
    """How to install the packages of an extra for the Python that runs, as the README installs cardgen itself.

    cardgen is in no index of packages; double quotes are the ones that the Command Prompt knows, too.
    """
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    return f'Install it in the folder of the project: {python} -m pip install -c constraints.txt ".[{extra}]"'


class Fault(Struct, frozen=True):
    """One mistake in what a user gave, and the remedy.

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
    """The place in words, where a line and a column are no help: "row 4, column 'hands'"."""
    warning: bool = False
    """It can be printed as it is, but it would not make a good card."""
    field: str = ""
    """The field of a print job whose value cannot be read."""

    def __str__(self) -> str:
        return self.render(plain_field)

    def render(self, name_field: NameField) -> str:
        """The report as text, in which `name_field` names the fields."""
        problem, remedy = (render_fields(text, name_field) for text in (self.problem, self.remedy))
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        place = f"{self.file}: {self.where}" if self.where else place
        kind, place = "warning: " if self.warning else "", place[:LONGEST_PROBLEM]
        shown = "".join(f"\n    {row}" for row in self._shown()) if self.column and self.text.strip() else ""
        remedy = f"\n    {remedy}" if remedy else ""
        return visible((f"{place}: " if place else "") + kind + problem[:LONGEST_PROBLEM]) + shown + visible(remedy)

    def _shown(self) -> tuple[str, str]:
        """The line with its number, cut if it is very long, and a mark below the place."""
        at = (self.column or 1) - 1
        start = max(0, at - LONGEST_LINE // 2) if len(self.text) > LONGEST_LINE else 0
        part = self.text[start : start + LONGEST_LINE]
        before, after = "…" if start else "", "…" if start + LONGEST_LINE < len(self.text) else ""
        number = f"{self.line} | "
        indent = len(visible(before + part[: at - start]))
        return number + before + visible(part.rstrip()) + after, " " * (len(number) - 2) + "| " + " " * indent + "^"


class UserError(Exception):
    """Input that cannot be used, with every fault in it, not only the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return self.render(plain_field)

    def render(self, name_field: NameField) -> str:
        """Every fault as text, in which `name_field` names the fields."""
        return "\n".join(fault.render(name_field) for fault in self.faults)


def render_fields(text: str, name_field: NameField) -> str:
    """A text in which `name_field` names the fields that it mentions."""
    return re.sub(NAMED_FIELD, lambda found: name_field(found[1], found[2] or "") if found[1] else found[0], text)


def shorten(text: str) -> str:
    """An author's text, no longer than a report repeats it."""
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "..."


def name_first(names: Sequence[str], most: int, mark: str = ",") -> str:
    """The names, with a mark between them; of more than `most`, the first, and how many others there are."""
    others = [f"and {len(names) - most} more"] if len(names) > most else []
    return f"{mark} ".join([*names[:most], *others])


def visible(text: str) -> str:
    """The text with invisible and control characters shown as their codes, so that it does nothing to a terminal.

    Soft hyphens are left out: they are for the lines of a page.
    """
    text = text.replace(SOFT_HYPHEN, "")
    return text if text.isprintable() else re.sub(r"[^\n]", _code, text)


def visible_line(text: str) -> str:
    """The text as `visible` shows it, on one line: text from elsewhere cannot look like another line of a report."""
    return visible(" ".join(text.splitlines()))


def _code(match: re.Match[str]) -> str:
    char = match[0]
    if char.isprintable():
        return char
    return " " if char in "\t\u00a0" else f"<U+{ord(char):04X}>"
