"""No request reads a file by its path, even by one that begins in cardgen's own folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.files.folders import PACKAGE, is_shipped, shipped_folder
from cardgen.files.own_files import CarriedFiles, use_carried_files
from cardgen.files.reading import read_bytes
from cardgen.web.answers import answer

REQUESTS = {
    "read": {}, "describe": {}, "check": {}, "export": {"form": "yaml"}, "card": {"step": 1}, "fill": {"step": 1},
}  # fmt: skip
"""The requests for one routine, and what else each of them needs."""


@pytest.fixture
def secret(tmp_path: Path) -> str:
    """A path through cardgen's folder to a file elsewhere."""
    file = tmp_path / "secret.yaml"
    file.write_text("name: A secret\n", encoding="utf-8")
    return f"{PACKAGE}/{os.path.relpath(file, PACKAGE)}"


def assert_refused(name: str, body: dict[str, object]) -> None:
    """The request is refused, without a word of the file."""
    reply = answer(name, json.dumps(body).encode())
    assert reply.status == 422
    assert b"not a path" in reply.data
    assert b"A secret" not in reply.data


@pytest.mark.parametrize("name", REQUESTS)
def test_a_routine_is_no_path(secret: str, name: str) -> None:
    assert_refused(name, {"routine": secret} | REQUESTS[name])


def test_pictures_are_of_no_path(secret: str) -> None:
    assert_refused("pictures", {"routines": ["chest", secret]})


def test_a_table_is_no_path(secret: str) -> None:
    assert_refused("import", {"table": secret.replace(".yaml", ".csv")})


def test_what_is_outside_of_cardgen_did_not_come_with_it(secret: str) -> None:
    assert is_shipped(shipped_folder("routines") / "chest.yaml")
    assert is_shipped(PACKAGE / "data" / ".." / "data" / "papers.yaml")
    assert not is_shipped(Path(secret))


def test_a_link_out_of_cardgen_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "link").symlink_to(tmp_path)
    monkeypatch.setattr("cardgen.files.folders.PACKAGE", package)
    monkeypatch.setattr("cardgen.files.folders.shipped_folder", package.joinpath)
    assert not is_shipped(package / "link" / Path(secret).name)


def test_a_job_from_elsewhere_reads_no_path_out_of_cardgen(secret: str) -> None:
    with use_carried_files(CarriedFiles(Path("home"), {})), pytest.raises(UserError, match="did not come with the job"):
        read_bytes(Path(secret))
