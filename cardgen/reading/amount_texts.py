"""How people write amounts: "10 times", "3x10", "30-45 s", "1 min 30 s", "3 slow breaths", "4 grooves"."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct

WHOLE = "[1-9][0-9]{0,2}"
NUMBER = f"(?:(?:{WHOLE})?[¼½¾]|(?:0|{WHOLE})[.][0-9]{{1,2}}|{WHOLE})"
TO = " ?(?:-|–|to) ?"
SECONDS, MINUTES = "(?:s|secs?|seconds?)", "(?:min|mins|minutes?)"
WORD = "[A-Za-zÀ-ÿ'’]{1,16}"
MANNER = "(?:[a-z]{3,12} ){0,2}"
COUNTED = f"(?:several|at least {WHOLE}|{WHOLE}(?:{TO}{WHOLE})?)"
SETS = f"{WHOLE} ?[x×] ?{WHOLE}"
TIMED = (
    f"(?:about |at least )?(?:{WHOLE} ?{MINUTES} {WHOLE} ?{SECONDS}"
    f"|{NUMBER}(?:{TO}{NUMBER})? ?(?:{SECONDS}|{MINUTES}|{MANNER}breaths?))"
    "|(?:a )?moment"
)
BEATS = f"(?:{WORD} ){{0,2}}[1-9][0-9]?(?: {WORD}){{0,2}}"
NO_BEATS = f"(?:breaths?|{SECONDS}|{MINUTES}|times)"
"""Things that are counted in other units than beats."""
NO_SPOTS = (
    f"[1-9][0-9]? (?:{NO_BEATS}|mm|cm|inch(?:es)?|sets?|passes|percent)\\b"
    "|.*\\b(?:apart|wide|broad|(?<=finger )widths?)\\b"
)
"""Things that are not spots although a number precedes them, and the distances and widths of spots."""
SPOT_WORD = f"(?:[1-9][0-9]?|{WORD})"

MOVEMENTS = (
    "strokes? circles? reps? repetitions? rounds? squeezes? press(?:es)? pulls? push(?:es)? lifts? turns? rotations? "
    "rolls? taps? sweeps? glides? slides? cycles? loops? movements? moves? kneads? stretch(?:es)? swings? pumps?"
)
"""Things that are done a number of times: a name that adds nothing to the number."""
MOVEMENT = f"(?:{'|'.join(MOVEMENTS.split())})"
COUNT_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NEXT_TIMES = (
    rf"(?<!last )(?<!first )\b({WHOLE}|{'|'.join(COUNT_WORDS)}|once|twice)(?:{TO}({WHOLE}))?"
    rf" (?:[a-z]+ )?(?:more|times|{MOVEMENT})\b"
)
NEXT_TIME = (
    rf"(?:about )?\b(?:{NUMBER}(?:{TO}{NUMBER})? ?(?:{SECONDS}|{MINUTES}|{MANNER}breaths?)|half a minute|a minute)\b"
)
"""A text about what comes after the first amount: "ten more with the thumbs", "hold 10 s"."""

TIMES_PATTERN = f"^(?:{COUNTED}(?: times)?|{SETS})$"
PASSES_PATTERN = f"^(?:{COUNTED}(?: passes)?)$"
TIME_PATTERN = f"^(?:{TIMED}|{WHOLE}{TO}{WHOLE})$"
REPEAT_PATTERN = f"^(?:{COUNTED}(?: times| passes)?|{SETS}|{TIMED})$"
BEATS_PATTERN = f"^(?!.*\\b(?:{NO_BEATS}|counts?)\\b)(?:{BEATS}(?:(?:, | and ){BEATS}){{0,3}})$"
SPOTS_PATTERN = (
    f"^(?!{NO_SPOTS})(?:(?:[1-9][0-9]?|(?:[a-z]{{2,9}} )?(?:each|every)) {SPOT_WORD}(?: {SPOT_WORD}){{0,5}})$"
)
AMOUNT_PATTERNS = {
    TIMES_PATTERN: "a number, a range as in '4-6', sets as in '3x10', 'at least 3', or 'several'",
    PASSES_PATTERN: "a number, a range as in '2-3', or 'several'",
    TIME_PATTERN: "seconds, or a number and its unit, as in '30-45 s', '1 min 30 s', '3 slow breaths'",
    REPEAT_PATTERN: "a number of times, or an amount with its unit, as in '3 passes', '30 s', '3 breaths'",
    BEATS_PATTERN: "the number to count to, or its parts, as in '4 up, 4 back'",
    SPOTS_PATTERN: "how many and what they are, as in '4 grooves', or 'each finger'",
}
"""Each pattern, and what to write, in an author's words."""

