"""The two limbs of a routine: "first leg" and "other leg", or "left leg" and "right leg" if their order is known."""

from __future__ import annotations

import re
from itertools import takewhile

from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import ORDERED_SIDES
from cardgen.wording.words import Words


def first_limb(routine: Routine, words: Words) -> str:
    """The limb that is done first."""
    return _limb(routine, 0, "first_side", words)


def other_limb(routine: Routine, words: Words) -> str:
    """The limb that is done second."""
    return _limb(routine, 1, "other_side", words)


def limb_order(routine: Routine, words: Words) -> str:
    """Which limb is first, if the author says so: "First the left hand, then the right hand"; otherwise empty."""
    if routine.sides not in ORDERED_SIDES:
        return ""
    return words.say("limb_order", first=first_limb(routine, words), other=other_limb(routine, words))


def word_repeated(step: Step, routine: Routine, words: Words) -> tuple[str, ...]:
    """That a step is done on the other limb later, in more and in fewer words: "the other leg later", "each leg"."""
    if step.once or not routine.sides:
        return ()
    later = words.say("other_later", other=other_limb(routine, words))
    return later, words.say("each_limb", limb=words.limbs[routine.limb])


def once_only(step: Step, routine: Routine, words: Words) -> str:
    """That a step is done only once, and with which limb: "Once only, with the first leg"; empty when it is not.

    What is done to both limbs at once is done at the beginning or at the end, and not with one of them.
    """
    if not (step.once and routine.sides):
        return ""
    others = takewhile(lambda one: one is not step, routine.steps if step.once == "first" else reversed(routine.steps))
    if (step.sides == "together" or _is_on_both(step.where, words)) and all(one.once == step.once for one in others):
        return words.say("once_beginning" if step.once == "first" else "once_end")
    limb = _limb(routine, 0, "first_side", words) if step.once == "first" else _limb(routine, 1, "second_side", words)
    return words.say("once_only", limb=limb)


def _is_on_both(where: str, words: Words) -> bool:
    """Whether a place is on both limbs: "Both feet"."""
    return bool(set(re.findall(r"\w+", where.lower())) & set(words.recognized["both"].split()))


def _limb(routine: Routine, number: int, otherwise: str, words: Words) -> str:
    """A limb by its side, if their order is known, otherwise by the phrase `otherwise`; `number` is 0 or 1."""
    order = ORDERED_SIDES.get(routine.sides or "each")
    return words.say(f"{order[number]}_limb" if order else otherwise, limb=words.limbs[routine.limb])
