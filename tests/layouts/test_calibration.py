"""The printer test sheet: exact rulers, scales behind their crosses, and backs that move by the shift read on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from cardgen.artwork.theme import theme
from cardgen.jobs.calibration import LEAST_WIDE
from cardgen.layouts.reference.calibration import lay_out_test_sheet
from cardgen.layouts.reference.print_advice import LEAST_TEXT
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper, papers
from cardgen.sheets.printer import Flip, Printer
from cardgen.units import MM, Box, Shift
from cardgen.wording.calibration import word_test_sheet
from cardgen.wording.words import ENGLISH, words
from tests.support.commands import run
from tests.support.printed import inside, outlines, overlaps, page_texts, problems, shapes, text_boxes, unembedded_fonts
from tests.support.printing import print_test_sheet

Points = list[tuple[float, float]]
pytestmark = pytest.mark.usefixtures("empty_folder")
SHEETS = [(name, booklet) for name, sheet in papers().items() for booklet in (False, True)
          if not booklet or sheet.width >= LEAST_WIDE]  # fmt: skip
FLIPS: dict[bool, tuple[Flip, ...]] = {False: ("long", "short"), True: ("short",)}
"""How sheets are turned over, for cards and for booklets."""
MEASURED = "-0.5,1"
SAFE = 6.35 * MM


def _faces(name: str, booklet: bool, known: Printer) -> tuple[Face, Face]:
    size = paper(name).size.turned if booklet else paper(name).size
    sheet = word_test_sheet(words(ENGLISH), name, known, booklet)
    return lay_out_test_sheet(sheet, words(ENGLISH), Format(size), theme("standard"))


def _mm(name: str, booklet: bool) -> tuple[float, float]:
    size = paper(name).size.turned if booklet else paper(name).size
    return size.width / MM, size.height / MM


def _extent(points: Points) -> tuple[float, float]:
    across, down = zip(*points, strict=True)
    return max(across) - min(across), max(down) - min(down)


def _crosses(paths: list[Points]) -> list[tuple[float, float]]:
    """The centers of all crosses of two lines of 10 mm."""
    found = [points for points in paths if len(points) == 4 and _extent(points) == pytest.approx((10, 10), abs=0.01)]
    return sorted((sum(x for x, _ in points) / 4, sum(y for _, y in points) / 4) for points in found)


@pytest.mark.parametrize("name", papers())
def test_the_rulers_are_exact(name: str) -> None:
    front = outlines(print_test_sheet(paper=name))[0]
    length = 100 if name == "a5" else 150
    for along in (0, 1):
        base = next(points for points in front if len(points) == 2 and abs(_extent(points)[along] - length) < 0.1)
        ticks = sorted(
            one[along] - base[0][along]
            for points in front
            for one, other in zip(points[::2], points[1::2], strict=False)
            if abs(one[1 - along] - base[0][1 - along]) < 0.01 and 2 < abs(other[1 - along] - one[1 - along]) < 6
        )
        assert ticks == pytest.approx(list(range(length + 1)), abs=0.1)


@pytest.mark.parametrize(("name", "booklet"), SHEETS)
def test_a_bank_card_fits_its_frame(name: str, booklet: bool) -> None:
    front = outlines(print_test_sheet(paper=name, booklet=booklet))[0]
    assert [points for points in front if _extent(points) == pytest.approx((85.6, 53.98), abs=0.1)]


@pytest.mark.parametrize(("name", "booklet"), SHEETS)
def test_the_lines_at_the_edges_are_as_far_from_them_as_printed(name: str, booklet: bool) -> None:
    front = outlines(print_test_sheet(paper=name, booklet=booklet))[0]
    wide, high = _mm(name, booklet)
    stairs = [points for points in front if len(points) == 2 and max(_extent(points)) < 6]
    for far in (lambda x, y: x, lambda x, y: wide - x, lambda x, y: y, lambda x, y: high - y):
        near = sorted(far(*points[0]) for points in stairs if far(*points[0]) == pytest.approx(far(*points[1])))
        assert near[:8] == pytest.approx(list(range(3, 11)), abs=0.1)


@pytest.mark.parametrize(("name", "booklet", "flip"), [(*sheet, flip) for sheet in SHEETS for flip in FLIPS[sheet[1]]])
def test_each_scale_is_behind_its_cross(name: str, booklet: bool, flip: Flip) -> None:
    made = print_test_sheet(flip=flip, paper=name, booklet=booklet)
    front, back = map(_crosses, outlines(made))
    wide, high = _mm(name, booklet)
    like_a_book = booklet or flip == "long"
    behind = sorted((wide - x, y) if like_a_book else (x, high - y) for x, y in front)
    assert len(front) == 5
    assert [at for pair in back for at in pair] == pytest.approx([at for pair in behind for at in pair], abs=0.01)


def test_the_shift_that_is_read_on_the_sheet_corrects_it() -> None:
    error = (0.5, -1)  # as on a printer that puts backs too far to the right and too high
    (hole_x, hole_y), (scale_x, scale_y) = (_middle(print_test_sheet(), side) for side in (0, 1))
    read = (hole_x - scale_x - error[0], hole_y - scale_y - error[1])
    assert read == pytest.approx((-0.5, 1), abs=0.01)
    corrected = _middle(print_test_sheet(back_shift=f"{read[0]:.1f},{read[1]:.1f}"), 1)
    assert (corrected[0] + error[0], corrected[1] + error[1]) == pytest.approx((hole_x, hole_y), abs=0.01)


def _middle(data: bytes, side: int) -> tuple[float, float]:
    """The center of the five places on a4."""
    return _crosses(outlines(data)[side])[2]


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("name", "booklet"), SHEETS)
@pytest.mark.parametrize("known", [Printer(), Printer(flip="short"), Printer(Shift.parse("-9.75,-9.25"))])
def test_nothing_overlaps_and_the_words_are_in_the_printable_area(name: str, booklet: bool, known: Printer) -> None:
    front, back = _faces(name, booklet, known)
    safe = Box(0, 0, *front.size).inset(SAFE)
    for face in (front, back):
        assert [pair for pair in overlaps(face) if any(isinstance(shape.mark, Text) for shape in pair)] == []
    assert [shape for shape in shapes(back) if not inside(shape.box, safe)] == []
    texts = [shape for shape in shapes(front) if isinstance(shape.mark, Text) and shape.mark.size >= LEAST_TEXT]
    assert len(texts) > 10
    assert [shape for shape in texts if not inside(shape.box, safe)] == []


@pytest.mark.parametrize(("name", "booklet"), SHEETS)
def test_the_file_is_sound_and_has_every_instruction(name: str, booklet: bool) -> None:
    data = print_test_sheet(paper=name, booklet=booklet)
    assert problems(data) == []
    assert unembedded_fonts(data) == []
    texts = page_texts(data)
    sheet = word_test_sheet(words(ENGLISH), name, Printer(), booklet)
    for number, step in enumerate(sheet.steps, 1):
        page = texts[number > 3]
        assert f"{number} {step.heading}" in page
        assert step.text in page
        assert all(command in page for command in step.commands)
    assert all(hint.text in texts[1] for hint in sheet.hints)


@pytest.mark.parametrize(("flip", "viewer"), [("long", "/DuplexFlipLongEdge"), ("short", "/DuplexFlipShortEdge")])
def test_the_pdf_names_the_edge_to_flip_on(tmp_path: Path, flip: str, viewer: str) -> None:
    output = run("calibrate", "--flip", flip).output
    assert f"flipped on the {flip} edge" in output
    with pikepdf.open(tmp_path / "calibrate.pdf") as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == viewer
    other = {"long": "short", "short": "long"}[flip]
    assert f"--flip {other}" in page_texts((tmp_path / "calibrate.pdf").read_bytes())[1]


def test_the_terminal_has_the_same_instructions() -> None:
    output = " ".join(run("calibrate").output.split())
    for step in words(ENGLISH).calibration:
        assert step.heading in output
    assert "cardgen cards joints --back-shift -0.5,1" in output


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    "args", [("cards", "legs-back"), ("cards", "joints", "--stock", "a7"), ("cards", "joints", "--stock", "poker"),
             ("booklet", "joints"), ("booklet", "joints", "--manual-duplex"), ("calibrate",)]
)  # fmt: skip
def test_backs_move_by_exactly_the_shift_and_fronts_do_not(args: tuple[str, ...]) -> None:
    plain = run(*args, "-o", "-").stdout_bytes
    moved = run(*args, "--back-shift", MEASURED, "-o", "-").stdout_bytes
    pages, texts = list(_pages(plain, moved)), text_boxes(plain)
    backs = [number for number, (one, other) in enumerate(pages) if one != other]
    count = len(texts)
    manual = "--manual-duplex" in args
    behind = range(count // 2, count) if manual else range(1, count, 2)
    assert backs == [number for number in behind if texts[number]] != []
    for number, (before, after) in enumerate(pages):
        away = (-0.5, 1) if number in backs else (0, 0)
        assert len(before) == len(after)
        for (_, old), (_, new) in zip(before, after, strict=True):
            assert ((new.x - old.x) / MM, (new.y - old.y) / MM) == pytest.approx(away, abs=0.01)


def _pages(plain: bytes, moved: bytes) -> Iterator[tuple[list[tuple[str, Box]], list[tuple[str, Box]]]]:
    """The texts of both files, page by page, without the line of the test sheet that names its shift."""
    for before, after in zip(text_boxes(plain), text_boxes(moved), strict=True):
        yield (
            [run for run in before if "test sheet" not in run[0]],
            [run for run in after if "test sheet" not in run[0]],
        )
