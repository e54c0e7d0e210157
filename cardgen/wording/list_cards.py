"""The cards of paragraphs: preparation, safety, what changes before a routine, aftercare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cardgen.model.card_name import in_a_row
from cardgen.model.routine import Giver, Quiet, Receiver, Routine
from cardgen.planning.session import Session, Slot
from cardgen.wording.between import (
    aftercare_blocks,
    beginning_notes,
    comfort_blocks,
    comfort_lines,
    ending_notes,
    first_notes,
    note_block,
    preparation_blocks,
    quiet_blocks,
)
from cardgen.wording.deck import Block, ListCard, StepCard
from cardgen.wording.entry_words import RuleWords
from cardgen.wording.every_session import afterwards_blocks, word_for_session, working_blocks
from cardgen.wording.facts import tab_of, word_giver
from cardgen.wording.keep_off import keep_off_blocks
from cardgen.wording.limb_order import limb_order, other_limb
from cardgen.wording.other_side import before_other_side, other_side_icon, word_other_side, word_top
from cardgen.wording.safety import (
    caution_blocks,
    exclusion_blocks,
    question_blocks,
    routine_source,
    safety_sources,
    without_asked_steps,
    word_conditions,
)
from cardgen.wording.sentences import sentences, split_sentences, uncapitalize, word_steps
from cardgen.wording.timeline import CHANGEOVER_ICONS, CLEANING
from cardgen.wording.times import word_time
from cardgen.wording.timetable import word_change, word_change_how, word_cleaning
from cardgen.wording.words import Words


def preparation_cards(session: Session, words: Words) -> tuple[ListCard, ...]:
    """What to prepare; then how to work, after the principles of the first routine if there is no program."""
    first = session.parts[0].routine
    card = ListCard(words.say("before"), tab_of(first, words), tuple(_preparation(session, words)), "warm-hands")
    principles = () if session.selection.prepare else map(note_block, first.principles)
    return card, ListCard(
        words.say("principles"), card.tab, (*principles, *working_blocks(session, words)), "body-weight"
    )


def _preparation(session: Session, words: Words) -> Iterator[Block]:
    """The recipient, where receiver and giver begin, what to prepare."""
    first = session.parts[0].routine
    yield from recipient_blocks(session, words)
    yield _receiver_block(first, words)
    yield from _order_blocks(first, words)
    yield from _giver_blocks(first, words)
    yield from preparation_blocks(session)
    yield from quiet_blocks(session, "settle", words)


def recipient_blocks(session: Session, words: Words) -> Iterator[Block]:
    """The recipient's name and notes."""
    recipient = session.recipient
    if recipient.name:
        yield Block("talk", words.say("recipient", name=recipient.name), recipient.notes)
    elif recipient.notes:
        yield Block("talk", recipient.notes, "")


def _order_blocks(routine: Routine, words: Words) -> Iterator[Block]:
    """Which of two limbs a routine begins with, if its author says so."""
    top = word_top(routine, words)
    if heading := limb_order(routine, words) or top:
        yield Block("each-side", heading, top if top != heading else "")


def _receiver_block(routine: Routine, words: Words) -> Block:
    position = words.positions[routine.position].lower()
    note = routine.receiver.note if isinstance(routine.receiver, Receiver) else ""
    comfort = comfort_blocks(routine.position, comfort_lines(routine), words)
    text = " ".join(filter(None, [note, *(block.heading for block in comfort)]))
    return Block(f"receiver-{routine.position}", words.say("receiver", position=position), text)


def _giver_blocks(routine: Routine, words: Words) -> Iterator[Block]:
    if routine.giver_at:
        note = routine.giver.note if isinstance(routine.giver, Giver) else ""
        yield Block(f"giver-{routine.giver_at}", word_giver(words.givers[routine.giver_at], words), note)


