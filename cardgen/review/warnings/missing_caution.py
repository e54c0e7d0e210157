"""Steps that press on or near a place that takes no pressure, without a caution."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cardgen.artwork.curves import Curve, Point
from cardgen.artwork.regions import region_holds, region_share
from cardgen.artwork.strokes import SIGNS, locate_point, mirror_stroke
from cardgen.artwork.views import crop, view
from cardgen.errors import Fault
from cardgen.files.folders import DATA
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Step
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
LEAST_SHARE = 0.2
"""A worked region that covers less than this part of a risky one only touches it."""
LIGHT = {"none", "feather"}
LIGHT_ZONE = {*LIGHT, "light"}
UNPRESSED = {"holding", "feathering"}
"""Techniques that press nothing."""


class Risk(Model, frozen=True, kw_only=True):
    """A place that takes no pressure, or hardly any."""

    name: str
    words: list[str]
    """What authors call it."""
    regions: dict[str, list[str]] = {}
    """Where it is in each view, without the side."""


class Risks(Model, frozen=True):
    """Every such place."""

    risks: list[Risk]


@cache
def risks() -> list[Risk]:
    """The places of `risks.yaml`, which names their sources."""
    return read_document(DATA / "body" / "risks.yaml", Risks).model.risks


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step that presses a risky place, has no caution, and does not leave the place out."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        drawing = step.drawing or areas()[step.area or routine.area].drawing
        if _presses(step) and not _careful(step) and (found := list(_pressed(step, drawing))):
            names = ", ".join(found[:-1]) + " and " * (len(found) > 1) + found[-1]
            problem = f"'{step.name}' works on or near {names}, without a caution."
            remedy = "Add 'caution: ...' or a zone of lighter pressure, or list the place in the drawing's 'avoid'."
            yield file.routine.warning(("steps", index, "name"), problem, remedy)


def _presses(step: Step) -> bool:
    """A step that does more than hold still, or touch like a feather."""
    levels = {level for action in step.actions if action.force for level in action.force.levels}
    techniques = {action.technique for action in step.done}
    return not (techniques <= UNPRESSED or (levels and levels <= LIGHT))


def _careful(step: Step) -> bool:
    """A step with a caution, or with a place where its pressure is lighter."""
    zones = [zone for action in step.actions if action.force for zone in action.force.zones]
    return bool(step.caution) or any(zone.level in LIGHT_ZONE for zone in zones)


def _pressed(step: Step, drawing: Drawing) -> Iterator[str]:
    """The names of the risky places that a step works on, by its words or by its drawing, and does not avoid."""
    shown = crop(drawing.view).view
    for risk in risks():
        regions = {name for name in view(shown).regions if name.partition(".")[0] in risk.regions.get(shown, ())}
        left = sorted(regions - set(drawing.avoid))
        named = any(re.search(rf"\b{word}\b", step.where, re.IGNORECASE) for word in risk.words)
        if (named and len(left) == len(regions)) or any(_drawn_on(region, drawing, shown) for region in left):
            yield risk.name


def _drawn_on(region: str, drawing: Drawing, shown: str) -> bool:
    """A worked area that covers a region, or a stroke that runs over it."""
    return any(region_share(shown, region, worked) >= LEAST_SHARE for worked in drawing.area) or any(
        region_holds(shown, region, point) for stroke in drawing.strokes for point in _course(stroke, shown)
    )


def _course(stroke: Stroke, shown: str) -> Iterator[Point]:
    """The points that a stroke goes over, on both sides if it is mirrored; none for one that presses nothing."""
    if not SIGNS[stroke.draw].behavior.presses or LIGHT & set(stroke.levels):
        return
    for side in (stroke, mirror_stroke(stroke)) if stroke.mirror else (stroke,):
        points = [locate_point(point, view(shown).landmarks) for point in side.along]
        yield from points if SIGNS[stroke.draw].behavior.separate or len(points) < 2 else Curve.smooth(points).points
