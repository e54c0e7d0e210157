"""What the world does to a run: full disks, closed pipes, killed programs, odd folders and terminals.

The old output survives whole, and there is a line that says what is wrong, never a traceback.
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.files import ABANDONED_AFTER, UNFINISHED_PREFIX, UNFINISHED_SUFFIX, write_whole
from cardgen.scene.text import FILES, font
from tests.support.kill import LONGEST, kill
from tests.support.printed import page_texts

if sys.platform != "linux":
    pytest.skip("the world of these tests is Linux's", allow_module_level=True)

import resource

from tests.support.folders import ROOT

MODULE = [sys.executable, "-m", "cardgen"]
SCRIPT = [sys.executable, "-c", "import sys; from cardgen.__main__ import main; sys.exit(main())"]
"""The two ways to begin; the second is what an installed `cardgen` does."""
ENDING = (-signal.SIGINT, b"")
"""Before Python itself has begun, and when all is done and it tidies up, Ctrl-C ends it without a word."""
PATIENCE = 120
"""Seconds after which a run surely hangs."""
OLD = b"%PDF old"
UNCHANGED = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
"""On a disk that seems full, Python 3.11 would leave cut files of its own in the checkout."""
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in a folder of its own, as somebody does who is not root; more of the world can be set."""

    def call(*command: str, bound: Callable[[], None] | None = None, **world: str | int) -> object:
        streams = {name: world.pop(name) for name in ("stdout", "cwd") if name in world}
        given = {name: value for name, value in (os.environ | UNCHANGED | world).items() if value != ""}
        options = {"cwd": tmp_path, "stdout": subprocess.PIPE} | streams
        return subprocess.run(
            [*MODULE, *command], env=given, stderr=subprocess.PIPE, check=False, timeout=PATIENCE,
            preexec_fn=bound or powerless, **options,
        )  # fmt: skip

    return call  # type: ignore[return-value]


