"""The words of a body map for the places that take no pressure, or only light pressure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.artwork.risks import Risk, risks_in
from cardgen.planning.session import SessionPart
from cardgen.wording.words import Words


class MapLabel(Struct, frozen=True):
    """The name of a place, and the risks that it labels."""

    text: str
    places: tuple[str, ...]
    """Their names in `risks.yaml`."""


class SafetyMap(Struct, frozen=True):
    """The words of a map: its labels, its captions, and what it makes needless to say."""

    labels: tuple[MapLabel, ...]
    """None where no body area of the session has such places."""
    said: frozenset[str]
    """The cautions that it says."""
    areas: tuple[str, ...]
    """The body areas whose places it shows."""
    no_pressure: str
    light_only: str
    """Empty when no place takes light pressure."""
    captions: dict[str, str]
    """By the view of the body."""
    alt: str

    @property
    def key(self) -> tuple[str, ...]:
        """The meaning of its patterns."""
        return tuple(filter(None, (self.no_pressure, self.light_only)))


def worked_areas(parts: Sequence[SessionPart]) -> tuple[str, ...]:
    """Every body area that the parts work on."""
    return tuple(dict.fromkeys(area for part in parts for area in part.areas))


def word_safety_map(parts: Sequence[SessionPart], words: Words) -> SafetyMap:
    """The map of all places to keep off in these parts."""
    used = worked_areas(parts)
    known = risks_in(used)
    named: dict[str, list[Risk]] = {}
    for risk in known:
        named.setdefault(words.places[risk.name], []).append(risk)
    return SafetyMap(
        labels=tuple(MapLabel(text, tuple(risk.name for risk in found)) for text, found in named.items()),
        said=frozenset(caution for area in used for caution in words.areas[area].on_map),
        no_pressure=words.say("no_pressure"),
        areas=used,
        light_only=words.say("light_only") if any(risk.is_light_only for risk in known) else "",
        captions={"body-back": words.say("seen_from_behind"), "body-front": words.say("seen_from_front")},
        alt=_describe(named, words),
    )


def _describe(named: dict[str, list[Risk]], words: Words) -> str:
    """All places of a map, as an alternative text."""
    light = [text for text, found in named.items() if found[0].is_light_only]
    hatched = [text for text in named if text not in light]
    texts = (("map_of_places", hatched), ("map_of_light_places", light))
    return " ".join(words.say(phrase, places="; ".join(places)) for phrase, places in texts if places)
