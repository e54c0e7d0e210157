"""Words the card of each step: the front to read at the table, the back to read beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cardgen.artwork.giver_hands import add_hands
from cardgen.artwork.stroke_pressure import with_pressure
from cardgen.artwork.stroke_turn import with_turn
from cardgen.model.action import Hands
from cardgen.model.drawing import Drawing
from cardgen.model.prose import whole_text
from cardgen.model.routine import Giver, Receiver, Routine, Step
from cardgen.model.vocabulary import OTHER_ORDER
from cardgen.places import usual_drawing
from cardgen.planning.session import Session, Turn
from cardgen.wording.alt_texts import describe_drawing
from cardgen.wording.amounts import (
    key_figure,
    way_icon,
    whole_figure,
    word_again,
    word_amount,
    word_note,
    word_phases,
    word_whole,
)
from cardgen.wording.deck import AfterStep, Block, StepCard
from cardgen.wording.facts import (
    amount_says_sides,
    describe_phase,
    hand_fact,
    remarks,
    says_time,
    spare_facts,
    step_facts,
    tab_of,
    word_ask,
    word_giver,
    word_hands,
    word_pace,
    word_side,
    word_whole_time,
)
from cardgen.wording.following import word_following
from cardgen.wording.limb_order import word_repeated
from cardgen.wording.pressures import pressures_beside_fact, word_pressure, word_pressures
from cardgen.wording.repetition import unsaid
from cardgen.wording.safety import step_caution
from cardgen.wording.sentences import capitalize, sentences, uncapitalize
from cardgen.wording.timeline import CHANGEOVER_ICONS, CLEANING
from cardgen.wording.times import clock, word_turn_time
from cardgen.wording.timetable import word_cleaning
from cardgen.wording.words import Words


def word_step_cards(session: Session, index: int, words: Words) -> Iterator[StepCard]:
    """The cards of one part of a session."""
    part = session.parts[index]
    place = part.routine.giver_at
    for turn in part.turns:
        here = turn.step.giver_at or part.routine.giver_at
        after = word_following(session, index, turn, words)
        yield _step_card(turn, part.routine, here != place, after, session, words)
        place = here


def _step_card(turn: Turn, routine: Routine, moves: bool, after: AfterStep, session: Session, words: Words) -> StepCard:
    step = turn.step
    picture = session.selection.pictures.get(step.image or "")
    pressure, caution = word_pressure(step.force, words) if step.force else "", step_caution(step, words)
    pressures = tuple(word_pressures(step, [caution], words))
    return StepCard(
        number=turn.number,
        name=turn.card,
        total=len(routine.steps),
        time=word_turn_time(turn, words),
        clock=", ".join(map(clock, session.starts[turn.number] if session.asked else ())),
        title=step.name,
        optional=step.keep == "extra",
        invitation=capitalize(words.say("if_liked")) if step.keep == "extra" else "",
        where=step.where,
        tab=tab_of(routine, words, turn.area),
        key=key_figure(turn, words),
        whole_key=whole_figure(turn, words),
        facts=tuple(step_facts(turn, routine, moves, words)),
        spare_facts=tuple(spare_facts(step, words)),
        pressures=pressures,
        zones=tuple(pressures_beside_fact(step, [caution], words)),
        remarks=tuple(unsaid(remarks(step, words), [*pressures, caution], words)),
        ask=word_ask(step, words),
        cue=word_cue(turn, words),
        caution=caution,
        drawing=_drawing(step, routine) if step.drawing or not picture else None,
        drawing_alt=describe_drawing(turn, pressure, words),
        picture=picture,
        picture_alt=words.say("picture", name=step.name) if picture else "",
        blocks=tuple(_blocks(session, turn, routine, pressure, moves, words)),
        next=after,
        other_limb=word_repeated(step, routine, words),
        technique=words.techniques[step.technique],
    )


def _drawing(step: Step, routine: Routine) -> Drawing:
    """A step's drawing, or the usual one, with all that the step says about it."""
    return _completed(step.drawing or usual_drawing.usual_drawing(step, routine).drawing, step, routine)


def _completed(drawing: Drawing, step: Step, routine: Routine) -> Drawing:
    """A drawing with the pressure and the turn that the step says, and the hands that do it."""
    return with_pressure(add_hands(with_turn(drawing, step), step, step.giver_at or routine.giver_at), step)


def card_on_other_side(card: StepCard, step: Step, routine: Routine) -> StepCard:
    """A step with its drawing of the other side, unless it is done only there or has a picture alone."""
    if step.once or not card.drawing:
        return card
    return replace(card, drawing=_drawing_on_other_side(step, routine))


