"""The amounts in words: the key figure of a step, its further amounts, the line of a phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cardgen.artwork.views import crop, view
from cardgen.characters import SOFT_HYPHEN
from cardgen.model.action import Action
from cardgen.model.amount import Amount
from cardgen.model.drawing import Drawing
from cardgen.model.phrases import Phrase
from cardgen.model.routine import Phase, Step
from cardgen.model.share import Share
from cardgen.model.ways import Way
from cardgen.planning.session import Turn
from cardgen.reading.amount_texts import Span
from cardgen.wording.deck import Fact
from cardgen.wording.key_figures import CountFigure, EachWayFigure, KeyFigure, WordFigure
from cardgen.wording.sentences import capitalize, uncapitalize, word_steps
from cardgen.wording.times import with_about
from cardgen.wording.words import Words

FOR_ALL_PHASES = ("times", "passes", "seconds", "until")
"""Amounts of a step with phases that are for all of them together; a rest or a hold comes after them."""


def word_amount(amount: Amount, words: Words) -> str:
    """An amount in a few words: "3 times on each side", "Hold 5 s"; empty when the author gives none."""
    known = words.amounts
    if amount not in known:
        known[amount] = _join(word_phrase(amount.phrase, words), word_share(amount.share, words))
    return known[amount]


def word_briefly(amounts: Sequence[Amount], words: Words) -> str:
    """Every amount of a step or a phase in one line: "×3 on each side, hold 5 s each time"."""
    first, *others = amounts
    texts = [_join(word_phrase(first.brief, words), word_share(first.share, words))]
    texts += [uncapitalize(word_amount(amount, words)) for amount in others]
    reach_only = [amount.field for amount in others] == ["extent"] and first.field != "until"
    return (" " if reach_only else ", ").join(filter(None, texts))


def word_share(share: Share, words: Words) -> str:
    """The phrase for what an amount is for: "on each side", "in each direction (up, down)"; empty for all of it."""
    if not share:
        return ""
    texts = [word_phrase(phrase, words) for phrase in share.phrases]
    if len(share.ways) > 1:
        texts[-1] = words.say("on_each_way", ways=", ".join(word_way(way, words) for way in share.ways))
    return " ".join(texts)


def word_way(way: Way, words: Words) -> str:
    """A direction inside a sentence: "up"."""
    return uncapitalize(way.say or words.directions[way.way].replace(SOFT_HYPHEN, ""))


def way_icon(way: Way, drawing: Drawing | None = None) -> str:
    """The icon of a direction; beside a drawing with the head down the page, toward the head is toward you."""
    if way.way == "toward-head" and drawing and view(crop(drawing.view).view).head == "down":
        return "toward-you"
    return "hold" if way.way == "still" else way.way


def word_phrase(phrase: Phrase, words: Words) -> str:
    """A phrase of the model in words."""
    if phrase.span:
        return words.say(phrase.key, span=word_span(phrase.span, words))
    return (
        words.say(phrase.key, limb=words.limbs[phrase.limb]) if phrase.limb else words.say(phrase.key, **phrase.values)
    )


def word_span(span: Span, words: Words) -> str:
    """A length of time in its author's unit: "30–45 s", "1 min 30 s", "3 slow breaths", "about 20 s"."""
    key = f"span_{span.unit}"
    if span.seconds:
        key = "span_min_s"
    elif span.number == "1" and span.unit == "breaths":
        key = "span_breath"
    number = f"{span.number} {span.manner}" if span.manner else span.number
    text = words.say(key, count=number, seconds=span.seconds)
    if span.at_least:
        return words.say("least_span", span=text)
    return with_about(text, span.about, words)


def key_figure(turn: Turn, words: Words) -> KeyFigure:
    """How often, how long or how far a step is done: its first amount."""
    step, amount = turn.step, turn.step.amounts[0]
    if step.phases:
        whole = [word_whole(step, word_briefly(step.amounts, words), words)] if step.repeat else []
        return WordFigure((*word_phases(step, words), *whole), tuple(word_phases(step, words, numbered=False)))
    if turn.repeats:
        return WordFigure((_again_then(turn, word_amount(amount, words), words),))
    return _figure(amount, words) or WordFigure((word_amount_or_technique(step, words),))


