"""Terminals, homes and folders that cardgen may start in: it shows what it can, or says in a line what is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.folders import ROOT
from tests.support.processes import MODULE, PATIENCE, SCRIPT, Run, assert_reported, linux_only

pytestmark = linux_only


def test_both_ways_to_start_are_the_same() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"cardgen": "cardgen.__main__:main"}
    lists = [subprocess.run([*way, "list", "papers"], capture_output=True, check=True) for way in (MODULE, SCRIPT)]
    assert lists[0].stdout == lists[1].stdout


@pytest.mark.one_in(3)
@pytest.mark.parametrize("encoding", ["ascii:strict", "latin-1", "utf-8:strict"])
def test_a_terminal_with_few_characters_shows_what_it_can(run_process: Run, encoding: str) -> None:
    shown = run_process("show", "joints", PYTHONIOENCODING=encoding)
    assert shown.returncode == 0
    assert shown.stderr == b""
    assert b"Circle the wrist" in shown.stdout
    assert_reported(run_process("check", "n\u00f6\u63c9.yaml", PYTHONIOENCODING=encoding), "cannot be read")


def test_a_terminal_without_a_locale_shows_what_it_can(run_process: Run) -> None:
    shown = run_process("show", "joints", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (shown.returncode, shown.stderr) == (0, b"")


@pytest.mark.one_in(3)
@pytest.mark.parametrize("home", ["", "/etc/passwd", "/nonexistent", "locked"])
def test_cards_need_no_home(run_process: Run, tmp_path: Path, home: str) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    world = {"HOME": str(tmp_path / home) if home == "locked" else home, "XDG_CONFIG_HOME": ""}
    assert run_process("cards", "joints", **world).returncode == 0
    if home in ("/etc/passwd", "locked"):
        assert b"none" in run_process("list", "printers", **world).stdout
        assert_reported(run_process("calibrate", "--save", "mine", **world), "Cannot make this folder: ")


def test_a_folder_that_is_gone_is_reported(tmp_path: Path) -> None:
    """Somebody has removed the folder that the terminal is in."""
    gone = f"cd {tmp_path} && rmdir {tmp_path} && exec {' '.join(MODULE)} cards joints"
    world = os.environ | {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(["sh", "-c", gone], env=world, capture_output=True, check=False, timeout=PATIENCE)
    assert_reported(result, "The current folder no longer exists.", code=1)


def test_a_yaml_library_without_libyaml_reads_the_same(tmp_path: Path) -> None:
    """As inside a browser, for which there are no wheels with libyaml."""
    code = "import sys, yaml; {} from cardgen.cli import main; main(['show', 'joints'])"
    variables = os.environ | {"PYTHONPATH": str(ROOT)}
    with_libyaml, without = (
        subprocess.run(
            [sys.executable, "-c", code.format(change)], cwd=tmp_path, env=variables, stdout=subprocess.PIPE, check=True
        )
        for change in ("", "del yaml.CSafeLoader;")
    )
    assert without.stdout == with_libyaml.stdout
