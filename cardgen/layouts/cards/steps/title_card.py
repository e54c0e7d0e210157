"""The title card of a deck: its name and facts on the front, and the map of places to avoid on the back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from cardgen.artwork.icons import icon
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.bodies import body_views, draw_bodies
from cardgen.layouts.parts.paragraphs import ParagraphStyle, set_blocks
from cardgen.layouts.parts.safety_map import place_safety_map
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rectangle, rounded
from cardgen.scene.text import CAP, Setting, fit, longest_word
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Block, Deck, Fact
from cardgen.wording.words import Words

NO_GO = "no-go"
"""The icon of paragraphs about places without pressure."""
PANEL = 0.78
"""Height of the colored panel, as a fraction of the card."""
INSET, CORNER, LEAST_BLEED = 5 * MM, 3 * MM, 1.5 * MM
"""With less bleed than this, the panel keeps this distance from the edge, and has round corners."""
COLUMN = 0.48
"""Width of the column of words next to the body, as a fraction of the panel."""
NAMES = (1.45, 1.0, 0.7)
"""Type sizes that the name may have, as fractions of that of a step's title: no others, so that a deck has few."""
DESCENT_GAP = 0.3
"""From a name above the body to its head, in type sizes: its descenders keep clear of it."""
FACT, LEAST_FACT, SUMMARY, LEAST_SUMMARY = 0.6, 0.5, 0.7, 0.5
"""Type sizes of facts about the deck and of its summary, in the same measure."""
FACT_LINES, FACT_INDENT, FACT_GAP = 3, 1.25, 0.35
"""The most lines of a fact, in its type size; from its icon's left to its word, in icons; below it, in title sizes."""
LEFT, ABOVE_NAME, ABOVE_BODY, BELOW_BODY, AT_EDGE = 0.7, 1.2, 0.8, 0.6, 0.5
"""Space in the panel, in margins: left of the name, above it, above and below the body; right of it and below facts."""
MOST_NAME, BELOW_NAME = 0.4, 0.9
"""The greatest height of the name, as a fraction of the panel's; below it, in title sizes."""
ABOVE_BODIES = 0.2
"""Above bodies that are below the facts, in margins."""
ABOVE_SUMMARY, AROUND_SUMMARY = 0.9, 1.4
"""From the panel to the summary, and all the space above and below it, in margins."""
LEAST_MAP = 0.45
"""Height of the map of places without pressure, as a fraction of the room."""


def draw_title_front(sketch: Sketch, deck: Deck, scale: StepScale, foot: float) -> None:
    """Draw the name, facts, and the body with the worked places on a panel, and the summary between it and `foot`.

    MisfitError when the name is too long.
    """
    panel = _draw_panel(sketch)
    live, text = sketch.live(panel.y, panel.bottom), scale.title
    left = max(live.x, panel.x + LEFT * scale.margin)
    top = max(panel.y, sketch.form.border.height) + ABOVE_NAME * scale.margin
    room, right = COLUMN * (panel.right - left), panel.right - AT_EDGE * scale.margin
    name = _set_name(deck.name, text, (room, right - left), MOST_NAME * panel.height)
    if name is None:
        raise sketch.misfit("title", deck.name)
    with sketch.tagged("H1"):
        y = sketch.draw_setting(left, top, name, sketch.theme.paper) + BELOW_NAME * text
    for fact in _facts(deck, sketch):
        y = _draw_fact(sketch, fact, Box(left, y, room, panel.bottom - AT_EDGE * scale.margin - y), scale)
    body_top = top - (ABOVE_NAME - ABOVE_BODY) * scale.margin
    bottom = panel.bottom - BELOW_BODY * scale.margin
    if name.width > room:
        body_top = top + name.height + DESCENT_GAP * name.size
    body = Box(left + room, body_top, right - left - room, bottom - body_top)
    if len(body_views(deck.sites)) > 1:  # beside each other below the words
        y += ABOVE_BODIES * scale.margin
        body = Box(left, y, right - left, bottom - y)
    draw_bodies(sketch, body, deck.sites, deck.sections[0].tab.area, deck.body_alt)
    if summary := _summary(deck, live.width, foot - panel.bottom - AROUND_SUMMARY * scale.margin, scale):
        with sketch.tagged("P"):
            sketch.draw_setting(live.x, panel.bottom + ABOVE_SUMMARY * scale.margin, summary)


def _set_name(name: str, size: float, rooms: tuple[float, float], height: float) -> Setting | None:
    """The name in the largest type in which it fits next to the body or above it; only the smallest breaks words."""
    least = NAMES[-1] * size
    for part, room in product(NAMES, rooms):
        sizes, is_whole = (part * size, part * size), longest_word(name, "semibold") * part * size <= room
        if is_whole and (found := fit(name, "semibold", sizes, (room, height), 1.08, even=True)):
            return found
    return fit(name, "semibold", (least, least), (rooms[-1], height), 1.08, even=True)


