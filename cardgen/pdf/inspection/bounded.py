"""Does a piece of work in a process of its own, which may not take much time or memory."""

from __future__ import annotations

import importlib
import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ParamSpec, TypeVar

Values = ParamSpec("Values")
Result = TypeVar("Result")

MOST_SECONDS = 4.5
MOST_BYTES = 500_000_000


class ExceededError(Exception):
    """The work took too long, or too much memory."""


def in_bounds(work: Callable[Values, Result], *arguments: Values.args, **named: Values.kwargs) -> Result:
    """The result of a function, or the exception that it raises; ExceededError when it takes more than it may.

    Memory is bounded where the system can do that: on Linux.
    """
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_answer, args=(sender, work, arguments, named), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(MOST_SECONDS):
            raise ExceededError
        succeeded, answer = receiver.recv()
    except EOFError:
        raise ExceededError from None
    finally:
        process.kill()
        process.join()
    if succeeded:
        result: Result = answer
        return result
    raise answer


def _answer(sender: Connection, work: Callable[..., object], arguments: tuple[object, ...], named: object) -> None:
    """Do the work in this process, and send its result."""
    bound_memory()
    try:
        answer = True, work(*arguments, **named)  # type: ignore[arg-type]
    except MemoryError:
        return
    except Exception as error:
        answer = False, error
    sender.send(answer)


def bound_memory() -> None:
    """Let this process have `MOST_BYTES` more memory than it has now."""
    with suppress(ImportError, OSError, ValueError):
        resource = importlib.import_module("resource")
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + MOST_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
