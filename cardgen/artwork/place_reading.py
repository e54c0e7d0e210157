"""What a text says of places: "round the ankles", "from the wrist to the elbow", "the thigh, just above the knee"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.artwork.named_places import (
    BEGIN,
    END,
    NamedPlace,
    Part,
    Stretch,
    any_of,
    by_plain_words,
    places,
    plain_words,
)
from cardgen.artwork.views import crop
from cardgen.model.vocabulary import Position

A_PLACE = "place"
STRETCH_WORDS = {"to", "between"}
"""One of them is in every text that says from where to where."""
LIMBS = {"leg", "arm"}
"""Wider places whose front and back are seen from one side each."""
NUMBER = r"\d+"
MIDDLE = re.compile(r"\b(?:middle|center|half|third)\b")
"""An end that is within a place, so that what is up to it is only a part."""


class Reading(NamedTuple):
    """What a text says of places."""

    places: Sequence[NamedPlace]
    """All that it names, each as it is worked; none if any other word is not understood."""
    exact: bool = True
    """Whether their figures show no more than is worked."""


@cache
def _names() -> re.Pattern[str]:
    """The name of any place, the longest first, or of a part of it."""
    known = places()
    name, filler = any_of(by_plain_words()), any_of(known.fillers)
    part = any_of([*known.parts, *known.faces])
    prefix = rf"(?:(?:(?:{part}) )+of (?:(?:{filler}) )*)+?"
    bone = rf"(?: (?:{any_of(known.bones)}))?"
    return re.compile(
        rf"(?<!\bof ){BEGIN}(?:(?P<alone>{name})|(?P<prefix>{prefix})(?P<owner>{name})){bone}{END}(?! of\b)"
    )


@cache
def _ends() -> re.Pattern[str]:
    """From one end of a place to the other: "from bottom corner to top"; from the place itself, if it is taken out."""
    part, filler = any_of(places().parts), any_of(places().fillers)
    end = rf"(?:(?:{filler}) )*(?:{part})(?: (?:{part}))*"
    return re.compile(rf"{BEGIN}(?:from (?:{end})? ?|{end} )to {end}{END}")


@cache
def _shared_name() -> re.Pattern[str]:
    """Two parts that share a name, the first of which is not read: "upper and lower back"."""
    known = places()
    part, between = any_of([*known.parts, *known.faces]), any_of([*known.parts, *known.faces, *known.fillers])
    return re.compile(rf"{BEGIN}(?:{part}) (?:{any_of(known.links)}) (?:(?:{between}) )*{A_PLACE}{END}")


@cache
def _beginning() -> re.Pattern[str]:
    """What comes before the part of a place at which the hands begin: "from the middle outward"."""
    return re.compile(rf"{BEGIN}from (?=(?:{any_of(places().parts)}){END})")


@cache
def _limits() -> re.Pattern[str]:
    """The name of a place, or what limits the one before it: "just above the knee", "an inch from the spine"."""
    known = places()
    anchor = any_of([*by_plain_words(), *known.marks])
    before, bone = any_of([*known.fillers, *known.parts, *known.faces]), any_of(known.bones)
    around = rf"(?:(?:{before}) )*(?:{anchor})(?: (?:{bone}))?{END}"
    far = rf"(?:{any_of(known.distances)}|{NUMBER}) "
    near = rf"(?:{far})*(?:{any_of(known.limits)}) {around}|(?:{far})+(?:from|off) {around}"
    others = rf"(?:{any_of(known.exceptions)}) (?:{around}(?: (?:and|or|nor) {around})*|(?:it|them|these){END})"
    another = rf"(?P<another>(?:{any_of(known.links)}) (?:{near}))"
    return re.compile(rf"{_names().pattern}|{BEGIN}(?:{another}|(?P<limit>{others}|{near}))")


def named_places(where: str) -> list[NamedPlace]:
    """All places that a text names, or a part of them."""
    return _found_places(_worked_words(where))


def _worked_words(where: str) -> str:
    """The plain words of a place without those for the giver's hands, unless these are all that is named.

    The fingers of "two fingers above the crease" are no place either: they measure how far.
    """
    text = _measure().sub("", plain_words(where))
    worked = _tools().sub("", text).strip()
    return worked if _names().search(worked) else text


@cache
def _measure() -> re.Pattern[str]:
    """How far from its neighbor a place is, at the beginning: "two fingers above", "a hand's width below"."""
    count, limits = rf"one|two|three|four|half|{NUMBER}", any_of(places().limits)
    return re.compile(
        rf"^(?:just |about )*(?:(?:{count}) (?:finger|hand|thumb)s?"
        rf"|(?:(?:{count}) )?(?:finger|hand|thumb)(?:'s|s)? widths?) "
        rf"(?=(?:{limits}){END})"
    )


@cache
def _tools() -> re.Pattern[str]:
    return re.compile(rf"{BEGIN}(?:{any_of(places().tools)}) (?:{any_of(places().touches)}){END}")


def _place(found: re.Match[str]) -> NamedPlace:
    return by_plain_words()[found["alone"] or found["owner"]]


def read_places(where: str, position: Position) -> Reading:
    """The places that a text names, wholly or in part."""
    text = _worked_words(where)
    if not _names().fullmatch(text) and (stretch := find_stretch(text)):
        return _read_stretch(stretch, text, position)
    return _read_names(text, position)


def _read_names(text: str, position: Position) -> Reading:
    """The places that a text without any stretch names."""
    known, text = places(), _without_limits(text)
    found = list(_names().finditer(text))
    named = [_seen(_place(each), each["prefix"] or "", position) for each in found]
    rest = _beginning().sub("", _ends().sub(_part_to, _names().sub("", text)))
    limiting = [*known.parts, *known.distances, *known.rounds]
    limits = re.findall(rf"{BEGIN}(?:{any_of(limiting)}){END}", rest)
    passed = any_of([*limiting, *known.fillers, *known.links])
    others = re.sub(rf"{BEGIN}(?:{passed}|{NUMBER}){END}", "", rest).strip()
    if others or not named or _shared_name().search(_names().sub(A_PLACE, text)):
        return Reading(())
    inexact = [word for word in limits if word not in known.rounds or not all(place.rounded for place in named)]
    prefixes = {word for each in found for word in (each["prefix"] or "").split()}
    parts = prefixes.intersection(" ".join(known.parts).split())
    return Reading(named, not (inexact or parts or any(place.wider or position in place.wider_in for place in named)))


def _part_to(ends: re.Match[str]) -> str:
    """What "from ... to ..." says of a place: nothing for the whole of it, else a word for a part."""
    return places().parts[0] if MIDDLE.search(ends[0]) else ""


def _without_limits(text: str) -> str:
    """A text with the word for a part instead of what limits a place; not where another place begins, or it ends."""
    first = _names().search(text)
    if first is None or first.end() == len(text):
        return text
    start, part = first.end(), places().parts[0]
    return text[:start] + _limits().sub(lambda found: part if _only_limits(found) else found[0], text[start:])


def _only_limits(found: re.Match[str]) -> bool:
    """Whether a match limits the place before it, and is not the end of a way that begins there: "to below"."""
    before = found.string[: found.start()].split()
    limits = found["limit"] or (found["alone"] and _place(found).neighbor)
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
    return replace(place, drawing=(shown := place.shown(position)) and replace(shown, area=()), drawings={})


def wider_place(named: Iterable[NamedPlace]) -> NamedPlace | None:
    """The wider place that all of some places belong to."""
    wholes = {place.whole for place in named}
    return by_plain_words().get(min(wholes)) if len(wholes) == 1 else None


def _read_stretch(stretch: Stretched, text: str, position: Position) -> Reading:
    """All from one end to the other, or the places named beside it: "the calf, from the ankle to the knee"."""
    if hidden := [place for place in _found_places(text[stretch.start : stretch.end]) if _is_hidden(place, position)]:
        return Reading(hidden)
    between = [_between(start, end, position, not stretch.between) for start, end in pairwise(stretch.stops)]
    found = [place for _, places_between in between for place in places_between]
    if not all(places_between for _, places_between in between):
        return Reading(())
    if hidden := [place for place in found if _is_other_face(place, text[stretch.start : stretch.end], position)]:
        return Reading([_without_area(place, position) for place in hidden])
    beside = f"{text[: stretch.start]} {stretch.via} {text[stretch.end :]}"
    others = _read_names(beside.strip(), position)
    if not re.sub(rf"{BEGIN}(?:{any_of(places().fillers)}){END}", "", beside).strip():
        return Reading(list({id(place): place for place in found}.values()))
    words = {word for place in found for word in place.words}
    if others.places and all(words.intersection(place.words) for place in others.places):
        return Reading(found, exact=False) if stretch.via.strip() else others
    others_of_it = {word for parts, _ in between for part in parts for word in part}
    wholes = {place.whole for place in found}
    if all(place.whole in wholes | words and not others_of_it.intersection(place.words) for place in others.places):
        return Reading(others.places, others.exact and all(place.whole in words for place in others.places))
    return Reading(())


def _between(start: str, end: str, position: Position, with_ends: bool) -> tuple[Sequence[Part], Sequence[NamedPlace]]:
    """The parts that two are among, and the places from one to the other, without those that only end it.

    There are no places if a part cannot be shown.
    """
    for stretch in places().stretches:
        if stretch.position not in (None, position):
            continue
        first, last = (next((at for at, part in enumerate(stretch.parts) if word in part), -1) for word in (start, end))
        if min(first, last) >= 0 and first != last:
            parts = list(_passed(stretch, min(first, last), max(first, last)))
            inner = [part for part in parts if part not in (stretch.parts[first], stretch.parts[last])]
            shown = [_part_shown(part, position) for part in (parts if with_ends else inner)]
            if shown and all(shown):
                return stretch.parts, [place for place in shown if place]
    return (), ()


def _found_places(text: str) -> list[NamedPlace]:
    return [_place(found) for found in _names().finditer(text)]


def _is_hidden(place: NamedPlace, position: Position) -> bool:
    """Whether a place is on the far side of a limb: what leads to it is there, too."""
    shown = place.shown(position)
    return place.whole in LIMBS and shown is not None and not shown.area


def _is_other_face(place: NamedPlace, text: str, position: Position) -> bool:
    """Whether a way begins or ends on the face of a limb that is not seen: "to the back of the hand" of one palm up."""
    shown = place.shown(position) if place.whole in LIMBS else None
    faces = re.findall(rf"{BEGIN}({any_of(places().faces)}) of{END}", text)
    return shown is not None and any(crop(shown.view).view not in places().faces[face] for face in faces)


def _passed(stretch: Stretch, first: int, last: int) -> Iterator[Part]:
    """The parts from one to another, without those where it only begins or ends, or that it may not go through."""
    for at in range(first, last + 1):
        part = stretch.parts[at]
        if part[0] not in stretch.ends or (first < at < last and part[0] in stretch.through):
            yield part


def _part_shown(part: Part, position: Position) -> NamedPlace | None:
    """The place that shows a part of a limb while the receiver lies or sits like this."""
    found = (by_plain_words()[plain] for word in part if (plain := plain_words(word)) in by_plain_words())
    return next((place for place in found if (shown := place.shown(position)) and shown.area), None)


class Stretched(NamedTuple):
    """Where a text says "from ... to ...": the parts at which it begins and ends, and what it passes over."""

    stops: Sequence[str]
    via: str
    start: int
    end: int
    between: bool
    """Whether it says "between", which means neither of the two."""


def find_stretch(text: str) -> Stretched | None:
    """From one part of a limb, or of the trunk, to another, or to several."""
    found = _stretch_pattern().search(text) if STRETCH_WORDS & set(text.split()) else None
    if not found:
        return None
    stops = [found["start"] or found["first"], found["end"] or found["second"], found["last"]]
    return Stretched([stop for stop in stops if stop], found["via"] or "", *found.span(), bool(found["first"]))


@cache
def _stretch_pattern() -> re.Pattern[str]:
    known = places()
    part = any_of({word for stretch in known.stretches for words in stretch.parts for word in words})
    before = any_of([*known.fillers, *known.limits, *known.distances, *known.parts, *known.faces]) + f"|{NUMBER}"
    start, end, first, second, last = (
        rf"(?:(?:{before}) )*(?P<{name}>{part})(?: (?:{any_of(known.bones)}))?{END}"
        for name in ("start", "end", "first", "second", "last")
    )
    way = rf"(?:from )?{start} (?P<via>(?:(?!from )[\w'-]+ ){{0,7}}?)to {end}(?: to {last})?"
    return re.compile(rf"{BEGIN}(?:{way}|between {first} and {second})")
