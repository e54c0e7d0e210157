"""The head of a step's front: its number, its title, and where on the body it is done."""

from __future__ import annotations

from cardgen.layouts.cards.steps.scale import StepScale
from cardgen.layouts.parts.number_square import SIDE
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.parts.titles import draw_step_title, set_where
from cardgen.scene.text import CAP, Setting
from cardgen.wording.deck import StepCard

GIVE_WAY = 1.2
"""How much lower all else begins for each point that a title reaches below the number's square: more, for the space."""


def draw_heading(sketch: Sketch, step: StepCard, scale: StepScale) -> float:
    """Draw the head of a front; returns how much lower than usual the figure has to begin."""
    top = max(scale.margin, sketch.form.border.height)
    end = draw_step_title(sketch, step, step.title, top, scale.square / SIDE, (scale.title, scale.least_title))
    lower = GIVE_WAY * max(0.0, end - scale.margin - scale.square)
    return lower + _draw_where(sketch, step, scale, scale.where_baseline + lower)


def _draw_where(sketch: Sketch, step: StepCard, scale: StepScale, baseline: float) -> float:
    """Draw the place below the title, on more lines if it is long; returns the height of the further lines."""
    live = sketch.live(baseline - CAP * scale.where, baseline)
    setting = _set_where(sketch, step, live.width, scale)
    with sketch.tagged("P"):
        sketch.draw_setting(live.x, baseline - CAP * setting.size, setting)
    return setting.height - CAP * setting.size


def _set_where(sketch: Sketch, step: StepCard, room: float, scale: StepScale) -> Setting:
    """The place of a step; of an extra with "If you like", unless that takes another line of a small card."""
    setting = set_where(step.where, room, scale.where, scale.least_where)
    if setting is None:
        raise sketch.misfit("place on the body", step.where)
    if not step.optional:
        return setting
    text = sketch.words.say("if_you_like", where=step.where)
    invited = set_where(text, room, scale.where, scale.least_where)
    is_short = invited and (scale.title_card or len(invited.lines) == len(setting.lines))
    return invited if invited and is_short else setting
