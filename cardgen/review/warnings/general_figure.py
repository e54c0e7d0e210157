"""Steps whose figure shows more than their place, because they have no drawing and their place is not known."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.usual_drawing import usual_drawing
from cardgen.artwork.views import crop
from cardgen.errors import Fault, shorten
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each step without drawing and picture whose place no figure shows exactly."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        if step.drawing or step.image:
            continue
        usual = usual_drawing(step, routine)
        if usual.general:
            view = usual.drawing.view
            problem = f"No figure is known for '{shorten(step.where)}': the card shows '{view}', which is more general."
            remedy = (
                "Name one place alone, such as 'lower back', 'palm', or 'back of the thigh'; or add 'drawing: ...': "
                f"`cardgen body {crop(view).view}` prints what you can use there."
            )
            yield file.routine.warning(("steps", index, "where"), problem, remedy)
