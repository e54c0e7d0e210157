"""The facts of a step in words, each beside its icon: hands, directions, pressure, side, place, time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeGuard

from msgspec.structs import replace

from cardgen.artwork.pressure_dots import phases_icon
from cardgen.model.action import Action, Hands
from cardgen.model.amount import Amount
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.durations import AtMost, Hold, Time
from cardgen.model.prose import whole_text
from cardgen.model.routine import Phase, Routine, Step
from cardgen.model.ways import Way
from cardgen.planning.session import Turn
from cardgen.wording.amounts import further_amounts, key_figure, phase_number, way_icon, word_amount, word_note
from cardgen.wording.deck import Fact, Tab
from cardgen.wording.limb_order import once_only
from cardgen.wording.pressures import pressure_fact, word_pressure
from cardgen.wording.sentences import uncapitalize
from cardgen.wording.times import with_about, word_turn_time
from cardgen.wording.words import Words, fill

SIDES_IN_ORDER = ("right-then-left", "left-then-right", "far-then-near", "near", "left", "right")
"""Sides that are more than each of two."""
ALWAYS_ON_FRONTS = ("each", "left", "right")
"""Sides that no front leaves out, unless its amount says them: a limb would be left out, or the wrong one worked."""


def tab_of(routine: Routine, words: Words, area: str = "") -> Tab:
    """The tab of a routine's cards; a step in a different area has the color and place of that area."""
    area = area or routine.area
    return Tab(area, routine.card_letter, areas()[area].slot, words.areas[area].name)


def step_facts(turn: Turn, routine: Routine, moves: bool, words: Words) -> Iterator[Fact]:
    """The facts of a step, the most important first; `moves`: the giver changes place for it."""
    step = turn.step
    yield from with_phases(step, lambda action: [hand_fact(action.hand, words)] if action.hand else [])
    ways = [way_fact(way, step, words, step.drawing) for way in step.ways]
    yield from ways or with_phases(step, lambda action: [way_fact(way, action, words) for way in action.ways])
    yield from with_phases(step, lambda action: [pressure_fact(action.force, words)] if action.force else [])
    if once := once_only(step, routine, words):
        yield Fact("once", once, needed=True)
    is_said = amount_says_sides(step, key_figure(turn, words).line, words)
    if step.sides in SIDES_IN_ORDER and not is_said:
        yield order_fact(step, words)
    yield from further_amounts(step.amounts, words)
    if step.sides in ("each", "together") and (not is_said or _is_on_each(step)):
        yield side_fact(step, words)
    if moves and step.giver_at:
        yield Fact(f"giver-{step.giver_at}", words.givers[step.giver_at])
    if not says_time(turn, words):
        yield Fact("time", word_whole_time(turn, words), topic="time", needed=isinstance(step.minutes, (int, float)))


def word_whole_time(turn: Turn, words: Words) -> str:
    """The time of a step: "about 1 min", and "about 30 s in all" next to "Hold 5 s", which is only a part of it."""
    time = with_about(word_turn_time(turn, words), turn.estimated, words)
    return words.say("in_all", time=time) if _is_length(turn.step.amounts[0]) and not turn.step.twice else time


def says_time(turn: Turn, words: Words) -> bool:
    """Whether the amount of a step is its time: "Hold 60 s", "60–120 s" and "At most 60 s" need no "about 1 min"."""
    if _lasts(turn):
        return True
    limits = (word_amount(amount, words) for amount in turn.step.amounts if isinstance(amount, AtMost))
    time = f" {word_turn_time(turn, words).lower()}"
    return any(f" {text.lower()}".endswith(time) for text in (key_figure(turn, words).line, *limits))


def _lasts(turn: Turn) -> bool:
    """Whether the first amount of a step is a time, and the step takes no other."""
    step, first = turn.step, turn.step.amounts[0]
    if not _is_length(first) or first.each_time or first.share:
        return False
    return first.span.least <= turn.one_side <= first.span.most and not step.twice


def _is_length(amount: Amount) -> TypeGuard[Time | Hold]:
    """Whether an amount says how many seconds or minutes."""
    return isinstance(amount, (Time, Hold)) and amount.span.unit in ("s", "min")


