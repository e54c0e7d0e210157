"""Routines as practitioners write them: every number, unit and qualifier is on cards, overview and plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from tests.support.commands import run
from tests.support.folders import TEST_DATA
from tests.support.printed import face_text, page_texts
from tests.support.printing import print_booklet
from tests.support.together import together

FOLDER = TEST_DATA / "own"
FACTS: dict[str, dict[int, list[str]]] = msgspec.yaml.decode((FOLDER / "facts.yml").read_bytes(), strict=False)
"""What the cards of each step must say, by routine."""
CASES = [(name, step, fact) for name, steps in FACTS.items() for step, facts in steps.items() for fact in facts]
THEME = theme("standard")


@cache
def session(name: str) -> Session:
    return plan(load_selection([str(FOLDER / f"{name}.yaml")]))


@cache
def faces(name: str, layout_name: str, stock_name: str) -> list[Face]:
    cards = layout(layout_name)(word_deck(session(name)), Format(stock(stock_name).size), THEME, True)
    return [face for card in cards for face in card if face]


def is_said(fact: str, texts: Iterator[str]) -> bool:
    """Whether a fact is in a text as whole words, in capitals or not."""
    pattern = re.compile(rf"(?<!\w){re.escape(fact)}(?!\w)", re.IGNORECASE)
    return any(pattern.search(" ".join(text.replace("\u00a0", " ").split()).replace("× ", "×")) for text in texts)


def test_every_routine_has_facts() -> None:
    assert set(FACTS) == {path.stem for path in Path(FOLDER).glob("*.yaml")}
    assert {name: list(steps) for name, steps in FACTS.items()} == {
        name: [turn.number for turn in session(name).turns] for name in FACTS
    }


@together
@pytest.mark.parametrize("stock_name", ["a6", "poker"])
@pytest.mark.parametrize(("name", "step", "fact"), CASES)
def test_a_fact_is_on_the_card_of_its_step(name: str, step: int, fact: str, stock_name: str) -> None:
    texts = (face_text(face) for face in faces(name, "steps", stock_name) if re.search(rf" [A-Z]+{step}: ", face.name))
    assert is_said(fact, texts)


@together
@pytest.mark.parametrize("stock_name", ["a5", "poker"])
@pytest.mark.parametrize(("name", "step", "fact"), CASES)
def test_a_fact_is_on_the_overview(name: str, step: int, fact: str, stock_name: str) -> None:
    assert is_said(fact, iter([" ".join(map(face_text, faces(name, "overview", stock_name)))]))


@cache
def booklet(name: str) -> str:
    return " ".join(page_texts(print_booklet(session(name), pages=True).data))


@cache
def shown(name: str) -> str:
    return run("show", str(FOLDER / f"{name}.yaml")).output


@cache
def markdown(name: str) -> str:
    return run("export", str(FOLDER / f"{name}.yaml"), "--markdown", "--output", "-").output.replace("\\", "")


@together
@pytest.mark.parametrize("text_of", [booklet, shown, markdown])
@pytest.mark.parametrize(("name", "step", "fact"), CASES)
def test_a_fact_is_in_the_booklet_and_in_texts(name: str, step: int, fact: str, text_of: Callable[[str], str]) -> None:
    assert is_said(fact, iter([text_of(name)]))


@cache
def plan_text(name: str, paper_name: str) -> str:
    printed = lay_out_plan(word_plan(session(name)), Format(paper(paper_name).size), THEME)
    return " ".join(map(face_text, printed))


@together
@pytest.mark.parametrize("paper_name", ["a4", "letter"])
@pytest.mark.parametrize(("name", "step", "fact"), CASES)
def test_a_fact_is_on_the_plan(name: str, step: int, fact: str, paper_name: str) -> None:
    assert is_said(fact, iter([plan_text(name, paper_name)]))
