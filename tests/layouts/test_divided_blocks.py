"""A paragraph that goes on on the next face leaves more than one line to it, and is divided before a box to tick."""

import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards.steps.paragraph_styles import paragraph_styles
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.layouts.parts.flow import SLACK, flow_paragraphs
from cardgen.layouts.parts.paragraphs import LEAST_WORDS, SetBlock, set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import MM
from cardgen.wording.deck import Block
from cardgen.wording.words import words

QUESTIONS = "\n".join(
    f"Is this the question with the number {number}, and is it long enough for two?" for number in "1234"
)
TEXT = "Fever, infection, dizziness, contagious skin, severe pain, new numbness; chest pain, sudden weakness. " * 3


def block_of(text: str, to_tick: bool) -> SetBlock:
    size = stock("a6").size
    sketch = Sketch(Format(size), theme("standard"), words("en"), "test", 0)
    block = Block("talk", "Ask first", text, to_tick=to_tick)
    return set_blocks([block], paragraph_styles(step_scale(size))[0], 80 * MM, sketch)[0]


def test_no_single_line_is_left_to_the_next_face() -> None:
    block = block_of(TEXT, to_tick=False)
    for room in range(20, int(block.height)):
        if parts := block.split(room):
            assert parts[1].body
            assert len(parts[1].body.lines) > 1, room


def test_a_list_is_divided_before_a_box_and_two_are_left() -> None:
    block = block_of(QUESTIONS, to_tick=True)
    assert block.boxes
    needed = block.height * (block.boxes[1] + 2) / len(block.body.lines if block.body else "")
    for room in range(int(needed), int(block.height)):
        parts = block.split(room)
        assert parts
        assert parts[1].boxes
        assert parts[1].boxes[0] == 0, room
        assert len(parts[1].boxes) > 1, room


def test_a_sentence_goes_on_after_some_of_its_words() -> None:
    """A continuation that begins with "towel under the ankles." would not be understood alone."""
    block = block_of(" ".join(f"Press here {'slowly ' * words}and wait." for words in range(1, 12)), to_tick=False)
    lines = len(block.body.lines if block.body else ())
    at_ends = 0
    for room in range(int(block.height / 6), int(block.height)):
        if parts := block.split(room):
            first, rest = (" ".join(part.body.lines if part.body else ()) for part in parts)
            at_ends += first.endswith(".")
            if not first.endswith("."):
                assert len(first.rpartition(". ")[2].split()) >= LEAST_WORDS, room
                assert len(rest.partition(". ")[0].split()) >= LEAST_WORDS, room
    assert lines > LEAST_WORDS
    assert at_ends


@pytest.mark.parametrize("backs", [(0,), (0, 1), (1, 2), (0, 1, 3)])
def test_a_list_ends_where_each_of_its_faces_does(backs: tuple[int, ...]) -> None:
    """Not all cards have fronts and backs in turn; a front, which ends higher, may come after two backs."""
    size = stock("a6").size
    styles = paragraph_styles(step_scale(size))

    def start(index: int) -> tuple[Sketch, float]:
        return Sketch(Format(size), theme("standard"), words("en"), "test", 0, mirrored=index in backs), 100

    def end(sketch: Sketch) -> float:
        return 300 if sketch.mirrored else 240

    faces = flow_paragraphs(
        [Block("stop", f"Rule {number}", TEXT[: len(TEXT) // 3]) for number in range(15)], start, styles, end
    )
    assert len(faces) > 3
    assert all(sketch.end <= end(sketch) + SLACK for sketch in faces)
