"""Times in words: minutes, and the running clock."""

from __future__ import annotations

from cardgen.model.routine import Step
from cardgen.model.vocabulary import About, Minutes
from cardgen.planning.session import Turn
from cardgen.wording.sentences import capitalize
from cardgen.wording.words import Words

MINUTE = 60
QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def word_minutes(minutes: Minutes) -> str:
    """Minutes without a unit, with quarters as fractions: "1¼", "1.2"."""
    whole, rest = divmod(minutes.about if isinstance(minutes, About) else minutes, 1)
    if rest in QUARTERS:
        return f"{int(whole) or ''}{QUARTERS[rest]}"
    return f"{round(whole + rest, 2):g}"


def word_time(seconds: int, words: Words) -> str:
    """Seconds with a unit: "45 s", "1¼ min", "1 min 20 s"."""
    whole, rest = divmod(seconds, MINUTE)
    if not whole:
        return words.say("span_s", count=seconds)
    if rest / MINUTE in (0, *QUARTERS):
        return words.say("minutes", amount=word_minutes(seconds / MINUTE))
    return words.say("span_min_s", count=whole, seconds=rest)


def with_about(time: str, estimated: bool, words: Words) -> str:
    """A time, after "about" if it is an estimate: "about 1½ min"."""
    return words.say("about_span", span=time) if estimated else time


def word_length(seconds: int, words: Words) -> str:
    """The length of a session or a routine in whole minutes: "About 31 min"."""
    minutes = words.say("minutes", amount=whole_minutes(seconds))
    return capitalize(words.say("about_span", span=minutes))


def word_turn_time(turn: Turn, words: Words) -> str:
    """The time of a step: "2 min", "2 × 45 s" when it is done on each side, or "4 min, both sides"."""
    if turn.step.minutes_for == "both-sides":
        return words.say("both_times", time=word_time(turn.total, words), both=words.both[turn.step.limb])
    time = word_time(turn.one_side, words)
    return words.say("twice", amount=time) if turn.step.twice else time


def word_step_minutes(step: Step, amount: str, words: Words) -> str:
    """An amount of minutes with its unit, and whether it is for one side or for both."""
    time = words.say("minutes", amount=amount)
    if step.minutes_for == "both-sides":
        return words.say("both_times", time=time, both=words.both[step.limb])
    return words.say("twice", amount=time) if step.twice else time


def clock(seconds: int) -> str:
    """Seconds as minutes and seconds: "4:05"."""
    return f"{seconds // MINUTE}:{seconds % MINUTE:02d}"


def whole_minutes(seconds: int) -> int:
    """The nearest whole number of minutes."""
    return int(seconds / MINUTE + 0.5)  # not `round`, which makes the same of 1½ and 2½
