"""Paths that no file can have, pipes, and names with line breaks are reported or used, whatever the command."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.support.commands import run
from tests.support.folders import ROOT
from tests.support.processes import MODULE

pytestmark = pytest.mark.usefixtures("own_files")
LONG = "x" * 300


@pytest.mark.parametrize(
    "command",
    [
        f"plan joints -o {LONG}.pdf",
        f"plan joints --png {LONG}",
        f"plan joints --routines {LONG}",
        f"plan joints --only-changed {LONG}.pdf",
        f"cards joints --stock {LONG}.yaml",
        f"cards joints --deck {LONG}.pdf",
        f"check {LONG}.yaml",
        f"inspect {LONG}.pdf",
        f"batch --into {LONG} plan roster.csv",
        f"batch --merge {LONG}.pdf plan roster.csv",
        f"batch {LONG}.csv",
        f"new {LONG}",
        f"new --csv {LONG}",
        f"import {LONG}.csv",
        f"import mine.csv -o {LONG}.yaml",
        f"export joints --csv -o {LONG}.csv",
        f"schema -o {LONG}.json",
        f"web --export {LONG}",
    ],
)
def test_a_name_that_is_too_long_is_reported(command: str) -> None:
    Path("roster.csv").write_text("routine\njoints\n", encoding="utf-8")
    assert run("new", "--csv", "mine").exit_code == 0
    result = run(*shlex.split(command))
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output


@pytest.mark.skipif(os.name != "posix", reason="a pipe with a name")
def test_a_pdf_may_go_to_standard_output_by_its_path() -> None:
    done = subprocess.run([*MODULE, "plan", "joints", "-o", "/dev/stdout"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"%PDF")


@pytest.mark.skipif(os.name != "posix", reason="names with line breaks")
def test_a_name_beside_a_missing_file_is_one_line() -> None:
    Path("a\nb: fine\x1b.pdf").write_bytes(b"")
    assert "a b: fine<U+001B>.pdf" in run("inspect", "c.pdf").output
