"""`python -m cardgen` and the command `cardgen`: both begin here."""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys

from cardgen.startup import hurry, late_patterns


def main() -> None:
    """Run the command line, prepared for Ctrl-C, for terminals with few characters, and for closed pipes."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    hurry()
    try:
        with late_patterns():
            cli = importlib.import_module("cardgen.cli")
        cli.main()
    except OSError as error:  # an error that no command expected
        sys.exit(f"cardgen: {_describe(error)}")
    finally:
        _drop_output()


def _stop(*_: object) -> None:
    """End the run at once: an exception could get lost, or show a traceback, depending on where it is raised."""
    try:
        for path in getattr(sys.modules.get("cardgen.files.writing"), "unfinished", ()):
            path.unlink(missing_ok=True)
        os.write(2, b"\nStopped.\n")
    finally:
        os._exit(130)


def _describe(error: OSError) -> str:
    """A line on what went wrong outside of cardgen."""
    try:
        os.getcwd()
    except OSError:
        return "The current folder no longer exists. Go to another one."
    reason = error.strerror or error
    return f"{error.filename}: {reason}." if error.filename else f"{reason}."


def _drop_output() -> None:
    """Drop output that could not be written; the reason has been reported."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    main()
