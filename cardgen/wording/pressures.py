"""How hard a step is done, in words: its level or levels, its limit, and where it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.artwork.pressure_dots import DotRow, out_and_back_icon, pressure_icon
from cardgen.model.action import Pressure
from cardgen.model.routine import Step
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.wording.amounts import phase_number
from cardgen.wording.deck import Fact
from cardgen.wording.repetition import unsaid
from cardgen.wording.sentences import capitalize, sentence, uncapitalize
from cardgen.wording.words import Words


def pressure_fact(force: Pressure, words: Words) -> Fact:
    """How hard; never left out on a front."""
    limit = words.say(force.limit) if force.limit else ""
    manner = [words.say("body_weight") if force.using else "", limit]
    if force.out and force.back:
        icon = out_and_back_icon(_dot_row(force.out), _dot_row(force.back))
        back = words.say("level_back", level=_word_range(force.back, words).lower())
        word = f"{_word_range(force.out, words)}, {back}"
    elif force.level:
        icon, word = pressure_icon(_dot_row(force.level)), _word_range(force.level, words)
    else:
        icon, word, manner = "body-weight", words.say("body_weight_word"), [limit]
    note = ", ".join(filter(None, [*manner, force.note]))
    return Fact(icon, word, note, topic="pressure", needed=True)


def word_pressures(step: Step, said: Sequence[str], words: Words) -> Iterator[str]:
    """The pressure of a step, and that of each of its phases after its number and its name.

    How firm it is comes first, always; what `said` says about the rest is not repeated.
    """
    if step.force:
        rest = unsaid(_beside_level(step.force, words), said, words)
        yield from filter(None, [capitalize(", ".join([*_word_levels(step.force, words), *rest]))])
    yield from _phase_pressures(step, words)


def pressures_beside_fact(step: Step, said: Sequence[str], words: Words) -> Iterator[str]:
    """What no fact about pressure says: where it changes, in the step and in each of its phases."""
    if step.force:
        yield from filter(None, [word_changes(step.force, said, words)])
    for number, phase in enumerate(step.phases, 1):
        if phase.force and phase.force.zones:
            zones_there = ", ".join(_word_zones(phase.force, words))
            yield words.say("of_phase", number=phase_number(number, phase), do=phase.do, what=zones_there)


def word_changes(force: Pressure, said: Sequence[str], words: Words) -> str:
    """Where the pressure of a step changes, as far as `said` does not say it; empty if there is no more to say."""
    return capitalize(", ".join(unsaid(_word_zones(force, words), said, words)))


def _phase_pressures(step: Step, words: Words) -> Iterator[str]:
    for number, phase in enumerate(step.phases, 1):
        if phase.force:
            pressure = uncapitalize(word_pressure(phase.force, words).rstrip("."))
            what = ", ".join(filter(None, [pressure, phase.force.note]))
            yield words.say("of_phase", number=phase_number(number, phase), do=phase.do, what=what)


def word_pressure(force: Pressure, words: Words) -> str:
    """The whole pressure in one sentence, with its zones."""
    return sentence(", ".join([*_word_levels(force, words), *_beside_level(force, words)]))


def _beside_level(force: Pressure, words: Words) -> Iterator[str]:
    """With which weight, how far, and where the pressure changes."""
    if force.using:
        yield words.say("with_weight")
    if force.limit:
        yield words.say("to_limit" if force.limit == "resistance" else "in_comfort")
    yield from _word_zones(force, words)


def _word_zones(force: Pressure, words: Words) -> Iterator[str]:
    """Where the pressure changes: "light at back of the knee"."""
    for zone in force.zones:
        phrase = "no_zone" if zone.level == "none" else "zone"
        yield words.say(phrase, level=words.levels[zone.level].lower(), place=zone.place)


def _word_levels(force: Pressure, words: Words) -> Iterator[str]:
    """The level out and the one back; or one level, or a range."""
    if force.out and force.back:
        back = _word_range(force.back, words).lower()
        yield words.say("pressure_out_back", out=_word_range(force.out, words), back=back)
    elif force.level:
        low, high = _ends(force.level)
        if high == "none":
            yield words.levels[high]
        elif low == "none":
            yield words.say("pressure_or_none", level=words.levels[high])
        else:
            yield words.say("pressure", level=_word_range(force.level, words))


def _dot_row(level: Level | list[Level]) -> DotRow:
    return DotRow(*map(LEVELS.index, _ends(level)))


def _word_range(level: Level | list[Level], words: Words) -> str:
    """A level, or a range of two: "Light to medium", "Light, or none"."""
    low, high = _ends(level)
    if low == high:
        return words.levels[high]
    if low == "none":
        return words.say("level_or_none", high=words.levels[high])
    return words.say("level_range", low=words.levels[low], high=words.levels[high].lower())


def _ends(level: Level | list[Level]) -> tuple[Level, Level]:
    return (level[0], level[-1]) if isinstance(level, list) else (level, level)
