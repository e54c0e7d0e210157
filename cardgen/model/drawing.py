"""Drawings as authors write them: a part of the body, and the strokes over it."""

from typing import Annotated, Literal

import msgspec

from cardgen.model.vocabulary import MOST_STROKES, Id, Level, Many, Reach, Sign
from cardgen.reading.models import Model

Rotation = Literal["clockwise", "counterclockwise"]


class Stroke(Model, frozen=True, kw_only=True):
    """One movement drawn over the figure."""

    draw: Sign
    """The sign to draw; `cardgen legend` shows them all."""
    along: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=MOST_STROKES)]
    """Landmarks, each with an offset after its name if it needs one: "knee-back.right 0 -6"."""
    pressure: Level | Annotated[tuple[Level, ...], Many] | None = None
    """The pressure, which is the width of a glide: a level, or several spread along it. Left out: as the step says."""
    turn: Rotation | None = None
    """Which way it turns, as seen on the page. Left out: as the step says, or as a ring goes through its points."""
    mirror: Literal["together", "later"] | None = None
    """Repeat it on the other side of the body: at the same time, or later (drawn hollow)."""
    order: Literal[1, 2] | None = None
    """The number of the phase that begins with this stroke."""
    width: Reach | Annotated[tuple[Reach, ...], msgspec.Meta(min_length=1, max_length=2)] | None = None
    """Half the width across the limb in the view's units; or two of them, for the start and the end."""
    size: Reach | None = None
    """Radius, amplitude or length in the view's units."""
    flat: Annotated[float, msgspec.Meta(ge=0.1, le=2)] = 1.0
    """The height of a ring, as a fraction of its width."""
    count: Annotated[int, msgspec.Meta(ge=1, le=20)] | None = None
    """The number of marks, if there are several along the way."""
    both: bool = False
    """Draw an arrowhead at both ends."""
    start: bool = True
    """Draw a ring where a glide starts."""
    angle: Annotated[float, msgspec.Meta(ge=-360, le=360)] | None = None
    """Degrees, clockwise: where the fingers point (0: down the page)."""
    flip: bool = False
    """Draw the other hand, or draw on the other side of the line."""
    under: bool = False
    """Draw a hand behind the body: only the part that sticks out is visible, as for a hand that supports from below."""
    posture: Id | None = None
    """How a hand works: thumbs-pair, v-grip ...; left out, it rests. `cardgen list postures` lists them all."""
    state: Literal["works", "rests", "ends"] = "works"
    """What a forearm does."""

    @property
    def levels(self) -> tuple[Level, ...]:
        return (self.pressure,) if isinstance(self.pressure, str) else self.pressure or ()


class Drawing(Model, frozen=True, kw_only=True):
    """A part of the body with strokes over it: filled where it is worked on, hatched or dotted where it is spared."""

    view: str
    """The part of the body to show; `cardgen list views` lists them all."""
    area: Annotated[tuple[str, ...], Many] = ()
    """The regions to work on: they are filled."""
    avoid: Annotated[tuple[str, ...], Many] = ()
    """The regions to avoid: they are hatched."""
    light: Annotated[tuple[str, ...], Many] = ()
    """The regions that take light pressure only: they are dotted."""
    strokes: Annotated[tuple[Stroke, ...], msgspec.Meta(max_length=MOST_STROKES)] = ()
    """The movements, drawn over the figure."""
    side: Literal["right", "left"] = "right"
    """The side of a view of one limb: left is the mirror image, with the same names of regions and landmarks."""
    hand: bool = True
    """Show the working hand where the first stroke starts, unless a stroke draws it with a `posture`."""

    @property
    def spared(self) -> tuple[str, ...]:
        """The regions that do not take the usual pressure."""
        return (*self.avoid, *self.light)
