"""The safety rules, gathered from a program and all routines of a session, to be read before minute 0."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.areas import areas
from cardgen.model.prose import whole_text
from cardgen.model.routine import Step
from cardgen.model.safety import MOST_STRENGTH, Safety
from cardgen.planning.session import Session, SessionPart, Turn
from cardgen.wording.conditions import condition_key, is_list, left_over
from cardgen.wording.deck import Block
from cardgen.wording.position_limits import remarks_on_positions, ruled_out_by_position, without_remark
from cardgen.wording.safety_map import worked_areas
from cardgen.wording.sentences import listed, sentence
from cardgen.wording.words import Words


class SafetySource(Struct, frozen=True):
    """An author's text about safety, and its steps."""

    safety: Safety
    turns: tuple[Turn, ...] = ()
    name: str = ""
    """Of one of several routines; empty for what holds in the whole session."""


def safety_sources(session: Session, words: Words) -> list[SafetySource]:
    """The program, then its routines in order, each with those whom its position rules out."""
    named = len(session.parts) > 1
    found = [SafetySource(session.selection.safety)]
    for part in session.parts:
        source = routine_source(session, part, part.routine.name if named else "")
        in_position = Safety(leave_out_with=ruled_out_by_position(part, words))
        found.append(replace(source, safety=source.safety + in_position))
    return found


def without_steps(sources: Iterable[SafetySource]) -> list[SafetySource]:
    """The same texts without the steps to leave out with a condition: where the rows of these steps say so."""
    return [replace(source, turns=()) for source in sources]


def without_asked_steps(sources: Iterable[SafetySource], words: Words) -> Iterator[SafetySource]:
    """The same texts without the steps to leave out where a question of the author says so: their fronts do, too."""
    for source in sources:
        asked = [conditions for question in source.safety.ask for conditions in _asked(question, words)]
        told = [turn for turn in source.turns if _is_asked(turn.step, asked, words)]
        yield replace(source, turns=tuple(turn for turn in source.turns if turn not in told))


def _is_asked(step: Step, asked: Iterable[str], words: Words) -> bool:
    """Whether one question names all the conditions with which a step is left out."""
    return bool(step.exclusions) and any(not left_over(step.exclusions, [one], words) for one in asked)


def _asked(question: str, words: Words) -> Iterator[str]:
    """The conditions of a question, if its answer is to leave something out."""
    conditions, _, answer = question.partition("?")
    if set(re.findall(r"\w+", answer.lower())) & set(words.recognized["leaving_out"].split()):
        yield conditions


def routine_source(session: Session, part: SessionPart, name: str = "") -> SafetySource:
    """One routine of a session, which may feel no stronger than its program lets it."""
    own = part.routine.safety
    safety = replace(own, strength_at_most=(session.selection.safety + own).strength_at_most)
    return SafetySource(safety, part.turns, name)


def questions(sources: Iterable[SafetySource]) -> list[str]:
    """What to ask the receiver, each question once."""
    return list(dict.fromkeys(question for source in sources for question in source.safety.ask))


def question_blocks(sources: Iterable[SafetySource], words: Words) -> Iterator[Block]:
    """What to ask the receiver, in one paragraph."""
    if found := questions(sources):
        yield Block("talk", words.say("ask_before"), listed(found), about="session")


class Exclusion(NamedTuple):
    """What is left out, and with which conditions: "Leave out Abdomen", "with pregnancy; a full meal"."""

    heading: str
    conditions: str
    of_all: bool
    """Whether the whole session is left out."""


def exclusions(sources: Iterable[SafetySource], words: Words) -> Iterator[Exclusion]:
    """What is left out, for all conditions of the sources.

    What rules out a massage rules it out everywhere, whichever routine says so: a clot in a leg is no reason to leave
    out its front and to knead its back. So does what rules out each of its routines.
    """
    for names, found in _by_names(_ruled_out(list(sources))):
        joined = "; ".join(condition.rstrip(".") for condition in found)
        if names:
            conditions = words.say("not_with_conditions", conditions=joined)
            yield Exclusion(words.say("not_with_part", names=names), conditions, of_all=False)
        else:
            yield Exclusion(words.say("not_with"), joined, of_all=True)