def opener_card(session: Session, index: int, words: Words) -> ListCard | None:
    """The card before a routine: what ends the routine before it, what changes, what to prepare, its principles.

    What a later routine needs is done between two routines. How the first one begins is on the card of preparation.
    """
    routine, turn = session.parts[index].routine, _turn_block(session, index, words)
    blocks = [
        *(_side_blocks(session, index, words) if index else ()),
        *(() if turn else map(note_block, ending_notes(session, index))),
        *change_blocks(session, index, words),
        *(_place_blocks(session, index, words) if index else ()),
        *map(note_block, beginning_notes(session, index)),
        *map(note_block, routine.principles),
        *caution_blocks([routine_source(session, session.parts[index])], words),
    ]
    if not blocks:
        return None
    position = f"receiver-{routine.position}"
    said = [block for block in blocks if turn and block.icon == position and not block.text]
    shown = tuple(block for block in blocks if block not in said)
    icon, moved = (turn.icon, position) if turn else (position, "")
    return ListCard(routine.name, tab_of(routine, words), shown, icon, position=moved, turn=turn)


def _place_blocks(session: Session, index: int, words: Words) -> Iterator[Block]:
    """How the receiver lies for a later routine, which limb is first, and where the giver is."""
    routine, before = session.parts[index].routine, session.parts[index - 1].routine
    block = _receiver_block(routine, words)
    yield replace(block, text="") if block == _receiver_block(before, words) else block
    yield from _order_blocks(routine, words)
    yield from _giver_blocks(routine, words)


def change_blocks(session: Session, index: int, words: Words) -> Iterator[Block]:
    """The reminder that the receiver turns over or changes position before a routine, and that the giver washes."""
    if turn := _turn_block(session, index, words):
        yield turn
    for slot in session.changes_before(index):
        if slot.kind in CLEANING:
            yield Block(CHANGEOVER_ICONS[slot.kind], words.changes[slot.kind], word_cleaning(slot, words))


def _turn_block(session: Session, index: int, words: Words) -> Block | None:
    """The reminder that the receiver turns over or changes position before a routine, and what is done first."""
    for slot in session.changes_before(index):
        if slot.kind in ("turn-over", "position"):
            how = " ".join(filter(None, (first_notes(session, index, words), word_change_how(slot, session, words))))
            return Block("turn-over", word_change(slot, session, words), how)
    return None


def safety_card(session: Session, words: Words) -> ListCard:
    """What to ask, when not to massage, what to take care of in this session, then the rules for every session.

    The authors' questions and conditions are added to cardgen's own.
    """
    sources, tab = safety_sources(session, words), tab_of(session.parts[0].routine, words)
    own = {"ask": [*question_blocks(sources, words)], "not_with": [*exclusion_blocks(sources, words)]}
    joined = [block for rule in words.safety if rule.gathers for block in _gather(rule, own.pop(rule.gathers))]
    others = [block for blocks in own.values() for block in blocks]
    first = (*joined, *others, *caution_blocks(without_asked_steps(sources, words), words))
    blocks = (*first, *keep_off_blocks(session.parts, words), *rule_blocks(words.safety, session, words))
    return ListCard(words.say("safety"), tab, blocks, "caution", on_fronts=len(first))


def rule_blocks(rules: Iterable[RuleWords], session: Session, words: Words) -> Iterator[Block]:
    """The rules for every session to which authors add nothing; none whose conditions an author rules out."""
    for rule in rules:
        if not rule.gathers and (text := word_conditions(rule.text, rule.conditions, session, words)):
            yield Block(rule.icon, rule.heading, word_for_session(text, rule.also, session, words))


def _gather(rule: RuleWords, blocks: Iterable[Block]) -> Iterator[Block]:
    """A rule for every session with what the authors add to it, then what holds for single routines."""
    added = [block for block in blocks if block.about == "session"]
    are_questions = rule.gathers == "ask"
    lines = _questions(rule.text) if are_questions else [rule.text]
    yield Block.of_lines(rule.icon, rule.heading, [*lines, *(block.text for block in added)], are_questions)
    yield from (block for block in blocks if block not in added)


def _questions(text: str) -> list[str]:
    """The questions of a text, each with the sentences that follow it."""
    found: list[str] = []
    for sentence in split_sentences(text):
        if found and not sentence.endswith("?"):
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found


def aftercare_card(session: Session, words: Words) -> ListCard:
    """What to do at the end."""
    tab = tab_of(session.parts[0].routine, words)
    return ListCard(words.say("after"), tab, aftercare_with_advice(session, words), "rest")