def _draw_panel(sketch: Sketch) -> Box:
    """Draw the panel: over the edge with enough bleed, else inside the card; returns the part on the card.

    It leaves holes alone, whose marks could not be seen on it.
    """
    form, right = sketch.form, sketch.form.size.width - sketch.tab_room
    if form.bleed >= LEAST_BLEED and not form.holes:
        over, bottom = form.bleed, PANEL * form.size.height
        sketch.draw_path(rectangle(Box(-over, -over, right + over, bottom + over)), fill=sketch.accent)
        return Box(0, 0, right, bottom)
    x, y = max(INSET, form.border.width), sketch.below_corner(max(INSET, form.border.height))
    if form.holes and y < form.holes.clear.bottom:
        x = max(x, form.holes.clear.right)
    box = Box(x, y, right - x, PANEL * form.size.height - y)
    sketch.draw_path(rounded(box, CORNER), fill=sketch.accent)
    return box


def _facts(deck: Deck, sketch: Sketch) -> Iterator[Fact]:
    """How long it takes, how many steps there are, and how the receiver of a single routine lies."""
    if len(deck.sections) > 1:
        yield Fact("time", deck.time)
        yield Fact("repeat-earlier-steps", _count_steps(sum(1 for _ in deck.steps), sketch.words))
        return
    (section,) = deck.sections
    yield Fact("time", section.time)
    yield Fact("repeat-earlier-steps", _count_steps(len(section.steps), sketch.words))
    yield from section.strip


def _count_steps(number: int, words: Words) -> str:
    return f"{number} {words.say('steps_count' if number > 1 else 'step_count')}"


def _draw_fact(sketch: Sketch, fact: Fact, room: Box, scale: StepScale) -> float:
    """Draw an icon and a word in white; returns where the next one may begin, the same place if there is no room."""
    size, art = FACT * scale.title, icon(fact.icon, sketch.theme.paper, sketch.accent)
    wide = room.width - FACT_INDENT * scale.paragraph_icon
    sizes, most = (size, LEAST_FACT * scale.title), min(FACT_LINES * size, room.height)
    word = fit(fact.word, "medium", sizes, (wide, most), 1.15, even=True)
    if word is None or room.height < scale.paragraph_icon:
        return room.y
    high = max(word.height, scale.paragraph_icon)
    with sketch.tagged("P"):
        sketch.draw_artwork(
            art, room.x, room.y + (high - scale.paragraph_icon) / 2, scale.paragraph_icon / art.size.width
        )
        x = room.x + FACT_INDENT * scale.paragraph_icon
        sketch.draw_setting(x, room.y + (high - word.height) / 2, word, sketch.theme.paper)
    return room.y + high + FACT_GAP * scale.title


def _summary(deck: Deck, room: float, height: float, scale: StepScale) -> Setting | None:
    """The summary of the routine; None for a program, or when there is no room for it."""
    text = deck.sections[0].summary if len(deck.sections) == 1 else ""
    sizes = (SUMMARY * scale.title, LEAST_SUMMARY * scale.title)
    return fit(text, "regular", sizes, (room, height), 1.22, even=True) if text and height > CAP * sizes[1] else None


def draw_keep_off(
    sketch: Sketch, deck: Deck, blocks: Sequence[Block], room: Box, styles: Sequence[ParagraphStyle]
) -> bool:
    """Draw the map of places without pressure, and other words below it; returns whether they fit.

    There is no map where no place takes less pressure than others.
    """
    sizes = list(dict.fromkeys(style.heading for style in styles))
    for style in styles:
        texts = set_blocks(blocks, style, room.width, sketch)
        needed = sum(text.height + style.gap for text in texts)
        height, has_map = room.height - needed, bool(deck.safety_map.labels)
        if height < (LEAST_MAP * room.height if has_map else 0.0):
            continue
        placed = place_safety_map(deck.safety_map, deck.sites, Size(room.width, height), sizes) if has_map else None
        if has_map and placed is None:
            continue
        if placed:
            placed.draw(sketch, room.x, room.y, deck.sections[0].tab.area)
        y = room.y + (height + style.gap if placed else 0)
        for text in texts:
            text.draw(sketch, room.x, y)
            y += text.height + style.gap
        return True
    return False


def keep_off_texts(blocks: Sequence[Block], deck: Deck) -> list[tuple[list[Block], list[Block]]]:
    """The words below a map of places without pressure, beyond what it shows, and the paragraphs that they replace.

    The best first: all of them; the same in fewer lines; and only those about places.
    """
    others = [block for block in blocks if block.about != "places"]
    about_places = [block for block in blocks if block not in others]
    lines = [line for block in about_places for line in block.lines]
    left = [line for line in lines if line not in deck.safety_map.said]
    apart = [Block(NO_GO, line, "") for line in left]
    joined = [Block.of_lines(NO_GO, left[0], left[1:])] if left else []
    return [([*apart, *others], [*blocks]), ([*joined, *others], [*blocks]), (joined, about_places)]
