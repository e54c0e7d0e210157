"""One step a card: what to do, how hard, how often, which way; the back says how to do it well."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from cardgen.artwork.theme import Theme
from cardgen.layouts.cards.steps.front import Held, draw_front
from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.flow import Style, flow
from cardgen.layouts.parts.pieces import edge_tab, footer, headline, page_title, pair
from cardgen.layouts.parts.scales import scale_for
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.faces import Card, Face
from cardgen.sheets.format import Format
from cardgen.units import MM
from cardgen.wording.deck import Block, Deck, ListCard, StepCard, Tab
from cardgen.wording.words import words

BACK_MARGIN = 2 * MM
"""A back keeps this much farther from the edge: a duplex printer may shift it by as much."""

BODY_STEP = 2
"""Sizes of paragraphs that are tried are this many points apart, or less."""


def lay_out(deck: Deck, form: Format, theme: Theme, duplex: bool) -> Iterator[Card]:
    """The cards of a deck: preparation, safety, one a step, and one for afterwards.

    With `duplex` the second side of a step carries the rest of what its author says. Without, a front that cannot
    hold everything is followed by a card that does.
    """
    faces = _Faces(deck, form, theme, duplex)
    for group in deck.before:
        yield from pair(faces.of_lists(group), duplex)
    for section in deck.sections:
        if section.opener:
            yield from pair(faces.of_lists((section.opener,)), duplex)
        for step in section.steps:
            yield from pair(faces.of_step(step, section.name), duplex)
    yield from pair(faces.of_lists((deck.after,)), duplex)


class _Faces:
    """Lays out the faces of a deck's cards, all on the same paper."""

    def __init__(self, deck: Deck, form: Format, theme: Theme, duplex: bool) -> None:
        self.deck, self.form, self.theme, self.duplex = deck, form, theme, duplex
        self.scale = scale_for(form.size, "steps", list[StepScale])
        self.bottom = form.size.height - max(self.scale.margin, form.border.height)

    def of_lists(self, cards: tuple[ListCard, ...]) -> list[Face]:
        """Paragraphs below titles, each title on a face of its own."""
        faces: list[Face] = []
        for card in cards:
            faces += self.of_list(card, len(faces))
        return faces

    def of_list(self, card: ListCard, before: int) -> list[Face]:
        """Paragraphs below a title, on as many faces as they need; `before` faces come before them."""
        deck, scale = self.deck, self.scale

        def start(index: int) -> tuple[Sketch, float]:
            on_back = self.duplex and (before + index) % 2 == 1
            title = f"{card.title}, {deck.labels['continued']}" if index else card.title
            margin = scale.margin + BACK_MARGIN * on_back
            sketch = self.start(f"{deck.name}: {title}", margin, card.tab, on_back)
            size = scale.title * (0.68 if index else 1)
            end = page_title(sketch, title, scale.margin + 1.6 * MM, size, scale.least_body)
            self.draw_footer(sketch, (), deck.name, on_back)
            return sketch, sketch.below_corner(end + 0.9 * scale.margin)

        return flow(card.blocks, start, _styles(scale), self.bottom - 0.5 * scale.margin)

    def of_step(self, step: StepCard, routine: str) -> list[Face]:
        """The front of a step, and the faces with what it does not hold."""
        scale, name = self.scale, f"{routine} {step.number}: {step.title}"
        front = Sketch(self.form, self.theme, words(self.deck.language), name, scale.margin, step.tab)
        held = draw_front(front, step, routine, scale, most_facts=4 if self.duplex else 5)
        if self.duplex or not held.everything:
            return [front.face(), *self.backs(step, held, routine)]
        return [front.face()]

    def backs(self, step: StepCard, held: Held, routine: str) -> list[Face]:
        """The other side of a step: how to stand, what each hand does, how to do it well, what comes next.

        It begins with the cue and the facts that the front could not hold.
        """
        scale, labels = self.scale, self.deck.labels

        def start(index: int) -> tuple[Sketch, float]:
            on_back = self.duplex and index % 2 == 0
            name = f"{routine} {step.number}: {step.title}, back"
            sketch = self.start(name, scale.margin + BACK_MARGIN, step.tab, on_back)
            top = scale.margin + BACK_MARGIN
            title = f"{step.title}, {labels['continued']}" if index else step.title
            end = headline(sketch, step.number, title, top, 0.55 * scale.number, 0.68 * scale.title, scale.least_body)
            self.draw_footer(sketch, step.code, routine, on_back)
            return sketch, sketch.below_corner(end + 0.9 * scale.margin)

        coming = Block("next", f"{labels['next']}: {step.next}", "")
        blocks, end = [*_left_out(step, held), *step.blocks], self.bottom - 0.6 * scale.margin
        faces = flow([*blocks, coming], start, _styles(scale), end, pin_last=True)
        if len(faces) > 1 and len(alone := flow(blocks, start, _styles(scale), end)) < len(faces):
            return alone  # what comes next is not worth a face of its own
        return faces

    def start(self, name: str, margin: float, tab: Tab, on_back: bool) -> Sketch:
        """A face of paragraphs with its edge tab."""
        spoken = words(self.deck.language)
        sketch = Sketch(self.form, self.theme, spoken, name, margin, tab, mirrored=on_back, aligned=True)
        edge_tab(sketch)
        return sketch

    def draw_footer(self, sketch: Sketch, left: tuple[str, ...], name: str, on_back: bool) -> None:
        scale, baseline = self.scale, self.bottom + 0.2 * self.scale.margin
        footer(sketch, left, name if scale.footer else "", baseline, scale.small, front=not on_back)


def _styles(scale: StepScale) -> list[Style]:
    """How paragraphs may be set, the roomiest first."""
    icon, gap = scale.small_icon, scale.margin
    between = [scale.body - BODY_STEP * step for step in range(1, ceil((scale.body - scale.least_body) / BODY_STEP))]
    return [
        Style(scale.heading, scale.body, icon, spacing=1.28, gap=0.88 * gap),
        Style(scale.heading, scale.body, icon, spacing=1.28, gap=0.55 * gap),
        *(Style(body, body, icon, spacing=1.25, gap=0.55 * gap) for body in between),
        Style(scale.least_body, scale.least_body, icon, spacing=1.2, gap=0.55 * gap),
        Style(scale.least_body, scale.least_body, icon, spacing=1.18, gap=0.4 * gap),
    ]


def _left_out(step: StepCard, held: Held) -> Iterator[Block]:
    """What the front could not hold and the paragraphs of the back do not say: the cue, facts, notes."""
    if not held.cue:
        yield Block(step.blocks[0].icon, step.cue, "")
    said = " ".join(f"{block.heading} {block.text}" for block in step.blocks).lower()
    for fact in held.left_out:
        if not all(part.lower() in said for part in (fact.word, fact.note)):
            yield Block(fact.icon, fact.line, "")
