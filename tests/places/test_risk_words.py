"""Places without pressure are known in an author's words, and their neighbors are not taken for them."""

from __future__ import annotations

import pytest

from cardgen.places.risk_words import worked_risks
from tests.support.together import together


@together
@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("Carotid artery, on the left", ["the throat"]),
        ("From the windpipe down to the breastbone", ["the throat"]),
        ("Neck (front)", ["the throat"]),
        ("Both eyelids", ["the eyes"]),
        ("The armpit and the ribs", ["the armpit"]),
        ("Over both kidneys", ["the kidneys"]),
        ("The spine, from the neck to the sacrum", ["the spine"]),
        ("Calf and shin", ["the shin bone"]),
        ("The hollows of the knees", ["the back of the knee"]),
        ("The inner thigh, from the knee to the groin", ["the inner thigh and the groin"]),
        ("In the groin", ["the groin"]),
        ("Right and left of the spine", []),
        ("To the left of the kneecap", []),
        ("Behind the angle of the jaw", ["the hollow behind the jaw"]),
        ("From the knee to the groin", []),
        ("From the spine out to the flank", []),
        ("Between the spine and the shoulder blade", []),
        ("The thigh, but not the inner thigh", []),
        ("The arm, avoiding the crease of the elbow", []),
        ("The back, well clear of the spine", []),
        ("The leg, staying off the kneecap and the shin bone", []),
        ("The inner thigh, off the groin", ["the inner thigh and the groin"]),
        ("Off the table's edge, in the armpit", ["the armpit"]),
        ("On the bone around the eyes: the brows and the cheekbones", []),
        ("Both sides of the shin bone", []),
        ("The muscles that hold up the spine", []),
        ("Lower belly", []),
        ("Above the back of the knee", []),
        ("Around the kneecap", []),
        ("Lower back", []),
    ],
)
def test_only_what_is_worked_is_found(where: str, named: list[str]) -> None:
    assert [risk.name for risk in worked_risks(where)] == named
