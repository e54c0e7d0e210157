"""Whole bodies that show where something is worked on, and where nothing may press."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cardgen.artwork.body_map import WHOLE_VIEWS, add_other_sides, body_map, locate_regions, map_size
from cardgen.artwork.curves import Point
from cardgen.artwork.figures import Look
from cardgen.artwork.risks import risks_in
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.deck import Site

BODIES_GAP = 0.06
"""Between two bodies, as a fraction of their height."""


def body_views(sites: Sequence[Site]) -> list[str]:
    """The whole views that the steps need, from behind first."""
    shown = {spot.view for site in sites for spot in locate_regions(site.drawing, site.position == "supine")}
    return [view for view in WHOLE_VIEWS if view in shown]


def bodies_width(views: Sequence[str], height: float) -> float:
    """Width of bodies side by side."""
    return sum(map_size(view, height).width for view in views) + BODIES_GAP * height * (len(views) - 1)


def marked_regions(view: str, areas: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The regions of a view that take no pressure in these body areas, and those that take light pressure only."""
    hatched: set[str] = set()
    dotted: set[str] = set()
    for risk in risks_in(areas):
        (dotted if risk.is_light_only else hatched).update(risk.mapped_in(view))
    return tuple(sorted(hatched)), tuple(sorted(dotted - hatched))


def draw_bodies(
    sketch: Sketch, box: Box, sites: Sequence[Site], area: str, alt: str, keep_off: Iterable[str] = ()
) -> None:
    """Draw the whole body, from behind and from the front as the steps need it, with the worked regions filled.

    The places that take no pressure in the areas `keep_off` are hatched, those that take light pressure are dotted.
    Every region has the color of its own area; `area` is that of regions which no step names.
    """
    views, areas = body_views(sites), tuple(keep_off)
    height = min(box.height, box.height * box.width / bodies_width(views, box.height))
    x = box.x + (box.width - bodies_width(views, height)) / 2
    with sketch.tagged("Figure", alt):
        for view in views:
            draw_body(sketch, view, height, (x, box.y + (box.height - height) / 2), sites, area, areas)
            x += map_size(view, height).width + BODIES_GAP * height


def draw_body(
    sketch: Sketch, view: str, height: float, at: Point, sites: Sequence[Site], area: str, areas: Sequence[str]
) -> None:
    """Draw one body, its top left `at` this point, in points, as `draw_bodies` does."""
    theme = sketch.theme
    accents: dict[str, str] = {}
    for site in sites:
        spots = locate_regions(site.drawing, site.position == "supine") if site.is_known else []
        worked = [spot.region for spot in spots if spot.view == view and spot.region]
        accents |= dict.fromkeys(add_other_sides(view, worked), site.tab.area)
    hatched, dotted = marked_regions(view, areas)
    others = tuple((region, theme.accents[one]) for region, one in accents.items() if one != area)
    art = body_map(view, height, tuple(accents), (), Look(theme, theme.accents[area], others=others), hatched, dotted)
    sketch.draw_artwork(art, *at)
