"""Steps whose figure shows more than their place, or only hatches it, because they have no drawing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cardgen.artwork.usual_drawing import usual_drawing
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

    @property
    def is_hatched(self) -> bool:
        """Whether the safety card or a zone forbids the whole place at the step's pressure."""
        return not self.drawing.area and bool(self.drawing.avoid)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step whose place is forbidden, and one for all steps whose figures are more general."""
    found = list(_general_figures(file))
    for figure in found:
        if figure.is_hatched:
            yield _hatched_place(file, figure)
    if general := [figure for figure in found if not figure.is_hatched]:
        yield _general_places(file, general)


def _general_figures(file: ReviewedFile) -> Iterator[GeneralFigure]:
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        usual = None if step.drawing or step.image else usual_drawing(step, routine)
        if usual and usual.general:
            yield GeneralFigure(index, shorten(step.where), usual.drawing)


def _hatched_place(file: ReviewedFile, figure: GeneralFigure) -> Fault:
    """The warning for a place that takes less pressure than its step has."""
    problem = f"The safety card or a zone of the step forbids this pressure on '{figure.where}': the figure hatches it."
    remedy = (
        "Check the pressure of the step ('pressure: light', for example). To show the place in another way, add "
        f"'drawing: ...': `cardgen body {crop(figure.drawing.view).view}` prints what you can use there."
    )
    return file.routine.warning(("steps", figure.step, "where"), problem, remedy)


def _general_places(file: ReviewedFile, figures: list[GeneralFigure]) -> Fault:
    """The warning for all places that no figure shows alone."""
    shown = "; ".join(f"'{figure.where}' ('{figure.drawing.view}')" for figure in figures)
    figures_show = "1 figure shows" if len(figures) == 1 else f"{len(figures)} figures show"
    view = crop(figures[0].drawing.view).view
    remedy = (
        "Leave 'where' as it is: the card prints it in full beside the figure. For a figure of the very place, add "
        f"'drawing: ...' to the step: `cardgen body {view}` prints what you can use there."
    )
    return file.routine.warning(
        ("steps", figures[0].step, "where"), f"{figures_show} more than the place that is worked: {shown}.", remedy
    )
