"""A whole routine on one card with a figure for each step, and how each is done on the back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, repeat

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.overview.arrangements import Arranged, Arrangements
from cardgen.layouts.cards.overview.foot import foot_texts
from cardgen.layouts.cards.overview.items import Band, StepLine, StepNote
from cardgen.layouts.cards.overview.pairs import Item, each
from cardgen.layouts.cards.overview.routine_facts import draw_routine_facts, with_one_more
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.cards.overview.spread import draw_items
from cardgen.layouts.parts.edge_tab import draw_edge_tab
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import LEAST_FOOT, draw_small_print
from cardgen.scene.text import CAP, fit, width
from cardgen.sheets.format import Format
from cardgen.units import MM, Box
from cardgen.wording.deck import Deck, Fact, Section
from cardgen.wording.sentences import capitalize
from cardgen.wording.words import words

CONTINUED_TITLE = 0.62
"""Type size of the title on later faces, as a fraction of the first one's."""
MINUTES = 1.1
"""Type size of the minutes of the routine, as a fraction of the title's."""
BEFORE_TIME = 4 * MM
"""The least distance between the title and the time."""
TITLE_LINES = 2, 4
"""The heights that a title may have which is too long for one line, in its type sizes."""
BELOW_TITLE, BELOW_FACTS = 0.45, 0.35
"""From the title of the first face to the facts, and from these to the steps, in margins of the card."""
BELOW_CONTINUED_TITLE = 0.9
"""From the title of a later face to the steps, in its type sizes."""
ABOVE_FOOT, ABOVE_SMALL_PRINT = 0.6, 1.6
"""From the small print to the edge of the card, in margins; from the steps to its baseline, in its type sizes."""
READ_FIRST = ("card_overleaf", "last_card_first")
"""The phrases that say where what must be read before the steps is."""
DIGITS = re.compile(r"(\d+)")


class PicturedFaces:
    """Lays out the faces of one routine."""

    def __init__(self, section: Section, deck: Deck, form: Format, theme: Theme, duplex: bool) -> None:
        self.section, self.deck, self.form, self.theme, self.duplex = section, deck, form, theme, duplex
        self.spoken = words(deck.language)
        self.strip: Sequence[Fact] = section.strip

    def lay_out(self, scale: OverviewScale) -> list[Sketch]:
        """The faces of the routine; empty when cards are too small for figures, or a text is too long for any size."""
        if not (scale.cells and self.section.steps):
            return []
        longest = max(map(self.spoken.say, READ_FIRST), key=len)
        (first, front), (_, back) = self.begin(0, scale, read_first=longest), self.begin(1, scale)
        arrangements = Arrangements(self.section, scale, first, self.spoken, front, back, 2 if self.duplex else 1)
        found = next((one for one in arrangements.tried() if one.faces), Arranged([]))
        dealt, first_lines = found.faces, [self.spoken.say(found.read_first) if found.read_first else ""]
        self.strip = self._with_other_side(first, scale, dealt, first_lines[0])
        has_cues = any(isinstance(item, StepNote) and item.cue for items in dealt for item in each(items))
        started = [
            self.begin(index, scale, has_cues, line)
            for index, line in zip(range(len(dealt)), chain(first_lines, repeat("")), strict=False)
        ]
        for (sketch, room), items in zip(started, dealt, strict=True):
            draw_items(sketch, items, room, scale.gap)
        return [sketch for sketch, _ in started]

    def _with_other_side(
        self, sketch: Sketch, scale: OverviewScale, faces: Sequence[Sequence[Item]], read_first: str
    ) -> Sequence[Fact]:
        """The strip; it says that the other side comes afterwards if the band that says so is not below the last step.

        Which side is first says that too.
        """
        section = self.section
        below = [face for face in faces if any(isinstance(item, StepLine) for item in face)][-1:]
        is_below = any(isinstance(item, Band) for face in below for item in face)
        if is_below or len(section.strip) > 1 or not section.other_side:
            return section.strip
        said = next((step.other_limb for step in reversed(section.steps) if step.other_limb), ())
        ways = [Fact(section.other_side_icon, capitalize(text)) for text in said]
        return with_one_more(sketch, section.strip, ways, scale, read_first)

    def begin(
        self, index: int, scale: OverviewScale, has_cues: bool = False, read_first: str = ""
    ) -> tuple[Sketch, Box]:
        """A face with its tab, title, what is to be read first, and small print, and the room between them."""
        section, on_back = self.section, self.duplex and index % 2 == 1
        name = f"{section.name}, {self.deck.labels['continued']}" if index else section.name
        sketch = Sketch(self.form, self.theme, self.spoken, name, scale.margin, section.tab, mirrored=on_back)
        sketch.aligned = True
        draw_edge_tab(sketch, section.tab)
        foot = self.form.size.height - max(ABOVE_FOOT * scale.margin, LEAST_FOOT)
        texts = foot_texts(self.deck, index, has_cues) if section.steps else (self.deck.disclaimer,)
        draw_small_print(sketch, texts, section.name, foot, scale.small_print, read="left")
        top = sketch.below_corner(self._draw_head(sketch, name, scale, bool(index), read_first))
        bottom = min(foot, self.form.size.height - self.form.border.height) - ABOVE_SMALL_PRINT * scale.small_print
        return sketch, sketch.live(top, bottom)

    def _draw_head(self, sketch: Sketch, name: str, scale: OverviewScale, later: bool, read_first: str) -> float:
        """Draw the title, and on the first face the minutes and how the receiver lies; returns where it ends."""
        top = max(scale.margin, self.form.border.height)
        live = sketch.live(top, top)
        size = scale.title * (CONTINUED_TITLE if later else 1)
        room = live.width if later else live.width - self._time_width(scale) - BEFORE_TIME
        heights = (CAP * size + 1, *(lines * size for lines in TITLE_LINES))
        found = filter(
            None, (fit(name, "semibold", (size, scale.least), (room, high), 1.1, even=True) for high in heights)
        )
        setting = next(found, None)
        if setting is None:
            raise sketch.misfit("title", name)
        with sketch.tagged("H1"):
            end = sketch.draw_setting(live.x, top + CAP * (size - setting.size), setting)
        if later:
            return end + BELOW_CONTINUED_TITLE * size
        self._draw_time(sketch, live.right, top + CAP * size, scale)
        facts_end = draw_routine_facts(sketch, self.strip, scale, end + BELOW_TITLE * scale.margin, read_first)
        return facts_end + BELOW_FACTS * scale.margin

    def _time_width(self, scale: OverviewScale) -> float:
        return sum(width(text, *self._time_type(text, scale)) for text in DIGITS.split(self.section.time))

    def _time_type(self, text: str, scale: OverviewScale) -> tuple[str, float]:
        """The font and type size of a part of the time: digits are much larger."""
        return ("bold", MINUTES * scale.title) if text.isdigit() else ("medium", scale.fact)

    def _draw_time(self, sketch: Sketch, right: float, baseline: float, scale: OverviewScale) -> None:
        x = right - self._time_width(scale)
        with sketch.tagged("P", self.section.time):
            for text in filter(None, DIGITS.split(self.section.time)):
                x += sketch.draw_run(x, baseline, text, *self._time_type(text, scale))
