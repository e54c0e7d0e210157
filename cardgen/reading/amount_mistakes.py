"""Suggests how to write an amount that was not understood; where it may mean several, every one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from cardgen.reading.amount_parts import (
    BREATHED,
    CLOCK,
    COUNT,
    LIMITED,
    LIMITED_AFTER,
    MOST_SHORT,
    Keys,
    in_braces,
    read_parts,
    rephrase,
)
from cardgen.reading.amount_places import ONE_SIDE, AmountPlace
from cardgen.reading.amount_texts import (
    BEATS_PATTERN,
    MOVEMENT,
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

AmountField = Literal["times", "passes", "time", "repeat", "minutes", "whole minutes", "seconds", "beats", "spots"]
"""What a field may hold; `minutes` and `seconds` only numbers of these."""
AMOUNT_FIELDS: dict[str, AmountField] = {
    TIMES_PATTERN: "times",
    PASSES_PATTERN: "passes",
    TIME_PATTERN: "time",
    REPEAT_PATTERN: "repeat",
    BEATS_PATTERN: "beats",
    SPOTS_PATTERN: "spots",
}
TIME_FIELDS = ("seconds", "hold", "rest", "every", "at_most", "at_most_in_all")
"""Fields of `repeat` that hold lengths of time."""
MOST_KEYS = ("at_most", "at_most_in_all")
"""Those of them that are for the longest time."""
REPEATED = ("times", "passes", "repeat", "time")
"""What keys of `repeat` hold, and what it holds itself."""
AFTER_REPEAT, WITH_OTHERS = "After 'repeat:', write ", ", with its other keys."
"""Around a remedy for a text in `repeat` that takes more than its own key."""
PATTERNS = {field: pattern for pattern, field in AMOUNT_FIELDS.items()}
UNIT_KEYS = {"minutes": "min", "min": "min", "breaths": "breaths", "breath": "breaths", "sec": "s", "s": "s"}
"""Units that people write as keys."""
SPOT_KEYS = ("on", "in", "at", "per", "spot", "places", "points")
SEVERAL_SETS = rf"({WHOLE})(?: ?(?:\+|and|,) ?\1)+"


def suggest_amount(text: str, field: AmountField, place: AmountPlace) -> str:
    """What to write instead of a text that is meant as an amount; empty when not all of it is understood."""
    if field == "whole minutes":
        return _suggest_whole_minutes(text)
    return next(filter(None, _suggestions(text, in_minutes(rephrase(text)), field, place)), "")


def _suggestions(text: str, plain: str, field: AmountField, place: AmountPlace) -> Iterator[str]:
    """What to write, the most exact first; empty for what does not fit."""
    yield _suggest_once(text)
    if field == "minutes":
        yield _suggest_minutes(text, plain)
    elif field == "seconds" and re.search(TIME_PATTERN, plain):
        yield _in_seconds(parse_span(plain), plain)
    elif field == "beats" and re.search(rf"\b{NO_BEATS}\b", plain):
        note = in_braces({"note": text.strip()})[1:-1]
        yield f"Write 'seconds: ...' for how long each time takes, and '{note}' for the words."
    if field in PATTERNS and re.search(PATTERNS[field], plain):
        yield f"Write {plain}."
    if field in REPEATED:
        limited = f"at most {plain}" if place.key in MOST_KEYS and re.fullmatch(rf"{WHOLE} times", plain) else plain
        yield _suggest_two_steps(limited, place)
        yield _suggest_limit(limited, place)
        yield _suggest_each(limited, place)
        yield _suggest_count(limited, place)
        yield _suggest_keys(text, limited, field, place)
    else:
        yield _suggest_count(plain, place)


def _suggest_once(text: str) -> str:
    """What to write instead of the side on which a step is done only once; empty for anything else."""
    if not re.match(r"(?:only )?once\b.*\b(?:begin|start|end|first|last|only)|only once", text.strip().lower()):
        return ""
    return "Write 1; and 'once: first' or 'once: last' in the step, if all other steps are done on each side."


def _suggest_minutes(text: str, plain: str) -> str:
    """The number of minutes of a clock, or of another length of time; empty for a number, and for anything else."""
    if re.fullmatch(rf"{NUMBER}(?:{TO}{NUMBER})?", plain):
        return ""
    if clock := re.fullmatch(CLOCK, text.strip()):
        return _suggest_clock(int(clock[1]), int(clock[2]))
    return _in_minutes(parse_span(plain), plain) if re.search(TIME_PATTERN, plain) else ""


def _suggest_count(plain: str, place: AmountPlace) -> str:
    """What to write instead of how far to count; empty for anything else."""
    found = re.fullmatch(rf"(?:to )?(?:a )?counts? (?:of |to )?({WHOLE})|({WHOLE}) (?:counts?|beats?)", plain)
    if not found:
        return ""
    number = found[1] or found[2]
    return _offer([{"count": number}], place)


def _suggest_two_steps(text: str, place: AmountPlace) -> str:
    """What to write instead of a number for the right side and another for the left; empty for anything else."""
    side, number = r"(left|right)", r"(\d+(?:-\d+)?)"
    between = r"[^\d]*?"
    found = re.fullmatch(rf"{side}{between}{number}{between}{side}{between}{number}[^\d]*", text)
    pairs = [(found[1], found[2]), (found[3], found[4])] if found else []
    if not found and (found := re.fullmatch(rf"{number}{between}{side}{between}{number}{between}{side}[^\d]*", text)):
        pairs = [(found[2], found[1]), (found[4], found[3])]
    if len({side for side, _ in pairs}) < 2:
        return ""
    if place.routine_sides:
        return _suggest_one_side_each(dict(pairs), place)
    steps = " and ".join(f"'sides: {side}' with the amount {number}" for side, number in pairs)
    return f"Write two steps, one for each number: {steps}."


def _suggest_one_side_each(numbers: dict[str, str], place: AmountPlace) -> str:
    """Two steps, each of which is done with one side of a routine that is done on each."""
    first, last = numbers
    order = place.order_of((first, last))
    first, _, last = order.partition("-then-")
    remedy = f"'once: first' with the amount {numbers[first]} and 'once: last' with the amount {numbers[last]}"
    above = "" if order == place.routine_sides else f"; and 'sides: {order}' above 'steps'"
    return f"Write two steps, one for each number: {remedy}{above}."


def _suggest_limit(plain: str, place: AmountPlace) -> str:
    """What to write instead of an amount that is the least or the most; empty when it is neither."""
    if found := LIMITED.fullmatch(plain):
        least, amount = found[1], found[2]
    elif found := LIMITED_AFTER.fullmatch(plain):
        amount, least = found[1], found[2]
    else:
        return ""
    keys = read_parts(amount)
    if not keys or len(keys) > 1 or next(iter(keys)) not in ("times", "passes", "seconds"):
        return ""
    name, number = next(iter(keys.items()))
    if least:
        limited = f"at least {number}"
        if not re.search(REPEAT_PATTERN, limited):
            return ""
        return _offer([{name: limited}], place)
    if name == "seconds":
        whole = f"{{until: it eases, at_most: {number}}}, with what ends it in place of 'it eases'"
        return f"Write {whole}." if place.key == "repeat" else f"{AFTER_REPEAT}{whole}{WITH_OTHERS}"
    return _offer([{name: f"1-{number}"}], place) if number.isdecimal() and int(number) > 1 else ""


def _suggest_each(plain: str, place: AmountPlace) -> str:
    """What to write instead of halves of breaths, or of a length "each" that does not say of what; empty for others."""
    name = "hold" if place.key == "hold" else "seconds"
    if found := BREATHED.fullmatch(plain):
        return _offer([{name: f"{found[1]} breaths", "note": f"Count the {found[2]}"}], place)
    time = plain.removesuffix(" each")
    if time == plain or not re.search(TIME_PATTERN, time) or not re.search("[a-z]", time):
        return ""
    shares = (("side", " for each side"), ("spot", " for each spot"))
    return _offer([({name: time, "each": share}, purpose) for share, purpose in shares], place)


def _suggest_whole_minutes(text: str) -> str:
    """What to write instead of a text that is meant as a whole number of minutes; empty when it is none."""
    if clock := re.fullmatch(CLOCK, text.strip()):
        return f"Write {60 * int(clock[1]) + int(clock[2])}."
    remedy = suggest_amount(text, "minutes", AmountPlace())
    return remedy if re.fullmatch(r"Write \d+\.", remedy) else ""


def _suggest_keys(text: str, plain: str, field: AmountField, place: AmountPlace) -> str:
    """The keys of `repeat` for a text that says more than its field can."""
    if found := re.fullmatch(SEVERAL_SETS, plain):
        return _offer(_meanings_of_sum(found[1], len(re.findall(r"\d+", plain))), place)
    if found := re.fullmatch(rf"about ({WHOLE})(?: times)?", plain):
        most = int(found[1]) + 1
        return f"Write the least and the most, as in [{max(1, most - 2)}, {most}], or {found[1]} if it is exact."
    if found := re.fullmatch(
        rf"({COUNT})(?: times| {MOVEMENT})? (with |on |for |per )?(?:each |every |a )?hand", plain
    ):
        return _for_hands(found[1], found[2] or "", field, place)
    if (field == "time" and re.fullmatch(rf"{COUNT} {MOVEMENT}", plain)) or not (keys := read_parts(text)):
        return ""
    if len(keys.get("until", "")) > MOST_SHORT:
        longest = f", and 'at_most: {keys['at_most']}'" if "at_most" in keys else ""
        return f"Write 'until: ...', with what ends it in at most {MOST_SHORT} letters{longest}."
    key = place.key
    if key in ("hold", "rest", "every", "at_most") and next(iter(keys)) == "seconds" and "times" not in keys:
        keys = {key: keys.pop("seconds")} | keys
    if field == "passes" and next(iter(keys)) == "times" and not keys.keys() & {"sets", "seconds"}:
        keys = {"passes": keys.pop("times")} | keys
    return _offer(_meanings_of(keys, plain, field), place)


def _meanings_of(keys: Keys, plain: str, field: AmountField) -> list[Keys | tuple[Keys, str]]:
    """What keys that were read may mean: a length may be a hold, a number of strokes one over the whole area."""
    first, more = next(iter(keys)), dict(list(keys.items())[1:])
    if first == "seconds" and field != "time" and not more.keys() & {"times", "passes"}:
        return [(keys, " for how long"), ({"hold": keys[first], **more}, " to hold still")]
    if first == "times" and not more and re.search(r"\b(?:strokes?|sweeps?|glides?|rounds?)$", plain):
        return [keys, ({"passes": keys[first]}, " if it is over the whole area each time")]
    return [keys]


def suggest_amount_key(key: str, value: object) -> str:
    """What to write instead of a key for an amount that has another name, or that is no key but a unit."""
    if unit := UNIT_KEYS.get(key):
        time = f"{value} {unit}" if isinstance(value, (int, float)) else f"3 {unit}"
        return f"Write 'seconds: {time}' for how long, or 'hold: {time}' to hold still."
    return "Write 'spots', as in 'spots: 4 grooves' or 'spots: in each groove'." if key in SPOT_KEYS else ""


def in_minutes(plain: str) -> str:
    """A rephrased text with its hours in minutes, and with more seconds than can be written."""
    hours = re.fullmatch(rf"({NUMBER}) hours?(?: (?:and )?({WHOLE}) ?min[a-z]*)?", plain)
    if seconds := re.fullmatch(r"(\d{4,5}) ?s(?:ec[a-z]*)?", plain):
        minutes, rest = divmod(int(seconds[1]), 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{parse_span(f'{hours[1]} min').usual + int(hours[2] or 0):g} min" if hours else plain


def _suggest_clock(first: int, second: int) -> str:
    """Minutes and seconds, or hours and minutes."""
    minutes = f"{_short(first + second / 60)} for {first} min {second} s"
    return f"Write {minutes}, or {60 * first + second} for {first} h {second} min." if first else f"Write {minutes}."


def _in_minutes(span: Span, plain: str) -> str:
    if span.unit in ("breaths", "moment"):
        return f"Write '{plain}' in 'repeat', and here about how many minutes it takes."
    least, most = sorted((span.least / 60, span.most / 60))
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


def _meanings_of_sum(number: str, parts: int) -> list[Keys | tuple[Keys, str]]:
    """What the same number may mean that is written several times: "10+10"."""
    each = [{"times": number, "each": "side"}, {"times": number, "each": "direction"}] if parts == 2 else []
    return [{"times": f"{int(number) * parts}"}, {"sets": f"{parts}", "times": number}, *each]


def _for_hands(number: str, preposition: str, field: AmountField, place: AmountPlace) -> str:
    """A number for each hand, which may be the giver's or the receiver's."""
    times = "passes" if field == "passes" else "times"
    own = {times: number, "each": "hand"}, " if it is each of your own hands"
    theirs = {times: number, "each": "side"}, " and 'limb: hand' in the step if it is each of the receiver's"
    return _offer([own] if preposition == "with " else [theirs] if preposition == "on " else [own, theirs], place)


def _offer(meanings: Sequence[Keys | tuple[Keys, str]], place: AmountPlace) -> str:
    """Every meaning with what it is for, as the value of `repeat`, for the author to choose.

    Where the routine is done on each side, none of them is for each side again: that would be refused next.
    """
    pairs = [meaning if isinstance(meaning, tuple) else (meaning, "") for meaning in meanings]
    given = [(place.without_sides(keys), purpose) for keys, purpose in pairs]
    remark = f" {ONE_SIDE}" if given != pairs else ""
    (first, purpose), *others = given
    if not others and not purpose and (value := _alone(first, place.key, bool(remark))):
        return f"Write {value}.{remark}"
    meant = ", or ".join(f"{in_braces(keys)}{purpose}" for keys, purpose in given)
    choose = "what you mean: " if others and not purpose else ""
    if place.key == "repeat":
        return f"Write {choose}{meant}.{remark}"
    return f"{AFTER_REPEAT}{choose}{meant}{WITH_OTHERS}{remark}"


def _alone(keys: Keys, key: str, once_each: bool) -> str:
    """The value of the only key where it can stand without braces; `once_each`: it was a number for each side."""
    only = keys.get("times" if key == "repeat" and once_each else key, "")
    return only if len(keys) == 1 else ""
