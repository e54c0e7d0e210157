"""`cardgen batch`: make a document for each row of a roster."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from cardgen.cli.job_command import JobCommand, find_job_command
from cardgen.cli.printing import force_option
from cardgen.cli.report_names import as_option, as_options
from cardgen.errors import Fault, UserError, shorten, visible
from cardgen.files.finding import as_on_disk, printable_name
from cardgen.files.overwriting import PDF, same_file
from cardgen.files.writing import make_folder, write_format, write_whole
from cardgen.jobs.batch import merging
from cardgen.jobs.batch.executors import MOST_PROCESSES, dask_executor, local_executor
from cardgen.jobs.batch.manifest import Manifest
from cardgen.jobs.batch.printing import Order, make_documents
from cardgen.jobs.batch.report import BatchReport, name_rows
from cardgen.jobs.batch.roster import ABOUT_ONE_FILE, RosterRow, read_roster
from cardgen.jobs.batch.row_jobs import CommonFields, make_jobs
from cardgen.jobs.job import Job
from cardgen.jobs.printout import counted
from cardgen.units import in_mm

MADE = ("cards", "plan", "booklet")
"""The commands whose documents can be made; the first is the default."""
ANY_ROUTINE = ("routine",)
"""A routine to check options with, before the roster's routines are known."""
AHEAD = 4
"""Documents handed out at once, for each process."""
FAILED = 2
SINGLE_OUTPUT = ("output", "png", "force")
"""Options of these commands that have no use in a batch."""
TRACEBACKS = "batch-errors.txt"
"""The file that mistakes of cardgen are written to."""


@click.command("batch", context_settings={"ignore_unknown_options": True})
@click.argument("arguments", metavar="[cards|plan|booklet] ROSTER [OPTION]...", nargs=-1, type=click.UNPROCESSED)
@click.option("--into", metavar="FOLDER", help="Where the PDFs go.  [default: a folder with the name of the roster]")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_PROCESSES),
    help="How many documents to make at once.  [default: one per core]",
)
@click.option("--dask", metavar="ADDRESS", help="The scheduler of a Dask cluster that makes the documents.")
@click.option("--merge", metavar="FILE.pdf", help="Also write all pages to one PDF, in the order of the rows.")
@force_option
@click.pass_context
def command(
    ctx: click.Context,
    arguments: tuple[str, ...],
    into: str | None,
    jobs: int | None,
    dask: str | None,
    merge: str | None,
    force: bool,
) -> None:
    """Make a document for each row of a roster, on all cores or on a cluster.

    ROSTER is a table (CSV) or a list (YAML). Its column `routine` names routines or programs. Every other column is
    named after an option of `cardgen cards`, or of `plan` or `booklet` if you write that word first: minutes, notes,
    language, paper, and so on, and `recipient` for --for. Options after ROSTER apply to rows that do not set their own.

    A row that cannot be printed does not stop the others. The report at the end names it. After an interruption, run
    the same command again to continue. Existing documents are not made again unless a routine has changed.

    \b
    cardgen batch roster.csv
    cardgen batch plan roster.csv --paper letter --into plans
    cardgen batch booklet roster.yaml --merge all.pdf
    cardgen batch roster.csv --dask tcp://192.168.1.10:8786
    """
    name = arguments[0] if arguments and arguments[0] in MADE else MADE[0]
    given = arguments[1:] if arguments[:1] == (name,) else arguments
    if not given or given[0].startswith("-"):
        raise click.UsageError("Missing argument 'ROSTER'.", ctx)
    maker, roster = find_job_command(ctx, name), as_on_disk(Path(given[0]))
    common = _common_fields(maker, given[1:], ctx)
    rows = read_roster(roster, maker.job_type, _routines_folder(common))
    folder, report = Path(into or roster.stem), BatchReport()
    targets = {row.place: folder / _file_name(row, name, len(str(len(rows)))) for row in rows}
    orders = [
        Order(place, job, targets[place], force) for place, job in make_jobs(rows, maker.job_type, common, report)
    ]
    if not orders:
        _check_common(maker.job_type, common)
    make_folder(folder)
    manifest = Manifest(folder / "batch.jsonl")
    _make(orders, manifest, report, jobs, dask)
    _show(report, roster, folder)
    if unwanted := manifest.unwanted(f"-{name}.pdf", {target.name for target in targets.values()}):
        no_longer = f"{folder} has documents that are no longer in the roster"
        click.echo(f"{no_longer}; you can delete these: {', '.join(unwanted)}.")
    if merge:
        _merge(Path(merge), [order.target for order in orders if order.place not in report.faults], report, force)
    ctx.exit(FAILED if report.faults else 0)


