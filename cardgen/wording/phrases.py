"""How the facts of a step are said: its key figure, the facts beside the icons, times, pressure, sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cardgen.model.action import Action, Hands, Pressure, Repeat, Way
from cardgen.model.routine import Phase, Step
from cardgen.model.vocabulary import About, Direction, Level, Minutes
from cardgen.planning.session import Turn
from cardgen.wording.deck import Count, EachWay, Fact, Key
from cardgen.wording.deck import Words as KeyWords
from cardgen.wording.words import Words, fill

LEVELS = ("none", "feather", "light", "medium", "firm", "deep")
"""Levels of pressure in the order of their icons, 0 to 5."""
QUARTERS = {0.25: "¼", 0.5: "½", 0.75: "¾"}


def key(turn: Turn, words: Words) -> Key:
    """The key figure of a step: how often, how long, or how far."""
    step, repeat = turn.step, turn.step.repeat or Repeat()
    if step.phases:
        return KeyWords(tuple(phase_line(number, phase, words) for number, phase in enumerate(step.phases, 1)))
    if turn.repeats:
        return KeyWords((_again(turn, amount(repeat, words), words),))
    if repeat.times and repeat.each == "direction":
        return EachWay(number(repeat.times))
    if repeat.times and repeat.times != "several":
        return Count(number(repeat.times), _unit(step, repeat, words))
    if repeat.passes and repeat.passes != "several" and not repeat.each:
        return Count(number(repeat.passes), words.say("passes"))
    return KeyWords((capital(amount(repeat, words) or words.techniques[step.technique]),))


def _unit(step: Step, repeat: Repeat, words: Words) -> str:
    """What a count counts: in all, or for each side when the step is done on both."""
    if repeat.each == "spot":
        return words.say("a_spot")
    if step.twice or repeat.each == "side":
        return words.say("a_limb", limb=words.limbs[step.limb])
    return words.say("in_all")


def number(count: int | list[int] | str) -> str:
    """A count or a range, as figures."""
    return "–".join(map(str, count)) if isinstance(count, list) else str(count)


def amount(repeat: Repeat, words: Words, limb: str = "") -> str:
    """How much, in a few words: "3 times in all", "Hold 5 s", "Up to the knee"; empty when nothing is said.

    `limb` is what a count is for, when the step is done on each: "3 times on each leg".
    """
    say = words.say
    if repeat.times == "several" or repeat.passes == "several":
        return say("several")
    if repeat.times and limb and not repeat.each:
        return say("limbs_of", count=number(repeat.times), limb=limb)
    if repeat.times:
        phrase = {"direction": "ways_of", "side": "sides_of", "spot": "spots_of"}.get(repeat.each or "", "times_in_all")
        return say(phrase, count=number(repeat.times))
    each = " " + say(EACH[repeat.each]) if repeat.each else ""
    if repeat.passes:
        return say("passes_of", count=number(repeat.passes)) + each
    if repeat.seconds:
        return seconds(repeat.seconds, words) + each
    if repeat.hold:
        return (say("hold_moment") if repeat.hold == "moment" else say("hold", count=repeat.hold)) + each
    if repeat.until:
        return say("until", condition=repeat.until) + each
    return repeat.extent or ""


AMOUNTS = {"times": "repetitions", "passes": "passes", "seconds": "time", "hold": "hold", "until": "until-released"}
"""The fields of `Repeat` that say how much, and their icons; the key figure of a card has the first that is given."""
EACH = {"spot": "a_spot_of", "side": "a_side_of", "direction": "a_way_of"}


def more_amounts(repeat: Repeat | None, words: Words) -> list[tuple[str, str]]:
    """The amounts beyond the first, each with its icon: "Hold 5 s"."""
    given = [(name, value) for name in AMOUNTS if (value := getattr(repeat, name, None))]
    return [(AMOUNTS[name], capital(amount(Repeat(**{name: value}), words))) for name, value in given[1:]]


def seconds(given: int | About, words: Words) -> str:
    """A time in seconds: "30 s", or "about 30 s"."""
    about = words.say("about") + " " if isinstance(given, About) else ""
    return words.say("seconds", about=about, count=f"{given.about if isinstance(given, About) else given:g}")


def phase_line(position: int, phase: Phase, words: Words) -> str:
    """One phase in a line: "1 Rock about 30 s"."""
    return words.say("phase", number=position, do=phase.do, amount=phase_amount(phase, words)).strip()


def phase_amount(phase: Phase, words: Words) -> str:
    """How much of a phase: "×3 to mid-back", "about 30 s", "5 s"."""
    repeat = phase.repeat or Repeat()
    more = [said for _, said in more_amounts(repeat, words)]
    if isinstance(repeat.times, int) and repeat.each is None:
        first = " ".join([f"×{repeat.times}", repeat.extent or ""]).strip()
    elif isinstance(repeat.hold, int) and not more and repeat.each is None:
        first = words.say("seconds", about="", count=repeat.hold)
    else:
        first = amount(repeat, words)
    return ", ".join([first, *(said[:1].lower() + said[1:] for said in more)])


def phase_said(phase: Phase, words: Words) -> list[str]:
    """Everything else that a phase says of its own, in sentences."""
    hand, repeat = phase.hand, phase.repeat
    said = [phase.detail or "", *([hand_fact(hand, words).said, hands_said(hand, words)] if hand else [])]
    said += [text for way in phase.ways for text in (way_fact(way, phase, words).said, way.effect or "")]
    said += [pressure_sentence(phase.force, words), phase.force.note or ""] if phase.force else []
    said += [words.paces[phase.pace]] if phase.pace and not phase.ways else []
    if repeat:
        said += [repeat.note or "", "" if (repeat.extent or "") in phase_amount(phase, words) else repeat.extent or ""]
    return [sentence(text) for text in said if text]


def _again(turn: Turn, then: str, words: Words) -> str:
    """Which steps are done again, and how much of this one after them."""
    steps = steps_named(turn.repeats, words)
    return words.say("again_then", steps=steps, then=then) if then else words.say("again", steps=steps)


def steps_named(turns: Sequence[Turn], words: Words) -> str:
    """Several steps by their numbers: "Steps 1 to 3", "Steps 1 and 4"."""
    numbers = [turn.number for turn in turns]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return words.say("steps_range", first=numbers[0], last=numbers[-1])
    *others, last = numbers
    if not others:
        return words.say("step", number=last)
    return words.say("steps_list", numbers=", ".join(map(str, others)), last=last)


def numbers_said(numbers: Iterable[int]) -> str:
    """Numbers in order, three and more in a row as a range: "1–3, 5, 6"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [[f"{run[0]}–{run[-1]}"] if len(run) > 2 else list(map(str, run)) for run in runs]
    return ", ".join(part for parts in said for part in parts)