def with_phases(step: Step, facts_of: Callable[[Action], list[Fact]]) -> Iterator[Fact]:
    """Facts of one kind: those of the step, and in one fact those of phases that are other ones, with their numbers."""
    own, of_phases = facts_of(step), [facts_of(phase) for phase in step.phases]
    yield from own
    if not own and of_phases and all(facts == of_phases[0] for facts in of_phases):
        yield from of_phases[0]
    elif others := {number: facts for number, facts in enumerate(of_phases, 1) if facts and facts != own}:
        yield _fact_of_phases(others)


def _fact_of_phases(numbered: Mapping[int, Sequence[Fact]]) -> Fact:
    """The facts of phases, by their numbers, in one: that of the lightest, with the words of all."""
    first = [facts[0] for facts in numbered.values()]
    lightest = min(first, key=lambda fact: fact.icon if fact.needed else "")
    words = [(number, [fact.word for fact in facts]) for number, facts in numbered.items()]
    notes = [(number, [fact.note for fact in facts if fact.note and fact.needed]) for number, facts in numbered.items()]
    icon = phases_icon([fact.icon for fact in first]) or lightest.icon
    return replace(lightest, icon=icon, word=_numbered(words), note=_numbered(notes))


def _numbered(texts: Iterable[tuple[int, Sequence[str]]]) -> str:
    """The texts of each phase after its number: "1 medium; 2 firm"; "1) 3 of 10" where one begins with a number."""
    lines = [(number, ", ".join(map(uncapitalize, said))) for number, said in texts if said]
    mark = ")" if any(line[:1].isdigit() for _, line in lines) else ""
    return "; ".join(f"{number}{mark}\u00a0{line}" for number, line in lines)


def spare_facts(step: Step, words: Words) -> Iterator[Fact]:
    """What a front says only where it has room: notes on the times and on the phases, and what to ask."""
    if note := word_note(step).rstrip("."):
        yield Fact("repetitions", note, topic="note")
    numbered = list(enumerate(step.phases, 1))
    other_ways = [(number, _other_ways(phase, step, words)) for number, phase in numbered]
    if ways := [fact for _, facts in other_ways for fact in facts]:  # next to an amount's icon, "2 inward" is twice
        lines = ((number, [fact.line for fact in facts]) for number, facts in other_ways)
        yield Fact(ways[0].icon, _numbered(lines), topic="note")
    of_phases = [(number, list(_phase_facts(phase, step, words))) for number, phase in numbered]
    if any(said for _, said in of_phases):
        yield Fact("repetitions", _numbered(of_phases), topic="note")
    if step.ask:
        yield Fact("talk", whole_text(step.ask), topic="ask")


def remarks(step: Step, words: Words) -> Iterator[str]:
    """Texts beyond the facts of a step: notes on the pressure and the times, and anything else its phases need."""
    yield from filter(None, (step.force and step.force.note, word_note(step).rstrip(".")))
    for number, phase in enumerate(step.phases, 1):
        ways = [uncapitalize(fact.line) for fact in _other_ways(phase, step, words)]
        if said := [*ways, *_phase_facts(phase, step, words)]:
            yield words.say("of_phase", number=phase_number(number, phase), do=phase.do, what=", ".join(said))


def _other_ways(phase: Phase, step: Step, words: Words) -> list[Fact]:
    """Which way a phase goes, where the ways of its step do not say so; not that it stays where it is."""
    if not step.ways:
        return []
    others = (way for way in phase.ways if not _says_way(step, way))
    return [way_fact(way, phase, words) for way in others if way.note or way.say or way.way != "still"]


def _says_way(step: Step, way: Way) -> bool:
    """Whether the directions of a step say a way of one of its phases: neither has words of its own for it."""
    return not (way.say or way.note) and any(own.way == way.way and not own.say for own in step.ways)


def _phase_facts(phase: Phase, step: Step, words: Words) -> Iterator[str]:
    """What a phase needs at the table in addition to its amount, its ways and the facts that a step shares with it."""
    if phase.hand and phase.hand.note:
        yield phase.hand.note
    ways = _other_ways(phase, step, words)
    if not step.ways:
        yield from (way.note for way in phase.ways if way.note)
    if phase.pace and words.paces[phase.pace] not in (way.note for way in ways):
        yield words.paces[phase.pace]
    if note := word_note(phase):
        yield uncapitalize(note.rstrip("."))


