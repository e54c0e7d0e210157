"""Type sizes and lengths: each layout has its own in a file in `data/scales/`, which is read when it is needed."""

from functools import cache
from typing import Annotated, TypeVar

import msgspec

from cardgen.files.folders import DATA
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.units import Length, Size

Points = Annotated[float, msgspec.Meta(ge=8, le=160)]
"""A type size."""


class PaperScale(Model, frozen=True, kw_only=True):
    """The type sizes and lengths of a layout on paper of a certain size."""

    width: Length
    """Of the smallest paper that it is for."""
    height: Length
    large: bool = False
    """Whether it is for large print."""


Scale = TypeVar("Scale", bound=Model)
FittedScale = TypeVar("FittedScale", bound=PaperScale)


@cache
def scales(layout: str, kind: type[list[Scale]]) -> list[Scale]:
    """The scales of a layout, the roomiest first; UserError when its file has faults."""
    return read_document(DATA / "scales" / f"{layout}.yaml", kind).model


def scale_for(paper: Size, layout: str, kind: type[list[FittedScale]], large: bool = False) -> FittedScale:
    """The first scale of a layout that the paper is large enough for; the last one for smaller paper.

    For large print, only scales that are for it, if the layout has any.
    """
    every: list[FittedScale] = scales(layout, kind)
    found = [scale for scale in every if scale.large == large] or every
    fitting = (scale for scale in found if paper.width >= scale.width - 0.1 and paper.height >= scale.height - 0.1)
    return next(fitting, found[-1])