def facts(turn: Turn, moved: bool, words: Words) -> Iterator[Fact]:
    """The facts of a step, the most important first; `moved`: the giver changes place for it."""
    step = turn.step
    if step.hand:
        yield hand_fact(step.hand, words)
    yield from (way_fact(way, step, words) for way in step.ways)
    if step.force:
        yield pressure_fact(step.force, words)
    for icon, said in more_amounts(step.repeat, words):
        yield Fact(icon, said)
    if step.sides and step.sides != "together":
        yield side_fact(step, words)
    if moved and step.giver_at:
        yield Fact(f"giver-{step.giver_at}", words.givers[step.giver_at])
    about = words.say("about") if turn.estimated else ""
    yield Fact("time", turn_minutes(turn, words), about, note_first=True)


def hand_fact(hand: Hands, words: Words) -> Fact:
    """Which part of the hand works."""
    return Fact(hand.use, hand.say or words.hands[hand.use], hand.note or "")


def hands_said(hand: Hands, words: Words) -> str:
    """What each hand does, in a sentence; empty when nothing is said of it."""
    if hand.one and hand.other:
        return words.say("one_hand", one=hand.one, other=hand.other)
    if hand.one:
        return words.say("first_hand", one=hand.one)
    return words.say("other_hand", other=hand.other) if hand.other else ""