def powerless() -> None:
    """Takes from root what lets it read and write whatever it likes (capabilities 1 and 2; prctl 24 drops one)."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def told(result: subprocess.CompletedProcess[bytes], problem: str, code: int = 2, lines: int = 2) -> bool:
    """The run ended with this problem in few lines."""
    said = result.stderr.decode(errors="replace")
    assert "Traceback" not in said
    assert problem in said
    assert len(said.splitlines()) <= lines
    return result.returncode == code


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_both_ways_to_begin_are_the_same() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"cardgen": "cardgen.__main__:main"}
    said = [subprocess.run([*way, "list", "papers"], capture_output=True, check=True) for way in (MODULE, SCRIPT)]
    assert said[0].stdout == said[1].stdout


# The disk


def test_a_full_disk_leaves_the_old_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(OLD)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    assert told(run("cards", "joints", "-o", "old.pdf", bound=small), "Cannot write this file: File too large.")
    assert (tmp_path / "old.pdf").read_bytes() == OLD
    assert left(tmp_path) == ["old.pdf"]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_is_full_in_the_middle_of_standard_output_is_told(
    run: Run, tmp_path: Path, unbuffered: str
) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    with (tmp_path / "out.pdf").open("wb") as out:
        result = run("cards", "joints", "-o", "-", bound=small, stdout=out.fileno(), PYTHONUNBUFFERED=unbuffered)
    assert told(result, "Cannot write to standard output: File too large.")


@pytest.mark.parametrize(
    "command", [("list",), ("show", "joints"), ("--help",), ("cards", "joints"), ("cards", "joints", "-o", "-")]
)
def test_a_full_device_at_standard_output_is_told(run: Run, command: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        result = run(*command, stdout=full.fileno())
    assert told(result, "No space left on device.", code=2 if "-" in command else 1)


def test_a_full_device_as_a_file_is_told(run: Run) -> None:
    assert told(
        run("cards", "joints", "-o", "/dev/full"), "/dev/full: Cannot write this file: No space left on device."
    )


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
def test_a_place_where_no_file_can_be_is_told(tmp_path: Path, output: str, problem: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "old.pdf").write_bytes(OLD)
    with pytest.raises(UserError, match=problem):
        write_whole(tmp_path / output, b"new")
    assert (tmp_path / "old.pdf").read_bytes() == OLD
    assert left(tmp_path) == ["folder", "loop", "old.pdf"]


@pytest.mark.parametrize("protected", ["folder", "file"])
def test_what_is_write_protected_stays_as_it_was(run: Run, tmp_path: Path, protected: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "old.pdf").write_bytes(OLD)
    (folder if protected == "folder" else folder / "old.pdf").chmod(0o500)
    problem = "Permission denied." if protected == "folder" else "it is write-protected."
    assert told(run("cards", "joints", "-o", "folder/old.pdf"), f"Cannot write this file: {problem}")
    assert (folder / "old.pdf").read_bytes() == OLD
    assert left(folder) == ["old.pdf"]


def test_a_file_keeps_who_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "new", b"1")
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~mask
    (tmp_path / "new").chmod(0o600)
    write_whole(tmp_path / "new", b"2")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


# Runs that are stopped


@pytest.mark.parametrize(
    ("command", "reads"),
    [(("list",), 0), (("cards", "full-body", "-o", "-"), 0), (("cards", "full-body", "-o", "-"), 10)],
)
def test_a_reader_who_has_enough_ends_the_run_quietly(command: tuple[str, ...], reads: int) -> None:
    running = subprocess.Popen([*MODULE, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout
    assert running.stderr
    os.read(running.stdout.fileno(), reads)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(PATIENCE) == 1


@pytest.mark.parametrize("way", [MODULE, SCRIPT], ids=["module", "script"])
@pytest.mark.parametrize("number", range(4))
def test_control_c_ends_a_run_at_any_moment_in_a_line(way: Sequence[str], number: int, tmp_path: Path) -> None:
    """From the first import on; before that Python itself says what it likes."""
    (tmp_path / "x.pdf").write_bytes(OLD)
    command = [*way, "cards", "legs-back", "-o", "x.pdf"]
    running = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    while "click" not in opened(running.pid) and running.poll() is None:
        time.sleep(0.001)
    time.sleep(random.Random(number).uniform(0, 0.4))
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=PATIENCE)
    assert (running.returncode, said) in [(130, b"\nStopped.\n"), (0, b""), ENDING]
    written = (tmp_path / "x.pdf").read_bytes()
    assert written == OLD or written.rstrip().endswith(b"%%EOF")
    assert left(tmp_path) == ["x.pdf"]


def opened(process: int) -> str:
    """What a process has in its memory of libraries: these are loaded after its first lines were run."""
    try:
        maps = Path(f"/proc/{process}/maps").read_text(encoding="utf-8")
    except OSError:
        return ""
    return "click" if "msgspec" in maps else ""


@pytest.mark.parametrize("number", range(10))
def test_a_killed_run_leaves_the_old_file_or_the_new_one(number: int, tmp_path: Path) -> None:
    """`python -m tests.support.kill 200` does it two hundred times."""
    assert kill(tmp_path, random.Random(number).uniform(0, LONGEST)).content


def test_what_killed_runs_left_is_cleared_later(tmp_path: Path) -> None:
    names = [
        f"{UNFINISHED_PREFIX}old{UNFINISHED_SUFFIX}",
        f"{UNFINISHED_PREFIX}young{UNFINISHED_SUFFIX}",
        "mine.part",
        f"{UNFINISHED_PREFIX}mine",
    ]
    for name in names:
        (tmp_path / name).touch()
    before = time.time() - ABANDONED_AFTER - 1
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (before, before))
    write_whole(tmp_path / "new", b"new")
    assert left(tmp_path) == sorted([*names[1:], "new"])


def test_two_runs_write_one_file(tmp_path: Path) -> None:
    routines = ("joints", "scalp")
    commands = [[*MODULE, "cards", name, "-o", "both.pdf"] for name in routines]
    running = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL) for command in commands]
    assert [run.wait(PATIENCE) for run in running] == [0, 0]
    text = " ".join(page_texts((tmp_path / "both.pdf").read_bytes()))
    assert ("Joint movements" in text) != ("Scalp" in text)
    assert left(tmp_path) == ["both.pdf"]


# Terminals, homes and folders


@pytest.mark.parametrize("encoding", ["ascii:strict", "latin-1", "utf-8:strict"])
def test_a_terminal_of_few_characters_shows_what_it_can(run: Run, encoding: str) -> None:
    shown = run("show", "joints", PYTHONIOENCODING=encoding)
    assert shown.returncode == 0
    assert shown.stderr == b""
    assert b"Circle the wrist" in shown.stdout
    assert told(run("check", "n\u00f6\u63c9.yaml", PYTHONIOENCODING=encoding), "cannot be read")


def test_a_terminal_without_a_language_shows_what_it_can(run: Run) -> None:
    shown = run("show", "joints", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (shown.returncode, shown.stderr) == (0, b"")


@pytest.mark.parametrize("home", ["", "/etc/passwd", "/nonexistent", "locked"])
def test_cards_need_no_home(run: Run, tmp_path: Path, home: str) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    world = {"HOME": str(tmp_path / home) if home == "locked" else home, "XDG_CONFIG_HOME": ""}
    assert run("cards", "joints", **world).returncode == 0
    if home in ("/etc/passwd", "locked"):
        assert b"none" in run("list", "printers", **world).stdout
        assert told(run("calibrate", "--save", "mine", **world), "This folder cannot be made: ")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """Somebody has removed the folder that the terminal is in."""
    gone = f"cd {tmp_path} && rmdir {tmp_path} && exec {' '.join(MODULE)} cards joints"
    world = os.environ | {"PYTHONPATH": str(ROOT)}
    result = subprocess.run(["sh", "-c", gone], env=world, capture_output=True, check=False, timeout=PATIENCE)
    assert told(result, "The folder that you are in is not there any more.", code=1)


# What is no file, and what is named oddly


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
def test_what_is_no_file_is_not_read(run: Run, tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    """A pipe would be waited for, and a device has no end."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    assert told(run(*command, name), f"{name}: This is a folder or a device, not a file.")


