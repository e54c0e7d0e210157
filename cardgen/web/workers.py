"""Answers requests in processes of their own, each in a limited time and memory: no request can stop the server."""

from __future__ import annotations

import gc
import importlib
import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import Empty, LifoQueue, Queue
from threading import Lock, Thread

from cardgen.pdf.inspection.bounded import bound_memory
from cardgen.startup import hurry
from cardgen.web.replies import BUSY, Reply, broken, refuse

MOST_SECONDS = 30.0
"""The most seconds that a request may take; a booklet of the whole body takes two."""
MOST_WAITING = 60.0
"""Seconds that a request waits for a worker while others are answered."""
MOST_START = 60.0
"""Seconds that a worker may take to start, on a busy machine."""
WARM_UP = ("list", b"")
"""The request with which a worker warms up when it starts: the first one that the page makes."""

Answering = tuple[str, str]
"""The function that answers, by its module and its name: the process that only hands requests on never loads it."""
Answerer = Callable[[str, bytes], Reply]
ANSWER: Answering = ("cardgen.web.answers", "answer")
_SPAWN = multiprocessing.get_context("spawn")


class Worker:
    """A process that answers one request at a time."""

    def __init__(self, answering: Answering) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._ready, is_ready = _SPAWN.Pipe(duplex=False)
        self._process = _SPAWN.Process(target=_serve, args=(theirs, is_ready, answering), daemon=True)
        self._process.start()
        theirs.close()
        is_ready.close()
        self.failed = False

    def wait_until_ready(self) -> None:
        """Wait until it has warmed up, or has ended."""
        with suppress(EOFError, OSError):
            self._ready.poll(MOST_START)

    def ask(self, name: str, body: bytes, seconds: float) -> Reply:
        """The reply; a refusal when it takes longer, or when the process ends.

        The worker has then `failed`, and answers no more.
        """
        self.failed = True
        try:
            self._connection.send((name, body))
            if not self._connection.poll(seconds):
                problem = "This takes too long."
                return refuse(BUSY, problem, "Choose fewer routines or copies.")
            reply: Reply = self._connection.recv()
        except (EOFError, OSError):
            return broken()
        self.failed = False
        return reply

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._connection.close()


class Workers:
    """A few workers for all who ask; one that fails or takes too long is replaced."""

    def __init__(self, count: int, seconds: float = MOST_SECONDS, answering: Answering = ANSWER) -> None:
        self._answering, self._seconds = answering, seconds
        self._all: list[Worker] = []
        self._free: Queue[Worker] = LifoQueue()
        """The last one that answered is asked first: it remembers most."""
        self._changing = Lock()
        self._closed = False
        self._make_ready(count)

    def _make_ready(self, count: int) -> None:
        """Start workers one after the other: all at once, they would keep the first person waiting.

        Each is asked only when it has warmed up, so that nobody waits for it while another one is free.
        """
        Thread(target=self._welcome, args=(self._start(), count - 1), daemon=True).start()

    def _welcome(self, worker: Worker | None, others: int) -> None:
        if worker:
            worker.wait_until_ready()
            self._free.put(worker)
            if others:
                self._welcome(self._start(), others - 1)

    def _start(self) -> Worker | None:
        """A worker that warms up; None when no more are needed."""
        with self._changing:
            if self._closed:
                return None
            self._all.append(Worker(self._answering))
            return self._all[-1]

    def ask(self, name: str, body: bytes) -> Reply:
        """The reply to a request; a refusal when nobody is free, or when the work takes too long."""
        try:
            worker = self._free.get(timeout=MOST_WAITING)
        except Empty:
            return refuse(BUSY, "Too many prints are being made.", "Try it again in a moment.")
        reply = worker.ask(name, body, self._seconds)
        if worker.failed:
            self._replace(worker)
        else:
            self._free.put(worker)
        return reply

    def _replace(self, failed: Worker) -> None:
        """Start another worker, unless all have been ended meanwhile, which is why this one failed."""
        with self._changing:
            if self._closed:
                return
            self._all.remove(failed)
        failed.stop()
        self._make_ready(1)

    def stop(self) -> None:
        """End all processes, each once: whatever waits for one gets a refusal."""
        with self._changing:
            self._closed = True
        for worker in self._all:
            worker.stop()


def _serve(connection: Connection, ready: Connection, answering: Answering) -> None:
    """Answer requests, one after the other, until the connection closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the server, and with it the connection
    hurry()
    bound_memory()
    answer: Answerer = getattr(importlib.import_module(answering[0]), answering[1])
    answer(*WARM_UP)
    gc.collect()
    gc.freeze()
    with suppress(EOFError, OSError):  # the server has ended
        ready.send(True)
        while True:
            name, body = connection.recv()
            connection.send(_answer(answer, name, body))
            gc.collect()


def _answer(answer: Answerer, name: str, body: bytes) -> Reply:
    """A reply, even when memory runs out."""
    try:
        return answer(name, body)
    except MemoryError:
        return broken()
