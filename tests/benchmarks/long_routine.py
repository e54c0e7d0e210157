"""Writes a routine of any length, no two steps in the same words."""

from __future__ import annotations

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

STROKES = (
    ("Glide", "effleurage"), ("Knead", "kneading"), ("Press", "pressing"), ("Rock", "rocking"), ("Wring", "wringing"),
    ("Circle", "circles"), ("Stretch", "stretching"),
)  # fmt: skip
HANDS = ("palms", "{use: thumbs, note: side by side}", "{use: fist, say: Loose fist}", "fingertips", "knuckles")
LEVELS = ("light", "{level: medium, zones: [{at: the knee, level: none}]}", "firm", "{level: [light, medium]}")
WAYS = ("round", "{way: up-and-back, note: down outside}", "across", "outward", "both-ways", "in-place")
REPEATS = ("{times: 3}", "{passes: 2}", "{extent: Up to the knee}", "{hold: 5}", "{times: [3, 5], each: spot}")
DRAWINGS = (
    "{view: legs-back, area: [leg.right]}",
    "{view: one-calf-back, area: [calf.right], avoid: [knee-back.right]}",
    "{view: one-thigh-back, area: [thigh-back.right], avoid: [thigh-inner.right]}",
)
STROKED = (
    "{view: legs-back, area: [leg.right], strokes: [{draw: glide, along: [above-ankle.right, knee-back.right, "
    "thigh-top.right], mirror: later}, {draw: feather, along: [thigh-top.right, calf-low.right], width: 20}]}",
    "{view: one-calf-back, area: [calf.right], strokes: [{draw: squeeze, along: [above-ankle.right, calf-mid.right], "
    "width: 24}, {draw: on, along: [above-ankle.right, calf-mid.right]}]}",
    "{view: one-thigh-back, area: [thigh-back.right], strokes: [{draw: wring, along: [thigh-top.right, "
    "knee-above.right], width: 34}, {draw: circles, along: [thigh-top.right, knee-above.right]}]}",
)
"""Drawings as above, with strokes."""
PLACES = ("ankle", "calf", "thigh", "hip", "sole of the foot", "outer knee", "hamstrings", "heel", "instep")
HINTS = (
    "Lean in with your weight and let the arms stay long.", "Keep the hands soft, and follow the shape of the leg.",
    "Breathe out as you press, and wait before you let go.", "Work from the hips; the shoulders stay low.",
)  # fmt: skip
STEP = """
  - id: step-{number}
    name: {stroke} {words}
    technique: {technique}
    where: From the {place} to place {words}
    hands: {hands}
    pressure: {level}
    direction: {way}
    repeat: {repeat}
    cue: {stroke} over the {place}, stroke {words}, and lean in slowly.
    detail: >-
      For stroke {words} both hands start at the {place} and travel side by side. {hint} At the far end they part,
      come back without pressure, and begin again a little further out than {words}.
    caution: Go lightly at place {words}.
    minutes: {{about: 1.5}}
    drawing: {drawing}
"""
HEAD = """
name: A long routine
summary: Many steps, one after another.
area: legs
receiver: prone
giver: feet
steps:"""


def routine(steps: int, strokes: bool = False) -> str:
    """The YAML of a routine of this many steps, with or without strokes on its drawings."""
    drawings = STROKED if strokes else DRAWINGS
    return HEAD + "".join(_step(number, drawings) for number in range(1, steps + 1))


def _step(number: int, drawings: tuple[str, ...]) -> str:
    def turn(choices: tuple[str, ...]) -> str:
        return choices[number % len(choices)]

    stroke, technique = STROKES[number % len(STROKES)]
    return STEP.format(
        number=number,
        words=_in_words(number),
        stroke=stroke,
        technique=technique,
        place=turn(PLACES),
        hands=turn(HANDS),
        level=turn(LEVELS),
        way=turn(WAYS),
        repeat=turn(REPEATS),
        hint=turn(HINTS),
        drawing=turn(drawings),
    )


def _in_words(number: int) -> str:
    """A number below ten thousand: 342 is "three hundred forty-two"."""
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            many, rest = divmod(number, size)
            return f"{ONES[many]} {name} {_in_words(rest) if rest else ''}".strip()
    tens, ones = divmod(number, 10)
    if tens < 2:
        return ONES[number]
    return f"{TENS[tens]}-{ONES[ones]}" if ones else TENS[tens]
