"""A file is read as it was meant, however it was written: line ends, accents, comments, blocks of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.library.loading import load, load_selection

TEXT = """\
name: Test
summary: A test.
area: back
receiver: prone
steps:
  - id: one
    name: One
    technique: kneading
    where: The back
    cue: Knead.
    detail: Knead slowly.
"""


def detail(folder: Path, written: str) -> str:
    """The detail that is read from this YAML."""
    file = folder / "routine.yaml"
    file.write_text(TEXT.replace("Knead slowly.", written), encoding="utf-8")
    return load(str(file)).steps[0].detail


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
        b"---\n" + TEXT.encode() + b"...\n",
        b"%YAML 1.2\n---\n" + TEXT.encode(),
        TEXT.replace("  - id", "- id").replace("    ", "  ").encode(),
    ],
)
def test_line_ends_and_marks_of_other_programs_change_nothing(data: bytes, tmp_path: Path) -> None:
    for name, content in (("plain.yaml", TEXT.encode()), ("other.yaml", data)):
        (tmp_path / name).write_bytes(content)
    assert load(str(tmp_path / "other.yaml")) == load(str(tmp_path / "plain.yaml"))


@pytest.mark.parametrize(
    "written",
    [
        ">\n      Knead slowly.",
        "|\n      Knead\n      slowly.\n\n",
        ">-\n      Knead\n      slowly.",
        '"Knead\\nslowly."',
        '"Knead \\Lslowly.\\n"',
        "Knead\n      slowly.",
        "Knead slowly. # a note",
        "Knead slowly.  #",
        "'Knead slowly.'",
    ],
)
def test_a_text_is_one_line_however_it_is_written(written: str, tmp_path: Path) -> None:
    assert detail(tmp_path, written) == "Knead slowly."


@pytest.mark.parametrize("written", ['"Knead #3 slowly."', "'Knead #3 slowly.'", "Knead#3 slowly.", "Knead # 3"])
def test_a_number_sign_in_quotes_or_in_a_word_is_text(written: str, tmp_path: Path) -> None:
    assert detail(tmp_path, written).startswith("Knead")


@pytest.mark.parametrize("written", ["Knead #3 slowly.", "Knead\n      and #3 slowly.", "#3 slowly."])
def test_a_text_that_is_cut_at_a_number_sign_is_reported(written: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"The text ends before '#3 slowly\.'"):
        detail(tmp_path, written)


def test_decomposed_accents_are_composed(tmp_path: Path) -> None:
    """As macOS writes them in file names."""
    assert detail(tmp_path, "Un cafe\u0301.") == "Un caf\u00e9."


@pytest.mark.parametrize("path", ["sub\\one.yaml", "sub/one.yaml", ".\\sub\\one.yaml", "sub\\..\\sub\\one.yaml"])
def test_a_program_names_its_parts_as_windows_does(path: str, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "one.yaml").write_text(TEXT, encoding="utf-8")
    program = f"name: P\nsummary: S.\nparts:\n  - {{routine: '{path}'}}\n"
    (tmp_path / "program.yaml").write_text(program, encoding="utf-8")
    assert load_selection([str(tmp_path / "program.yaml")]).routines[0].routine.name == "Test"
