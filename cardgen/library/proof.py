"""Proves that a routine can be printed: its rules, its pictures, a glyph for every character."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from cardgen.artwork.pictures.album import Album
from cardgen.errors import Fault
from cardgen.files import data_files
from cardgen.library.drawing_rules import drawing_faults
from cardgen.model.action import Action
from cardgen.model.areas import areas
from cardgen.model.program import Program
from cardgen.model.repeat import Time
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import About
from cardgen.reading.messages import Place
from cardgen.reading.models import Document
from cardgen.reading.parser import Spot
from cardgen.scene.text import missing
from cardgen.suggestions import suggest

MOST_CUE_WORDS = 18
"""The most words a cue may have. About 14 is better: a cue is read at arm's length, in one glance."""
MOST_REPEATED = 100
"""A step that repeats steps that repeat steps is soon longer than any session."""
MOST_CHARACTERS = 4
"""So many that cannot be printed are named for a text."""


def routine_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Everything wrong with a routine that its model does not say."""
    return faults_with_album(document, [])


def program_faults(document: Document[Program]) -> Iterator[Fault]:
    """Everything wrong with a program itself that its model does not say."""
    yield from _icon_faults(document, ("prepare", "after"))
    yield from _length_faults(document)
    yield from _glyph_faults(document)


def faults_with_album(document: Document[Routine], albums: list[Album]) -> Iterator[Fault]:
    """The faults of a routine and of its pictures, which are read but once: the album goes to `albums`."""
    albums.append(Album(document))
    yield from _rule_faults(document)
    yield from drawing_faults(document)
    yield from albums[0].faults
    yield from _glyph_faults(document)


def _rule_faults(document: Document[Routine]) -> Iterator[Fault]:
    """The rules that types cannot say."""
    routine = document.model
    yield from _check_area(document, ("area",), routine.area)
    yield from _icon_faults(document, ("prepare", "principles", "after"))
    yield from _length_faults(document)
    earlier: Counter[str] = Counter()
    sizes: dict[str, int] = {}
    for index, step in enumerate(routine.steps):
        yield from _check_step(document, index, step, earlier)
        earlier[step.id] += 1
        sizes[step.id] = 1 + sum(sizes.get(name, 0) for name in step.repeats)
        if sizes[step.id] > MOST_REPEATED:
            problem = f"With all that the steps repeat that it repeats, this step is {sizes.pop(step.id)} steps."
            yield document.fault(("steps", index, "repeats"), problem, f"{MOST_REPEATED} is the most: repeat fewer.")


def _length_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    """Lengths that do not grow from short to long."""
    lengths = document.model.lengths
    given = [minutes for minutes in (lengths.short, lengths.standard, lengths.long) if minutes]
    if given != sorted(given):
        remedy = "Let 'short' be the least and 'long' the most."
        yield document.fault(("lengths",), f"These lengths do not grow: {', '.join(map(str, given))}.", remedy)


def _icon_faults(document: Document[Routine] | Document[Program], lists: Sequence[str]) -> Iterator[Fault]:
    """Notes with an icon that does not exist."""
    icons = data_files("icons", ".svg")
    for part in lists:
        for index, note in enumerate(getattr(document.model, part)):
            if note.icon not in icons:
                yield document.fault(
                    (part, index, "icon"), f"There is no icon '{note.icon}'.", suggest(note.icon, icons)
                )


def _check_area(document: Document[Routine], place: Place, area: str | None) -> Iterator[Fault]:
    if area is not None and area not in areas():
        yield document.fault(place, f"There is no body area '{area}'.", suggest(area, areas()))


def _check_step(document: Document[Routine], index: int, step: Step, earlier: Counter[str]) -> Iterator[Fault]:
    here: Place = ("steps", index)
    yield from _check_area(document, (*here, "area"), step.area)
    if earlier[step.id]:
        yield document.fault((*here, "id"), f"The id '{step.id}' is used twice.", "Give each step an id of its own.")
    if (words := len(step.cue.split())) > MOST_CUE_WORDS:
        problem = f"The cue has {words} words; {MOST_CUE_WORDS} is the most that can be read at the table."
        yield document.fault((*here, "cue"), problem, "Move what is not needed at the table to 'detail'.")
    yield from _check_ranges(document, here, step)
    for number, name in enumerate(step.repeats):
        if name not in earlier and not document.faults:  # a step with a fault may have been taken out
            remedy = suggest(name, earlier) if earlier else "Remove 'repeats' from the first step."
            yield document.fault((*here, "repeats", number), f"No earlier step has the id '{name}'.", remedy)
    for number, action in enumerate(step.actions):
        place = (*here, "phases", number - 1) if number else here
        if (force := action.force) and not (force.level or (force.out and force.back) or force.using):
            remedy = "Write 'level', or 'out' and 'back' together, or 'using: body-weight'."
            yield document.fault((*place, "pressure"), "This pressure says no level.", remedy)
        if (force := action.force) and force.level and (force.out or force.back):
            remedy = "Write 'level' alone, or 'out' and 'back' together."
            yield document.fault((*place, "pressure"), "This pressure says a level twice.", remedy)


def _check_ranges(document: Document[Routine], here: Place, step: Step) -> Iterator[Fault]:
    """Ranges that go from less to more, of repetitions or of minutes but not of both."""
    for number, action in enumerate(step.actions):
        yield from _check_counts(document, (*here, "phases", number - 1) if number else here, action)
    if not isinstance(step.minutes, About):
        return
    about, least, most = step.minutes.about, step.minutes.least, step.minutes.most
    if not (least or about) <= about <= (most or about):
        remedy = "Write the least below 'about' and the most above it."
        yield document.fault(
            (*here, "minutes"), f"About {about:g} minutes is not between the least and the most.", remedy
        )
    if not (least or most):
        return
    if any(isinstance(amount, Time) for amount in step.amounts):
        problem = "The seconds stay as they are, so the minutes can have no range."
        yield document.fault((*here, "minutes"), problem, "Leave out 'least' and 'most', or the seconds.")
    if any(amount.bounds for amount in step.amounts):
        remedy = "Keep one of the two: the other follows from it."
        yield document.fault((*here, "minutes"), "Both the repetitions and the minutes have a range.", remedy)


def _check_counts(document: Document[Routine], place: Place, action: Action) -> Iterator[Fault]:
    """Ranges of repetitions that go from more to less."""
    for amount in action.amounts:
        if amount.bounds and amount.bounds.least > amount.bounds.most:
            least, most = amount.bounds
            problem = f"[{least}, {most}] goes from more to less."
            yield document.fault((*place, "repeat", amount.field), problem, f"Write [{most}, {least}].")


def _glyph_faults(document: Document[Routine] | Document[Program]) -> Iterator[Fault]:
    if not missing("".join(set().union(*(text for _, text in document.texts)))):
        return
    unprinted = _unprinted(document)
    for spot, text in document.texts:
        if spot not in unprinted and (unknown := missing(text)):
            said = [f"'{char}' (U+{ord(char):04X}{_name(char)})" for char in unknown[:MOST_CHARACTERS]]
            more = ", and more" if len(unknown) > len(said) else ""
            remedy = "Leave it out, or write it in another way."
            yield document.fault_at(spot, f"The fonts have no glyph for {', '.join(said)}{more}.", remedy)


def _name(char: str) -> str:
    name = unicodedata.name(char, "")
    return name and f", {name.lower()}"


def _unprinted(document: Document[Routine] | Document[Program]) -> set[Spot]:
    """Where the names of pictures stand."""
    steps = document.model.steps if isinstance(document.model, Routine) else ()
    return {document.spots.at(("steps", index, "image")) for index, step in enumerate(steps) if step.image}