def _common_fields(maker: JobCommand, options: Sequence[str], ctx: click.Context) -> CommonFields:
    """The fields that the settings prefer, and those that the options give for every row; UserError for others."""
    inner = maker.make_context(maker.name, [*options, *ANY_ROUTINE], ctx.find_root())
    preferred, given = maker.read_fields(inner)
    if (names := given.pop("routines")) != ANY_ROUTINE:
        problem = f"'{shorten(names[0])}' is neither an option nor the value of one."
        raise UserError(Fault(problem, "Write routines into the roster, and give only one roster."))
    others = {name for name in SINGLE_OUTPUT if inner.params[name]}
    if single := [name for name in (*ABOUT_ONE_FILE, *SINGLE_OUTPUT) if name in {*preferred, *given, *others}]:
        raise UserError(Fault(f"<{single[0]}> is for a single document.", "Leave it out."))
    return preferred, given


def _routines_folder(common: CommonFields) -> Path | None:
    """The folder of routines for all rows."""
    preferred, given = common
    folder = given.get("routines_folder") or preferred.get("routines_folder")
    return Path(folder) if folder else None


def _check_common(job_type: type[Job], common: CommonFields) -> None:
    """Report wrong options once, not for every row."""
    preferred, given = common
    job_type.preferring(preferred, routines=ANY_ROUTINE, **given)


def _file_name(row: RosterRow, command: str, digits: int) -> str:
    return "-".join(filter(None, (f"{row.number:0{digits}}", row.name, command))) + ".pdf"


def _make(orders: Sequence[Order], manifest: Manifest, report: BatchReport, jobs: int | None, dask: str | None) -> None:
    """Make the documents that do not exist yet, and show the progress."""
    processes = min(jobs or min(os.cpu_count() or 1, MOST_PROCESSES), max(1, len(orders)))
    with (
        dask_executor(dask) if dask else local_executor(processes) as (executor, workers),
        click.progressbar(
            length=len(orders), label="Making", show_pos=True, file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as bar,
    ):
        for outcome in make_documents(orders, manifest, executor, AHEAD * workers):
            report.add(outcome)
            bar.update(1)


def _merge(target: Path, files: Sequence[Path], report: BatchReport, force: bool) -> None:
    if any(same_file(target, file) for file in files):
        raise UserError(Fault("This is one of the documents that are merged.", "Write to another file.", target))
    if not files:
        click.echo(f"Did not write {visible(str(target))}: there is no document to merge.", err=True)
        return
    merged = merging.merge_pdfs(files)
    write_format(target, merged.data, PDF, force)
    if len(merged.sizes) > 1:
        sizes = ", ".join(f"{in_mm(size.width)} x {in_mm(size.height)} mm" for size in merged.sizes)
        click.echo(f"Warning: {visible(str(target))} has pages of several sizes: {sizes}.", err=True)
    click.echo(f"Wrote {visible(str(target))}{f', without {name_rows(report.faults)}' if report.faults else ''}.")


def _show(report: BatchReport, roster: Path, folder: Path) -> None:
    """Lines on what was made, what could not be made, and the advice about the documents."""
    for place, faults in sorted(report.faults.items()):
        reports = [fault.render(as_option) for fault in faults]
        reports += [f"an error in cardgen; see {folder / TRACEBACKS}"] if place in report.tracebacks else []
        for text in reports:
            click.echo(f"{visible(printable_name(str(roster)))}: row {place}: {text}", err=True)
    if report.tracebacks:
        texts = [f"Row {place}\n{text}" for place, text in sorted(report.tracebacks.items())]
        write_whole(folder / TRACEBACKS, "\n".join(texts).encode())
    parts = [f"Made {counted(report.made, 'document')} in {folder}"]
    parts += [f"{counted(report.known, 'document')} made before"] if report.known else []
    parts += [f"{counted(len(report.faults), 'row')} with faults"] if report.faults else []
    click.echo(f"{'; '.join(parts)}.")
    for line in report.advice():
        click.echo(as_options(line))
