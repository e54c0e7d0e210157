"""The bodies in a booklet that show where something is worked on."""

from __future__ import annotations

from collections.abc import Sequence

from cardgen.artwork.body_map import WHOLE_VIEWS, add_other_sides, body_map, locate_drawing, map_size
from cardgen.artwork.figures import Look
from cardgen.layouts.parts.sketch import Sketch
from cardgen.units import Box
from cardgen.wording.plan_page import Site


def draw_bodies(sketch: Sketch, box: Box, sites: Sequence[Site], area: str, alt: str) -> None:
    """Draw the whole body, from behind and from the front as the steps need it, with the worked regions filled."""
    spots = [locate_drawing(site.drawing, site.position == "supine") for site in sites]
    views = [view for view in WHOLE_VIEWS if any(spot.view == view for spot in spots)]
    slim = map_size(WHOLE_VIEWS[0], 1).width
    height = min(box.height, box.width / len(views) / slim)
    theme, x = sketch.theme, box.x + (box.width - slim * height * len(views)) / 2
    with sketch.tagged("Figure", alt):
        for view in views:
            regions = add_other_sides(view, (spot.region for spot in spots if spot.view == view))
            art = body_map(view, height, regions, (), Look(theme, theme.accents[area]))
            sketch.draw_artwork(art, x, box.y + (box.height - height) / 2)
            x += slim * height
