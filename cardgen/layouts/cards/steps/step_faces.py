"""The faces of the steps of a deck: fronts, backs, and what must be read before a front."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from msgspec import Struct

from cardgen.layouts.cards.steps.ahead import SharedFront, share_front
from cardgen.layouts.cards.steps.back import (
    BACK_MARGIN,
    BACK_TITLE,
    ROOMY_BACK,
    BackLook,
    SetBack,
    set_back,
    ways_to_set,
)
from cardgen.layouts.cards.steps.back_texts import back_blocks, time_on_back
from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.cards.steps.front import FrontOverflow, draw_front
from cardgen.layouts.cards.steps.next_panel import next_panels
from cardgen.layouts.cards.steps.other_side import first_again
from cardgen.layouts.cards.steps.paragraph_styles import DeckType
from cardgen.layouts.parts.flow import flow_paragraphs
from cardgen.layouts.parts.number_square import SIDE
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.small_print import small_print_width
from cardgen.layouts.parts.titles import draw_step_title
from cardgen.scene.marks import Use
from cardgen.scene.text import width
from cardgen.units import Box
from cardgen.wording.deck import Block, Section, StepCard, card_title
from cardgen.wording.words import words

MOST_AHEAD = 60
"""Steps that are laid out before the first one is drawn, to find the type size of the backs: memory does not grow."""


class SetStep(Struct, frozen=True):
    """A step with a finished front."""

    section: Section
    step: StepCard
    front: SharedFront
    blocks: Sequence[Block]
    """The texts of its back; empty without one."""
    back: SetBack | None
    """None where there is no back, or where its texts need several faces."""


class StepMaker:
    """Lays out the faces of a deck's steps, in the order of its sections."""

    def __init__(self, faces: FaceMaker) -> None:
        self.faces, self.deck, self.scale = faces, faces.deck, faces.scale
        self.type = DeckType(faces.styles, self.scale, self.back_title)
        self.steps = self._in_one_type()

    @property
    def back_title(self) -> float:
        """The largest type size of the title of a back."""
        return max(self.scale.least_body, BACK_TITLE * self.scale.title)

    def lay_out_section(self, section: Section) -> Iterator[list[Sketch]]:
        """The sides of each step of a routine, and of a change of side between them; a back shows the next figure.

        A change of side after the last step is on a card with what follows the routine.
        """
        count, faces = len(section.steps), self.faces
        following = next(self.steps, None) if count else None
        for place in range(count):
            each, following = following, next(self.steps, None) if place < count - 1 else None
            if each is None:
                return
            begin = partial(self.start_ahead, each.step, section.name)
            yield from ([face] for face in (faces.flow(each.front.ahead, begin) if each.front.ahead else []))
            yield [each.front.sketch, *self.draw_back(each, following.front.sketch.figure if following else None)]
            if section.side_card and place == section.turns_after < count - 1:
                yield faces.lay_out_list(section.side_card, 0)

    def _in_one_type(self) -> Iterator[SetStep]:
        """The steps; the type of their backs is chosen from as many as are laid out ahead."""
        steps = (
            self._set_step(section, place) for section in self.deck.sections for place in range(len(section.steps))
        )
        first = deque(islice(steps, MOST_AHEAD))
        self.type.settle()
        while first:
            yield first.popleft()
        yield from steps

    def _set_step(self, section: Section, place: int) -> SetStep:
        """A step with its front, and with its back in the largest type that it may still have."""
        step, title_card = section.steps[place], self.scale.title_card
        front = self.lay_out_front(step, section.name)
        if not (self.faces.duplex or front.left_out or step.ask or step.remarks):
            return SetStep(section, step, front, (), None)
        turned = first_again(section) if title_card and place == section.turns_after else None
        following = section.steps[place + 1] if title_card and place + 1 < len(section.steps) else None
        panels = next_panels(step, following, self.deck.labels["next"], turned)
        blocks = [*back_blocks(step, front.left_out, words(self.deck.language)), *self.long_time(step, front.left_out)]
        start = partial(self.start_back_alone, step, front.left_out, section.name)
        back = set_back(step, ways_to_set(blocks, panels, self.type.styles), start, self.scale)
        self.type.take(back.style.body if back else self.scale.least_body)
        return SetStep(section, step, front, blocks, back)

    def lay_out_front(self, step: StepCard, routine: str) -> SharedFront:
        """The front of a step, and any text that must be on a card before it; MisfitError if that does not help."""
        return share_front(step, words(self.deck.language), partial(self.draw_front, routine))

    def draw_front(self, routine: str, step: StepCard) -> tuple[Sketch, FrontOverflow]:
        """The front of a step alone, and everything that does not fit on it."""
        name, scale, faces = card_title(routine, step), self.scale, self.faces
        spoken = words(self.deck.language)
        front = Sketch(faces.form, faces.theme, spoken, name, scale.margin, step.tab, aligned=True)
        return front, draw_front(front, step, routine, scale)

    def start_ahead(self, step: StepCard, routine: str, index: int) -> tuple[Sketch, float]:
        """The face `index` of a card before a step, with the step's title."""
        scale, name = self.scale, f"{card_title(routine, step)}, first"
        sketch = self.faces.start(name, scale.margin, step.tab, on_back=False)
        title = self.faces.continued(step.title) if index else step.title
        square, sizes = scale.square / SIDE, (scale.title, scale.least_title)
        end = draw_step_title(sketch, step, title, scale.margin, square, sizes)
        self.faces.draw_small_print(sketch, (), routine)
        return sketch, sketch.below_corner(end + 0.5 * scale.margin)

    def draw_back(self, each: SetStep, picture: Use | None) -> list[Sketch]:
        """The other side of a step, and further faces if it has too much to say."""
        if each.back:
            back = each.back.in_smaller(self.type.styles, self.scale).with_facts_apart(each.blocks, self.scale)
            return [back.draw(picture, self.scale)]
        if not each.blocks:
            return []
        begin = partial(self.start_back, each.step, each.front.left_out, each.section.name, ROOMY_BACK)
        return flow_paragraphs(each.blocks, begin, self.type.styles, lambda _: self.faces.end(ROOMY_BACK.above))

    def long_time(self, step: StepCard, left_out: FrontOverflow) -> list[Block]:
        """How long a step takes, where neither its front nor the foot of its back has room for it."""
        time, size, faces = time_on_back(left_out), self.scale.small_print, self.faces
        if not time:
            return []
        margin = max(self.scale.margin + BACK_MARGIN, faces.form.border.height)
        probe = faces.start("", margin, step.tab, faces.duplex)
        if width(time, "regular", size) <= small_print_width(probe, faces.foot, size):
            return []
        return [Block("time", words(self.deck.language).say("how_long"), f"{time}.")]

    def start_back_alone(
        self, step: StepCard, left_out: FrontOverflow, routine: str, look: BackLook
    ) -> tuple[Sketch, Box]:
        """The only face of the back of a step, with its title, and the room below it."""
        sketch, top = self.start_back(step, left_out, routine, look, 0)
        return sketch, sketch.live(top, self.faces.end(look.above))

    def start_back(
        self, step: StepCard, left_out: FrontOverflow, routine: str, look: BackLook, index: int
    ) -> tuple[Sketch, float]:
        """The face `index` of the back of a step, with its title."""
        scale, faces, on_back = self.scale, self.faces, self.faces.duplex and index % 2 == 0
        margin = max(scale.margin + look.margin, faces.form.border.height)
        sketch = faces.start(f"{card_title(routine, step)}, back", margin, step.tab, on_back)
        title = faces.continued(step.title) if index else step.title
        sizes = self.back_title, scale.least_body
        square = look.square * scale.square / SIDE
        end = draw_step_title(sketch, step, title, margin, square, sizes, lesser=True)
        said = filter(None, (time_on_back(left_out), step.technique))
        faces.draw_small_print(sketch, tuple(said), routine)
        return sketch, sketch.below_corner(end + look.below * scale.margin)
