"""Steps without a drawing whose figure shows more or less of the body than their place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from cardgen.errors import Fault, shorten
from cardgen.model.drawing import Drawing
from cardgen.places.offered_drawing import offered_drawing
from cardgen.places.spelling import example_of, respelled
from cardgen.places.usual_drawing import Shows, usual_drawing
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


class GeneralFigure(Struct, frozen=True):
    """A step without a drawing or a picture, whose place no figure fills exactly."""

    step: int
    where: str
    offered: Drawing | None
    """The regions that an author may fill instead, if any view shows the place."""
    shows: Shows
    meant: str
    """The place in words that are known, if it was misspelled."""
    example: str
    """A place in the same area."""


ENDINGS: dict[Shows, str] = {
    "more": "show{s} more than the place that is worked on",
    "part": "show{s} only a part of the place that is worked on",
    "none": "fill{s} nothing, because the place is out of sight while the receiver lies or sits like this",
    "hidden": "fill{s} nothing, because no figure shows the place while the receiver lies or sits like this",
    "area": "fill{s} nothing, because not all words for the place are known",
    "unknown": "fill{s} nothing, because no word for the place is known",
}
"""What a figure does, as a verb; for several figures, without the s."""
GOOD_ENOUGH = "That may be good enough: your words are next to the figure."
REMEDIES: dict[Shows, str] = {
    "more": GOOD_ENOUGH,
    "part": GOOD_ENOUGH,
    "none": "Check 'receiver'.",
    "hidden": "Check 'receiver'.",
    "area": "Name the place in words that `cardgen list places` shows{example}.",
    "unknown": "Name the place in words that `cardgen list places` shows{example}.",
}


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each way that figures differ from places."""
    found = list(_general_figures(file))
    for shows in ENDINGS:
        if general := [figure for figure in found if figure.shows == shows]:
            yield _general_places(file, general, shows)


def _general_figures(file: ReviewedFile) -> Iterator[GeneralFigure]:
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        usual = None if step.drawing or step.image else usual_drawing(step, routine)
        if usual and usual.general:
            offered, meant = offered_drawing(step, routine), respelled(step.where)
            yield GeneralFigure(index, shorten(step.where), offered, usual.shows, meant, example_of(step, routine))


def _general_places(file: ReviewedFile, figures: list[GeneralFigure], shows: Shows) -> Fault:
    """The warning for all figures that differ in the same way, with the line of each."""
    shown = "; ".join(f"'{figure.where}' ({_line(file, figure)})" for figure in figures)
    subject, ending = ("1 figure", "s") if len(figures) == 1 else (f"{len(figures)} figures", "")
    example = f": '{figures[0].example}', for example" if figures[0].example else ""
    other_words = "" if all(figure.meant for figure in figures) else REMEDIES[shows].format(example=example)
    remedy = " ".join(filter(None, (*_respelled(figures), other_words, _other_figure(figures))))
    return file.routine.warning(
        ("steps", figures[0].step, "where"), f"{subject} {ENDINGS[shows].format(s=ending)}: {shown}.", remedy
    )


def _respelled(figures: list[GeneralFigure]) -> list[str]:
    """Which places were misspelled, and how they are known."""
    return [f"Did you mean '{each.meant}' by '{each.where}'?" for each in figures if each.meant]


def _line(file: ReviewedFile, figure: GeneralFigure) -> str:
    """The line of a file, or the row of a table, of a step's place."""
    fault = file.routine.fault(("steps", figure.step, "where"), "")
    return fault.where.partition(",")[0] or f"line {fault.line}"


def _other_figure(figures: list[GeneralFigure]) -> str:
    """How to choose another figure, with the first one that has a choice as the example."""
    example = next((figure for figure in figures if figure.offered), None)
    if example is None or example.offered is None:
        return "To choose the figure yourself, give the step a 'drawing' of a view that `cardgen list views` shows."
    place = "the step" if example is figures[0] else f"the step of '{example.where}'"
    side = ", side: left" if example.offered.side == "left" else ""
    written = f"{{view: {example.offered.view}, area: [{', '.join(example.offered.area)}]{side}}}"
    return (
        f"To choose the figure yourself, write 'drawing: {written}' in {place}, with the views and regions "
        "that `cardgen list views` shows."
    )
