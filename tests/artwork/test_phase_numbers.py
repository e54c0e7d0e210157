"""The number of a phase is wholly in its figure, however small that is."""

import pytest

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.strokes import LEAST_PHASE
from cardgen.artwork.theme import theme
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.scene.marks import Clip, Path, Text
from cardgen.units import MM, Size
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import StepCard
from tests.support.printed import box_of


def with_phases() -> list[StepCard]:
    decks = (word_deck(plan(load_selection([name]))) for name in sorted(routines()))
    steps = (step for deck in decks for _, step in deck.steps if step.drawing)
    return [step for step in steps if step.drawing and any(stroke.order for stroke in step.drawing.strokes)]


@pytest.mark.parametrize("wide", [11, 18, 22, 41])
def test_no_number_of_a_phase_is_cut_off(wide: float) -> None:
    look = Look(theme("standard"), next(iter(theme("standard").accents.values())))
    steps = with_phases()
    assert len(steps) > 3
    for step in steps:
        art = figure(step.drawing, Size(wide * MM, 3 * wide * MM), look)
        (clip,) = art.marks
        for number, disc in discs(clip):
            box = box_of(disc)
            assert min(box.x, box.y) > -0.01, (step.title, number)
            assert box.right < art.size.width + 0.01, (step.title, number)
            assert box.bottom < art.size.height + 0.01, (step.title, number)


@pytest.mark.parametrize("wide", [9, 14, 18, 41])
@pytest.mark.parametrize("least_sign", [0.3, 0.5, 0.88])
def test_every_number_of_a_phase_is_legible(wide: float, least_sign: float) -> None:
    look = Look(theme("standard"), next(iter(theme("standard").accents.values())), least_sign=least_sign)
    for step in with_phases():
        (clip,) = figure(step.drawing, Size(wide * MM, 3 * wide * MM), look).marks
        for number in (mark for mark in clip.marks if isinstance(mark, Text)):
            (disc,) = [disc for text, disc in discs(clip) if text == number.text][:1]
            assert number.size >= LEAST_PHASE
            assert box_of(disc).height > number.size


def discs(clip: Clip) -> list[tuple[str, Path]]:
    """Each number, and the disc below it, which is drawn just before it."""
    marks = list(clip.marks)
    return [(mark.text, marks[at - 1]) for at, mark in enumerate(marks) if isinstance(mark, Text)]