Unit = Literal["s", "min", "breaths", "moment"]
FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


class Span(Struct, frozen=True):
    """How long something takes, in its author's unit."""

    number: str
    """As it is printed: "30–45", "1½"; empty for a moment."""
    unit: Unit
    least: float
    """In seconds, or in breaths."""
    most: float
    seconds: str = ""
    """The seconds in excess of whole minutes: "30" in "1 min 30 s"."""
    manner: str = ""
    """How to breathe: "slow"."""
    about: bool = False
    at_least: bool = False

    @property
    def usual(self) -> float:
        """The middle, in seconds or in breaths."""
        return (self.least + self.most) / 2


class Counted(NamedTuple):
    """How often: a number or a range, perhaps in sets."""

    least: int
    most: int
    """0 for several."""
    sets: int = 0
    at_least: bool = False

    @property
    def number(self) -> str:
        """In figures: "3", "3–5"; empty for several."""
        return (f"{self.least}" if self.least == self.most else f"{self.least}–{self.most}") if self.most else ""


SEVERAL = Counted(0, 0)


@cache
def parse_span(text: str) -> Span:
    """Read a text of TIME_PATTERN; a range without a unit is in seconds."""
    if "moment" in text:
        return Span("", "moment", 0, 0)
    about, at_least = text.startswith("about "), text.startswith("at least ")
    found = re.fullmatch(
        rf"(?:about |at least )?({NUMBER})(?:{TO}({NUMBER}))? ?(?:([^0-9]+?)(?: ({WHOLE}) ?{SECONDS})?)?", text
    )
    if not found:
        raise ValueError(f"'{text}' is not a length of time")
    least, most = found[1], found[2] or found[1]
    number, word, rest = least if least == most else f"{least}–{most}", (found[3] or "s").strip(), found[4] or ""
    manner, _, noun = word.rpartition(" ")
    unit: Unit = "breaths" if noun.startswith("breath") else "min" if re.fullmatch(MINUTES, noun) else "s"
    each = 60 if unit == "min" else 1
    shortest, longest = (each * value(number) + int(rest or 0) for number in (least, most))
    return Span(number, unit, shortest, longest, rest, manner, about, at_least)


def value(number: str) -> float:
    """The value of a number with a fraction: "1½"."""
    return int(number[:-1] or 0) + FRACTIONS[number[-1]] if number[-1] in FRACTIONS else float(number)


@cache
def parse_counted(text: str) -> Counted:
    """Read a text of TIMES_PATTERN or PASSES_PATTERN."""
    if text.startswith("several"):
        return SEVERAL
    numbers = [int(number) for number in re.findall("[0-9]+", text)]
    if re.search("[x×]", text):
        return Counted(numbers[1], numbers[1], numbers[0])
    return Counted(numbers[0], numbers[-1], at_least=text.startswith("at least "))


class Following(NamedTuple):
    """What is done after the first amount, as far as a text says how much."""

    times: float = 0
    span: Span | None = None


@cache
def parse_following(text: str) -> Following:
    """Read the amount that comes next in a text: 10 times for "ten more with the thumbs"; often none."""
    plain = text.lower()
    times, time = re.search(NEXT_TIMES, plain), re.search(NEXT_TIME, plain)
    span = None
    if time:
        said = time[0].replace("half a minute", "30 s").replace("a minute", "1 min")
        span = parse_span(said)
    return Following((_counted_in(times[1]) + _counted_in(times[2] or times[1])) / 2 if times else 0, span)


def _counted_in(word: str) -> int:
    """The number that a word or digits stand for."""
    known = {name: number for number, name in enumerate(COUNT_WORDS, 1)} | {"once": 1, "twice": 2}
    return known.get(word) or int(word)


def count_beats(text: str) -> int:
    """The length of a count in beats: 8 for "4 up, 4 back"."""
    return sum(int(number) for number in re.findall("[0-9]+", text))


def count_spots(text: str) -> int | None:
    """The number of named spots; None when the author does not say."""
    found = re.search("[0-9]+", text)
    return int(found[0]) if found else None
