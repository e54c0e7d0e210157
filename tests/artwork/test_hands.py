"""The giver's hands: every part of the hand has its posture, and no hand presses the wrong place."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, get_args

import pytest
from msgspec.structs import replace

from cardgen.artwork.brush import Brush
from cardgen.artwork.contrast import contrast
from cardgen.artwork.figures import Look, figure
from cardgen.artwork.giver_hands import Postures, add_hands
from cardgen.artwork.hand_places import Anywhere, place_hands
from cardgen.artwork.notation import PlacedStroke
from cardgen.artwork.postures import HAND_FILL, TOUCHES, posture, postures
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.stroke_pressure import with_pressure
from cardgen.artwork.strokes import HANDS, draw_strokes
from cardgen.artwork.theme import theme
from cardgen.files.folders import DATA
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.model.action import Hands, Pressure
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.model.vocabulary import HandPart, Sign, Technique
from cardgen.reading.documents import read_document
from cardgen.scene.marks import Path
from cardgen.scene.outlines import bounds
from cardgen.units import MM, Size
from tests.support.drawn import placed_marks
from tests.support.together import together

BRUSH = Brush.scaled(1, "#000000", "#FFFFFF")
ROOMS = (Size(40 * MM, 74 * MM), Size(60 * MM, 45 * MM), Size(21 * MM, 48 * MM))
"""The room for a figure on an A6 card, at 45 mm, and on a poker card."""
LEAST_STEP = 1.4
"""The least contrast ratio between neighboring grays of hands that can be distinguished in dim light."""


def test_every_part_of_the_hand_has_a_posture_for_every_technique() -> None:
    table = read_document(DATA / "hands" / "postures.yaml", Postures).model.postures
    assert set(table) == set(get_args(HandPart))
    for rows in table.values():
        assert "usual" in rows
        assert set(rows) - {"usual"} <= set(get_args(Technique))
        assert {name for names in rows.values() for name in names.split()} <= set(postures())


@together
@pytest.mark.parametrize("name", postures())
def test_a_posture_is_a_hand_whose_origin_is_where_it_presses(name: str) -> None:
    found = posture(name)
    kinds = {kind for kind, _ in found.paths}
    assert "shape" in kinds
    assert kinds <= {"shape", "behind", "contact", "line"}
    assert found.turn in {"along", "across", "upright"}
    assert not found.single or found.single in postures()
    assert name in ("hold-on", "hand-on-hand") or min(math.hypot(x, y) for x, y in found.pressed) < 60


def test_two_hands_for_both_at_once_and_one_where_the_other_has_its_own_job() -> None:
    glide = Drawing(view="back", strokes=(Stroke(draw="glide", along=("lower-back.right", "blade-mid.right")),))
    assert _postures(_step("palms"), glide) == ["palms-pair"]
    assert _postures(_step(Hands(use="palms", other="rests")), glide) == ["palm-flat"]
    both = replace(glide, strokes=(replace(glide.strokes[0], mirror="together"),))
    assert _postures(_step("palms"), both) == ["palm-flat"]
    assert add_hands(both, _step("palms"), None).strokes[-1].mirror == "together"
    assert _postures(_step("palms", technique="wringing"), glide) == ["wring-pair"]


def test_a_drawing_keeps_the_hands_that_its_author_drew_or_left_out() -> None:
    strokes = (Stroke(draw="glide", along=("lower-back.right", "blade-mid.right")),)
    own = Drawing(view="back", strokes=(*strokes, Stroke(draw="hand", posture="fist", along=("lower-back.right",))))
    assert add_hands(own, _step("palms"), None) == own
    without = Drawing(view="back", strokes=strokes, hand=False)
    assert add_hands(without, _step("palms"), None) == without


def test_the_arm_comes_from_the_giver() -> None:
    down = Drawing(view="scalp-head", strokes=(Stroke(draw="glide", along=("hairline-mid", "crown")),))
    (pulled,) = add_hands(down, _step("palms"), "head").strokes[1:]
    (pushed,) = add_hands(down, _step("palms"), None).strokes[1:]
    assert pulled.angle == pytest.approx(180)  # fingers up the page, although the stroke goes down it, to the giver
    assert pushed.angle == pytest.approx(0)


def test_a_stroke_begins_in_front_of_its_hand_and_has_no_ring() -> None:
    glide = PlacedStroke(Stroke(draw="glide", along=("a", "b")), ((0, 0), (0, -200)), 1)
    hand = PlacedStroke(Stroke(draw="hand", posture="palm-flat", along=("a",), angle=180), ((0, 0),), 1)
    done, placed = place_hands([glide, hand], BRUSH, Anywhere())
    front = -min(y for _, y in posture("palm-flat").pressed) * 14 * BRUSH.unit / 100
    assert done.has_hand
    assert done.skipped >= front
    assert placed.points == ((0, 0),)
    short = replace(glide, points=((0, 0), (0, -20)))
    _, behind = place_hands([short, hand], BRUSH, Anywhere())
    assert behind.points[0][1] > 0


@together
@pytest.mark.parametrize("name", postures())
@pytest.mark.parametrize("draw", [draw for draw in SIGNS if draw not in HANDS])
def test_a_hand_of_every_posture_is_placed_at_every_stroke(name: str, draw: Sign) -> None:
    stroke = PlacedStroke(Stroke(draw=draw, along=("a", "b")), ((0, 0), (0, -200)), 1)
    hand = PlacedStroke(Stroke(draw="hand", posture=name, along=("a",), angle=180), ((0, 0),), 1)
    for strokes in ([stroke, hand], [replace(stroke, points=((0, 0),)), hand]):
        assert [placed.stroke.draw for placed in place_hands(strokes, BRUSH, Anywhere())] == [draw, "hand"]


def test_what_touches_stands_out_from_the_hand_and_is_darker_the_harder_it_presses() -> None:
    fills = [HAND_FILL, *(TOUCHES[level] for level in ("feather", "light", "medium")), "#000000"]
    assert all(contrast(lighter, darker) >= LEAST_STEP for lighter, darker in pairwise(fills))


class Strip(Anywhere):
    """Ground that must not be pressed at the right."""

    def forbids_any(self, points: Iterable[tuple[float, float]]) -> bool:
        return any(x > 4 for x, _ in points)


class Nowhere(Anywhere):
    """Ground that must not be pressed at all."""

    def forbids_any(self, points: Iterable[tuple[float, float]]) -> bool:
        return True


def test_a_hand_goes_where_it_presses_nothing_forbidden_or_is_left_out() -> None:
    glide = PlacedStroke(Stroke(draw="glide", along=("a", "b")), ((6, 0), (60, 0)), 1)
    hand = PlacedStroke(Stroke(draw="hand", posture="fingertips", along=("a",), angle=270), ((6, 0),), 1)
    assert place_hands([glide, hand], BRUSH, Nowhere()) == [glide]
    (_, moved) = place_hands([glide, hand], BRUSH, Strip())
    scale, (x, _) = 14 * BRUSH.unit / 100, moved.points[0]
    assert all(x - y * scale <= 4 for _, y in posture("fingertips").pressed)


def test_every_step_shows_the_hand_that_works() -> None:
    steps = [(whole, step) for name in routines() for whole in [load(name)] for step in whole.steps]
    drawn = [
        (step, add_hands(step.drawing, step, step.giver_at or whole.giver_at)) for whole, step in steps if step.drawing
    ]
    working = [(step, drawing) for step, drawing in drawn if any(stroke.posture for stroke in drawing.strokes)]
    for room in ROOMS:
        assert not [step.id for step, drawing in working if not _shows_hand(drawing, room)]


def test_a_very_small_drawing_shows_its_strokes_alone() -> None:
    drawing = add_hands(load("back-relaxing").steps[0].drawing or Drawing(view="back"), _step("palms"), None)
    assert _shows_hand(drawing, ROOMS[-1])
    assert not _shows_hand(drawing, Size(8 * MM, 11 * MM))


@pytest.mark.parametrize(("area", "name", "fill"), [("back", "standard", "#FFFFFF"), ("back", "mono", HAND_FILL)])
def test_hands_are_white_on_a_filled_area(area: str, name: str, fill: str) -> None:
    strokes = (Stroke(draw="hand", along=("mid-back.right",), angle=180),)
    filled, bare = (_hand_fills(Drawing(view="back-tall", area=part, strokes=strokes), name) for part in ((area,), ()))
    assert fill in filled
    assert HAND_FILL in bare


def _hand_fills(drawing: Drawing, name: str) -> list[str | None]:
    """The fills of the marks that a drawing's hands are, without the halos under them."""
    look = Look(theme(name), theme(name).accents["back"])
    hands, body = (_fills(replace(drawing, strokes=strokes), look) for strokes in (drawing.strokes, ()))
    return [fill for fill, stroke in hands[len(body) :] if stroke != look.theme.paper]