def aftercare_with_advice(session: Session, words: Words) -> tuple[Block, ...]:
    """What the authors say to do afterwards, how the receiver gets up, and what is normal after any massage."""
    return (*_with_getting_up(session, words), *afterwards_blocks(session, words))


def _with_getting_up(session: Session, words: Words) -> Iterator[Block]:
    """What the authors say to do afterwards; getting up slowly, and how to do so from lying, comes once."""
    lies = session.positions[-1] != "seated"
    said = list(aftercare_blocks(session))
    said += quiet_blocks(session, "rest", words) or (list(_rests(session, said, words)) if lies else [])
    getting_up = next((block for block in reversed(said) if _gets_up(block, words)), None)
    for block in said:
        if block is getting_up and lies:
            yield replace(block, text=sentences(filter(None, [block.text, words.say("get_up_lying")])))
        else:
            yield block
    if getting_up is None:
        yield _getting_up(session, words)


def _rests(session: Session, said: Sequence[Block], words: Words) -> Iterator[Block]:
    """The rest at the end, with the time that its author states; nothing where getting up is said and it is usual."""
    after_last = session.selection.after_last
    is_stated = isinstance(after_last, Quiet) and after_last.minutes is not None
    for slot in (slot for slot in session.slots if slot.kind == "rest"):
        heading = word_change(slot, session, words)
        if heading != words.changes["rest"] or not any(_gets_up(block, words) for block in said):
            yield Block("rest", heading, _rest_time(slot, words) if is_stated else "")


def getting_up_in_brief(said: Iterable[Block], session: Session, words: Words) -> Iterator[Block]:
    """How the receiver gets up, in a heading; nothing for one who sat if the headings before it say so."""
    block, lay = _getting_up(session, words), session.positions[-1] != "seated"
    if not any(_gets_up(replace(one, text=""), words) for one in said):
        yield Block(block.icon, sentences([block.heading, block.text]), "")
    elif lay:
        yield Block(block.icon, block.text, "")


def _getting_up(session: Session, words: Words) -> Block:
    """That the receiver gets up slowly, and how."""
    how = words.say("get_up_seated" if session.positions[-1] == "seated" else "get_up_lying")
    return Block(f"receiver-{session.positions[-1]}", words.say("get_up"), how)


def _rest_time(slot: Slot, words: Words) -> str:
    """How long the receiver rests, as its author says."""
    return sentences([word_time(slot.seconds, words)])


def _gets_up(block: Block, words: Words) -> bool:
    """Whether a paragraph says that the receiver gets up slowly."""
    said = set(re.findall(r"\w+", f"{block.heading} {block.text}".lower()))
    return said >= set(words.recognized["getting_up"].split())


def _side_blocks(session: Session, index: int, words: Words) -> Iterator[Block]:
    """That a routine is done on the same side as the one before it."""
    before = session.parts[index - 1]
    if before.passes > 1 and session.repeated_from(index - 1) is None:
        text = words.say("same_side_text", other=other_limb(before.routine, words))
        yield Block("other-side", words.say("same_side"), text)


def side_card(session: Session, index: int, steps: tuple[StepCard, ...], words: Words) -> ListCard | None:
    """The change to the other limb after a part, with the steps that are done there; None when the session goes on."""
    if not session.repeated_from(index):
        return None
    icon, title = other_side_icon(session, index), word_other_side(session, index, words)
    text = before_other_side(session, index, repeat_on_other(session, index, words), words)
    tab = tab_of(session.parts[index].routine, words)
    return ListCard(title, tab, (Block(icon, text, ""),), icon, steps=steps)


def repeat_on_other(session: Session, index: int, words: Words) -> str:
    """Which steps are done on the other limb after a part that is repeated there."""
    first, other = session.sides_of(index)
    limb = other_limb(session.parts[session.together_with(index)[0]].routine, words)
    if first != other:
        return words.say("other_limb_some", other=limb, steps=uncapitalize(word_steps(other, words)))
    if len(other) == 1:
        return words.say("other_limb_step", other=limb)
    if not in_a_row([turn.card for turn in other]):
        return words.say("other_limb_some", other=limb, steps=uncapitalize(word_steps(other, words)))
    return words.say("other_limb_text", other=limb, first=other[0].card, last=other[-1].card)
