"""From a session to a deck: which words stand on which card, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.model.action import Hands
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Giver, Note, Receiver, Routine
from cardgen.model.vocabulary import Direction
from cardgen.planning.selection import Selection
from cardgen.planning.session import Part, Session, Turn
from cardgen.wording.deck import Block, Deck, Fact, ListCard, Section, StepCard, Tab
from cardgen.wording.hearing import drawing_said
from cardgen.wording.phrases import (
    about_minutes,
    amount,
    capital,
    clock,
    facts,
    hand_fact,
    hands_said,
    key,
    more_amounts,
    phase_line,
    phase_said,
    pressure_sentence,
    sentence,
    side_fact,
    steps_named,
    turn_minutes,
    way_icon,
)
from cardgen.wording.words import ENGLISH, Words, words


def word(session: Session, language: str = ENGLISH) -> Deck:
    """The deck of a session: cards for preparation and safety, one a step, and one for afterwards."""
    spoken = words(language)
    tab = tab_of(session.parts[0].routine.area, spoken)
    principles = () if session.selection.prepare else _principles(session.parts[0].routine, spoken)
    return Deck(
        name=session.name,
        language=language,
        before=(
            (ListCard(spoken.say("before"), tab, tuple(_preparation(session, spoken))), *principles),
            (ListCard(spoken.say("safety"), tab, tuple(_safety(session, spoken))),),
        ),
        sections=tuple(_section(session, index, spoken) for index in range(len(session.parts))),
        after=ListCard(spoken.say("after"), tab, tuple(_aftercare(session, spoken))),
        disclaimer=spoken.say("disclaimer"),
        labels={name: spoken.say(name) for name in ("next", "continued")},
    )


def _section(session: Session, index: int, words: Words) -> Section:
    part = session.parts[index]
    routine = part.routine
    cards = _StepCards(session, index, words)
    return Section(
        name=routine.name,
        tab=tab_of(routine.area, words),
        strip=tuple(_strip(session, index, words)),
        opener=_opener(session, index, words) if index or session.selection.prepare else None,
        steps=tuple(map(cards.card, range(len(part.turns)))),
        other_side=words.say("other_limb_line", limb=words.limbs[routine.limb]) if routine.sides else "",
        keep_off=keep_off([part], words),
        addressed=tuple(addressed(session, words)),
    )


def tab_of(area: str, words: Words) -> Tab:
    """The tab of a body area."""
    said = words.areas[area]
    return Tab(area, said.letter, areas()[area].slot, said.name)


def _strip(session: Session, index: int, words: Words) -> Iterator[Fact]:
    position = session.parts[index].routine.position
    yield Fact(f"receiver-{position}", words.positions[position])
    yield Fact("time", about_minutes(_part_seconds(session, index), words))


def _part_seconds(session: Session, index: int) -> int:
    """The time of a routine; of the only one, with settling in and resting."""
    if len(session.parts) == 1:
        return session.seconds
    return sum(slot.seconds for slot in session.slots if slot.part == index and slot.kind not in ("settle", "rest"))


def _preparation(session: Session, words: Words) -> Iterator[Block]:
    """How the receiver and the giver begin, then what to prepare for all routines, each thing once."""
    first = session.parts[0].routine
    yield from addressed(session, words)
    yield _receiver(first, words)
    yield from _giver(first, words)
    yield from prepared(session)


def addressed(session: Session, words: Words) -> Iterator[Block]:
    """For whom it is, and what to think of with this one."""
    if session.recipient.name:
        yield Block("talk", words.say("recipient", name=session.recipient.name), session.recipient.notes)
    elif session.recipient.notes:
        yield Block("talk", session.recipient.notes, "")


def prepared(session: Session) -> Iterator[Block]:
    """What to prepare: what the program says, else what each routine says, each thing once."""
    each = (note for part in session.parts for note in part.routine.prepare)
    yield from dict.fromkeys(map(note_block, session.selection.prepare or each))


def _receiver(routine: Routine, words: Words) -> Block:
    heading = words.say("receiver", position=words.positions[routine.position].lower())
    return Block(f"receiver-{routine.position}", heading, _place(routine.receiver, "position")[1])


def _giver(routine: Routine, words: Words) -> Iterator[Block]:
    if routine.giver:
        place, note = _place(routine.giver, "at")
        yield Block(f"giver-{place}", words.say("giver", place=words.givers[place].lower()), note)


def _principles(routine: Routine, words: Words) -> Iterator[ListCard]:
    """What holds for every step, when the author says something of the kind."""
    if routine.principles:
        yield ListCard(words.say("principles"), tab_of(routine.area, words), tuple(map(note_block, routine.principles)))


def _opener(session: Session, index: int, words: Words) -> ListCard:
    """The card before a routine: what ends the one before it, what changes, what to prepare, what holds for its steps.

    What the routines say themselves about preparation and afterwards stands here when the program has lists of its own.
    """
    routine, whole = session.parts[index].routine, session.selection
    before = session.parts[index - 1] if index else None
    turned = {slot.kind for slot in session.slots if slot.part == index}
    phrase = "turn_over" if "turn-over" in turned else "new_position" if "position" in turned else ""
    blocks = [
        *(_other_limb(before, words) if before else ()),
        *(_own_after(before, whole) if before and whole.after else ()),
        *([Block("turn-over", words.say(phrase), "")] if phrase else []),
        _receiver(routine, words),
        *_giver(routine, words),
        *(map(note_block, routine.prepare) if whole.prepare else ()),
        *map(note_block, routine.principles),
    ]
    return ListCard(routine.name, tab_of(routine.area, words), tuple(blocks))


def _place(given: str | Receiver | Giver | None, field: str) -> tuple[str, str]:
    """A place or a position, and the note that goes with it."""
    if isinstance(given, (Receiver, Giver)):
        return getattr(given, field), given.note
    return given or "", ""


def note_block(note: Note) -> Block:
    return Block(note.icon, note.do, note.more or "")


def _safety(session: Session, words: Words) -> Iterator[Block]:
    """Stop signs for everybody, and the cautions of every body area the session works on."""
    yield keep_off(session.parts, words)
    yield from (Block(note.icon, note.heading, note.text) for note in words.safety)


def keep_off(parts: Sequence[Part], words: Words) -> Block:
    """The cautions of every body area the parts work on."""
    return Block("no-go", words.say("keep_off"), " ".join(area_cautions(parts, words)))


def area_cautions(parts: Sequence[Part], words: Words) -> list[str]:
    """The cautions of every body area the parts work on, each once."""
    used = dict.fromkeys(area for part in parts for area in (part.routine.area, *(turn.area for turn in part.turns)))
    return list(dict.fromkeys(caution for area in used for caution in words.areas[area].cautions))


def _aftercare(session: Session, words: Words) -> Iterator[Block]:
    yield from _other_limb(session.parts[-1], words)
    yield from aftercare(session)


def aftercare(session: Session) -> Iterator[Block]:
    """What to do afterwards: what the last routine and the program say, else what each says, each thing once."""
    whole = session.selection
    if whole.after:
        yield from (*_own_after(session.parts[-1], whole), *map(note_block, whole.after))
    else:
        yield from dict.fromkeys(note_block(note) for part in session.parts for note in part.routine.after)


def _own_after(part: Part, whole: Selection) -> list[Block]:
    """What a routine says for afterwards beyond what the program says: that has the same icon."""
    said = {note.icon for note in whole.after}
    return [note_block(note) for note in part.routine.after if note.icon not in said]


def _other_limb(part: Part, words: Words) -> Iterator[Block]:
    """The reminder to do the whole routine on the other limb."""
    if part.routine.sides:
        limb, first, last = words.limbs[part.routine.limb], part.turns[0].number, part.turns[-1].number
        text = words.say("other_limb_step" if first == last else "other_limb_text", limb=limb, first=first, last=last)
        yield Block("other-side", words.say("other_limb", limb=limb), text)


class _StepCards:
    """Makes the step cards of one part of a session."""

    def __init__(self, session: Session, index: int, words: Words) -> None:
        self.session, self.index, self.words = session, index, words
        self.part = session.parts[index]
        self.of = len(session.turns)

    def card(self, place: int) -> StepCard:
        turn, words = self.part.turns[place], self.words
        step, tab = turn.step, tab_of(turn.area, words)
        moved = self._giver(place) != (self._giver(place - 1) if place else self.part.routine.giver_at)
        starts = self.session.starts[turn.number] if self.session.asked else ()
        picture = self.session.selection.pictures.get(step.image or "")
        return StepCard(
            number=turn.number,
            of=self.of,
            clock=", ".join(map(clock, starts)),
            title=step.name,
            tab=tab,
            key=key(turn, words),
            facts=tuple(facts(turn, moved, words)),
            cue=cue_of(turn, words),
            caution=step.caution or "",
            drawing=drawing_of(turn) if step.drawing or not picture else None,
            shown=drawing_said(turn, words),
            picture=picture,
            pictured=words.say("picture", name=step.name) if picture else "",
            blocks=tuple(_blocks(turn, moved, self.session.asked is not None, words)),
            next=self._next(place),
            code=_code(turn, tab, words),
        )

    def _giver(self, place: int) -> str | None:
        return self.part.turns[place].step.giver_at or self.part.routine.giver_at

    def _next(self, place: int) -> str:
        """What comes after a step: the next one, the other limb, the next routine, or the end."""
        words, turns = self.words, self.part.turns
        if place + 1 < len(turns):
            return f"{turns[place + 1].number}  {turns[place + 1].step.name}"
        if self.part.routine.sides:
            limb = words.limbs[self.part.routine.limb]
            return words.say("next_other", limb=limb, number=turns[0].number)
        if self.index + 1 < len(self.session.parts):
            return self.session.parts[self.index + 1].routine.name
        return words.say("next_after")


def drawing_of(turn: Turn) -> Drawing:
    """The step's drawing, or that of its area."""
    return turn.step.drawing or areas()[turn.area].drawing


