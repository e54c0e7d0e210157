"""Runs commands as a user types them, in this process."""

from __future__ import annotations

import shlex
from pathlib import Path

from click.testing import CliRunner, Result

from cardgen.cli import main


def run(*arguments: str, **variables: str) -> Result:
    """The result of a command, with these environment variables."""
    return CliRunner().invoke(main, arguments, env=variables)


def succeed(*arguments: str, **variables: str) -> Result:
    """The result of a command that must succeed."""
    result = run(*arguments, **variables)
    assert result.exit_code == 0, result.output
    return result


def printed(*command: str) -> bytes:
    """The PDF that a command writes, into this folder."""
    succeed(*command, "-o", "cli.pdf")
    return Path("cli.pdf").read_bytes()


def typed(line: str) -> Result:
    """The result of a command as it is typed in a shell, without `cardgen`."""
    return run(*shlex.split(line))
