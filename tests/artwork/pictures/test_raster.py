"""Pictures of pixels are printed as they look, with the resolution that paper needs."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageCms

from cardgen.artwork.pictures import raster
from cardgen.files.folders import DATA
from tests.support.pictures import (
    MARK,
    MARKS,
    embedded,
    illustrated_session,
    marked,
    packed,
    pictures,
    plain,
)
from tests.support.printing import print_booklet, print_cards

pytestmark = pytest.mark.usefixtures("empty_folder")

ORIENTATION = 0x0112


@pytest.mark.one_in(8)
@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize("name", MARKS)
def test_every_kind_of_picture_is_on_every_face_that_shows_the_step(name: str, drawn: bool) -> None:
    Path(name).write_bytes(MARKS[name])
    shown = illustrated_session(name, drawn=drawn)
    for data in (
        print_cards(shown).data,
        print_cards(shown, stock="poker", sides="front", theme="mono").data,
        print_cards(shown, stock="a4", layout="overview").data,
        print_booklet(shown, pages=True).data,
    ):
        boxes = marked(data, dpi=50)
        assert boxes
        for box in boxes:  # on the step's face, and beside "Next" on the back before it
            short, long = sorted((box.width, box.height))
            assert long / short == pytest.approx(1 if name.endswith("svg") else 1.5, rel=0.1)


@pytest.mark.one_in(3)
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
def test_a_transparent_color_is_paper(mode: str) -> None:
    image = plain(40, 20, mode, {"P": 1, "RGB": (1, 2, 3), "L": 7}[mode])
    image.paste({"P": 2, "RGB": (9, 9, 9), "L": 9}[mode], (0, 0, 20, 20))
    image.putpalette([0, 0, 0, 200, 0, 0, 9, 9, 9]) if mode == "P" else None
    found = embedded(packed(image, "PNG", transparency={"P": 1, "RGB": (1, 2, 3), "L": 7}[mode]), "mark.png")
    assert found.convert("RGB").getpixel((35, 10)) == (255, 255, 255)
    assert found.convert("RGB").getpixel((5, 10)) == (9, 9, 9)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_of_the_camera_is_undone(orientation: int, kind: str) -> None:
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
    for orientation, turn in raster.UPRIGHTING.items()
}


def test_colors_of_another_profile_become_srgb() -> None:
    """In a profile whose red and green are swapped, red is green."""
    profile = (DATA / "color" / "srgb.icc").read_bytes().replace("sRGB".encode("utf-16-be"), "mine".encode("utf-16-be"))
    swapped = profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
    for kind in ("PNG", "JPEG"):
        red, green, _ = embedded(
            packed(plain(color=(255, 0, 0)), kind, icc_profile=swapped), f"a.{kind.lower()}"
        ).getpixel((5, 5))
        assert red < 60
        assert green > 200


def test_a_broken_profile_is_ignored() -> None:
    found = embedded(packed(plain(color=(200, 0, 0)), "PNG", icc_profile=b"nonsense" * 40), "a.png")
    assert found.getpixel((5, 5)) == (200, 0, 0)


def test_a_cmyk_picture_is_read_even_with_a_profile_of_another_mode() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    found = embedded(packed(plain(mode="CMYK", color=(255, 0, 255, 0)), "JPEG", icc_profile=lab), "a.jpg")
    assert found.mode == "RGB"
    assert found.getpixel((5, 5))[1] > 200


def test_a_picture_is_in_the_file_once_as_fine_as_its_largest_use() -> None:
    Path("large.jpg").write_bytes(packed(Image.radial_gradient("L").resize((2400, 1600)), "JPEG"))
    made = print_cards(illustrated_session("large.jpg", "large.jpg", drawn=False), copies=2)
    shown = [each for page in pictures(made.data) for each in page]
    assert len(shown) == 6  # two fronts and one back in each of two copies
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]
        assert len(images) == 1
        width, height = int(images[0].Width), int(images[0].Height)
    widest = max(each.box.width for each in shown) / 72
    assert width / widest == pytest.approx(300, rel=0.01)
    assert height / width == pytest.approx(1600 / 2400, abs=0.005)
    assert len(made.data) < 170_000


def test_a_jpeg_is_kept_as_it_is_without_its_notes_on_the_camera() -> None:
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[1] = "N"
    data = packed(plain(), "JPEG", exif=exif, comment=b"at home")
    Path("mark.jpg").write_bytes(data)
    made = print_cards(illustrated_session("mark.jpg"))
    ((shown,),) = [page for page in pictures(made.data) if page]
    assert shown.filter == "/DCTDecode"
    assert data.endswith(shown.raw[-500:])
    for note in (b"A camera", b"at home", b"Exif"):
        assert note in data
        assert note not in made.data


def test_drawings_stay_lossless_and_photographs_become_small() -> None:
    edges = plain(200, 100, color=(255, 255, 255))
    edges.paste((0, 0, 0), (50, 0, 100, 100))
    noise = Image.effect_noise((200, 200), 60).convert("RGB")
    for image, kept in ((edges, True), (noise, False)):
        Path("a.png").write_bytes(packed(image, "PNG"))
        ((shown,),) = [page for page in pictures(print_cards(illustrated_session("a.png")).data) if page]
        assert (shown.filter == "/FlateDecode") == kept
        assert not kept or shown.pixels.tobytes() == image.convert(shown.pixels.mode).tobytes()


def test_the_same_picture_gives_the_same_bytes() -> None:
    for name, data in MARKS.items():
        Path(name).write_bytes(data)
    first, again = (print_cards(illustrated_session(*MARKS)).data for _ in range(2))
    assert first == again


def test_tiny_pictures_are_not_enlarged() -> None:
    Path("tiny.png").write_bytes(packed(plain(24, 18), "PNG"))
    for name, drawn in product(("a4", "a6", "poker"), (True, False)):
        ((shown,),) = [
            page
            for page in pictures(print_cards(illustrated_session("tiny.png", drawn=drawn), stock=name).data)
            if page
        ]
        assert shown.box.width <= 24 + 0.1


def test_a_jpeg_in_rgb_is_read() -> None:
    data = packed(plain(color=(250, 10, 10)), "JPEG", keep_rgb=True)
    assert embedded(data, "mark.jpg").getpixel((5, 5)) == pytest.approx((250, 10, 10), abs=3)
