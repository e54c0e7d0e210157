"""Makes the documents of a batch with any executor, and continues where an earlier run was interrupted."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from pathlib import Path

from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.files.overwriting import PDF
from cardgen.files.writing import write_format
from cardgen.jobs.batch.manifest import Made, Manifest
from cardgen.jobs.batch.parcel import Parcel, ParcelPacker
from cardgen.jobs.job import Job
from cardgen.jobs.printout import Printout
from cardgen.scene.record import digest


class Order(Struct, frozen=True):
    """A document to be made."""

    place: int
    """The row or the line of the roster's file."""
    job: Job
    target: Path
    force: bool = False
    """Overwrite a file that cardgen did not make."""


class Outcome(Struct, frozen=True):
    """The outcome of an order: a printout, faults, or the traceback of a mistake in cardgen."""

    order: Order
    printout: Printout | None = None
    faults: tuple[Fault, ...] = ()
    traceback: str = ""


WorkerReply = Printout | tuple[Fault, ...] | str
"""The reply of a worker: a printout, faults, or a traceback."""
Running = dict[Future[WorkerReply], tuple[Order, Parcel]]


def make_documents(
    orders: Iterable[Order], manifest: Manifest, executor: Executor, ahead: int
) -> Iterator[Outcome | None]:
    """Make the documents that do not exist yet; yields the outcome of each, in any order, or None if it existed.

    `ahead` is how many are handed out at once: more would only fill the memory. The executor's workers need nothing but
    cardgen: they are sent the files that they need, and send back bytes.
    """
    packer = ParcelPacker()
    running: Running = {}
    try:
        for order in orders:
            try:
                parcel = packer.pack(order.job)
            except UserError as error:
                yield Outcome(order, faults=error.faults)
                continue
            except Exception:
                yield Outcome(order, traceback=traceback.format_exc())
                continue
            if manifest.has(order.target.name, str(order.job.request), parcel.sources):
                yield None
                continue
            running[executor.submit(print_parcel, parcel)] = order, parcel
            if len(running) >= ahead:
                yield from _collect(running, manifest)
        while running:
            yield from _collect(running, manifest)
    except BrokenExecutor:
        problem = "A process that was making documents was killed; perhaps memory ran out."
        remedy = "Run the same command again: it continues from there. <jobs=1> needs the least memory."
        raise UserError(Fault(problem, remedy)) from None
    finally:
        for future in running:
            future.cancel()


def _collect(running: Running, manifest: Manifest) -> Iterator[Outcome]:
    """Wait for the next documents, and keep them."""
    for future in wait(running, return_when=FIRST_COMPLETED).done:
        order, parcel = running.pop(future)
        yield _keep(order, parcel, future.result(), manifest)


def print_parcel(parcel: Parcel) -> WorkerReply:
    """Print what is in a parcel; a mistake in cardgen is one document's fault, and stops no other."""
    try:
        return parcel.print()
    except UserError as error:
        return error.faults
    except Exception:
        return traceback.format_exc()
    finally:
        gc.collect()  # no garbage is collected while a PDF is made
        gc.freeze()  # what is kept for the next document is not scanned again, which would take as long as making it


def _keep(order: Order, parcel: Parcel, answer: WorkerReply, manifest: Manifest) -> Outcome:
    """Write a document to its file, and note it."""
    if isinstance(answer, str):
        return Outcome(order, traceback=answer)
    if isinstance(answer, tuple):
        return Outcome(order, faults=answer)
    try:
        write_format(order.target, answer.data, PDF, order.force or order.target.name in manifest.made)
    except UserError as error:  # another program may have this file open
        return Outcome(order, faults=error.faults)
    manifest.add(Made(order.target.name, str(order.job.request), digest(answer.data), parcel.sources))
    return Outcome(order, answer)
