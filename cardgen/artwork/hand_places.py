"""Where hands are drawn: behind the strokes that they do, on the body, and off places that must not be pressed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from cardgen.artwork.brush import Brush
from cardgen.artwork.curves import Point
from cardgen.artwork.hands import hand_length, hand_scale, hands_of
from cardgen.artwork.notation import PlacedStroke
from cardgen.artwork.postures import posture
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.signs import ring_line

CLEARANCE = 1.0
"""The gap between the front of a hand and its stroke, in units of the brush."""
LEAST_STROKE, LEAST_PART = 7.0, 0.5
"""How much of a stroke a hand must leave visible, in units of the brush and as a fraction of it; otherwise it is drawn
behind the start of the stroke."""
FARTHER = (0, 15, 30)
"""How far a hand may move back to keep off a forbidden place, in the units of its drawing."""
MOST_OUTSIDE, MOST_OFF_BODY = 0.75, 0.4
"""The part of a hand's pressed area that may be outside the drawing; for a pair of hands, off the body."""
SMALLER_HAND = 0.75
"""The size of a hand where one of the usual size has no place, as a fraction of it."""
SAMPLES = 16
"""The number of points that are tested on the edge of a hand, or of its pressed area."""


class Ground(Protocol):
    """The ground on the page that hands may press."""

    def shows(self, at: Point) -> bool:
        """Whether a place is in the drawing."""

    def has_body(self, at: Point) -> bool:
        """Whether a place is on the body."""

    def forbids_any(self, points: Iterable[Point]) -> bool:
        """Whether any of some places must not be pressed."""

    def is_filled(self, at: Point) -> bool:
        """Whether a place is in a filled area."""


class Anywhere:
    """Ground of a drawing without a body: the whole page."""

    def shows(self, at: Point) -> bool:
        return True

    def has_body(self, at: Point) -> bool:
        return True

    def forbids_any(self, points: Iterable[Point]) -> bool:
        return False

    def is_filled(self, at: Point) -> bool:
        return False


def place_hands(strokes: Sequence[PlacedStroke], brush: Brush, ground: Ground) -> list[PlacedStroke]:
    """Strokes with their hands in place; a hand that has no allowed place is left out."""
    placed = list(strokes)
    for hand in [each for each in strokes if each.stroke.posture]:
        done = next((each for each in placed if not each.stroke.posture and each.points[0] == hand.points[0]), None)
        places = (each for part in (1, SMALLER_HAND) for each in _places(_sized(hand, part, brush), done, brush))
        found = next((each for each in places if _fits(each[0], brush, ground, bool(done))), None)
        placed.remove(hand)
        if found:
            placed.append(found[0])
        if found and done:
            placed[placed.index(done)] = replace(done, skipped=found[1], has_hand=True)
    on_area = _are_on_area(placed, brush, ground)
    return [replace(each, on_area=True) for each in placed] if on_area else placed


def _sized(hand: PlacedStroke, part: float, brush: Brush) -> PlacedStroke:
    """A hand at a part of its size."""
    if part == 1:
        return hand
    return replace(hand, stroke=replace(hand.stroke, size=part * hand_length(hand, brush) / hand.scale))


def _are_on_area(placed: Iterable[PlacedStroke], brush: Brush, ground: Ground) -> bool:
    """Whether the hands of a drawing lie on a filled area, mostly; they are alike wherever each is."""
    drawn = [hand for each in placed for hand in hands_of(each, brush)]
    points = [point for hand in drawn for point in hand.on_page(_some(posture(hand.name).edge))]
    shown = [point for point in points if ground.shows(point)]
    return bool(shown) and sum(map(ground.is_filled, shown)) > len(shown) / 2


def _places(hand: PlacedStroke, done: PlacedStroke | None, brush: Brush) -> Iterator[tuple[PlacedStroke, float]]:
    """The places that a hand could have, the best first, each with how much of its stroke it covers there."""
    if done is None:
        yield hand, 0
        return
    is_ring = done.stroke.draw == "ring"
    scale, (x, y) = hand_scale(hand, brush), ring_line(done, brush).at(0) if is_ring else done.points[0]
    name = hand.stroke.posture or ""
    for shape in filter(None, (name, posture(name).single)):
        shaped = replace(hand.stroke, posture=shape)
        way, covered, back = _cover(replace(hand, stroke=shaped), done, brush)
        for away, over in (*((back + farther * scale, covered) for farther in FARTHER), (0, covered)):
            for flip in (shaped.flip, not shaped.flip):
                center = (x - way[0] * away, y - way[1] * away)
                yield replace(hand, stroke=replace(shaped, flip=flip), points=(center,)), over


def _cover(hand: PlacedStroke, done: PlacedStroke, brush: Brush) -> tuple[Point, float, float]:
    """The direction of a stroke at its start, how much of it a hand covers, and how far the hand is behind it."""
    shape, sign = posture(hand.stroke.posture or ""), SIGNS[done.stroke.draw]
    in_place = done.stroke.draw == "ring" or (
        sign.behavior.turns and done.whole_curve.length < LEAST_STROKE * brush.unit
    )
    if shape.turn == "upright" or in_place:
        return (0, -1), 0, 0
    whole = done.whole_curve if len(done.points) > 1 else None
    way = whole.heading(0, 3) if whole and whole.length else (0.0, -1.0)
    (drawn,) = hands_of(replace(hand, points=((0, 0),)), brush)
    front = max(x * way[0] + y * way[1] for x, y in drawn.on_page(shape.pressed or shape.edge)) + CLEARANCE * brush.unit
    least = max(LEAST_STROKE * brush.unit, LEAST_PART * whole.length) if whole else 0
    covered = max(0.0, min(front, whole.length - least)) if whole and not sign.behavior.separate else 0.0
    return way, covered, front - covered


def _fits(hand: PlacedStroke, brush: Brush, ground: Ground, moves: bool) -> bool:
    """Whether a hand presses no forbidden place, and presses the body unless its author put it elsewhere."""
    shape = posture(hand.stroke.posture or "")
    (drawn,) = hands_of(hand, brush)
    if ground.forbids_any(drawn.on_page(shape.pressed)):
        return False
    points = list(drawn.on_page(_some(shape.pressed)))
    outside = sum(not ground.shows(point) for point in points)
    if not moves or not shape.single:
        return not moves or outside <= MOST_OUTSIDE * len(points)
    return sum(not ground.has_body(point) for point in points) <= MOST_OFF_BODY * len(points)


def _some(points: Sequence[Point]) -> Sequence[Point]:
    """About as many points of an edge as are tested."""
    return points[:: max(1, len(points) // SAMPLES)]
