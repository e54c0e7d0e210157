"""Steps without a drawing whose figure shows more or less than their place, or only hatches it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cardgen.artwork.usual_drawing import Shows, usual_drawing
from cardgen.artwork.views import crop
from cardgen.errors import Fault, shorten
from cardgen.model.drawing import Drawing
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


class GeneralFigure(NamedTuple):
    """A step without drawing and picture whose place no figure fills exactly."""

    step: int
    where: str
    drawing: Drawing
    shows: Shows


BEGINNINGS: dict[Shows, tuple[str, str]] = {
    "more": ("1 figure shows", "{} figures show"),
    "part": ("1 figure shows", "{} figures show"),
    "none": ("1 figure does", "{} figures do"),
    "area": ("1 figure does", "{} figures do"),
    "unknown": ("1 figure does", "{} figures do"),
}
"""How a warning begins for one figure, and for several."""
ENDINGS: dict[Shows, str] = {
    "more": "more than the place that is worked",
    "part": "only a part of the place that is worked",
    "none": "not fill the place that is worked, which is on the side that no figure shows as the receiver lies or sits",
    "area": "not fill the place that is worked, because not all words for it are known",
    "unknown": "not fill the place that is worked, and no map points to it, because no word for it is known",
}


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step whose place is forbidden, and one for each kind of figures that show another place."""
    found = list(_general_figures(file))
    for figure in found:
        if figure.shows == "forbidden":
            yield _hatched_place(file, figure)
    for shows in ENDINGS:
        if general := [figure for figure in found if figure.shows == shows]:
            yield _general_places(file, general, shows)


def _general_figures(file: ReviewedFile) -> Iterator[GeneralFigure]:
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        usual = None if step.drawing or step.image else usual_drawing(step, routine)
        if usual and usual.general:
            yield GeneralFigure(index, shorten(step.where), usual.drawing, usual.shows)


def _hatched_place(file: ReviewedFile, figure: GeneralFigure) -> Fault:
    """The warning for a place that takes less pressure than its step has."""
    problem = f"The safety card or a zone of the step forbids this pressure on '{figure.where}': the figure hatches it."
    remedy = (
        "Check the pressure of the step ('pressure: light', for example). To show the place in another way, add "
        f"'drawing: ...': `cardgen body {crop(figure.drawing.view).view}` prints what you can use there."
    )
    return file.routine.warning(("steps", figure.step, "where"), problem, remedy)


def _general_places(file: ReviewedFile, figures: list[GeneralFigure], shows: Shows) -> Fault:
    """The warning for all figures that show as much of their places."""
    shown = "; ".join(f"'{figure.where}' ('{figure.drawing.view}')" for figure in figures)
    one, several = BEGINNINGS[shows]
    figures_show = one if len(figures) == 1 else several.format(len(figures))
    view = crop(figures[0].drawing.view).view
    remedy = (
        "Leave 'where' as it is: the card prints it in full beside the figure. For a figure of the very place, add "
        f"'drawing: ...' to the step: `cardgen body {view}` prints what you can use there."
    )
    return file.routine.warning(
        ("steps", figures[0].step, "where"), f"{figures_show} {ENDINGS[shows]}: {shown}.", remedy
    )
