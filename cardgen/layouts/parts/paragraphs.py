"""Paragraphs with icons that flow from face to face: backs of step cards, preparation, safety, aftercare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rounded
from cardgen.scene.text import CAP, Setting, fit, longest_word
from cardgen.units import Box
from cardgen.wording.deck import Block

StartFace = Callable[[int], tuple[Sketch, float]]
"""Starts face 0, 1, 2 ... of a card: its sketch with the title, and the height where paragraphs may begin."""

READ_GROUPS = ("people", "room", "safety")
"""Groups of icons that say more than the paragraphs beside them; others only help to find a paragraph."""
BOX, BOX_ROOM, BOX_CORNER, BOX_WEIGHT = 0.8, 1.3, 0.12, 0.08
"""Side of a box to tick and the room for it, in type sizes; radius of its corners, in sides; line, in type sizes."""
HEADING_GAP = 0.55
"""From the last baseline of a heading to the capitals of its text, in type sizes of the text."""
EVENNESS = tuple(part / 20 for part in range(8, 20))
"""How full faces may be at most, when paragraphs are dealt out evenly."""
LEAST_REST = 2
"""The least number of lines, or of boxes to tick, that a divided block leaves to the next face."""
SLACK = 1e-6
"""Less than any printer can show, in points."""


class ParagraphStyle(Struct, frozen=True):
    """Type sizes in points and lengths of paragraphs."""

    heading: float
    body: float
    icon: float
    spacing: float
    """Distance between baselines of the text, in type sizes."""
    gap: float
    """From the last baseline of a block to the capitals of the next one, or to its icon."""
    hanging: bool = True
    """Whether the text is beside the icon, below the heading; else it is as wide as there is room, below both."""

    @property
    def indent(self) -> float:
        return 1.36 * self.icon


class SetBlock(Struct, frozen=True, dict=True):
    """A block, or the part of it that is on one face, broken into lines."""

    icon: str
    heading: Setting | None
    """None for a part that continues a block."""
    body: Setting | None
    style: ParagraphStyle
    running: bool = False
    """Whether the heading is a running head, which is not read aloud."""
    boxes: tuple[int, ...] | None = None
    """The lines that begin with a box to tick; None for text without any."""

    @cached_property
    def height(self) -> float:
        """From the first capitals to the last baseline, or to the foot of the icon; every way to deal asks for it."""
        between = HEADING_GAP * self.style.body if self.heading and self.body else 0
        body = self.body.height if self.body else 0
        return max(self.head + between + body, self.style.icon if self.heading else 0)

    @property
    def head(self) -> float:
        """The height of the heading, or of the icon beside it where the text is below both."""
        heading = self.heading.height if self.heading else 0
        return max(heading, self.style.icon) if self.heading and self.body and not self.style.hanging else heading

    def draw(self, sketch: Sketch, x: float, top: float) -> None:
        text_top = top
        if self.heading:
            if len(self.heading.lines) == 1 and not (self.body and self.style.hanging):
                text_top += (self.style.icon - self.heading.height) / 2
            self._draw_heading(sketch, x, top, text_top, self.heading)
            text_top = top + self.head + HEADING_GAP * self.style.body
        if self.body:
            self._draw_body(sketch, x + self.style.indent * self.style.hanging, text_top, self.body)

    def _draw_body(self, sketch: Sketch, x: float, top: float, body: Setting) -> None:
        """Draw the text, with its boxes before it."""
        side = BOX * body.size
        for index in self.boxes or ():
            middle = top + index * body.leading + CAP * body.size / 2
            box = rounded(Box(x, middle - side / 2, side, side), BOX_CORNER * side)
            sketch.draw_path(box, stroke=sketch.theme.ink, width=BOX_WEIGHT * body.size)
        with sketch.tagged("P"):
            sketch.draw_setting(x + (0 if self.boxes is None else BOX_ROOM * body.size), top, body)

    def _draw_heading(self, sketch: Sketch, x: float, top: float, text_top: float, heading: Setting) -> None:
        """Draw the icon and the heading beside it."""
        if self.running:
            sketch.draw_icon(self.icon, x, top, self.style.icon)
            sketch.draw_setting(x + self.style.indent, text_top, heading)
            return
        alt = sketch.icon_alt(self.icon, " ".join(heading.lines), only=READ_GROUPS)
        with sketch.beside_icon("H2" if self.body else "P", self.icon, alt, x, top, self.style.icon):
            sketch.draw_setting(x + self.style.indent, text_top, heading)

    def split(self, room: float) -> tuple[SetBlock, SetBlock] | None:
        """The part that fits in `room` points of height, and the rest; None when not even one line of text fits."""
        if self.body is None:
            return None
        over = CAP * self.body.size + (self.head + HEADING_GAP * self.style.body if self.heading else 0)
        count = self._count_first(int((room - over) / self.body.leading) + 1)
        if room < over or count < 1:
            return None
        first, rest = self.body.lines[:count], self.body.lines[count:]
        return (
            replace(self, body=replace(self.body, lines=first), boxes=self._boxes_in(0, count)),
            SetBlock(
                self.icon,
                None,
                replace(self.body, lines=rest),
                self.style,
                boxes=self._boxes_in(count, len(self.body.lines)),
            ),
        )

    def _count_first(self, most: int) -> int:
        """How many lines to divide a block after, at most: before a box to tick, and never before a single line."""
        total = len(self.body.lines) if self.body else 0
        if self.boxes is None:
            return min(most, max(1, total - LEAST_REST))
        whole = [box for box in self.boxes[: 1 - LEAST_REST] if 0 < box <= most]
        return whole[-1] if whole else most

    def _boxes_in(self, start: int, stop: int) -> tuple[int, ...] | None:
        """The boxes of some lines, counted from the first of them."""
        if self.boxes is None:
            return None
        return tuple(index - start for index in self.boxes if start <= index < stop)


def flow_paragraphs(
    blocks: Sequence[Block],
    start_face: StartFace,
    styles: Sequence[ParagraphStyle],
    bottom: float,
    pin_last: bool = False,
    on_first: int = 0,
) -> list[Sketch]:
    """Lay blocks out on one face, in the first style in which they fit there, else on as few faces as possible.

    `pin_last` puts the last block at the foot of its face. The first `on_first` blocks are on the first face, or the
    list is empty.
    """
    sketch, top = start_face(0)
    live = sketch.live(top, bottom)
    set_in = cache(partial(set_blocks, blocks, sketch=sketch))
    for style in styles:
        blocks_set = set_in(style, live.width)
        if sum(block.height for block in blocks_set) + style.gap * (len(blocks_set) - 1) <= live.height + SLACK:
            _draw_blocks(sketch, blocks_set, live, pin_last)
            return [sketch]
    started = [(sketch, top), start_face(1)]
    heights = [bottom - top for _, top in started]
    room = min(sketch.live(top, bottom).width for sketch, top in started)
    dealt = _deal_to_fewest([set_in(style, room) for style in styles], heights, on_first)
    if dealt is None and on_first:
        return []
    if dealt is None:
        found = zip(blocks, set_in(styles[-1], room), strict=True)
        tallest, _ = max(found, key=lambda pair: pair[1].head)
        raise sketch.misfit("text", tallest.heading)
    started += [start_face(index) for index in range(2, len(dealt))]
    for index, (share, (sketch, top)) in enumerate(zip(dealt, started, strict=False)):
        _draw_blocks(sketch, share, sketch.live(top, bottom), pin_last and index == len(dealt) - 1)
    return [sketch for sketch, _ in started[: len(dealt)]]


def _deal_to_fewest(
    styled: Sequence[Sequence[SetBlock]], heights: Sequence[float], on_first: int
) -> list[list[SetBlock]] | None:
    """Deal blocks out to the fewest faces, in the first of the styles that need so few; None when no style fits."""
    tried = [(blocks, faces) for blocks in styled if _begins_with(faces := _deal(blocks, heights), on_first)]
    if not tried:
        return None
    blocks, fewest = min(tried, key=lambda pair: len(pair[1]))
    return _deal_evenly(blocks, heights, len(fewest), on_first) or fewest


def _deal_evenly(
    blocks: Sequence[SetBlock], heights: Sequence[float], count: int, on_first: int
) -> list[list[SetBlock]]:
    """Deal blocks out to this many faces so that none is nearly empty and none is divided; empty when that fails."""
    least = sum(block.height for block in blocks) + blocks[0].style.gap * (len(blocks) - count)
    room = sum(heights[min(index, len(heights) - 1)] for index in range(count))
    for part in EVENNESS:
        if part * room + count * SLACK < least:
            continue
        faces = _deal(blocks, [part * height for height in heights])
        whole = all(block.heading is not None for face in faces for block in face)
        if len(faces) == count and whole and _begins_with(faces, on_first):
            return faces
    return []


def _begins_with(faces: Sequence[Sequence[SetBlock]], count: int) -> bool:
    """Whether there are faces, and the first one has `count` whole blocks."""
    if not faces:
        return False
    goes_on = len(faces) > 1 and faces[1][0].heading is None
    return len(faces[0]) - goes_on >= count


def set_blocks(blocks: Sequence[Block], style: ParagraphStyle, room: float, sketch: Sketch) -> list[SetBlock]:
    """Break blocks into lines for a column `room` points wide; MisfitError when a word is too long for it."""
    column = room - style.indent
    below = column if style.hanging else room
    found = []
    for block in blocks:
        sizes = (style.heading, style.heading)
        heading = fit(block.heading, "semibold", sizes, (column, 1e6), 1.2) if block.heading else None
        size, wide = (style.body, style.body), below - BOX_ROOM * style.body * block.to_tick
        body = fit(block.text, "regular", size, (wide, 1e6), style.spacing) if block.text else None
        if (block.heading and heading is None) or (block.text and body is None):
            text, font = (block.heading, "semibold") if block.heading and not heading else (block.text, "regular")
            raise sketch.misfit("word", text, max(text.split(), key=lambda word: longest_word(word, font)))
        boxes = _first_lines(block.text, body, wide) if block.to_tick and body else None
        found.append(SetBlock(block.icon, heading, body, style, block.running, boxes))
    return found


def _first_lines(text: str, body: Setting, room: float) -> tuple[int, ...]:
    """The numbers of the lines in which a line of a text begins that is broken into these."""
    each = (
        fit(line, body.font, (body.size, body.size), (room, 1e6), body.leading / body.size) for line in text.split("\n")
    )
    return tuple(accumulate((len(setting.lines) for setting in each if setting), initial=0))[:-1]


def _deal(blocks: Sequence[SetBlock], heights: Sequence[float]) -> list[list[SetBlock]]:
    """Deal blocks out to faces of these heights, the last of which is for all later faces too.

    A block that would cross to the next face moves there whole, unless it is taller than a face. The result is empty
    when a face is too low for a single line.
    """
    waiting = list(blocks)
    faces: list[list[SetBlock]] = []
    while waiting:
        room, following = (heights[min(len(faces) + ahead, len(heights) - 1)] for ahead in (0, 1))
        face = _fill_face(waiting, room, following)
        if not face:
            return []
        faces.append(face)
    return faces


def _fill_face(waiting: list[SetBlock], room: float, following: float) -> list[SetBlock]:
    """Take the blocks that fit on a face `room` points high from those that wait, the last one in part if need be."""
    face: list[SetBlock] = []
    used = 0.0
    while waiting:
        block = waiting[0]
        gap = block.style.gap if face else 0
        if used + gap + block.height <= room + SLACK:
            face.append(waiting.pop(0))
            used += gap + block.height
            continue
        whole_later = face and block.height <= following
        if not whole_later and (parts := block.split(room - used - gap)):
            face.append(parts[0])
            waiting[0] = parts[1]
        break
    return face


def _draw_blocks(sketch: Sketch, blocks: Sequence[SetBlock], box: Box, pin_last: bool) -> None:
    """Draw blocks one below another from the top of the box; with `pin_last` the last one at its foot."""
    y = box.y
    for index, block in enumerate(blocks):
        if pin_last and index == len(blocks) - 1:
            y = box.bottom - block.height
        block.draw(sketch, box.x, y)
        y += block.height + block.style.gap
