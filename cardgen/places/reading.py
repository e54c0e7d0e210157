"""Finds the places in a text: "round the ankles", "from the wrist to the elbow", "the thigh, just above the knee"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from cardgen.artwork.views import crop
from cardgen.model.vocabulary import Position
from cardgen.places import patterns
from cardgen.places.named_places import (
    LimbPart,
    NamedPlace,
    Stretch,
    by_plain_words,
    places,
    plain_words,
)

STRETCH_WORDS = {"to", "between"}
"""One of them is in every text that says from where to where."""
TO = " to "
"""It is in every text that goes on from one end of a place to the other."""
MOST_TEXTS = 2048
"""How many readings are kept: a text is read for its figure, and again for several warnings."""
LIMBS = {"leg", "arm"}
"""Wider places whose front and back are seen from one side each."""
MIDDLE = re.compile(r"\b(?:middle|center|half|third)\b")
"""An end that is within a place, so that what is up to it is only a part."""


class Reading(NamedTuple):
    """The places in a text."""

    places: Sequence[NamedPlace]
    """All that it names, each as it is worked on; none if any other word is not understood."""
    exact: bool = True
    """Whether their figures show no more than is worked on."""


@lru_cache(MOST_TEXTS)
def named_places(where: str) -> Sequence[NamedPlace]:
    """All places that a text names, or a part of them."""
    return _found_places(_worked_words(where))


def _worked_words(where: str) -> str:
    """The plain words of a place without those for the giver's hands, unless these are all that is named.

    The fingers of "two fingers above the crease" are no place either: they measure how far.
    """
    text = patterns.measure().without(plain_words(where))
    worked = patterns.tools().without(text).strip()
    return worked if patterns.any_name(worked).search(worked) else text


def _place(found: re.Match[str]) -> NamedPlace:
    return by_plain_words()[found["name"]]


@lru_cache(MOST_TEXTS)
def read_places(where: str, position: Position) -> Reading:
    """The places that a text names, wholly or in part."""
    text = _worked_words(where)
    if not patterns.any_name(text).fullmatch(text) and (stretch := find_stretch(text)):
        return _read_stretch(stretch, text, position)
    return _read_names(text, position)


def _read_names(text: str, position: Position) -> Reading:
    """The places that a text without any stretch names."""
    text = _without_limits(text)
    found = list(patterns.any_name(text).finditer(text))
    beside = _beside_names(text)
    if not found or patterns.words_beside().sub("", beside).strip() or _shares_name(text):
        return Reading(())
    named = [_seen(_place(each), each["prefix"] or "", position) for each in found]
    return Reading(named, not (_names_part(found) or any(_shows_more(place, beside, position) for place in named)))


def _beside_names(text: str) -> str:
    """The words of a text around the names in it, without those for the whole of a place, from one end to the other."""
    rest = patterns.any_name(text).sub("", text)
    if TO in rest:
        rest = patterns.from_end_to_end().sub(_part_to, rest)
    return patterns.beginning().without(rest)


def _names_part(found: Sequence[re.Match[str]]) -> bool:
    """Whether a name comes with a word for a part of the place: "the top of the shoulder"."""
    prefixes = {word for each in found for word in (each["prefix"] or "").split()}
    return not prefixes.isdisjoint(" ".join(places().parts).split())


def _shows_more(place: NamedPlace, beside: str, position: Position) -> bool:
    """Whether the figure of a place shows more than what a text says of it, by the words beside the names."""
    rounds = places().rounds if place.rounded else ()
    is_limited = any(found[0] not in rounds for found in patterns.limiting_words().finditer(beside))
    return is_limited or place.wider or position in place.wider_in


def _shares_name(text: str) -> bool:
    """Whether two parts share a name, and only the second is read: "upper and lower back"."""
    if not any(f" {link} " in text for link in places().links):
        return False
    return patterns.shared_name().search(patterns.any_name(text).sub(patterns.A_PLACE, text)) is not None


def _part_to(ends: re.Match[str]) -> str:
    """The part of a place that "from ... to ..." names: empty for the whole of it, else a word for the part."""
    return places().parts[0] if MIDDLE.search(ends[0]) else ""


def _without_limits(text: str) -> str:
    """A text with the word for a part instead of what limits a place; not where another place begins, or it ends."""
    first = patterns.any_name(text).search(text)
    if first is None or first.end() == len(text):
        return text
    start, part = first.end(), places().parts[0]
    limits = patterns.limits(text)
    return text[:start] + limits.sub(lambda found: part if _only_limits(found) else found[0], text[start:])


def _only_limits(found: re.Match[str]) -> bool:
    """Whether a match limits the place before it, and is not the end of a way that begins there: "to below"."""
    before = found.string[: found.start()].split()
    limits = found["limit"] or (found["name"] and not found["prefix"] and _place(found).neighbor)
    return bool(limits) and before[-1:] != ["to"]


def _seen(place: NamedPlace, prefix: str, position: Position) -> NamedPlace:
    """A place as it is seen: without its area if its back or front is meant, and the other one is seen."""
    shown = place.shown(position)
    faces = [views for face, views in places().faces.items() if face in prefix.split()]
    if not shown or all(crop(shown.view).view in views for views in faces):
        return place
    return _without_area(place, position)


def _without_area(place: NamedPlace, position: Position) -> NamedPlace:
    """A place whose figure fills nothing."""
    return replace(
        place, drawing=(shown := place.shown(position)) and replace(shown, area=()), close_ups={}, drawings={}
    )


def wider_place(named: Iterable[NamedPlace]) -> NamedPlace | None:
    """The wider place that all of some places belong to."""
    wholes = {place.whole for place in named}
    return by_plain_words().get(min(wholes)) if len(wholes) == 1 else None


class PassedPlaces(Struct, frozen=True):
    """From one stop of a stretch to the next."""

    parts: Sequence[LimbPart]
    """All the parts that these two are among."""
    places: Sequence[NamedPlace]
    """Those that are passed; none if one of them cannot be shown."""


def _read_stretch(stretch: Stretched, text: str, position: Position) -> Reading:
    """All from one end to the other, or the places named beside it: "the calf, from the ankle to the knee"."""
    said = text[stretch.start : stretch.end]
    if hidden := [place for place in _found_places(said) if _is_hidden(place, position)]:
        return Reading(hidden)
    between = [_places_between(start, end, position, not stretch.between) for start, end in pairwise(stretch.stops)]
    if not all(each.places for each in between):
        return Reading(())
    passed = [place for each in between for place in each.places]
    if turned := [place for place in passed if _is_other_face(place, said, position)]:
        return Reading([_without_area(place, position) for place in turned])
    beside = f"{text[: stretch.start]} {stretch.via} {text[stretch.end :]}".strip()
    if not patterns.filler().without(beside).strip():
        return Reading(list({id(place): place for place in passed}.values()))
    others = _read_names(beside, position)
    words = {word for place in passed for word in place.words}
    if others.places and all(words.intersection(place.words) for place in others.places):
        return Reading(passed, exact=False) if stretch.via.strip() else others
    return _beside(others, between, words)


def _beside(others: Reading, between: Sequence[PassedPlaces], words: set[str]) -> Reading:
    """Places named beside a stretch that are none of those that it passes, by these words; none if they are elsewhere.

    They are a part of one that it passes ("the inner thigh"), or of the same limb, but none of the parts in its order.
    """
    in_order = {word for each in between for part in each.parts for word in part}
    wholes = {place.whole for each in between for place in each.places}
    for place in others.places:
        if place.whole not in wholes | words or in_order.intersection(place.words):
            return Reading(())
    return Reading(others.places, others.exact and all(place.whole in words for place in others.places))


def _places_between(start: str, end: str, position: Position, with_ends: bool) -> PassedPlaces:
    """From one part to another, with or without these two, and without those that only end it."""
    for stretch in places().stretches:
        first, last = sorted((_index(start, stretch), _index(end, stretch)))
        if stretch.position not in (None, position) or first < 0 or first == last:
            continue
        ends = () if with_ends else (stretch.parts[first], stretch.parts[last])
        shown = [_part_shown(part, position) for part in _passed(stretch, first, last) if part not in ends]
        if shown and all(shown):
            return PassedPlaces(stretch.parts, [place for place in shown if place])
    return PassedPlaces((), ())


def _index(word: str, stretch: Stretch) -> int:
    """Which part of a stretch has this name; -1 for none."""
    return next((index for index, part in enumerate(stretch.parts) if word in part), -1)


def _found_places(text: str) -> list[NamedPlace]:
    return [_place(found) for found in patterns.any_name(text).finditer(text)]


def _is_hidden(place: NamedPlace, position: Position) -> bool:
    """Whether a place is on the far side of a limb: what leads to it is there, too."""
    shown = place.shown(position)
    return place.whole in LIMBS and shown is not None and not shown.area


def _is_other_face(place: NamedPlace, text: str, position: Position) -> bool:
    """Whether a way begins or ends on the face of a limb that is not seen: "to the back of the hand" of one palm up."""
    shown = place.shown(position) if place.whole in LIMBS else None
    faces = patterns.face_of().findall(text)
    return shown is not None and any(crop(shown.view).view not in places().faces[face] for face in faces)


def _passed(stretch: Stretch, first: int, last: int) -> Iterator[LimbPart]:
    """The parts from one to another, without those where it only begins or ends, or that it may not go through."""
    for at in range(first, last + 1):
        part = stretch.parts[at]
        if part[0] not in stretch.ends or (first < at < last and part[0] in stretch.through):
            yield part


def _part_shown(part: LimbPart, position: Position) -> NamedPlace | None:
    """The place that shows a part of a limb while the receiver lies or sits like this."""
    found = (by_plain_words()[plain] for word in part if (plain := plain_words(word)) in by_plain_words())
    return next((place for place in found if (shown := place.shown(position)) and shown.area), None)


class Stretched(Struct, frozen=True):
    """Where a text says "from ... to ...": the parts at which it begins and ends, and what it passes over."""

    stops: Sequence[str]
    via: str
    start: int
    end: int
    between: bool
    """Whether it says "between", which means neither of the two."""


def find_stretch(text: str) -> Stretched | None:
    """From one part of a limb, or of the trunk, to another, or to several."""
    found = patterns.stretch(text).search(text) if STRETCH_WORDS & set(text.split()) else None
    if not found:
        return None
    stops = [found["start"] or found["first"], found["end"] or found["second"], found["last"]]
    return Stretched([stop for stop in stops if stop], found["via"] or "", *found.span(), bool(found["first"]))
