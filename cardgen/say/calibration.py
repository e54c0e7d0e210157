"""The words of the printer test sheet: what to do with it, step by step."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cardgen.say.words import Advice, Words, fill


class Instructions(Struct, frozen=True):
    """The words of both sides of a test sheet."""

    title: str
    steps: tuple[Advice, ...]
    """Three for the front, two for the back."""
    hints: tuple[Advice, ...]


def word_test_sheet(words: Words, paper: str, flip: Literal["long", "short"]) -> Instructions:
    """The words for an upright sheet of `paper` that is turned over its long or its short edge."""
    values = {
        "turn": words.say("like_book" if flip == "long" else "like_calendar"),
        "option": "" if flip == "long" else " --flip short",
        "other": "short" if flip == "long" else "long",
    }

    def filled(advice: Advice) -> Advice:
        commands = [fill(command, **values) for command in advice.commands]
        return replace(advice, text=fill(advice.text, **values), commands=commands)

    title = words.say("test_sheet_paper", paper=paper)
    return Instructions(title, tuple(map(filled, words.calibration)), tuple(map(filled, words.calibration_hints)))
