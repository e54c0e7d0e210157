"""Executors that make the documents of a batch: this process, several processes, or a cluster."""

from __future__ import annotations

import importlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import parent_process
from typing import ParamSpec, TypeVar

from cardgen.errors import Fault, UserError, install_remedy
from cardgen.startup import hurry

Values = ParamSpec("Values")
Result = TypeVar("Result")

PATIENCE = "10s"
"""How long a scheduler may take to answer."""
MOST_PROCESSES = 61
"""The most processes that Windows can wait for at once."""


class ThisProcess(Executor):
    """Does the work immediately, in the process that hands it out."""

    def submit(self, fn: Callable[Values, Result], /, *args: Values.args, **kwargs: Values.kwargs) -> Future[Result]:
        """Do a piece of work; a mistake in it is raised here."""
        future: Future[Result] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@contextmanager
def local_executor(processes: int) -> Iterator[tuple[Executor, int]]:
    """This process, or several others that end with it, and their number."""
    if processes == 1:
        yield ThisProcess(), 1
        return
    pool = ProcessPoolExecutor(processes, initializer=_prepare_process)
    try:
        yield pool, processes
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def dask_executor(address: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster, and the number of its threads; UserError when it cannot be reached, or stops.

    When a worker dies, Dask gives its work to another one.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        problem = "A cluster needs a package that is not installed: distributed."
        raise UserError(Fault(problem, install_remedy("dask"))) from None
    try:
        client = distributed.Client(address, timeout=PATIENCE)
    except (OSError, ValueError, TimeoutError):
        problem = f"<dask>: no scheduler answers at '{address}'."
        raise UserError(Fault(problem, "Start one with `dask scheduler`, and give the address it shows.")) from None
    with client:
        try:
            yield client.get_executor(), sum(client.nthreads().values()) or 1
        except (CancelledError, distributed.KilledWorker):
            problem = "The cluster stopped, or its workers were killed again and again."
            raise UserError(Fault(problem, "Run the same command again: it continues from there.")) from None


def _prepare_process() -> None:
    """Keep a process silent at Ctrl-C, and end it with the one that hands out the work."""
    hurry()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
