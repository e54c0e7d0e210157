"""Authors' own pictures from the file to the PDF: read out, recorded, attached, compared and warned of."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from cardgen.pdf.inspection.record import read_record
from cardgen.scene.record import Changes
from tests.support.archives import archive_faults
from tests.support.commands import succeed
from tests.support.pictures import (
    MARK,
    illustrated,
    illustrated_session,
    marked,
    packed,
    pictures,
    plain,
    svg,
    write_shapes,
)
from tests.support.printing import print_booklet, print_cards
from tests.support.screen_reader import Reading


@pytest.fixture(autouse=True)
def folder_with_pictures(empty_folder: Path) -> None:
    write_shapes(empty_folder)


def test_pictures_are_read_out() -> None:
    for kind in ("cards", "booklet"):
        shown = illustrated_session("wide.png", "tall.png", routine="joints")
        data = print_cards(shown).data if kind == "cards" else print_booklet(shown, pages=True).data
        read = Reading(data)
        assert read.unmarked == 0
        alts = [node.alt for node in read.document.walk() if node.role == "Figure"]
        names = [turn.step.name for turn in shown.turns]
        expected = [f"Picture: {name}" for name in names[:2]]
        times = 2 if kind == "booklet" else 1  # a card of the other side shows drawings where there are any
        assert [alt for alt in alts if alt.startswith("Picture: ")] == times * expected
        drawn = sum(alt.startswith("Drawing: ") for alt in alts)
        assert drawn - 2 * len(names) in (0, 1)  # a sample in a booklet, or the first step again before the other limb


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("command", "flavour"),
    [
        ("cards mine.yaml", "2b"),
        ("cards mine.yaml --layout overview --stock a5 --untagged", "2b"),
        ("booklet mine.yaml --pages", "2b"),
        ("cards mine.yaml --attach", "3b"),
    ],
)
def test_an_archive_with_pictures_is_valid(command: str, flavour: str) -> None:
    Path("grey.jpg").write_bytes(packed(plain(mode="L", color=90), "JPEG"))
    Path("cmyk.jpg").write_bytes(packed(plain(mode="CMYK", color=(0, 9, 90, 0)), "JPEG"))
    Path("see.png").write_bytes(packed(plain(mode="RGBA", color=(9, 9, 9, 9)), "PNG"))
    illustrated(Path(), "grey.jpg", "cmyk.jpg", "see.png", "lines.svg", "tall.png", routine="hands")
    succeed(*command.split(), "--pdfa", "-o", "made.pdf")
    assert archive_faults(Path("made.pdf").read_bytes(), flavour, claimed="--untagged" not in command) == []


def test_a_changed_picture_is_a_changed_card() -> None:
    illustrated(Path(), "wide.png", "lines.svg")
    succeed("cards", "mine.yaml", "-o", "old.pdf")
    assert "nothing was written" in succeed("cards", "mine.yaml", "--only-changed", "old.pdf").output
    Path("wide.png").write_bytes(packed(plain(1200, 800, color=(0, 255, 255)), "PNG"))
    output = succeed("cards", "mine.yaml", "--only-changed", "old.pdf", "-o", "new.pdf").output
    assert "Wrote new.pdf: 1 card" in output
    assert marked(Path("new.pdf").read_bytes()) == []
    assert len(marked(Path("new.pdf").read_bytes(), (0, 255, 255))) == 1
    changes = Changes.between([read_record(Path("old.pdf"))], read_record(Path("new.pdf")))
    assert [len(changes.changed), len(changes.new), len(changes.gone)] == [1, 0, 1]
    Path("lines.svg").write_bytes(svg('<rect width="100" height="100" fill="red"/>'))
    assert "2 cards" in succeed("cards", "mine.yaml", "--only-changed", "old.pdf", "-o", "newer.pdf").output


def test_the_identity_of_a_file_follows_its_pictures() -> None:
    identities = []
    for color in (MARK, MARK, (0, 255, 255)):
        Path("wide.png").write_bytes(packed(plain(1200, 800, color=color), "PNG"))
        with pikepdf.open(io.BytesIO(print_cards(illustrated_session("wide.png")).data)) as pdf:
            identities.append(bytes(pdf.trailer["/ID"][0]))
    assert identities[0] == identities[1] != identities[2]


def test_pictures_are_recorded_and_inspected() -> None:
    Path("own").mkdir()
    Path("own/photo.png").write_bytes(Path("wide.png").read_bytes())
    illustrated(Path(), "own/photo.png", "lines.svg")
    succeed("cards", "mine.yaml", "-o", "made.pdf")
    assert [source.name for source in read_record(Path("made.pdf")).sources] == [
        "mine.yaml",
        "own/photo.png",
        "lines.svg",
    ]
    output = succeed("inspect", "made.pdf").output
    assert "own/photo.png (unchanged)" in output
    assert "lines.svg (unchanged)" in output
    Path("own/photo.png").write_bytes(Path("tall.png").read_bytes())
    Path("lines.svg").unlink()
    output = succeed("inspect", "made.pdf").output
    assert "own/photo.png (changed since)" in output
    assert "lines.svg (not found)" in output


def test_pictures_are_attached_byte_for_byte() -> None:
    illustrated(Path(), "wide.png", "lines.svg")
    succeed("cards", "mine.yaml", "--attach", "-o", "made.pdf")
    with pikepdf.open("made.pdf") as pdf:
        attached = {file.filename: file.get_file() for file in pdf.attachments.values()}
        for name, media in (
            ("mine.yaml", "application/yaml"),
            ("wide.png", "image/png"),
            ("lines.svg", "image/svg+xml"),
        ):
            assert attached[name].read_bytes() == Path(name).read_bytes()
            assert attached[name].mime_type == media


@pytest.mark.one_in(3)
@pytest.mark.parametrize("options", [("--steps", "1,3"), ("--minutes", "12"), ("--length", "short"), ("--copies", "2")])
def test_a_session_of_some_steps_shows_their_pictures(options: tuple[str, ...]) -> None:
    illustrated(Path(), "wide.png", "", "tall.png")
    succeed("cards", "mine.yaml", *options, "-o", "made.pdf")
    shown = [each for page in pictures(Path("made.pdf").read_bytes()) for each in page]
    assert len(shown) == (4 if options[0] == "--copies" else 2)


@pytest.mark.parametrize("command", ["cards", "booklet"])
def test_a_coarse_picture_gets_a_warning_of_one_line(command: str) -> None:
    Path("coarse.png").write_bytes(packed(plain(120, 90), "PNG"))
    illustrated(Path(), "coarse.png", "coarse.png", "wide.png", drawn=False)
    result = succeed(command, "mine.yaml", "-o", "made.pdf")
    (line,) = result.stderr.splitlines()
    assert line.startswith("Warning: coarse.png has ")
    found = int(line.partition(" has ")[2].partition(" dpi")[0])
    shown = [each for page in pictures(Path("made.pdf").read_bytes()) for each in page if each.pixels.width == 120]
    assert found == pytest.approx(120 / (max(each.box.width for each in shown) / 72), abs=1)
    width, height = (int(part) for part in line.partition("Use one of ")[2].partition(" pixels")[0].split(" x "))
    for less, warned in ((0, False), (6, True)):
        Path("coarse.png").write_bytes(packed(plain(width - less, height - less), "PNG"))
        assert bool(succeed(command, "mine.yaml", "-o", "made.pdf").stderr) == warned


def test_an_inexact_picture_gets_a_warning_even_on_standard_output() -> None:
    Path("lines.svg").write_bytes(svg('<rect width="100" height="100"/><circle r="50" fill="red" opacity=".5"/>'))
    illustrated(Path(), "lines.svg")
    result = succeed("cards", "mine.yaml", "-o", "-")
    assert (
        result.stderr == "Warning: lines.svg: Its half-transparent parts hide what is below them: "
        "they are drawn as if on white paper.\n"
    )
    assert result.stdout_bytes.startswith(b"%PDF")


def test_a_large_photograph_makes_a_small_file() -> None:
    photo = Image.effect_noise((2400, 1800), 40).convert("RGB")
    Path("photo.jpg").write_bytes(packed(photo, "JPEG", quality=92))
    made = print_cards(illustrated_session("photo.jpg"))
    assert Path("photo.jpg").stat().st_size > 1_500_000
    assert len(made.data) < 350_000
