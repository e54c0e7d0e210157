"""Drawings that show the receiver in a different position than the step does."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.views import Crop, crop, crops, view, views
from cardgen.errors import Fault
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.review.reviewed import ReviewedFile
from cardgen.scene.outlines import bounds, parse_outline

FILE_KINDS = ("routine",)
IN_WORDS: dict[Position, str] = {
    "prone": "lies face down",
    "supine": "lies face up",
    "side": "lies on the side",
    "seated": "sits",
}
MOST_VIEWS = 8
"""The most views that a remedy names."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each drawing of a receiver who lies or sits in another way."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        position = step.position or routine.position
        if step.drawing and position not in crop(step.drawing.view).positions:
            problem = f"'{step.drawing.view}' does not show a receiver who {IN_WORDS[position]}, as in '{step.name}'."
            yield file.routine.warning(("steps", index, "drawing", "view"), problem, _remedy(step.drawing, position))


def _remedy(drawing: Drawing, position: Position) -> str:
    """Views that show the same regions of a receiver in that position."""
    wanted = {*drawing.area, *drawing.spared}
    seen = {name: crop(name) for name in (*crops(), *sorted(views())) if position in crop(name).positions}
    fitting = [name for name, part in seen.items() if all(_shows(part, region) for region in wanted)]
    if not wanted or not fitting:
        return "Choose another view ('cardgen list views'), or correct 'receiver'."
    return f"Choose one of: {', '.join(fitting[:MOST_VIEWS])}. Or correct 'receiver'."


def _shows(part: Crop, region: str) -> bool:
    """Whether a crop has the middle of a region."""
    known = view(part.view).regions
    if region not in known:
        return False
    box = bounds(parse_outline(known[region]))
    return part.holds((box.x + box.width / 2, box.y + box.height / 2))
