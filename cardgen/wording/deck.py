"""A deck: the final words of every card in one language, without sizes or places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.card_name import CardName
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.wording.key_figures import KeyFigure
from cardgen.wording.safety_map import SafetyMap

if TYPE_CHECKING:
    from cardgen.artwork.pictures.picture import Picture

MAIN_TOPICS = ("hands", "way", "pressure")
"""The topics of the facts that say how a step is done, in the order in which all prints have them."""

BEFORE_TITLE = "  "
"""Between the name of a card and its title: a line may end there."""


class Fact(Struct, frozen=True):
    """A word beside an icon, with a note below it."""

    icon: str
    word: str
    note: str = ""
    topic: str = ""
    """What it is about, if it has a place of its own: hands, way, pressure, side, time, note, or ask."""
    needed: bool = False
    """It stays on the front, however small the card."""
    note_needed: bool = False
    """Its note stays there, too."""
    amount: bool = False
    """It says more about how much."""

    @property
    def line(self) -> str:
        """In one line: "Palms: one each side"."""
        return f"{self.word}: {self.note}" if self.note else self.word


class Block(Struct, frozen=True):
    """A paragraph with an icon and a heading."""

    icon: str
    heading: str
    text: str
    """Of several lines if it says several things."""
    running: bool = False
    """Whether the heading is on every card; then it is not read aloud, as a running head is not."""
    to_tick: bool = False
    """Whether each line of the text is a question with a box to tick."""
    in_safety: bool = False
    """Whether the safety card says it, too."""
    about: Literal["", "session", "places"] = ""
    """What it rules, if it may be said elsewhere: the whole session, as rules of cardgen do, or places on a map."""

    @classmethod
    def of_lines(cls, icon: str, heading: str, lines: Iterable[str], to_tick: bool = False) -> Block:
        """A paragraph of several lines."""
        return cls(icon, heading, "\n".join(lines), to_tick=to_tick)

    def with_lines(self, lines: Iterable[str]) -> Block:
        """The same with other lines."""
        return replace(self, text="\n".join(lines))

    @property
    def lines(self) -> list[str]:
        """Its text, line by line."""
        return self.text.split("\n")

    @property
    def in_one_line(self) -> str:
        """Its text, whose lines follow each other on one."""
        return self.text.replace("\n", " ")


class Tab(Struct, frozen=True):
    """The tab of a routine's cards: the area's key in the theme, the routine's letter, the area's place and name."""

    area: str
    letter: str
    slot: int
    """The place along the edge, from 0 to 7."""
    name: str


class Site(Struct, frozen=True):
    """Where on the body a step works."""

    card: CardName
    drawing: Drawing
    position: Position
    tab: Tab
    first_side: str
    """The receiver's side that the step begins on; empty when its author names none."""
    is_known: bool
    """Whether the drawing shows the very place, or at least one near it: only then do maps point to it."""


class AfterStep(Struct, frozen=True):
    """What comes after a step: the next one, the other limb, the next routine, or the end."""

    text: str
    brief: str
    """The same in the names of cards, without their titles."""
    card: CardName | None = None
    """The card of the next step, if the text names it alone."""


class StepCard(Struct, frozen=True):
    """One step: a front to read at the table, and a back to read beforehand."""

    number: int
    """The place of the step in the order of the session."""
    name: CardName
    """The name of the card, whatever the session."""
    total: int
    """The number of steps in the routine as it is written."""
    time: str
    """How long it takes: "2 min", "2 × 45 s"."""
    clock: str
    """When the step begins: "4:30", twice if it is done on each side; empty unless minutes were asked for."""
    title: str
    optional: bool
    """Whether its author calls it an extra, to be done only where there is time."""
    invitation: str
    """That it is done only if you like, for a layout that has no room for it beside the place; or empty."""
    where: str
    """Where on the body it is done."""
    tab: Tab
    key: KeyFigure
    whole_key: KeyFigure
    """The same with all the amounts that are facts otherwise, in words."""
    facts: tuple[Fact, ...]
    """The most important first."""
    spare_facts: tuple[Fact, ...]
    """Notes that a front has if there is room beside the facts, and otherwise its back."""
    pressures: tuple[str, ...]
    """The whole pressure in words, of the step and of its phases."""
    zones: tuple[str, ...]
    """What the fact about the pressure does not say: where it changes, and the pressure of phases."""
    remarks: tuple[str, ...]
    """What no fact says: notes on the pressure and on the times, and the facts of phases."""
    ask: str
    """The question for the receiver while you work, with its heading, in one line; empty when there is none."""
    cue: str
    caution: str
    drawing: Drawing | None
    """None when the author has a picture instead."""
    drawing_alt: str
    picture: Picture | None
    picture_alt: str
    blocks: tuple[Block, ...]
    next: AfterStep
    other_limb: tuple[str, ...]
    """That it is done on the other limb afterwards, in more and in fewer words; empty if it is not."""
    technique: str
    """The name of the movement."""

    def with_amounts_together(self) -> StepCard:
        """The step with all its amounts in its key figure, in words; itself if it has only one."""
        others = tuple(fact for fact in self.facts if not fact.amount)
        return replace(self, key=self.whole_key, facts=others) if len(others) < len(self.facts) else self


