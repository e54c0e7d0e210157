"""`cardgen inspect` describes a PDF by what is in it."""

from __future__ import annotations

import random
from pathlib import Path

import pikepdf
import pytest

from cardgen.library.finding import routines
from cardgen.pdf.document import build_pdf
from cardgen.pdf.inspection.document import inspect_pdf
from cardgen.pdf.inspection.record import read_record
from cardgen.pdf.properties import Properties
from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork, Text, Use
from cardgen.scene.pages import Page, PlacedFace
from cardgen.scene.record import Record
from cardgen.units import Box, Size
from tests.support.commands import typed
from tests.support.printed import unembedded_fonts

SIZE = Size(300, 400)


@pytest.fixture(autouse=True)
def in_a_folder(empty_folder: Path) -> None:
    Path("mine.yaml").write_text(routines()["joints"].read_text(encoding="utf-8"), encoding="utf-8")


def inspected(command: str) -> str:
    """The description of the PDF that a command makes, with single spaces."""
    assert typed(command + " -o made.pdf").exit_code == 0
    result = typed("inspect made.pdf")
    assert result.exit_code == 0, result.output
    return "\n".join(" ".join(line.split()) for line in result.output.splitlines())


def test_cards_are_described() -> None:
    output = inspected("cards joints --stock poker --paper letter")
    cards = read_record(Path("made.pdf")).cards
    for line in (
        "Kind: cards",
        "Title: Joint movements",
        "Pages: 4 pages of 215.9 x 279.4 mm",
        "Smallest type: 8 pt, on page 1",
        "PDF/A: no",
        "Tagged: yes",
        "Made from: joints.yaml (unchanged)",
        "Options: --stock poker, --paper letter",
        "Make it again: cardgen cards joints --stock poker --paper letter",
        f"Cards: {len(cards)}, 63.5 x 88.9 mm",
        *(f"{card.mark} {card.name}" for card in cards),
    ):
        assert line in output.splitlines()


def test_a_booklet_is_described() -> None:
    output = inspected("booklet joints --pages --pdfa --attach")
    assert "Pages: 15 pages of 148 x 210 mm" in output
    assert "PDF/A: 3b" in output
    assert "Attached: joints.yaml" in output
    assert "Options: --pages, --pdfa, --attach" in output
    assert "Cards" not in output


@pytest.mark.parametrize("command", ["legend", "body foot-sole", "plan joints"])
def test_other_pages_are_described(command: str) -> None:
    output = inspected(command)
    assert f"Kind: {command.split(maxsplit=1)[0]}" in output
    assert f"Make it again: cardgen {command}" in output


def test_changed_and_missing_sources_are_reported() -> None:
    assert "mine.yaml (unchanged)" in inspected("cards mine.yaml")
    Path("mine.yaml").write_text(Path("mine.yaml").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "mine.yaml (changed since)" in typed("inspect made.pdf").output
    Path("mine.yaml").unlink()
    assert "mine.yaml (not found)" in typed("inspect made.pdf").output


def test_sources_are_found_beside_a_pdf_that_was_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    inspected("cards mine.yaml")
    Path("else").mkdir()
    monkeypatch.chdir("else")
    assert "mine.yaml (unchanged)" in typed("inspect ../made.pdf").output


def test_an_earlier_print_is_named() -> None:
    typed("cards mine.yaml -o old.pdf")
    Path("mine.yaml").write_text(routines()["joints"].read_text().replace("cue: ", "cue: Now. ", 1), encoding="utf-8")
    output = inspected("cards mine.yaml --only-changed old.pdf")
    assert "Cards: 1 of 10, 105 x 148 mm" in output
    assert output.count("(printed earlier)") == 9


def written(*pages: Page) -> Path:
    Path("made.pdf").write_bytes(build_pdf(pages, Properties("Test", "en", Record("plan"))))
    return Path("made.pdf")


def page_of(*marks: Text | Use, turn: int = 0) -> Page:
    size = SIZE.turned if turn else SIZE
    return Page(size, (PlacedFace(Face("face", SIZE, marks), Box(0, 0, *size), turn),))


def test_the_smallest_type_is_what_is_printed_not_what_is_written() -> None:
    large = Text(10, 50, "Large", "regular", 12, "#000000")
    drawn = Artwork("drawn", Size(100, 100), (large,))
    assert inspect_pdf(written(page_of(large), page_of(large, turn=90))).smallest == (12, 1)
    assert inspect_pdf(written(page_of(large), page_of(Use(drawn, 0, 0, 0.5), large, turn=90))).smallest == (6, 2)
    assert inspect_pdf(written(page_of(Use(drawn, 0, 0, 2)))).smallest == (24, 1)
    assert inspect_pdf(written(page_of())).smallest is None


def test_a_font_that_is_not_embedded_is_noticed() -> None:
    path = written(page_of(Text(10, 50, "Text", "regular", 12, "#000000")))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
                del item["/FontFile2"]
        pdf.save(path)
    assert inspect_pdf(path).fonts == (("IBMPlexSans", False),)
    assert unembedded_fonts(path.read_bytes()) == ["/AAAAAA+IBMPlexSans"]


def test_the_trim_box_and_tags_are_described() -> None:
    path = written(page_of())
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].trimbox = [10, 10, 110, 210]
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.save(path)
    found = inspect_pdf(path)
    assert found.trims == ((Size(100, 200), 1),)
    assert found.tagged


def test_a_copy_that_another_program_compressed_is_still_read() -> None:
    inspected("cards joints")
    with pikepdf.open("made.pdf") as pdf:
        pdf.save("packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    packed = typed("inspect packed.pdf")
    assert packed.exit_code == 0
    assert packed.output == typed("inspect made.pdf").output


@pytest.mark.parametrize(
    ("content", "reply"),
    [
        (None, "it does not exist"),
        (b"", "is not a PDF"),
        (b"name: Hands", "is not a PDF"),
        (b"%PDF-1.7\n%%EOF", "was not made by cardgen"),
        (b"%PDF-1.7\n", "its end is missing"),
    ],
)
def test_a_file_that_is_not_a_pdf_is_reported_in_a_line(content: bytes | None, reply: str) -> None:
    if content is not None:
        Path("odd.pdf").write_bytes(content)
    output = typed("inspect odd.pdf")
    assert output.exit_code == 2
    assert len(output.output.splitlines()) == 1
    assert reply in output.output


def test_a_pdf_of_another_program_is_described() -> None:
    pikepdf.new().save("other.pdf")
    output = typed("inspect other.pdf")
    assert output.exit_code == 2
    assert "was not made by cardgen" in output.output


@pytest.mark.one_in(4)
@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_never_shows_a_traceback(seed: int) -> None:
    """Truncated, or with a hole in it, or with some bytes changed."""
    chance = random.Random(seed)
    typed("plan joints -o made.pdf")
    data = bytearray(Path("made.pdf").read_bytes())
    where = chance.randrange(len(data))
    if seed % 3 == 0:
        del data[where:]
    elif seed % 3 == 1:
        del data[where : where + 500]
    else:
        for _ in range(50):
            data[chance.randrange(len(data))] = chance.randrange(256)
    Path("made.pdf").write_bytes(data)
    output = typed("inspect made.pdf")
    assert output.exit_code in (0, 2), output.exception
    assert output.exit_code == 0 or len(output.output.splitlines()) == 1
