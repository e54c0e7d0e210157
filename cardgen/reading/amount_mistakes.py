"""Suggests how to write an amount that was not understood; where it may mean several, every one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from cardgen.reading.amount_texts import (
    BEATS_PATTERN,
    NO_BEATS,
    NUMBER,
    PASSES_PATTERN,
    REPEAT_PATTERN,
    SPOTS_PATTERN,
    TIME_PATTERN,
    TIMES_PATTERN,
    TO,
    WHOLE,
    Span,
    parse_span,
)

WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS = {word: str(number) for number, word in enumerate(WORDS, 1)} | {"once": "1", "twice": "2"}

AmountField = Literal["times", "passes", "time", "repeat", "minutes", "seconds", "beats", "spots"]
"""What a field may hold; `minutes` and `seconds` only numbers of these."""
AMOUNT_FIELDS: dict[str, AmountField] = {
    TIMES_PATTERN: "times",
    PASSES_PATTERN: "passes",
    TIME_PATTERN: "time",
    REPEAT_PATTERN: "repeat",
    BEATS_PATTERN: "beats",
    SPOTS_PATTERN: "spots",
}
TIME_FIELDS = ("seconds", "hold", "rest", "every", "at_most")
"""Fields of `repeat` that hold lengths of time."""
PATTERNS = {field: pattern for pattern, field in AMOUNT_FIELDS.items()}
CLOCK = r"\b(\d{1,3}):([0-5]\d)\b"
OTHER_WORDS = (
    (r"\b(\d{1,2}):([0-5]\d):00\b", r"\1 hours \2 min"),
    (CLOCK, r"\1 min \2 s"),
    (r"\b0(\d)\b", r"\1"),
    (r"\b0 min ", ""),
    (r" 0 s$", ""),
    (r"(?<=\d) ?(?:h|hrs?|hours?)\b", " hours"),
    (r"^an? (?=hour|min|sec|breath)|^1 (?=hours?$)", "1 "),
    (r"\bhalf an? hour\b", "30 min"),
    (r"\bhalf an? min(?:ute)?\b", "30 s"),
    (r"\b(?:around|circa|approx(?:imately)?|ca|roughly)\b\.? ?|[~≈] ?", "about "),
    (r"(?<=[a-z])\.", ""),
    (r"^(?:for|do|hold|rest|wait) ", ""),
    (rf"^({WHOLE}) ?min ({WHOLE})$", r"\1 min \2 s"),
    (r"(?<=[\d½¼¾]) ?['′]$", " min"),
    (r"(?<=[\d½¼¾]) ?(?:''|\"|″)$", " s"),
    (rf"^({WHOLE}) sets? of ({WHOLE})$", r"\1x\2"),
    (r"^(\d+) ?[x×]$|^[x×] ?(\d+)$", r"\1\2 times"),
)
"""Other ways of writing what cardgen reads."""
UNIT_KEYS = {"minutes": "min", "min": "min", "breaths": "breaths", "breath": "breaths", "sec": "s", "s": "s"}
"""Units that people write as keys."""
SPOT_KEYS = ("on", "in", "at", "per", "spot", "places", "points")
EACH_WORDS = {
    "side": "side", "leg": "leg", "arm": "arm", "foot": "foot", "direction": "direction", "way": "direction",
    "spot": "spot", "point": "spot", "place": "spot",
}  # fmt: skip
"""What a number is for, and how `each` calls it."""
SHARED = (
    rf"({WHOLE}(?:{TO}{WHOLE})?)(?: ?x| times)? "
    "(?:(per|on|in|with|at|for) (?:each |every |a )?|each |every )([a-z]+)"
)
OF_SPOTS = rf"({WHOLE}(?:{TO}{WHOLE})?)(?: ?x| times)? ((?:on|in|at) each of (?:the )?{WHOLE} [a-z][a-z ]*)"
SEVERAL_SETS = rf"({WHOLE})(?: ?(?:\+|and|,) ?\1)+"


def suggest_amount(text: str, field: AmountField) -> str:
    """What to write instead of a text that is meant as an amount; empty when nothing is known of it."""
    plain = rephrase(text)
    if re.match(r"(?:only )?once\b.*\b(?:begin|start|end|first|last|only)|only once", text.strip().lower()):
        only = "'once: first' or 'once: last' in the step, if all other steps are done on each side"
        return f"Write 1; and {only}."
    if field == "beats" and re.search(rf"\b{NO_BEATS}\b", plain):
        return f"Write 'seconds: ...' for how long each time takes, and 'note: {text.strip()}' for the words."
    if field in ("times", "passes", "repeat", "time") and (several := _suggest_several(text)):
        return several
    if field == "minutes" and re.fullmatch(rf"{NUMBER}(?:{TO}{NUMBER})?", plain):
        return ""
    if field == "minutes" and (clock := re.fullmatch(CLOCK, text.strip())):
        return _suggest_clock(int(clock[1]), int(clock[2]))
    pattern = PATTERNS.get(field)
    if pattern and re.search(pattern, plain):
        return f"Write {plain}."
    if re.search(TIME_PATTERN, plain):
        return _suggest_time(plain, field)
    if found := re.fullmatch(rf"(?:about )?({WHOLE}(?:{TO}{WHOLE})?) (?:times|x)", plain):
        return _suggest_times(found[1], field)
    if found := re.fullmatch(rf"(?:to )?(?:a )?counts? (?:of |to )?({WHOLE})|({WHOLE}) (?:counts?|beats?)", plain):
        return f"Write 'count: {found[1] or found[2]}' in 'repeat'."
    if field in ("time", "times", "passes", "repeat") and plain.startswith("until "):
        return f"Write 'until: {plain.removeprefix('until ')}'."
    return _suggest_count(plain, field) if field in ("times", "passes", "repeat") else ""


def _suggest_several(text: str) -> str:
    """The keys of several amounts in one text, such as "8 times, 2 s each"; empty unless each part is understood."""
    parts = [part.strip() for part in re.split(r",| and | then ", " ".join(text.lower().split())) if part.strip()]
    found = [_key_of(part) for part in parts]
    keys = [key for key, _ in filter(None, found)]
    if len(parts) < 2 or None in found or len(set(keys)) < len(keys):
        return ""
    return f"Write '{', '.join(f'{key}: {value}' for key, value in filter(None, found))}'."


def _key_of(part: str) -> tuple[str, str] | None:
    """The key and the value of one amount; None when it may be anything."""
    kind, _, rest = part.partition(" ")
    if kind in ("hold", "rest", "every") and re.search(TIME_PATTERN, span := rephrase(rest)):
        return kind, span
    if part.startswith("one every ") and re.search(TIME_PATTERN, span := rephrase(part.removeprefix("one every "))):
        return "every", span
    if part.startswith("until "):
        return "until", part.removeprefix("until ")
    plain = rephrase(re.sub(r" (?:each|every)(?: time)?$", "", part))
    if found := re.fullmatch(rf"({WHOLE}(?:{TO}{WHOLE})?)(?: times)?", plain):
        return "times", found[1]
    if found := re.fullmatch(rf"({WHOLE}(?:{TO}{WHOLE})?) passes", plain):
        return "passes", found[1]
    return ("seconds", plain) if re.search(TIME_PATTERN, plain) else None


def suggest_amount_key(key: str, value: object) -> str:
    """What to write instead of a key for an amount that has another name, or that is no key but a unit."""
    if unit := UNIT_KEYS.get(key):
        time = f"{value} {unit}" if isinstance(value, (int, float)) else f"3 {unit}"
        return f"Write 'seconds: {time}' for how long, or 'hold: {time}' to hold still."
    return "Write 'spots', as in 'spots: 4 grooves' or 'spots: in each groove'." if key in SPOT_KEYS else ""


def rephrase(text: str) -> str:
    """A text with the words and signs that cardgen knows in place of others for the same."""
    text = " ".join(text.lower().replace("\u00a0", " ").split())
    for other, known in (*((rf"\b{word}\b", number) for word, number in NUMBER_WORDS.items()), *OTHER_WORDS):
        text = re.sub(other, known, text)
    hours = re.fullmatch(rf"({NUMBER}) hours(?: (?:and )?({WHOLE}) ?min[a-z]*)?", text)
    if hours:
        span = parse_span(f"{hours[1]} min")
        text = f"{span.usual + int(hours[2] or 0):g} min"
    return text.strip()


def _suggest_time(plain: str, field: AmountField) -> str:
    """A length of time where it has another unit, or does not belong."""
    span = parse_span(plain)
    if field == "minutes":
        return _in_minutes(span, plain)
    if field == "seconds":
        return _in_seconds(span, plain)
    if field in ("times", "passes"):
        return f"Write 'seconds: {plain}' for how long, or 'hold: {plain}' to hold still."
    return ""


def _suggest_clock(first: int, second: int) -> str:
    """Minutes and seconds, or hours and minutes."""
    minutes = f"{_short(first + second / 60)} for {first} min {second} s"
    return f"Write {minutes}, or {60 * first + second} for {first} h {second} min." if first else f"Write {minutes}."


def _in_minutes(span: Span, plain: str) -> str:
    if span.unit in ("breaths", "moment"):
        return f"Write '{plain}' in 'repeat', and here about how many minutes it takes."
    least, most = span.least / 60, span.most / 60
    if least != most:
        return f"Write {{about: {_short((least + most) / 2)}, least: {_short(least)}, most: {_short(most)}}}."
    exact = abs(60 * float(_short(least)) - span.least) < 0.01 and not span.about
    return f"Write {_short(least)}." if exact else f"Write {{about: {_short(least)}}}."


def _in_seconds(span: Span, plain: str) -> str:
    if span.unit in ("breaths", "moment") or span.least != span.most:
        return f"Write '{plain}' in place of the whole {{about: ...}}."
    return f"Write {span.least:g}."


def _short(number: float) -> str:
    return f"{number:.3g}"


def _suggest_times(number: str, field: AmountField) -> str:
    """A number of times where it does not belong."""
    if field == "passes":
        return f"Write {number}."
    return "" if field in ("times", "repeat") else f"Write 'times: {number}' in 'repeat'."


def _suggest_count(plain: str, field: AmountField) -> str:
    """A number that is for each of several, or that may mean different things."""
    if found := re.fullmatch(SEVERAL_SETS, plain):
        number, parts = found[1], len(re.findall(r"\d+", plain))
        each = [f"'times: {number}, each: side'", f"'times: {number}, each: direction'"] if parts == 2 else []
        return _offer([f"'times: {int(number) * parts}'", f"'sets: {parts}, times: {number}'", *each])
    if found := re.fullmatch(rf"about ({WHOLE})(?: times)?", plain):
        most = int(found[1]) + 1
        return f"Write the least and the most, as in [{max(1, most - 2)}, {most}], or {found[1]} if it is exact."
    if found := re.fullmatch(OF_SPOTS, plain):
        return f"Write 'times: {found[1]}, spots: {found[2]}'."
    if found := re.fullmatch(SHARED, plain):
        return _for_each(found[1], found[2] or "", found[3], "passes" if field == "passes" else "times")
    if found := re.fullmatch(rf"({WHOLE}(?:{TO}{WHOLE})?) passes", plain):
        return f"Write 'passes: {found[1]}' in place of '{field}'."
    if found := re.fullmatch(rf"({WHOLE}) [a-z ]+", plain):
        return _offer([f"'times: {found[1]}'", f"'passes: {found[1]}' if it is over the whole area each time"])
    return ""


def _for_each(number: str, preposition: str, what: str, field: str) -> str:
    """A number for each of something, which may be the giver's or the receiver's."""
    if what == "hand":
        own = f"'{field}: {number}, each: hand' if it is each of your own hands"
        theirs = f"'{field}: {number}, each: side' and 'limb: hand' in the step if it is each of the receiver's"
        return _offer([own] if preposition == "with" else [theirs] if preposition == "on" else [own, theirs])
    if what in EACH_WORDS:
        return f"Write '{field}: {number}, each: {EACH_WORDS[what]}'."
    spots = f"{preposition} each {what}" if preposition in ("on", "in", "at") else f"each {what}"
    return f"Write '{field}: {number}, spots: {spots}'."


def _offer(meanings: Iterable[str]) -> str:
    """Every meaning, for the author to choose."""
    return f"Write what you mean: {', or '.join(meanings)}."
