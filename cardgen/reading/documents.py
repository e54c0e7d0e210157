"""Reads data files as documents: models that know the place of every value, and report every fault at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.errors import Fault, UserError
from cardgen.files.finding import printable_name
from cardgen.files.reading import read_text
from cardgen.reading.fitting import MOST_FAULTS, Content, fit_model
from cardgen.reading.parser import Origin, Parsed, Spots, parse_yaml
from cardgen.reading.value_types import Place, Spot


class SourceText(NamedTuple):
    """A file that an author wrote: its name without its folder, and its text."""

    name: str
    text: str


class Document(Struct, Generic[Content], frozen=True):
    """A file as a model, with the places of its values for later faults."""

    origin: Origin
    model: Content
    spots: Spots
    texts: tuple[tuple[Spot, str], ...]
    """Every text in the file, and where it begins."""
    faults: tuple[Fault, ...] = ()
    """With any, faulty values are replaced in the model, or left out of it."""

    @property
    def path(self) -> Path:
        return self.origin.path

    @property
    def source(self) -> SourceText:
        return SourceText(printable_name(self.path.name), self.origin.text)

    def fault(self, place: Place, problem: str, remedy: str = "", key: bool = False) -> Fault:
        """A fault of the value at a place of this file, or of its `key`."""
        return self.fault_at(self.spots.at(place, key), problem, remedy)

    def warning(self, place: Place, problem: str, remedy: str, key: bool = False) -> Fault:
        """A fault at a place of this file that does not keep it from being printed."""
        return replace(self.fault(place, problem, remedy, key), warning=True)

    def fault_at(self, spot: Spot, problem: str, remedy: str = "") -> Fault:
        """A fault at a line and a column of this file."""
        return self.origin.fault(spot, problem, remedy)

    def raise_faults(self, found: Iterable[Fault] = ()) -> None:
        """UserError if the file has faults, or if others are found in it; of one place only its own are reported."""
        known = {(fault.line, fault.column) for fault in self.faults}
        others = [fault for fault in found if (fault.line, fault.column) not in known]
        if self.faults or others:
            raise UserError(_order((*self.faults, *others)))


Rules = Callable[[Document[Content]], Iterable[Fault]]
"""Finds faults that no model can know."""


def read_document(path: Path, model: type[Content], rules: Rules[Content] | None = None) -> Document[Content]:
    """Read a YAML file as a model; UserError with every fault and its place, including those that `rules` find."""
    return parse_document(path, read_text(path), model, rules)


def parse_document(
    path: Path, text: str, model: type[Content], rules: Rules[Content] | None = None
) -> Document[Content]:
    """Read the text of the YAML file `path` as a model; UserError as for `read_document`."""
    origin = Origin(path, text)
    return build_document(origin, parse_yaml(origin), model, rules)


def build_document(
    origin: Origin, parsed: Parsed, model: type[Content], rules: Rules[Content] | None = None
) -> Document[Content]:
    """Fit parsed values to a model; UserError as for `read_document`."""
    document = examine(origin, parsed, model)
    document.raise_faults(rules(document) if rules else ())
    return document


def examine_text(path: Path, text: str, model: type[Content]) -> Document[Content]:
    """Read the text of a YAML file as far as it can be used, and note its faults; UserError if none of it can be."""
    origin = Origin(path, text)
    return examine(origin, parse_yaml(origin), model)


def examine(origin: Origin, parsed: Parsed, model: type[Content]) -> Document[Content]:
    """Fit parsed values to a model as far as they can be used; UserError if none of them can be."""
    value, faults = fit_model(origin, parsed, model)
    if value is None:
        raise UserError(_order(faults))
    return Document(origin, value, parsed.spots, parsed.texts, tuple(faults))


def _order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults of one file in the order of its lines; only the first of very many."""
    ordered = sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0))
    more = len(ordered) - MOST_FAULTS
    return ordered if more <= 0 else [*ordered[:MOST_FAULTS], Fault(f"There are {more:,} more.", "Fix these first.")]
