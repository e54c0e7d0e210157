"""From a session to a deck: which words stand on which card, in one language."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.deck import Block, Deck, Fact, ListCard, StepCard, Tab
from cardgen.phrases import (
    amount,
    capital,
    facts,
    halves,
    hand_fact,
    key,
    phase_line,
    pressure_sentence,
    sentence,
    side_fact,
    steps_named,
    turn_minutes,
)
from cardgen.planner import Session, Turn, in_minutes
from cardgen.routine import About, Giver, Hands, Note, Receiver, Routine, Step, areas
from cardgen.words import ENGLISH, Words, words


def word(session: Session, language: str = ENGLISH) -> Deck:
    """The deck of a session: cards for preparation and safety, one a step, and one for afterwards."""
    spoken, routine = words(language), session.routine
    tab = tab_of(routine.area)
    return Deck(
        name=routine.name,
        tab=tab,
        strip=tuple(_strip(session, spoken)),
        before=(
            tuple(_before(routine, tab, spoken)),
            (ListCard(spoken.say("safety"), tab, tuple(_safety(session, spoken))),),
        ),
        steps=tuple(_step_card(session, index, spoken) for index in range(len(session.turns))),
        after=ListCard(spoken.say("after"), tab, tuple(_aftercare(session, spoken))),
        other_side=spoken.say("other_limb_line", limb=spoken.limbs[routine.limb]) if routine.sides else "",
        keep_off=_keep_off(session, spoken),
        disclaimer=spoken.say("disclaimer"),
        labels={name: spoken.say(name) for name in ("next", "continued")},
    )


def tab_of(area: str) -> Tab:
    """The tab of a body area."""
    found = areas()[area]
    return Tab(area, found.letter, found.slot)


def _strip(session: Session, words: Words) -> Iterator[Fact]:
    routine = session.routine
    receiver = routine.receiver.position if isinstance(routine.receiver, Receiver) else routine.receiver
    yield Fact(f"receiver-{receiver}", words.positions[receiver])
    if (time := _total(session, words)) is not None:
        yield Fact("time", time)


def _total(session: Session, words: Words) -> str | None:
    """The length of the session, for one limb when the whole is done on each."""
    routine, minutes = session.routine, session.minutes
    if minutes is None:
        return None
    time = words.say("minutes", amount=halves(in_minutes(minutes)))
    if isinstance(minutes, About):
        time = f"{words.say('about').capitalize()} {time}"
    return words.say("time_limb", time=time, limb=words.limbs[routine.limb]) if routine.sides else time


def _preparation(routine: Routine, words: Words) -> Iterator[Block]:
    position, note = _place(routine.receiver, "position")
    heading = words.say("receiver", position=words.positions[position].lower())
    yield Block(f"receiver-{position}", heading, note)
    if routine.giver:
        place, note = _place(routine.giver, "at")
        yield Block(f"giver-{place}", words.say("giver", place=words.givers[place].lower()), note)
    yield from map(_note, routine.prepare)


def _before(routine: Routine, tab: Tab, words: Words) -> Iterator[ListCard]:
    """Preparation, and what holds for every step, when the author says something of the kind."""
    yield ListCard(words.say("before"), tab, tuple(_preparation(routine, words)))
    if routine.principles:
        yield ListCard(words.say("principles"), tab, tuple(map(_note, routine.principles)))


def _place(given: str | Receiver | Giver | None, field: str) -> tuple[str, str]:
    """A place or a position, and the note that goes with it."""
    if isinstance(given, (Receiver, Giver)):
        return getattr(given, field), given.note
    return given or "", ""


def _note(note: Note) -> Block:
    return Block(note.icon, note.do, note.more or "")


def _safety(session: Session, words: Words) -> Iterator[Block]:
    """Stop signs for everybody, and the cautions of every body area the session works on."""
    yield _keep_off(session, words)
    yield from (Block(note.icon, note.heading, note.text) for note in words.safety)


def _keep_off(session: Session, words: Words) -> Block:
    """The cautions of every body area the session works on."""
    known = areas()
    used = dict.fromkeys([session.routine.area, *(turn.step.area or session.routine.area for turn in session.turns)])
    cautions = dict.fromkeys(caution for area in used for caution in known[area].cautions)
    return Block("no-go", words.say("keep_off"), " ".join(cautions))


def _aftercare(session: Session, words: Words) -> Iterator[Block]:
    routine = session.routine
    if routine.sides:
        limb, count = words.limbs[routine.limb], len(session.turns)
        text = words.say("other_limb_text", limb=limb, count=count)
        yield Block("other-side", words.say("other_limb", limb=limb), text)
    yield from map(_note, routine.after)


def _step_card(session: Session, index: int, words: Words) -> StepCard:
    turn, routine = session.turns[index], session.routine
    step = turn.step
    before = session.turns[index - 1].step if index else None
    here = _stands(step, routine)
    moved = here != (_stands(before, routine) if before else _routine_giver(routine))
    tab = tab_of(step.area or routine.area)
    return StepCard(
        number=turn.number,
        of=len(session.turns),
        title=step.name,
        tab=tab,
        key=key(turn, words),
        facts=tuple(facts(turn, moved, words)),
        cue=_cue(turn, words),
        caution=step.caution or "",
        drawing=step.drawing or areas()[tab.area].drawing,
        blocks=tuple(_blocks(turn, moved, words)),
        next=_next(session, index, words),
        code=_code(turn, tab, words),
    )


def _cue(turn: Turn, words: Words) -> str:
    """The cue, after the steps to be done again."""
    if not turn.repeats:
        return turn.step.cue
    return words.say("again_first", steps=steps_named(turn.repeats, words), cue=turn.step.cue)


def _routine_giver(routine: Routine) -> str:
    """Where the giver is at the start."""
    return _place(routine.giver, "at")[0]


def _stands(step: Step, routine: Routine) -> str:
    return step.giver_at or _routine_giver(routine)


def _next(session: Session, index: int, words: Words) -> str:
    """What comes after a step: the next one, the other limb, or the end."""
    if index + 1 < len(session.turns):
        following = session.turns[index + 1]
        return f"{following.number}  {following.step.name}"
    routine = session.routine
    return words.say("next_other", limb=words.limbs[routine.limb]) if routine.sides else words.say("next_after")


def _code(turn: Turn, tab: Tab, words: Words) -> tuple[str, ...]:
    return words.say("code", letter=tab.letter, number=turn.number), words.techniques[turn.step.technique]


def _blocks(turn: Turn, moved: bool, words: Words) -> Iterator[Block]:
    """The paragraphs of a step's back; `moved`: the giver changes place for it."""
    step = turn.step
    place, note = _place(step.giver, "at")
    if step.giver and (moved or note):
        yield Block(f"giver-{place}", words.givers[place], note)
    if isinstance(step.receiver, Receiver):
        yield Block(f"receiver-{step.receiver.position}", words.positions[step.receiver.position], step.receiver.note)
    if step.hand:
        yield _hands_block(step.hand, words)
    way = step.ways[0].way if step.ways else "in-place"
    detail = " ".join([step.detail, *(way.effect for way in step.ways if way.effect)])
    yield Block("hold" if way == "still" else way, step.where, detail)
    if turn.repeats:
        names = ", ".join(earlier.step.name for earlier in turn.repeats)
        yield Block("repeat-earlier-steps", words.say("again", steps=steps_named(turn.repeats, words), then=""), names)
    for number, phase in enumerate(step.phases, 1):
        icon = phase.ways[0].way if phase.ways else "repetitions"
        yield Block(icon, phase_line(number, phase, words), phase.detail or "")
    yield _amount_block(turn, words)
    for variant in step.variants:
        yield Block("optional", words.say("optional", name=variant.name), variant.detail)
    if step.ask:
        yield Block("talk", words.say("ask"), step.ask)


def _hands_block(hand: Hands, words: Words) -> Block:
    fact = hand_fact(hand, words)
    text = ""
    if hand.one and hand.other:
        text = words.say("one_hand", one=hand.one, other=hand.other)
    elif hand.other:
        text = words.say("other_hand", other=hand.other)
    return Block(fact.icon, words.say("hands_heading", word=fact.word, note=fact.note), text)


def _amount_block(turn: Turn, words: Words) -> Block:
    """How much and how hard: the amount, what changes between the times, the whole pressure, pace and sides."""
    step, repeat = turn.step, turn.step.repeat
    how_much = amount(repeat, words) if repeat else ""
    texts = [repeat.note, repeat.extent if repeat.extent != how_much else ""] if repeat else []
    if step.force:
        texts.append(pressure_sentence(step.force, words))
    if step.pace:
        texts.append(words.paces[step.pace])
    if step.sides:
        side = side_fact(step, words)
        texts.append(f"{side.word}, {side.note}")
    if turn.minutes:
        about = words.say("about") + " " if isinstance(turn.minutes, About) else ""
        texts.append(about + turn_minutes(turn, words))
    return Block(
        "repetitions", capital(how_much) or words.say("how_hard"), " ".join(sentence(text) for text in texts if text)
    )
