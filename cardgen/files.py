"""Finds data files and reads YAML with line numbers into typed models, reporting every fault at once."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec
import yaml
from msgspec import Struct

from cardgen.errors import Fault, UserError, suggest
from cardgen.faults import Key, Place, Problem, explain
from cardgen.units import Length, Shift

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"

Content = TypeVar("Content")
Found = TypeVar("Found")


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Part of a data file: immutable, and strict about its keys."""


Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def shipped(folder: str) -> Path:
    """The `routines` or `fonts` folder: a checkout's own, else the copy inside the installed package."""
    in_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    return (PACKAGE.parent if in_checkout else PACKAGE) / folder


def collection(folder: Path, suffix: str = ".yaml") -> dict[str, Path]:
    """Every file of one kind in a folder, by name."""
    return {path.name.removesuffix(suffix): path for path in sorted(folder.glob("*" + suffix))}


def choose(kind: str, name: str, known: dict[str, Found]) -> Found:
    """What is called `name`, in small letters or large; UserError with the nearest name when there is nothing."""
    if name.lower() not in known:
        raise UserError(Fault(f"There is no {kind} '{name}'.", suggest(name.lower(), known)))
    return known[name.lower()]


class Marks(Struct):
    """The line of a YAML value, and of everything in it."""

    line: int
    children: dict[Key, Marks]

    def line_of(self, place: Place) -> int:
        """The line of the value at `place`, or of the nearest thing round it that is there."""
        marks = self
        for key in place:
            if key not in marks.children:
                break
            marks = marks.children[key]
        return marks.line


TELLING = ("", *"0123456789+-.~<=yYnNtTfFoO")
"""Only a scalar that begins with one of these can be something else than text."""
LEAF: dict[Key, Marks] = {}
"""The children of a plain value; shared, because a file has thousands of them."""


class SourceText(NamedTuple):
    """A file that somebody wrote: its name without its folder, and its text."""

    name: str
    text: str


class Document(Struct, Generic[Content], frozen=True):
    """A file read into a model, with the lines kept for later faults."""

    path: Path
    model: Content
    marks: Marks
    texts: tuple[tuple[int, str], ...]
    """Every text in the file, with its line."""
    source: SourceText

    def fault(self, place: Place, problem: str, remedy: str = "") -> Fault:
        """A fault at one place of this file."""
        return Fault(problem, remedy, self.path, self.marks.line_of(place))


def read(path: Path, model: type[Content]) -> Document[Content]:
    """Read a YAML file as `model`; UserError with every fault, each with its line."""
    parsed = _Parser(path)
    data, marks = parsed.parse()
    faults = parsed.faults
    faulty: set[Place] = set()
    value = None
    while value is None:
        try:
            value = msgspec.convert(data, model, dec_hook=_decode)
        except msgspec.ValidationError as error:
            problem = Problem.of(str(error))
            if not any(place[: len(problem.culprit)] == problem.culprit for place in faulty):
                faults.append(Fault(*explain(problem, model, data), path, marks.line_of(problem.culprit)))
            faulty.add(problem.culprit)
            if not _drop(data, marks, problem.place if problem.missing else problem.culprit):
                break
    if faults or value is None:
        raise UserError(sorted(faults, key=lambda fault: fault.line or 0))
    return Document(path, value, marks, tuple(parsed.texts), SourceText(printable(path.name), parsed.text))


def printable(name: str) -> str:
    """A file's name without what no text can hold: bytes that are no UTF-8."""
    return name.encode(errors="replace").decode()


