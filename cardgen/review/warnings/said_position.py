"""Texts in which the receiver lies or turns differently than `receiver` says: "roll over onto the belly"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cardgen.errors import Fault, shorten
from cardgen.model.prose import whole_text
from cardgen.model.routine import Giver, Receiver, Routine
from cardgen.model.vocabulary import GiverPlace, Position
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import note_texts
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_sentences

FILE_KINDS = ("routine",)
OF_BODY = r"(?:on|onto) (?:the |their |his |her |one )?"
LIES = rf"\b(?:lies?|lying|rolls?(?: over)?|turns?(?: over)?) (?:down )?(?:face |{OF_BODY})"
LYING = ("lie", "lying", "roll", "turn")
SAID: dict[Position, WordPattern] = {
    "prone": WordPattern(rf"{LIES}(?:belly|stomach|front|tummy|down\b)", LYING),
    "supine": WordPattern(rf"{LIES}(?:back\b|up\b)", LYING),
    "side": WordPattern(rf"{LIES}side\b", LYING),
}
NAMED: dict[Position, WordPattern] = {
    "prone": WordPattern(rf"\bface[- ]down\b|{OF_BODY}(?:belly|stomach)\b", ("face", "belly", "stomach")),
    "supine": WordPattern(rf"\bface[- ]up\b|\bflat {OF_BODY}back\b", ("face", "flat")),
}
"""A position in a title, or in the note on the receiver, which needs no verb."""
GIVER = ("left", "right", "head", "feet")
GIVER_STANDS = WordPattern(
    r"(?:^|[,;:] |\b(?:and|then|you) )(?:stand|kneel|sit|walk|move|step)(?: (?:up|down|round|over))? (?:at|on|to|by) "
    r"(?:the |their |your )?(left|right|head|feet)\b(?! (?:foot|leg|knee|hand))"
)
NAMING = ("name", "summary", "receiver")
REMEDY = (
    "Correct one of the two. If the receiver turns over here, end this routine before it, write the rest as another, "
    'and name both in a program, which prints "Turn over" and allows time for it.'
)
OTHER_TIME = WordPattern(r"\b(?:not|never|if|unless|cannot|before|later|afterwards|or|instead)\b|n['’]t\b")
"""Words of sentences about another receiver, or another time."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such text before or in the steps; afterwards the receiver rolls to one side to get up."""
    for place, text, positions in _texts(file.routine.model):
        for part in split_sentences(text):
            known = NAMED if place[0] in NAMING else SAID
            said = next((position for position, pattern in known.items() if pattern.search(part)), None)
            if said and said not in positions and not OTHER_TIME.search(part):
                followed = f"'receiver: {positions[0]}', which figures, cards and times follow"
                problem = f"'{shorten(part)}' contradicts {followed}."
                yield file.routine.warning(place, problem, REMEDY)
    yield from _giver(file)


def _giver(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text of a step in which the giver is elsewhere than `giver` says."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        at = step.giver_at or routine.giver_at
        fields = ((("steps", index, field), whole_text(getattr(step, field))) for field in ("cue", "detail"))
        yield from _elsewhere(file, at, (*fields, *_giver_note(step.giver, ("steps", index))))
    yield from _elsewhere(file, routine.giver_at, _giver_note(routine.giver, ()))


def _giver_note(giver: GiverPlace | Giver | None, owner: Place) -> list[tuple[Place, str]]:
    return [((*owner, "giver", "note"), giver.note)] if isinstance(giver, Giver) else []


def _elsewhere(file: ReviewedFile, at: GiverPlace | None, texts: Iterable[tuple[Place, str]]) -> Iterator[Fault]:
    """A warning for each of these texts in which the giver is not there."""
    for place, text in texts if at in GIVER else ():
        for part in split_sentences(text):
            said = {found[1].lower() for found in GIVER_STANDS.finditer(part)}
            if said and at not in said and not OTHER_TIME.search(part):
                problem = f"'{shorten(part)}' contradicts 'giver: {at}', which the figure and the sign follow."
                yield file.routine.warning(place, problem, "Make both say the same place.")


def _texts(routine: Routine) -> Iterator[tuple[Place, str, tuple[Position, ...]]]:
    """The texts that may say how the receiver lies, and the positions that are true there."""
    everywhere = tuple(
        dict.fromkeys([routine.position, *(step.position or routine.position for step in routine.steps)])
    )
    yield ("name",), routine.name, everywhere
    yield ("summary",), routine.summary, everywhere
    if isinstance(routine.receiver, Receiver):
        yield ("receiver", "note"), routine.receiver.note, everywhere
    for place, text in note_texts(routine, ("prepare", "principles")):
        yield place, text, (routine.position,)
    for index, step in enumerate(routine.steps):
        positions = (step.position, routine.position) if step.position else (routine.position,)
        for field in ("name", "cue", "detail"):
            yield ("steps", index, field), whole_text(getattr(step, field)), positions
