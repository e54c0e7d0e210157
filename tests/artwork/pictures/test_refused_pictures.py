"""Pictures that cannot be printed are reported at their places, and no file does harm."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cardgen.artwork.pictures import raster
from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from tests.support.commands import run
from tests.support.pictures import MARKS, bare_png, embedded, illustrated, packed, plain, png_chunk
from tests.support.sampling import examples

pytestmark = pytest.mark.usefixtures("empty_folder")

TRUNCATED = packed(Image.radial_gradient("L"), "PNG")


SCANNED = packed(plain(64, 64), "JPEG", progressive=True)


LAST_SCAN = SCANNED[SCANNED.rindex(b"\xff\xda") : -2]


FAULTS = {
    "photo.heic": (
        b"?",
        "'photo.heic' is not a picture that can be printed.",
        "Save it as one of .png, .jpg",
    ),
    "none.png": (
        None,
        "There is no file 'none.png' in this routine's folder, or in a folder below it.",
        "Put the picture",
    ),
    "cut.png": (
        TRUNCATED[: len(TRUNCATED) // 2],
        "cut.png: It cannot be read; it may be damaged or incomplete.",
        "save it again",
    ),
    "cut.jpg": (
        packed(Image.radial_gradient("L"), "JPEG")[:2000],
        "cut.jpg: It cannot be read; it may be damaged or incomplete.",
        "save it again",
    ),
    "crc.png": (
        TRUNCATED[:50] + b"x" + TRUNCATED[51:],
        "crc.png: It cannot be read; it may be damaged or incomplete.",
        "save it again",
    ),
    "empty.png": (b"", "empty.png: It is not a PNG file, but its name says PNG.", "correct its name"),
    "really.jpg": (MARKS["mark.png"], "really.jpg: It is a PNG file, but its name says JPEG.", "correct its name"),
    "really.svg": (MARKS["mark.jpg"], "really.svg: It is a JPEG file, but its name says SVG.", "correct its name"),
    "large.jpg": (b"\xff\xd8\xff" + bytes(25_000_000), "large.jpg: This file is larger than 20 MB", "right file"),
    "claims.png": (bare_png(60_000, 60_000, b""), "claims.png: It has more than 40 million pixels.", "Save it smaller"),
    "claims-more.png": (bare_png(7_000, 7_000, b""), "It has more than 40 million pixels.", "2000 pixels across"),
    "profile.png": (
        bare_png(9, 9, zlib.compress(bytes(252)), png_chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(90_000_000), 9))),
        "profile.png: It cannot be read; it may be damaged or incomplete.",
        "save it again",
    ),
    "parts.jpg": (
        SCANNED[:2] + b"\xff\xe5\x00\x02" * 100_000 + SCANNED[2:],
        "It takes too long to read.",
        "again",
    ),
    "parts.png": (
        bare_png(9, 9, zlib.compress(bytes(252)), png_chunk(b"abAb", b"") * 100_000),
        "It takes too long to read.",
        "again",
    ),
    "filled.jpg": (SCANNED[:2] + b"\xff" * 10_000 + SCANNED[2:], "It is damaged or incomplete.", "again"),
    "slim.png": (packed(plain(2000, 9), "PNG"), "It is far too narrow to be seen.", "Crop it"),
    "scans.jpg": (
        SCANNED[:-2] + LAST_SCAN * 500 + b"\xff\xd9",
        "It takes too long to read.",
        "again",
    ),
}


def report(name: str, data: bytes | None = None) -> Result:
    """The output of `cardgen check` for a routine with this picture."""
    if data is not None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(data)
    return run("check", str(illustrated(Path(), "", name)))


@pytest.mark.parametrize("name", FAULTS)
def test_a_picture_that_cannot_be_printed_is_a_fault_at_its_place(name: str) -> None:
    data, problem, remedy = FAULTS[name]
    result = report(name, data)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    line = Path("mine.yaml").read_text(encoding="utf-8").splitlines().index(f"  image: {name}") + 1
    assert result.output.startswith(f"mine.yaml:{line}:10: ")
    assert problem in result.output
    assert remedy in result.output


def test_a_png_with_more_data_than_pixels_has_only_its_pixels() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    assert embedded(bare_png(100, 100, bomb), "bomb.png").size == (100, 100)


def test_every_fault_is_reported_at_once() -> None:
    Path("bad.png").write_bytes(TRUNCATED[:60])
    path = illustrated(Path(), "none.png", "bad.png", "bad.png", "../out.png")
    with pytest.raises(UserError) as raised:
        load_selection([str(path)])
    lines = [fault.line for fault in raised.value.faults]
    assert len(lines) == len(set(lines)) == 4
    assert all(fault.column and "image: " in fault.text for fault in raised.value.faults)


SEEDS = [
    ("JPEG", packed(Image.radial_gradient("L").resize((40, 30)), "JPEG")),
    ("JPEG", packed(plain(40, 30, "CMYK", (9, 80, 70, 1)), "JPEG", progressive=True)),
    ("PNG", packed(plain(40, 30, "RGBA", (9, 80, 70, 100)), "PNG")),
    ("PNG", packed(plain(40, 30, "P", 3), "PNG", transparency=3)),
]


@settings(max_examples=examples(150))
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), min_size=1, max_size=9))
def test_any_file_is_a_picture_or_a_fault(
    seed: tuple[raster.RasterFormat, bytes], changes: list[tuple[int, int]]
) -> None:
    kind, data = seed
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    try:
        art, _ = raster.read_artwork(bytes(damaged), kind, "0" * 16)
    except UserError:
        return
    assert art.marks[0].pixels.encoded(10).data
