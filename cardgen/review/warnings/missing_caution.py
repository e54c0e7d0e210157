"""Steps that press on or near a place where nobody should press, without a caution."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cardgen.artwork.footprints import footprint, is_pressed
from cardgen.artwork.regions import region_shape, region_share
from cardgen.artwork.risks import risks
from cardgen.artwork.views import crop, view
from cardgen.errors import Fault, shorten
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Step
from cardgen.places.risk_words import pressed_risks
from cardgen.places.usual_drawing import named_drawing, usual_drawing
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
LEAST_SHARE = 0.2
"""A worked region that covers less than this part of a risky one only touches it."""
LIGHT = {"none", "feather"}
LIGHT_ZONE = {*LIGHT, "light"}
UNPRESSED = {"holding", "feathering"}
"""Techniques that press nothing."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step that presses a risky place, has no caution, and does not leave the place out."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        shows = None if step.drawing else usual_drawing(step, routine).shows
        drawing = step.drawing or named_drawing(step, routine)
        if shows == "hidden":
            drawing = replace(drawing, area=())  # the figure is of the whole body area, and the place is elsewhere
        if _presses(step) and not _careful(step) and (found := list(_pressed(step, drawing))):
            *others, last = found
            names = f"{', '.join(others)} and {last}" if others else last
            problem = f"'{step.name}' works on or near {names}, without a caution."
            remedy = f"Add 'caution: ...': Stay off {found[0]}, for example. Or press less there."
            if shows == "unknown":
                where = shorten(step.where)
                problem = f"'{step.name}' has no caution, and its place '{where}' is not known: it may be near {names}."
                remedy += " Or name the place in words that `cardgen list places` shows."
            if step.drawing:
                remedy += " Or list the place in the 'avoid' of the drawing."
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
    pressed = pressed_risks(step)  # these are dangerous with a caution, too
    for risk in (risk for risk in risks() if risk not in pressed):
        regions = risk.regions_of(shown)
        left = sorted(regions - set(drawing.spared))
        if (risk.named_in(step.where) and len(left) == len(regions)) or any(
            _drawn_on(region, drawing, shown) for region in left
        ):
            yield risk.name


def _drawn_on(region: str, drawing: Drawing, shown: str) -> bool:
    """A worked area that covers a region, or a stroke that runs over it."""
    landmarks = view(shown).landmarks
    touches = (touch for stroke in drawing.strokes for touch in footprint(stroke, landmarks, "medium"))
    return any(region_share(shown, region, worked) >= LEAST_SHARE for worked in drawing.area) or any(
        is_pressed(touch) and region_shape(shown, region).holds(touch.at) for touch in touches
    )
