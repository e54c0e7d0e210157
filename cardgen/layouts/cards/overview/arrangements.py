"""The ways to arrange an overview card with figures over its faces, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, product
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.overview.cell_setter import CellSetter
from cardgen.layouts.cards.overview.items import COLUMN_GAP, StepLine, set_list_heading, set_notes
from cardgen.layouts.cards.overview.look import StepLook, looks
from cardgen.layouts.cards.overview.pairs import Item
from cardgen.layouts.cards.overview.routine_texts import RoutineTexts
from cardgen.layouts.cards.overview.scale import CellScale, OverviewScale
from cardgen.layouts.cards.overview.spread import deal
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import SLACK
from cardgen.units import MM, Box
from cardgen.wording.deck import SafetyRules, Section, StepCard
from cardgen.wording.repetition import unrepeated
from cardgen.wording.words import Words

NOTE_SIZES = (1.3, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76)
"""Type sizes of how steps are done, as fractions of the usual one."""
PAIRED_WIDE, MOST_PAIRED = 160 * MM, 4
"""Room for how two steps are done side by side, and how many of the smaller sizes are for that."""
PARAGRAPH_SIZES, LEAST_PARAGRAPH = (1.25, 1.12, 1.0), 0.9
"""Type sizes of paragraphs, as multiples of the least one; and the smallest, used only to save a card, or to have all
steps on the front of a poster."""
FINER_BAND = 0.75
"""Type size of a heading and a band among such paragraphs, as a fraction of the usual one."""
CLEAR = (0.65, 0.5)
"""Between paragraphs below the steps, in their type sizes: more than between lines comes before larger type."""
MOST_CARDS, TIGHT = 4, 0.8
"""How many cards are tried; the least gap where all is on one, as a fraction of the usual one."""
MOST_SAVED = 0.05
"""How much less height steps need in common columns than in their own ones, at most, as a fraction."""

Faces = list[list[Item]]


class Arranged(Struct, frozen=True):
    """The contents of each face; no faces if it does not fit."""

    faces: Faces
    read_first: str = ""
    """The phrase that says where what must be read before the steps is; empty if it is before them."""


class Arrangements:
    """The arrangements of one routine on cards with a `front` and a `back` of so much room."""

    def __init__(
        self,
        section: Section,
        scale: OverviewScale,
        sketch: Sketch,
        words: Words,
        front: Box,
        back: Box,
        sides: int,
    ) -> None:
        self.section, self.scale, self.sketch, self.words = section, scale, sketch, words
        self.front, self.back, self.sides = front, back, sides
        self.texts = RoutineTexts(section, scale, sketch, front.width)
        self.overleaf = "card_overleaf" if sides > 1 else "last_card_first"
        self.setters: dict[tuple[int, CellScale, bool], CellSetter] = {}
        self.least_heights: dict[StepLook, float] = {}
        self.steps_set: dict[tuple[StepLook, bool], list[Item]] = {}
        self.notes_set: dict[tuple[bool, bool, float, bool], list[Item]] = {}

    def tried(self) -> Iterator[Arranged]:
        """On as few cards as possible; empty when one fails.

        On two faces steps come first, even if rules are in brief then: whoever works sees them at a glance.
        """
        known = self.section.rules or (SafetyRules((), ()),)
        group = [*chain(*zip(*map(self.with_preparation, known), strict=True))]
        for cards in range(1, MOST_CARDS + 1):
            counts = range((cards - 1) * self.sides + 1, cards * self.sides + 1)
            for rules in group:
                yield from self.on_one(rules) if 1 in counts else ()
                yield from self.steps_in_front(rules) if 2 in counts else ()
            for rules in group if 2 in counts and self.is_poster else ():
                yield from self.finer.steps_in_front(rules)
            for sizes, rules in product((PARAGRAPH_SIZES, (LEAST_PARAGRAPH,)), group):
                yield from self.steps_first(rules, sizes, cards) if counts[-1] > 1 else ()
            for rules, count in product(group, counts):
                yield from self.dealt(rules, count) if count > 1 else ()

    @property
    def is_poster(self) -> bool:
        """Whether it hangs on a wall, where nobody turns it over to see a step."""
        return len(self.scale.columns) > 1

    @cached_property
    def finer(self) -> Arrangements:
        """The same in smaller type."""
        scale = self.scale
        least, words = LEAST_PARAGRAPH * scale.least, LEAST_PARAGRAPH * scale.icon_words
        cells = [*scale.cells, *scale.finer_cells]
        sizes = replace(scale, least=least, icon_words=words, fact=FINER_BAND * scale.fact, cells=cells)
        return Arrangements(self.section, sizes, self.sketch, self.words, self.front, self.back, self.sides)

    def with_preparation(self, rules: SafetyRules) -> tuple[SafetyRules, SafetyRules]:
        """The rules with the preparation before the steps; then with it as the last of the rules for while working."""
        preparation = self.section.preparation
        return (
            SafetyRules((*rules.before, *preparation), rules.while_working),
            SafetyRules(rules.before, (*rules.while_working, *preparation)),
        )

    def on_one(self, rules: SafetyRules) -> Iterator[Arranged]:
        """Everything on one face, with how steps are done if there is room."""
        head, tail = self.texts.head(rules, 1), self.texts.tail(rules, 1)
        fitting = [
            (look, lead)
            for look, lead in product(looks(self.scale), self.texts.leads)
            if self.fill([*lead, *head], look, tail)
        ]
        for look, lead in fitting:
            for how in self.ways_to_tell(look, self.front.height - _height([*head, *tail])):
                yield Arranged(self.fill([*lead, *head], look, [*how, *tail]))
        yield from (Arranged(self.fill([*lead, *head], look, tail)) for look, lead in fitting)

    def steps_in_front(self, rules: SafetyRules) -> Iterator[Arranged]:
        """All steps on the front, below as much of what comes first as it holds; how they are done on the back.

        That the other side comes now is below the steps where there is room. If any of what comes first is on the back,
        the front says to read it. Steps that leave room for how they are done come before larger ones.
        """
        head = self.texts.head(rules, 1)
        for told, (look, band) in product((True, False), self.with_band()):
            if told and not self.may_tell(rules, look):
                continue
            after = [] if band else self.texts.band
            for count, lead in product(range(len(head), -1, -1), self.texts.leads):
                if on_front := self.fill([*lead, *head[:count]], look, band):
                    backs = filter(None, self.backs(rules, look, count, after, told))
                    read_first = self.overleaf if count < len(head) else ""
                    yield from (Arranged([*on_front, *rest], read_first) for rest in backs)

    def with_band(self) -> list[tuple[StepLook, list[Item]]]:
        """Each look with the band for the other side on the front, then without; on a poster all with it come first."""
        bands = [self.texts.band, []] if self.texts.band else [[]]
        found = [*product(looks(self.scale, also_brief=True), bands)]
        return sorted(found, key=lambda pair: not pair[1]) if self.is_poster else found

    def may_tell(self, rules: SafetyRules, look: StepLook) -> bool:
        """Whether how steps are done may have room: in the lowest way, with nothing left between figures and texts."""
        counts, others = look.counts(len(self.section.steps)), [*self.texts.head(rules, 1), *self.texts.tail(rules, 1)]
        least = self.least_height(look, counts) + _height(others) + (len(counts) + len(others) - 2) * self.scale.gap
        return bool(self.ways_to_tell(look, self.front.height + self.back.height - least))

    def backs(self, rules: SafetyRules, look: StepLook, said: int, band: Sequence[Item], told: bool) -> Iterator[Faces]:
        """The backs for all steps: how they are done, if that must be `told`, the `band`, and large paragraphs.

        The front has the first `said` paragraphs before the steps; the others come first on the back.
        """
        if not told and look.telling == "brief":
            return
        room = self.back.height - _height(
            [*self.texts.head(rules, 1)[said:], *band, *self.texts.rules_at_work(rules, 1)]
        )
        gaps = sorted({self.scale.gap, *(part * self.scale.least for part in CLEAR)}, reverse=True)
        for gap, how, size in product(gaps, self.ways_to_tell(look, room) if told else [[]], PARAGRAPH_SIZES):
            after = [*how, *band, *self.texts.rules_at_work(rules, size)]
            yield deal([*self.texts.head(rules, size)[said:], *after], [self.back.height], gap)

    def steps_first(self, rules: SafetyRules, sizes: Sequence[float], cards: int) -> Iterator[Arranged]:
        """The steps from the front on, and all paragraphs on the last card; they must be read first."""
        rooms = [self.front.height, *[self.back.height] * (cards * self.sides - 1)]
        texts = [[*self.texts.head(rules, size), *self.texts.rules_at_work(rules, size)] for size in sizes]
        room = sum(rooms) - min(map(_height, texts))
        for look in looks(self.scale):
            if steps := self.steps(look, room):
                for lead, after in product(self.texts.leads, texts):
                    faces = self.with_last_card([*lead, *steps, *self.texts.band], after, rooms)
                    yield Arranged(faces, self.overleaf if cards == 1 else "last_card_first")

    def with_last_card(self, before: Sequence[Item], after: Sequence[Item], rooms: Sequence[float]) -> Faces:
        """Items on all cards but the last one, or also at its beginning, and what comes after them on that card."""
        earlier, gap = len(rooms) - self.sides, self.scale.gap
        first = deal(before, rooms[:earlier], gap) if earlier else []
        last = first and (deal(after, rooms[earlier : earlier + 1], gap) or deal(after, rooms[earlier:], gap))
        if last:
            return [*first, *last]
        flowing = deal([*before, *after], rooms, gap)
        return [] if any(after[0] in face for face in flowing[:earlier]) else flowing

    def dealt(self, rules: SafetyRules, count: int) -> Iterator[Arranged]:
        """One after another on some faces; where these are full, what holds while working fills the first one."""
        rooms = [self.front.height, *[self.back.height] * (count - 1)]
        working = rules.while_working
        parted = [SafetyRules((*rules.before, *working[:early]), working[early:]) for early in range(len(working) + 1)]
        around = [
            ([*lead, *self.texts.head(first, min(1.0, size))], self.texts.tail(first, size))
            for first, size, lead in product(parted, (*PARAGRAPH_SIZES, LEAST_PARAGRAPH), self.texts.leads)
        ]
        left = [sum(rooms) - _height([*before, *after]) for before, after in around]
        for part, look in product((1.0, TIGHT) if count <= self.sides else (1.0,), looks(self.scale)):
            if steps := self.steps(look, max(left)):
                for (before, after), room in zip(around, left, strict=True):
                    if _height(steps) - SLACK * count <= room:
                        yield Arranged(deal([*before, *steps, *after], rooms, part * self.scale.gap))

    def fill(self, head: Sequence[Item], look: StepLook, tail: Sequence[Item]) -> Faces:
        """One face; empty when the steps cannot be set, or it is too low."""
        room = self.front.height
        steps = self.steps(look, room - _height([*head, *tail]))
        return deal([*head, *steps, *tail], [room], self.scale.gap) if steps else []

    def steps(self, look: StepLook, room: float) -> list[Item]:
        """Steps in lines; empty when a text does not fit, or when they are surely higher than `room`."""
        counts = look.counts(len(self.section.steps))
        if self.least_height(look, counts) > room + SLACK:
            return []
        for in_columns in (False, True):  # common columns take long to find
            lines = self.set_lines(look, counts, in_columns)
            saved = 0.0 if in_columns else MOST_SAVED * room
            if not lines or _height(lines) > room + saved + SLACK:
                return []
        return lines

    def set_lines(self, look: StepLook, counts: Sequence[int], in_columns: bool) -> list[Item]:
        """The steps, `counts` of them on each line; empty when a text does not fit."""
        if (key := (look, in_columns)) not in self.steps_set:
            cells = {count: self.setter(look, count).set_cells(look.telling, in_columns) for count in set(counts)}
            ends = zip(counts, accumulate(counts), strict=True) if all(cells.values()) else ()
            self.steps_set[key] = [StepLine(cells[each][end - each : end], self.cell_width(each)) for each, end in ends]
        return self.steps_set[key]

    def least_height(self, look: StepLook, counts: Sequence[int]) -> float:
        """A lower bound on the height of the steps, `counts` of them on each line."""
        if look not in self.least_heights:
            each = self.setter(look, look.columns).least_heights
            ends = zip(counts, accumulate(counts), strict=True)
            self.least_heights[look] = sum(max(each[end - count : end]) for count, end in ends)
        return self.least_heights[look]

    def cell_width(self, count: int) -> float:
        """Width of each step in a line of `count` steps, in points."""
        return (self.front.width - (count - 1) * COLUMN_GAP) / count

    def setter(self, look: StepLook, count: int) -> CellSetter:
        """The setter of the steps of a look in a line of `count` steps; looks of the same size share one."""
        is_alone = count == 1 < look.columns  # a tile would leave the rest of its line empty
        scale = replace(look.scale, tile=look.scale.tile and not is_alone)
        key = count, scale, look.together
        if key not in self.setters:
            self.setters[key] = CellSetter(self.shown(look), scale, self.cell_width(count))
        return self.setters[key]

    def shown(self, look: StepLook) -> Sequence[StepCard]:
        """The steps, with all their amounts together if they look so; their cues are not next to their facts."""
        steps = [unrepeated(step, "") for step in self.section.steps]
        return [step.with_amounts_together() if look.together else step for step in steps]

    def ways_to_tell(self, look: StepLook, room: float) -> list[list[Item]]:
        """How steps are done in `room` points of height, the largest type first; two side by side where it is lower."""
        sizes = [max(part * self.scale.icon_words, self.scale.least) for part in reversed(NOTE_SIZES)]
        is_wide = self.back.width >= PAIRED_WIDE
        found: list[tuple[float, bool, list[Item]]] = []
        for paired in (False, True)[: 1 + is_wide]:
            for size in dict.fromkeys(sizes[: MOST_PAIRED if paired else None]):
                how = self.notes(look, size, paired)
                if not how or _height(how) + sum(item.list_gap for item in how[:-1]) > room:
                    break
                found.append((size, not paired, how))
        return [how for *_, how in sorted(found, key=itemgetter(0, 1), reverse=True)]

    def notes(self, look: StepLook, size: float, paired: bool) -> list[Item]:
        """How the steps are done, below a heading; empty when there is nothing to say, or a word is too long."""
        key = look.telling == "brief", look.together, size, paired
        if key not in self.notes_set:
            scale, room = self.scale, self.back.width
            found = set_notes(self.shown(look), size, scale.least, room, in_brief=key[0], paired=paired)
            heading = set_list_heading(self.words.say("how_done"), scale.fact, room)
            self.notes_set[key] = [heading, *found] if found and heading else []
        return self.notes_set[key]


def _height(items: Sequence[Item]) -> float:
    """The height of items without the gaps between them."""
    return sum(item.height for item in items)
