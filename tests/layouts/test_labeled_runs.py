"""A paragraph of texts behind labels: all words are there, no line is too wide, and none ends with a label."""

import pytest

from cardgen.layouts.parts.labeled_runs import LABEL, set_labeled_runs
from cardgen.scene.text import width

TEXTS = [
    ("1", "Stay off the spine."),
    ("14, 22", "Clean your hands before you go on."),
    ("Face", "Tie the hair back."),
] * 4


@pytest.mark.parametrize("room", range(70, 200, 7))
def test_lines_hold_all_words_and_no_label_is_the_last_of_a_line(room: int) -> None:
    found = set_labeled_runs(TEXTS, 8.5, room, 1.2)
    assert found
    words = [word for line in found.lines for word, _, _ in line]
    assert " ".join(words) == " ".join(f"{label} {text}" for label, text in TEXTS)
    for line in found.lines:
        word, font, left = line[-1]
        assert font != LABEL
        assert left + width(word, font, 8.5) <= room


def test_a_word_too_long_for_a_line_is_refused() -> None:
    assert set_labeled_runs([("1", "Lymphknotenentfernung")], 8.5, 50, 1.2) is None
