"""The band behind the name of a routine, which divides the table of a long session."""

from __future__ import annotations

from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.outlines import rectangle
from cardgen.units import Box
from cardgen.wording.plan_rows import PlanRow


def draw_band(sketch: Sketch, row: PlanRow, box: Box) -> None:
    """Draw the wash behind the name of a routine; a line above where the theme has none."""
    accent, theme = sketch.theme.accents[row.tab.area], sketch.theme
    if accent.wash:
        sketch.draw_path(rectangle(box), fill=accent.wash)
    else:
        sketch.draw_rule(box.x, box.right, box.y + 0.6, 1.2, theme.ink)