def whole_figure(turn: Turn, words: Words) -> KeyFigure:
    """All the amounts of a step, for a table without room beside them: a number only when there is no more to say."""
    step = turn.step
    amounts = step.amounts
    if step.phases or not (amounts[1:] or amounts[0].share or turn.repeats):
        return key_figure(turn, words)
    text = word_briefly(amounts, words)
    if turn.repeats:
        return WordFigure((_again_then(turn, uncapitalize(text), words),))
    figure = None if amounts[1:] else _figure(amounts[0], words)
    return figure if isinstance(figure, EachWayFigure) else WordFigure((capitalize(text),))


def _figure(amount: Amount, words: Words) -> KeyFigure | None:
    """The large number of an amount, with what it is for; None when it is better in words."""
    if amount.figure is None:
        return None
    number, unit = amount.figure
    ways = amount.share.directions
    if len(ways) == 2 and not amount.share.spots:
        line = ", ".join(words.say("count_way", count=number, way=word_way(way, words)) for way in ways)
        return EachWayFigure(number, line, (way_icon(ways[0]), way_icon(ways[1])))
    counted = word_phrase(unit, words) if unit else ""
    return CountFigure(number, _join(counted, word_share(amount.share, words)))


def word_amount_or_technique(step: Step, words: Words) -> str:
    """The first amount of a step; the name of its technique when the author gives none."""
    return capitalize(word_amount(step.amounts[0], words) or words.techniques[step.technique])


def _again_then(turn: Turn, then: str, words: Words) -> str:
    """The steps to be done again, and how much of this one after them."""
    again = word_again(turn, words)
    return words.say("again_then", again=again, then=then) if then else again


def word_again(turn: Turn, words: Words) -> str:
    """The steps to be done again, and those of its card that are not: "Steps B1 and B2 again, not step B3"."""
    steps = word_steps(turn.repeats, words)
    if not turn.not_again:
        return words.say("again", steps=steps)
    return words.say("again_not", steps=steps, others=uncapitalize(word_steps(turn.not_again, words)))


def further_amounts(amounts: Sequence[Amount], words: Words) -> list[Fact]:
    """The amounts after the first, each with its icon: "Hold 5 s"."""
    texts = ((amount.icon, capitalize(word_amount(amount, words))) for amount in amounts[1:])
    return [Fact(icon, text, needed=True, amount=True) for icon, text in texts]


def word_whole(step: Step, amount: str, words: Words) -> str:
    """An amount of a step; with phases, that it is for all of them together, unless it comes after them."""
    together = step.phases and step.amounts[0].field in FOR_ALL_PHASES
    return words.say("all_phases", amount=uncapitalize(amount)) if together else capitalize(amount)


def word_phases(step: Step, words: Words, numbered: bool = True) -> Iterator[str]:
    """Each phase of a step in a line: "1 Rock about 30 s", or without its number."""
    for number, phase in enumerate(step.phases, 1):
        amount = word_phase_amount(step, phase, words)
        first, _, rest = amount.partition(" ")
        said = phase.do.lower().split()[-1:] == [first]  # "Squeeze, hold" needs no second "hold"
        yield words.say(
            "phase",
            number=phase_number(number, phase) if numbered else "",
            do=phase.do if said else _before_amount(step, phase, amount, words),
            amount=rest if said else amount,
        ).strip()


def _before_amount(step: Step, phase: Phase, amount: str, words: Words) -> str:
    """What to do in a phase, apart from how much: "Pull, hold 3 s", "Circle each joint: 5 s", "Lines 1 to 3: ×5"."""
    if step.amounts_of(phase)[0].field in ("hold", "rest"):
        return f"{phase.do},"
    runs_on = phase.do[-1].isdigit() or amount[:1].isdigit()
    return words.say("phase_apart", do=phase.do) if amount and runs_on else phase.do


def phase_number(number: int, phase: Phase) -> str:
    """The number of a phase before its title: "1", and "1)" before a title that begins with a number itself."""
    return f"{number})" if phase.do[:1].isdigit() else f"{number}"


def word_phase_amount(step: Step, phase: Phase, words: Words) -> str:
    """The amount of a phase: "×3 to mid-back", "about 30 s", "hold 5 s"."""
    return uncapitalize(word_briefly(step.amounts_of(phase), words))


def _join(text: str, share: str) -> str:
    return f"{text} {share}" if text and share else text or share


def word_note(action: Action) -> str:
    """The change from one time to the next."""
    return action.measure.note or ""
