"""The groups of the legend of icons stay together."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.reference.icon_legend import lay_out_legend
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text, Use
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.units import Size
from cardgen.wording.words import ENGLISH, words


def titles(face: Face) -> list[Text]:
    groups = set(words(ENGLISH).groups.values())
    return [mark for mark in face.marks if isinstance(mark, Text) and mark.font == "semibold" and mark.text in groups]


@pytest.mark.parametrize("name", ["a4", "letter"])
def test_no_group_is_divided_if_that_needs_no_further_page(name: str) -> None:
    faces = lay_out_legend(words(ENGLISH), Format(paper(name).size), theme("standard"))
    assert len(faces) == 2
    assert sorted(mark.text for face in faces for mark in titles(face)) == sorted(words(ENGLISH).groups.values())


@pytest.mark.parametrize("part", [0.5, 0.6, 0.7])
def test_no_row_of_a_divided_group_is_alone(part: float) -> None:
    size = paper("a4").size
    faces = lay_out_legend(words(ENGLISH), Format(Size(part * size.width, part * size.height)), theme("standard"))
    for face in faces:
        icons = [mark.box for mark in face.marks if isinstance(mark, Use)]
        for title in titles(face):
            later = [one.y for one in titles(face) if abs(one.x - title.x) < 1 and one.y > title.y]
            end = min(later, default=face.size.height)
            rows = [box for box in icons if title.y < box.y < end and abs(box.x - title.x) < 30]
            assert len(rows) > 1, title.text