def read_text(path: Path) -> str:
    """A UTF-8 text file; UserError when it cannot be read or is not text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        beside = [neighbour.name for neighbour in path.parent.glob(f"*{path.suffix}")]
        near = suggest(path.name, beside) if beside else ""
        raise UserError(Fault(f"This file cannot be read: {error.strerror}.", near, path)) from None
    except UnicodeDecodeError:
        raise UserError(Fault("This file is not UTF-8 text.", "Save it again as UTF-8.", path)) from None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; UserError when it cannot be written, and the old file stays as it was."""
    path = path.resolve() if path.is_symlink() else path  # a link stays a link
    if not path.parent.is_dir():
        raise UserError(Fault(f"There is no folder '{path.parent}'.", "Make it first, or write to another one.", path))
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a device or a pipe is no file to be replaced
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(data)
                file.close()
                temporary.chmod(0o666 & ~_umask())
                temporary.replace(path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise UserError(Fault(f"Cannot write this file: {error.strerror}.", "Nothing was changed.", path)) from None


def _umask() -> int:
    """The process's file mode mask; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


class _Parser:
    """YAML events to plain values and their lines; only `true`, `false`, plain numbers and text are understood."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.texts: list[tuple[int, str]] = []
        self.text = read_text(path)
        self.loader = Loader(self.text)
        self.next: Callable[[], Any] = self.loader.get_event

    def parse(self) -> tuple[Any, Marks]:
        try:
            self.next()
            if isinstance(self.next(), yaml.StreamEndEvent):
                raise self.error("This file is empty.", "Write a routine, or copy one.", 1)
            parsed = self.value(self.next())
            self.next()
            if not isinstance(after := self.next(), yaml.StreamEndEvent):
                raise self.error("A second document begins here.", "Keep one to a file.", after.start_mark.line + 1)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            remedy = "Indent with spaces, not tabs, and put quotes round text that holds ': ' or starts with a sign."
            problem = f"This is not YAML: {error.problem or error.context}."
            raise self.error(problem, remedy, mark.line + 1 if mark else 1) from None
        except yaml.YAMLError as error:
            raise self.error(f"This is not YAML: {error}.", "", 1) from None
        return parsed

    def error(self, problem: str, remedy: str, line: int) -> UserError:
        return UserError(Fault(problem, remedy, self.path, line))

    def value(self, event: Any) -> tuple[Any, Marks]:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, line), Marks(line, LEAF)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(line)
        raise self.error(f"'*{event.anchor}' repeats another place.", "Write the text itself again.", line)

    def sequence(self, line: int) -> tuple[list[Any], Marks]:
        items: list[Any] = []
        children: dict[Key, Marks] = {}
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            item, children[len(items)] = self.value(event)
            items.append(item)
        return items, Marks(line, children)

    def mapping(self, line: int) -> tuple[dict[str, Any], Marks]:
        pairs: dict[str, Any] = {}
        children: dict[Key, Marks] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            at = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                raise self.error("A key must be a plain word.", "Check the signs at the start of the line.", at)
            key = sys.intern(event.value)
            if key in pairs:
                problem = f"'{key}' is given twice; the first is in line {children[key].line}."
                self.faults.append(Fault(problem, "Keep one of the two.", self.path, at))
            pairs[key], marks = self.value(self.next())
            children[key] = Marks(at, marks.children)
        return pairs, Marks(line, children)

    def kind(self, event: Any) -> str:
        """What YAML takes a scalar for: "int", "float", "bool", "null", "str"."""
        tag: str = event.tag or self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        return tag.rpartition(":")[2]

    def scalar(self, event: Any, line: int) -> Any:
        text = event.value
        plain = not event.tag and text[:1] not in TELLING
        kind = "str" if plain else self.kind(event)
        if kind == "null":
            return None
        if kind == "bool" and text.lower() in ("true", "false"):
            return text.lower() == "true"
        if kind == "int" and re.fullmatch(r"-?(0|[1-9]\d{0,8})", text):
            return int(text)
        if kind == "float" and re.fullmatch(r"-?\d{1,9}\.\d{1,9}", text):
            return float(text)
        self.texts.append((line, text))
        return text


def _decode(kind: type, value: object) -> object:
    """Read a custom type from its text, for msgspec."""
    if kind in (Length, Shift) and isinstance(value, str):
        return kind.parse(value)
    raise ValueError(f"'{value}' is not a length; write a number and a unit, such as '3 mm'")


def _drop(data: Any, marks: Marks, place: Place) -> bool:
    """Take a faulty value out; False when it is the whole file."""
    if not place:
        return False
    for key in place[:-1]:
        data, marks = data[key], marks.children[key]
    last = place[-1]
    if isinstance(data, list) and isinstance(last, int):
        del data[last]
        rest = [child for index, child in sorted(marks.children.items()) if index != last]
        marks.children = dict(enumerate(rest))
    else:
        del data[last]
    return True
