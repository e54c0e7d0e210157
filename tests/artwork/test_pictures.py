"""Authors' own pictures: every kind of file is printed as it looks, as fine as paper needs, and none does harm."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from cardgen.artwork.pictures import raster
from cardgen.artwork.pictures.picture import read_picture
from cardgen.cli import main
from cardgen.errors import UserError
from cardgen.files import DATA
from cardgen.jobs.booklet import print_booklet
from cardgen.jobs.cards import print_cards
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.sheets.cutting import choose_cutting
from tests.support.pictures import MARK, MARKS, bare_png, illustrated, marked, packed, pictures, plain, png_chunk

ORIENTATION = 0x0112


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def session(*names: str, drawn: bool = True) -> Session:
    return plan(load_selection([str(illustrated(Path(), *names, drawn=drawn))]))


def embedded(data: bytes, name: str) -> Image.Image:
    """A picture as it is in the cards of a routine."""
    Path(name).write_bytes(data)
    made = print_cards(session(name))
    return next(page[0].pixels for page in pictures(made.data) if page)


def report(name: str, data: bytes | None = None) -> Result:
    """What `cardgen check` says of a routine with this picture."""
    if data is not None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(data)
    return CliRunner().invoke(main, ["check", str(illustrated(Path(), "", name))])


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize("name", MARKS)
def test_every_kind_is_on_every_face_that_shows_the_step(name: str, drawn: bool) -> None:
    Path(name).write_bytes(MARKS[name])
    shown = session(name, drawn=drawn)
    for data in (
        print_cards(shown).data,
        print_cards(shown, choose_cutting("poker"), duplex=False, theme_name="mono").data,
        print_cards(shown, choose_cutting("a5"), layout_name="overview").data,
        print_booklet(shown, imposed=False).data,
    ):
        (box,) = marked(data, dpi=50)
        assert sorted((box.width, box.height))[1] / sorted((box.width, box.height))[0] == pytest.approx(
            1 if name.endswith("svg") else 1.5, rel=0.1
        )


@pytest.mark.parametrize(
    ("image", "kind", "looks"),
    [
        (plain(mode="L", color=90), "PNG", 90),
        (plain(mode="L", color=90), "JPEG", 90),
        (plain(mode="1", color=1), "PNG", 255),
        (plain(mode="LA", color=(0, 102)), "PNG", 153),
        (plain(mode="RGBA", color=(255, 0, 0, 51)), "PNG", (255, 204, 204)),
        (plain(mode="CMYK", color=(0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (plain(color=(250, 10, 10)), "JPEG", (250, 10, 10)),
        (plain(mode="I;16", color=90 * 257), "PNG", 90),
        (plain(mode="P", color=3), "PNG", None),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else str(value),
)
def test_pixels_of_every_mode_look_as_they_should(image: Image.Image, kind: str, looks: object) -> None:
    if image.mode == "P":
        image.putpalette([0] * 9 + [10, 200, 30])
        looks = (10, 200, 30)
    found = embedded(packed(image, kind), f"mark.{kind.lower()}")
    value = found.getpixel((5, 5))
    assert found.mode == ("L" if isinstance(looks, int) else "RGB")
    for part, expected in zip(
        value if isinstance(value, tuple) else (value,), looks if isinstance(looks, tuple) else (looks,), strict=True
    ):
        assert part == pytest.approx(expected, abs=2)


@pytest.mark.parametrize("mode", ["P", "RGB", "L"])
def test_a_colour_that_is_said_to_be_nothing_is_paper(mode: str) -> None:
    image = plain(40, 20, mode, {"P": 1, "RGB": (1, 2, 3), "L": 7}[mode])
    image.paste({"P": 2, "RGB": (9, 9, 9), "L": 9}[mode], (0, 0, 20, 20))
    image.putpalette([0, 0, 0, 200, 0, 0, 9, 9, 9]) if mode == "P" else None
    found = embedded(packed(image, "PNG", transparency={"P": 1, "RGB": (1, 2, 3), "L": 7}[mode]), "mark.png")
    assert found.convert("RGB").getpixel((35, 10)) == (255, 255, 255)
    assert found.convert("RGB").getpixel((5, 10)) == (9, 9, 9)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_way_the_camera_was_held_is_undone(orientation: int, kind: str) -> None:
    upright = plain(240, 160, color=(0, 0, 200))
    upright.paste(MARK, (0, 0, 120, 80))  # at the top left, wherever the camera put it
    stored = upright.transpose(BACK[orientation]) if orientation in BACK else upright
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    found = embedded(packed(stored, kind, exif=exif), f"mark.{kind.lower()}")
    assert found.size == (240, 160)
    corners = [found.getpixel(at) for at in ((10, 10), (230, 10), (10, 150), (230, 150))]
    assert [abs(corner[0] - 255) < 20 for corner in corners] == [True, False, False, False]


BACK = {
    orientation: {
        Image.Transpose.ROTATE_90: Image.Transpose.ROTATE_270,
        Image.Transpose.ROTATE_270: Image.Transpose.ROTATE_90,
    }.get(turn, turn)
    for orientation, turn in raster.UPRIGHT.items()
}


def test_colours_of_another_profile_become_the_usual_ones() -> None:
    """In a profile whose red and green have changed places, red is green."""
    profile = (
        (DATA / "colour" / "srgb.icc").read_bytes().replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    )
    swapped = profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    for kind in ("PNG", "JPEG"):
        red, green, _ = embedded(
            packed(plain(color=(255, 0, 0)), kind, icc_profile=swapped), f"a.{kind.lower()}"
        ).getpixel((5, 5))
        assert red < 60
        assert green > 200


def test_a_profile_that_is_broken_says_nothing() -> None:
    found = embedded(packed(plain(color=(200, 0, 0)), "PNG", icc_profile=b"nonsense" * 40), "a.png")
    assert found.getpixel((5, 5)) == (200, 0, 0)


def test_a_cmyk_picture_is_read_by_its_profile_or_without() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    found = embedded(packed(plain(mode="CMYK", color=(255, 0, 255, 0)), "JPEG", icc_profile=lab), "a.jpg")
    assert found.mode == "RGB"
    assert found.getpixel((5, 5))[1] > 200


def test_a_picture_is_in_the_file_once_as_fine_as_its_largest_place() -> None:
    Path("large.jpg").write_bytes(packed(Image.radial_gradient("L").resize((2400, 1600)), "JPEG"))
    made = print_cards(session("large.jpg", "large.jpg", drawn=False), copies=2)
    shown = [each for page in pictures(made.data) for each in page]
    assert len(shown) == 4
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
        assert len(images) == 1
        width, height = int(images[0].Width), int(images[0].Height)
    widest = max(each.box.width for each in shown) / 72
    assert width / widest == pytest.approx(300, rel=0.01)
    assert height / width == pytest.approx(1600 / 2400, abs=0.005)
    assert len(made.data) < 150_000


def test_a_jpeg_is_kept_as_it_is_but_for_what_it_tells_of_the_camera() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    data = packed(plain(), "JPEG", exif=exif, comment=b"at home")
    Path("mark.jpg").write_bytes(data)
    made = print_cards(session("mark.jpg"))
    ((shown,),) = [page for page in pictures(made.data) if page]
    assert shown.filter == "/DCTDecode"
    assert data.endswith(shown.raw[-500:])
    for told in (b"A camera", b"at home", b"Exif"):
        assert told in data
        assert told not in made.data


def test_drawings_keep_their_edges_and_photographs_are_small() -> None:
    edges = plain(200, 100, color=(255, 255, 255))
    edges.paste((0, 0, 0), (50, 0, 100, 100))
    noise = Image.effect_noise((200, 200), 60).convert("RGB")
    for image, kept in ((edges, True), (noise, False)):
        Path("a.png").write_bytes(packed(image, "PNG"))
        ((shown,),) = [page for page in pictures(print_cards(session("a.png")).data) if page]
        assert (shown.filter == "/FlateDecode") == kept
        assert not kept or shown.pixels.tobytes() == image.convert(shown.pixels.mode).tobytes()


def test_the_same_picture_gives_the_same_bytes() -> None:
    for name, data in MARKS.items():
        Path(name).write_bytes(data)
    first, again = (print_cards(session(*MARKS)).data for _ in range(2))
    assert first == again


def test_pictures_may_lie_in_folders_below() -> None:
    Path("own/deep").mkdir(parents=True)
    Path("own/deep/mark.png").write_bytes(MARKS["mark.png"])
    for name in ("own/deep/mark.png", "own\\deep\\mark.png", "./own/../own/deep/mark.png"):
        made = print_cards(session(name))
        assert len(marked(made.data)) == 1
        assert made.record.sources[-1].name == "own/deep/mark.png"


TRUNCATED = packed(Image.radial_gradient("L"), "PNG")
SCANNED = packed(plain(64, 64), "JPEG", progressive=True)
LAST_SCAN = SCANNED[SCANNED.rindex(b"\xff\xda") : -2]
FAULTS = {
    "photo.heic": (
        b"?",
        "'photo.heic' is none of the pictures that can be printed.",
        "Save it as one of these: .png, .jpg",
    ),
    "none.png": (
        None,
        "There is no file 'none.png' in this routine's folder, or in a folder below it.",
        "Put the picture",
    ),
    "cut.png": (
        TRUNCATED[: len(TRUNCATED) // 2],
        "cut.png: It cannot be read; it may be damaged or incomplete.",
        "save it anew",
    ),
    "cut.jpg": (
        packed(Image.radial_gradient("L"), "JPEG")[:2000],
        "cut.jpg: It cannot be read; it may be damaged or incomplete.",
        "save it anew",
    ),
    "crc.png": (
        TRUNCATED[:50] + b"x" + TRUNCATED[51:],
        "crc.png: It cannot be read; it may be damaged or incomplete.",
        "save it anew",
    ),
    "empty.png": (b"", "empty.png: It is no PNG; its name says PNG.", "give it the right name"),
    "really.jpg": (MARKS["mark.png"], "really.jpg: It is a PNG by its first bytes; its name says JPEG.", "right name"),
    "really.svg": (MARKS["mark.jpg"], "really.svg: It is a JPEG by its first bytes; its name says SVG.", "right name"),
    "large.jpg": (b"\xff\xd8\xff" + bytes(25_000_000), "large.jpg: This file is larger than 20 MB", "right file"),
    "claims.png": (bare_png(60_000, 60_000, b""), "claims.png: It has more than 40 million pixels.", "Save it smaller"),
    "claims-more.png": (bare_png(7_000, 7_000, b""), "It has more than 40 million pixels.", "2000 pixels across"),
    "profile.png": (
        bare_png(9, 9, zlib.compress(bytes(252)), png_chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(90_000_000), 9))),
        "profile.png: It cannot be read; it may be damaged or incomplete.",
        "save it anew",
    ),
    "parts.jpg": (
        SCANNED[:2] + b"\xff\xe5\x00\x02" * 100_000 + SCANNED[2:],
        "It is made so that it takes too long to read.",
        "anew",
    ),
    "parts.png": (
        bare_png(9, 9, zlib.compress(bytes(252)), png_chunk(b"abAb", b"") * 100_000),
        "It is made so that it takes too long to read.",
        "anew",
    ),
    "filled.jpg": (SCANNED[:2] + b"\xff" * 10_000 + SCANNED[2:], "It is damaged, or not whole.", "anew"),
    "slim.png": (packed(plain(2000, 9), "PNG"), "It is far too slim to be seen.", "Cut it"),
    "scans.jpg": (
        SCANNED[:-2] + LAST_SCAN * 500 + b"\xff\xd9",
        "It is made so that it takes too long to read.",
        "anew",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_printed_is_a_fault_at_its_place(name: str) -> None:
    data, problem, remedy = FAULTS[name]
    result = report(name, data)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    line = Path("mine.yaml").read_text(encoding="utf-8").splitlines().index(f"  image: {name}") + 1
    assert result.output.startswith(f"mine.yaml:{line}:10: ")
    assert problem in result.output
    assert remedy in result.output


def test_a_png_with_more_data_than_pixels_is_only_so_large() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    assert embedded(bare_png(100, 100, bomb), "bomb.png").size == (100, 100)


def test_every_fault_is_told_at_once_and_each_file_is_read_once() -> None:
    Path("bad.png").write_bytes(TRUNCATED[:60])
    path = illustrated(Path(), "none.png", "bad.png", "bad.png", "../out.png")
    with pytest.raises(UserError) as raised:
        load_selection([str(path)])
    lines = [fault.line for fault in raised.value.faults]
    assert len(lines) == len(set(lines)) == 4
    assert all(fault.column and "image: " in fault.text for fault in raised.value.faults)


def test_a_near_name_is_suggested() -> None:
    Path("shoulder.png").write_bytes(MARKS["mark.png"])
    assert "Did you mean 'shoulder.png'?" in report("sholder.png").output


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd", "link.png", "linked/secret.png", "a\0b.png", "~/a.png"]
)
def test_nothing_outside_of_the_folder_is_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(MARKS["mark.png"])
    (inner / "link.png").symlink_to(tmp_path / "secret.png")
    (inner / "linked").symlink_to(tmp_path)
    monkeypatch.chdir(inner)
    result = CliRunner().invoke(main, ["check", str(illustrated(Path(), name))])
    assert result.exit_code == 2
    assert "in this routine's folder" in result.output or "nobody can see" in result.output


def test_a_link_within_the_folder_is_followed() -> None:
    Path("mark.png").write_bytes(MARKS["mark.png"])
    Path("link.png").symlink_to("mark.png")
    assert len(marked(print_cards(session("link.png")).data)) == 1


@pytest.mark.parametrize(
    ("limit", "said"), [("MOST_BYTES", "MB."), ("MOST_PIXELS", "million pixels."), ("MOST_FILES", "may have")]
)
def test_all_pictures_of_a_routine_together_are_not_too_much(
    limit: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        Path(f"{number}.png").write_bytes(packed(plain(10 + number, 10), "PNG"))
    most = {
        "MOST_BYTES": sum(Path(f"{number}.png").stat().st_size for number in (0, 1)),
        "MOST_PIXELS": 220,
        "MOST_FILES": 2,
    }
    monkeypatch.setattr(f"cardgen.artwork.pictures.album.{limit}", most[limit])
    assert session("0.png", "1.png", "0.png")
    with pytest.raises(UserError) as raised:
        session("0.png", "1.png", "2.png")
    assert said in str(raised.value)
    assert len(raised.value.faults) == 1


SEEDS = [
    ("JPEG", packed(Image.radial_gradient("L").resize((40, 30)), "JPEG")),
    ("JPEG", packed(plain(40, 30, "CMYK", (9, 80, 70, 1)), "JPEG", progressive=True)),
    ("PNG", packed(plain(40, 30, "RGBA", (9, 80, 70, 100)), "PNG")),
    ("PNG", packed(plain(40, 30, "P", 3), "PNG", transparency=3)),
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=9))
def test_no_file_is_anything_but_a_picture_or_a_fault(
    seed: tuple[raster.Kind, bytes], changes: list[tuple[int, int]]
) -> None:
    kind, data = seed
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    try:
        art, _ = raster.read(bytes(damaged), kind, "0" * 16)
    except UserError:
        return
    assert art.marks[0].pixels.encoded(10).data


def test_tiny_pictures_are_not_blown_up() -> None:
    Path("tiny.png").write_bytes(packed(plain(24, 18), "PNG"))
    for name, drawn in product(("a4", "a6", "poker"), (True, False)):
        ((shown,),) = [
            page for page in pictures(print_cards(session("tiny.png", drawn=drawn), choose_cutting(name)).data) if page
        ]
        assert shown.box.width <= 24 + 0.1


def test_a_jpeg_that_holds_red_green_and_blue_is_made_a_usual_one() -> None:
    data = packed(plain(color=(250, 10, 10)), "JPEG", keep_rgb=True)
    assert embedded(data, "mark.jpg").getpixel((5, 5)) == pytest.approx((250, 10, 10), abs=3)


def test_a_name_that_the_fonts_do_not_have_is_no_fault() -> None:
    """It is not printed."""
    Path("写真.png").write_bytes(MARKS["mark.png"])
    assert len(marked(print_cards(session("写真.png")).data, dpi=50)) == 1


def test_without_pictures_nothing_is_loaded_that_reads_them() -> None:
    code = "import sys; from cardgen.cli import main; main(['cards', 'joints', '-o', '-'], standalone_mode=False)"
    heavy = "{'PIL.ImageCms', 'cardgen.artwork.pictures.raster', 'cardgen.artwork.pictures.vector'}"
    told = f"print({heavy} & set(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", f"{code}; {told}"], check=True, capture_output=True)
    assert run.stderr.decode().strip() == "set()"


def test_pictures_of_a_program_are_found_beside_their_routines() -> None:
    Path("part").mkdir()
    Path("part/mark.png").write_bytes(MARKS["mark.png"])
    illustrated(Path("part"), "mark.png")
    Path("mark.png").write_bytes(packed(plain(color=(0, 255, 255)), "PNG"))
    illustrated(Path(), "mark.png", routine="hands").rename("hands.yaml")
    Path("all.yaml").write_text(
        "name: All\nsummary: Both.\nparts: [{routine: part/mine.yaml}, {routine: hands.yaml}]\n", encoding="utf-8"
    )
    made = print_cards(plan(load_selection(["all.yaml"]), length="all")).data
    assert len(marked(made)) == 1
    assert len(marked(made, (0, 255, 255))) == 1


def test_what_is_read_for_checking_is_what_is_printed() -> None:
    Path("mark.png").write_bytes(MARKS["mark.png"])
    picture = read_picture(Path("mark.png"), "mark.png")
    assert picture.data == MARKS["mark.png"]
    assert picture.media == "image/png"
    assert picture.art.size == (300, 200)
