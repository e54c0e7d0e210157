"""One step a card: what to do, how hard, how often, which way; the back says how to do it well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from cardgen.artwork.theme import StepScale, step_scale
from cardgen.layouts.parts.flow import Style, flow
from cardgen.layouts.parts.pieces import edge_tab, footer, headline, page_title, pair
from cardgen.layouts.parts.sketch import Kit, Sketch
from cardgen.layouts.parts.step_front import Held, front
from cardgen.scene.faces import Card, Face
from cardgen.units import MM
from cardgen.wording.deck import Block, Deck, ListCard, StepCard

BACK_MARGIN = 2 * MM
"""A back keeps this much farther from the edge: a duplex printer may shift it by as much."""

BODY_STEP = 2
"""Sizes of paragraphs that are tried are this many points apart, or less."""


def lay_out(deck: Deck, kit: Kit, duplex: bool) -> Iterator[Card]:
    """The cards of a deck: preparation, safety, one a step, and one for afterwards.

    With `duplex` the second side of a step carries the rest of what its author says. Without, a front that cannot
    hold everything is followed by a card that does.
    """
    scale = step_scale(kit.size)
    for group in deck.before:
        faces: list[Face] = []
        for card in group:
            faces += _list_faces(card, deck, kit, scale, duplex, len(faces))
        yield from pair(faces, duplex)
    for section in deck.sections:
        if section.opener:
            yield from pair(_list_faces(section.opener, deck, kit, scale, duplex, 0), duplex)
        for step in section.steps:
            face, held = front(step, section.name, kit, scale, most_facts=4 if duplex else 5)
            faces = [face]
            if duplex or not held.everything:
                faces += _back_faces(step, held, section.name, deck.labels, kit, scale, duplex)
            yield from pair(faces, duplex)
    yield from pair(_list_faces(deck.after, deck, kit, scale, duplex, 0), duplex)


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


def _list_faces(card: ListCard, deck: Deck, kit: Kit, scale: StepScale, duplex: bool, sides: int) -> list[Face]:
    """Paragraphs below a title, on as many faces as they need; `sides` is how many faces come before them."""
    bottom = kit.size.height - max(scale.margin, kit.edge.height)

    def start(index: int) -> tuple[Sketch, float]:
        on_back = duplex and (sides + index) % 2 == 1
        title = f"{card.title}, {deck.labels['continued']}" if index else card.title
        margin = scale.margin + BACK_MARGIN * on_back
        sketch = Sketch(kit, f"{deck.name}: {title}", margin, card.tab, mirrored=on_back, aligned=True)
        edge_tab(sketch)
        size = scale.title * (0.68 if index else 1)
        top = scale.margin + 1.6 * MM
        end = page_title(sketch, title, top, size, scale.least_body)
        small = bottom + 0.2 * scale.margin
        footer(sketch, (), deck.name if scale.footer else "", small, scale.small, front=not on_back)
        return sketch, sketch.below_corner(end + 0.9 * scale.margin)

    return flow(card.blocks, start, _styles(scale), bottom - 0.5 * scale.margin)


def _back_faces(
    step: StepCard, held: Held, routine: str, labels: Mapping[str, str], kit: Kit, scale: StepScale, duplex: bool
) -> list[Face]:
    """The other side of a step: how to stand, what each hand does, how to do it well, what comes next.

    It begins with the cue and the facts that the front could not hold.
    """
    bottom = kit.size.height - max(scale.margin, kit.edge.height)

    def start(index: int) -> tuple[Sketch, float]:
        name = f"{routine} {step.number}: {step.title}, back"
        on_back = duplex and index % 2 == 0
        sketch = Sketch(kit, name, scale.margin + BACK_MARGIN, step.tab, mirrored=on_back, aligned=True)
        edge_tab(sketch)
        top = scale.margin + BACK_MARGIN
        title = f"{step.title}, {labels['continued']}" if index else step.title
        end = headline(sketch, step.number, title, top, 0.55 * scale.number, 0.68 * scale.title, scale.least_body)
        small = bottom + 0.2 * scale.margin
        footer(sketch, step.code, routine if scale.footer else "", small, scale.small, front=not on_back)
        return sketch, sketch.below_corner(end + 0.9 * scale.margin)

    coming = Block("next", f"{labels['next']}: {step.next}", "")
    blocks, end = [*_left_out(step, held), *step.blocks], bottom - 0.6 * scale.margin
    faces = flow([*blocks, coming], start, _styles(scale), end, pin_last=True)
    if len(faces) > 1 and len(alone := flow(blocks, start, _styles(scale), end)) < len(faces):
        return alone  # what comes next is not worth a face of its own
    return faces


def _left_out(step: StepCard, held: Held) -> Iterator[Block]:
    """What the front could not hold and the paragraphs of the back do not say: the cue, facts, notes."""
    if not held.cue:
        yield Block(step.blocks[0].icon, step.cue, "")
    said = " ".join(f"{block.heading} {block.text}" for block in step.blocks).lower()
    for fact in held.left_out:
        if not all(part.lower() in said for part in (fact.word, fact.note)):
            yield Block(fact.icon, fact.said, "")
