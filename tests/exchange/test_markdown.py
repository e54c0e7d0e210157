"""A page of Markdown has everything that is in a routine, and shows the author's words as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cardgen.exchange.markdown import as_markdown, escape_markdown
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load, load_selection
from cardgen.model.routine import Lengths
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.wording.cards import word_deck
from tests.support.any_routine import ODD, everything

READER = MarkdownIt("gfm-like", {"linkify": False})
ELSEWHERE = {"id", "icon", "drawing", "with_steps", "ours"}
"""Fields that a page without pictures states in other words, or need not state."""


def page_of(name: str) -> str:
    return as_markdown(load(name), plan(load_selection([name]), length="all"))


def shown(page: str) -> str:
    """The visible text of a page, one line for each paragraph or heading."""
    return "\n".join(_text(token) for token in READER.parse(page) if token.type == "inline")


def _text(token: Token) -> str:
    return "".join(part.content if part.type in ("text", "text_special") else "" for part in token.children or ())


def texts_of(data: Any, field: str = "") -> Iterator[str]:
    """Every text and every whole number in a value that an author wrote."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in ELSEWHERE:
                yield from texts_of(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from texts_of(value, field)
    elif isinstance(data, int) or " " in str(data) or str(data).startswith("word"):
        yield str(data)


@pytest.mark.parametrize("name", routines())
def test_every_text_of_a_routine_is_on_the_page(name: str) -> None:
    seen = shown(page_of(name)).lower().replace("\u00a0", " ")  # as authors write a number and its unit
    routine = msgspec.to_builtins(load(name))
    assert [text for text in texts_of(routine) if text.rstrip(".").lower() not in seen] == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_every_word_of_the_cards_is_on_the_page(name: str) -> None:
    deck = word_deck(plan(load_selection([name]), length="all"))
    seen = shown(page_of(name))
    cards = [*(card for group in deck.before for card in group), deck.after]
    cards += [section.opener for section in deck.sections if section.opener]
    blocks = [block for card in cards for block in card.blocks]
    for step in (step for section in deck.sections for step in section.steps):
        blocks += step.blocks
        assert f"{step.name}. {step.title}\n{step.cue}" in seen
        assert step.caution in seen
        assert all(fact.line in seen for fact in step.facts)
    texts = [text for block in blocks for text in (block.heading.rstrip("."), block.text.replace("\n", " "))]
    assert [text for text in texts if text not in seen] == []
    assert deck.disclaimer in seen


def test_every_field_of_a_routine_is_on_the_page() -> None:
    routine = everything()
    seen = shown(as_markdown(routine, plan(Selection.of(routine), length="all"))).lower()
    missing = [text for text in texts_of(msgspec.to_builtins(routine)) if text not in seen]
    assert missing == []


def test_a_page_has_headings_and_numbered_steps() -> None:
    page = page_of("joints")
    assert page.startswith("# Joint movements\n\nPassive movements that loosen")
    assert re.findall(r"^### .*", page, re.MULTILINE) == [
        "### J1. Circle the hip",
        "### J2. Knee to the chest",
        "### J3. Circle the wrist",
        "### J4. Circle the shoulder",
    ]
    conditions = "brittle bones, back pain, pregnancy, or a sore or replaced hip or knee"
    assert f"\n\n**Caution: Leave out with {conditions}. Stop at the point of resistance.**\n\n" in page
    assert page.endswith("**Hurts? Stop that stroke. Tingles? Stop at once.**\n")


def test_stated_lengths_are_on_the_page() -> None:
    routine = msgspec.structs.replace(load("joints"), lengths=Lengths(short=10, long=40))
    assert "\n\nShort: 10\u00a0min, long: 40\u00a0min.\n\n" in as_markdown(routine, plan(Selection.of(routine)))


def test_a_program_has_a_part_for_each_routine() -> None:
    written = load("back-and-legs")
    shares = [f"About {part.minutes:g}\u00a0min in a session of standard length." for part in written.parts]
    assert all(share in page_of("back-and-legs") for share in shares)
    headings = [line for line in page_of("back-and-legs").splitlines() if line.startswith("## ")]
    assert headings[3:-1] == [f"## {load(part.routine).name}" for part in written.parts]


@given(st.sampled_from(ODD) | st.text(st.sampled_from("ab1 .)(-+=#*_`~<>[]!|\\&;:/$^@{}'\"")))
def test_markup_in_texts_is_shown_as_it_is(text: str) -> None:
    text = " ".join(text.split())
    for page in (
        escape_markdown(text),
        f"# {escape_markdown(text)}",
        f"- **{escape_markdown(f'x {text} x')}.** {escape_markdown(text)}",
    ):
        tokens = READER.parse(page)
        seen = shown(page)
        assert seen == (f"x {text} x. {text}".rstrip() if page.startswith("- ") else text)
        assert not any(token.type.startswith(("link", "html", "code", "fence", "image", "hr")) for token in tokens)
