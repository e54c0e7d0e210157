"""Words a step for a page that has everything in one place: each thing once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.routine import Routine, Step
from cardgen.planning.session import Session
from cardgen.wording.amounts import word_again, word_amount, word_phases
from cardgen.wording.deck import Block, Deck, Fact, StepCard
from cardgen.wording.facts import word_giver
from cardgen.wording.key_figures import CountFigure, EachWayFigure
from cardgen.wording.pressures import word_changes, word_pressure
from cardgen.wording.repetition import unsaid
from cardgen.wording.sentences import capitalize, sentences, split_sentences
from cardgen.wording.step_cards import card_on_other_side
from cardgen.wording.times import clock, word_turn_time
from cardgen.wording.words import Words, words


class BookStep(Struct, frozen=True):
    """A step as a booklet shows it."""

    card: StepCard
    time: str
    """How long it takes, without "about"."""
    clocks: str
    """When it begins; twice when its routine is done on both sides."""
    said: frozenset[str]
    """The content of the figure, the facts and the title, in sentences."""
    phases: tuple[str, ...]
    """The line of each of its phases, which the figure says."""
    pressure: str = ""
    """The sentence about its pressure: all that its fact says, and where it changes."""
    changes: str = ""
    """Where its pressure changes."""

    def details(self, shown: Sequence[Fact]) -> str:
        """All that its paragraphs say and nothing else on its page does, apart from some of its facts."""
        lines = {line for fact in shown for line in _said_by(fact)}
        left = [fact for fact in self.card.facts if fact not in shown and fact.topic != "time"]
        said = self.said | set(map(_key, lines))
        texts = [text for block in self._paragraphs for text in self._left_of(block, said)]
        whole = _key(" ".join(texts))
        unsaid = [fact.line for fact in left if not all(_key(part) in whole for part in (fact.word, fact.note))]
        return sentences([*unsaid, *texts])

    @property
    def _paragraphs(self) -> Iterator[Block]:
        """What to do; the question has its own place."""
        return (block for block in self.card.blocks if block.icon != "talk")

    def _left_of(self, block: Block, said: Collection[str]) -> list[str]:
        """What nothing else says of a paragraph: below the line of its phase, or it may be about any of them."""
        texts = (self.changes if text == self.pressure else text for text in _sentences(block))
        left = [text for text in texts if not _is_said(text, said)]
        is_phase = len(self.phases) > 1 and block.heading in self.phases
        return [block.heading, *left] if left and is_phase and left[0] != block.heading else left


class OtherStep(Struct, frozen=True):
    """A step on the other limb, at a glance."""

    card: StepCard
    """With the drawing of that side, if the step is done on both."""
    amount: str
    """How much, with its limits and rests."""
    manner: str
    """Its limits of pressure and its pace, and whatever else no icon shows."""


def word_book_steps(session: Session, deck: Deck) -> Iterator[BookStep]:
    """Every step of a session, in order."""
    spoken = words(deck.language)
    turns = {turn.number: turn for turn in session.turns}
    for _, card in deck.steps:
        turn = turns[card.number]
        levels = [spoken.say("pressure", level=fact.word) for fact in card.facts if fact.topic == "pressure"]
        time = word_turn_time(turn, spoken)
        said = {
            "",
            card.where,
            card.key.line,
            *card.key.line.split("; "),
            time,
            spoken.say("about_span", span=time),
            *levels,
        }
        said |= {spoken.say("how_hard"), spoken.say("how_long")}  # headings, which say nothing in running text
        said |= {word_giver(fact.word, spoken) for fact in card.facts if fact.icon.startswith("giver-")}
        if isinstance(card.key, EachWayFigure):
            said.add(f"{spoken.say('times', count=card.key.number)} {spoken.say('on_each_direction')}")
        if isinstance(card.key, CountFigure):
            times = spoken.say("times", count=card.key.number)
            said |= {times, f"{times} {card.key.unit}", f"{card.key.number} {card.key.unit}"}
        if turn.repeats:
            said |= {word_amount(turn.step.amounts[0], spoken), word_again(turn, spoken)}
        if card.optional:
            card = replace(card, where=spoken.say("if_you_like", where=card.where))
        clocks = " · ".join(map(clock, session.starts[card.number]))
        phases, force = tuple(word_phases(turn.step, spoken)), turn.step.force
        pressure = word_pressure(force, spoken) if force else ""
        changes = word_changes(force, [card.caution], spoken) if force else ""
        yield BookStep(card, time, clocks, frozenset(map(_key, said)), phases, pressure, changes)


def word_other_step(card: StepCard, step: Step, routine: Routine, words: Words) -> OtherStep:
    """A step on the other limb: its drawing is of that side, and no limit of it is left out."""
    card = card_on_other_side(card, step, routine)
    needed = [fact for fact in card.facts if fact.needed and not fact.amount]
    limits = [fact.note if fact.topic == "pressure" else fact.line for fact in needed]
    pace = words.paces[step.pace] if step.pace else ""
    invited = card.where if card.optional else ""
    manner = unsaid([invited, *limits, pace, *card.zones, *card.remarks], [card.caution], words)
    return OtherStep(card, card.whole_key.line, sentences(map(capitalize, manner)))


def _said_by(fact: Fact) -> Iterator[str]:
    """The ways in which a sentence would say what a fact says."""
    yield fact.line
    yield f"{fact.word}, {fact.note}"
    yield fact.word


def _is_said(text: str, said: Collection[str]) -> bool:
    """Whether a text is said, or each of the amounts in it: "Until it softens; at most 20 s"."""
    return _key(text) in said or all(_key(part) in said for part in text.split("; "))


def _sentences(block: Block) -> Iterator[str]:
    """The heading and the sentences of a paragraph."""
    yield block.heading
    yield from (each for line in block.lines for each in split_sentences(line) if each)


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    """A text to be compared with others: without capitals and the last period."""
    return " ".join(text.lower().replace("\u00a0", " ").split()).rstrip(".")
