"""`cardgen batch`: a document for each row of a roster."""

from __future__ import annotations

import gc
import io
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr, redirect_stdout
from functools import lru_cache
from itertools import islice
from multiprocessing import parent_process
from pathlib import Path
from queue import SimpleQueue

import click
from msgspec import Struct

from cardgen.cli import Commands, main
from cardgen.cli.params import counted
from cardgen.errors import Fault, UserError
from cardgen.files import PACKAGE, STAMPS, Stamp, own_folder, printable_name, write_pdf
from cardgen.jobs.batch import merging
from cardgen.jobs.batch.manifest import Entry, Manifest, digest_of
from cardgen.jobs.batch.report import Report, rows_named
from cardgen.jobs.batch.roster import Row, read_roster
from cardgen.startup import hurry

MADE = ("cards", "plan", "booklet")
"""The commands that can make the documents; the first is the usual one."""
NOT_IN_ROWS = ("output", "png", "only-changed")
"""Options that are about one file."""
AHEAD = 4
"""So many documents for each process are handed out at once: more would only fill the memory."""
MOST_JOBS = 61
"""Windows waits for no more processes at once."""
FAILED = 2


class Job(Struct, frozen=True):
    """A document to be made."""

    row: Row
    command: str
    arguments: tuple[str, ...]
    target: Path


class Done(Struct, frozen=True):
    """What became of it: an entry, or what is wrong."""

    job: Job
    entry: Entry | None
    fault: str = ""
    said: tuple[str, ...] = ()
    """What its command says of it, how it is printed and what it leaves out."""


class Shard(click.ParamType[tuple[int, int]]):
    """A part of the rows, such as "2/4"."""

    name = "i/n"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        match = re.fullmatch(r"(\d{1,4})/(\d{1,4})", str(value))
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            self.fail(f"'{value}': write the number of the part and how many there are, such as 2/4", param, ctx)
        return int(match[1]), int(match[2])


