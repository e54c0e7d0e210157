"""What a receiver may have that a step must know of is asked, or read, before the first touch."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import pytest
from msgspec import Struct
from msgspec.structs import replace

from cardgen.library.finding import routines
from cardgen.library.loading import load, load_selection
from cardgen.model.action import Pressure
from cardgen.model.prose import whole_text
from cardgen.model.routine import Routine, Step
from cardgen.model.safety import Caution
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.words import ENGLISH, words
from tests.support.folders import TEST_DATA
from tests.support.kept import session_of
from tests.support.safety import gathered_lines


class Condition(Struct):
    """What a receiver may have, as `data/conditions.yaml` describes it."""

    named: str
    asked: str = ""


CONDITIONS = msgspec.yaml.decode((TEST_DATA / "conditions.yaml").read_bytes(), type=dict[str, Condition])
FOR_SOME = re.compile(r"(?i)\b(?:not with|leave \w+ out with|only with|if (?:they|you) have)\b")
"""How a text begins to say that a step is not for everybody."""


def is_in(condition: str, text: str) -> bool:
    return bool(re.search(condition, text, re.IGNORECASE))


def general_rules() -> list[str]:
    """What cardgen asks and rules out itself: on safety cards, then on plans."""
    spoken = words(ENGLISH)
    kinds = (spoken.safety, (*spoken.checks, *spoken.care))
    return [" ".join(" ".join([rule.text, *getattr(rule, "conditions", ())]) for rule in rules) for rules in kinds]


def texts_of(step: Step) -> str:
    asked = [step.ask] if isinstance(step.ask, str) else list(step.ask or ())
    given = (step.cue, step.detail, step.caution, *asked)
    return " ".join([*step.exclusions, *(whole_text(text) for text in given if text)])


def unasked(session: Session) -> Iterator[tuple[str, str]]:
    """The conditions that steps name and nothing before them does."""
    before, rules = "\n".join(gathered_lines(session)), general_rules()
    for turn in session.turns:
        for name, condition in CONDITIONS.items():
            asked = condition.asked or condition.named
            is_known = is_in(asked, before) or all(is_in(asked, rule) for rule in rules)
            if is_in(condition.named, texts_of(turn.step)) and not is_known:
                yield turn.step.name, name


@pytest.mark.parametrize("name", routines())
def test_what_a_step_must_know_of_is_asked_before_the_first(name: str) -> None:
    assert list(unasked(session_of(name))) == []


def test_a_condition_that_only_a_step_names_is_found() -> None:
    selection = load_selection(["chair-office"])
    chosen = selection.routines[0]
    steps = [replace(step, caution="Not with neck pain.") for step in chosen.routine.steps[:1]]
    own = replace(chosen.routine, ask=[], steps=steps)
    session = plan(replace(selection, routines=(replace(chosen, routine=own),)))
    assert [condition for _, condition in unasked(session)] == ["neck pain"]


def for_some(routine: Routine) -> Iterator[str]:
    """Every condition for which a step is left out, or for which something else holds."""
    yield from (caution.only_with for caution in routine.cautions if isinstance(caution, Caution))
    for step in routine.steps:
        yield from step.exclusions
        yield from (text for text in texts_of(step).split(". ") if FOR_SOME.search(text))


@pytest.mark.parametrize("name", routines())
def test_every_condition_of_a_step_is_one_that_is_looked_for(name: str) -> None:
    """A list that was divided at the comma of "a replaced, sore or unstable hip" has parts without a noun."""
    known = [condition.named for condition in CONDITIONS.values()]
    found = list(for_some(load(name)))
    assert [text for text in found if not any(is_in(one, text) for one in known)] == []
    assert [text for text in found if re.fullmatch(r"(?i)an? (?:replaced|sore|weak|recent|unstable)", text)] == []


def is_heavy(step: Step) -> bool:
    """Whether body weight presses or pulls."""
    return any(isinstance(one.pressure, Pressure) and one.pressure.using for one in (step, *step.actions))


def is_firm_on_one_place(step: Step) -> bool:
    """Whether a step presses firmly with a forearm, or on one spot for some time."""
    level = step.pressure.level if isinstance(step.pressure, Pressure) else step.pressure
    return level in ("firm", "deep") and step.technique in ("forearm", "press-and-hold")


@pytest.mark.parametrize("name", routines())
def test_bones_and_blood_are_spared_what_is_heavy(name: str) -> None:
    routine = load(name)
    for step in routine.steps:
        left_out = " ".join([*routine.leave_out_with, *step.exclusions])
        if is_heavy(step) or is_firm_on_one_place(step):
            assert "brittle bones" in left_out, step.id
        if is_firm_on_one_place(step):
            assert "blood thinners" in left_out, step.id
