"""What an author writes to order routines: programs."""

from typing import Annotated

import msgspec

from cardgen.model.routine import Lengths, Note
from cardgen.model.vocabulary import Many, Number, Rank, Short, Text
from cardgen.reading.models import Model


class Member(Model, frozen=True, kw_only=True):
    """A routine in a program."""

    routine: str
    """Its name, or its file beside that of the program."""
    minutes: Number | None = None
    """What it takes at most in a session of the standard length; in a shorter or longer one in proportion."""
    keep: Rank = "core"
    """What a short session gives up last and first: core, detail, extra."""


class Program(Model, frozen=True, kw_only=True):
    """Routines in the order in which they are done; where the receiver turns over follows from their positions."""

    name: Short
    """The title."""
    summary: Text
    """What it is, in a sentence."""
    lengths: Lengths = Lengths()
    """How long a short, a standard and a long session take."""
    prepare: Annotated[list[Note], Many] = []
    """What to prepare for the whole, in place of what each routine asks for: that is told when it begins."""
    after: Annotated[list[Note], Many] = []
    """What to do at the end, in place of what each routine asks for: that is told when it ends."""
    parts: Annotated[list[Member], msgspec.Meta(min_length=1, max_length=50)]
    """The routines, in the order in which they are done."""
