"""Sheets with nothing on their backs: no file ends with one, and none is missing where sheets are turned by hand."""

from __future__ import annotations

import re

import pytest

from cardgen.jobs.printout import Printout
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from tests.support.printed import page_texts
from tests.support.printing import print_cards

PRINTS = [
    (["joints"], "order", "a4"),
    (["joints"], "order", "a5"),
    (["joints"], "order", "a6"),
    (["abdomen", "chest"], "overview", "a5"),
    (["face"], "overview", "a5"),
    (["neck", "face", "hands"], "order", "a4"),
    (["legs-back"], "steps", "a6"),
]


def _print(names: list[str], layout: str, stock: str, *, manual_duplex: bool) -> Printout:
    return print_cards(plan(load_selection(names)), layout=layout, stock=stock, manual_duplex=manual_duplex)


@pytest.mark.parametrize(("names", "layout", "stock"), PRINTS)
def test_no_print_ends_with_a_blank_page(names: list[str], layout: str, stock: str) -> None:
    printed = _print(names, layout, stock, manual_duplex=False)
    texts = page_texts(printed.data)
    assert texts[-1].strip()
    assert ("on one side" in " ".join(printed.advice)) == (len(texts) == 1)


@pytest.mark.parametrize(("names", "layout", "stock"), PRINTS)
def test_sheets_turned_by_hand_meet_their_backs(names: list[str], layout: str, stock: str) -> None:
    printed, usual = (_print(names, layout, stock, manual_duplex=by_hand) for by_hand in (True, False))
    texts, in_turn = page_texts(printed.data), page_texts(usual.data)
    advice = " ".join(printed.advice)
    if "on one side" in advice:
        assert texts == in_turn[::2]
        assert not any(text.strip() for text in in_turn[1::2])
        return
    half = len(texts) // 2
    backs = [*in_turn[1::2], *([""] * (half - len(in_turn[1::2])))]
    assert texts == [*in_turn[::2], *reversed(backs)]
    numbers = [
        int(number) for number in re.findall(r"pages? (\d+)(?: to (\d+))?", advice) for number in number if number
    ]
    assert numbers == ([1, 2] if half == 1 else [1, half, half + 1, 2 * half])