class ListCard(Struct, frozen=True):
    """A card of paragraphs: preparation, safety, aftercare."""

    title: str
    tab: Tab
    blocks: tuple[Block, ...]
    icon: str
    """What it is about."""
    on_fronts: int = 0
    """How many of the first paragraphs must be on a front."""
    position: str = ""
    """The icon of the position that the receiver takes now; empty when nobody moves."""
    turn: Block | None = None
    """The one of its paragraphs that makes the receiver move; an author may have others with the same icon."""
    steps: tuple[StepCard, ...] = ()
    """Steps that are done once more, with their drawings of the other side."""


class SafetyRules(Struct, frozen=True):
    """The safety rules."""

    before: tuple[Block, ...]
    """What to ask, when not to massage, and what holds in every step: to be read before minute 0."""
    while_working: tuple[Block, ...]
    """Where not to press, and when to stop."""


class Section(Struct, frozen=True):
    """The cards of one routine."""

    name: str
    tab: Tab
    strip: tuple[Fact, ...]
    """How the receiver lies, and which limb or side is first."""
    time: str
    """How long the routine takes; empty for what is no routine."""
    opener: ListCard | None
    """What changes before the routine begins; None for a single routine, or the first of several."""
    steps: tuple[StepCard, ...]
    other_side: str
    """The line that sends the giver to the other limb; empty when the routine has only one."""
    other_side_icon: str
    rules: tuple[SafetyRules, ...] = ()
    """The safety rules, for a layout without cards for them: in full, then in fewer words."""
    summary: str = ""
    preparation: tuple[Block, ...] = ()
    aftercare: tuple[Block, ...] = ()
    """What to do before it and after it, for a layout without cards for these."""
    turns_after: int = -1
    """The place of the last step on the first limb."""
    side_card: ListCard | None = None
    """The change to the other limb, behind that step."""
    recipient: tuple[Block, ...] = ()
    """The person it is printed for, and what to keep in mind with them."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The strip, and the time."""
        return (*self.strip, Fact("time", self.time)) if self.time else self.strip


class OrderLine(Struct, frozen=True):
    """A card in the order of the session, a changeover, or the name of a routine."""

    tab: Tab
    title: str
    facts: str = ""
    """When it begins, and how long it takes."""
    number: str = ""
    """The place of a step in the order of the session."""
    card: str = ""
    """The name of the card of a step."""
    icon: str = ""
    """The icon of a changeover."""
    changed: str = ""
    """The points in which the session differs from the card."""


def card_title(routine: str, step: StepCard) -> str:
    """The card of a step in the record of a print: "Back of the legs L3: Squeeze the thigh"."""
    return f"{routine} {step.name}: {step.title}"


def order_title(deck: Deck) -> str:
    """The order card in the record of a print: "Cards to lay out: Back of the legs"."""
    return f"{deck.labels['order_card']}: {deck.name}"


class Deck(Struct, frozen=True):
    """Every card of one session."""

    name: str
    language: str
    """The code of the language of its words."""
    before: tuple[tuple[ListCard, ...], ...]
    """Preparation, then safety; each begins a new card."""
    sections: tuple[Section, ...]
    gathered: Section | None
    """Of several routines, what their authors say about safety, for a layout with a card for each; it has no steps."""
    key: ListCard | None
    """The meanings of the signs and the words of its steps."""
    after: ListCard
    """What to do at the end, and when to see a doctor."""
    time: str
    sites: tuple[Site, ...]
    """Where on the body its steps work."""
    body_alt: str
    """The alternative text of the body with these places."""
    safety_map: SafetyMap
    order: tuple[OrderLine, ...]
    """Which cards the session needs, in which order."""
    order_facts: str
    """How many cards these are, and how long the session is."""
    recipient: tuple[str, ...]
    """The person it is printed for, and what to keep in mind with them."""
    disclaimer: str
    labels: dict[str, str]
    """Words that layouts add: "continued", "next", "order_card" ..."""

    @property
    def steps(self) -> Iterator[tuple[Section, StepCard]]:
        """The card of each step, with its section."""
        return ((section, step) for section in self.sections for step in section.steps)
