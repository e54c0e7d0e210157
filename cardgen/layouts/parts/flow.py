"""Paragraphs that flow from face to face, and which of them each face has."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import chain

from msgspec.structs import replace

from cardgen.layouts.parts.paragraphs import ParagraphStyle, SetBlock, set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import SLACK
from cardgen.units import Box
from cardgen.wording.deck import Block

StartFace = Callable[[int], tuple[Sketch, float]]
"""Starts face 0, 1, 2 ... of a card: its sketch with the title, and the height where paragraphs may begin."""
End = Callable[[Sketch], float]
"""Where paragraphs on a face must end."""
FULLNESS = tuple(part / 20 for part in range(8, 20))
"""How full faces may be at most, when paragraphs are distributed evenly."""
MOST_FACES = 16
"""The faces of which each has the height of its side; later ones have that of the lower side."""


def flow_paragraphs(
    blocks: Sequence[Block],
    start_face: StartFace,
    styles: Sequence[ParagraphStyle],
    end: End,
    pin_last: bool = False,
    on_fronts: int = 0,
    undivided: int = 0,
    alone: Sequence[ParagraphStyle] = (),
) -> list[Sketch]:
    """Lay blocks out on one face, in the first style in which they fit there, else on as few faces as possible.

    The styles `alone`, before the others, are for one face only.

    `pin_last` puts the last block at the foot of its face. The first `on_fronts` blocks begin on the faces 0, 2, 4 ...
    No block goes on from one of the first `undivided` faces to the next, or the list is empty.
    """
    sketch, top = start_face(0)
    live = sketch.live(top, end(sketch))
    set_in = cache(partial(set_blocks, blocks, sketch=sketch))
    for style in (*alone, *styles):
        blocks_set = set_in(style, live.width)
        if _height(blocks_set) <= live.height + SLACK:
            _draw_blocks(sketch, blocks_set, live, pin_last)
            return [sketch]
    started = [(sketch, top), start_face(1)]
    room = min(sketch.live(top, end(sketch)).width for sketch, top in started)
    styled = [set_in(style, room) for style in styles]
    dealt = _deal_to_faces(styled, started, start_face, end, on_fronts, undivided)
    if not dealt and undivided:
        return []
    if not dealt:
        found = zip(blocks, styled[-1], strict=True)
        tallest, _ = max(found, key=lambda pair: pair[1].head)
        raise sketch.misfit("text", tallest.heading)
    for index, (share, (sketch, top)) in enumerate(zip(dealt, started, strict=False)):
        live = sketch.live(top, end(sketch))
        larger = _in_roomiest(styled, share, live.height)
        _draw_blocks(sketch, larger, live, pin_last and index == len(dealt) - 1)
    return [sketch for share, (sketch, _) in zip(dealt, started, strict=False) if share]


def _deal_to_faces(
    styled: Sequence[Sequence[SetBlock]],
    started: list[tuple[Sketch, float]],
    start_face: StartFace,
    end: End,
    on_fronts: int,
    undivided: int,
) -> list[list[SetBlock]]:
    """Distribute blocks over the fewest faces, and start those; empty when no style fits.

    Fronts and backs need not take turns: the blocks are dealt out once more where a face is lower than expected.
    """
    heights = _heights(started, end)
    while dealt := _deal_to_fewest(styled, heights, on_fronts, undivided):
        started += [start_face(index) for index in range(len(started), len(dealt))]
        real = [end(sketch) - top for sketch, top in started]
        if all(one >= expected - SLACK for one, expected in zip(real, heights, strict=False)):
            break
        heights = [*real, *heights[len(real) :]]
    return dealt


def _heights(started: Sequence[tuple[Sketch, float]], end: End) -> list[float]:
    """The heights of faces, the last of which is for all later faces too: fronts and backs may end at other places."""
    (first, first_top), (second, top) = started
    sides = end(first) - top, end(second) - top
    return [end(first) - first_top, *(sides[index % 2] for index in range(1, MOST_FACES)), min(sides)]


def _deal_to_fewest(
    styled: Sequence[Sequence[SetBlock]], heights: Sequence[float], on_fronts: int, undivided: int
) -> list[list[SetBlock]]:
    """Distribute blocks over the fewest faces; empty when no style fits.

    In the first of the styles that need so few and divide no block, otherwise in the first that needs so few.
    """
    tried = [(blocks, faces) for blocks in styled if (faces := _deal(blocks, heights, on_fronts, undivided))]
    if not tried:
        return []
    count = min(map(_count, (faces for _, faces in tried)))
    fewest = [(blocks, faces) for blocks, faces in tried if _count(faces) == count]
    even = (_deal_evenly(blocks, heights, count[0], on_fronts) for blocks, _ in fewest)
    return next(filter(None, even), fewest[0][1])


def _count(faces: Sequence[Sequence[SetBlock]]) -> tuple[int, int]:
    """How many faces there are, and on how many of them is something."""
    return len(faces), sum(map(bool, faces))


def _in_roomiest(styled: Sequence[Sequence[SetBlock]], share: Sequence[SetBlock], height: float) -> Sequence[SetBlock]:
    """The blocks of a face in the first of the styles in which they fit there; as they are when one is divided."""
    for blocks in styled:
        known = {block.said: block for block in blocks}
        found = [known[block.said] for block in share if block.said in known]
        if len(found) == len(share) and _height(found) <= height + SLACK:
            return found
    return share


def _height(blocks: Sequence[SetBlock]) -> float:
    """Of blocks one below another."""
    gaps = blocks[0].style.gap * (len(blocks) - 1) if blocks else 0
    return sum(block.height for block in blocks) + gaps


def _deal_evenly(
    blocks: Sequence[SetBlock], heights: Sequence[float], count: int, on_fronts: int
) -> list[list[SetBlock]]:
    """Deal blocks out to this many faces so that none is nearly empty and none is divided; empty when that fails."""
    least = sum(block.height for block in blocks) + blocks[0].style.gap * (len(blocks) - count)
    room = sum(heights[min(index, len(heights) - 1)] for index in range(count))
    for part in FULLNESS:
        if part * room + count * SLACK < least:
            continue
        faces = _deal(blocks, [part * height for height in heights], on_fronts)
        if len(faces) == count and sum(map(len, faces)) == len(blocks):
            return faces
    return []


def _deal(
    blocks: Sequence[SetBlock], heights: Sequence[float], on_fronts: int, undivided: int = 0
) -> list[list[SetBlock]]:
    """Distribute blocks over faces of these heights; the last height is for all later faces, too.

    The first `on_fronts` blocks begin on fronts: on their backs are others, undivided where there are such, or nothing.
    A block that would cross to the next face moves there whole, unless it is taller than a face: then it goes on at the
    top of the next face. The result is empty when a face is too low for a single line, or a block would go on from one
    of the first `undivided` faces.
    """
    kept = (replace(block, on_front=True).part_tall_items(min(heights)) for block in blocks[:on_fronts])
    waiting = [*chain.from_iterable(kept), *blocks[on_fronts:]]
    going_on: list[SetBlock] = []
    faces: list[list[SetBlock]] = []
    while going_on or waiting:
        room, following = (heights[min(len(faces) + ahead, len(heights) - 1)] for ahead in (0, 1))
        is_undivided = len(faces) < undivided
        is_between_fronts = len(faces) % 2 == 1 and any(block.on_front for block in waiting)
        offered = [*going_on, *(_for_back(waiting, room) if is_between_fronts else waiting)]
        face, rest = _fill_face(offered, room, math.inf if is_undivided or is_between_fronts else following)
        if (offered and not face) or (rest and is_undivided):
            return []
        faces.append(face)
        taken = set(map(id, offered[: len(face)]))
        waiting = [block for block in waiting if id(block) not in taken]
        going_on = [rest] if rest and not rest.on_front else []
        if rest and rest.on_front:
            waiting.insert(0, rest)
    return faces


def _for_back(waiting: Sequence[SetBlock], room: float) -> list[SetBlock]:
    """The blocks that may be on a back between fronts: before those that have to be divided, those that do not."""
    return sorted((block for block in waiting if not block.on_front), key=lambda block: block.height > room)


def _fill_face(offered: Sequence[SetBlock], room: float, following: float) -> tuple[list[SetBlock], SetBlock | None]:
    """The first blocks, as many as fit on a face `room` points high, and the rest of the last one if it is divided.

    After others, a block is only divided if it is higher than the `following` face, where it would be whole.
    """
    face: list[SetBlock] = []
    used = 0.0
    for block in offered:
        gap = block.style.gap if face else 0
        if used + gap + block.height <= room + SLACK:
            face.append(block)
            used += gap + block.height
            continue
        whole_later = face and (block.on_front or block.height <= following)
        if not whole_later and (parts := block.split(room - used - gap)):
            return [*face, parts[0]], parts[1]
        break
    return face, None


def _draw_blocks(sketch: Sketch, blocks: Sequence[SetBlock], box: Box, pin_last: bool) -> None:
    """Draw blocks one below another from the top of the box; with `pin_last` the last one at its foot."""
    y = box.y
    for index, block in enumerate(blocks):
        if pin_last and index == len(blocks) - 1:
            y = box.bottom - block.height
        block.draw(sketch, box.x, y)
        sketch.end, sketch.body = y + block.height, block.style.body
        y = sketch.end + block.style.gap
