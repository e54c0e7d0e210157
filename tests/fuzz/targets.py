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
from cardgen.artwork.theme import theme as shipped_theme
from cardgen.cli.settings import Settings
from cardgen.errors import UserError
from cardgen.exchange.table.reader import read_table
from cardgen.exchange.table.writer import as_csv as written_table
from cardgen.files.folders import DATA
from cardgen.jobs.batch.roster import read_roster
from cardgen.jobs.cards import CardsJob
from cardgen.jobs.comparison import describe_changes
from cardgen.layouts.cards import layout
from cardgen.layouts.reference.icon_legend import lay_out_legend
from cardgen.layouts.reference.stroke_legend import lay_out_strokes
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.library.proof import prove_routine
from cardgen.model.routine import Routine
from cardgen.pdf.inspection.record import decode_record, find_record
from cardgen.pdf.inspection.sources import compare_sources
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.reading.documents import parse_document, read_document
from cardgen.reading.writer import as_authored, as_yaml
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.sheets.stock import stock as shipped_stock
from cardgen.wording.cards import word_deck
from cardgen.wording.timetable import word_timetable
from cardgen.wording.words import ENGLISH_FILE, read_language
from tests.support.folders import TEST_DATA
from tests.support.printing import print_booklet, print_cards, print_plan

BAD = TEST_DATA / "bad"
FOLDER = tempfile.TemporaryDirectory()
"""A folder for this process only."""
MOST_STEPS = 6
"""Longer sessions are only read and planned, so that a single input stays quick."""
STOCKS = ("a6", "poker", "a5", "a7")
SIZE = shipped_stock("a6").size
COLORS = shipped_theme("standard")
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


def roster(data: bytes) -> None:
    """Read a roster, and make the job of each row without faults."""
    with suppress(UserError):
        for row in read_roster(in_a_file(data, "roster.yaml"), CardsJob):
            with suppress(UserError):
                CardsJob(**row.fields)


def words(data: bytes) -> None:
    """Read the words of a language, and print its legend."""
    with suppress(UserError):
        spoken = read_language(in_a_file(data, "words.yaml")).words
        lay_out_legend(spoken, Format(paper("a4").size), COLORS)
        lay_out_strokes(spoken, Format(paper("a4").size), COLORS)


def settings(data: bytes) -> None:
    """Read the settings of a user."""
    with suppress(UserError):
        read_document(in_a_file(data, "config.yaml"), Settings)


def record(data: bytes) -> None:
    """Find a record among bytes, compare it with another one, and show its command."""
    if (found := find_record(data)) is not None and (read := decode_record(found)):
        str(read.command)
        list(describe_changes([read], read))
        list(compare_sources(read, Path(FOLDER.name) / "made.pdf"))


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


def roster_seeds() -> Iterator[bytes]:
    yield b"- {routine: joints, for: Anna, minutes: 20, pdfa: true}\n- {routine: [a b.yaml, neck], steps: 1-4}\n"
    yield b"- routine: joints + neck\n  notes: One, two.\n  stock: poker\n  gap: 2mm\n- ~\n- []\n- x\n"


def word_seeds() -> Iterator[bytes]:
    yield ENGLISH_FILE.read_bytes()
    yield b"language: Klingon\nlevels: {light: Leicht}\ncare:\n  - {icon: stop, text: Qapla}\nphrases:\n"


def settings_seeds() -> Iterator[bytes]:
    yield b"paper: letter\ntheme: mono\nstock: poker\nlanguage: en\nprinter: mine\nroutines: ~/massage\n"
    yield b"paper letter\n"


def record_seeds() -> Iterator[bytes]:
    made = CardsJob(routines=("joints",)).run().record
    yield f"<dc:source>{made.json()}</dc:source>".encode()


TARGETS = {
    "roster": Target(roster, roster_seeds),
    "words": Target(words, word_seeds),
    "settings": Target(settings, settings_seeds),
    "record": Target(record, record_seeds),
    "routine": Target(routine, routine_seeds),
    "stock": Target(stock, stock_seeds),
    "theme": Target(theme, theme_seeds),
    "table": Target(as_csv, table_seeds),
}
