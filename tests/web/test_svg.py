"""Drawings as SVG: every number of an outline is there, and what is written can be read."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from cardgen.scene.marks import Artwork, Shape
from cardgen.scene.outlines import rectangle
from cardgen.units import Box, Size
from cardgen.web.pictures import list_views, list_vocabulary, picture_routines
from cardgen.web.svg import as_svg, path_data

PATH = re.compile(r"([MLCZ])((?:-?\d+(?:\.\d+)?(?: |$)?)*)")
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}


@pytest.mark.parametrize(
    ("digits", "written"), [(0, "M-10 0L90 0L90 100L-10 100Z"), (2, "M-10 0L89.5 0L89.5 100L-10 100Z")]
)
def test_an_outline_keeps_its_numbers(digits: int, written: str) -> None:
    assert path_data(rectangle(Box(-10, 0.001, 99.5, 100)), digits).replace("-0 ", "0 ") == written


def test_every_picture_of_a_page_is_svg_that_can_be_drawn() -> None:
    words = [term["svg"] for terms in list_vocabulary().values() for term in terms if term["svg"]]
    views = [view["svg"] for view in list_views()]
    routines = [svg for figures in picture_routines(["full-body", "hands"]).values() for svg in figures]
    assert min(map(len, (words, views, routines))) > 3
    for svg in [*words, *views, *routines]:
        for path in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}path"):
            data = path.get("d", "")
            parts = PATH.findall(data)
            assert "".join(letter + numbers for letter, numbers in parts) == data
            assert all(len(numbers.split()) == NUMBERS[letter] for letter, numbers in parts)


def test_a_mark_that_only_authors_pictures_have_is_no_drawing() -> None:
    with pytest.raises(TypeError, match="Shape"):
        as_svg(Artwork("a", Size(1, 1), (Shape((), None),)))
