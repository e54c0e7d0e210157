"""Texts that ask for pain, or for a quick turn or thrust of the neck or back, against the rules on every print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cardgen.errors import Fault, shorten
from cardgen.model.routine import Routine
from cardgen.reading.value_types import Place
from cardgen.reading.word_patterns import WordPattern
from cardgen.review.placed_texts import caution_texts, note_texts, working_texts
from cardgen.review.reviewed import ReviewedFile
from cardgen.wording.sentences import split_statements

FILE_KINDS = ("routine",)
PAIN = WordPattern(
    r"\buntil it (?:really )?hurts\b|\beven if (?:they|he|she|it|the receiver) (?:flinch\w*|hurts?|complains?|winces?)"
    r"|\bthrough the pain\b|\bgood pain\b|\bpain is (?:welcome|good|fine|normal|part of)\b|\bharder is better\b"
    r"|\bmust hurt\b|\bshould hurt\b|\bas much as they can (?:bear|stand)\b",
    needs=("hurt", "even if", "pain", "harder", "as they can"),
)
SIGN = r"(?:pain|numbness|tingling|pins and needles|dizziness)"
"""The signs with which every print says to stop or to ease off."""
FEELS = r"(?:hurts?|flinch\w*|numb\w*|tingl\w*|dizz\w*|pain\w*)"
DISMISSING = WordPattern(
    rf"\b{SIGN} (?:is|are) (?:welcome|good|fine|normal|ok|okay|part of|expected|harmless|wanted|a good sign)\b"
    rf"|\b{SIGN} (?:shows?|means?|proves?) (?:that )?it (?:works|is working|helps)\b"
    rf"|\bignor\w+ (?:the |any |all |their )?(?:\w+ )?{SIGN}\b|\bno pain,? no gain\b"
    rf"|\b(?:do not|don['’]t|never|no need to|without) (?:stop|stopping|let go|ease off|easing off)\b[^.;]*\b{FEELS}"
    rf"|\b{FEELS}[^.;]*,? (?:go on|carry on|continue|keep going|keep on)(?: \w+ing)?(?=[.;!]|$)"
    rf"|\b{FEELS}[^.;]*,? (?:press|push|go|knead|work|rub|lean in) (?:\w+ )?(?:harder|deeper|stronger|firmer)\b"
    rf"|\b(?:go on|carry on|continue|keep going|keep on \w+ing) (?:even )?(?:if|when|though|through)\b[^.;,]*\b{FEELS}",
    needs=("pain", "hurt", "flinch", "numb", "tingl", "dizz", "pins and needles", "ignor"),
)
"""Words that dismiss such a sign, and may forbid stopping."""
RIGHTLY = WordPattern(
    r"\b(?:stop(?:,| and\b)|wait\w*|paus\w+|then\b|light\w*|gent\w+|soft\w*"
    r"|less|elsewhere|beside|not (?:normal|good|fine|welcome|ok|okay)"
    r"|(?:never|do not|don['’]t) (?:ignor\w+|go|carry on|continue|keep|press|push|lean|knead|work|rub))"
)
"""Words of sentences that agree with what every print says."""
THRUST = WordPattern(
    r"\b(?:crack|pop|click|adjust|manipulate)\w* (?:the |their |each )?(?:neck|back|spine|vertebra\w*|joints?)\b"
    r"|\buntil (?:it|the \w+) (?:clicks?|cracks?|pops?)\b"
    r"|\b(?:turn|rotate|twist|pull|jerk|bend)\w* (?:the |their )?(?:head|neck)\b[^,.;:]*"
    r"\b(?:quick\w*|fast|sudden\w*|jerk\w*"
    r"|as far as (?:it|they|the head) (?:goes|can|will))"
    r"|\b(?:quick\w*|sudden\w*|jerk\w*) (?:turn|twist|pull|rotate)\w* (?:of )?(?:the |their )?(?:head|neck)\b"
)
FORBIDDING = WordPattern(r"\b(?:never|not|no|nor|avoid\w*|without|stop|nothing|ease off|before|instead)\b|n['’]t\b")
"""Words of sentences that forbid it, or that say what to do in that case."""


def find(file: ReviewedFile) -> Iterator[Fault]:
    """A warning for each such sentence."""
    for place, text in _texts(file.routine.model):
        for sentence in split_statements(text):
            if found := _harm(sentence):
                yield file.routine.warning(place, f"'{shorten(sentence)}' {found[0]}", found[1])


@lru_cache(maxsize=1024)
def _harm(sentence: str) -> tuple[str, str] | None:
    """What a sentence asks for, and the remedy; None for one that does no harm."""
    dismissed = DISMISSING.search(sentence) and not RIGHTLY.search(sentence)
    if not dismissed and FORBIDDING.search(sentence):
        return None
    if PAIN.search(sentence):
        problem = "asks for pain; every print says to stop or ease off then."
        return problem, "Write how to stay below pain, or leave this out."
    if dismissed:
        problem = "goes on where every print says to stop or to ease off."
        return problem, "Write how to stop or to ease off, or leave this out."
    if THRUST.search(sentence):
        problem = "asks for a thrust or a quick turn, which has no place in a massage."
        return problem, "Write how to move slowly and within comfort, or leave this out."
    return None


def _texts(routine: Routine) -> Iterator[tuple[Place, str]]:
    """Every text that says how to work."""
    yield from note_texts(routine, ("prepare", "principles"))
    yield from working_texts(routine, ("name", "cue", "detail", "ask", "caution"))
    yield from caution_texts(routine)