def _ruled_out(sources: Sequence[SafetySource]) -> Iterator[tuple[str, str]]:
    """Conditions, each with the name of a routine that it rules out; without a name where it rules out all of them."""
    routines = {source.name for source in sources if source.name}
    names: dict[str, set[str]] = {}
    for source in sources:
        for condition in source.safety.leave_out_with:
            names.setdefault(condition, set()).add(source.name)
    for_all = {condition for condition, found in names.items() if "" in found or found == routines}
    yield from ((condition, "") for source in sources for condition in source.safety.not_with)
    yield from ((condition, "") for condition in names if condition in for_all)
    for source in sources:
        yield from ((one, source.name) for one in source.safety.leave_out_with if one not in for_all)


def exclusion_blocks(sources: Iterable[SafetySource], words: Words) -> Iterator[Block]:
    """The conditions with which all of it, or one routine, is left out."""
    for one in exclusions(sources, words):
        yield Block("stop", one.heading, sentence(one.conditions), about="session" if one.of_all else "")


def word_conditions(text: str, conditions: Sequence[str], session: Session, words: Words) -> str:
    """A text and its conditions, without those that already rule out all of a session; empty if none is left."""
    if not conditions:
        return text
    pairs = _ruled_out(safety_sources(session, words))
    ruled_out = [without_remark(condition, words) for condition, name in pairs if not name]
    left, remarks = left_over(conditions, ruled_out, words), remarks_on_positions(session, words)
    named = [f"{condition} ({remarks[condition]})" if condition in remarks else condition for condition in left]
    return sentence(f"{text} {', '.join(named)}") if left else ""


def caution_blocks(sources: Iterable[SafetySource], words: Words) -> Iterator[Block]:
    """The cautions for everybody, then those for receivers with a condition, with the steps to leave out for them."""
    known = list(sources)
    pairs = [(c, source.name) for source in known for c in source.safety.general_cautions]
    pairs += [(word_strength(source.safety, words), source.name) for source in known if _is_limited(source.safety)]
    for names, cautions in _by_names(pairs):
        heading = words.say("every_step_of", names=names) if names else words.say("every_step")
        yield Block("caution", heading, listed(cautions))
    yield from condition_blocks(known, words)


def session_strength(session: Session) -> int:
    """How strong the massage may feel, of 10: the lowest limit of its routines, or of areas that are all delicate."""
    limit = min(routine_source(session, part).safety.strength for part in session.parts)
    if limit != MOST_STRENGTH:
        return limit
    known = areas()
    return max(known[area].strength or MOST_STRENGTH for area in worked_areas(session.parts))


def word_session_strength(session: Session, words: Words) -> str:
    """The same, and the routines that an author lets feel stronger: "5 (in Deep back: 7)"."""
    most = session_strength(session)
    limits = ((routine_source(session, part).safety.strength, part.routine.name) for part in session.parts)
    higher = ((str(limit), name) for limit, name in limits if limit > max(most, MOST_STRENGTH))
    others = [words.say("strength_in", names=names, most=limit) for names, (limit,) in _by_names(higher)]
    return words.say("strength_but", most=most, others="; ".join(others)) if others else str(most)


def word_strength(safety: Safety, words: Words) -> str:
    """How strong an author lets it feel at most."""
    return words.say("strength_at_most", most=safety.strength)


def _is_limited(safety: Safety) -> bool:
    """Whether an author's limit differs from cardgen's own."""
    return safety.strength != MOST_STRENGTH


