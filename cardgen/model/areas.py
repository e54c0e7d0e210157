"""The body areas that a routine can name, with their letters and cautions."""

from functools import cache
from typing import Annotated

import msgspec

from cardgen.files import DATA
from cardgen.model.drawing import Drawing
from cardgen.reading.models import Model, read_document


class Area(Model, frozen=True, kw_only=True):
    """A body area: its place among the edge tabs, and its figure. What is said of it stands in the words."""

    slot: Annotated[int, msgspec.Meta(ge=0, le=7)]
    drawing: Drawing
    """What a step shows that has no drawing of its own."""


class Areas(Model, frozen=True, kw_only=True):
    """Every body area, by its key."""

    areas: dict[str, Area]


@cache
def areas() -> dict[str, Area]:
    """The body areas a routine can name."""
    return read_document(DATA / "areas.yaml", Areas).model.areas
