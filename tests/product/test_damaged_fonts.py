"""A font file that is missing or damaged is reported in a line, with its name."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.scene.fonts import FONT_FILES, font
from tests.support.folders import ROOT
from tests.support.processes import Run, assert_reported, linux_only, names_in


@pytest.fixture
def font_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of a font to damage, which no other test sees."""
    shutil.copytree(ROOT / "fonts", tmp_path / "fonts")
    monkeypatch.setattr("cardgen.scene.fonts.shipped_folder", lambda folder: tmp_path / folder)
    font.cache_clear()
    yield tmp_path / "fonts" / FONT_FILES["medium"]
    font.cache_clear()


def test_a_missing_font_is_reported(font_file: Path) -> None:
    font_file.unlink()
    with pytest.raises(UserError, match=f"{FONT_FILES['medium']}: This file cannot be read"):
        font("medium")


@pytest.mark.parametrize("length", [0, 3, 100, 1000, 50_000, -4])
def test_a_truncated_font_is_reported(font_file: Path, length: int) -> None:
    font_file.write_bytes(font_file.read_bytes()[:length])
    with pytest.raises(UserError, match=f"{FONT_FILES['medium']}: This font is damaged."):
        font("medium")


@pytest.mark.parametrize("number", range(20))
def test_a_font_with_a_wrong_byte_is_reported(font_file: Path, number: int) -> None:
    data = bytearray(font_file.read_bytes())
    data[random.Random(number).randrange(len(data))] ^= 0x55
    font_file.write_bytes(data)
    with pytest.raises(UserError, match="This font is damaged"):
        font("medium")


@linux_only
def test_a_damaged_font_ends_a_run_with_a_report(tmp_path: Path, run_process: Run) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "fonts", copy / "fonts")
    for name in ("cardgen", "routines", "pyproject.toml"):
        (copy / name).symlink_to(ROOT / name)
    (copy / "fonts" / FONT_FILES["bold"]).write_bytes(b"\0" * 1000)
    result = run_process("cards", "joints", PYTHONPATH=str(copy))
    assert_reported(result, f"{FONT_FILES['bold']}: This font is damaged.\n    Install cardgen again.")
    assert names_in(tmp_path) == ["copy"]
