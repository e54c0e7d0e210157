"""Paragraphs with icons that flow from face to face: backs of step cards, preparation, safety, aftercare."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.faces import Face
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import Box
from cardgen.wording.deck import Block

Start = Callable[[int], tuple[Sketch, float]]
"""Begins face 0, 1, 2 ... of a card: its sketch with the heading, and the height where paragraphs may begin."""


TELLING = ("people", "room", "safety")
"""The groups of icons that say more than the paragraphs beside them; others only make these easy to find."""


class Style(Struct, frozen=True):
    """Type sizes in points and lengths of flowing paragraphs."""

    heading: float
    body: float
    icon: float
    spacing: float
    """Distance between baselines of the text, in type sizes."""
    gap: float
    """From the last baseline of a block to the capitals of the next one, or to its icon."""

    @property
    def indent(self) -> float:
        return 1.36 * self.icon


class Piece(Struct, frozen=True):
    """A block, or the part of one that stands on a face, broken into lines."""

    icon: str
    heading: Setting | None
    body: Setting | None
    style: Style

    @property
    def height(self) -> float:
        """From the first capitals to the last baseline, or to the foot of the icon."""
        texts = [setting.height for setting in (self.heading, self.body) if setting]
        between = 0.55 * self.style.body if len(texts) == 2 else 0
        return max(sum(texts) + between, self.style.icon if self.heading else 0)

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        text_top = top
        if self.heading:
            if not self.body and len(self.heading.lines) == 1:
                text_top += (self.style.icon - self.heading.height) / 2
            alt = sketch.heard(self.icon, " ".join(self.heading.lines), only=TELLING)
            with sketch.beside_icon("H2" if self.body else "P", self.icon, alt, x, top, self.style.icon):
                baseline = sketch.setting(x + self.style.indent, text_top, self.heading)
            text_top = baseline + 0.55 * self.style.body
        if self.body:
            with sketch.tagged("P"):
                sketch.setting(x + self.style.indent, text_top, self.body)

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """The part that fits in `room` points of height, and the rest; None when not even one line of text fits."""
        if self.body is None:
            return None
        over = CAP * self.body.size + (self.heading.height + 0.55 * self.style.body if self.heading else 0)
        count = int((room - over) / self.body.leading) + 1
        if room < over or count < 1:
            return None
        first, rest = self.body.lines[:count], self.body.lines[count:]
        return (
            Piece(self.icon, self.heading, replace(self.body, lines=first), self.style),
            Piece(self.icon, None, replace(self.body, lines=rest), self.style),
        )


def _pieces(blocks: Sequence[Block], style: Style, room: float, sketch: Sketch) -> list[Piece]:
    """Break blocks into lines for a column `room` points wide; UserError when a word is too long for it."""
    column = room - style.indent
    found = []
    for block in blocks:
        heading = fit(block.heading, "semibold", (style.heading, style.heading), (column, 1e6), 1.2)
        body = (
            fit(block.text, "regular", (style.body, style.body), (column, 1e6), style.spacing) if block.text else None
        )
        if heading is None or (block.text and body is None):
            raise sketch.fault("word", block.heading if heading is None else block.text)
        found.append(Piece(block.icon, heading, body, style))
    return found


def _fill(waiting: Sequence[Piece], heights: Sequence[float]) -> list[list[Piece]]:
    """Deal pieces out to faces of these heights (the last one is for all that follow).

    A block that would cross to the next face moves there whole, unless it is taller than a face. There are none when a
    face is too low for a line.
    """
    queue = list(waiting)
    faces: list[list[Piece]] = []
    while queue:
        room = heights[min(len(faces), len(heights) - 1)]
        following = heights[min(len(faces) + 1, len(heights) - 1)]
        face: list[Piece] = []
        used = 0.0
        while queue:
            piece = queue[0]
            needed = (piece.style.gap if face else 0) + piece.height
            if used + needed <= room + 1e-6:
                face.append(queue.pop(0))
                used += needed
                continue
            whole_later = face and piece.height <= following
            if not whole_later and (parts := piece.split(room - used - (piece.style.gap if face else 0))):
                face.append(parts[0])
                queue[0] = parts[1]
            break
        if not face:
            return []
        faces.append(face)
    return faces


def flow(
    blocks: Sequence[Block], start: Start, styles: Sequence[Style], bottom: float, pin_last: bool = False
) -> list[Face]:
    """Lay blocks out on one face, in the first style that gets them there, else on as few faces as can be.

    `pin_last` puts the last block at the foot of its face.
    """
    sketch, top = start(0)
    live = sketch.live(top, bottom)
    for style in styles:
        pieces = _pieces(blocks, style, live.width, sketch)
        if sum(piece.height for piece in pieces) + style.gap * (len(pieces) - 1) <= live.height + 1e-6:
            _draw(sketch, pieces, live, pin_last)
            return [sketch.face()]
    return _flow_on(blocks, start, styles, bottom, pin_last)


def _flow_on(
    blocks: Sequence[Block], start: Start, styles: Sequence[Style], bottom: float, pin_last: bool
) -> list[Face]:
    """Lay blocks out on several faces, in the first of the styles that need the fewest."""
    sketches = [start(index) for index in (0, 1)]
    heights = [bottom - top for _, top in sketches]
    room = min(sketch.live(top, bottom).width for sketch, top in sketches)
    tried = [_fill(_pieces(blocks, style, room, sketches[0][0]), heights) for style in styles]
    dealt = min(filter(None, tried), key=len, default=None)
    if dealt is None:
        raise sketches[0][0].fault("text", blocks[0].heading)
    faces = []
    for index, pieces in enumerate(dealt):
        sketch, top = sketches[index] if index < len(sketches) else start(index)
        _draw(sketch, pieces, sketch.live(top, bottom), pin_last and index == len(dealt) - 1)
        faces.append(sketch.face())
    return faces


def _draw(sketch: Sketch, pieces: Sequence[Piece], box: Box, pin_last: bool) -> None:
    """Place pieces one below the other from the top of `box`; the last one at its foot with `pin_last`."""
    y = box.y
    for index, piece in enumerate(pieces):
        if pin_last and index == len(pieces) - 1:
            y = box.bottom - piece.height
        piece.draw(sketch, box.x, y)
        y += piece.height + piece.style.gap