def _drawing_on_other_side(step: Step, routine: Routine) -> Drawing:
    """The author's drawing in the mirror, or the usual one of the side that the routine is done on last."""
    if step.drawing:
        drawing = replace(step.drawing, side="right" if step.drawing.side == "left" else "left")
    else:
        drawing = usual_drawing.usual_drawing(
            step, replace(routine, sides=OTHER_ORDER[routine.sides or "each"])
        ).drawing
    return _completed(drawing, step, routine)


def word_cue(turn: Turn, words: Words) -> str:
    """The cue; it follows any steps that are done again, unless the amount, which no print lacks, names them."""
    if not (turn.repeats and turn.step.phases):
        return whole_text(turn.step.cue)
    return words.say("again_first", again=word_again(turn, words), cue=whole_text(turn.step.cue))


def _again(turn: Turn, words: Words) -> str:
    """The names of the steps that are done again, lighter and shorter unless their author wants all of them."""
    names = ", ".join(earlier.step.name for earlier in turn.repeats)
    return words.say("again_in_full" if turn.step.again == "in-full" else "again_lighter", names=names)


def _blocks(
    session: Session, turn: Turn, routine: Routine, pressure: str, moves: bool, words: Words
) -> Iterator[Block]:
    """The paragraphs of a step's back; `moves`: the giver changes place for it.

    The times of a session of a length that was asked for include variants. What only the other hand does comes after
    what the first one does.
    """
    step = turn.step
    yield from _cleaning_blocks(session, turn, words)
    yield from _place_blocks(step, moves or step.giver_at != routine.giver_at, words)
    hand = [_hand_block(step.hand, words)] if step.hand else []
    is_first = not step.hand or step.hand.one or not step.hand.other
    yield from hand if is_first else ()
    if turn.repeats:
        yield Block("repeat-earlier-steps", word_again(turn, words), _again(turn, words))
    way = next(iter(step.ways), None)
    yield Block(
        way_icon(way, step.drawing) if way else "in-place",
        step.where,
        " ".join([whole_text(step.detail), *(way.effect for way in step.ways if way.effect)]),
    )
    yield from () if is_first else hand
    for phase, line in zip(step.phases, word_phases(step, words), strict=True):
        icon = way_icon(phase.ways[0], step.drawing) if phase.ways else "repetitions"
        yield Block(icon, line, sentences(describe_phase(phase, step, words)))
    yield _amount_block(turn, pressure, words)
    for variant in step.variants:
        yield Block(
            "optional",
            words.say("also" if session.asked is not None else "optional", name=variant.name),
            variant.detail,
        )
    if step.ask:
        yield Block("talk", words.say("ask"), whole_text(step.ask))


def _hand_block(hand: Hands, words: Words) -> Block:
    """Which part of the hand works, and what each hand does."""
    fact = hand_fact(hand, words)
    return Block(fact.icon, fact.line, word_hands(hand, words))


def _cleaning_blocks(session: Session, turn: Turn, words: Words) -> Iterator[Block]:
    """That the giver cleans the hands before a step in the middle of a routine; before a routine, its card says so."""
    if any(turn is part.turns[0] for part in session.parts):
        return
    before = session.slots_before[turn.number]
    if before.kind in CLEANING:
        yield Block(CHANGEOVER_ICONS[before.kind], words.changes[before.kind], word_cleaning(before, words))


def _place_blocks(step: Step, elsewhere: bool, words: Words) -> Iterator[Block]:
    """Where the giver is, if not where the routine begins or the last step was, and how the receiver lies."""
    note = step.giver.note if isinstance(step.giver, Giver) else ""
    if step.giver_at and (elsewhere or note):
        yield Block(f"giver-{step.giver_at}", word_giver(words.givers[step.giver_at], words), note)
    if isinstance(step.receiver, Receiver):
        yield Block(f"receiver-{step.receiver.position}", words.positions[step.receiver.position], step.receiver.note)


def _amount_block(turn: Turn, pressure: str, words: Words) -> Block:
    """How much and how hard: the amounts, what changes between the times, the pressure in words, pace, sides, time."""
    step = turn.step
    first, *others = step.amounts
    amounts = [word_amount(first, words), *(uncapitalize(word_amount(amount, words)) for amount in others)]
    how_much = "; ".join(filter(None, amounts))
    note = word_note(step)
    detail = whole_text(step.detail)
    texts = ["" if note.rstrip(".").lower() in detail.lower() else note, pressure]
    texts.append(word_pace(step, [whole_text(step.cue), detail], words))
    if step.sides and not amount_says_sides(step, key_figure(turn, words).line, words):
        texts.append(word_side(step, words))
    if not says_time(turn, words):
        texts.append(word_whole_time(turn, words))
    if how_much:
        return Block("repetitions", word_whole(step, how_much, words), sentences(texts))
    if step.force:
        return Block("repetitions", words.say("how_hard"), sentences(texts))
    return Block("time", words.say("how_long"), sentences(texts))