def word_ask(step: Step, words: Words) -> str:
    """The question for the receiver, after its heading; empty when there is none."""
    return f"{words.say('ask')}: {whole_text(step.ask)}" if step.ask else ""


def hand_fact(hand: Hands, words: Words) -> Fact:
    """Which part of the hand works."""
    return Fact(hand.use, hand.say or words.hands[hand.use], hand.note or "", topic="hands")


def way_fact(way: Way, action: Action, words: Words, drawing: Drawing | None = None) -> Fact:
    """Which way the stroke goes; the pace takes the place of a note."""
    note = way.note or ("" if way.say else words.direction_notes.get(way.way, ""))
    if not note and action.pace:
        note = words.paces[action.pace]
    return Fact(way_icon(way, drawing), way.say or words.directions[way.way], note, topic="way")


def side_fact(step: Step, words: Words) -> Fact:
    """Which side, and in which order."""
    side = words.sides[step.sides or "each"]
    word, note = (fill(text, limb=words.limbs[step.limb]) for text in (side.word, side.note))
    needed = step.sides in ALWAYS_ON_FRONTS and not _is_on_each(step)
    return Fact("each-side", word, note, topic="side", needed=needed)


def amount_says_sides(step: Step, amount: str, words: Words) -> bool:
    """Whether the amount of a step says that it is for each of two: "×3 on each leg", "One side, then the other"."""
    if not step.sides:
        return False
    alike = (fill(text, limb=words.limbs[step.limb]) for text in words.sides[step.sides].amounts)
    said = [text.lower() for text in (word_side(step, words), *alike)]
    return _is_on_each(step) or amount.lower().rstrip(".") in said


def _is_on_each(step: Step) -> bool:
    """Whether the amount of a step is for each of two limbs."""
    return step.sides == "each" and step.amounts[0].share.each == step.limb


def order_fact(step: Step, words: Words) -> Fact:
    """Which side is first and which one follows, in one text: "Left side" alone would leave out the other one."""
    return replace(side_fact(step, words), word=word_side(step, words), note="")


def word_side(step: Step, words: Words) -> str:
    """Which side, and in which order, in one text: "Left side, then right"."""
    side = side_fact(step, words)
    return f"{side.word}, {side.note}"


def word_giver(place: str, words: Words) -> str:
    """Where the giver is, as a heading: "You: at the feet"."""
    return words.say("giver", place=uncapitalize(place))


def word_hands(hand: Hands, words: Words) -> str:
    """What each hand does, in a sentence; empty when the author does not say."""
    if hand.one and hand.other:
        return words.say("one_hand", one=hand.one, other=hand.other)
    if hand.one:
        return words.say("first_hand", one=hand.one)
    return words.say("other_hand", other=hand.other) if hand.other else ""


def _phase_way(way: Way, phase: Phase, words: Words) -> str:
    """Which way a phase goes, in a sentence; nothing for one that stays where it is."""
    if way.way == "still":
        return ""
    fact = way_fact(way, phase, words)
    return words.say("phase_way", way=", ".join(filter(None, [uncapitalize(fact.word), fact.note])))


def word_pace(action: Action, said: Iterable[str], words: Words) -> str:
    """How quickly, in a sentence; empty if these texts say it already: "Push slowly", "in slow circles"."""
    if not action.pace or any(words.paces[action.pace] in text.lower() for text in said):
        return ""
    return words.at_pace[action.pace]


def describe_phase(phase: Phase, step: Step, words: Words) -> list[str]:
    """Everything about a phase that its line and the directions of its step leave out."""
    texts = [phase.detail or ""]
    if phase.hand:
        texts += [hand_fact(phase.hand, words).line, word_hands(phase.hand, words)]
    for way in phase.ways:
        texts += ["" if _says_way(step, way) else _phase_way(way, phase, words), way.effect or ""]
    if phase.force:
        texts += [word_pressure(phase.force, words), phase.force.note or ""]
    return [*texts, word_pace(phase, texts, words), word_note(phase)]
