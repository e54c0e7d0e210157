"""Small files that ask for much are refused in a line, or printed, in little memory and time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.reading.fitting import MOST_FAULTS
from tests.support.bounds import bounded
from tests.support.printing import print_cards

HEAD = "name: T\nsummary: S.\narea: back\nreceiver: prone\nsteps:\n"
STEP = "  - {{id: s{}, name: N, technique: kneading, where: W, cue: K, detail: D{}}}\n"
MOST_SAID = 400
"""The most characters of one fault."""


def steps(count: int, more: Callable[[int], str] = lambda number: "") -> str:
    """A routine with this number of steps, each with the fields that `extra` adds."""
    return HEAD + "".join(STEP.format(number, more(number)) for number in range(count))


BOMBS = {
    "a large file": ("#" * 4_000_001, "larger than 4 MB"),
    "a million entries": (HEAD + "  - a\n" * 600_000, "more than 250,000 values"),
    "a long list": (HEAD + "  - a\n" * 40_000, "this list has 40,000 entries"),
    "brackets in brackets": ("[" * 1_000_000, "too deep"),
    "braces in braces": ("{a: " * 500_000, "too deep"),
    "lists in lists": ("- " * 500_000, "too deep"),
    "keys in keys": ("? " * 500_000, "must be a plain word"),
    "a key again and again": ("a: 1\n" * 20_000, "given twice"),
    "unknown keys": ("".join(f"a{number}: 1\n" for number in range(20_000)), "There is no key"),
    "a long key": ("a" * 3_000_000 + ": 1\n", "colon"),
    "a long text": (HEAD + "  - " + "a" * 3_000_000, "cannot be used here"),
    "a text of many lines": (HEAD + "  - a\n" + "    b\n" * 300_000, "cannot be used here"),
    "a quotation mark": ('"' + "a\n" * 1_000_000, "is never closed"),
    "quotation marks": ('"' * 1_000_001, "There is text after"),
    "blank lines": ("\n" * 3_000_000, "empty"),
    "notes": ("# a\n" * 500_000, "empty"),
    "what may be notes": (HEAD + "  - a #b\n" * 50_000, "is a comment"),
    "anchors": ("".join(f"a{number}: &x{number} 1\n" for number in range(30_000)), "special meaning in YAML"),
    "escapes": ('x: "' + "\\e" * 1_000_000 + '"', "invisible character"),
    "accents on accents": (HEAD + "  - a" + "\u0301" * 1_000_000, "cannot be used here"),
    "characters that no font has": (steps(1500, lambda number: "\u63c9"), "no glyph"),
}


@pytest.mark.one_in(3)
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_gets_a_short_report(name: str, tmp_path: Path) -> None:
    text, output = BOMBS[name]
    bomb = tmp_path / "bomb.yaml"
    bomb.write_text(text, encoding="utf-8")
    with bounded(), pytest.raises(UserError, match=output) as raised:
        load_selection([str(bomb)])
    assert len(raised.value.faults) <= 2 * MOST_FAULTS + 1
    assert max(len(str(fault)) for fault in raised.value.faults) < MOST_SAID + len(str(bomb))


def test_a_program_is_refused_where_it_becomes_too_long(tmp_path: Path) -> None:
    (tmp_path / "long.yaml").write_text(steps(1500), encoding="utf-8")
    program = tmp_path / "program.yaml"
    program.write_text("name: P\nsummary: S.\nparts:\n" + "  - {routine: long.yaml}\n" * 50, encoding="utf-8")
    with bounded(), pytest.raises(UserError, match="has 3,000 steps; 2,000 is the most"):
        load_selection([str(program)])


def test_steps_that_repeat_steps_that_repeat_others_take_no_longer(tmp_path: Path) -> None:
    """Each of a hundred steps repeats the one before: what a repeated step repeats itself is not done again."""
    routine = tmp_path / "routine.yaml"
    text = steps(100, lambda number: f", minutes: 1, repeats: [s{number - 1}]" if number else ", minutes: 1")
    routine.write_text(text, encoding="utf-8")
    with bounded():
        assert plan(load_selection([str(routine)]), minutes=180).seconds <= 180 * 60


@pytest.mark.one_in(4)
@pytest.mark.parametrize("sign", ["skin-roll", "knead", "circles", "hack", "feather", "squeeze"])
def test_a_drawing_of_many_signs_is_printed(sign: str, tmp_path: Path) -> None:
    """As many strokes as are allowed, each up and down the whole body ten times, in the smallest signs."""
    stroke = f"{{draw: {sign}, size: 1, mirror: together, along: [{', '.join(['crown', 'toes.right'] * 10)}]}}"
    drawing = f", drawing: {{view: body-back, strokes: [{', '.join([stroke] * 20)}]}}"
    routine = tmp_path / "routine.yaml"
    routine.write_text(steps(1, lambda number: drawing), encoding="utf-8")
    with bounded():
        assert print_cards(plan(load_selection([str(routine)]))).cards
