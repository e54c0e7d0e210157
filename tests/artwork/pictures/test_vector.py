"""SVG pictures look as they do in a browser, or are refused with a report: nothing is silently drawn wrong."""

from __future__ import annotations

import io
import re
from math import hypot

import pikepdf
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cardgen.artwork.pictures.path_data import parse_path
from cardgen.artwork.pictures.vector import read_artwork
from cardgen.errors import UserError
from cardgen.files.folders import DATA
from cardgen.pdf.document import build_pdf
from cardgen.pdf.properties import Properties
from cardgen.scene.faces import Face
from cardgen.scene.marks import Artwork, Use
from cardgen.scene.pages import Page, PlacedFace
from cardgen.scene.record import Record
from cardgen.units import Box, Size
from tests.support.folders import TEST_DATA
from tests.support.pictures import SVG, rendered, svg
from tests.support.sampling import examples
from tests.support.together import together

FOLDER = TEST_DATA / "svg"
LOOKS = yaml.safe_load((FOLDER / "looks.yaml").read_text(encoding="utf-8"))
REFUSED = yaml.safe_load((FOLDER / "refused.yaml").read_text(encoding="utf-8"))
COLORS = {
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "pink": (255, 128, 128),
    "light red": (255, 119, 119),
}
RECT = '<rect width="100" height="100" {}/>'
SIDE = 200
"""The pixels across and down at which a picture of 100 by 100 is compared."""


def printed(art: Artwork) -> bytes:
    """A PDF with the picture alone."""
    scale = SIDE / art.size.width
    size = Size(SIDE, scale * art.size.height)
    face = Face("picture", size, (Use(art, 0, 0, scale),))
    return build_pdf([Page(size, (PlacedFace(face, Box(0, 0, *size)),))], Properties("Test", "en", Record("plan")))


def looked_at(art: Artwork) -> Image.Image:
    return rendered(printed(art), dpi=72)


def drawn(data: bytes) -> Image.Image:
    return looked_at(read_artwork(data, "SVG", "0" * 16)[0])


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_it_does_in_a_browser(name: str) -> None:
    seen = drawn(svg(LOOKS[name]["svg"]))
    for at, color in LOOKS[name]["at"].items():
        x, y = (round(float(part) * SIDE / 100) for part in at.split())
        assert seen.getpixel((x, y)) == pytest.approx(COLORS[color], abs=6), at


@pytest.mark.parametrize("transform", ["rotate(90) scale(2,1)", "rotate(180) scale(1,3)", "scale(0.0000001,1)"])
def test_numbers_have_no_exponents(transform: str) -> None:
    """PDF does not allow them, and a rotated picture has tiny numbers."""
    line = '<path d="M 0 0 L 40 -40" stroke="black" stroke-width="3" stroke-dasharray="0.000001 3" fill="none"/>'
    art = read_artwork(svg(f'<g transform="{transform}">{line}</g>'), "SVG", "0" * 16)[0]
    with pikepdf.open(io.BytesIO(printed(art))) as pdf:
        (form,) = (form for form in pdf.pages[0].Resources.XObject.values())
        assert re.search(rb"\d w ", form.read_bytes())
        assert not re.search(rb"\de", form.read_bytes())


def faults(data: bytes) -> str:
    with pytest.raises(UserError) as raised:
        read_artwork(data, "SVG", "0" * 16)
    assert all(fault.remedy for fault in raised.value.faults)
    return str(raised.value)


@together
@pytest.mark.parametrize("name", REFUSED)
def test_an_svg_that_cannot_be_drawn_is_refused_with_a_remedy(name: str) -> None:
    report = faults(svg(REFUSED[name]["svg"]))
    assert REFUSED[name]["problem"] in report
    assert REFUSED[name]["remedy"] in report


def laughs() -> str:
    """Groups that the next one uses nine times each."""
    groups = (f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 9 + "</g>" for n in range(1, 9))
    return '<g id="a0"><rect/></g>' + "".join(groups)


TOO_MUCH = {
    "million elements": "<g/>" * 30_000,
    "deep": "<g>" * 2000 + "</g>" * 2000,
    "used again and again": laughs(),
    "long path": '<path d="M0 0' + " 1 1" * 200_000 + '"/>',
    "long polygon": '<polygon points="' + "1 " * 300_000 + '"/>',
    "many rules": "<style>" + ".a{fill:red}" * 20_000 + "</style>" + RECT.format(""),
    "long style": RECT.format('id="a" style="' + "a:b;" * 9_000 + '"') + '<use href="#a"/>' * 9_000,
    "long dashes": RECT.format('stroke-dasharray="' + "1 " * 9_000 + '"'),
    "clips": '<clipPath id="c"><path d="M0 0'
    + "l1 1" * 9_000
    + '"/></clipPath>'
    + RECT.format('clip-path="url(#c)"') * 99,
}


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_picture_that_would_take_too_long_is_refused(name: str) -> None:
    assert "It has more in it than a card can show." in faults(svg(TOO_MUCH[name]))


def test_everything_that_cannot_be_drawn_is_reported_at_once_and_each_kind_once() -> None:
    report = faults(svg("<text/><text/><g>" + RECT.format('fill="url(#a)"') + '</g><rect mask="url(#m)"/>'))
    assert [report.count(what) for what in ("text that", "gradient", "a mask")] == [1, 1, 1]


