"""Slips of the pen in YAML, told to their author: libyaml often stumbles lines after what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

QUOTES = "Put quotes round the whole text."
CLOSING = {"[": "]", "{": "}"}
CURLY = dict.fromkeys("“”„«‘’‚", "the straight one, \" or '") | {"(": "{ and } in its place"}
"""What people put round a text, and what YAML has in its place."""
MOST_REPEATED = 40
"""So many characters of a line are written out as they should be."""
NO_BLANK = re.compile(r"\s*(?:- +)*([\w-]+):(?=[^\s/\\])")
"""A line that begins with a key and a colon, and goes on without a blank."""
TAB = re.compile(r" *(?:- *)*\t")
LONGEST_KEY = 1024
"""In characters: YAML looks no farther for the colon after a key."""
ALWAYS_SIGNS = "@`%&*!"
"""No text of YAML begins with one of these."""
BEFORE = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?(?:[\[{](?:.*[,:\[{])?[ \t]*)?")
"""What may be before a text in its line, in brackets too."""
VALUE = re.compile(r"\s*(?:- +)*(?:[\w-]+:|-) +")
"""What is before a text that is not in brackets."""
BLOCK = re.compile(r"[|>](?:[1-9]?[+-]?|[+-][1-9])[ \t]*(?:#.*)?")
"""The sign of a text in lines of its own: a correct one begins no other text."""
COMPLAINTS = (
    ("mapping values are not allowed", "_colon"),
    ("could not find expected ':'", "_no_colon"),
    ("did not find expected key", "_out_of_line"),
    ("did not find expected <document start>", "_out_of_line"),
    ("did not find expected '-' indicator", "_out_of_line"),
    ("expected <block end>", "_out_of_line"),
    ("expected ',' or", "_bracket"),
    ("unexpected end of stream", "_open_quote"),
    ("escape", "_backslash"),
    ("hexdecimal", "_backslash"),
)
"""What the YAML library says, and the method that looks for the cause in the text.

