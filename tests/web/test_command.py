"""`cardgen web` starts a server, says where it is, and ends with everything that it has started."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from cardgen.cli.commands.web import USUAL_PORT
from tests.support.commands import run
from tests.support.processes import MODULE, UNCHANGED, linux_only


def test_a_port_that_is_taken_is_reported() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("web", "--no-browser", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "cannot be used" in result.output


def test_what_is_not_installed_is_named(tmp_path: Path) -> None:
    (tmp_path / "flask.py").write_text("raise ModuleNotFoundError('No module', name='flask')\n", encoding="utf-8")
    world = os.environ | UNCHANGED | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{UNCHANGED['PYTHONPATH']}"}
    result = subprocess.run([*MODULE, "web", "--no-browser"], env=world, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert f'{sys.executable} -m pip install -c constraints.txt ".[web]"' in result.stderr
    assert "Traceback" not in result.stderr


COMMAND = [sys.executable, "-u", "-m", "cardgen", "web", "--no-browser"]


def test_the_address_is_always_the_same_and_another_one_is_explained() -> None:
    with ExitStack() as held:
        with suppress(OSError):  # somebody else has it already
            held.enter_context(socket.create_server(("127.0.0.1", USUAL_PORT)))
        server = held.enter_context(
            subprocess.Popen(COMMAND, env=os.environ | UNCHANGED, stdout=subprocess.PIPE, text=True)
        )
        assert server.stdout
        assert f"Port {USUAL_PORT} is taken" in server.stdout.readline()
        assert f":{USUAL_PORT}/" not in server.stdout.readline()
        server.terminate()


@pytest.fixture
def heeds_interrupts() -> Iterator[None]:
    """A command that is run in the background ignores Ctrl-C, and so does all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@linux_only
@pytest.mark.usefixtures("heeds_interrupts")
def test_the_server_answers_and_leaves_nothing_behind() -> None:
    with subprocess.Popen(
        [*COMMAND, "--port", "0"], env=os.environ | UNCHANGED, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        found = re.search(r"http://127\.0\.0\.1:\d+/", server.stdout.readline())
        assert found
        with urlopen(found[0]) as page:
            assert b"Massage cards" in page.read()
        children = children_of(server.pid)
        assert children
        server.send_signal(signal.SIGINT)
        assert server.wait(10) == 130
    for _ in range(100):
        if not any(map(is_alive, children)):
            return
        time.sleep(0.1)
    pytest.fail("A worker has outlived its server.")


def children_of(process: int) -> list[int]:
    """The processes that a process has started."""
    return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def is_alive(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
