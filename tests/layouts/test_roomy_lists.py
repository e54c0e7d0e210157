"""Lists of cards have larger type where that takes no more faces, and never a part of a paragraph in another size."""

from functools import partial

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards.steps.paragraph_styles import paragraph_styles, roomy_styles
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.layouts.parts.flow import flow_paragraphs
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM
from cardgen.wording.deck import Block
from cardgen.wording.words import words

SENTENCE = "Fever, infection, dizziness, contagious skin, severe pain. "


def faces_of(lengths: list[int], stock_name: str, roomy: bool) -> list[Sketch]:
    size = stock(stock_name).size
    blocks = [Block("talk", f"Heading {number}", SENTENCE * length) for number, length in enumerate(lengths)]

    def start(index: int) -> tuple[Sketch, float]:
        return Sketch(Format(size), theme("standard"), words("en"), f"test {index}", 5 * MM), 20 * MM

    styles = paragraph_styles(step_scale(size))
    styles = [*(roomy_styles(styles[0]) if roomy else []), *styles]
    return flow_paragraphs(blocks, start, styles, lambda _: size.height - 10 * MM)


def body_sizes(face: Sketch) -> set[float]:
    return {mark.size for mark in face.face().marks if isinstance(mark, Text) and mark.font == "regular"}


@pytest.mark.parametrize("stock_name", ["a6", "poker", "business"])
@pytest.mark.parametrize("lengths", [[1, 1], [8, 1, 6], [9, 2], [3, 9, 9, 1], [16]])
def test_larger_type_takes_no_more_faces(stock_name: str, lengths: list[int]) -> None:
    usual, roomy = (partial(faces_of, lengths, stock_name)(each) for each in (False, True))
    assert len(roomy) == len(usual)
    for face in roomy:
        assert len(body_sizes(face)) == 1
    least = [min(body_sizes(face)) for face in usual]
    assert all(min(body_sizes(face)) >= min(least) for face in roomy)


def test_a_face_with_room_to_spare_has_the_largest_type() -> None:
    usual = paragraph_styles(step_scale(stock("a6").size))[0]
    (face,) = faces_of([1, 1], "a6", roomy=True)
    assert body_sizes(face) == {roomy_styles(usual)[0].body}
    dense, last = faces_of([4, 4, 6, 2], "a6", roomy=True)
    assert body_sizes(last) >= body_sizes(dense)