def _fills(drawing: Drawing, look: Look, room: Size = ROOMS[0]) -> list[tuple[str | None, str | None]]:
    marks = placed_marks(figure(drawing, room, look).marks)
    return [(mark.fill, mark.stroke) for mark in marks if isinstance(mark, Path)]


def _postures(step: Step, drawing: Drawing) -> list[str | None]:
    return [stroke.posture for stroke in add_hands(drawing, step, None).strokes if stroke.draw == "hand"]


def _step(hands: object, technique: Technique = "effleurage") -> Step:
    return Step(id="one", name="One", cue="Do.", detail="Do it.", where="The back", technique=technique, hands=hands)  # type: ignore[arg-type]


def _shows_hand(drawing: Drawing, room: Size) -> bool:
    look = Look(theme("mono"), theme("mono").accents["back"])
    drawn, body = (_fills(replace(drawing, strokes=strokes), look, room) for strokes in (drawing.strokes, ()))
    filled, without = ([fill for fill, _ in fills].count(HAND_FILL) for fills in (drawn, body))
    return filled > without


def test_a_hand_under_the_body_is_painted_before_it() -> None:
    look = Look(theme("standard"), theme("standard").accents["feet"])
    above = Stroke(draw="hand", along=("arch-mid",), angle=90, size=290)
    drawn = {
        under: figure(Drawing(view="foot-sole", strokes=(replace(above, under=under),)), ROOMS[0], look).marks[0]
        for under in (True, False)
    }
    kinds = {under: [mark.marks[0].stencil.name for mark in clip.marks] for under, clip in drawn.items()}
    assert kinds[True][-1].startswith("foot-sole.")
    assert kinds[False][0].startswith("foot-sole.")
    assert sorted(kinds[True]) == sorted(kinds[False])


