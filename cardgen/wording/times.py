"""Times in words: minutes, and the running clock."""

from __future__ import annotations

from cardgen.model.routine import Step
from cardgen.model.vocabulary import About, Minutes
from cardgen.planning.session import Turn
from cardgen.wording.sentences import capitalize
from cardgen.wording.words import Words

QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def word_minutes(minutes: Minutes) -> str:
    """Minutes with quarters as fractions: "1½". An estimate is rounded, to halves from one minute on."""
    if isinstance(minutes, About):
        parts = 4 if minutes.about < 1 else 2
        minutes = max(0.25, _nearest(parts * minutes.about) / parts)
    whole, rest = divmod(minutes, 1)
    if rest in QUARTERS:
        return f"{int(whole) or ''}{QUARTERS[rest]}"
    return f"{round(minutes, 2):g}"


def word_estimate(seconds: int) -> str:
    """Seconds as estimated minutes, without a unit: "1½"."""
    return word_minutes(About(about=seconds / 60))


def word_length(seconds: int, words: Words) -> str:
    """The length of a session or a routine in whole minutes: "About 31 min"."""
    return capitalize(f"{words.say('about')} {words.say('minutes', amount=whole_minutes(seconds))}")


def word_turn_time(turn: Turn, words: Words) -> str:
    """The time of a step: "2 min", "2 × 1 min" when it is done on each side, or "4 min, both sides"."""
    return word_step_minutes(turn.step, word_minutes(turn.minutes), words)


def word_step_minutes(step: Step, amount: str, words: Words) -> str:
    """An amount of minutes with its unit, and whether it is for one side or for both."""
    if step.minutes_for == "both-sides":
        return words.say("both_minutes", amount=amount, both=words.both[step.limb])
    return words.say("twice_minutes" if step.twice else "minutes", amount=amount)


def clock(seconds: int) -> str:
    """A time of the running clock, to the nearest half minute: "4:30"."""
    minutes, half = divmod(_nearest(seconds / 30), 2)
    return f"{minutes}:{30 * half:02d}"


def whole_minutes(seconds: int) -> int:
    """The nearest whole number of minutes."""
    return _nearest(seconds / 60)


def _nearest(value: float) -> int:
    """The nearest whole number, a half always up: two halves in a row must not become the same."""
    return int(value + 0.5)
