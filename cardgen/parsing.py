"""Takes YAML apart: plain values, the place of each in the file, and the faults that no model needs to be known for."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.faults import Key, Place, Problem, explain

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_VALUES = 250_000
"""Routines of 2,000 steps hold about half of this; reading so many takes two seconds."""
MOST_DOUBTS = 100
"""More are not noted."""
MOST_DEPTH = 24
"""Routines are nested nine deep."""
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML."""
CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
"""What YAML does not let stand in a file."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""What nobody sees, and what turns the order of letters round."""


class Spot(NamedTuple):
    """A line of a file and a column in characters, both from 1."""

    line: int
    column: int


class Marks(Struct):
    """Where a YAML value stands, its key, and everything in it."""

    at: Spot
    children: dict[Key, Marks]
    key: Spot | None = None

    def spot(self, place: Place, key: bool = False) -> Spot:
        """Where the value at `place` begins, or its `key`, or the nearest thing round it that is there.

        A value that begins in a line below its key is found by its key.
        """
        marks = self
        for name in place:
            if name not in marks.children:
                break
            marks = marks.children[name]
        return marks.key if marks.key and (key or marks.key.line != marks.at.line) else marks.at


TELLING = ("", *"0123456789+-.~<=yYnNtTfFoO")
"""Only a scalar that begins with one of these can be something else than text."""
LEAF: dict[Key, Marks] = {}
"""The children of a plain value; shared, because a file has thousands of them."""


