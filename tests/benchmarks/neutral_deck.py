"""The deck that every program prints: the words of its cards, and where everything is on a card."""

from __future__ import annotations

import json
import random
import sys
from itertools import product
from pathlib import Path
from typing import Any

MM = 72 / 25.4
DESIGN: dict[str, Any] = {
    "sheet": (210 * MM, 297 * MM),
    "card": (105 * MM, 148 * MM),
    "top": 0.5 * MM,
    "ink": "#111111",
    "paper": "#FFFFFF",
    "left": 8 * MM,
    "width": 89 * MM,
    "title": {"size": 22, "baseline": 52},
    "dots": {"middle": 84, "radius": 7, "pitch": 19, "line": 1.2},
    "badge": {"x": 212, "y": 68, "width": 63, "height": 32, "radius": 8, "size": 20, "baseline": 91},
    "arrow": {
        "x": 120,
        "y": 118,
        "side": 56,
        "outline": [(28, 2), (50, 26), (36, 26), (36, 54), (20, 54), (20, 26), (6, 26)],
    },
    "cue": {"size": 15, "leading": 20, "baseline": 212},
}
"""Lengths in points, from the top left of a card; `top` is from the top of the sheet to its first cards.

The arrow points up and is turned about the middle of its square.
"""

STROKES = ("Gliding", "Kneading", "Pressing", "Rocking", "Wringing", "Circling", "Stretching")
HANDS = ("palms", "thumbs", "fists", "fingertips", "knuckles", "forearms")
PLACES = ("ankle", "calf", "thigh", "hip", "sole", "knee", "hamstring", "heel", "instep", "shoulder", "ribs", "waist")
VERBS = ("glide", "knead", "press", "rock", "wring", "circle", "stretch", "stroke")
MANNERS = ("slowly", "lightly", "firmly", "evenly", "softly", "calmly", "smoothly", "quietly")
BODIES = ("hips", "legs", "waist", "feet", "belly")
COUNTS = ("two", "three", "four", "five", "six", "seven")
SIDES = ("out", "up", "down", "in", "across")
CUE = (
    "Begin with both {hands} at the {first}. Let {name} follow the breath and {verb} {manner} toward the {second}. "
    "Lean in from the {body}, wait there {count} breaths, then return {softly} past the {third} and repeat {name} "
    "a little further {side}."
)
"""Forty words."""
TURNS = (0, 90, 180, 270)
"""The ways that the arrow points: from up, in degrees clockwise."""
SYLLABLES = [first + second for first, second in product("bdfgklmnprstv", "aeiou")]
STRIDE = 7919
"""Spreads the names: one follows another that is not like it."""


def write_deck(path: Path, cards: int) -> None:
    """A deck of this many cards as JSON: `design`, and `cards` with title, cue, pressure, times and turn."""
    chance = random.Random(1)
    deck = {"design": DESIGN, "cards": [_card(number, chance) for number in range(cards)]}
    path.write_text(json.dumps(deck), encoding="utf-8")


def _card(number: int, chance: random.Random) -> dict[str, Any]:
    name = _name(number)
    first, second, third = chance.sample(PLACES, 3)
    cue = CUE.format(
        hands=chance.choice(HANDS),
        first=first,
        name=name,
        verb=chance.choice(VERBS),
        manner=chance.choice(MANNERS),
        second=second,
        body=chance.choice(BODIES),
        count=chance.choice(COUNTS),
        softly=chance.choice(MANNERS),
        third=third,
        side=chance.choice(SIDES),
    )
    return {
        "title": f"{chance.choice(STROKES)} {name}",
        "cue": cue,
        "pressure": 1 + number % 5,
        "times": 2 + number % 9,
        "turn": chance.choice(TURNS),
    }


def _name(number: int) -> str:
    """A word that is on no other card: a text of real length has new words to its end, and no store knows them."""
    size, place, name = len(SYLLABLES), number * STRIDE, ""
    for _ in range(3):
        place, syllable = divmod(place, size)
        name += SYLLABLES[syllable]
    return name.capitalize()


if __name__ == "__main__":
    write_deck(Path(sys.argv[1]), int(sys.argv[2]))