The words are a hint, and may change with every version: a method that does not find its cause returns None.
"""


class Mistake(NamedTuple):
    """Where a slip is, as a line and a column from 1, what it is, and what to write instead."""

    line: int
    column: int
    problem: str
    remedy: str


def find_mistake(error: Any, lines: Sequence[str]) -> Mistake:
    """What is wrong in these lines, which libyaml could not read to their end."""
    return _Finder(error, lines).slip()


class _Finder:
    """Looks round the place where libyaml stopped, and the one where what it was reading began; both count from 0."""

    def __init__(self, error: Any, lines: Sequence[str]) -> None:
        self.lines = lines
        self.said = getattr(error, "problem", None) or getattr(error, "context", None) or str(error)
        began = getattr(error, "context_mark", None)
        stopped = getattr(error, "problem_mark", None) or began
        began = began or stopped
        self.row: int = stopped.line if stopped else 0
        self.column: int = stopped.column if stopped else 0
        self.first: int = began.line if began else 0
        self.first_column: int = began.column if began else 0

    def slip(self) -> Mistake:
        if TAB.match(self.line(self.row)):
            return self.at(
                self.row, self.column, "A tab stands at the start of this line.", "Write blanks in its place."
            )
        looks = (getattr(self, name) for said, name in COMPLAINTS if said in self.said)
        found = (look() for look in (*looks, self._crossed, self._sign))
        return next(filter(None, found), None) or self._unknown()

    def line(self, row: int) -> str:
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def at(self, row: int, column: int, problem: str, remedy: str) -> Mistake:
        return Mistake(row + 1, column + 1, problem, remedy)

    def _colon(self) -> Mistake | None:
        """A colon that makes a key where none can be: in a text, or because the line above was not understood."""
        before = self.line(self.row)[: self.column]
        if not self.line(self.row).startswith(":", self.column):
            return None
        above = next((row for row in range(self.row - 1, -1, -1) if self._written(row)), None)
        if above is None or not re.fullmatch(r"\s*(?:- +)*[\w-]+", before):
            return self._colon_in_text(before)
        text, column = self.line(above), _indent(self.line(above))
        if re.match(r"\s*-[^\s-]", text):
            return self.at(above, column + 1, "There is no blank behind this dash.", "Write '- ', then the text.")
        if NO_BLANK.match(text) or ":" not in text:
            return self._without_colon(above)
        if _indent(before) <= column:
            return None
        problem = "This line stands farther in than the one above it."
        return self.at(self.row, _indent(before), problem, "Begin both in the same column.")

    def _colon_in_text(self, before: str) -> Mistake:
        begun = re.match(r"\s*(?:- +)*[\w-]+: *", before)
        sign = before[begun.end() :][:1] if begun else ""
        if begun and sign in CURLY:
            return self.at(self.row, begun.end(), f"YAML does not know {sign} here.", f"Write {CURLY[sign]}.")
        problem = "A colon with a blank behind it stands inside a text here."
        return self.at(self.row, self.column, problem, QUOTES)

    def _written(self, row: int) -> bool:
        return bool(self.line(row).strip()) and not self.line(row).lstrip().startswith("#")

    def _no_colon(self) -> Mistake | None:
        return self._without_colon(self.first)

    def _without_colon(self, row: int) -> Mistake | None:
        """A line with a key, but no colon and blank behind it."""
        text = self.line(row)
        if found := NO_BLANK.match(text):
            written = f"{found[1]}: {text[found.end() :]}"
            remedy = f"Write '{written}'." if len(written) <= MOST_REPEATED else "Write one."
            return self.at(row, found.end() - 1, "There is no blank behind this colon.", remedy)
        if found := re.match(r"\s*(?:- +)*([\w-]+) *=", text):
            return self.at(row, found.end() - 1, "An equals sign stands here.", f"Write '{found[1]}: ...'.")
        if colon := re.search(r":(?=\s|$)", text):
            return self._long_key(row, colon.start())
        remedy = "Write it as 'word: text'. A text that goes on from the line above begins farther in."
        return self.at(row, _indent(text), "This line has no colon behind its first word.", remedy)

    def _long_key(self, row: int, colon: int) -> Mistake | None:
        if colon - _indent(self.line(row)) <= LONGEST_KEY:
            return None
        problem = f"The text before the colon of this line is longer than {LONGEST_KEY:,} characters."
        return self.at(row, _indent(self.line(row)), problem, "Write one short word there, as in 'word: text'.")

    def _out_of_line(self) -> Mistake | None:
        """Text behind what was closed already, or a line that is out of its column."""
        line = self.line(self.row)
        before, rest = line[: self.column].rstrip(), line[self.column :].strip()
        if rest and before.endswith(('"', "'")):
            return self._after_quote(before[-1])
        if rest and before.endswith(("]", "}")):
            return self.at(self.row, self.column, "Text goes on behind a bracket here.", QUOTES)
        if before or not rest or self._in_line():
            return None
        problem = "This line does not stand where the lines above it do."
        return self.at(self.row, self.column, problem, "Begin it in their column.")

    def _in_line(self) -> bool:
        """A line above begins in the same column: with its dash, or with its key."""
        begin = _indent if self.line(self.row).lstrip().startswith("-") else _key_column
        return begin(self.line(self.row)) in {begin(self.line(row)) for row in range(self.row) if self._written(row)}

    def _after_quote(self, quote: str) -> Mistake:
        above = next((row for row in range(self.row - 1, -1, -1) if self.line(row).count(quote) % 2), None)
        if above is not None and self.line(self.row)[: self.column].count(quote) % 2:
            return self._opened(above, self.line(above).rindex(quote))
        if quote == "'" and self.line(self.row)[self.column - 1 :][:1] == "'":
            return self.at(
                self.row, self.column - 1, "This apostrophe ends the text.", 'Write " at both ends of the text.'
            )
        problem = "Text goes on behind the quotation mark that ends it."
        return self.at(self.row, self.column, problem, "Put the quotes round the whole text.")

    def _open_quote(self) -> Mistake | None:
        quoted = self.line(self.first).startswith(('"', "'"), self.first_column)
        return self._opened(self.first, self.first_column) if quoted else None

    def _opened(self, row: int, column: int) -> Mistake:
        return self.at(row, column, "A quotation mark opens here, and none closes it.", "Write one at each end.")

    def _bracket(self) -> Mistake | None:
        opening, here = self.line(self.first)[self.first_column :][:1], self.line(self.row)[self.column :][:1]
        closing = CLOSING.get(opening, "")
        if not closing or here == closing:
            return None
        if here and here in CLOSING.values():
            return self._closed_with(here, opening)
        if here and (self.row == self.first or here != ":"):
            return self.at(self.row, self.column, "A comma is missing here, or quotes round a text.", "Write them.")
        return self.at(
            self.first,
            self.first_column,
            f"This {opening} is not closed.",
            f"Write {closing} where it ends, or put quotes round the whole text.",
        )

    def _crossed(self) -> Mistake | None:
        """A bracket with nothing in it, closed with the other kind."""
        line = self.line(self.row)
        opening, here = line[: self.column].rstrip()[-1:], line[self.column :][:1]
        crossed = here in CLOSING.values() and CLOSING.get(opening, here) != here
        return self._closed_with(here, opening) if crossed else None

    def _closed_with(self, here: str, opening: str) -> Mistake:
        problem = f"A {opening} is closed with {here} here."
        return self.at(self.row, self.column, problem, f"Write {CLOSING[opening]}.")

    def _backslash(self) -> Mistake | None:
        column = self.line(self.row).rfind("\\", 0, self.column + 1)
        if column < 0 or not self.line(self.first).startswith('"', self.first_column):
            return None
        remedy = "Write single quotes in their place, or two backslashes."
        return self.at(self.row, column, "A backslash in double quotes is not text.", remedy)

    def _sign(self) -> Mistake | None:
        """A sign of YAML where a text begins."""
        for row, column in ((self.first, self.first_column), (self.row, self.column)):
            before, text = self.line(row)[:column], self.line(row)[column:]
            if _begins_no_text(before, text):
                return self.at(row, column, f"A text cannot begin with '{text[0]}'.", QUOTES)
        return None

    def _unknown(self) -> Mistake:
        """What the library says of a line; of the last one that is written, where it found the end of the text."""
        row = next((row for row in range(self.row, -1, -1) if self._written(row)), self.row)
        column = self.column if row == self.row else _indent(self.line(row))
        said = " ".join(self.said.split()) or "it does not say why"
        begun = f", in what begins in line {self.first + 1}" if self.first < row else ""
        remedy = "Compare it with a file that `cardgen new` writes."
        return self.at(row, column, f"The YAML reader stops here{begun}: {said}.", remedy)


def _begins_no_text(before: str, text: str) -> bool:
    """A text would begin here in its line, and no text can begin so."""
    if not text or not BEFORE.fullmatch(before):
        return False
    if text[0] in "|>":
        return not BLOCK.fullmatch(text)
    alone = text[0] in ",]}" or re.match(r"[?-](\s|$)", text)
    return text[0] in ALWAYS_SIGNS or bool(alone and VALUE.fullmatch(before))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _key_column(line: str) -> int:
    """The column in which the first word of a line begins, dashes left out."""
    return len(line) - len(line.lstrip(" -"))
