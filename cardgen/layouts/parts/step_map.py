"""A map of the steps: bodies with the worked regions, and the steps' numbers next to their places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct

from cardgen.artwork.body_map import (
    WHOLE_VIEWS,
    BodySpot,
    Leader,
    body_map,
    locate_regions,
    map_point,
    map_size,
)
from cardgen.artwork.figures import Look
from cardgen.artwork.regions import region_shape
from cardgen.layouts.parts.bodies import marked_regions
from cardgen.layouts.parts.labels import spread_labels
from cardgen.layouts.parts.sketch import Sketch
from cardgen.model.card_name import CardName
from cardgen.scene.text import CAP, Setting, fit, width
from cardgen.units import MM, Box
from cardgen.wording.deck import Site
from cardgen.wording.plan_page import PlanPage
from cardgen.wording.sentences import word_cards

NUMBERS_GAP, BODIES_GAP = 1 * MM, 2 * MM
"""Between numbers and their body, and between the numbers of two bodies."""
LABEL_GAPS = (1.8 * MM, 1 * MM)
"""Between the numbers of two places one below the other: more than between two lines of one, if there is room."""
SHARED_WITHIN = (40, 80, 140, 300)
"""Steps closer than this, in the view's units, share one place; farther ones only where there is too little room."""
NUMBER_SIZES = (11, 10, 9, 8.5)
"""Type sizes."""
NUMBER_LEADING = 1.05
"""Between two lines of one place, in type sizes."""
MOST_LINES = 20
"""The most lines that the numbers of one place may have: as many as a body is high."""
OVERHANG = 0.7
"""How far numbers may reach above the body, in points."""
MIDDLE = (0.47, 0.53)
"""The middle of a body, as fractions of its width."""


class PlaceNumbers(Struct):
    """The numbers of the steps at one place."""

    spot: BodySpot
    cards: list[CardName]
    area: str


class SetNumbers(Struct, frozen=True):
    """Numbers broken into lines, and the height of their middle on the page."""

    place: PlaceNumbers
    setting: Setting
    middle: float


class MapBody(Struct, frozen=True):
    """A body on the page, and the numbers at its sides."""

    view: str
    box: Box
    left: list[SetNumbers]
    right: list[SetNumbers]


def step_map_width(page: PlanPage, height: float, room: float) -> float:
    """The width of the bodies, with room for numbers at each side; all in points."""
    return numbered_bodies_width(map_views(page), height, room)


def map_views(page: PlanPage) -> list[str]:
    """The bodies that the steps need."""
    shown = {_spots(site)[0].view for site in page.sites}
    return [view for view in WHOLE_VIEWS if view in shown]


def numbered_bodies_width(views: Sequence[str], height: float, room: float) -> float:
    """The width of these bodies, with room for numbers at each side; all in points."""
    return sum(map_size(view, height).width + 2 * room for view in views) + BODIES_GAP * (len(views) - 1)


def label_width(page: PlanPage) -> float:
    """How much room each side needs if the numbers of all places are on one line and sides share their room; points."""
    bodies = _group(page.sites, SHARED_WITHIN[0]).items()
    needs = [need for view, places in bodies for need in _needs(_sides(places, view), NUMBER_SIZES[0])]
    return sum(needs) / max(1, len(needs))


def draw_step_map(sketch: Sketch, page: PlanPage, room: float, box: Box, most: float = NUMBER_SIZES[0]) -> bool:
    """Draw the bodies side by side, with `room` for numbers at each side; returns whether all numbers fit there.

    A side may have some of the room that another one does not need. The numbers are in type of at most this size, or of
    the least one; smaller type comes before numbers of a place on several lines.
    """
    bodies = set_step_map(page, room, box, most)
    if bodies:
        with sketch.tagged("Figure", page.body_alt):
            for body in bodies:
                _draw_body(sketch, page, body)
    return bool(bodies)


def set_step_map(page: PlanPage, room: float, box: Box, most: float = NUMBER_SIZES[0]) -> list[MapBody]:
    """The bodies as they are drawn; none when the numbers do not fit."""
    groups = (_group(page.sites, near) for near in SHARED_WITHIN)
    sizes = [size for size in NUMBER_SIZES if size <= max(most, NUMBER_SIZES[-1])]
    ways = product(groups, (1, MOST_LINES), sizes, LABEL_GAPS)
    tried = (_set_bodies(group, room, box, size, gap, lines) for group, lines, size, gap in ways)
    return next((bodies for bodies in tried if bodies), [])


@lru_cache(maxsize=16)
def _group(sites: tuple[Site, ...], near: float) -> dict[str, list[PlaceNumbers]]:
    """The places of each body; steps that are near each other share one. Each way to divide a page asks for them."""
    found: dict[str, list[PlaceNumbers]] = {}
    for site in sites:
        spots = _spots(site)
        places = found.setdefault(spots[0].view, [])
        if not site.is_known:
            continue
        shared = next((place for place in places if _is_shared(place.spot, spots, near)), None)
        if shared:
            shared.cards.append(site.card)
        else:
            places.append(PlaceNumbers(spots[0], [site.card], site.tab.area))
    return {view: found[view] for view in WHOLE_VIEWS if view in found}


def _spots(site: Site) -> tuple[BodySpot, ...]:
    """All places of a step; its number is next to the first one."""
    return locate_regions(site.drawing, site.position == "supine", site.first_side)


