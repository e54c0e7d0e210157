"""Parses YAML into plain values, the place of each in the file, and the faults that need no model to be found."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec import Struct
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from cardgen.characters import LINE_END, explain_forbidden, find_forbidden, normalize_text
from cardgen.errors import Fault, UserError, shorten
from cardgen.reading import messages, syntax_mistakes, syntax_recovery
from cardgen.reading.repeated_keys import FoundKey, HolderKind, explain_repeated
from cardgen.reading.value_types import Key, Place, Spot
from cardgen.reading.yaml_loader import MOST_DEPTH, Loader, find_too_deep

MOST_VALUES = 250_000
"""Routines of 2,000 steps hold about half of this; reading all of them takes two seconds."""
MOST_DOUBTS = 100
"""The most faults of a file that are noted while it is parsed."""
TOO_DEEP = "Lists and braces are nested too deeply here.", "Check the brackets."
RARE_LINE_ENDS = "\r\x85\u2028\u2029"
"""Where lines end in few files: the others are split in a twentieth of the time."""
CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
"""Characters that YAML does not allow in a file; none of them is printable."""
WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,17})")
DECIMAL_NUMBER = re.compile(r"-?\d{1,18}\.\d{1,18}")
COMMENT = re.compile(r"(?<=[ \t])#[^\s#]")
"""A # that ends a text, unless it is in quotes or in a comment."""


class Spots(Struct, gc=False):
    """Where a value of a file begins, its key, and everything in it: a tree that no garbage collector looks through."""

    start: Spot
    children: dict[Key, Spots]
    key: Spot | None = None

    def at(self, place: Place, key: bool = False) -> Spot:
        """Where the value at `place` begins, or its `key`, or the nearest value around it that is in the file.

        A value that begins on a line below its key is found by its key.
        """
        spots = self
        for name in place:
            if name not in spots.children:
                break
            spots = spots.children[name]
        return spots.key if spots.key and (key or spots.key.line != spots.start.line) else spots.start


TRUTHS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
NOTHINGS = {"", "~", "null", "Null", "NULL"}
"""How YAML writes that there is no value."""
FIRST_OF_VALUES = {"", *"-0123456789", *(word[0] for word in (*TRUTHS, *NOTHINGS) if word)}
"""Only a scalar that begins with one of these can be anything but text."""
LEAF: dict[Key, Spots] = {}
"""The children of a plain value, shared by the thousands of them in a file."""