ALONG = ("beside-spine-low.right", "beside-spine-top.right")
SIGNS_OF_HANDS = [
    Stroke(draw="hand", along=ALONG[1:]),
    Stroke(draw="hand", along=ALONG[1:], posture="palm-flat"),
    Stroke(draw="support", along=ALONG[1:]),
    Stroke(draw="forearm", along=(ALONG[1], "shoulder-tip.right")),
]


@pytest.mark.parametrize("hand", SIGNS_OF_HANDS, ids=lambda hand: f"{hand.draw} {hand.posture}")
@pytest.mark.parametrize("draw", ["glide", "back", "on", "press"])
def test_no_hand_covers_a_stroke_whichever_is_drawn_first(hand: Stroke, draw: Sign) -> None:
    stroke = Stroke(draw=draw, along=ALONG if draw != "press" else ALONG[1:])
    look = Look(theme("standard"), theme("standard").accents["back"])
    alone, *drawn = (
        list(placed_marks(figure(Drawing(view="back-torso", strokes=strokes), ROOMS[0], look).marks))
        for strokes in ((stroke,), (stroke, hand), (hand, stroke))
    )
    assert drawn[0] == drawn[1]
    assert drawn[0][-1] == alone[-1]


def test_a_glide_is_as_wide_as_its_step_presses_unless_it_says_so_itself() -> None:
    glides = (Stroke(draw="glide", along=ALONG), Stroke(draw="glide", along=ALONG, pressure="feather"))
    drawing = Drawing(view="back-torso", strokes=(*glides, Stroke(draw="press", along=ALONG)))
    step = replace(_step("palms"), pressure=Pressure(out=["light", "firm"], back="light"))
    found = with_pressure(drawing, step)
    assert [stroke.pressure for stroke in found.strokes] == ["firm", "feather", None]
    assert with_pressure(drawing, replace(step, pressure=None)) == drawing


@pytest.mark.parametrize("flip", [False, True])
@pytest.mark.parametrize("state", ["works", "rests", "ends"])
def test_a_forearm_lies_from_elbow_to_fist_and_touches_where_it_works(
    state: Literal["works", "rests", "ends"], flip: bool
) -> None:
    brush = Brush.scaled(1, "#000000", "#FFFFFF")
    stroke = Stroke(draw="forearm", along=("100 0", "0 0"), state=state, flip=flip, pressure="firm")
    draw_strokes([stroke], lambda point: (float(point.split()[0]), 0.0), 1, brush)
    drawn = [mark for mark in placed_marks(brush.marks) if isinstance(mark, Path)]
    boxes = [bounds(mark.outline) for mark in drawn if mark.stroke == "#000000"]
    assert min(box.x for box in boxes) == pytest.approx(0, abs=1)
    above, below = min(box.y for box in boxes), max(box.bottom for box in boxes)
    assert (-above > below) == (not flip), "the upper arm is on one side"
    assert any(mark.fill == "#000000" for mark in drawn) == (state == "works")
