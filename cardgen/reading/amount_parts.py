"""Takes apart a text of several amounts, such as "3 on each toe, 2 s each": understood as a whole, or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from cardgen.reading.amount_texts import MOVEMENT, SPOTS_PATTERN, TIME_PATTERN, TO, WHOLE
from cardgen.reading.word_patterns import any_of

WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBER_WORDS = {
    f"{ten}-{word}": str(tens + number) for ten, tens in TENS.items() for number, word in enumerate(WORDS[:9], 1)
} | {word: str(number) for number, word in enumerate(WORDS, 1)}
NUMBER_WORDS |= {ten: str(tens) for ten, tens in TENS.items()} | {"once": "1", "twice": "2"}
"""Numbers in words, those of two words first."""
SPELLED_NUMBER = rf"(?:(?:{any_of(TENS)})(?:-(?:{any_of(WORDS[:9])}))?|{any_of(WORDS)})"
"""A number in words: much shorter than a list of them all, so that patterns with several are compiled sooner."""
CLOCK = r"\b(\d{1,3}):([0-5]\d)\b"
MINUTE = "min(?:ute)?s?"
OTHER_WORDS = (
    (r"^0{1,2}:([0-5]?\d:[0-5]\d)$", r"\1"),
    (r"\b(\d{1,2}):([0-5]\d):00\b", r"\1 hours \2 min"),
    (CLOCK, r"\1 min \2 s"),
    (r"(?<=\d),(?=\d)", "."),
    (r"\b0(\d)\b", r"\1"),
    (r"\b0 min ", ""),
    (r" 0 s$", ""),
    (r" ?\b1/2\b| and (?:a|1) half\b", "½"),
    (r" ?\b1/4\b| and (?:a|1) quarter\b", "¼"),
    (r" ?\b3/4\b| and 3 quarters\b", "¾"),
    (rf"\b(?:an?|1) ({MINUTE}|hour)½", r"1½ \1"),
    (r"(?<=\d) ?(?:h|hrs?|hours?)\b", " hours"),
    (r"^an? (?=hour|min|sec|breath)|^1 (?=hours?$)", "1 "),
    (r"\bhalf an? hour\b", "30 min"),
    (rf"^½ ?{MINUTE}$", "30 s"),
    (r"\bhalf a dozen\b", "6"),
    (r"\b(?:a|1) dozen\b", "12"),
    (r"\bhalf an? min(?:ute)?\b", "30 s"),
    (r"\b(?:around|circa|approx(?:imately)?|ca|roughly)\b\.? ?|[~≈] ?", "about "),
    (r"\b(?:a few|few|a number of)\b", "several"),
    (r"(?<=[a-z])\.", ""),
    (r"^(?:for|do|repeat) ", ""),
    (rf"^({WHOLE}) ?{MINUTE},? and ({WHOLE} ?s)", r"\1 min \2"),
    (rf"^({WHOLE}) ?min ({WHOLE})$", r"\1 min \2 s"),
    (r"(?<=[\d½¼¾]) ?['′]$", " min"),
    (r"(?<=[\d½¼¾]) ?(?:''|\"|″)$", " s"),
    (rf"^({WHOLE}) sets? of ({WHOLE})$", r"\1x\2"),
    (rf"^({WHOLE}) times ({WHOLE})$", r"\1x\2"),
    (r"^(\d+) ?[x×]$|^[x×] ?(\d+)$", r"\1\2 times"),
    (r"^(\d+) ?\+$|^(?:≥|>=) ?(\d+)$", r"at least \1\2"),
    (r"^(?:≤|<=) ?(\d+)$", r"at most \1"),
    (r"^times (\d+)$", r"\1 times"),
    (rf"^({WHOLE}) ?[x×] ?({WHOLE}) (?:times|reps?|repetitions?)$", r"\1x\2"),
    (rf"^({WHOLE} ?(?:s|sec|secs|seconds?|{MINUTE})) ?[x×] ?({WHOLE})$", r"\2 x \1"),
    (r"^(\d+(?:-\d+)?) ?/ ?(side|leg|arm|foot|hand)s?$", r"\1 each \2"),
)
"""Other ways of writing what cardgen reads."""
COUNT = rf"(?:several|at least {WHOLE}|{WHOLE}(?:{TO}{WHOLE})?)"
MANNER = (
    r"(?:(?:very|slow|slowly|gentle|gently|calm|calmly|even|smooth|quick|quickly|brisk|light|soft|firm|deep|long|short|small"
    r"|tiny|big|large|wide|full|easy)(?:,? and |, ?| |$))+"
)
"""The manner in which it is done, which a number cannot say."""
EACH_WORDS = {
    "side": "side", "leg": "leg", "arm": "arm", "foot": "foot", "direction": "direction", "way": "direction",
    "spot": "spot", "point": "spot", "place": "spot",
}  # fmt: skip
"""Words for what a number is for, and the value of `each` for them."""
NO_SPOTS = (
    "s|secs?|seconds?|min|mins|minutes?|hours?|days?|weeks?|months?|years?|sessions?|times?|sets?|rounds?|breaths?|strokes?|"
    "circles?|pass|passes|cm|mm|inch|other|second|third|the|your|both"
)
"""Words that people may write after "each" that are not spots on the body."""
SHARED = re.compile(
    rf"(.+?)(?: (per|on|in|with|at|for) (?:(?:each|every) |an? )?|(?: |, ?)(?:each|every) )((?!(?:{NO_SPOTS})\b)[a-z]+"
    r"(?: (?!for\b|then\b|until\b|with\b|and\b|or\b)[a-z]+){0,4})"
)
OF_SPOTS = re.compile(rf"(.+?) ((?:on|in|at) each of (?:the )?{WHOLE} [a-z]+(?: [a-z]+){{0,2}})")
UNTIL = re.compile(
    r"until (.+?)(?:,? (?:or )?(?:at (?:the )?most|for at most|not longer than|no longer than|max(?:imum)?\.?|up to)"
    r" (.+)|,? or (?:after )?([^,]+?)(?: (?:is|are|has|have) (?:over|passed|up))?)?",
    re.IGNORECASE,
)
BREATHED = re.compile(rf"({COUNT}) ((?:[a-z]{{3,12}} )?(?:out|in)[- ]?breaths?|exhal(?:e|ation)s?|inhal(?:e|ation)s?)")
"""One half of each breath: as many breaths, but it says when."""
LEAST_WORDS = "at least|(?:no|not) less than|or more|minimum|min"
MOST_WORDS = "at (?:the )?most|(?:no|not) (?:more|longer) than|up to|or less|or fewer|maximum|max"
LIMITED = re.compile(rf"(?:({LEAST_WORDS})|(?:{MOST_WORDS}))\.? (.+)")
LIMITED_AFTER = re.compile(rf"(?!.*\d min\.?$)(.+?),? (?:({LEAST_WORDS})|(?:{MOST_WORDS}))\.?")
"""An amount that is the least or the most; "min" after a number means minutes."""
MOST_SHORT = 48
"""Letters that a text in an amount may have."""
TIMED_TEXT = re.compile(r"\d ?(?:s|secs?|seconds?|min|mins|minutes?|hours?)\b")

TEXT_KEYS = ("until", "note")
"""Keys whose values are texts even where they look like numbers."""
Keys = dict[str, str]
"""Keys of `repeat`, each with its text."""


def rephrase(text: str) -> str:
    """A text with the words and signs that cardgen knows in place of others for the same."""
    text = " ".join(text.lower().replace("\u00a0", " ").split())
    for other, known in (*((rf"\b{word}\b", number) for word, number in NUMBER_WORDS.items()), *OTHER_WORDS):
        text = re.sub(other, known, text)
    text = re.sub(rf"(?<![\w.-])({WHOLE}){TO}({WHOLE})\b(?![.-])", _put_smaller_first, text)
    return re.sub(r"\b(\d+) or (\d+)\b", _join_neighbors, text).strip()


def _put_smaller_first(found: re.Match[str]) -> str:
    """A range as it is; one that runs from high to low would be refused next."""
    return found[0] if int(found[1]) <= int(found[2]) else f"{found[2]}-{found[1]}"


def _join_neighbors(found: re.Match[str]) -> str:
    """Two numbers, one of which may be chosen, as a range if no other number is between them."""
    return f"{found[1]}-{found[2]}" if int(found[2]) == int(found[1]) + 1 else found[0]


def read_parts(text: str) -> Keys:
    """The keys that say all of a text; empty unless each part of it is understood, and is for one key."""
    text = " ".join(text.split())
    if text.lower().startswith("until "):
        return _read_until(text)
    whole = _read_part(rephrase(text))
    if whole:
        return whole
    parts = [part for part in re.split(r",(?!\d) ?|;| and (?!a half|a quarter)", text.lower()) if part.strip()]
    found: Keys = {}
    for number, part in enumerate(parts):
        keys = _read_part(rephrase(part), after=found)
        if not keys or found.keys() & keys.keys() or (number and {"each", "spots"} & keys.keys()):
            return {}
        found |= keys
    return {} if _is_unclear(found, parts) else found


def _is_unclear(found: Keys, parts: list[str]) -> bool:
    """Whether a length after a number of times may be each time's or that of all: "8 times, 30 s"."""
    keys = list(found)
    if not {"times", "passes"} & found.keys() or "seconds" not in keys:
        return False
    return keys.index("seconds") > 0 and not any(re.search(r"\b(?:each|every)(?: time)?$", part) for part in parts[1:])


