"""What the steps of a deck show, and the words of a language that explain it: only those that the deck needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from cardgen.artwork.postures import posture
from cardgen.artwork.pressure_dots import OUT_AND_BACK, dot_rows, icon_file
from cardgen.model.drawing import Stroke
from cardgen.model.vocabulary import LEVELS, Level, Sign
from cardgen.wording.deck import Block, Fact, StepCard
from cardgen.wording.shown_words import KeyWords, Shown, ShownWords
from cardgen.wording.words import Words

UP_OR_DOWN = re.compile(r"(?i)\b(up|down)\b")
"""The first words of directions along the body."""
HARDLY: tuple[Level, ...] = ("none", "feather")
FIRM: tuple[Level, ...] = ("firm", "deep")


def key_blocks(given: Iterable[KeyWords], steps: Sequence[StepCard]) -> Iterator[Block]:
    """The paragraphs that explain what steps show, each with the sentences about these steps."""
    for one in given:
        text = " ".join(filter(None, [one.text, *_shown_texts(one.also, steps)]))
        if text and (one.where is None or _SHOWN[one.where](steps)):
            yield Block(one.icon, one.heading, text)


def word_sign(sign: Sign, words: Words, steps: Sequence[StepCard] | None = None) -> str:
    """The meaning of a sign: everything, or what is of use for the drawings of these steps."""
    details = words.sign_details.get(sign, [])
    texts = [one.text for one in details] if steps is None else _shown_texts(details, steps)
    return "; ".join([words.signs[sign], *texts])


def _shown_texts(given: Iterable[ShownWords], steps: Sequence[StepCard]) -> Iterator[str]:
    return (one.text for one in given if _SHOWN[one.where](steps))


def _facts(steps: Sequence[StepCard], topic: str) -> list[Fact]:
    return [fact for step in steps for fact in step.facts if fact.topic == topic]


def _strokes(steps: Sequence[StepCard], *signs: Sign) -> list[Stroke]:
    """The strokes of all drawings with one of these signs; without any, all strokes."""
    drawn = (stroke for step in steps if step.drawing for stroke in step.drawing.strokes)
    return [stroke for stroke in drawn if not signs or stroke.draw in signs]


def _levels(strokes: Iterable[Stroke]) -> set[Level]:
    return {level for stroke in strokes for level in stroke.levels or ("medium",)}


def _touches(stroke: Stroke) -> bool:
    return bool(stroke.posture and posture(stroke.posture).pressed)


def _hardest(strokes: Iterable[Stroke]) -> set[Level]:
    """The highest pressure of each hand, which is what its touching part shows."""
    return {max(stroke.levels or ("medium",), key=LEVELS.index) for stroke in strokes if _touches(stroke)}


_SHOWN: dict[Shown, Callable[[Sequence[StepCard]], bool]] = {
    "times": lambda steps: any("×" in step.whole_key.line for step in steps),
    "hands": lambda steps: bool(_facts(steps, "hands")),
    "up-or-down": lambda steps: any(UP_OR_DOWN.search(fact.word) for fact in _facts(steps, "way")),
    "pressure": lambda steps: bool(_facts(steps, "pressure")),
    "range-of-pressure": lambda steps: any(
        row.low < row.high for fact in _facts(steps, "pressure") for row in dot_rows(fact.icon)
    ),
    "out-and-back": lambda steps: any(icon_file(fact.icon) == OUT_AND_BACK for fact in _facts(steps, "pressure")),
    "time": lambda steps: bool(_facts(steps, "time")),
    "caution": lambda steps: any(step.caution for step in steps),
    "extra": lambda steps: any(step.optional for step in steps),
    "marked-area": lambda steps: any(step.drawing.area for step in steps if step.drawing),
    "hatched-area": lambda steps: any(step.drawing.avoid for step in steps if step.drawing),
    "dotted-area": lambda steps: any(step.drawing.light for step in steps if step.drawing),
    "firm-glide": lambda steps: bool(_levels(_strokes(steps, "glide")).intersection(FIRM)),
    "glides-of-two-widths": lambda steps: len(_levels(_strokes(steps, "glide")).difference(HARDLY)) > 1,
    "dashed-glide": lambda steps: bool(_levels(_strokes(steps, "glide")).intersection(HARDLY)),
    "dashes": lambda steps: bool(
        _strokes(steps, "back", "feather") or _levels(_strokes(steps, "glide")).intersection(HARDLY)
    ),
    "hollow-arrow": lambda steps: any(stroke.mirror == "later" for stroke in _strokes(steps)),
    "touching-hand": lambda steps: any(map(_touches, _strokes(steps, "hand"))),
    "firm-hand": lambda steps: bool(_hardest(_strokes(steps, "hand")).intersection(FIRM)),
    "resting-hand": lambda steps: not all(map(_touches, _strokes(steps, "hand"))),
    "resting-forearm": lambda steps: any(stroke.state == "rests" for stroke in _strokes(steps, "forearm")),
    "ending-forearm": lambda steps: any(stroke.state == "ends" for stroke in _strokes(steps, "forearm")),
}