class Origin(Struct, frozen=True):
    """The file that something was read from, a YAML file, and how its faults are told."""

    path: Path
    text: str

    def fault(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault at a place of the file, with the line that stands there."""
        lines = LINE_END.split(self.text)
        return Fault(problem, remedy, self.path, *spot, text=lines[spot.line - 1] if spot.line <= len(lines) else "")

    def explain(self, problem: Problem, model: Any, data: Any) -> tuple[str, str]:
        """What does not fit the model, and the remedy, in the author's words."""
        return explain(problem, model, data)


class Parsed(NamedTuple):
    """A file taken apart."""

    data: Any
    marks: Marks
    texts: tuple[tuple[Spot, str], ...]
    """Every text, and where it begins."""
    faults: list[Fault]


def parse(origin: Origin) -> Parsed:
    """Take a file of YAML apart; UserError when it cannot be read to its end."""
    parser = _Parser(origin)
    data, marks = parser.parse()
    return Parsed(data, marks, tuple(parser.texts), parser.faults)


class _Parser:
    """YAML events to plain values and their places; only `true`, `false`, plain numbers and text are understood."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.text = text = origin.text
        self.faults: list[Fault] = []
        self.texts: list[tuple[Spot, str]] = []
        self.count = self.depth = 0
        self.loader = Loader(text)
        self.next: Callable[[], Any] = self.loader.get_event

    def parse(self) -> tuple[Any, Marks]:
        if bad := CONTROL.search(self.text):
            raise self.error(self.after(bad.start()), *unseen(bad[0]))
        try:
            self.next()
            if isinstance(self.next(), yaml.StreamEndEvent):
                raise self.error(Spot(1, 1), "This file is empty.", "`cardgen new` writes a routine to begin with.")
            parsed = self.value(self.next())
            self.next()
            if not isinstance(after := self.next(), yaml.StreamEndEvent):
                raise self.error(_start(after), "A second document begins here.", "Keep one to a file.")
        except yaml.MarkedYAMLError as error:
            opened = error.context_mark if "scanning a quoted scalar" in (error.context or "") else None
            mark = opened or error.problem_mark or error.context_mark
            spot = Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)
            raise self.error(spot, *_not_yaml(error, self.line(spot))) from None
        except yaml.YAMLError as error:
            raise self.error(Spot(1, 1), f"This is not YAML: {error}.", "") from None
        return parsed

    def after(self, offset: int) -> Spot:
        """The place of the character at `offset`."""
        lines = LINE_END.split(self.text[:offset])
        return Spot(len(lines), len(lines[-1]) + 1)

    def line(self, spot: Spot) -> str:
        lines = LINE_END.split(self.text)
        return lines[spot.line - 1] if spot.line <= len(lines) else ""

    def error(self, spot: Spot, problem: str, remedy: str) -> UserError:
        """What ends the reading, with what was found before."""
        return UserError([*self.faults, self.origin.fault(spot, problem, remedy)])

    def doubt(self, spot: Spot, problem: str, remedy: str) -> None:
        """Note a fault that reading can go on after."""
        if len(self.faults) < MOST_DOUBTS:
            self.faults.append(self.origin.fault(spot, problem, remedy))

    def value(self, event: Any) -> tuple[Any, Marks]:
        at = _start(event)
        self.count += 1
        if self.count > MOST_VALUES:
            raise self.error(at, f"This file holds more than {MOST_VALUES:,} values.", "Make several files of it.")
        if isinstance(event, yaml.AliasEvent):
            problem = f"'*{event.anchor}' repeats another place, which cannot be done here."
            raise self.error(at, problem, "Write the text itself again; put quotes round text that begins with *.")
        if event.anchor is not None:
            self.doubt(
                at, f"'&{event.anchor}' is not text here, but a sign of YAML.", "Put quotes round the whole text."
            )
        if event.tag is not None:
            problem = f"'{_tag(event.tag)}' is not text here, but a sign of YAML."
            self.doubt(at, problem, "Leave it out, or put quotes round the whole text.")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, at), Marks(at, LEAF)
        return self.nested(event, at)

    def nested(self, event: Any, at: Spot) -> tuple[Any, Marks]:
        """A list or a mapping."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self.error(at, "Lists and braces stand too deep in each other here.", "Check the brackets.")
        found = self.mapping(at) if isinstance(event, yaml.MappingStartEvent) else self.sequence(at)
        self.depth -= 1
        return found

    def sequence(self, at: Spot) -> tuple[Any, Marks]:
        items: list[Any] = []
        children: dict[Key, Marks] = {}
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            item, children[len(items)] = self.value(event)
            items.append(item)
        return items, Marks(at, children)

    def mapping(self, at: Spot) -> tuple[Any, Marks]:
        pairs: dict[str, Any] = {}
        children: dict[Key, Marks] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            spot = _start(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self.error(spot, "A key must be a plain word.", "Check the signs at the start of the line.")
            key = sys.intern(event.value)
            if key in pairs:
                problem = f"'{key}' is given twice; the first is in line {children[key].spot((), key=True).line}."
                self.doubt(spot, problem, "Keep one of the two.")
            pairs[key], marks = self.value(self.next())
            children[key] = Marks(marks.at, marks.children, spot)
        return pairs, Marks(at, children)

    def kind(self, event: Any) -> str:
        """What YAML takes a scalar for: "int", "float", "bool", "null", "str"."""
        tag: str = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        return tag.rpartition(":")[2]

    def scalar(self, event: Any, at: Spot) -> Any:
        text = event.value
        kind = self.kind(event) if text[:1] in TELLING else "str"
        if kind == "null":
            return None
        if kind == "bool" and text.lower() in ("true", "false"):
            return text.lower() == "true"
        if kind in ("int", "float") and (found := number(text)) is not None:
            return found
        if bad := hidden(text):
            self.doubt(at, *unseen(bad))
        self.texts.append((at, text))
        return text


def _start(event: Any) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


def _tag(tag: str) -> str:
    """A tag as it is written."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def number(text: str) -> int | float | None:
    """A plain number; None for a text that is none, or that programs read in different ways."""
    if re.fullmatch(r"-?(0|[1-9]\d{0,17})", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d{1,18}\.\d{1,18}", text) else None


def hidden(text: str) -> str:
    """The first character of a text that nobody can see; empty when there is none."""
    bad = None if text.isprintable() else INVISIBLE.search(text)
    return bad[0] if bad else ""


def unseen(char: str) -> tuple[str, str]:
    """The fault of such a character, and the remedy."""
    return f"A character that nobody can see stands in this text: U+{ord(char):04X}.", "Write the line anew, by hand."


QUOTES = "Put quotes round the whole text."
REMEDIES = (
    ("mapping values are not allowed", "A colon with a blank behind it stands inside a text here.", QUOTES),
    ("unexpected end of stream", "A quotation mark opens here, and none closes it.", "Write one at each end."),
    ("did not find expected node content", "Something is missing here, or a bracket is open.", "Check [ ] and { }."),
    ("did not find expected ',' or", "A bracket is open here, or a comma is missing.", "Check [ ] and { }."),
    ("did not find expected key", "This line does not stand where the lines above it do.", "Begin it in their column."),
    ("did not find expected '-'", "This line does not stand where the lines above it do.", "Begin it in their column."),
    ("could not find expected ':'", "This line has no colon behind its first word.", "Write it as 'word: text'."),
    ("unknown escape character", "A backslash in double quotes is not text.", "Write single quotes, or \\\\."),
)  # fmt: skip
"""What libyaml says, what it means, and what to do."""


def _not_yaml(error: Any, line: str) -> tuple[str, str]:
    """Why the reading stopped, in an author's words."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "A tab stands at the start of this line.", "Write blanks in its place."
    said = error.problem or error.context or ""
    for told, problem, remedy in REMEDIES:
        if told in said:
            return problem, remedy
    if "cannot start any token" in said:
        return "A text cannot begin with this sign.", QUOTES
    return f"This is not YAML: {said}.", "Indent with blanks, and put quotes round text that has signs in it."
