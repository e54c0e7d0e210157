"""Words the printer test sheet: what to do with it, step by step."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from cardgen.scene.pages import Flip
from cardgen.sheets.printer import Printer
from cardgen.wording.entry_words import InstructionWords
from cardgen.wording.words import Words, fill


class TestSheetWords(Struct, frozen=True):
    """The words of both sides of a test sheet."""

    title: str
    steps: tuple[InstructionWords, ...]
    """Three for the front, two for the back."""
    hints: tuple[InstructionWords, ...]


def word_test_sheet(words: Words, paper: str, printer: Printer, booklet: bool) -> TestSheetWords:
    """The words for a sheet of cards, which the printer turns over its long or short edge, or for one of a booklet."""
    values = _for_booklet(words) if booklet else _for_cards(words, printer.flip)

    def filled(instruction: InstructionWords) -> InstructionWords:
        commands = [fill(command, **values) for command in instruction.commands]
        return replace(instruction, text=fill(instruction.text, **values), commands=commands)

    title = words.say("test_sheet_paper", paper=paper)
    if any(printer.back_shift):
        title += words.say("test_sheet_moved", shift=printer.back_shift)
    return TestSheetWords(title, tuple(map(filled, words.calibration)), tuple(map(filled, words.calibration_hints)))


def _for_booklet(words: Words) -> dict[str, str]:
    return {
        "turn": words.say("like_book"),
        "print": "booklet full-body",
        "option": " --booklet",
        "remedy": words.say("flip_short"),
    }


def _for_cards(words: Words, flip: Flip) -> dict[str, str]:
    return {
        "turn": words.say("like_book" if flip == "long" else "like_calendar"),
        "print": "cards joints",
        "option": "" if flip == "long" else " --flip short",
        "remedy": words.say("flip_again", edge="short" if flip == "long" else "long"),
    }
