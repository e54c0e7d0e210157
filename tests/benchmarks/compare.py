"""Compares cardgen with what people would use instead: the same cards by each program, in one run on one machine.

    python tests/benchmarks/compare.py --markdown docs/benchmarks.md
    python tests/benchmarks/compare.py --cards 10,1000 --programs reportlab,typst --no-own

Its packages come with `pip install -e '.[bench]'`. For people on a quiet machine; it never fails on a number.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from contest import BASE, PROGRAMS, contest, lacking
from own import own_jobs
from report import document, tables
from running import LONGEST


def main() -> None:
    """Print all tables, or write them with words about them into a file."""
    asked = _asked()
    programs = list(dict.fromkeys([BASE, *asked.programs]))
    if missing := lacking(programs):
        sys.exit(f"Not installed: {', '.join(missing)}. Run: pip install -e '.[bench]'")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {
            cards: contest(cards, programs, asked.rounds, folder, asked.limit, asked.keep) for cards in asked.cards
        }
        jobs = own_jobs(folder, asked.rounds) if asked.own else {}
    print(tables(found, jobs, asked.limit))
    if asked.markdown:
        written = document(found, jobs, sys.argv[1:], asked.rounds, asked.limit)
        asked.markdown.write_text(written, encoding="utf-8")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=_numbers, default=[10, 1000, 10_000], help="lengths of the deck, with commas")
    parser.add_argument(
        "--programs", type=_names, default=list(PROGRAMS), help=f"some of {','.join(PROGRAMS)}; {BASE} always runs"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count  [default: 5]")
    parser.add_argument("--limit", type=float, default=LONGEST, help="seconds that a program may take  [default: 600]")
    parser.add_argument(
        "--own", action=argparse.BooleanOptionalAction, default=True, help="what people do with cardgen itself"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="copy the PDFs into this folder, to look at them")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the tables, and words about them, here")
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return sorted(map(int, text.split(",")))


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(PROGRAMS):
        raise argparse.ArgumentTypeError(f"no such program: {', '.join(sorted(unknown))}")
    return names


if __name__ == "__main__":
    main()