class Origin(Struct, frozen=True):
    """The YAML file that values were read from; it words their faults."""

    path: Path
    text: str

    def fault(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault at a place of the file, with its line."""
        return Fault(problem, remedy, self.path, spot.line, spot.column, text=self.line(spot))

    def explain(self, problem: messages.Problem, spot: Spot, model: Any, data: Any) -> tuple[str, str]:
        """The problem with the value at this place, which does not fit the model, and its remedy."""
        written = self.line(spot)[spot.column - 1 :]
        after = written.lstrip("'\"")[len(problem.unknown or "") :]
        cut = problem.unknown is not None and re.match(r"['\"]?\s*:", after) is None
        return messages.explain(problem, model, data, cut, quoted=written[:1] in ("'", '"'))

    def line(self, spot: Spot) -> str:
        """The whole line of a place."""
        lines = split_lines(self.text)
        return lines[spot.line - 1] if spot.line <= len(lines) else ""


class Parsed(NamedTuple):
    """The values of a file, and their places."""

    data: Any
    spots: Spots
    texts: tuple[tuple[Spot, str], ...]
    """Every text, and where it begins."""
    faults: list[Fault]


def parse_yaml(origin: Origin) -> Parsed:
    """Parse a YAML file; UserError if it cannot be read to its end."""
    parser = _Parser(origin)
    data, spots = parser.parse()
    return Parsed(data, spots, tuple(parser.texts), parser.faults)


@lru_cache(maxsize=1)
def split_lines(text: str) -> list[str]:
    """The lines of a text; the latest are kept, because a file has many faults or none."""
    return re.split(LINE_END, text) if any(end in text for end in RARE_LINE_ENDS) else text.split("\n")


class _Parser:
    """Makes plain values of YAML events; only `true`, `false`, plain numbers and text are understood."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.text = text = origin.text
        self.faults: list[Fault] = []
        self.texts: list[tuple[Spot, str]] = []
        self.count = self.depth = 0
        self.lines = split_lines(text)
        self.comments = {number for number, line in enumerate(self.lines, 1) if "#" in line and COMMENT.search(line)}
        """The lines that may have a comment where their author meant text."""

    def parse(self) -> tuple[Any, Spots]:
        if not self.text.replace("\n", "").isprintable() and (bad := re.search(CONTROL, self.text)):
            raise self.error(self.after(bad.start()), *explain_forbidden(bad[0]))
        try:
            self.loader = Loader(self.text)
            self.next: Callable[[], Any] = self.loader.get_event
            self.next()
            if isinstance(self.next(), yaml.StreamEndEvent):
                return None, Spots(Spot(1, 1), LEAF)
            parsed = self.value(self.next())
            self.next()
            if not isinstance(after := self.next(), yaml.StreamEndEvent):
                raise self.error(_start(after), "A second document begins here.", "Keep one document in each file.")
        except yaml.YAMLError as error:
            raise self.stopped(error) from None
        return parsed

    def stopped(self, error: yaml.YAMLError) -> UserError:
        """The part of a file that the YAML library could not read."""
        if event := find_too_deep(self.text, getattr(error, "problem_mark", None)):
            return self.error(_start(event), *TOO_DEEP)
        for found in syntax_recovery.find_mistakes(error, self.lines):
            self.faults.append(self.origin.fault(Spot(found.line, found.column), found.problem, found.remedy))
        return UserError(self.faults)

    def after(self, offset: int) -> Spot:
        """The place of the character at `offset`."""
        lines = re.split(LINE_END, self.text[:offset])
        return Spot(len(lines), len(lines[-1]) + 1)

    def error(self, spot: Spot, problem: str, remedy: str) -> UserError:
        """The error that ends the reading, with the faults found before it."""
        return UserError([*self.faults, self.origin.fault(spot, problem, remedy)])

    def doubt(self, spot: Spot, problem: str, remedy: str) -> None:
        """Note a fault after which reading can continue."""
        if len(self.faults) < MOST_DOUBTS:
            self.faults.append(self.origin.fault(spot, problem, remedy))

    def value(self, event: Any, key: Spot | None = None) -> tuple[Any, Spots]:
        """A value, and where it and its `key` are."""
        mark = event.start_mark
        at = Spot(mark.line + 1, mark.column + 1)
        self.count += 1
        if self.count > MOST_VALUES:
            raise self.error(at, f"This file holds more than {MOST_VALUES:,} values.", "Split it into several files.")
        if event.anchor is not None:
            self.check_anchor(event, at)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.doubt(at, f"'{tag}' has a special meaning in YAML.", syntax_mistakes.QUOTES)
        if isinstance(event, ScalarEvent):
            return self.scalar(event, at), Spots(at, LEAF, key)
        found, children = self.nested(event, at, listed=key is None)
        return found, Spots(at, children, key)

    def check_anchor(self, event: Any, at: Spot) -> None:
        """Warn of the name of a value; raise for a value that repeats a named one."""
        if isinstance(event, yaml.AliasEvent):
            problem = f"'*{event.anchor}' repeats another value, which is not allowed here."
            raise self.error(at, problem, "Write the value itself; put quotes around text that begins with *.")
        self.doubt(at, f"'&{event.anchor}' has a special meaning in YAML.", syntax_mistakes.QUOTES)

    def nested(self, event: Any, at: Spot, listed: bool) -> tuple[Any, dict[Key, Spots]]:
        """A list or a mapping, `listed` if it has no key of its own, and where everything in it is."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise self.error(at, *TOO_DEEP)
        if isinstance(event, MappingStartEvent):
            found = self.mapping("file" if self.depth == 1 else "entry" if listed else "value")
        else:
            found = self.sequence()
        self.depth -= 1
        return found

    def sequence(self) -> tuple[Any, dict[Key, Spots]]:
        items: list[Any] = []
        children: dict[Key, Spots] = {}
        while not isinstance(event := self.next(), SequenceEndEvent):
            item, children[len(items)] = self.value(event)
            items.append(item)
        return items, children

    def mapping(self, holder: HolderKind) -> tuple[Any, dict[Key, Spots]]:
        pairs: dict[str, Any] = {}
        children: dict[Key, Spots] = {}
        repeated: list[FoundKey] = []
        while not isinstance(event := self.next(), MappingEndEvent):
            spot = _start(event)
            if not isinstance(event, ScalarEvent) or "`" in event.value:
                raise self.error(spot, "A key must be a plain word.", "Put quotes around text that begins with a sign.")
            key = sys.intern(event.value)
            if key in pairs:
                repeated.append(FoundKey(key, children[key].at((), key=True)))
            pairs[key], children[key] = self.value(self.next(), spot)
        if repeated:
            self.check_repeated(repeated, children, holder)
        return pairs, children

    def check_repeated(self, repeated: list[FoundKey], children: dict[Key, Spots], holder: HolderKind) -> None:
        """Note the keys that a mapping has twice."""
        keys = [FoundKey(str(name), spots.at((), key=True)) for name, spots in children.items()]
        for fault in explain_repeated(sorted(keys + repeated, key=lambda key: key.spot), holder):
            self.doubt(*fault)

    def scalar(self, event: Any, at: Spot) -> Any:
        text = event.value
        if event.implicit[0] and text[:1] in FIRST_OF_VALUES:
            if (number := parse_number(text)) is not None:
                return number
            if text in TRUTHS:
                return TRUTHS[text]
            if text in NOTHINGS:
                self.check_comment(event)
                return None
        if self.comments:
            self.check_comment(event)
        return self.words(text, at)

    def words(self, text: str, at: Spot) -> str:
        """A text as it is printed."""
        if text.isascii() and text.isprintable() and not text.isspace():
            self.texts.append((at, text))
            return text
        if bad := find_forbidden(text):
            self.doubt(at, *explain_forbidden(bad))
        text = normalize_text(text)
        self.texts.append((at, text))
        return text

    def check_comment(self, event: Any) -> None:
        """Warn of a text that ends at a # with a space before it and none after it: it is probably text."""
        if not self.comments or event.end_mark.line + 1 not in self.comments or not event.implicit[0]:
            return
        end = Spot(event.end_mark.line + 1, event.end_mark.column + 1)
        if cut := re.match(r"[ \t]+(#[^\s#].*)", self.lines[end.line - 1][end.column - 1 :]):
            problem = f"The text ends before '{shorten(cut[1])}': what follows a # is a comment, and is not printed."
            self.doubt(end, problem, "Put quotes around the whole text; or, for a comment, write a space after the #.")


def _start(event: Any) -> Spot:
    mark = event.start_mark
    return Spot(mark.line + 1, mark.column + 1)


def parse_number(text: str) -> int | float | None:
    """The plain number in a text; None if there is none, or if programs read it in different ways."""
    if WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL_NUMBER.fullmatch(text) else None
