"""Finds data files and reads YAML with line numbers into typed models, reporting every fault at once."""

from __future__ import annotations

import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
import yaml

from cardgen.errors import Fault, UserError, suggest
from cardgen.units import Length

PACKAGE = Path(__file__).parent
DATA = PACKAGE / "data"

Content = TypeVar("Content")
Key = str | int
Place = tuple[Key, ...]
"""Where a value stands in a file: the keys and list positions that lead to it."""


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


def choose(kind: str, name: str, known: dict[str, Path]) -> Path:
    """The file called `name`; UserError with the nearest name when there is none."""
    if name not in known:
        raise UserError(Fault(f"There is no {kind} '{name}'.", suggest(name, known)))
    return known[name]


@dataclass(slots=True)
class Marks:
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


@dataclass(frozen=True, slots=True)
class Document(Generic[Content]):
    """A file read into a model, with the lines kept for later faults."""

    path: Path
    model: Content
    marks: Marks
    texts: tuple[tuple[int, str], ...]
    """Every text in the file, with its line."""

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
            problem = _Problem.of(str(error))
            if problem.culprit not in faulty:
                faults.append(Fault(*_explain(problem, model, data), path, marks.line_of(problem.culprit)))
            faulty.add(problem.culprit)
            if not _drop(data, marks, problem.place if problem.missing else problem.culprit):
                break
    if faults or value is None:
        raise UserError(sorted(faults, key=lambda fault: fault.line or 0))
    return Document(path, value, marks, tuple(parsed.texts))


def read_text(path: Path) -> str:
    """A UTF-8 text file; UserError when it cannot be read or is not text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(Fault(f"This file cannot be read: {error.strerror}.", file=path)) from None
    except UnicodeDecodeError:
        raise UserError(Fault("This file is not UTF-8 text.", "Save it again as UTF-8.", path)) from None


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; UserError when it cannot be written, and the old file stays as it was."""
    try:
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
    """YAML nodes to plain values and their lines; only `true`, `false`, plain numbers and text are understood."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.texts: list[tuple[int, str]] = []

    def parse(self) -> tuple[Any, Marks]:
        try:
            node = yaml.compose(read_text(self.path), Loader=Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = f"This is not YAML: {error.problem or error.context}."
            remedy = "Check the indentation, and put quotes round text that holds ': ' or starts with a sign."
            raise UserError(Fault(problem, remedy, self.path, mark.line + 1 if mark else None)) from None
        except yaml.YAMLError as error:
            raise UserError(Fault(f"This is not YAML: {error}.", file=self.path)) from None
        if node is None:
            raise UserError(Fault("This file is empty.", file=self.path))
        return self.value(node)

    def value(self, node: yaml.Node) -> tuple[Any, Marks]:
        marks = Marks(node.start_mark.line + 1, {})
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, marks.line), marks
        if isinstance(node, yaml.SequenceNode):
            items = []
            for index, child in enumerate(node.value):
                item, marks.children[index] = self.value(child)
                items.append(item)
            return items, marks
        return self.mapping(node, marks), marks

    def mapping(self, node: Any, marks: Marks) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in pairs:
                problem = f"'{key}' is given twice; the first is in line {marks.children[key].line}."
                self.faults.append(Fault(problem, "Keep one of the two.", self.path, line))
            pairs[key], child = self.value(value_node)
            marks.children[key] = Marks(line, child.children)
        return pairs

    def scalar(self, node: yaml.ScalarNode, line: int) -> Any:
        text, kind = node.value, node.tag.rpartition(":")[2]
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
    if kind is Length and isinstance(value, str):
        return Length.parse(value)
    raise ValueError(f"'{value}' is not a length; write a number and a unit, such as '3 mm'")


@dataclass(frozen=True, slots=True)
class _Problem:
    """A message of msgspec, taken apart."""

    message: str
    place: Place
    unknown: str = ""
    missing: str = ""

    @classmethod
    def of(cls, error: str) -> _Problem:
        """Read "message - at `$.steps[0].hands`"."""
        message, _, path = error.partition(" - at `$")
        keys = re.findall(r"\.([\w-]+)|\[(\d+)\]", path)
        unknown = re.fullmatch(r"Object contains unknown field `(.+)`", message)
        missing = re.fullmatch(r"Object missing required field `(.+)`", message)
        place = tuple(name or int(index) for name, index in keys)
        return cls(message, place, unknown[1] if unknown else "", missing[1] if missing else "")

    @property
    def culprit(self) -> Place:
        """The value at fault: the key that is unknown or missing, else the value itself."""
        field = self.unknown or self.missing
        return (*self.place, field) if field else self.place


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


def _explain(problem: _Problem, model: Any, data: Any) -> tuple[str, str]:
    """msgspec's message in the author's words: the problem and the remedy."""
    types, value = _types_at(model, problem.place), _value_at(data, problem.place)
    name = next((key for key in reversed(problem.place) if isinstance(key, str)), "this file")
    if unknown := problem.unknown:
        if value[unknown] is None and " " in unknown:
            return f"The text is cut at a comma, before '{unknown}'.", "Put quotes round the whole text."
        known = [field for struct in _structs(types) for field in struct.__struct_fields__]
        return f"'{unknown}' is not a key that can stand here.", suggest(unknown, known)
    if problem.missing:
        return f"'{problem.missing}' is missing in {name}.", f"Add a line '{problem.missing}: ...'."
    choices = [choice for kind in types if get_origin(kind) is Literal for choice in get_args(kind)]
    if choices and isinstance(value, str):
        return f"'{value}' is not a {name} that is known.", suggest(value, choices)
    return f"{name}: {problem.message[0].lower()}{problem.message[1:]}.", f"It is now {value!r}."


def _value_at(data: Any, place: Place) -> Any:
    for key in place:
        data = data[key]
    return data


def _structs(types: list[Any]) -> list[Any]:
    return [kind for kind in types if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


def _types_at(model: Any, place: Place) -> list[Any]:
    """The types that the value at `place` may have, unions taken apart."""
    types = _alternatives(model)
    for key in place:
        if isinstance(key, int):
            found = [get_args(kind)[0] for kind in types if get_origin(kind) in (list, tuple)]
        else:
            holders = [kind for kind in _structs(types) if key in kind.__struct_fields__]
            found = [get_type_hints(kind, include_extras=True)[key] for kind in holders]
        types = [alternative for kind in found for alternative in _alternatives(kind)]
    return types


def _alternatives(kind: Any) -> list[Any]:
    if get_origin(kind) is Annotated:
        return _alternatives(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return [alternative for arg in get_args(kind) for alternative in _alternatives(arg)]
    return [kind]
