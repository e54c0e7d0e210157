"""The giver's hands in a drawing: their posture, by what works and how, and their direction on the page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from cardgen.artwork.curves import Curve, Point
from cardgen.artwork.postures import posture
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.strokes import locate_point
from cardgen.artwork.views import View, crop, view
from cardgen.files.folders import DATA
from cardgen.model.action import Action, Hands
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.model.vocabulary import GiverPlace
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model

SIDE_LEAN = 35
"""Degrees by which a hand that is seen from the side leans away from the middle of the body."""
TOWARD_GIVER = 0.5
"""Cosine of the angle between a stroke and the way to the giver at which the hand is drawn back, not pushed."""
MOST_OUTWARD = 0.3
"""How far outward, as a sine, a hand may point: its arm comes from the middle, where two arms would cross."""
ARM_LEAN = 0.7
"""How far outward, as a sine, an arm comes from a giver at the head, so that it does not cover the face."""
PAGE_WAYS: dict[str, Point] = {"up": (0, -1), "down": (0, 1), "left": (-1, 0)}


class Postures(Model, frozen=True):
    """For each part of the hand its postures, by technique."""

    postures: dict[str, dict[str, str]]


@cache
def _postures() -> dict[str, dict[str, str]]:
    return read_document(DATA / "hands" / "postures.yaml", Postures).model.postures


def add_hands(drawing: Drawing, step: Step, giver: GiverPlace | None) -> Drawing:
    """A drawing with the hands that work in it, where its first strokes start, if it shows none yet."""
    action = next((done for done in (*step.done, step) if done.hand or step.hand), None)
    hands = action and (action.hand or step.hand)
    shown = any(stroke.posture or stroke.draw == "forearm" for stroke in drawing.strokes)
    working = [stroke for stroke in drawing.strokes if _works(stroke)]
    if shown or not drawing.hand or not action or not hands or not working:
        return drawing
    starts = _starts(working, hands)
    name = _choose(action, hands, single=len(starts) > 1 or bool(working[0].mirror))
    added = (_hand(name, stroke, drawing.view, giver) for stroke in starts)
    return replace(drawing, strokes=(*drawing.strokes, *added))


def _works(stroke: Stroke) -> bool:
    """Whether a stroke shows a hand at work."""
    return SIGNS[stroke.draw].behavior.presses or stroke.draw == "feather"


def _starts(working: Sequence[Stroke], hands: Hands) -> Sequence[Stroke]:
    """The strokes at whose start a hand is drawn: the first, or two of a kind that two hands do at once."""
    alike = len(working) == 2 and working[0].draw == working[1].draw
    at_once = alike and not any(stroke.mirror or stroke.order for stroke in working)
    return working if at_once and not _is_one(hands) else working[:1]


def _choose(action: Action, hands: Hands, single: bool) -> str:
    """The name of the posture."""
    known = _postures()[hands.use]
    one, *two = known.get(action.technique, known["usual"]).split()
    return two[0] if two and not single and not _is_one(hands) else one


def _is_one(hands: Hands) -> bool:
    """Whether one hand works alone: the other has its own job, or the words say so."""
    return bool(hands.other and not hands.one) or (hands.say or "").lower().startswith("one")


@lru_cache(maxsize=256)
def _hand(name: str, stroke: Stroke, crop_name: str, giver: GiverPlace | None) -> Stroke:
    """The stroke that draws a hand at the start of another one."""
    part = crop(crop_name)
    seen = view(part.view)
    along = tuple(locate_point(point, seen.landmarks) for point in stroke.along)
    right = along[0][0] > part.x + part.width / 2 if len(seen.landmarks) else True
    turned = _turned(name, along, seen, giver, 1 if right else -1)
    mirror = None if stroke.mirror == "later" else stroke.mirror
    angle = (turned + 180) % 360
    return Stroke(draw="hand", posture=name, along=stroke.along[:1], angle=angle, flip=not right, mirror=mirror)


def _turned(name: str, along: tuple[Point, ...], seen: View, giver: GiverPlace | None, side: int) -> float:
    """How far a hand is turned clockwise from fingers up the page, in degrees; `side` is 1 at the right of the page."""
    if posture(name).turn == "upright":
        return SIDE_LEAN * side
    way = Curve.smooth(along).heading(0, 8) if len(set(along)) > 1 else (0.0, -1.0)
    if posture(name).turn == "across":
        way = (-way[1] * side, way[0] * side)
    across, down = _to_giver(seen, giver)
    if giver in ("head", "feet") and way[0] * across + way[1] * down > TOWARD_GIVER:
        way = (-way[0], -way[1])
    if down < 0:
        way = (-ARM_LEAN * side, math.sqrt(1 - ARM_LEAN**2))
    elif way[0] * side > MOST_OUTWARD:
        way = (MOST_OUTWARD * side, -math.sqrt(1 - MOST_OUTWARD**2))
    return math.degrees(math.atan2(way[0], -way[1]))


def _to_giver(seen: View, giver: GiverPlace | None) -> Point:
    """The way to the giver on the page: along the body, otherwise up the page, as you see your hands."""
    if giver not in ("head", "feet") or not seen.head:
        return 0, 1
    x, y = PAGE_WAYS[seen.head]
    return (x, y) if giver == "head" else (-x, -y)
