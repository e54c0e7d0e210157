"""The entries of a words file that have several parts: rules, lines, areas, instructions."""

from typing import Literal

from cardgen.model.vocabulary import Short, Text
from cardgen.reading.models import Model
from cardgen.wording.shown_words import FurtherWords, ParagraphWords


class SideWords(Model, frozen=True):
    """Which side: the word of a fact, and the note below it."""

    word: str
    note: str
    amounts: list[str] = []
    """Amounts that say the same."""


class WorkingWords(ParagraphWords, frozen=True):
    """How to work, or what to watch for afterwards."""

    also: list[FurtherWords] = []
    in_safety: bool = False
    """Whether the safety card says it, too."""


class RuleWords(ParagraphWords, frozen=True):
    """A rule of cardgen's own on the safety card of every session."""

    gathers: Literal["ask", "not_with"] | None = None
    """What authors add to this rule, under that key of a routine; such rules are on the front."""
    conditions: list[Text] = []
    """What the text ends with; a condition that already rules out the whole session is not said again."""
    names: list[Text] = []
    """The authors' words for what the rule forbids: a text of theirs that allows it contradicts the rule."""
    also: list[FurtherWords] = []


class LineWords(Model, frozen=True):
    """A line of a session plan."""

    icon: str
    text: str
    conditions: list[Text] = []
    """What the text ends with, as in a rule; the line is not said if none is left."""
    also: list[FurtherWords] = []
    before: bool = False
    """Whether it is about what must be known before minute 0, for a card that says that first."""


class PositionWords(Model, frozen=True):
    """What applies in a position to receivers with a condition."""

    condition: Text
    remark: Text
    """What must not happen, said beside the condition where a doctor is asked about it."""
    left_out: bool = False
    """They get no routine that is all in this position."""
    names: list[Text] = []
    """The authors' words for the condition."""


class ComfortWords(Model, frozen=True):
    """One thing that makes a position comfortable."""

    icon: Text
    text: Text
    names: list[Text] = []
    """Words of authors who say themselves what to do about it."""


class InstructionWords(Model, frozen=True):
    """An instruction, and the commands that it needs."""

    heading: str
    text: str
    commands: list[str] = []


class AreaWords(Model, frozen=True):
    """A body area: its name and its cautions."""

    name: Short
    on_map: list[Text] = []
    """cardgen's own cautions, for every routine that works on the area: those that a map of the body can show."""
    cautions: list[Text] = []
    """The others."""
    names: list[Text] = []
    """The authors' words for what these cautions forbid."""
    cleaning: str = ""
    """Why the giver's hands are cleaned before it or after it."""
