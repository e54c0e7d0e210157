"""Drawings that start at the wrong end of their place, or go in a different direction than the step does."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

from cardgen.artwork.curves import Point
from cardgen.artwork.sides import away_from_middle
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.strokes import locate_point
from cardgen.artwork.views import crop, view
from cardgen.errors import Fault
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
OUT, IN = {"outward", "away-from-spine"}, {"inward", "toward-spine"}
"""Directions away from the middle line of the body, and toward it."""
REMEDY = "Draw it in the direction of the step, or change the step's 'direction'."
FROM_TO = WordPattern(r"\bfrom ([a-z' -]+?),? (?:up|down|out|over|in|back)?,? ?(?:to|toward) ([a-z' -]+)", ("from ",))
"""A place that names where it begins and where it ends."""
LINES = {"glide", "feather", "saw"}
"""Signs whose line is the way of the hands; a row of kneads or circles runs along the limb, whatever their way."""
ALONG_BODY = {"toward-head", "toward-feet", "up-and-back"}
MOSTLY = 2
"""A line goes along the body, or across it, if it goes this many times farther that way than the other."""
LEAST_WAY = 0.02
"""A stroke goes across the body when it gets this much nearer to or farther from its middle, in widths of the view."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each stroke that contradicts the step's place or direction."""
    for index, step in enumerate(file.routine.model.steps):
        for number, stroke in enumerate(step.drawing.strokes if step.drawing else ()):
            behavior = SIGNS[stroke.draw].behavior
            found = _crossed(step, step.drawing, stroke) if step.drawing else None
            if step.drawing and behavior.travels and not stroke.both:
                found = found or _fault(step, step.drawing, stroke)
            if found:
                yield file.routine.warning(("steps", index, "drawing", "strokes", number), *found)


def _crossed(step: Step, drawing: Drawing, stroke: Stroke) -> tuple[str, str] | None:
    """The problem with a line along the body in a step that goes across it, or the other way around."""
    seen = view(crop(drawing.view).view)
    ways = {way.way for action in step.actions for way in action.ways}
    if stroke.draw not in LINES or not seen.head or not ways:
        return None
    (x1, y1), (x2, y2) = (locate_point(stroke.along[end], seen.landmarks) for end in (0, -1))
    along, across = (abs(y2 - y1), abs(x2 - x1)) if seen.head in ("up", "down") else (abs(x2 - x1), abs(y2 - y1))
    if ways == {"across"} and along > MOSTLY * across:
        return f"This '{stroke.draw}' goes along the body, but the step's direction is across.", REMEDY
    if ways <= ALONG_BODY and across > MOSTLY * along:
        return f"This '{stroke.draw}' goes across the body, but the step's direction does not.", REMEDY
    return None


def _fault(step: Step, drawing: Drawing, stroke: Stroke) -> tuple[str, str] | None:
    """The problem with the way of a stroke, and its remedy."""
    shown = crop(drawing.view).view
    start, end = (locate_point(stroke.along[end], view(shown).landmarks) for end in (0, -1))
    ways = {way.way for action in step.actions for way in action.ways}
    there_and_back = ways & IN and ways & OUT
    if not there_and_back and (place := _reversed_place(step.where, view(shown).landmarks, start, end)):
        return f"This '{stroke.draw}' starts at the end of '{place}'.", "Reverse 'along', or correct 'where'."
    farther = away_from_middle(end, shown) - away_from_middle(start, shown)
    drawn, other = (OUT, IN) if farther > 0 else (IN, OUT)
    if abs(farther) > LEAST_WAY * view(shown).size.width and ways & other and ways <= other:
        problem = f"This '{stroke.draw}' goes {min(drawn & {'outward', 'inward'})}, but the step's direction does not."
        return problem, "Reverse 'along', or change the step's 'direction'."
    return None


def _reversed_place(where: str, landmarks: Mapping[str, Point], start: Point, end: Point) -> str:
    """The "from ... to ..." that a stroke goes through backward; empty where that cannot be decided."""
    found = FROM_TO.search(where)
    if not found:
        return ""
    first, last = (_named(words, landmarks) for words in found.groups())
    if not first or not last or set(first) & set(last):
        return ""
    starts_at_end = _nearest(start, last) < _nearest(start, first)
    ends_at_start = _nearest(end, first) < _nearest(end, last)
    return found[0] if starts_at_end and ends_at_start else ""


def _named(words: str, landmarks: Mapping[str, Point]) -> Sequence[Point]:
    """The landmarks whose names have the last word of a place that is in any of their names."""
    for word in reversed(re.findall(r"[a-z]+", words.lower())):
        singular = word.removesuffix("s")
        if found := [at for name, at in landmarks.items() if singular in re.split(r"[-.]", name)]:
            return found
    return ()


def _nearest(point: Point, places: Sequence[Point]) -> float:
    return min(math.dist(point, place) for place in places)
