"""The cover of a booklet: its title, the time and the positions, and the body with all that is worked on."""

from __future__ import annotations

from cardgen.layouts.booklet.bodies import draw_bodies
from cardgen.layouts.booklet.pages import BookPages
from cardgen.layouts.booklet.scale import LEAST_BOOK
from cardgen.layouts.parts.titles import draw_title
from cardgen.scene.text import fit
from cardgen.units import MM, Box

COVER_BODY = 0.55
"""Height of the bodies, as a part of the page."""


def add_cover(pages: BookPages) -> None:
    """Add the cover; MisfitError when the title or the subtitle is too long."""
    book, scale, size = pages.book, pages.scale, pages.form.size
    sketch = pages.sketch(f"{book.title}: cover", scale.outer_margin + scale.gutter)
    live = sketch.live(0, 0)
    baseline = draw_title(sketch, book.title, 0.1 * size.height, scale.cover_title, scale.page_title)
    setting = fit(book.subtitle, "regular", (scale.cue, LEAST_BOOK), (live.width, 4 * scale.cue), 1.3)
    if setting is None:
        raise sketch.misfit("subtitle", book.subtitle)
    with sketch.tagged("P"):
        baseline = sketch.draw_setting(live.x, baseline + scale.cue, setting)
    top = baseline + 8 * MM
    high = min(COVER_BODY * size.height, size.height - top - scale.bottom_margin)
    draw_bodies(sketch, Box(live.x, top, live.width, high), book.plan.sites, book.tab.area, book.cover_alt)
    pages.faces.append(sketch.face())
