"""Where pictures stand on cards and pages, how large they are, and what is said, warned and recorded of them."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from cardgen.artwork.pictures.resolution import coarse, dpi
from cardgen.artwork.theme import theme
from cardgen.cli import main
from cardgen.jobs.booklet import print_booklet
from cardgen.jobs.cards import print_cards
from cardgen.layouts.cards import layout, layouts
from cardgen.layouts.parts.step_figure import BETWEEN
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.scene.marks import Use
from cardgen.scene.record import Changes, read_record
from cardgen.sheets.cutting import cut
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM, Box, Size
from cardgen.wording.cards import word_deck
from tests.support.pictures import MARK, illustrated, marked, packed, pictures, plain, svg
from tests.support.printed import SIZES, inside, intersect, overlaps, placed_boxes, text_boxes
from tests.support.screen_reader import Reading

SHAPES = {"wide": (1200, 800), "tall": (800, 1200), "square": (900, 900), "tiny": (32, 24), "long": (2000, 300)}


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, size in SHAPES.items():
        Path(f"{name}.png").write_bytes(packed(plain(*size), "PNG"))
    Path("lines.svg").write_bytes(svg('<rect width="100" height="100" fill="#f0f"/>'))


def session(*names: str, drawn: bool = True, routine: str = "joints") -> Session:
    return plan(load_selection([str(illustrated(Path(), *names, drawn=drawn, routine=routine))]))


def figures(face: Face) -> list[Use]:
    """The drawings and pictures of a step on a face."""
    return [mark for mark in face.marks if isinstance(mark, Use) and mark.art.name.startswith(("figure", "picture"))]


def fronts(shown: Session, stock_name: str, layout_name: str = "steps") -> list[Face]:
    form = Format(stock(stock_name).size)
    return [
        face
        for card in layout(layout_name)(word_deck(shown), form, theme("standard"), True)
        for face in card
        if figures(face)
    ]


@pytest.mark.parametrize("stock_name", SIZES)
@pytest.mark.parametrize("layout_name", layouts())
def test_nothing_lies_on_a_picture_whatever_its_shape(layout_name: str, stock_name: str) -> None:
    for routine, drawn in (("hands", True), ("joints", False)):
        shown = session(*(f"{name}.png" for name in SHAPES), "lines.svg", drawn=drawn, routine=routine)
        faces = fronts(shown, stock_name, layout_name)
        assert faces or layout_name == "overview"
        assert [(face.name, str(a), str(b)) for face in faces for a, b in overlaps(face)] == []
        for face in faces:
            assert all(inside(use.box, Box(0, 0, *face.size).inset(3 * MM)) for use in figures(face))


@pytest.mark.parametrize("stock_name", ["a4", "a5", "a6", "poker", "business"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_keeps_its_shape_and_is_as_large_as_its_room_allows(shape: str, stock_name: str) -> None:
    made = print_cards(session(f"{shape}.png", drawn=False), cut(stock_name))
    ((shown,),) = [page for page in pictures(made.data) if page]
    width, height = SHAPES[shape]
    long, short = sorted((shown.box.width, shown.box.height), reverse=True)  # a sheet may lie on its side
    assert long / short == pytest.approx(max(width, height) / min(width, height), rel=0.01)
    if shape == "tiny":
        assert long == pytest.approx(32, abs=0.1)
    else:
        (face,) = (face for face in fronts(session(f"{shape}.png", drawn=False), stock_name) if _pictured(face))
        drawing = figures(fronts(session(), stock_name)[0])[0]
        assert long > 0.9 * min(drawing.box.width, drawing.box.height)
        assert dpi(figures(face)[0]) == pytest.approx(72 * max(width, height) / long, rel=0.01)


def _pictured(face: Face) -> bool:
    return any(use.art.digest for use in figures(face))


@pytest.mark.parametrize(("shape", "stock_name"), [*product(("wide", "tall", "square"), ("a4", "a5", "a6", "tarot"))])
def test_a_drawing_and_a_picture_stand_side_by_side_or_one_above_the_other(shape: str, stock_name: str) -> None:
    front = next(face for face in fronts(session(f"{shape}.png"), stock_name) if _pictured(face))
    drawing, picture = (use.box for use in figures(front))
    across = picture.x - drawing.right
    down = picture.y - drawing.bottom
    assert max(across, down) == pytest.approx(BETWEEN, abs=0.1)
    if across == pytest.approx(BETWEEN, abs=0.1):
        assert drawing.y + drawing.height / 2 == pytest.approx(picture.y + picture.height / 2, abs=0.1)
    else:
        assert drawing.x + drawing.width / 2 == pytest.approx(picture.x + picture.width / 2, abs=0.1)
    alone = figures(fronts(session(), stock_name)[0])[0].box
    assert drawing.width * drawing.height > 0.2 * alone.width * alone.height
    assert picture.width * picture.height > 0.2 * drawing.width * drawing.height


def test_a_picture_that_is_printed_lies_where_the_layout_put_it() -> None:
    shown, cutting = session("wide.png", drawn=False), cut("a6")
    data = print_cards(shown, cutting).data
    (face,) = (face for face in fronts(shown, "a6") if _pictured(face))
    (use,) = figures(face)
    ((page, found),) = [(number, page[0]) for number, page in enumerate(pictures(data)) if page]
    cards = placed_boxes(data, cutting.stock.size)[page]
    (card,) = (card for card in cards if inside(found.box, card))
    assert found.box.x - card.x == pytest.approx(use.box.x, abs=0.05)
    assert found.box.y - card.y == pytest.approx(use.box.y, abs=0.05)
    assert found.box.size == pytest.approx(use.box.size, abs=0.05)
    assert not any(intersect(found.box, box) for text, box in text_boxes(data)[page] if text)


def test_lines_fill_the_room_at_any_size() -> None:
    sizes = []
    for name in ("business", "a6", "a4"):
        (box,) = marked(print_cards(session("lines.svg", drawn=False), cut(name)).data, dpi=150)
        assert box.width == pytest.approx(box.height, rel=0.05)
        sizes.append(box.width)
    assert sizes == sorted(sizes)
    assert sizes[-1] > 70 * MM


@pytest.mark.parametrize("imposed", [True, False])
def test_a_booklet_shows_pictures_on_the_pages_of_their_steps(imposed: bool) -> None:
    made = print_booklet(session("wide.png", "tall.png", drawn=False), imposed=imposed)
    shown = [each for page in pictures(made.data) for each in page]
    assert len(shown) == 2
    assert all(max(each.box.size) > 40 * MM for each in shown)
    assert all(int(each.pixels.width) <= 1200 for each in shown)


def test_strokes_that_nobody_sees_are_not_explained() -> None:
    """A booklet without drawings has no page for their strokes."""
    with_drawings, without = (
        print_booklet(session(*["wide.png"] * 9, drawn=drawn), imposed=False).pages for drawn in (True, False)
    )
    assert without < with_drawings


def test_pictures_are_heard() -> None:
    for kind in ("cards", "booklet"):
        shown = session("wide.png", "tall.png")
        data = print_cards(shown).data if kind == "cards" else print_booklet(shown, imposed=False).data
        read = Reading(data)
        assert read.unmarked == 0
        alts = [node.alt for node in read.document.walk() if node.role == "Figure"]
        names = [turn.step.name for turn in shown.turns]
        assert [alt for alt in alts if alt.startswith("Picture: ")] == [f"Picture: {name}" for name in names[:2]]
        assert sum(alt.startswith("Drawing: ") for alt in alts) == len(names)


@pytest.mark.parametrize(
    ("command", "flavour"),
    [
        ("cards mine.yaml", "2b"),
        ("cards mine.yaml --layout overview --stock a5 --untagged", "2b"),
        ("booklet mine.yaml --pages", "2b"),
        ("cards mine.yaml --attach", "3b"),
    ],
)
def test_an_archive_with_pictures_is_sound(command: str, flavour: str) -> None:
    Path("grey.jpg").write_bytes(packed(plain(mode="L", color=90), "JPEG"))
    Path("cmyk.jpg").write_bytes(packed(plain(mode="CMYK", color=(0, 9, 90, 0)), "JPEG"))
    Path("see.png").write_bytes(packed(plain(mode="RGBA", color=(9, 9, 9, 9)), "PNG"))
    illustrated(Path(), "grey.jpg", "cmyk.jpg", "see.png", "lines.svg", "tall.png", routine="hands")
    run(*command.split(), "--pdfa", "-o", "made.pdf")
    report = pikepdf.pdfa.validate_written(Path("made.pdf"), flavour)
    assert [str(finding) for finding in report.findings] == []
    assert report.passed


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result


def test_a_changed_picture_is_a_changed_card() -> None:
    illustrated(Path(), "wide.png", "lines.svg")
    run("cards", "mine.yaml", "-o", "old.pdf")
    assert "nothing was written" in run("cards", "mine.yaml", "--only-changed", "old.pdf").output
    Path("wide.png").write_bytes(packed(plain(1200, 800, color=(0, 255, 255)), "PNG"))
    said = run("cards", "mine.yaml", "--only-changed", "old.pdf", "-o", "new.pdf").output
    assert "Wrote new.pdf: 1 card" in said
    assert marked(Path("new.pdf").read_bytes()) == []
    assert len(marked(Path("new.pdf").read_bytes(), (0, 255, 255))) == 1
    changes = Changes.between(read_record(Path("old.pdf")), read_record(Path("new.pdf")))
    assert [len(changes.changed), len(changes.new), len(changes.gone)] == [1, 0, 1]
    Path("lines.svg").write_bytes(svg('<rect width="100" height="100" fill="red"/>'))
    assert "2 cards" in run("cards", "mine.yaml", "--only-changed", "old.pdf", "-o", "newer.pdf").output


def test_the_identity_of_a_file_follows_its_pictures() -> None:
    identities = []
    for color in (MARK, MARK, (0, 255, 255)):
        Path("wide.png").write_bytes(packed(plain(1200, 800, color=color), "PNG"))
        with pikepdf.open(io.BytesIO(print_cards(session("wide.png")).data)) as pdf:
            identities.append(bytes(pdf.trailer["/ID"][0]))
    assert identities[0] == identities[1] != identities[2]


def test_pictures_are_recorded_and_inspected() -> None:
    Path("own").mkdir()
    Path("own/photo.png").write_bytes(Path("wide.png").read_bytes())
    illustrated(Path(), "own/photo.png", "lines.svg")
    run("cards", "mine.yaml", "-o", "made.pdf")
    assert [source.name for source in read_record(Path("made.pdf")).sources] == [
        "mine.yaml",
        "own/photo.png",
        "lines.svg",
    ]
    told = run("inspect", "made.pdf").output
    assert "own/photo.png (unchanged)" in told
    assert "lines.svg (unchanged)" in told
    Path("own/photo.png").write_bytes(Path("tall.png").read_bytes())
    Path("lines.svg").unlink()
    told = run("inspect", "made.pdf").output
    assert "own/photo.png (changed since)" in told
    assert "lines.svg (not found)" in told


def test_pictures_are_attached_byte_for_byte() -> None:
    illustrated(Path(), "wide.png", "lines.svg")
    run("cards", "mine.yaml", "--attach", "-o", "made.pdf")
    with pikepdf.open("made.pdf") as pdf:
        attached = {file.filename: file.get_file() for file in pdf.attachments.values()}
        for name, media in (
            ("mine.yaml", "application/yaml"),
            ("wide.png", "image/png"),
            ("lines.svg", "image/svg+xml"),
        ):
            assert attached[name].read_bytes() == Path(name).read_bytes()
            assert attached[name].mime_type == media


@pytest.mark.parametrize("options", [("--steps", "1,3"), ("--minutes", "12"), ("--length", "short"), ("--copies", "2")])
def test_sessions_of_some_steps_show_their_pictures(options: tuple[str, ...]) -> None:
    illustrated(Path(), "wide.png", "", "tall.png")
    run("cards", "mine.yaml", *options, "-o", "made.pdf")
    shown = [each for page in pictures(Path("made.pdf").read_bytes()) for each in page]
    assert len(shown) == (4 if options[0] == "--copies" else 2)


@pytest.mark.parametrize("command", ["cards", "booklet"])
def test_a_coarse_picture_is_warned_of_in_a_line(command: str) -> None:
    Path("coarse.png").write_bytes(packed(plain(120, 90), "PNG"))
    illustrated(Path(), "coarse.png", "coarse.png", "wide.png", drawn=False)
    result = run(command, "mine.yaml", "-o", "made.pdf")
    (line,) = result.stderr.splitlines()
    assert line.startswith("Warning: coarse.png has ")
    found = int(line.partition(" has ")[2].partition(" dpi")[0])
    shown = [each for page in pictures(Path("made.pdf").read_bytes()) for each in page if each.pixels.width == 120]
    assert found == pytest.approx(120 / (max(each.box.width for each in shown) / 72), abs=1)
    width, height = (int(part) for part in line.partition("Take one of ")[2].partition(" pixels")[0].split(" x "))
    for less, warned in ((0, False), (6, True)):
        Path("coarse.png").write_bytes(packed(plain(width - less, height - less), "PNG"))
        assert bool(run(command, "mine.yaml", "-o", "made.pdf").stderr) == warned


def test_what_is_not_as_it_should_be_is_warned_of_even_on_standard_output() -> None:
    Path("lines.svg").write_bytes(svg('<rect width="100" height="100"/><circle r="50" fill="red" opacity=".5"/>'))
    illustrated(Path(), "lines.svg")
    result = run("cards", "mine.yaml", "-o", "-")
    assert (
        result.stderr
        == "Warning: lines.svg: What is half transparent in it hides what lies below: it is drawn as on white paper.\n"
    )
    assert result.stdout_bytes.startswith(b"%PDF")


def test_the_resolution_of_a_layout_is_known_without_printing() -> None:
    """What a check for a certain stock can ask."""
    Path("coarse.png").write_bytes(packed(plain(120, 90), "PNG"))
    shown = session("coarse.png", "lines.svg", drawn=False)
    form = Format(stock("a4").size)
    (found,) = coarse(
        face for card in layout("steps")(word_deck(shown), form, theme("standard"), True) for face in card
    )
    assert found.dpi == 72
    assert found.face.endswith(shown.turns[0].step.name)
    assert shown.selection.pictures["coarse.png"].art.digest == found.digest
    small = Format(Size(60 * MM, 90 * MM))
    assert not [
        each
        for each in coarse(
            face for card in layout("steps")(word_deck(shown), small, theme("standard"), True) for face in card
        )
        if each.dpi < 72
    ]


def test_a_large_photograph_makes_a_small_file() -> None:
    photo = Image.effect_noise((2400, 1800), 40).convert("RGB")
    Path("photo.jpg").write_bytes(packed(photo, "JPEG", quality=92))
    made = print_cards(session("photo.jpg"))
    assert Path("photo.jpg").stat().st_size > 1_500_000
    assert len(made.data) < 350_000
