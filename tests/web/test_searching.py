"""Finding a massage by words, and the notes for people who name an illness or a pain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.asking import Site
from tests.support.browser import Person, expect, person
from tests.support.printed import page_texts


@pytest.fixture(scope="module")
def seeker(browser: Any, site: Site) -> Iterator[Person]:
    """Somebody who looks at all massages, and searches for one thing after another."""
    with person(browser, site.address) as somebody:
        somebody.open()
        yield somebody


def search_for(seeker: Person, words: str) -> None:
    """Type the words, and wait until the page has looked for them."""
    seeker.page.get_by_role("searchbox").fill(words)
    seeker.page.locator(f".gallery[data-search='{words}']").wait_for(state="attached")


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("whole body", "Full body"),
        ("tummy", "Belly"),
        ("belly", "Belly"),
        ("lower back", "Relaxing back"),
        ("spine", "Relaxing back"),
        ("calf", "Back of the legs"),
        ("elderly", "Quick hands"),
        ("back", "Relaxing back"),
        ("office", "Chair massage at the office"),
        ("grandmother", "Quick hands"),
        ("old lady", "Quick hands"),
        ("hands for my grandmother", "Quick hands"),
        ("massage for an old man", "Quick hands"),
        ("cancer", "Quick hands"),
        ("tired legs", "Back of the legs"),
        ("legs tired", "Back of the legs"),
        ("back pain", "Relaxing back"),
        ("feet zzz", "Feet"),
    ],
)
def test_other_words_lead_to_massages(seeker: Person, word: str, first: str) -> None:
    search_for(seeker, word)
    expect(seeker.page.locator(".gallery strong").first).to_have_text(first)


def test_what_must_be_known_is_said_to_who_searches(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/?search=pregnant")
        expect(somebody.page.locator(".search-note")).to_contain_text("ask a health professional first")
        expect(somebody.page.locator(".gallery li")).to_have_count(0)
        somebody.open("#/?search=headache")
        expect(somebody.page.locator(".search-note")).to_contain_text("for a doctor")
        assert somebody.page.locator(".gallery li").count() > 2


@pytest.mark.parametrize(
    ("words", "told", "refused"),
    [
        ("back pain", "runs down a leg", False),
        ("neck pain", "after a fall", False),
        ("my knee hurts", "is for a doctor", False),
        ("fever", "do not massage now", True),
        ("swollen legs", "blood clot", True),
        ("varicose veins", "Never work", False),
        ("osteoporosis", "Ask a health professional first", False),
        ("cancer", "Ask a health professional first", False),
        ("sciatica", "runs down a leg", False),
        ("fracture", "do not massage", True),
        ("leg cramp", "blood clot", False),
        ("period pain", "ask a doctor first", False),
        ("my grandmother", "never more than light", False),
        ("pregnant back pain", "ask a health professional first", True),
        ("chest pain", "call an ambulance", True),
    ],
)
def test_who_names_an_illness_is_told_what_to_do(seeker: Person, words: str, told: str, refused: bool) -> None:
    search_for(seeker, words)
    expect(seeker.page.locator(".search-note")).to_contain_text(told)
    if refused:
        expect(seeker.page.locator(".gallery li")).to_have_count(0)


def test_an_unknown_word_is_named_and_leaves_the_others(seeker: Person) -> None:
    search_for(seeker, "feet zzz")
    expect(seeker.page.locator(".count")).to_contain_text("“zzz”")
    search_for(seeker, "zzz")
    expect(seeker.page.locator(".count")).not_to_contain_text("remove")
    expect(seeker.page.locator(".count")).to_contain_text("part of the body")


def test_every_position_that_is_offered_has_massages(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open()
        choice = somebody.page.get_by_label("Position")
        for position in choice.locator("option").evaluate_all("all => all.map((one) => one.value)"):
            choice.select_option(position)
            expect(somebody.page.locator(".gallery li")).not_to_have_count(0)


def test_what_must_be_kept_in_mind_is_printed(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/?search=my+grandmother")
        page = somebody.page
        expect(page.locator(".search-note")).to_contain_text("What you print will say")
        page.get_by_role("link", name="Quick hands").click()
        somebody.wait_for_pages()
        expect(page.get_by_label("A note to keep in mind")).to_have_value(re.compile("Only light pressure"))
        assert "Only light pressure" in "".join(page_texts(somebody.download()))
        assert "light" not in page.url