@click.command("batch", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", metavar="[cards|plan|booklet] ROSTER [OPTION]...", nargs=-1, type=click.UNPROCESSED)
@click.option("--into", metavar="FOLDER", help="Where the PDFs go.  [default: a folder with the name of the roster]")
@click.option("--jobs", type=click.IntRange(1, MOST_JOBS), help="So many at a time.  [default: one on each core]")
@click.option("--shard", type=Shard(), default="1/1", help="Only part i of n parts of the rows, for several machines.")
@click.option("--merge", metavar="FILE.pdf", help="All pages in one PDF too, in the order of the rows.")
@click.pass_context
def command(
    ctx: click.Context,
    arguments: tuple[str, ...],
    into: str | None,
    jobs: int | None,
    shard: tuple[int, int],
    merge: str | None,
) -> None:
    """Make a document for each row of a roster, on all cores.

    ROSTER is a table (CSV) or a list (YAML). Its column `routine` names routines or programs; every other column has
    the name of an option of `cardgen cards`, or of `plan` or `booklet` when you write one of these first: minutes,
    notes, language, paper ..., and `recipient` for --for. Options behind ROSTER hold where a row says nothing else.

    A row that cannot be made is told at the end, and does not stop the others. When a run was interrupted, the same
    command goes on from there; what is made already, of the same routines, is not made again.

    \b
    cardgen batch roster.csv
    cardgen batch plan roster.csv --paper letter --into plans
    cardgen batch roster.csv --shard 2/4
    cardgen batch booklet roster.yaml --merge all.pdf
    """
    name = arguments[0] if arguments and arguments[0] in MADE else MADE[0]
    given = arguments[1:] if arguments[:1] == (name,) else arguments
    if not given or given[0].startswith("-"):
        raise click.UsageError("Missing argument 'ROSTER'.", ctx)
    made, group = _command(ctx, name)
    made.make_context(name, [*given[1:], "routine"], parent=group)  # wrong options are told once, not for each row
    options = [param for param in made.params if isinstance(param, click.Option)]
    columns = {max(option.opts, key=len).lstrip("-"): option.is_flag for option in options}
    roster = Path(given[0])
    rows = read_roster(roster, {name: flag for name, flag in columns.items() if name not in NOT_IN_ROWS})
    folder = Path(into or roster.stem)
    _make_folder(folder)
    part, parts = shard
    manifest = Manifest(folder / ("batch.jsonl" if parts == 1 else f"batch-{part}-of-{parts}.jsonl"))
    digits = len(str(len(rows)))
    every = [_job(row, name, given[1:], folder, digits) for row in rows]
    mine = [job for job in every if (job.row.number - 1) % parts == part - 1]
    report = _run(mine, manifest, jobs or min(os.cpu_count() or 1, MOST_JOBS))
    _tell(report, roster, folder, len(mine))
    left = manifest.left(f"-{name}.pdf", {job.target.name for job in every})
    if left:
        click.echo(f"In {folder} are documents that are not in the roster any more; delete them: {', '.join(left)}.")
    if merge:
        write_pdf(Path(merge), merging.merged(job.target for job in mine if job.row.place not in report.faults))
        click.echo(f"Wrote {merge}{f', without {rows_named(report.faults)}' if report.faults else ''}.")
    ctx.exit(FAILED if report.faults else 0)


def _command(ctx: click.Context, name: str) -> tuple[click.Command, click.Context]:
    """The command that makes the documents, and the context that it is run in."""
    root = ctx.find_root()
    assert isinstance(root.command, Commands)
    found = root.command.get_command(root, name)
    assert found
    return found, root


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(Fault(f"This folder cannot be made: {error.strerror or error}.", "", folder)) from None


def _job(row: Row, name: str, common: Sequence[str], folder: Path, digits: int) -> Job:
    file = "-".join(filter(None, (f"{row.number:0{digits}}", row.name, name)))
    return Job(row, name, (*common, *row.arguments), folder / f"{file}.pdf")


def _run(jobs: Sequence[Job], manifest: Manifest, processes: int) -> Report:
    """Make the documents that are not there yet, and note each."""
    report = Report()
    report.faults = {job.row.place: job.row.fault for job in jobs if job.row.fault}
    todo = [job for job in jobs if not job.row.fault and not manifest.has(job.target.name, job.arguments)]
    with click.progressbar(
        length=len(todo), label="Making", show_pos=True, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for done in _each(todo, min(processes, len(todo))):
            if done.entry:
                manifest.add(done.entry)
                report.add(done.job.row.place, done.said)
            else:
                report.faults[done.job.row.place] = done.fault
            bar.update(1)
    return report


def _each(todo: Sequence[Job], processes: int) -> Iterator[Done]:
    """Each document when it is made, in any order."""
    if processes < 2:
        yield from map(_make, todo)
        return
    pool, waiting = ProcessPoolExecutor(processes, initializer=_end_with_parent), iter(todo)
    made: SimpleQueue[Future[Done]] = SimpleQueue()
    try:
        for job in islice(waiting, AHEAD * processes):
            pool.submit(_make, job).add_done_callback(made.put)
        for _ in todo:
            yield made.get().result()
            for job in islice(waiting, 1):
                pool.submit(_make, job).add_done_callback(made.put)
    except BrokenProcessPool:
        problem = "A process that made documents was ended from outside; perhaps there is too little memory."
        remedy = "Give the same command again: it goes on from there. With --jobs 1 it needs the least."
        raise UserError(Fault(problem, remedy)) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """A process that makes documents says nothing at Ctrl-C, and does not outlive the one that hands out the work."""
    hurry()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_after_parent, daemon=True).start()


def _end_after_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _make(job: Job) -> Done:
    """Make a document as its command alone would."""
    _forget()
    told, wrong = io.StringIO(), io.StringIO()
    with redirect_stdout(told), redirect_stderr(wrong):
        try:
            code = main.main(
                [job.command, *job.arguments, "-o", str(job.target)], prog_name="cardgen", standalone_mode=False
            )
        except click.ClickException as error:
            code, _ = FAILED, wrong.write(error.format_message())
    gc.collect()  # nothing is collected while a PDF is made
    gc.freeze()  # what is kept for the next one is not looked through again, which would take as long as making it
    if code:
        return Done(job, None, wrong.getvalue().strip().removeprefix("cardgen: "))
    sources = {str(path): _digest(path, stamp) for path, stamp in STAMPS.items() if _own(path)}
    said = [line for line in (told.getvalue() + wrong.getvalue()).splitlines() if not line.startswith("Wrote ")]
    return Done(job, Entry(job.target.name, job.arguments, digest_of(job.target), sources), said=tuple(said))


def _forget() -> None:
    """Forget what was read for the document before, but for what a process reads once: words and icons."""
    kept = own_folder() / "languages", own_folder() / "icons"
    for path in [path for path in STAMPS if not any(map(path.is_relative_to, kept))]:
        del STAMPS[path]


def _own(path: Path) -> bool:
    """A file of the user's own, not one that comes with cardgen."""
    return path.is_file() and not path.resolve().is_relative_to(PACKAGE)


@lru_cache(maxsize=256)
def _digest(path: Path, stamp: Stamp) -> str:
    """The digest of a file as it was at that time."""
    return digest_of(path)


def _tell(report: Report, roster: Path, folder: Path, rows: int) -> None:
    """What was made, what could not be, and what is said of the documents."""
    for place, fault in sorted(report.faults.items()):
        click.echo(f"{printable_name(str(roster))}: row {place}: {fault}", err=True)
    known = rows - report.made - len(report.faults)
    said = f"Made {counted(report.made, 'document')} in {folder}"
    said += f"; {counted(known, 'document')} made before" if known else ""
    said += f"; {counted(len(report.faults), 'row')} with faults" if report.faults else ""
    click.echo(f"{said}.")
    for line in report.advice():
        click.echo(line)
