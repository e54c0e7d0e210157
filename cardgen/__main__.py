"""`python -m cardgen` and the command `cardgen`: both begin here."""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys

from cardgen.startup import hurry


def main() -> None:
    """The command line, ready for the world: for Ctrl-C, for terminals of few characters, for readers who stop."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    hurry()
    try:
        importlib.import_module("cardgen.cli").main()
    except OSError as error:  # what a command could not foresee
        sys.exit(f"cardgen: {_told(error)}")
    finally:
        _let_go()


def _stop(*_: object) -> None:
    """End the run at once: an exception could be lost, or told at length, wherever it comes, as in an import."""
    try:
        for path in getattr(sys.modules.get("cardgen.files"), "unfinished", ()):
            path.unlink(missing_ok=True)
        os.write(2, b"\nStopped.\n")
    finally:
        os._exit(130)


def _told(error: OSError) -> str:
    """What is wrong with the world, in a line."""
    try:
        os.getcwd()
    except OSError:
        return "The folder that you are in is not there any more. Go to another one."
    reason = error.strerror or error
    return f"{error.filename}: {reason}." if error.filename else f"{reason}."


def _let_go() -> None:
    """Drop what standard output did not take: what is wrong with it has been told."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
