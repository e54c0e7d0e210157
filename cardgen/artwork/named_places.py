"""Places on the body in the words of authors: "lower back", "round the ankles", "from the wrist to the elbow"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from cardgen.artwork.views import crop
from cardgen.files.folders import DATA
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model

Part = list[str]
"""A joint, by any of its names, or the places that are all one part of a limb, each as one position shows it."""


class NamedPlace(Model, frozen=True, kw_only=True):
    """A place on the body, and what shows it."""

    words: list[str]
    """What people call it."""
    whole: str = ""
    """The wider place that it belongs to."""
    rounded: bool = False
    """Whether its figure also shows work around it."""
    drawing: Drawing | None = None
    """A close-up that is the same however the receiver lies."""
    drawings: dict[Position, Drawing] = {}
    """What shows it while the receiver lies or sits like this."""

    def shown(self, position: Position) -> Drawing | None:
        """What shows it; somebody who lies on one side is seen from behind or from the front, whichever shows it."""
        found = self.drawings.get(position, self.drawing)
        if found is None and position == "side":
            found = next((drawing for drawing in self.drawings.values() if drawing.area), None)
        return found


class Places(Model, frozen=True):
    """Every place, how they follow each other, and the words around their names that change nothing or join them."""

    places: list[NamedPlace]
    fillers: list[str]
    links: list[str]
    sides: list[str]
    parts: list[str]
    faces: dict[str, list[str]]
    rounds: list[str]
    stretches: list[list[Part]]
    joints: list[str]


@cache
def places() -> Places:
    """The places of `places.yaml`."""
    return read_document(DATA / "body" / "places.yaml", Places).model


@cache
def by_words() -> dict[str, NamedPlace]:
    """Every place by each of its names."""
    return {words: place for place in places().places for words in place.words}


class Reading(NamedTuple):
    """What a text says of places."""

    places: Sequence[NamedPlace]
    """All that it names, each as it is worked; none if any other word is not understood, or sets a limit."""
    whole: bool = True
    """Whether it names no mere part of one."""


@cache
def _names() -> re.Pattern[str]:
    """The name of any place, the longest first, or of a part of it."""
    known = places()
    name, filler = _any_of(by_words()), _any_of(known.fillers)
    part = _any_of([*known.parts, *known.faces])
    prefix = rf"(?:(?:(?:{part}) )+of (?:(?:{filler}) )*)+?"
    return re.compile(
        rf"(?<!\bof )(?<!\bof the )\b(?:(?P<alone>{name})|(?P<prefix>{prefix})(?P<owner>{name}))\b(?! of\b)"
    )


@cache
def _ends() -> re.Pattern[str]:
    """From one end of a place to the other: "from bottom corner to top"."""
    part, filler = _any_of(places().parts), _any_of(places().fillers)
    end = rf"(?:(?:{filler}) )*(?:{part})(?: (?:{part}))*"
    return re.compile(rf"\bfrom {end} to {end}\b")


def named_places(where: str) -> list[NamedPlace]:
    """All places that a text names, or a part of them."""
    return [_place(found) for found in _names().finditer(_without_sides(where))]


def _without_sides(where: str) -> str:
    """The words of a place in lower case, without those that say on which side: "outside of the thigh"."""
    words = re.findall(r"[\w'-]+|[^\w\s]", where.lower())
    return " ".join(word for word in words if word not in places().sides)


def _place(found: re.Match[str]) -> NamedPlace:
    return by_words()[found["alone"] or found["owner"]]


def read_places(where: str, position: Position) -> Reading:
    """The places that a text names, wholly or in part."""
    text = " ".join(re.findall(r"[\w'-]+", _without_sides(where)))
    if ends := _stretch_pattern().fullmatch(text):
        return _read_stretch(ends, position)
    known, found = places(), list(_names().finditer(text))
    named = [_seen(_place(each), each["prefix"] or "", position) for each in found]
    rounds = known.rounds if all(place.rounded for place in named) else []
    others = _ends().sub(known.parts[0], _names().sub("", text)).split()
    rest = [word for word in others if word not in {*known.fillers, *known.links, *rounds}]
    if any(word not in known.parts for word in rest):
        return Reading(())
    prefixes = {word for each in found for word in (each["prefix"] or "").split()}
    return Reading(named, not rest and not prefixes.intersection(" ".join(known.parts).split()))


def _seen(place: NamedPlace, prefix: str, position: Position) -> NamedPlace:
    """A place as it is seen: without its area if its back or front is meant, and the other one is seen."""
    shown = place.shown(position)
    faces = [views for face, views in places().faces.items() if face in prefix.split()]
    if not shown or all(crop(shown.view).view in views for views in faces):
        return place
    return replace(place, drawing=replace(shown, area=()), drawings={})


def wider_place(named: Iterable[NamedPlace]) -> NamedPlace | None:
    """The wider place that all of some places belong to."""
    wholes = {place.whole for place in named}
    return by_words().get(min(wholes)) or by_words().get(f"the {min(wholes)}") if len(wholes) == 1 else None


@cache
def _stretch_pattern() -> re.Pattern[str]:
    """From one part of a limb, or of the back, to another."""
    part = _any_of({word for parts in places().stretches for part in parts for word in part})
    filler = rf"(?:(?:{_any_of(places().fillers)}) )*"
    return re.compile(
        rf"(?:(?P<before>.+) from |{filler}(?:from )?){filler}(?P<start>{part}) {filler}to {filler}(?P<end>{part})"
    )


def _read_stretch(ends: re.Match[str], position: Position) -> Reading:
    """All from one end to the other, or the places named before it: "the calf, from the ankle to the knee"."""
    found = _stretch(ends["start"], ends["end"], position)
    if not ends["before"]:
        return Reading(found)
    named = read_places(ends["before"], position)
    within = {word for place in found for word in place.words}
    return named if all({*place.words, place.whole} & within for place in named.places) else Reading(())


def _stretch(start: str, end: str, position: Position) -> Sequence[NamedPlace]:
    """All places from one part to another, without the joints at the ends; none if a part cannot be shown."""
    for parts in places().stretches:
        first, last = (next((at for at, part in enumerate(parts) if word in part), -1) for word in (start, end))
        if min(first, last) >= 0 and first != last:
            within = parts[min(first, last) : max(first, last) + 1]
            shown = [_part_shown(part, position) for part in within if part[0] not in places().joints]
            return [place for place in shown if place] if all(shown) else ()
    return ()


def _part_shown(part: Part, position: Position) -> NamedPlace | None:
    """The place that shows a part of a limb while the receiver lies or sits like this."""
    found = (by_words()[word] for word in part if word in by_words())
    return next((place for place in found if (shown := place.shown(position)) and shown.area), None)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