def cue_of(turn: Turn, words: Words) -> str:
    """The cue, after the steps to be done again."""
    if not turn.repeats:
        return turn.step.cue
    return words.say("again_first", steps=steps_named(turn.repeats, words), cue=turn.step.cue)


def _code(turn: Turn, tab: Tab, words: Words) -> tuple[str, ...]:
    return words.say("code", letter=tab.letter, number=turn.number), words.techniques[turn.step.technique]


def _blocks(turn: Turn, moved: bool, timed: bool, words: Words) -> Iterator[Block]:
    """The paragraphs of a step's back; `moved`: the giver changes place for it, `timed`: variants are in the time."""
    step = turn.step
    place, note = _place(step.giver, "at")
    if step.giver and (moved or note):
        yield Block(f"giver-{place}", words.givers[place], note)
    if isinstance(step.receiver, Receiver):
        yield Block(f"receiver-{step.receiver.position}", words.positions[step.receiver.position], step.receiver.note)
    if step.hand:
        yield _hands_block(step.hand, words)
    way: Direction = step.ways[0].way if step.ways else "in-place"
    detail = " ".join([step.detail, *(way.effect for way in step.ways if way.effect)])
    yield Block(way_icon(way), step.where, detail)
    if turn.repeats:
        names = ", ".join(earlier.step.name for earlier in turn.repeats)
        yield Block("repeat-earlier-steps", words.say("again", steps=steps_named(turn.repeats, words)), names)
    for number, phase in enumerate(step.phases, 1):
        icon = way_icon(phase.ways[0].way) if phase.ways else "repetitions"
        yield Block(icon, phase_line(number, phase, words), " ".join(phase_said(phase, words)))
    yield _amount_block(turn, words)
    for variant in step.variants:
        yield Block("optional", words.say("also" if timed else "optional", name=variant.name), variant.detail)
    if step.ask:
        yield Block("talk", words.say("ask"), step.ask)


def _hands_block(hand: Hands, words: Words) -> Block:
    fact = hand_fact(hand, words)
    return Block(fact.icon, fact.said, hands_said(hand, words))


def _amount_block(turn: Turn, words: Words) -> Block:
    """How much and how hard: the amount, what changes between the times, the whole pressure, pace and sides."""
    step, repeat = turn.step, turn.step.repeat
    how_much = amount(repeat, words, words.limbs[step.limb] if step.twice else "") if repeat else ""
    how_much = "; ".join(filter(None, [how_much, *(said for _, said in more_amounts(repeat, words))]))
    texts = [repeat.note, repeat.extent if repeat.extent != how_much else ""] if repeat else []
    if step.force:
        texts.append(pressure_sentence(step.force, words))
    if step.pace:
        texts.append(words.paces[step.pace])
    if step.sides:
        side = side_fact(step, words)
        texts.append(f"{side.word}, {side.note}")
    about = words.say("about") + " " if turn.estimated else ""
    texts.append(about + turn_minutes(turn, words))
    return Block(
        "repetitions", capital(how_much) or words.say("how_hard"), " ".join(sentence(text) for text in texts if text)
    )
