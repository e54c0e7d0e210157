"""Parts of a booklet that go on over several pages share them out evenly."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.booklet.book import lay_out_book
from cardgen.layouts.booklet.lines import set_lines
from cardgen.layouts.parts.sketch import Sketch
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.marks import Path, Text
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page
from cardgen.units import MM, Box, Size
from cardgen.wording.book import word_book
from cardgen.wording.deck import Block
from cardgen.wording.words import words
from tests.support.printed import box_of

PARTS = ("Before you start", "Safety first", "What the strokes mean")
LEAST_FULL = 0.6
"""How far down a page goes at least, as a fraction of its height."""


@pytest.mark.one_in(4)
@pytest.mark.parametrize("size", ["a6", "a5"])
@pytest.mark.parametrize("name", ["back-energising", "back-relaxing", "full-body", "legs-back", "neck"])
def test_no_part_ends_on_a_page_that_is_nearly_empty(name: str, size: str) -> None:
    faces = lay_out_book(word_book(plan(load_selection([name]))), Format(booklet_page(size)), theme("standard")).faces
    further = {face.name: face for face in faces if face.name.startswith(PARTS) and "continued" in face.name}
    for face in further.values():
        foot = 0.94 * face.size.height
        lowest = max(mark.y for mark in face.marks if isinstance(mark, Text) and mark.y < foot)
        assert lowest > LEAST_FULL * face.size.height, face.name


@pytest.mark.parametrize(
    "texts",
    [["Any pain?"], ["Any pain? " * 9, "Allergy?"], ["Raise a hand.", "No " * 60, "Pain?"]],
)
@pytest.mark.parametrize("heading", ["Ask first", "What to ask before you begin", ""])
def test_a_dot_is_before_each_of_several_texts(heading: str, texts: list[str]) -> None:
    block = Block("talk", heading, "\n".join(text.strip() for text in texts))
    lines = set_lines([block], 10, 4 * MM, Size(60 * MM, 300 * MM))
    assert lines
    sketch = Sketch(Format(booklet_page("a5")), theme("standard"), words("en"), "lines", 0)
    lines.draw(sketch, Box(0, 0, 60 * MM, 300 * MM))
    dots = [box_of(mark) for mark in sketch.marks if isinstance(mark, Path)]
    printed = [mark for mark in sketch.marks if isinstance(mark, Text)]
    beside = [min(printed, key=lambda mark: abs(mark.y - dot.bottom)) for dot in dots]
    assert [mark.text.split()[0] for mark in beside] == [text.split()[0] for text in texts if len(texts) > 1]
    assert all(dot.right < mark.x for dot, mark in zip(dots, beside, strict=True))


@pytest.mark.parametrize("wide", range(60, 110, 3))
def test_a_text_behind_its_heading_ends_with_no_single_word(wide: int) -> None:
    block = Block("talk", "You: at their right", "Stand beside the hip, and face the head.")
    lines = set_lines([block], 11, 4 * MM, Size(wide * MM, 300 * MM))
    assert lines
    last = lines.items[0].lines[-1]
    assert len(" ".join(run.text for run in last).split()) > 1