def way_fact(way: Way, action: Action, words: Words) -> Fact:
    """Which way the stroke goes."""
    note = way.note or words.direction_notes.get(way.way, "")
    if not note and action.pace:
        note = words.paces[action.pace]
    return Fact(way_icon(way.way), way.say or words.directions[way.way], note)


def way_icon(way: Direction) -> str:
    """The icon of a direction."""
    return "hold" if way == "still" else way


def pressure_fact(force: Pressure, words: Words) -> Fact:
    """How hard; never left out on a front."""
    limit = words.say(force.limit) if force.limit else ""
    weight = words.say("body_weight") if force.using else ""
    if force.out and force.back:
        icon, word = "pressure-out-return", words.levels[force.out]
        note = words.say("level_back", level=words.levels[force.back].lower())
    elif force.level:
        low, high = _levels(force.level)
        icon, word = f"pressure-{LEVELS.index(high)}", words.levels[high]
        note = _range_from(low, words) if low != high else weight or limit
    else:
        icon, word, note = "body-weight", words.say("body_weight_word"), limit
    return Fact(icon, word, force.note or note, needed=True)


def _levels(given: Level | list[Level]) -> tuple[Level, Level]:
    return (given[0], given[-1]) if isinstance(given, list) else (given, given)


def _range_from(low: str, words: Words) -> str:
    """The other end of a range of pressure: "or none", "from light"."""
    if low == "none":
        return words.say("level_or_none")
    return words.say("level_from", level=words.levels[low].lower())


def pressure_sentence(force: Pressure, words: Words) -> str:
    """The whole pressure in one sentence, with its zones."""
    say, levels = words.say, words.levels
    if force.out and force.back:
        parts = [say("pressure_out_back", out=levels[force.out], back=levels[force.back].lower())]
    elif force.level:
        low, high = _levels(force.level)
        parts = [say("pressure", level=levels[high]) if high != "none" else levels["none"]]
        if low != high:
            parts.append(_range_from(low, words))
    else:
        parts = []
    if force.using:
        parts.append(say("with_weight"))
    if force.limit:
        parts.append(say("to_limit" if force.limit == "resistance" else "in_comfort"))
    for zone in force.zones:
        phrase = "no_zone" if zone.level == "none" else "zone"
        parts.append(say(phrase, level=levels[zone.level].lower(), place=zone.at))
    return sentence(", ".join(parts))


def side_fact(step: Step, words: Words) -> Fact:
    """Which side, and in which order."""
    said = words.sides[step.sides or "each"]
    limb = words.limbs[step.limb]
    return Fact("each-side", fill(said.word, limb=limb), fill(said.note, limb=limb))


def turn_minutes(turn: Turn, words: Words) -> str:
    """The time of a step, twice one side when it is done on each."""
    return words.say("twice_minutes" if turn.step.twice else "minutes", amount=minutes_said(turn.minutes))


def about_minutes(seconds: int, words: Words) -> str:
    """A time in whole minutes: "About 31 min"."""
    return capital(f"{words.say('about')} {words.say('minutes', amount=nearest(seconds / 60))}")


def minutes_said(minutes: Minutes) -> str:
    """Minutes with quarters as fractions: "1½". An estimate is rounded, to halves from one minute on."""
    if isinstance(minutes, About):
        parts = 4 if minutes.about < 1 else 2
        minutes = max(0.25, nearest(parts * minutes.about) / parts)
    whole, rest = divmod(minutes, 1)
    if rest in QUARTERS:
        return f"{int(whole) or ''}{QUARTERS[rest]}"
    return f"{round(minutes, 2):g}"


def clock(seconds: int) -> str:
    """A time of the running clock, to the nearest half minute: "4:30"."""
    minutes, half = divmod(nearest(seconds / 30), 2)
    return f"{minutes}:{30 * half:02d}"


def nearest(value: float) -> int:
    """The nearest whole number, a half always up: two halves in a row must not become the same."""
    return int(value + 0.5)


def sentence(text: str) -> str:
    """A text with a capital first and a full stop last; an empty text stays empty."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?" else text + "."


def capital(text: str) -> str:
    """A text with its first letter large."""
    return text[:1].upper() + text[1:]
