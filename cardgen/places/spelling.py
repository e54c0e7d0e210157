"""Places that an author may have meant by unknown words: corrected spelling, and an example from the area."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from cardgen.artwork.regions import region_share
from cardgen.artwork.views import crop, view, views
from cardgen.model.areas import areas
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine, Step
from cardgen.model.vocabulary import Position
from cardgen.places.named_places import by_plain_words, by_words, places, plain_words
from cardgen.places.reading import named_places, read_places
from cardgen.places.risk_words import worked_risks
from cardgen.suggestions import find_typo

MOSTLY = 0.5
"""A region with at least this part of it in another one is within that one."""


def respelled(where: str) -> str:
    """A place with its spelling corrected: "calf" for "calfs"; empty if that does not make it known."""
    words = plain_words(where).split()
    meant = [_meant(word) for word in words]
    text = " ".join(meant)
    is_known = _is_understood(text) and len(named_places(text)) > len(named_places(where))
    return text if meant != words and is_known else ""


def _is_understood(text: str) -> bool:
    """Whether a place is known, with every word of it, for a receiver who lies or sits in any way."""
    return any(read_places(text, position).places for position in get_args(Position))


@cache
def body_words() -> frozenset[str]:
    """Every word that names a place, or a region or a landmark of any view: none of them is a typo of another."""
    seen = [view(crop(name).view) for name in views()]
    names = [*by_plain_words(), *(name for each in seen for name in (*each.regions, *each.landmarks))]
    return frozenset(word for name in names for word in re.split(r"[-. ]", name) if not word.isdigit())


def example_of(step: Step, routine: Routine) -> str:
    """The name of a place in the body area of a step that may be pressed; empty if its view shows none."""
    position, area = step.position or routine.position, areas()[step.area or routine.area]
    whole = area.drawings.get(position, area.drawing)
    drawn = ((name, place.shown(position)) for name, place in by_words().items() if not place.wider)
    harmless = ((name, drawing) for name, drawing in drawn if drawing and not worked_risks(name))
    return next((name for name, drawing in harmless if _is_within(drawing, whole)), "")


def _is_within(drawing: Drawing, whole: Drawing) -> bool:
    """Whether all that a drawing fills is in what another one of the same view fills, and is not all of that."""
    shown = crop(drawing.view).view
    if not drawing.area or crop(whole.view).view != shown:
        return False
    filled, wider = _regions(drawing, shown), _regions(whole, shown)
    return not set(filled) & set(wider) and all(
        any(region_share(shown, region, other) > MOSTLY for other in wider) for region in filled
    )


def _regions(drawing: Drawing, shown: str) -> list[str]:
    """The regions that a drawing fills, of two sides the right one."""
    known = view(shown).regions
    return [name for stem in drawing.area for name in (stem, f"{stem}.right") if name in known]


def _meant(word: str) -> str:
    """The word, or the words, that are written in another way; the word itself if there are none."""
    known = _vocabulary()
    if word in places().own_words:
        return word
    apart = word.replace("-", " ")
    if word in known or set(apart.split()) <= known:
        return word if word in known else apart
    return _joined().get(apart.replace(" ", "")) or find_typo(word, sorted(known)) or word


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of a name of a place, or around one."""
    known = places()
    around = (*known.fillers, *known.links, *known.parts, *known.faces, *known.rounds, *known.limits, *known.distances)
    return frozenset(word for text in (*by_plain_words(), *around) for word in text.split())


@cache
def _joined() -> dict[str, str]:
    """The names of several words by these words in one: "shoulderblade"."""
    return {name.replace(" ", ""): name for name in by_plain_words() if " " in name}
