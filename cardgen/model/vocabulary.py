"""The terms that authors use, and the limits of their values."""

from typing import Annotated, Literal, get_args

import msgspec

from cardgen.reading.models import ID_PATTERN, LETTERS_PATTERN, Model

Technique = Literal[
    "effleurage", "feathering", "kneading", "squeezing", "wringing", "compression", "pressing", "press-and-hold",
    "friction", "circles", "sawing", "skin-rolling", "skin-lifting", "knuckling", "forearm", "stripping",
    "hacking", "tapping", "rocking", "vibration", "joint-movement", "stretching", "holding",
]  # fmt: skip
HandPart = Literal[
    "palms", "flat-fingers", "heel-of-hand", "edge-of-hand", "fingertips", "middle-fingertip", "two-fingertips",
    "three-fingertips", "thumbs", "stacked-thumbs", "thumb-and-finger", "v-hand", "knuckles", "fist", "forearm",
    "hand-on-hand", "support",
]  # fmt: skip
Direction = Literal[
    "toward-head", "toward-feet", "up-and-back", "across", "both-ways", "outward", "inward", "toward-spine",
    "away-from-spine", "toward-chest", "clockwise", "counterclockwise", "circles-both-ways", "round", "in-place",
    "still",
]  # fmt: skip
Pace = Literal["very-slow", "slow", "quick"]
GiverPlace = Literal["head", "feet", "left", "right", "square-on", "kneeling"]
Position = Literal["prone", "supine", "side", "seated"]
Level = Literal["none", "feather", "light", "medium", "firm", "deep"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""From the lightest to the deepest."""
Sides = Literal["each", "right-then-left", "left-then-right", "far-then-near", "near", "left", "right", "together"]
RoutineSides = Literal["each", "right-then-left", "left-then-right"]
ORDERED_SIDES: dict[str, tuple[str, str]] = {"right-then-left": ("right", "left"), "left-then-right": ("left", "right")}
"""The first side and the second one, where the order is known."""
OTHER_ORDER: dict[RoutineSides, RoutineSides] = {
    "each": "left-then-right", "right-then-left": "left-then-right", "left-then-right": "right-then-left"
}  # fmt: skip
"""The order in which a routine would begin on what is now its second side; a drawing without a side is of the right."""
FIRST_SIDES = {name: first for name, (first, _) in ORDERED_SIDES.items()} | {"left": "left", "right": "right"}
"""The receiver's side that is first, or the only one, where it is known."""
ONE_TIME_SIDES: tuple[Sides, ...] = ("near", "left", "right", "together")
"""Sides of a step that is done once; all others are on one side, then on the other."""
OTHER_SIDE = {"right": "left", "left": "right"}
Once = Literal["first", "last"]
Keep = Literal["opening", "core", "detail", "extra", "closing"]
Rank = Literal["core", "detail", "extra"]
Limb = Literal["side", "leg", "arm", "foot", "hand"]
StepKey = Literal[
    "where", "giver", "receiver", "hands", "pressure", "repeat", "direction", "pace", "sides", "phases", "variants",
    "cue", "detail", "caution", "leave_out_with", "ask", "minutes",
]  # fmt: skip
"""The keys of a step about the massage itself: all but its names, its rank in short sessions, and its pictures."""
RoutineKey = Literal[
    "giver",
    "sides",
    "ask",
    "not_with",
    "leave_out_with",
    "cautions",
    "strength_at_most",
    "prepare",
    "principles",
    "before_other_side",
    "settle",
    "rest",
    "after",
]
"""The same of a routine."""

Sign = Literal[
    "glide", "back", "on", "circles", "ring", "rotation", "roll", "knead", "wring", "squeeze", "press", "hold",
    "rock", "saw", "hack", "tap", "skin-roll", "lift", "forearm", "stretch", "feather", "hand", "support", "still",
    "sore",
]  # fmt: skip
"""The signs with which strokes are drawn."""

LEAST_SESSION, MOST_SESSION = 5, 180
"""Minutes of a session."""
MOST_STEPS = 2000
"""Of a routine or a program: far more than anybody can do in a day."""
MOST_ENTRIES, MOST_STROKES = 30, 20
"""Limits of a list and of a drawing, more than fits on a card: one card cannot hold up all others."""

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=72)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=48)]
Id = Annotated[str, msgspec.Meta(pattern=ID_PATTERN)]
Letters = Annotated[str, msgspec.Meta(pattern=LETTERS_PATTERN)]
Many = msgspec.Meta(max_length=MOST_ENTRIES)

Positive = Annotated[int, msgspec.Meta(ge=1, le=999)]
Number = Annotated[float, msgspec.Meta(gt=0, le=999)]
Reach = Annotated[float, msgspec.Meta(ge=1, le=600)]
"""A length in the units of a view; views are up to about 1,000 units wide."""


class About(Model, frozen=True, kw_only=True):
    """An estimate, printed with the word "about"."""

    about: Number
    """The minutes, or the seconds where seconds belong, such as 1.5."""
    least: Number | None = None
    """The least that a short session may give it."""
    most: Number | None = None
    """The most that a long session may give it."""


Minutes = Number | About
"""A time that the author states, or an estimate."""
SessionMinutes = Annotated[int, msgspec.Meta(ge=LEAST_SESSION, le=MOST_SESSION)]
