"""What an author draws: a part of the body, and the strokes over it."""

from typing import Annotated, Literal

import msgspec

from cardgen.model.vocabulary import MOST_STROKES, Level, Many, Reach, Sign
from cardgen.reading.models import Model


class Stroke(Model, frozen=True, kw_only=True):
    """One movement drawn over the figure."""

    draw: Sign
    """The sign; `cardgen legend` shows them all."""
    along: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=MOST_STROKES)]
    """Landmarks, each with an offset behind its name when it needs one: "knee-back.right 0 -6"."""
    pressure: Level | Annotated[tuple[Level, ...], Many] | None = None
    """The width of a glide: one level, or several spread along it."""
    turn: Literal["clockwise", "counterclockwise"] | None = None
    """As seen on the page."""
    mirror: Literal["together", "later"] | None = None
    """Also on the other side of the body: at the same time, or afterwards (drawn hollow)."""
    order: Literal[1, 2] | None = None
    """The number of the phase that begins with this stroke."""
    width: Reach | Annotated[tuple[Reach, ...], msgspec.Meta(min_length=1, max_length=2)] | None = None
    """Half the width across the limb in the view's units, or that at the start and at the end."""
    size: Reach | None = None
    """Radius, amplitude or length in the view's units."""
    flat: Annotated[float, msgspec.Meta(ge=0.1, le=2)] = 1.0
    """Height of a ring, as a part of its width."""
    count: Annotated[int, msgspec.Meta(ge=1, le=20)] | None = None
    """How many marks, when there are several along the way."""
    both: bool = False
    """A head at both ends."""
    start: bool = True
    """A ring where a glide starts."""
    angle: Annotated[float, msgspec.Meta(ge=-360, le=360)] | None = None
    """Degrees, clockwise: where a hand's fingers point (0 down the page); on which side arcs stand (0 right)."""
    flip: bool = False
    """Turned over: the other hand, or the other side of the line."""
    state: Literal["works", "rests", "ends"] = "works"
    """What a forearm does."""

    @property
    def levels(self) -> tuple[Level, ...]:
        return (self.pressure,) if isinstance(self.pressure, str) else self.pressure or ()


class Drawing(Model, frozen=True, kw_only=True):
    """The part of the body to show: the worked area filled, no-go areas hatched, the strokes drawn over it."""

    view: str
    """The part of the body; `cardgen list views` names them."""
    area: Annotated[tuple[str, ...], Many] = ()
    """The regions that are worked on: they are filled."""
    avoid: Annotated[tuple[str, ...], Many] = ()
    """The regions to keep off: they are hatched."""
    strokes: Annotated[tuple[Stroke, ...], msgspec.Meta(max_length=MOST_STROKES)] = ()
    """The movements, drawn over the figure."""