def condition_blocks(sources: Iterable[SafetySource], words: Words) -> Iterator[Block]:
    """The cautions for receivers with a condition, with the steps to leave out for them."""
    known = list(sources)
    conditions: dict[tuple[str, ...], str] = {}
    for condition in _conditions(known):
        conditions.setdefault(condition_key(condition, words), condition)
    alike: dict[str, list[str]] = {}
    for key, condition in conditions.items():
        alike.setdefault(listed(_for_some(key, known, words)), []).append(condition)
    for text, found in alike.items():
        yield Block("caution", words.say("with", condition=_either(found, words)), text)


def _by_names(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Texts with the names of the routines that they hold for, all those of the same routines together."""
    names: dict[str, list[str]] = {}
    for text, name in pairs:
        names.setdefault(text, []).append(name)
    grouped: dict[str, list[str]] = {}
    for text, found in names.items():
        grouped.setdefault("" if "" in found else ", ".join(dict.fromkeys(found)), []).append(text)
    yield from grouped.items()


def _conditions(sources: Iterable[SafetySource]) -> Iterator[str]:
    """Every condition of receivers for whom something different applies."""
    for source in sources:
        yield from (caution.only_with for caution in source.safety.group_cautions)
        yield from (condition for turn in source.turns for condition in turn.step.exclusions)


def _for_some(key: tuple[str, ...], sources: Sequence[SafetySource], words: Words) -> list[str]:
    """What holds for receivers with a condition: the cautions for them, then the steps to leave out."""
    found = [
        (caution.do, source.name)
        for source in sources
        for caution in source.safety.group_cautions
        if condition_key(caution.only_with, words) == key
    ]
    cautions = [_in_routines(text, names, words) for names, texts in _by_names(found) for text in texts]
    return [*cautions, *_left_out_for(key, sources, words)]


def _left_out_for(key: tuple[str, ...], sources: Iterable[SafetySource], words: Words) -> list[str]:
    """That receivers with a condition do without some steps, in a sentence; none if they have all."""
    turns = [turn for source in sources for turn in source.turns]
    left_out = [turn for turn in turns if key in (condition_key(one, words) for one in turn.step.exclusions)]
    if not left_out:
        return []
    cards = {turn.card for turn in left_out}
    given = [turn for turn in turns if turn.card not in cards]
    *names, last = dict.fromkeys(_named_step(turn, given, words) for turn in left_out)
    steps = words.say("named_steps", others=", ".join(names), last=last) if names else last
    return [words.say("leave_out", steps=steps)]


def _in_routines(caution: str, names: str, words: Words) -> str:
    """A caution with the routines that it is for, if it is not for all of them: "Ask a doctor first (Feet)."."""
    return sentence(words.say("only_in", caution=caution.rstrip("."), names=names)) if names else caution


def _named_step(turn: Turn, given: Iterable[Turn], words: Words) -> str:
    """A step to be left out by its title, with the name of its card if a step that is given has the same title."""
    name = words.say("named_step", name=turn.step.name)
    return f"{name} ({turn.card})" if any(other.step.name == turn.step.name for other in given) else name


def _either(conditions: Sequence[str], words: Words) -> str:
    """Conditions, any of which is enough: "brittle bones, back pain or a new hip".

    One that is a list itself comes last, "back pain, or a sore or new hip"; several of them need semicolons.
    """
    *others, last = sorted(conditions, key=lambda condition: is_list(condition, words))
    if not others:
        return last
    if is_list(others[-1], words):
        return "; ".join((*others, last))
    return words.say("list_last" if is_list(last, words) else "conditions", others=", ".join(others), last=last)


def step_caution(step: Step, words: Words) -> str:
    """For whom a step is left out, then what must not happen in it."""
    if not step.exclusions:
        return whole_text(step.caution)
    left_out = words.say("leave_out_with", conditions=_either(step.exclusions, words))
    return " ".join(filter(None, [sentence(left_out), whole_text(step.caution)]))
