"""Texts that name a step by its number or title, and are printed in sessions without it or with other numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice, pairwise

from cardgen.errors import Fault, shorten
from cardgen.model.card_name import CardName
from cardgen.model.prose import Passage, Prose, passages
from cardgen.model.routine import Note, Routine, Step
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import caution_texts
from cardgen.review.reviewed import ReviewedFile

FILE_KINDS = ("routine",)
MAY_GO = ("detail", "extra")
"""Steps that a short session leaves out."""
NUMBERED = re.compile(r"\b(?:steps?|cards?) [A-Z]{0,2}(\d+)(?:(?: to | and |, ?|[-–])[A-Z]{0,2}(\d+))*", re.IGNORECASE)
"""Steps that are named by number: "step 3", "steps 1 to 3", "card L4"."""
BARE_NUMBER = WordPattern(r"\b(?:steps?|cards?) (\d+)")
"""The same without the letters of cards: their place in a session, or in the file?"""
OF_STEPS = WordPattern(r"\bsteps? (\d+)\b(?! ?(?:cm|mm|m|s|times|inch\w*|more)\b)")
"""A step of the same routine; "step 30 cm back" is not one."""
BESIDE = {
    -1: WordPattern(r"\b(?:previous step|step before|last step|as before|same as before)\b"),
    1: WordPattern(r"\b(?:next step|step after|following step)\b"),
}
"""Words for the step before, and for the step after."""
ANY = WordPattern(r"\bsteps?\b|\bcards?\b|\bas before\b")
"""A word of every text that names steps in one of these ways."""
LEAST_TITLE = 2
"""Words of a title that is not found by chance."""
WORD = re.compile(r"\w+")
Titles = dict[tuple[str, str], list[tuple[int, str]]]
"""The places of steps from 0, and their titles, by the first two words: few titles can be in a text."""

Sentence = tuple[Place, str, Collection[str]]
"""The place of a text, the text, and the steps that it belongs to."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that may be printed without a step that it names."""
    routine = file.routine.model
    titles = _titles(routine)
    yield from _changing_numbers(file)
    for place, text, with_steps in _sentences(routine):
        own = place[1] if place[0] == "steps" else None
        numbered = OF_STEPS.finditer(text) if ANY.search(text) else ()
        if beyond := [found[0] for found in numbered if int(found[1]) > len(routine.steps)]:
            problem = f"'{shorten(text)}' names '{beyond[0]}', which the routine does not have."
            yield file.routine.warning(place, problem, "Name the step by its title, or leave the number out.")
        for index in sorted(_named_in(text, titles, own) & set(range(len(routine.steps)))):
            step = routine.steps[index]
            if index != own and step.keep in MAY_GO and step.id not in with_steps:
                problem = f"'{shorten(text)}' names '{step.name}', which a short session may leave out."
                yield file.routine.warning(place, problem, _remedy(place, step.id))


def _changing_numbers(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each caution of the whole routine that names steps by numbers, which may leave out wrong steps."""
    routine = file.routine.model
    for place, caution in caution_texts(routine):
        if match := BARE_NUMBER.search(caution):
            name = CardName(routine.card_letter, int(match[1]))
            problem = (
                f"'{shorten(caution)}' names steps by number, and numbers change in a session that leaves out steps."
            )
            remedy = f"Write the name that is on the card and never changes, such as {name}, or the title of the step."
            if place[-1] == "do":
                remedy += " To leave out steps, write 'leave_out_with' in each of these steps instead."
            yield file.routine.warning(place, problem, remedy)


def _remedy(place: Place, name: str) -> str:
    """What to write so that a text at this place belongs to a step."""
    if place[-1] == "do":
        return f"Add 'with_steps: [{name}]' to this entry, or do not name the step."
    return f"Write {{text: ..., with_steps: [{name}]}} for this sentence, or do not name the step."


def _sentences(routine: Routine) -> Iterator[Sentence]:
    """Every text of a routine that may name a step."""
    for part in ("prepare", "principles", "after"):
        for index, note in enumerate(getattr(routine, part)):
            yield from _note_sentences((part, index), note)
    for index, step in enumerate(routine.steps):
        yield from _step_sentences(("steps", index), step)


def _note_sentences(place: Place, note: Note) -> Iterator[Sentence]:
    yield (*place, "do"), note.do, note.with_steps
    for where, text, with_steps in _parts((*place, "more"), note.more):
        yield where, text, (*with_steps, *note.with_steps)


def _step_sentences(place: Place, step: Step) -> Iterator[Sentence]:
    for field in ("cue", "detail", "caution", "ask"):
        yield from _parts((*place, field), getattr(step, field))
    for number, phase in enumerate(step.phases):
        yield (*place, "phases", number, "detail"), phase.detail or "", ()
    for number, variant in enumerate(step.variants):
        yield (*place, "variants", number, "detail"), variant.detail, ()


def _parts(place: Place, prose: Prose | None) -> Iterator[Sentence]:
    for number, part in enumerate(passages(prose)):
        where = (*place, number) if isinstance(prose, list) else place
        yield (where, part.text, part.with_steps) if isinstance(part, Passage) else (where, part, ())


def _titles(routine: Routine) -> Titles:
    found: Titles = {}
    for index, step in enumerate(routine.steps):
        if len(step.name.split()) >= LEAST_TITLE:
            title = step.name.casefold()
            for beginning in islice(pairwise(WORD.findall(title)), 1):
                found.setdefault(beginning, []).append((index, title))
    return found


def _named_in(text: str, titles: Titles, own: int | str | None) -> set[int]:
    """The steps that a text names, by their places from 0; a number may be that of no step."""
    found = set(_titled_in(text, titles))
    if not ANY.search(text):
        return found
    for match in NUMBERED.finditer(text):
        numbers = [int(number) for number in re.findall(r"\d+", match[0])]
        ends = range(numbers[0], numbers[-1] + 1) if re.search(r" to |[-–]", match[0]) else numbers
        found |= {number - 1 for number in ends}
    if isinstance(own, int):
        found |= {own + shift for shift, words in BESIDE.items() if words.search(text)}
    return found


def _titled_in(text: str, titles: Titles) -> Iterator[int]:
    """The steps whose titles are in a text."""
    plain = text.casefold()
    for beginning in pairwise(WORD.findall(plain)):
        for index, title in titles.get(beginning, ()):
            if title in plain and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", plain):
                yield index
