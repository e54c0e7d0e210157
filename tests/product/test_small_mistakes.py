"""Small mistakes of a user, or of the surroundings, get a report that is right."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from cardgen.files.reading import read_bytes
from cardgen.suggestions import suggest
from tests.support.commands import run, succeed

pytestmark = pytest.mark.usefixtures("empty_folder")


@pytest.mark.parametrize("given", ["abc", "1.5", "-1", "0x10", "1e9", "²", "99999999999999", "1 2"])
@pytest.mark.parametrize("command", ["cards joints", "plan joints", "booklet joints", "legend", "calibrate"])
def test_a_date_of_builds_that_is_no_number_is_reported(command: str, given: str) -> None:
    result = run(*command.split(), SOURCE_DATE_EPOCH=given)
    assert result.exit_code == 2
    assert f"The environment variable SOURCE_DATE_EPOCH is '{given}', not a number of seconds" in result.output


@pytest.mark.parametrize("given", ["", " ", "0", "1700000000", " 1700000000 "])
def test_a_date_of_builds_is_used(given: str) -> None:
    assert run("plan", "joints", SOURCE_DATE_EPOCH=given).exit_code == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_not_called_by_another_name() -> None:
    Path("a.yaml").write_text("name: A\n", encoding="utf-8")
    Path("a.yaml.txt").write_text("name: A\n", encoding="utf-8")
    Path("a.yaml").chmod(0)
    output = run("check", "a.yaml").output
    assert "a.yaml.txt" not in output
    assert "Change its permissions so that you can read it." in output


def test_a_protected_file_is_not_called_by_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    for name in ("a.yaml", "a.yaml.txt", "b.yaml"):
        Path(name).write_text("name: A\n", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Exception, match="Permission denied") as raised:
        read_bytes(Path("a.yaml"))
    assert str(raised.value).splitlines()[1:] == ["    Change its permissions so that you can read it."]


def test_a_missing_file_that_a_hidden_suffix_renames_is_found() -> None:
    Path("a.yaml.txt").write_text("name: A\n", encoding="utf-8")
    assert "There is 'a.yaml.txt': rename it to 'a.yaml'." in run("check", "a.yaml").output


@pytest.mark.parametrize("name", ["back", "hands.yaml", "x"])
def test_nobody_means_the_name_that_was_refused(name: str) -> None:
    assert f"'{name}'" not in suggest(name, [name, "other"])
    assert suggest(name, [name]) == ""


ONE_STEP = """name: One
summary: S.
area: back
receiver: prone
steps:
  - {id: s, name: Press, technique: pressing, where: Back, cue: Press., detail: Press it., repeat: {times: 3}}
"""


def test_one_step_is_not_1_steps() -> None:
    Path("routines").mkdir()
    Path("routines/one.yaml").write_text(ONE_STEP, encoding="utf-8")
    outputs = [
        succeed("list").output, succeed("check", "one").output, succeed("plan", "one").output,
        run("plan", "one", "--steps", "3").output, succeed("export", "one", "--markdown", "-o", "-").output,
    ]  # fmt: skip
    assert "One, 1 step (" in outputs[0]
    for output in outputs:
        assert not re.search(r"(?<![\d.½,])1 (steps|cards|pages|sheets|faults|warnings|minutes)\b", output)


@pytest.mark.parametrize("name", ["tired-hands", "Tired hands", "Füße"])
def test_commands_in_the_notes_of_new_can_be_typed_as_they_are(name: str) -> None:
    shown = succeed("new", name).output + Path(f"{name}.yaml").read_text(encoding="utf-8")
    commands = re.findall(r"cardgen (?:check|cards|watch) .*?\.yaml\"?(?=\s)", shown)
    assert len(commands) == 5
    assert all(shlex.split(command)[2] == f"{name}.yaml" for command in commands)
    assert "'" not in "".join(commands)  # which is no quotation mark on Windows


def test_a_file_without_its_suffix_is_found_and_nothing_else_is_offered() -> None:
    for name in ("mine.yaml", "other.pdf"):
        Path(name).write_text("name: A\n", encoding="utf-8")
    Path("minute").mkdir()
    output = run("plan", "./mine").output
    assert "mine.yaml" in output
    assert "other.pdf" not in output
    assert "minute" not in output
