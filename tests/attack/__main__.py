"""Prints generated routines in every way until so many pages are printed, and reports what is wrong with them.

    python -m tests.attack --pages 20000
    python -m tests.attack --seed 4711          # one print again, kept as .attack/4711.yaml and .attack/4711.pdf

Each seed is one routine and one print of it. `.attack/state.json` says where the attack is: the next run goes on there.
Findings go to `.attack/faults.txt`, with the command that prints them again.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from cardgen.errors import UserError
from cardgen.files.writing import write_whole
from cardgen.jobs.session_job import DocumentJob
from tests.attack.expected import said_by
from tests.attack.oracle import judge
from tests.attack.prints import make_job
from tests.attack.routines import make_routine


class State(NamedTuple):
    """How far an attack is."""

    seed: int = 0
    pages: int = 0
    refused: int = 0
    faults: int = 0


class Outcome(NamedTuple):
    """What became of one seed."""

    command: str
    data: bytes
    pages: int
    refusal: str
    faults: list[str]


def main() -> None:
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.seed is not None:
        sys.exit(show(options.seed, options.folder))
    kept = options.folder / "state.json"
    state = State(**json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else State()
    while state.pages < options.pages:
        outcome = attack(state.seed)
        note(options.folder / "faults.txt", state.seed, outcome)
        state = State(
            state.seed + 1, state.pages + outcome.pages, state.refused + bool(outcome.refusal),
            state.faults + len(outcome.faults),
        )  # fmt: skip
        write_whole(kept, json.dumps(state._asdict()).encode())
        gc.collect()
    print(f"{state.seed:,} prints, {state.pages:,} pages, {state.refused:,} refused, {state.faults:,} faults.")
    sys.exit(bool(state.faults))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, help="in all, with those of earlier runs")
    parser.add_argument("--seed", type=int, help="one print alone")
    parser.add_argument("--folder", type=Path, default=Path(".attack"), help="where the findings go")
    return parser.parse_args()


def attack(seed: int, folder: Path | None = None) -> Outcome:
    """Print one routine in one way, and judge it; with a folder its file stays there."""
    random = Random(seed)
    text = make_routine(random)
    with tempfile.TemporaryDirectory() as passing:
        file = (folder or Path(passing)) / f"{seed}.yaml"
        file.write_text(text, encoding="utf-8")
        try:
            job = make_job(random, str(file))
        except UserError as error:
            return Outcome("", b"", 0, str(error), [])
        return print_and_judge(job, text)


def print_and_judge(job: DocumentJob, text: str) -> Outcome:
    command = str(job.request)
    try:
        made = job.run()
        return Outcome(command, made.data, made.pages, "", list(judge(made.data, said_by(text, job, made.record))))
    except UserError as error:
        return Outcome(command, b"", 0, str(error), [])
    except Exception:
        return Outcome(command, b"", 0, "", [traceback.format_exc()])


def note(path: Path, seed: int, outcome: Outcome) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.writelines(lines(seed, outcome))


def lines(seed: int, outcome: Outcome) -> Iterator[str]:
    for fault in outcome.faults:
        yield f"{seed}: {outcome.command}\n    {fault}\n"


def show(seed: int, folder: Path) -> int:
    """Print one seed again, keep its files, and say what is wrong with it."""
    outcome = attack(seed, folder)
    (folder / f"{seed}.pdf").write_bytes(outcome.data)
    print(outcome.command, outcome.refusal, *outcome.faults, sep="\n")
    return bool(outcome.faults)


if __name__ == "__main__":
    main()