@pytest.mark.parametrize("name", [b"a\xffb.yaml", b"a\x1b[31mb.yaml", b"a\nb.yaml", b"-a.yaml", b"a{{ 7*7 }}.yaml"])
def test_an_odd_name_does_nothing(run: Run, tmp_path: Path, name: bytes) -> None:
    file = os.fsdecode(name)
    shutil.copy(ROOT / "routines" / "joints.yaml", tmp_path / file)
    made = run("cards", "--attach", "--", file)
    assert (made.returncode, made.stderr) == (0, b"")
    assert b"\x1b" not in made.stdout
    assert (tmp_path / f"{file.removesuffix('.yaml')}-cards.pdf").read_bytes().startswith(b"%PDF")


# The files that cardgen comes with


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A font to be damaged; no other test uses it."""
    shutil.copytree(ROOT / "fonts", tmp_path / "fonts")
    monkeypatch.setattr("cardgen.scene.text.shipped_folder", lambda folder: tmp_path / folder)
    font.cache_clear()
    yield tmp_path / "fonts" / FILES["medium"]
    font.cache_clear()


def test_a_font_that_is_missing_is_told(fonts: Path) -> None:
    fonts.unlink()
    with pytest.raises(UserError, match=f"{FILES['medium']}: This file cannot be read"):
        font("medium")


@pytest.mark.parametrize("length", [0, 3, 100, 1000, 50_000, -4])
def test_a_font_that_is_cut_is_told(fonts: Path, length: int) -> None:
    fonts.write_bytes(fonts.read_bytes()[:length])
    with pytest.raises(UserError, match=f"{FILES['medium']}: This font is damaged."):
        font("medium")


@pytest.mark.parametrize("number", range(20))
def test_a_font_with_a_wrong_byte_is_told(fonts: Path, number: int) -> None:
    data = bytearray(fonts.read_bytes())
    data[random.Random(number).randrange(len(data))] ^= 0x55
    fonts.write_bytes(data)
    with pytest.raises(UserError, match="This font is damaged"):
        font("medium")


def test_a_damaged_font_ends_a_run_in_a_line(tmp_path: Path, run: Run) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "fonts", copy / "fonts")
    for name in ("cardgen", "routines", "pyproject.toml"):
        (copy / name).symlink_to(ROOT / name)
    (copy / "fonts" / FILES["bold"]).write_bytes(b"\0" * 1000)
    result = run("cards", "joints", PYTHONPATH=str(copy))
    assert told(result, f"{FILES['bold']}: This font is damaged.\n    Install cardgen again.")
    assert left(tmp_path) == ["copy"]
