"""What an author adds to the source of a routine, such as cautions: never mixed with what the source says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from msgspec import Struct

from cardgen.model.prose import Passage, Prose, passages
from cardgen.model.routine import Note, Routine, Step
from cardgen.model.safety import Caution
from cardgen.model.vocabulary import StepKey

NOTE_LISTS = ("prepare", "principles", "after")
PROSE_KEYS = ("cue", "detail", "caution", "ask")
TEXT_KEYS = ("where", *PROSE_KEYS, "leave_out_with")
"""Keys of a step that hold texts, not terms."""
TERM_KEYS = ("giver", "sides", "strength_at_most", "settle", "rest")
"""Keys of a routine that hold terms and times."""


class Addition(Struct, frozen=True):
    """One addition to the source."""

    key: str
    """The key that says it."""
    texts: tuple[str, ...]
    """Its sentences, if it has any; a key such as `pressure` has none of its own."""
    step: str = ""
    """The id of the step that it is in; empty for the routine."""


def additions(routine: Routine) -> Iterator[Addition]:
    """Everything in a routine that its author adds to the source, in order."""
    for key in routine.ours:
        yield Addition(key, tuple(_texts(getattr(routine, key))) if key not in TERM_KEYS else ())
    if "cautions" not in routine.ours:
        marked = [one for one in routine.safety.group_cautions if one.ours]
        yield from (Addition("cautions", tuple(_texts(caution))) for caution in marked)
    for name in NOTE_LISTS:
        for note in () if name in routine.ours else getattr(routine, name):
            if texts := tuple(_texts(note) if note.ours else _sentences(note.more)):
                yield Addition(name, texts)
    for step in routine.steps:
        yield from _additions_in(step)


def own_keys(step: Step) -> tuple[str, ...]:
    """The keys of a step that are the author's own."""
    keys = get_args(StepKey) if step.ours == "all" else step.ours
    return tuple(key for key in keys if getattr(step, key))


def _additions_in(step: Step) -> Iterator[Addition]:
    keys = own_keys(step)
    for key in keys:
        yield Addition(key, tuple(_texts(getattr(step, key))) if key in TEXT_KEYS else (), step.id)
    for key in PROSE_KEYS:
        if key not in keys and (texts := tuple(_sentences(getattr(step, key)))):
            yield Addition(key, texts, step.id)


def _sentences(prose: Prose | None) -> Iterator[str]:
    """The sentences of a text that are the author's own."""
    return (part.text for part in passages(prose) if isinstance(part, Passage) and part.ours)


def _texts(value: Any) -> Iterator[str]:
    """All texts in a value, if it holds texts."""
    match value:
        case str():
            yield value
        case Passage():
            yield value.text
        case Caution():
            yield f"{value.only_with}: {value.do}"
        case Note():
            yield value.do
            yield from _texts(value.more)
        case list():
            yield from (text for part in value for text in _texts(part))
