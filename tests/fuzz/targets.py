"""Targets to fuzz: each takes the bytes of a file, and raises everything except `UserError`.

A new kind of file needs a function here and an entry in `TARGETS`.
"""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import yaml

from cardgen.artwork.theme import read_theme, themes
from cardgen.errors import UserError
from cardgen.exchange.table.reader import read_table
from cardgen.exchange.table.writer import as_csv as written_table
from cardgen.files.folders import DATA
from cardgen.jobs.batch.roster import read_roster
from cardgen.jobs.cards import CardsJob
from cardgen.layouts.cards import layout
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.library.proof import prove_routine
from cardgen.model.routine import Routine
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.reading.documents import parse_document, read_document
from cardgen.reading.writer import as_authored, as_yaml
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock as shipped_stock
from cardgen.wording.cards import word_deck
from cardgen.wording.timetable import word_timetable
from tests.support.folders import TEST_DATA
from tests.support.printing import print_booklet, print_cards, print_plan

BAD = TEST_DATA / "bad"
FOLDER = tempfile.TemporaryDirectory()
"""A folder for this process only."""
MOST_STEPS = 6
"""Longer sessions are only read and planned, so that a single input stays quick."""
STOCKS = ("a6", "poker", "a5", "a7")
SIZE = shipped_stock("a6").size
DECK = word_deck(plan(load_selection(["joints"])))


class Target(NamedTuple):
    """A use of bytes, and the files to start with."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]


def in_a_file(data: bytes, name: str) -> Path:
    """The bytes as a file, which each input overwrites."""
    path = Path(FOLDER.name) / name
    path.write_bytes(data)
    return path


def routine(data: bytes) -> None:
    """Read a routine or a program, plan it, and print it in one of several ways."""
    way = zlib.crc32(data)
    with suppress(UserError):
        session = plan(load_selection([str(in_a_file(data, "routine.yaml"))]), length=(None, "short", "long")[way % 3])
        word_timetable(session)
        if len(session.turns) <= MOST_STEPS:
            printed(session, way // 3)


def printed(session: Session, way: int) -> None:
    """Print a session."""
    match way % 4:
        case 0:
            print_plan(session)
        case 1:
            print_booklet(session)
        case 2:
            print_cards(session, stock=STOCKS[way // 4 % len(STOCKS)], layout="overview")
        case _:
            print_cards(session, stock=STOCKS[way // 4 % len(STOCKS)])


def stock(data: bytes) -> None:
    """Read a stock and fill it with cards."""
    way = zlib.crc32(data)
    with suppress(UserError):
        stock, layout = str(in_a_file(data, "stock.yaml")), ("steps", "overview")[way % 2]
        selection = load_selection(["joints"])
        print_cards(plan(selection), stock=stock, laminate=way % 5 == 0, single=way % 7 == 0, layout=layout)


def theme(data: bytes) -> None:
    """Read a theme and draw a card in its colors."""
    with suppress(UserError):
        theme = read_theme(in_a_file(data, "theme.yaml"))
        next(layout("steps")(DECK, Format(SIZE), theme, True))


def as_csv(data: bytes) -> None:
    """Import a table of a routine and write it again; then read the table as a roster."""
    file = in_a_file(data, "table.csv")
    with suppress(UserError):
        routine = prove_routine(read_table(file)).document.model
        assert parse_document(file, as_yaml(as_authored(routine)), Routine).model == routine
    with suppress(UserError):
        read_roster(file, CardsJob)


def bad(folder: Path, kind: str = "yaml") -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(folder.glob(f"*.{kind}")))


def routine_seeds() -> Iterator[bytes]:
    """Every step of every routine as a routine of its own, the programs, and the bad files."""
    for path in routines().values():
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for step in data["steps"]:
            yield yaml.safe_dump(data | {"steps": [step]}, sort_keys=False, allow_unicode=True).encode()
    yield from (path.read_bytes() for path in programs().values())
    yield from bad(BAD)


def stock_seeds() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in sorted((DATA / "stocks").glob("*.yaml")))
    yield from bad(BAD / "stocks")


def theme_seeds() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in themes().values())
    yield from bad(BAD / "themes")


def table_seeds() -> Iterator[bytes]:
    for path in routines().values():
        yield written_table(read_document(path, Routine).model)
    yield from bad(BAD.parent / "bad_tables", "csv")


TARGETS = {
    "routine": Target(routine, routine_seeds),
    "stock": Target(stock, stock_seeds),
    "theme": Target(theme, theme_seeds),
    "table": Target(as_csv, table_seeds),
}
