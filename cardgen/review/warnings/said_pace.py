"""Texts that give a different pace than the step does: "brisk strokes" in a step with `pace: slow`."""

from __future__ import annotations

from collections.abc import Iterator

from cardgen.errors import Fault
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.reviewed import ReviewedFile
from cardgen.review.step_texts import clauses, own_texts

FILE_KINDS = ("routine",)
FIELDS = ("name", "cue", "detail", "caution")
WORK = r"(?:strokes?|stroking|circles?|kneading|rubbing|friction|taps?|tapping|presses|rhythm|pace|tempo|movements?)"
ON = r" (?:with|of|on|over|along|across|around|from|to|up|down|for)\b"
DO = r"(?:stroke|circle|knead|rub|tap|press|glide|work|move|squeeze|rock|roll|wring|hack|go)"
WAYS = {
    "quick": (r"(?:quick|fast|brisk|rapid)", r"(?:quickly|fast|briskly|rapidly)", ("quick", "fast", "brisk", "rapid")),
    "slow": (r"(?:very )?slow", r"(?:very )?slowly", ("slow",)),
}
SAID = {
    pace: WordPattern(
        rf"^\s*(?:{like}|{how})(?: (?:and|but) \w+)?\s*$|\b{like}(?: (?:and|but) \w+)? (?:\w+ )?{WORK}\b(?=\s*$|{ON})"
        rf"|\b{DO} (?:it |the \w+ |\w+ )?{how}\b" + (r"|\bas (?:fast|quickly) as\b" if pace == "quick" else ""),
        needs,
    )
    for pace, (like, how, needs) in WAYS.items()
}
"""The words in which a text gives the pace of all the work."""
ELSEWHERE = WordPattern(
    r"\b(?:not|never|no|without|avoid\w*|too|than|if|when|until|then|again|first|begin\w*|start\w*|ends?|finish\w*|last"
    r"|back|return\w*|let go|releas\w+|breath\w*|get up|turn|between)\b|n['’]t\b"
)
"""Words of clauses that forbid it, or that are about a part of the work or something else."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each text that says quick of slow work, or slow of quick work."""
    for index, step in enumerate(file.routine.model.steps):
        paces = {action.pace for action in step.actions if action.pace}
        other = "slow" if paces == {"quick"} else "quick" if paces and "quick" not in paces else ""
        for text in own_texts(step, index, FIELDS) if other else ():
            if found := next(filter(None, map(SAID[other].search, clauses(text.text, ELSEWHERE))), None):
                problem = f"{text.owner} says '{found[0].strip()}', but {text.fact('pace')} is '{min(paces)}'."
                yield file.routine.warning(text.place, problem, "Make both say the same pace.")
