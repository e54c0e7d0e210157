"""A note names a condition by any form of its words, but not by a word that only looks like it."""

from __future__ import annotations

import pytest

from cardgen.wording.noted_conditions import named_words
from cardgen.wording.words import ENGLISH, words

HIP_OR_KNEE = "a replaced, sore or unstable hip or knee"
SHOULDER = "a sore, weak, frozen, replaced or once dislocated shoulder"
NAMED = (
    ("Pregnant, week 22.", "pregnancy (never face down)", "Pregnant"),
    ("Third pregnancy", "pregnancy", "pregnancy"),
    ("Knee replacement right, 2021.", HIP_OR_KNEE, "Knee replacement"),
    ("Has a frozen left shoulder.", SHOULDER, "frozen left shoulder"),
    ("On blood-thinning medication", "blood thinners or a bleeding disorder", "blood-thinning"),
    ("Bleeds easily", "a bleeding disorder", "Bleeds"),
    ("Surgery 3 weeks ago", "a wound or surgery less than 6 weeks old", "Surgery"),
    ("Neck injury in May", "a recent neck or back injury", "Neck injury"),
    ("Botox injections", "fillers or other face injections in the last 2 weeks", "injections"),
    ("Arms tingle", "tingling or weakness in the arms", "Arms tingle"),
    ("Numbness in the left foot", "numb feet or diabetes", "Numbness in the left foot"),
    ("Diabetic", "numb feet or diabetes", "Diabetic"),
    ("Anaemic, oedema", "edema", "oedema"),
)
NOT_NAMED = (
    ("Knee replacement right, 2021.", SHOULDER),
    ("Likes her shoulders best.", SHOULDER),
    ("Sensitive stomach", "a stoma or a tube"),
    ("Clothes stay on", "a clot"),
    ("Likes the number 7", "numb skin"),
    ("Hard of hearing", "heart disease"),
    ("Blood test today. Thinner pillow.", "blood thinners"),
    ("Nothing new, no other wishes", "any other illness"),
    ("", "pregnancy"),
)


@pytest.mark.parametrize(("note", "condition", "said"), NAMED)
def test_a_note_names_a_condition(note: str, condition: str, said: str) -> None:
    assert named_words(note, condition, words(ENGLISH)) == said


@pytest.mark.parametrize(("note", "condition"), NOT_NAMED)
def test_a_note_does_not_name_a_condition(note: str, condition: str) -> None:
    assert not named_words(note, condition, words(ENGLISH))
