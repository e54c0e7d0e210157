"""The final words and facts of every card, in one language; says nothing about size or place."""

from __future__ import annotations

from msgspec import Struct

from cardgen.artwork.pictures.picture import Picture
from cardgen.model.drawing import Drawing


class Fact(Struct, frozen=True):
    """An icon with a word, and a note below it."""

    icon: str
    word: str
    note: str = ""
    note_first: bool = False
    """The note belongs above the word: "about" over "2 min"."""
    needed: bool = False
    """Never left to the back, however small the card."""

    @property
    def line(self) -> str:
        """In one line: "Palms: one each side", "about 2 min"."""
        if not self.note:
            return self.word
        return f"{self.note} {self.word}" if self.note_first else f"{self.word}: {self.note}"


class CountFigure(Struct, frozen=True):
    """A large number with its unit: "×3 in all"."""

    number: str
    unit: str

    @property
    def line(self) -> str:
        """In one line."""
        return f"×{self.number} {self.unit}"


class EachWayFigure(Struct, frozen=True):
    """A large number for each way round, with two signs."""

    number: str
    line: str
    """In one line: "3 clockwise, 3 counterclockwise"."""


class WordFigure(Struct, frozen=True):
    """How much in words; a line for each phase."""

    lines: tuple[str, ...]

    @property
    def line(self) -> str:
        """In one line."""
        return "; ".join(self.lines)


KeyFigure = CountFigure | EachWayFigure | WordFigure
"""How much of a step: what is largest on its card."""


class Block(Struct, frozen=True):
    """A paragraph with an icon and a heading."""

    icon: str
    heading: str
    text: str


class Tab(Struct, frozen=True):
    """The sign of a body area: its key in the theme, its letter, its place along the edge, 0 to 7, and its name."""

    area: str
    letter: str
    slot: int
    name: str


class StepCard(Struct, frozen=True):
    """One step: a front to read at the table, and a back to read before."""

    number: int
    of: int
    clock: str
    """When it begins, in a session of a certain length: "4:30", and on the other side; else empty."""
    title: str
    tab: Tab
    key: KeyFigure
    facts: tuple[Fact, ...]
    """The most important first."""
    cue: str
    caution: str
    drawing: Drawing | None
    """None where the author shows a picture in its place."""
    shown: str
    """What the drawing shows, in sentences."""
    picture: Picture | None
    pictured: str
    """What the picture shows, as far as we know."""
    blocks: tuple[Block, ...]
    next: str
    code: tuple[str, ...]
    """Letter and number, technique: the small print."""


class ListCard(Struct, frozen=True):
    """A card of paragraphs: preparation, safety, aftercare."""

    title: str
    tab: Tab
    blocks: tuple[Block, ...]


class Section(Struct, frozen=True):
    """The cards of one routine."""

    name: str
    tab: Tab
    strip: tuple[Fact, ...]
    """The routine in a few facts: position, time."""
    opener: ListCard | None
    """What changes before it begins; None for the first routine of a session."""
    steps: tuple[StepCard, ...]
    other_side: str
    """The line that sends the giver to the other limb; empty when there is no other."""
    keep_off: Block
    """The cautions of every body area that is worked on."""
    addressed: tuple[Block, ...] = ()
    """For whom it is, and what to think of with this one."""


class Deck(Struct, frozen=True):
    """Every card of one session."""

    name: str
    language: str
    """The code of the language that its words are in."""
    before: tuple[tuple[ListCard, ...], ...]
    """Preparation, then safety; each begins a new card."""
    sections: tuple[Section, ...]
    after: ListCard
    disclaimer: str
    labels: dict[str, str]
    """Words that layouts put beside what they place: "continued", "next"."""
