"""Texts of authors; parts of them may belong to certain steps, or be additions to the source."""

from collections.abc import Collection, Iterator
from typing import Annotated

import msgspec

from cardgen.model.vocabulary import Id, Many, Text
from cardgen.reading.models import Model


class Passage(Model, frozen=True, kw_only=True):
    """A sentence that is printed only in sessions with certain steps, or that is not the source's."""

    text: Text
    """The sentence."""
    with_steps: Annotated[list[Id], Many] = []
    """The ids of the steps; the sentence is left out of a session that leaves out any of them."""
    ours: bool = False
    """You add this sentence; the source that you follow does not say it."""


Prose = Text | Passage | Annotated[list[Text | Passage], msgspec.Meta(min_length=1), Many]
"""A text, or its sentences one by one."""


def passages(prose: Prose | None) -> Iterator[str | Passage]:
    """The sentences of a text as they are written."""
    if isinstance(prose, list):
        yield from prose
    elif prose is not None:
        yield prose


def whole_text(prose: Prose | None) -> str:
    """A text with everything in it; empty for None."""
    return prose if isinstance(prose, str) else _joined(passages(prose))


def text_with(prose: Prose | None, steps: Collection[str]) -> str | None:
    """A text as it is printed in a session with these steps; None when none of it is."""
    if prose is None or isinstance(prose, str):
        return prose
    return _joined(part for part in passages(prose) if isinstance(part, str) or belongs(part.with_steps, steps)) or None


def belongs(with_steps: Collection[str], steps: Collection[str]) -> bool:
    """Whether something that belongs to some steps is printed in a session with these `steps`."""
    return all(name in steps for name in with_steps)


def _joined(parts: Iterator[str | Passage]) -> str:
    return " ".join(part if isinstance(part, str) else part.text for part in parts)
