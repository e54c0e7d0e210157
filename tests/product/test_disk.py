"""A full disk, a protected folder or a closed device: the old file survives, and a line says what is wrong."""

from __future__ import annotations

import os
import shutil
import stat
import time
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.files.writing import ABANDONED_AFTER, UNFINISHED_PREFIX, UNFINISHED_SUFFIX, write_whole
from tests.support.folders import ROOT
from tests.support.processes import Run, assert_reported, linux_only, names_in

resource = pytest.importorskip("resource")
pytestmark = linux_only

OLD = b"%PDF-old (cardgen 0)"


def limit_files() -> None:
    """Let this process write no file of more than 20 KB, as if the disk were full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_full_disk_leaves_the_old_file(run_process: Run, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(OLD)
    result = run_process("cards", "joints", "-o", "old.pdf", bound=limit_files)
    assert_reported(result, "Cannot write this file: File too large.")
    assert (tmp_path / "old.pdf").read_bytes() == OLD
    assert names_in(tmp_path) == ["old.pdf"]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_during_standard_output_is_reported(
    run_process: Run, tmp_path: Path, unbuffered: str
) -> None:
    with (tmp_path / "out.pdf").open("wb") as out:
        world = {"stdout": out.fileno(), "PYTHONUNBUFFERED": unbuffered}
        result = run_process("cards", "joints", "-o", "-", bound=limit_files, **world)
    assert_reported(result, "Cannot write to standard output: File too large.")


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "command", [("list",), ("show", "joints"), ("--help",), ("cards", "joints"), ("cards", "joints", "-o", "-")]
)
def test_a_full_device_at_standard_output_is_reported(run_process: Run, command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        result = run_process(*command, stdout=full.fileno())
    assert_reported(result, "No space left on device.", code=2 if "-" in command else 1)


def test_a_full_device_as_a_file_is_reported(run_process: Run) -> None:
    result = run_process("cards", "joints", "-o", "/dev/full")
    assert_reported(result, "/dev/full: Cannot write this file: No space left on device.")


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        ("gone/x.pdf", "There is no folder "),
        ("folder", "it is a folder"),
        (".", "it is a folder"),
        ("loop", "Cannot write this file: "),
        ("a" * 300, "File name too long"),
        ("old.pdf/x", "There is no folder "),
    ],
)
def test_a_place_where_no_file_can_be_is_reported(tmp_path: Path, output: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "old.pdf").write_bytes(OLD)
    with pytest.raises(UserError, match=problem):
        write_whole(tmp_path / output, b"new")
    assert (tmp_path / "old.pdf").read_bytes() == OLD
    assert names_in(tmp_path) == ["folder", "loop", "old.pdf"]


@pytest.mark.parametrize("protected", ["folder", "file"])
def test_what_is_write_protected_does_not_change(run_process: Run, tmp_path: Path, protected: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "old.pdf").write_bytes(OLD)
    (folder if protected == "folder" else folder / "old.pdf").chmod(0o500)
    problem = "Permission denied." if protected == "folder" else "it is write-protected."
    assert_reported(run_process("cards", "joints", "-o", "folder/old.pdf"), f"Cannot write this file: {problem}")
    assert (folder / "old.pdf").read_bytes() == OLD
    assert names_in(folder) == ["old.pdf"]


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    write_whole(tmp_path / "new", b"1")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~mask
    (tmp_path / "new").chmod(0o600)
    write_whole(tmp_path / "new", b"2")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_what_killed_runs_left_behind_is_cleared_later(tmp_path: Path) -> None:
    old, young, mine, unfinished = (
        f"{UNFINISHED_PREFIX}old{UNFINISHED_SUFFIX}",
        f"{UNFINISHED_PREFIX}young{UNFINISHED_SUFFIX}",
        "mine.part",
        f"{UNFINISHED_PREFIX}mine",
    )
    for name in (old, young, mine, unfinished):
        (tmp_path / name).touch()
    before = time.time() - ABANDONED_AFTER - 1
    for name in (old, mine, unfinished):
        os.utime(tmp_path / name, (before, before))
    write_whole(tmp_path / "new", b"new")
    assert names_in(tmp_path) == sorted([young, mine, unfinished, "new"])


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("check",), "pipe.yaml"),
        (("inspect",), "pipe.yaml"),
        (("inspect",), "device.yaml"),
        (("cards", "joints", "--stock"), "folder.yaml"),
        (("cards", "joints", "--stock"), "device.yaml"),
        (("cards", "joints", "--only-changed"), "pipe.yaml"),
    ],
)
def test_only_files_are_read(run_process: Run, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    """A pipe would block the run, and a device has no end."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    assert_reported(run_process(*command, name), f"{name}: This is a folder or a device, not a file.")


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", [b"a\xffb.yaml", b"a\x1b[31mb.yaml", b"a\nb.yaml", b"-a.yaml", b"a{{ 7*7 }}.yaml"])
def test_an_odd_file_name_does_no_harm(run_process: Run, tmp_path: Path, name: bytes) -> None:
    file = os.fsdecode(name)
    shutil.copy(ROOT / "routines" / "joints.yaml", tmp_path / file)
    made = run_process("cards", "--attach", "--", file)
    assert (made.returncode, made.stderr) == (0, b"")
    assert b"\x1b" not in made.stdout
    assert (tmp_path / f"{file.removesuffix('.yaml')}-cards.pdf").read_bytes().startswith(b"%PDF")