def _read_part(plain: str, after: Keys | None = None) -> Keys:
    """The keys of one amount, perhaps for each of something; `after`: of the parts before it."""
    plain = plain.strip()
    if found := OF_SPOTS.fullmatch(plain):
        keys = _read_amount(found[1])
        return {**keys, "spots": found[2]} if keys else {}
    if (found := SHARED.fullmatch(plain)) and (keys := _read_amount(found[1])):
        share = _read_share(found[2] or "", found[3])
        return {**keys, **share} if share else {}
    if after and "note" not in after and re.fullmatch(MANNER, plain):
        return {"note": plain.capitalize()}
    if after and (found := re.fullmatch(r"(?:with )?(?:an? )?(.+) (?:between|rest)", plain)):
        return {"rest": found[1]} if _is_time(found[1]) else {}
    return _read_amount(re.sub(r" (?:each|every)(?: time)?$", "", plain) if after else plain)


def _read_share(preposition: str, what: str) -> Keys:
    """What an amount is for; empty when that is not clear."""
    first, _, more = what.partition(" ")
    if first in EACH_WORDS and not more:
        return {"each": EACH_WORDS[first]}
    if first in EACH_WORDS and not more.startswith("of "):
        return {}
    spots = f"{preposition} each {what}" if preposition in ("on", "in", "at") else f"each {what}"
    return {"spots": spots} if re.search(SPOTS_PATTERN, spots) else {}


