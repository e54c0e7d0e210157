"""The faces of step cards: fronts of steps, and paragraphs on their backs and on cards before and after the steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, cached_property, partial
from math import inf

from msgspec.structs import replace

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.steps.back import (
    BACK_MARGIN,
    BACK_TITLE,
)
from cardgen.layouts.cards.steps.key_card import lay_out_strokes
from cardgen.layouts.cards.steps.other_side import set_grid
from cardgen.layouts.cards.steps.paragraph_styles import largest_styles, paragraph_styles, roomy_styles
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.layouts.cards.steps.title_card import NO_GO, draw_keep_off, draw_title_front, keep_off_texts
from cardgen.layouts.cards.steps.turn_panel import draw_turn_panel, without_panel
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.flow import StartFace, flow_paragraphs
from cardgen.layouts.parts.paragraphs import ParagraphStyle, set_blocks
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import draw_small_print, room_above
from cardgen.layouts.parts.titles import draw_icon_title, draw_title
from cardgen.scene.text import DESCENT
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.deck import Block, Deck, ListCard, Tab
from cardgen.wording.small_cards import for_small_cards
from cardgen.wording.words import words

LIST_SQUARE = 0.6
"""Side of the square with the icon of a card of paragraphs, in squares of a step."""


class FaceMaker:
    """Lays out the faces of a deck's cards, all on the same paper."""

    def __init__(self, deck: Deck, form: Format, theme: Theme, duplex: bool) -> None:
        self.form, self.theme, self.duplex = form, theme, duplex
        self.scale = step_scale(form.size, form.large)
        self.deck = deck if self.scale.title_card else for_small_cards(deck)
        self.styles = paragraph_styles(self.scale)
        self.roomy = roomy_styles(self.styles[0])
        self.largest = largest_styles(self.styles[0], self.scale.title) if self.scale.title_card else []
        self.bottom = form.size.height - max(self.scale.margin, form.border.height)
        self.reach = form.size.height - form.border.height - DESCENT * self.roomy[0].body
        self.foot = self.bottom + 0.2 * self.scale.margin
        self.room_above = room_above(form, self.foot, self.scale.small_print)
        self.other_side = cache(self.lay_out_other_side)

    def limit_type(self, sizes: Collection[float]) -> bool:
        """Keep lists to the least of these type sizes and the next larger one; whether any is larger than that.

        Only on small cards: on larger ones, each list has the largest type that its face has room for.
        """
        if self.scale.title_card or not sizes:
            return False
        larger = sorted({style.body for style in (*self.roomy, *self.styles) if style.body > min(sizes)})
        limit = min(larger, default=inf)
        self.roomy, self.styles = ([s for s in styles if s.body <= limit] for styles in (self.roomy, self.styles))
        return max(sizes) > limit

    @property
    def lesser_title(self) -> float:
        """Type size of a title that is not the first one of its card or its list."""
        return max(self.scale.least_body, BACK_TITLE * self.scale.title)

    @property
    def safety(self) -> tuple[ListCard, ...]:
        """The cards about safety; none for a single step that is tried out."""
        return tuple(card for group in self.deck.before[1:] for card in group)

    @cached_property
    def least_width(self) -> float:
        """The width of a list on the narrower side of cards."""
        started = (self.start_list(self.deck.after, 1, side) for side in range(2))
        return min(sketch.live(top, top).width for sketch, top in started)

    def lay_out_title(self) -> list[Sketch]:
        """The title card, with the map of places to avoid on its back; empty on small cards."""
        if not (self.scale.title_card and self.deck.before and self.deck.sections):
            return []
        tab = self.deck.sections[0].tab
        front = self.start(self.deck.name, self.scale.margin, tab, on_back=False)
        draw_title_front(front, self.deck, self.scale, self.end(0.0))
        self.draw_small_print(front, (self.deck.disclaimer,), "")
        found = self.keep_off
        return [front, found[0]] if found else [front]

    @cached_property
    def keep_off(self) -> tuple[Sketch, list[Block]] | None:
        """The map of places without pressure, and the paragraphs that it replaces; None on small cards."""
        blocks = [block for card in self.safety for block in card.blocks if block.icon == NO_GO]
        if not (self.scale.title_card and blocks and self.deck.sections):
            return None
        for texts, replaced in keep_off_texts(blocks, self.deck):
            sketch, room = self.start_keep_off()
            styles = self.styles if self.deck.safety_map.labels else [*self.largest, *self.roomy, *self.styles]
            if draw_keep_off(sketch, self.deck, texts, room, styles):
                return sketch, replaced
        return None

    def start_keep_off(self) -> tuple[Sketch, Box]:
        """The face of the map with its title, and the room below it."""
        title, tab, on_back = self.deck.labels["keep_off"], self.deck.sections[0].tab, self.duplex
        sketch = self.start(
            f"{self.deck.name}: {title}", self.scale.margin + (BACK_MARGIN if on_back else 0.0), tab, on_back
        )
        top = self.draw_icon_title(sketch, NO_GO, title, self.theme.ink)
        self.draw_deck_name(sketch)
        return sketch, sketch.live(top, self.end(0.5))

    @property
    def key(self) -> list[ListCard]:
        """The meaning of the signs and words of the deck; empty on small cards."""
        return [self.deck.key] if self.scale.title_card and self.deck.key else []

    def lay_out_strokes(self, before: int) -> list[Sketch]:
        """The meaning of the deck's strokes, after `before` other faces."""
        if not (key := self.key):
            return []
        card = replace(key[0], title=self.deck.labels["key_strokes"], blocks=())
        steps, start = [step for _, step in self.deck.steps], partial(self.start_continued, card, before)
        return lay_out_strokes(steps, start, self.list_end, self.scale)

    def lay_out_list(self, card: ListCard, before: int, *, roomy: bool = False) -> list[Sketch]:
        """Paragraphs below a title, on as many faces as they need, after `before` other faces.

        `roomy`: in larger type where that needs no more faces, and in the largest on a single face.
        """
        if card.steps and (pictured := self.other_side(card, before)):
            return pictured
        blocks = without_panel(card) if self.scale.title_card else card.blocks
        alone = self.largest if roomy else []
        return self.flow(blocks, partial(self.start_continued, card, before), roomy=roomy, alone=alone)

    def start_continued(self, card: ListCard, before: int, index: int) -> tuple[Sketch, float]:
        """The face `index` of a card of paragraphs, after `before` other faces."""
        return self.start_list(card, index, before + index)

    def lay_out_other_side(self, card: ListCard, before: int) -> list[Sketch]:
        """The steps that are repeated, below a text, with pictures of that side; empty on small cards."""
        faces: list[Sketch] = []
        waiting = card.steps if self.scale.title_card else ()
        while waiting:
            sketch, top = self.start_list(card, len(faces), before + len(faces))
            live = sketch.live(top, self.end(0.5))
            for block in () if faces else set_blocks(card.blocks, self.styles[0], live.width, sketch):
                block.draw(sketch, live.x, top)
                top += block.height + self.styles[0].gap
            grid = set_grid(waiting, self.scale.least_body, sketch.live(top, live.bottom))
            if grid is None:
                return []
            grid.draw(sketch)
            faces.append(sketch)
            waiting = waiting[len(grid.steps) :]
        return faces

    def end(self, margins: float) -> float:
        """Where paragraphs end: this many margins above the foot, and never closer to the small print than a gap."""
        return min(self.bottom - margins * self.scale.margin, self.room_above)

    def list_end(self, sketch: Sketch) -> float:
        """Where a list ends on a face: a back has no small print below it, but letters hang below its last line."""
        return min(self.bottom, self.reach) if sketch.mirrored else self.end(0.5)

    def flow(
        self,
        blocks: Sequence[Block],
        start: StartFace,
        on_fronts: int = 0,
        undivided: int = 0,
        *,
        roomy: bool = False,
        alone: Sequence[ParagraphStyle] = (),
    ) -> list[Sketch]:
        """Paragraphs on as many faces as they need, as `flow_paragraphs` does.

        `roomy`: in larger type where that needs no more faces. `alone`: styles
        for all of them on a single face.
        """
        styles = [*(self.roomy if roomy else ()), *self.styles]
        return flow_paragraphs(
            blocks, start, styles, self.list_end, on_fronts=on_fronts, undivided=undivided, alone=alone
        )

    def start_list(self, card: ListCard, index: int, side: int) -> tuple[Sketch, float]:
        """The face `index` of a card of paragraphs; an odd `side` is a back."""
        scale, on_back = self.scale, self.duplex and side % 2 == 1
        title = self.continued(card.title) if index else card.title
        name, margin = f"{self.deck.name}: {title}", scale.margin + (BACK_MARGIN if on_back else 0.0)
        sketch = self.start(name, margin, card.tab, on_back)
        lesser = index > 0
        size = self.lesser_title if lesser else scale.title
        self.draw_deck_name(sketch)
        if scale.title_card and not index:
            color = self.theme.ink if len(self.deck.sections) > 1 else sketch.accent
            top = self.draw_icon_title(sketch, card.icon, title, color)
            return sketch, draw_turn_panel(sketch, card.turn, card.position, top, scale) if card.turn else top
        end = draw_title(sketch, title, scale.margin + 1.6 * MM, size, scale.least_body, lesser=lesser)
        return sketch, sketch.below_corner(end + 0.9 * scale.margin)

    def draw_icon_title(self, sketch: Sketch, icon: str, title: str, color: str) -> float:
        """Draw a title next to an icon on a square; returns where paragraphs may begin."""
        scale = self.scale
        side, sizes = LIST_SQUARE * scale.square, (scale.title, scale.least_body)
        end = draw_icon_title(sketch, icon, title, scale.margin, side, color, sizes)
        return sketch.below_corner(end + 0.53 * scale.margin)

    def continued(self, title: str) -> str:
        return f"{title}, {self.deck.labels['continued']}"

    def start(self, name: str, margin: float, tab: Tab, on_back: bool) -> Sketch:
        """A face for paragraphs, with its edge tab."""
        spoken = words(self.deck.language)
        sketch = Sketch(self.form, self.theme, spoken, name, margin, tab, mirrored=on_back, aligned=True)
        draw_edge_tab(sketch, tab)
        return sketch

    def draw_deck_name(self, sketch: Sketch) -> None:
        """Draw the deck's name at the foot of a front: it is on a card once, and is read aloud once."""
        self.draw_small_print(sketch, (), "" if sketch.mirrored else self.deck.name)

    def draw_small_print(self, sketch: Sketch, left: Sequence[str], name: str) -> None:
        scale = self.scale
        draw_small_print(sketch, left, name if scale.routine_name else "", self.foot, scale.small_print, read="both")
