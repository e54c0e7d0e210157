"""The sides of the receiver on which a step is done, by its fields and by the words for its place."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cardgen.artwork.sides import shows_one_side
from cardgen.artwork.views import crop, view
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import FIRST_SIDES, OTHER_SIDE
from cardgen.places.reading import named_places

LIMB_SIDES = {"left": (".left",), "right": (".right",), "both": (".right", ".left")}
LIMBS = {"leg", "arm", "forearm", "foot", "hand"}
"""Wider places that the receiver has two of."""
OF_ONE_LIMB = re.compile(r"\bboth (?=(?:bones|bumps|edges|borders|(?:ankle|wrist|forearm) bones)\b)")
"""Two parts of one limb: "both ankle bones"."""
SIDES_OF = re.compile(r"\bboth (?=(?:inner |outer )?sides of\b)")
"""Two sides of one limb, or of the trunk."""


def first_side(step: Step, routine: Routine) -> str:
    """The side on which a step is done first, or only; empty where it is not known."""
    first = FIRST_SIDES.get(step.sides or routine.sides or "", "")
    return OTHER_SIDE.get(first, "") if step.once == "last" and not step.sides else first


def with_sides(drawing: Drawing, step: Step, routine: Routine) -> Drawing:
    """A drawing with the sides of its regions: those that are named, the right one of two, or both."""
    known, side = view(crop(drawing.view).view).regions, _side(step, routine)
    if side == "left" and shows_one_side(crop(drawing.view)):
        drawing, side = replace(drawing, side="left"), "right"
    sides = LIMB_SIDES[side]
    names = (name for stem in drawing.area for name in (stem, *(stem + side for side in sides), stem + ".right"))
    found = [name for name in dict.fromkeys(names) if name in known]
    kept = [name for name in found if name.endswith(sides) or "." not in name]
    return replace(drawing, area=tuple(kept or found))


def _side(step: Step, routine: Routine) -> str:
    """The side that a figure fills: left, right or both."""
    spoken = first_side(step, routine)
    first = spoken or ("left" if step.once == "last" else "right")
    if step.sides in OTHER_SIDE:
        return first
    one = first if step.twice or routine.sides else "both"
    named = next((word for word in _side_words(step.where) if word in LIMB_SIDES), one)
    return spoken if spoken and named != "both" else named


def _side_words(where: str) -> list[str]:
    """The words of a place, without a "both" that means parts of one limb."""
    text = OF_ONE_LIMB.sub("", where.lower())
    if any(place.whole in LIMBS for place in named_places(where)[:1]):
        text = SIDES_OF.sub("", text)
    return re.findall(r"\w+", text)


def fills_other_side(drawing: Drawing, step: Step, routine: Routine) -> bool:
    """Whether a figure fills a side on which the step is not done, or one for which that is not known."""
    if shows_one_side(crop(drawing.view)):
        return False
    words, both = {*_side_words(step.where)}, {f".{region.rpartition('.')[2]}" for region in drawing.area}
    if len(words & OTHER_SIDE.keys()) == 1 or step.sides in OTHER_SIDE:
        return any("." not in region for region in drawing.area)
    is_open = (step.position or routine.position) == "side" or ("other" in words and not first_side(step, routine))
    return is_open and both >= {".right", ".left"} and "both" not in words and step.sides != "together"