def _read_amount(plain: str) -> Keys:
    """The key of one amount; empty when it may be anything."""
    kind, _, rest = re.sub(r"^1 every ", "every ", plain).partition(" ")
    rest = rest.removeprefix("for ")
    if kind in ("hold", "rest", "every"):
        return {kind: rest} if _is_time(rest) else {}
    if found := re.fullmatch(rf"({COUNT})(?: ?x| times| {MOVEMENT})?", plain):
        return {"times": found[1]}
    if found := re.fullmatch(rf"({COUNT}) ({MANNER}(?:{MOVEMENT}|(passes)))", plain):
        return {"passes" if found[3] else "times": found[1], "note": found[2].capitalize()}
    if found := re.fullmatch(rf"({COUNT}) passes", plain):
        return {"passes": found[1]}
    if found := re.fullmatch(
        rf"({WHOLE}) (?:set|round)s? of ({COUNT})(?: times| {MOVEMENT})?|({WHOLE}) ?[x×] ?({WHOLE})", plain
    ):
        return {"sets": found[1] or found[3], "times": found[2] or found[4]}
    if (found := re.fullmatch(rf"({WHOLE}) ?[x×] ?(.+)", plain)) and _is_time(found[2]):
        return {"seconds": found[2], "times": found[1]}
    return {"seconds": plain} if _is_time(plain) else {}


def _read_until(text: str) -> Keys:
    """What ends a step, and after how long it ends anyway; empty when that length is not understood."""
    found = UNTIL.fullmatch(text)
    longest = rephrase(found[2] or found[3] or "") if found else ""
    if found and _is_time(longest):
        return {"until": found[1], "at_most": longest}
    condition = text.partition(" ")[2]
    return {} if TIMED_TEXT.search(condition) else {"until": condition}


def _is_time(plain: str) -> bool:
    """Whether a text is a length of time with its unit."""
    return bool(re.search(TIME_PATTERN, plain)) and not re.fullmatch(rf"{WHOLE}{TO}{WHOLE}", plain)


def in_braces(keys: Mapping[str, str]) -> str:
    """Keys with their values as a file may have them on one line."""
    texts = {key: text if text.isdecimal() and key not in TEXT_KEYS else flow_text(text) for key, text in keys.items()}
    return f"{{{', '.join(f'{key}: {text}' for key, text in texts.items())}}}"


def flow_text(text: str) -> str:
    """A text as it is between braces: in quotes if it would end there, or be taken for something else."""
    special = re.search(
        r"[,\[\]{}\"#]|:(?= |$)|^[-?&*!|>'%@`~ ]|^[\d.]+$|^(?:true|false|null|yes|no|on|off)$", text, re.IGNORECASE
    )
    return json.dumps(text, ensure_ascii=False) if special else text