def _is_shared(dot: BodySpot, spots: Sequence[BodySpot], near: float) -> bool:
    """Whether the dot of another step is near the first place of this one, and on what this one works."""
    own = spots[0]
    is_near = abs(dot.at[0] - own.at[0]) < near and abs(dot.at[1] - own.at[1]) < near
    worked = [spot.region for spot in spots if spot.view == dot.view and spot.region]
    return is_near and (not worked or any(region_shape(dot.view, region).holds(dot.at) for region in worked))


def _worked(page: PlanPage, view: str) -> dict[str, str]:
    """The regions of a body that the steps work on, each with its body area."""
    known = [(spot, site.tab.area) for site in page.sites if site.is_known for spot in _spots(site)]
    return {spot.region: area for spot, area in known if spot.view == view and spot.region}


def _set_bodies(
    views: dict[str, list[PlaceNumbers]], room: float, box: Box, size: float, gap: float, lines: int
) -> list[MapBody] | None:
    """The bodies with their numbers in type of this size and this far apart; None when some do not fit.

    `lines`: the most lines that the numbers of one place may take.
    """
    sides = [_sides(places, view) for view, places in views.items()]
    rooms = iter(_share(room, [need for pair in sides for need in _needs(pair, size)]))
    x, bodies = box.x, list[MapBody]()
    for view, (left, right) in zip(views, sides, strict=True):
        before, after = next(rooms), next(rooms)
        body = Box(x + before, box.y, *map_size(view, box.height))
        at_left = _set_side(left, body, before, size, gap, lines)
        at_right = _set_side(right, body, after, size, gap, lines)
        if at_left is None or at_right is None:
            return None
        bodies.append(MapBody(view, body, at_left, at_right))
        x = body.right + after + BODIES_GAP
    return bodies


def _sides(places: Sequence[PlaceNumbers], view: str) -> tuple[list[PlaceNumbers], list[PlaceNumbers]]:
    """The places for the left and the right: each on its nearer side, those in the middle where there are fewer."""
    left: list[PlaceNumbers] = []
    right: list[PlaceNumbers] = []
    wide = map_size(view, 1).width
    for place in sorted(places, key=lambda place: place.spot.at[1]):
        x = map_point(place.spot, 1)[0] / wide
        side = left if x < MIDDLE[0] else right if x > MIDDLE[1] else min(left, right, key=len)
        side.append(place)
    return left, right


def _needs(sides: Iterable[Sequence[PlaceNumbers]], size: float) -> list[float]:
    """The room that each side needs for numbers on one line in type of this size, in points; 0 without numbers."""
    return [
        max((NUMBERS_GAP + width(word_cards(place.cards), "bold", size) for place in places), default=0.0)
        for places in sides
    ]


def _share(room: float, needs: Sequence[float]) -> list[float]:
    """The room of each side: `room`, more where it needs more, as far as the others need less."""
    lack = sum(max(0.0, need - room) for need in needs)
    spare = sum(max(0.0, room - need) for need in needs)
    part = min(lack, spare)
    return [
        room + (part * (need - room) / (lack if need > room else spare) if lack and spare else 0.0) for need in needs
    ]


def _set_side(
    places: Sequence[PlaceNumbers], body: Box, room: float, size: float, gap: float, lines: int
) -> list[SetNumbers] | None:
    """Numbers as high as their places, moved apart where they would overlap; None when they do not fit."""
    if not places:
        return []
    settings: list[Setting] = []
    high = min(body.height, (CAP + (lines - 1) * NUMBER_LEADING) * size)
    for place in places:
        text = word_cards(place.cards)
        setting = fit(text, "bold", (size, size), (room - NUMBERS_GAP, high), NUMBER_LEADING)
        if setting is None:
            return None
        settings.append(setting)
    wanted = [body.y + map_point(place.spot, body.height)[1] for place in places]
    heights = [setting.height for setting in settings]
    middles = spread_labels(wanted, heights, body.y, body.bottom, gap)
    if middles[0] - heights[0] / 2 < body.y - OVERHANG:
        return None
    return [SetNumbers(*put) for put in zip(places, settings, middles, strict=True)]


def _draw_body(sketch: Sketch, page: PlanPage, body: MapBody) -> None:
    """Draw a body with the worked regions, the numbers at its sides, and lines from these to their places."""
    theme, box = sketch.theme, body.box
    leaders: list[Leader] = []
    for side, is_right in ((body.left, False), (body.right, True)):
        for put in side:
            color = theme.accents[put.place.area].deep
            edge = (box.width if is_right else 0, put.middle - box.y)
            leaders.append(Leader(map_point(put.place.spot, box.height), edge, color))
            x = box.right + NUMBERS_GAP if is_right else box.x - NUMBERS_GAP - put.setting.width
            sketch.draw_setting(x, put.middle - put.setting.height / 2, put.setting, color)
    areas = _worked(page, body.view)
    hatched, dotted = marked_regions(body.view, page.safety_map.areas)
    others = tuple((region, theme.accents[area]) for region, area in areas.items() if area != page.tab.area)
    look = Look(theme, theme.accents[page.tab.area], weight=0.8, others=others)
    art = body_map(body.view, box.height, tuple(areas), tuple(leaders), look, hatched, dotted)
    sketch.draw_artwork(art, box.x, box.y)
