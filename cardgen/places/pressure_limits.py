"""The places that must not be pressed in a step, by its own words and by its area."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.artwork.risks import Risk, risks
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import LEVELS, Level

TOO_HARD_IN_WORDS: Level = "medium"
"""The least level that contradicts a caution which names the place: "light over the spine" is a caution too."""


def forbidden(routine: Routine, step: Step) -> Iterator[tuple[Risk, Level]]:
    """The places that must not be pressed in a step, each with the least level that is too hard there."""
    texts = [whole_text(step.caution), *_light_zones(step), *routine.safety.general_cautions]
    for risk in risks():
        levels = [TOO_HARD_IN_WORDS] if any(map(risk.named_in, texts)) else []
        levels += [risk.too_hard] if (step.area or routine.area) in risk.areas else []
        if levels:
            yield risk, min(levels, key=LEVELS.index)


def unpressed(routine: Routine, step: Step, hardest: Level) -> Iterator[Risk]:
    """The places that the area's safety card, or a lighter zone of the step, keeps clear of the step's pressure."""
    zones = list(_light_zones(step))
    for risk in risks():
        levels = [TOO_HARD_IN_WORDS] if any(map(risk.named_in, zones)) else []
        levels += [risk.too_hard] if (step.area or routine.area) in risk.areas else []
        if levels and LEVELS.index(hardest) >= min(map(LEVELS.index, levels)):
            yield risk


def takes_light(risk: Risk, step: Step) -> bool:
    """Whether such a place takes light pressure: no lighter zone of the step names it."""
    return risk.is_light_only and not any(map(risk.named_in, _light_zones(step)))


def _light_zones(step: Step) -> Iterator[str]:
    """The places along a step that take less than light pressure, in the author's words."""
    for action in step.actions:
        for zone in action.force.zones if action.force else ():
            if LEVELS.index(zone.level) < LEVELS.index("light"):
                yield zone.at
