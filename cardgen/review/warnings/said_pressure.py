"""Texts that press much harder or more lightly than the step does: "press firmly" in a step with `pressure: light`."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache, lru_cache

from cardgen.errors import Fault
from cardgen.model.routine import Step
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import CLAUSE_END, OF_SOME, texts_about
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
FIELDS = ("name", "cue", "detail", "caution")
WORK = (
    r"(?:pressure|pressing|strokes?|stroking|kneading|touch|grip|circles|rubbing|friction|massage|hands?|thumbs?|palms?"
    r"|fingers?|fingertips)"
)
PRESS = r"(?:press|push|lean in|knead|rub|sink in|work|squeeze)"
SAID: dict[str, tuple[range, WordPattern]] = {
    "feather": (
        range(2),
        WordPattern(
            rf"\b(?:barely|hardly) touch\w*|\bfeather[- ]?light\b"
            rf"|\bvery (?:lightly|softly|light {WORK})\b|\bhardly any \w+"
            r"|\b(?:almost|practically|next to) no (?:pressure|weight|force)\b",
            ("touch", "feather", "very ", "hardly", " no "),
        ),
    ),
    "light": (
        range(1, 3),
        WordPattern(
            rf"\b(?:lightly|softly)\b|\b(?:light|soft) {WORK}\b"
            r"|(?<!a )\b(?<!not )little (?:pressure|weight|force|strength)\b",
            ("light", "soft", "little"),
        ),
    ),
    "firm": (
        range(4, 6),
        WordPattern(
            rf"\bfirmly\b|\b(?:firm|hard|strong) {WORK}\b|\b{PRESS} (?:\w+ )?hard\b", ("firm", "hard", "strong")
        ),
    ),
    "deep": (
        range(4, 6),
        WordPattern(
            rf"\bdeeply\b|\bdeep {WORK}\b|\bas (?:hard|strong|deep|firm)(?:ly)? as (?:the |they|you|possible|can)"
            rf"|\b(?:whole|full|all (?:of )?(?:your|the)) (?:body )?(?:weight|strength|force)\b"
            rf"|\b{PRESS} (?:\w+ )?deep\b",
            ("deep", "hard", "strong", "firm", "weight", "strength", "force"),
        ),
    ),
}
"""How a text says a level of pressure, and the places of the levels that it may mean."""
ELSEWHERE = WordPattern(
    r"\b(?:not|never|(?<!almost )(?<!practically )(?<!next to )no|nothing"
    r"|without|avoid|less|more|too|than|if|then|until|again|other|begin\w*|start\w*|first|end|ends"
    r"|planted|stand\w*|towel\w*|tuck\w*|drape\w*|wrap\w*|cover\w*|pillow\w*|cushion\w*|speak\w*|voice|talk\w*|laid|lay|place|before"
    r"|finish\w*|last|back|return\w*|only on|over|across|at|near|below|breath\w*|rest\w*|hold\w*|support\w*)\b|n['’]t\b"
)
"""Words of clauses that forbid it, or that are about another place or another time."""
REFUSED = WordPattern(
    rf"\s*(?:(?:never|not|do not|don['’]t) {PRESS} (?:deeply|deep|firmly|hard)"
    rf"|no (?:deep|firm|hard|strong) {WORK})(?: here)?\s*",
    ("deep", "firm", "hard", "strong"),
)
"""A clause that forbids strong pressure in the whole step: "never press deeply here"."""
CAPPED = WordPattern(
    rf"\s*(?:use |with |press )?(?:only|just|nothing but|(?:never|no|not) more than|at (?:the )?most) "
    rf"(?P<level>very light|feather|feather[- ]?light|light|medium|firm)(?:ly)?(?: {WORK})?(?: here| please)?\s*",
    ("light", "feather", "medium", "firm"),
)
"""A clause that allows a level at most in the whole step: "only light pressure"."""
MEANT = {"very light": "feather", "feather-light": "feather", "feather light": "feather", "featherlight": "feather"}
LEAST_APART = 2
"""Levels between which a word may be meant either way: "lightly" for medium."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that says a pressure two levels or more away from all of its step."""
    routine = file.routine.model
    for index, step in enumerate(routine.steps):
        levels = _levels(step)
        for text in texts_about(step, index, routine, FIELDS) if levels else ():
            if said := _other_level(text.text.lower(), levels):
                problem = f"{text.owner} says '{said}', but {text.fact('pressure')} is {_worded(levels)}."
                yield file.routine.warning(text.place, problem, "Make both say the same pressure.")


def _levels(step: Step) -> frozenset[int]:
    """The places of all levels of a step, from its lightest to its deepest: those of its zones, too."""
    forces = [action.force for action in step.actions if action.force]
    named = [level for force in forces for level in (*force.levels, *(zone.level for zone in force.zones))]
    found = [LEVELS.index(level) for level in named]
    return frozenset(range(min(found), max(found) + 1) if found else ())


@lru_cache(maxsize=1024)  # a caution for all steps is compared with each
def _other_level(text: str, levels: frozenset[int]) -> str:
    """The first words of a text that say another level, or forbid the deepest; empty if none do, or it says its own."""
    if forbidden := _forbidden(text, levels):
        return forbidden
    if any(_says(LEVELS[level]).search(text) for level in levels):
        return ""
    clauses = (clause for clause in CLAUSE_END.split(text) if not ELSEWHERE.search(clause))
    return next(filter(None, (_far_level(clause, levels) for clause in clauses)), "")


def _forbidden(text: str, levels: frozenset[int]) -> str:
    """The clause that forbids what all of a step does, or anything beyond a level that it goes beyond."""
    refused = next(filter(None, map(REFUSED.fullmatch, CLAUSE_END.split(text))), None)
    if refused and levels == {LEVELS.index("deep")}:
        return refused[0].strip()
    whole = (one for one in split_statements(text) if not OF_SOME.search(one.replace("at most", "")))
    for capped in filter(None, map(CAPPED.fullmatch, (part for one in whole for part in CLAUSE_END.split(one)))):
        if max(levels) > LEVELS.index(MEANT.get(capped["level"], capped["level"])):
            return capped[0].strip()
    return ""


def _far_level(clause: str, levels: frozenset[int]) -> str:
    """The first words of a clause that mean only levels far from these."""
    for meant, pattern in SAID.values():
        found = pattern.search(clause)
        if found and min(abs(one - level) for one in meant for level in levels) >= LEAST_APART:
            return found[0]
    return ""


@cache
def _says(level: Level) -> WordPattern:
    """A pattern for the name of a level."""
    return WordPattern(rf"\b{level}(?:ly)?\b", (level,))


def _worded(levels: Set[int]) -> str:
    least, most = LEVELS[min(levels)], LEVELS[max(levels)]
    return f"'{least}'" if least == most else f"from '{least}' to '{most}'"