def bomb() -> str:
    """Entities that are ten of the one before each."""
    grown = "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 10))
    return f'<!DOCTYPE svg [<!ENTITY a0 "ha">{grown}]>' + SVG.format("&a9;")


FILES = {
    "entities": (bomb(), "It has a document type that cannot be read."),
    "file entity": ('<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>' + SVG.format("&a;"), "a document type"),
    "style sheet": ('<?xml-stylesheet href="a.css"?>' + SVG.format(""), "a style sheet in another file"),
    "html": ("<html><svg/></html>", "It is not SVG."),
    "broken": (SVG.format("<g>"), "It is damaged in line 1: mismatched tag."),
    "binary": (bytes(range(256)).decode("latin-1"), "It is damaged in line 1"),
    "encoding": ('<?xml version="1.0" encoding="idna"?>' + SVG.format(""), "Its encoding is unknown."),
    "no size": (SVG.replace(' viewBox="0 0 100 100"', "").format(""), "Its size is missing."),
    "no area": (SVG.replace("100 100", "100 0").format(""), "Its size is missing."),
    "slim": (SVG.replace("100 100", "100 1").format(""), "Its page is far too narrow."),
    "stretched": (
        SVG.replace("viewBox", 'preserveAspectRatio="none" width="9" height="5" viewBox'),
        "a stretched page",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_not_plain_svg_are_refused(name: str) -> None:
    text, problem = FILES[name]
    assert problem in faults(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_every_common_encoding_is_read(encoding: str) -> None:
    head = '<?xml version="1.0" encoding="iso-8859-1"?>' if encoding == "latin-1" else ""
    text = head + SVG.format("<title>\u00e9</title>" + RECT.format('fill="red"'))
    assert drawn(text.encode(encoding)).getpixel((9, 9)) == COLORS["red"]


@pytest.mark.parametrize(
    ("content", "noted"),
    [
        (RECT.format('opacity=".5"'), False),
        ('<rect width="9" height="9"/><rect x="50" width="9" height="9" opacity=".5"/>', False),
        (RECT.format("") + RECT.format('opacity=".5"'), True),
        (RECT.format('stroke="blue" stroke-opacity=".5"'), True),
    ],
)
def test_transparency_is_noted_only_where_it_covers_something(content: str, noted: bool) -> None:
    notes = read_artwork(svg(content), "SVG", "")[1]
    assert [note for note in notes if "half-transparent" in note] == list(notes)
    assert len(notes) == noted


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="10 20 200 100"', (1000, 500)),
        ('width="20mm" height="40mm"', (500, 1000)),
        ('width="24" height="24" viewBox="0 0 12 6"', (1000, 500)),
        ('width="1em" height="1em" viewBox="0 0 12 6"', (1000, 500)),
        ('width="100%" viewBox="0,0,6,12"', (500, 1000)),
    ],
)
def test_a_picture_has_the_size_of_its_root_element(root: str, size: tuple[float, float]) -> None:
    data = f'<svg {root} xmlns="http://www.w3.org/2000/svg"><rect x="-99" y="-99" width="999" height="999"/></svg>'
    assert read_artwork(data.encode(), "SVG", "")[0].size == pytest.approx(size)


@given(st.floats(1, 50), st.floats(1, 50), st.floats(-180, 180), st.booleans(), st.booleans())
def test_arcs_end_at_their_points_and_keep_their_radius(
    radius: float, across: float, turn: float, large: bool, sweep: bool
) -> None:
    """Every point of a circle's arc has the same distance from its center."""
    segments = parse_path(f"M0 0A{radius} {radius} {turn} {int(large)} {int(sweep)} {across} 0")
    assert segments[-1][1][-2:] == pytest.approx((across, 0))
    grown = max(radius, across / 2)
    height = (grown**2 - (across / 2) ** 2) ** 0.5 * (1 if large != sweep else -1)
    for letter, values in segments[1:]:
        assert letter == "C"
        assert hypot(values[-2] - across / 2, values[-1] - height) == pytest.approx(grown, rel=1e-3, abs=1e-3)


CHANGES = st.lists(st.tuples(st.integers(0, 999), st.sampled_from('<>"= 09-.eE%#()azAZ')))


@settings(max_examples=examples(200))
@given(st.sampled_from(list(LOOKS)), CHANGES)
def test_any_markup_is_a_picture_or_a_fault(name: str, changes: list[tuple[int, str]]) -> None:
    text = list(LOOKS[name]["svg"])
    for place, char in changes:
        text[place % len(text)] = char
    try:
        art, _ = read_artwork(svg("".join(text)), "SVG", "0" * 16)
    except UserError:
        return
    assert looked_at(art).size[0] == SIDE


@pytest.mark.parametrize("name", ["fist", "pillow", "clockwise"])
def test_icons_of_cardgen_can_be_pictures(name: str) -> None:
    """They use classes without a style sheet, which is valid SVG."""
    assert read_artwork((DATA / "icons" / f"{name}.svg").read_bytes(), "SVG", "")[0].size == (1000, 1000)
