"""A figure of "from ... to ..." and of "between ..." shows the face that is meant, and neither end of "between"."""

from __future__ import annotations

import pytest

from tests.places.test_usual_drawing import sided
from tests.support.own_places import shown, usual


@pytest.mark.parametrize(
    ("where", "receiver", "area", "filled", "shows"),
    [
        ("From the elbow to the back of the hand", "supine", "arms", set(), "none"),
        ("From the elbow to the back of the hand", "prone", "arms", {*sided("forearm"), *sided("hand")}, "place"),
        ("From the wrist up the back of the forearm to the elbow", "supine", "arms", set(), "none"),
        ("From the shoulder to the front of the elbow", "prone", "arms", set(), "none"),
        ("From the front of the ankle to the knee", "prone", "legs", set(), "none"),
        ("From the front of the ankle to the knee", "supine", "legs", sided("shin"), "place"),
        ("From the heel to the back of the thigh", "supine", "legs", set(), "none"),
        ("From the heel to the back of the thigh", "prone", "legs", {*sided("calf"), *sided("thigh")}, "place"),
        ("Between the heel and the calf", "prone", "legs", sided("ankle"), "place"),
        ("Between the calf and the thigh", "prone", "legs", set(), "area"),
        ("Between the forearm and the upper arm", "supine", "arms", set(), "area"),
        ("Between the lower back and the hips", "prone", "back", set(), "area"),
        ("Between the ankle and the knee", "prone", "legs", sided("calf"), "place"),
        ("Between the calf and the buttock", "prone", "legs", sided("thigh"), "place"),
    ],
)
def test_a_stretch_fills_no_other_face_and_no_end_that_is_not_meant(
    where: str, receiver: str, area: str, filled: set[str], shows: str
) -> None:
    drawing, known = usual(where, receiver, area)
    assert (set(drawing.area), known) == (filled, shows), shown(drawing)
