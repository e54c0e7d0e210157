"""The body areas that a routine can name, each with its edge tab and its drawing."""

from functools import cache
from typing import Annotated, Literal

import msgspec

from cardgen.files.folders import DATA
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Letters, Limb, Position
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model

Cleaning = Literal["wash", "wipe"]
"""The giver washes the hands with soap or hand gel, or wipes the oil off them."""


class Area(Model, frozen=True, kw_only=True):
    """A body area. Its name and its cautions are words, in the folder of each language."""

    letter: Letters
    """The first letter in the names of cards."""
    slot: Annotated[int, msgspec.Meta(ge=0, le=7)]
    """The place of its edge tab, from the top."""
    drawing: Drawing
    """The picture on a step that has no drawing and names no place that is known."""
    drawings: dict[Position, Drawing] = {}
    """The same while the receiver lies or sits like this."""
    clean_before: Cleaning | None = None
    """How the giver cleans the hands before work in this area, coming from elsewhere."""
    clean_after: Cleaning | None = None
    strength: int | None = None
    """The strongest that a massage of only such areas may feel (10 is pain), if less than elsewhere."""
    """How the giver cleans the hands after it, before work elsewhere."""
    regions: tuple[str, ...] = ()
    """The regions of drawings that are parts of it, without their side."""
    words: tuple[str, ...] = ()
    """Words that name it, or parts of it, in the `where` of a step."""
    limb: Limb | None = None
    """The limb that it is."""


class Areas(Model, frozen=True, kw_only=True):
    """Every body area, by name."""

    areas: dict[str, Area]


@cache
def areas() -> dict[str, Area]:
    """The body areas that a routine can name."""
    return read_document(DATA / "areas.yaml", Areas).model.areas
