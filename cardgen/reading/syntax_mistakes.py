"""Finds the mistake that makes a text invalid YAML: the YAML library often stops some lines after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

QUOTES = "Put quotes around the whole text."
CLOSING = {"[": "]", "{": "}"}
REPLACED_SIGNS = dict.fromkeys("“”„«‘’‚", "straight quotes, \" or '") | {"(": "{ and }"}
"""Signs that people put around a text, and those that YAML needs instead."""
CURLY = "“”„«»‘‚"
"""Quotation marks that YAML does not know; ’ is an apostrophe as well."""
STRAIGHT = "Use straight quotes, \" or '."
LONGEST_CORRECTION = 40
"""A line of at most this many characters is repeated as it should be."""
# Patterns are compiled only when there is a mistake, which is rare.
NO_SPACE = r"\s*(?:- +)*([\w-]+):(?=[^\s/\\])"
"""A line that begins with a key and a colon, without a space after it."""
TAB = r" *(?:- *)*\t"
LONGEST_KEY = 1024
"""In characters: YAML looks no further for the colon after a key."""
ALWAYS_SIGNS = "@`%&*!"
"""No text in YAML begins with one of these."""
BEFORE = r"\s*(?:- +)*(?:[\w-]+: +)?(?:[\[{](?:.*[,:\[{])?[ \t]*)?"
"""What may come before a text on its line, even inside brackets."""
VALUE = r"\s*(?:- +)*(?:[\w-]+:|-) +"
"""What comes before a text that is not in brackets."""
BLOCK = r"[|>](?:[1-9]?[+-]?|[+-][1-9])[ \t]*(?:#.*)?"
"""The correct sign for a text that begins on the next line."""


class Mistake(NamedTuple):
    """A mistake at a line and a column, both from 1, and its remedy."""

    line: int
    column: int
    problem: str
    remedy: str
    explained: bool = True
    """Whether it is more than the complaint of the library."""
    corrected: str = ""
    """The line as it should be, if that is known."""


def find_mistake(error: Any, lines: Sequence[str]) -> Mistake:
    """Find what is wrong in these lines, which the YAML library could not read to their end."""
    return _Finder(error, lines).find()


class _Finder:
    """Looks around the place where the library stopped, and where the value that it was reading began.

    Rows and columns count from 0.
    """

    def __init__(self, error: Any, lines: Sequence[str]) -> None:
        self.lines = lines
        self.complaint = getattr(error, "problem", None) or getattr(error, "context", None) or str(error)
        began = getattr(error, "context_mark", None)
        stopped = getattr(error, "problem_mark", None) or began
        began = began or stopped
        self.row: int = stopped.line if stopped else 0
        self.column: int = stopped.column if stopped else 0
        self.first: int = began.line if began else 0
        self.first_column: int = began.column if began else 0

    def find(self) -> Mistake:
        if re.match(TAB, self.line(self.row)):
            return self.at(self.row, self.column, "This line begins with a tab.", "Use spaces instead.")
        finders = [find for complaint, find in COMPLAINTS if complaint in self.complaint]
        found = (find(self) for find in (*finders, _Finder.crossed_brackets, _Finder.special_sign))
        return next(filter(None, found), None) or self.unknown()

    def line(self, row: int) -> str:
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    def at(self, row: int, column: int, problem: str, remedy: str) -> Mistake:
        return Mistake(row + 1, column + 1, problem, remedy)

    def colon(self) -> Mistake | None:
        """A colon that makes a key where there can be none: in a text, or because of a mistake in the line above."""
        before = self.line(self.row)[: self.column]
        if not self.line(self.row).startswith(":", self.column):
            return None
        above = next((row for row in range(self.row - 1, -1, -1) if self._written(row)), None)
        if above is None or not re.fullmatch(r"\s*(?:- +)*[\w-]+", before):
            return self.colon_in_text(before)
        text, column = self.line(above), indent_of(self.line(above))
        if re.match(r"\s*-[^\s-]", text):
            return self.at(above, column + 1, "There is no space after this dash.", "Write '- ', then the text.")
        if re.match(NO_SPACE, text) or ":" not in text:
            return self.no_colon_in(above)
        if indent_of(before) <= column:
            return None
        problem = "This line is indented more than the line above it."
        return self.at(self.row, indent_of(before), problem, "Start both in the same column.")

    def colon_in_text(self, before: str) -> Mistake:
        begun = re.match(r"\s*(?:- +)*[\w-]+: *", before)
        sign = before[begun.end() :][:1] if begun else ""
        if begun and sign in REPLACED_SIGNS:
            return self.at(self.row, begun.end(), f"YAML does not accept {sign} here.", f"Use {REPLACED_SIGNS[sign]}.")
        problem = "This text contains a colon followed by a space."
        return self.at(self.row, self.column, problem, QUOTES)

    def _written(self, row: int) -> bool:
        return is_written(self.line(row))

    def no_colon(self) -> Mistake | None:
        return self.no_colon_in(self.first)

    def no_colon_in(self, row: int) -> Mistake | None:
        """A line with a key, but no colon and space after it."""
        text = self.line(row)
        if found := re.match(NO_SPACE, text):
            written = f"{found[1]}: {text[found.end() :]}"
            remedy = f"Write '{written}'." if len(written) <= LONGEST_CORRECTION else "Add one."
            return self.at(row, found.end() - 1, "There is no space after this colon.", remedy)
        if found := re.match(r"\s*(?:- +)*([\w-]+) *=", text):
            return self.at(row, found.end() - 1, "This should be a colon.", f"Write '{found[1]}: ...'.")
        if colon := re.search(r":(?=\s|$)", text):
            return self.long_key(row, colon.start())
        remedy = "Write 'word: text'; or, if it continues the text above, indent it more."
        return self.at(row, indent_of(text), "This line has no colon after its first word.", remedy)

    def long_key(self, row: int, colon: int) -> Mistake | None:
        if colon - indent_of(self.line(row)) <= LONGEST_KEY:
            return None
        problem = f"The text before the colon on this line is longer than {LONGEST_KEY:,} characters."
        return self.at(row, indent_of(self.line(row)), problem, "Write one short word there, as in 'word: text'.")

    def out_of_line(self) -> Mistake | None:
        """Text after the end of a value, or a line that starts in the wrong column."""
        line = self.line(self.row)
        before, rest = line[: self.column].rstrip(), line[self.column :].strip()
        if rest and before.endswith(('"', "'")):
            return self.text_after_quote(before[-1])
        if rest and before.endswith(("]", "}")):
            return self.at(self.row, self.column, "There is text after a closing bracket here.", QUOTES)
        if before or not rest or self._is_aligned():
            return None
        problem = "This line does not start in the same column as the lines above it."
        return self.at(self.row, self.column, problem, "Start it in the same column.")

    def _is_aligned(self) -> bool:
        """Whether a line above starts in the same column, with its dash or with its key."""
        begin = indent_of if self.line(self.row).lstrip().startswith("-") else _key_column
        return begin(self.line(self.row)) in {begin(self.line(row)) for row in range(self.row) if self._written(row)}

    def text_after_quote(self, quote: str) -> Mistake:
        above = next((row for row in range(self.row - 1, -1, -1) if self.line(row).count(quote) % 2), None)
        if above is not None and self.line(self.row)[: self.column].count(quote) % 2:
            return self.unclosed_quote(above, self.line(above).rindex(quote))
        if quote == "'" and self.line(self.row)[self.column - 1 :][:1] == "'":
            remedy = 'Write " at both ends of the text.'
            return self.at(self.row, self.column - 1, "This apostrophe ends the text.", remedy)
        problem = "There is text after the closing quotation mark."
        return self.at(self.row, self.column, problem, "Put the quotes around the whole text.")

    def unclosed_value(self) -> Mistake | None:
        quoted = self.line(self.first).startswith(('"', "'"), self.first_column)
        return self.unclosed_quote(self.first, self.first_column) if quoted else None

    def unclosed_quote(self, row: int, column: int) -> Mistake:
        return self.at(row, column, "This quotation mark is never closed.", "Write one at each end of the text.")

    def bracket(self) -> Mistake | None:
        """A list or a mapping in brackets that does not go on, or does not end, as it should."""
        opening, here = self.line(self.first)[self.first_column :][:1], self.line(self.row)[self.column :][:1]
        closing = CLOSING.get(opening, "")
        if not closing or here == closing:
            return None
        if here and here in CLOSING.values():
            return self.wrong_bracket(here, opening)
        if replaced := self.replaced_quote():
            return replaced
        if here and (self.row == self.first or here != ":"):
            remedy = "Add a comma, or put quotes around the whole text."
            return self.at(self.row, self.column, "A comma or a quotation mark is missing here.", remedy)
        remedy = f"Write {closing} where it ends, or put quotes around the whole text."
        return self.at(self.first, self.first_column, f"This {opening} is not closed.", remedy)

    def stray_bracket(self) -> Mistake | None:
        """A bracket that closes nothing, or one that nothing closes before the text ends."""
        here = self.line(self.row)[self.column :][:1]
        if here in CLOSING.values():
            return self.at(
                self.row,
                self.column,
                f"This {here} has no opening bracket before it.",
                "Remove it, or put quotes around the whole text.",
            )
        opened: list[tuple[int, int]] = []
        for row, line in enumerate(self.lines):
            for found in re.finditer(r"[\[\]{}]", line):
                if found[0] in CLOSING and re.fullmatch(BEFORE, line[: found.start()]):
                    opened.append((row, found.start()))
                elif found[0] not in CLOSING and opened:
                    opened.pop()
        if here or not opened:
            return None
        sign = self.line(opened[-1][0])[opened[-1][1]]
        return self.at(
            *opened[-1], f"This {sign} is not closed.", f"Write {CLOSING[sign]} where it ends, or remove it."
        )

    def replaced_quote(self) -> Mistake | None:
        """A text in brackets that begins with a quotation mark that YAML does not know."""
        begun = re.search(rf"[\[{{,:]\s*([“„«‘‚])[^{CURLY}]*$", self.line(self.row)[: self.column])
        if begun is None:
            return None
        return self.at(self.row, begun.start(1), f"YAML does not accept {begun[1]} here.", STRAIGHT)

    def crossed_brackets(self) -> Mistake | None:
        """An empty pair of brackets of different kinds."""
        line = self.line(self.row)
        opening, here = line[: self.column].rstrip()[-1:], line[self.column :][:1]
        crossed = here in CLOSING.values() and CLOSING.get(opening, here) != here
        return self.wrong_bracket(here, opening) if crossed else None

    def wrong_bracket(self, here: str, opening: str) -> Mistake:
        problem = f"A {opening} is closed with {here} here."
        return self.at(self.row, self.column, problem, f"Write {CLOSING[opening]}.")

    def backslash(self) -> Mistake | None:
        column = self.line(self.row).rfind("\\", 0, self.column + 1)
        if column < 0 or not self.line(self.first).startswith('"', self.first_column):
            return None
        remedy = "Use single quotes, or write two backslashes."
        return self.at(self.row, column, "In double quotes, a backslash has a special meaning.", remedy)

    def special_sign(self) -> Mistake | None:
        """A text that begins with a sign of YAML."""
        for row, column in ((self.first, self.first_column), (self.row, self.column)):
            before, text = self.line(row)[:column], self.line(row)[column:]
            if text.startswith("%") and not before:
                return self.at(
                    row, column, "A line cannot begin with '%'.", "Remove it; or, if it continues a text, indent it."
                )
            if _begins_no_text(before, text):
                return self.at(row, column, f"A text cannot begin with '{text[0]}'.", QUOTES)
        return None

    def unknown(self) -> Mistake:
        """The complaint of the library; if it is about the end of the text, it is reported at the last line written."""
        row = next((row for row in range(self.row, -1, -1) if self._written(row)), self.row)
        column = self.column if row == self.row else indent_of(self.line(row))
        complaint = " ".join(self.complaint.split()) or "it does not say why"
        begun = f", in a value that begins on line {self.first + 1}" if self.first < row else ""
        remedy = "Check the brackets, quotation marks, and colons there."
        return self.at(row, column, f"The YAML reader stops here{begun}: {complaint}.", remedy)._replace(
            explained=False
        )


COMPLAINTS: tuple[tuple[str, Callable[[_Finder], Mistake | None]], ...] = (
    ("mapping values are not allowed", _Finder.colon),
    ("could not find expected ':'", _Finder.no_colon),
    ("did not find expected key", _Finder.out_of_line),
    ("did not find expected <document start>", _Finder.out_of_line),
    ("did not find expected '-' indicator", _Finder.out_of_line),
    ("expected <block end>", _Finder.out_of_line),
    ("expected ',' or", _Finder.bracket),
    ("unexpected end of stream", _Finder.unclosed_value),
    ("node content", _Finder.crossed_brackets),
    ("node content", _Finder.stray_bracket),
    ("escape", _Finder.backslash),
    ("hexdecimal", _Finder.backslash),
)
"""Words of the YAML library, and the method that looks for the cause in the text.

The words are only a hint, and may change with every version: a method that does not find its cause returns None.
"""


def _begins_no_text(before: str, text: str) -> bool:
    """Whether a text would begin here on its line, although no text can begin like this."""
    if not text or not re.fullmatch(BEFORE, before):
        return False
    if text[0] in "|>":
        return not re.fullmatch(BLOCK, text)
    alone = text[0] == "," or re.match(r"[?-](\s|$)", text)
    return text[0] in ALWAYS_SIGNS or bool(alone and re.fullmatch(VALUE, before))


def is_written(line: str) -> bool:
    """Whether a line holds more than a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """The column, from 0, in which a line begins."""
    return len(line) - len(line.lstrip())


def _key_column(line: str) -> int:
    """The column in which the first word of a line begins, after any dashes."""
    return len(line) - len(line.lstrip(" -"))
