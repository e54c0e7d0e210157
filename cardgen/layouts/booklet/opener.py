"""The opening of a chapter: a band with its name, the body with the places to avoid, and what to do before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.booklet.bands import BAND_GAP, OpenerBand, set_opener_band
from cardgen.layouts.booklet.line_pages import lay_out_lines
from cardgen.layouts.booklet.lines import LEAST_GAP, MOST_GAP, SetLines, flow_lines, set_lines
from cardgen.layouts.booklet.pages import BookPages, StartPage
from cardgen.layouts.booklet.scale import BookScale
from cardgen.layouts.booklet.step_names import StepNames, set_step_names
from cardgen.layouts.booklet.step_parts import SetCaution
from cardgen.layouts.parts.bodies import bodies_width, body_views, draw_bodies
from cardgen.layouts.parts.caution import draw_caution_bar
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import fit, type_sizes
from cardgen.units import MM, Box, Size
from cardgen.wording.book import Chapter, Opener
from cardgen.wording.deck import Block, Site
from cardgen.wording.sentences import sentence, sentences

BRIEF_GAP = 2.1 * MM
"""From the band to what is below it on half a page, and above the bar."""
BAR_AIR = 1 * MM
"""More above the bar, for the descenders of the line over it."""
NAMES_GAP = 4 * MM
"""The least space between the lines and the names of the steps."""
BRIEF_BAND = 0.9
"""Height of the band on half a page, as a fraction of the usual one."""
BODY_SHARES = (0.34, 0.27, 0.2, 0.16)
"""The greatest width of the bodies, as fractions of the room: the first that leaves room for the lines is used."""
MOST_SIZE = 1.15
"""The greatest size of the lines, as a multiple of the usual one."""
LEAST_ABOVE, MOST_ABOVE = 0.75, 0.42
"""The least height of bodies over the lines, as a fraction of their height next to them; the greatest, of the room."""
BRIEF_BELOW = 0.6
"""An opener lower than this part of the page is brief."""
SAID = ("caution", "giver-", "receiver-")
"""How the icons of paragraphs begin that are among the safety rules, or in the band."""
TURN_OVER = "turn-over"
"""The icon of the paragraph that says how the receiver turns over."""
SPLIT_BODY = 0.26
"""Width of the bodies on a lower half, as a fraction of the room."""
BAR_INDENT = 1.6 * MM
FLOWN_BODY = 0.28
"""Height of the bodies over paragraphs that go on to further pages, as a fraction of the room."""


class SetOpener(Struct, frozen=True):
    """The opener of a chapter, in its place."""

    pages: BookPages
    chapter: Chapter
    box: Box
    band: OpenerBand
    lines: SetLines
    lines_box: Box
    body: Box
    keep_off: SetCaution | None
    strain: float
    names: StepNames | None = None

    def draw(self, sketch: Sketch) -> None:
        self.band.draw(sketch, self.box)
        _draw_opener_bodies(sketch, self.pages, self.chapter, self.body)
        self.lines.draw(sketch, self.lines_box)
        if self.names:
            self.names.draw(sketch, self.lines_box.x, self.lines_box.bottom - self.names.height)
        if self.keep_off:
            _draw_keep_off(sketch, self.keep_off, self.box)

    def moved(self, box: Box) -> SetOpener:
        """The same opener in another box of the same size."""
        shift = box.x - self.box.x, box.y - self.box.y
        return replace(self, box=box, lines_box=self.lines_box.moved(*shift), body=self.body.moved(*shift))


class FurtherLines(Struct, frozen=True):
    """The further lines of an opener, and where to keep off."""

    lines: SetLines
    lines_box: Box
    keep_off: SetCaution | None
    box: Box
    strain: float

    def draw(self, sketch: Sketch) -> None:
        self.lines.draw(sketch, self.lines_box)
        if self.keep_off:
            _draw_keep_off(sketch, self.keep_off, self.box)

    def moved(self, box: Box) -> FurtherLines:
        """The same lines in another box of the same size."""
        return replace(self, box=box, lines_box=self.lines_box.moved(box.x - self.box.x, box.y - self.box.y))


def _draw_keep_off(sketch: Sketch, keep_off: SetCaution, box: Box) -> None:
    """Draw a bar with the places to keep off at the foot of a box."""
    bar = Box(box.x, box.bottom - keep_off.height, box.width, keep_off.height)
    draw_caution_bar(sketch, keep_off.setting, bar, keep_off.sign, BAR_INDENT, "no-go")


def _draw_opener_bodies(sketch: Sketch, pages: BookPages, chapter: Chapter, box: Box) -> None:
    """Draw the bodies with what the chapter works on, and the places to keep off."""
    sites, opener = sites_of(pages, chapter), chapter.opener
    areas = {site.tab.area for site in sites} | {opener.tab.area}
    draw_bodies(sketch, box, sites, opener.tab.area, opener.drawing_alt, areas)


def sites_of(pages: BookPages, chapter: Chapter) -> list[Site]:
    """Where the steps of a chapter work."""
    cards = {step.card.name for step in chapter.steps}
    return [site for site in pages.book.plan.sites if site.card in cards]


def set_opener(pages: BookPages, chapter: Chapter, box: Box) -> SetOpener | None:
    """Set the opener of a chapter in a box; None when it does not fit."""
    scale, opener, least = pages.scale, chapter.opener, pages.scale.least
    keep_off = _set_keep_off(opener, scale, box.width, least)
    brief = box.height < BRIEF_BELOW * pages.form.size.height
    gap = BRIEF_GAP if brief else BAND_GAP
    band = set_opener_band(pages, opener, box.width, BRIEF_BAND if brief else 1.0)
    if band is None or (opener.keep_off and keep_off is None):
        return None
    top, bottom = box.y + band.height + gap, box.bottom - (keep_off.height + gap + BAR_AIR if keep_off else 0)
    room = Box(box.x, top, box.width, bottom - top)
    views = body_views(sites_of(pages, chapter))
    for blocks, share, size in _ways(opener, scale, brief, pages.brief):
        body, place = _beside(views, share, room)
        if lines := set_lines(blocks, size, scale.list_icon, place.size):
            wide = None if brief else set_lines(blocks, size, scale.list_icon, room.size)
            if wide and (above := _above(views, wide, room)).height >= LEAST_ABOVE * body.height:
                top = above.bottom + BAND_GAP
                lines, body, place = wide, above, room._replace(y=top, height=room.bottom - top)
            strain = (scale.opener - size) / scale.opener
            names = _set_names(chapter, scale, lines, place)
            return SetOpener(pages, chapter, box, band, lines, place, body, keep_off, strain, names)
    return None


def _beside(views: Sequence[str], share: float, room: Box) -> tuple[Box, Box]:
    """The bodies at the left of a room, and the lines at their right."""
    high = min(room.height, share * room.width / bodies_width(views, 1.0))
    body = Box(room.x, room.y, bodies_width(views, high), high)
    x = body.right + BAND_GAP
    return body, room._replace(x=x, width=room.right - x)


def _above(views: Sequence[str], lines: SetLines, room: Box) -> Box:
    """The bodies over lines that are as wide as their room, with half as much again as their least gaps."""
    gaps = 0.5 * LEAST_GAP * lines.size * (len(lines.items) - 1)
    high = min(MOST_ABOVE * room.height, room.height - lines.height - gaps - BAND_GAP)
    return room._replace(height=max(0.0, min(high, room.width / bodies_width(views, 1.0))))


def _ways(opener: Opener, scale: BookScale, brief: bool, bare: bool) -> Iterator[tuple[list[Block], float, float]]:
    """What an opener may say, the width of the bodies and the type size, the best first.

    A `bare` one has its reasons only where they take nothing from the bodies and the type.
    """
    whole = _blocks(opener, brief)
    if not bare:
        yield from product([whole], BODY_SHARES, type_sizes(MOST_SIZE * scale.opener, scale.least))
        return
    yield from product([whole], BODY_SHARES[:1], type_sizes(MOST_SIZE * scale.opener, scale.opener))
    yield from product(
        [_blocks(opener, brief, bare=True)], BODY_SHARES, type_sizes(MOST_SIZE * scale.opener, scale.least)
    )


def _set_names(chapter: Chapter, scale: BookScale, lines: SetLines, place: Box) -> StepNames | None:
    """The names of the steps below the lines; None without room."""
    spread = lines.height + (MOST_GAP - LEAST_GAP) * lines.size * (len(lines.items) - 1)
    return set_step_names(chapter.steps, scale, Size(place.width, place.height - spread - NAMES_GAP))


def split_opener(pages: BookPages, chapter: Chapter, lower: Box, upper: Box) -> tuple[SetOpener, FurtherLines] | None:
    """Set an opener on the lower half of a page and the upper half of the next one; None when it does not fit."""
    scale, opener = pages.scale, chapter.opener
    band = set_opener_band(pages, opener, lower.width, BRIEF_BAND)
    keep_off = _set_keep_off(opener, scale, upper.width, scale.least)
    if band is None or (opener.keep_off and keep_off is None):
        return None
    top = lower.y + band.height + BRIEF_GAP
    body = Box(lower.x, top, SPLIT_BODY * lower.width, lower.bottom - top)
    x = body.right + BAND_GAP
    column = Box(x, top, lower.right - x, lower.bottom - top)
    rest = upper._replace(height=upper.height - (keep_off.height + BAND_GAP if keep_off else 0))
    for size in type_sizes(MOST_SIZE * scale.opener, scale.least):
        parts = list(flow_lines(_blocks(opener, bare=pages.brief), size, scale.list_icon, iter((column, rest))))
        if len(parts) == 2 and sum(len(part.items) for part in parts) == len(_blocks(opener, bare=pages.brief)):
            strain = max(0.0, (scale.opener - size) / scale.opener)
            first = SetOpener(pages, chapter, lower, band, parts[0], column, body, None, strain)
            return first, FurtherLines(parts[1], rest, keep_off, upper, strain)
    return None


def flow_opener(pages: BookPages, chapter: Chapter, start: StartPage) -> list[Sketch]:
    """The opener of a chapter on a page, or, where that is too small, with its paragraphs on further pages."""
    sketch, room = start(0)
    if placed := set_opener(pages, chapter, room):
        placed.draw(sketch)
        return [sketch]
    opener = chapter.opener
    band = set_opener_band(pages, opener, room.width)
    if band is None:
        raise sketch.misfit("title", opener.title)

    def begin(index: int) -> tuple[Sketch, Box]:
        sketch, room = start(index)
        if index:
            y = pages.draw_title(sketch, opener.title, room, continued=True)
            return sketch, room._replace(y=y, height=room.bottom - y)
        band.draw(sketch, room)
        body = Box(room.x, room.y + band.height + BAND_GAP, room.width, FLOWN_BODY * room.height)
        _draw_opener_bodies(sketch, pages, chapter, body)
        top = body.bottom + BAND_GAP
        return sketch, room._replace(y=top, height=room.bottom - top)

    return lay_out_lines(pages, [*_blocks(opener, bare=pages.brief), *opener.keep_off], begin)


def _blocks(opener: Opener, brief: bool = False, bare: bool = False) -> list[Block]:
    """The summary and what to do.

    `brief` leaves out the summary, which the contents have, and what holds for some receivers, which is among the
    safety rules. `bare` leaves out reasons, and what the band or the safety rules say; but how the receiver turns
    over is no reason.
    """
    summary = [Block("", "", opener.summary)] if opener.summary and not brief else []
    shown = [block for block in opener.blocks if not (brief and block in opener.for_some)]
    if bare:
        unsaid = [block for block in shown if not block.icon.startswith(SAID)]
        shown = [block if block.icon == TURN_OVER else _without_reason(block) for block in unsaid]
    return [*summary, *shown]


def _without_reason(block: Block) -> Block:
    """What to do, as a sentence."""
    return replace(block, heading=sentence(block.heading), text="")


def _set_keep_off(opener: Opener, scale: BookScale, room: float, least: float) -> SetCaution | None:
    text = sentences(block.in_one_line for block in opener.keep_off)
    if not text:
        return None
    size = max(least, scale.band_facts)
    setting = fit(text, "semibold", (size, least), (room - 3.2 * size - 3 * MM, inf), 1.2, even=True)
    return SetCaution(setting) if setting else None
