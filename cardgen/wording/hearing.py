"""What somebody hears who cannot see a page: in place of its icons and its drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.artwork.icons import icon_meaning
from cardgen.model.action import Repeat
from cardgen.planning.session import Turn
from cardgen.wording.phrases import amount, phase_line, pressure_sentence, sentence, way_fact
from cardgen.wording.words import Words

WORD = re.compile(r"\w+")


def heard(icon: str, beside: str, words: Words) -> str:
    """What an icon says before the words beside it: "Pressure"; empty when these say as much themselves."""
    group, _ = icon_meaning(icon)
    kind = icon.partition("-")[0]
    said = words.heard.get(kind) or words.heard.get(group) or meaning(icon, words)
    known = WORD.findall(beside.lower())
    return "" if all(word in known for word in WORD.findall(said.lower())) else said


def meaning(icon: str, words: Words) -> str:
    """What an icon means: in the words of the language, else as its file says it."""
    return words.icons.get(icon) or icon_meaning(icon)[1]


def group_of(icon: str, words: Words) -> str:
    """The group of the legend that an icon belongs to; the last one, when its file names none that there is."""
    group, groups = icon_meaning(icon)[0], list(words.groups)
    return group if group in groups else groups[-1]


def drawing_said(turn: Turn, words: Words) -> str:
    """What the drawing of a step shows: which stroke, where, how hard, how often, which way."""
    step = turn.step
    shown = words.say("drawing", technique=words.techniques[step.technique], where=step.where)
    phases = "; ".join(phase_line(number, phase, words) for number, phase in enumerate(step.phases, 1))
    return " ".join(sentence(text) for text in (shown, ", ".join(_how(turn, words)), phases) if text)


def _how(turn: Turn, words: Words) -> Iterator[str]:
    """Pressure, amount and directions, the first with a capital."""
    step = turn.step
    said = [pressure_sentence(step.force, words).rstrip(".")] if step.force else []
    said.append(amount(step.repeat or Repeat(), words, words.limbs[step.limb] if step.twice else ""))
    for way in step.ways:
        fact = way_fact(way, step, words)
        said += [fact.word, fact.note]
    for index, text in enumerate(filter(None, said)):
        yield text[:1].lower() + text[1:] if index else text
