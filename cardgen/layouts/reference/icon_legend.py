"""Pages that explain every icon, group by group: one page on A4 and Letter."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.artwork.icons import icons
from cardgen.artwork.theme import Theme
from cardgen.errors import Fault, UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.faces import Face
from cardgen.scene.text import CAP, Setting, fit
from cardgen.sheets.format import Format
from cardgen.units import MM
from cardgen.wording.alt_texts import explain_icon, icon_group
from cardgen.wording.words import Words

MARGIN = 12 * MM
COLUMN = 36 * MM
"""The least width of a column: an icon, and its meaning in two lines."""
ICON, ROW = 8.8 * MM, 10.9 * MM
TITLE, HEADING, MEANING = 26, 13, 10
HEAD = 6.4 * MM
"""Height of a group's heading."""
GAP = 1.8 * MM
"""Between two groups."""


class Entry(Struct, frozen=True):
    """An icon and its meaning, broken into lines."""

    icon: str
    meaning: Setting


def lay_out_legend(words: Words, form: Format, theme: Theme) -> list[Face]:
    """The legend on as few pages as hold it; a group is never parted."""
    columns = int((form.size.width - 2 * MARGIN) / COLUMN)
    width = (form.size.width - 2 * MARGIN) / columns
    bottom = form.size.height - MARGIN
    sketches: list[Sketch] = []
    y = bottom
    for group, entries in _groups(words, width):
        rows = -(-len(entries) // columns)
        if y + HEAD + rows * ROW > bottom + (ROW - ICON):
            sketches.append(Sketch(form, theme, words, words.say("legend"), margin=MARGIN))
            with sketches[-1].tagged("H1"):
                sketches[-1].draw_text(MARGIN, MARGIN + CAP * TITLE, words.say("legend"), "semibold", TITLE)
            y = MARGIN + CAP * TITLE + 6 * MM
        _draw_group(sketches[-1], words.groups[group], entries, y, columns, width)
        y += HEAD + rows * ROW + GAP
    return [sketch.face() for sketch in sketches]


def _groups(words: Words, width: float) -> list[tuple[str, list[Entry]]]:
    """Every icon that is found, in the groups of the words file."""
    found: dict[str, list[Entry]] = {group: [] for group in words.groups}
    for name in icons():
        said = explain_icon(name, words)
        setting = fit(said, "regular", (MEANING, 8), (width - ICON - 4 * MM, ICON), 1.15)
        if setting is None:
            problem = f"The meaning of the icon '{name}' is too long for the legend: '{said}'."
            raise UserError(Fault(problem, "Write a shorter '<title>'.", icons()[name]))
        found[icon_group(name, words)].append(Entry(name, setting))
    return list(found.items())


def _draw_group(sketch: Sketch, heading: str, entries: Sequence[Entry], y: float, columns: int, width: float) -> None:
    with sketch.tagged("H2"):
        sketch.draw_text(MARGIN, y + CAP * HEADING, heading, "semibold", HEADING)
    with sketch.tagged("L"):
        for index, entry in enumerate(entries):
            row, column = divmod(index, columns)
            x, top = MARGIN + column * width, y + HEAD + row * ROW
            sketch.draw_icon(entry.icon, x, top, ICON)
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                sketch.draw_setting(x + ICON + 2.5 * MM, top + (ICON - entry.meaning.height) / 2, entry.meaning)
