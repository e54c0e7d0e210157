"""Pages that explain every icon, group by group: one page on A4 and Letter."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.artwork.icons import icons
from cardgen.artwork.theme import Theme
from cardgen.errors import Fault, UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.legend_page import LEGEND_MARGIN, LEGEND_TOP, legend_columns, start_legend_page
from cardgen.scene.faces import Face
from cardgen.scene.text import CAP, Setting, fit
from cardgen.sheets.format import Format
from cardgen.units import MM
from cardgen.wording.alt_texts import explain_icon, explain_long_meaning, icon_group
from cardgen.wording.words import Words, word_fault

LEAST_COLUMN = 36 * MM
"""The least width of a column: an icon, and its meaning in two lines."""
ICON, ICON_ROW = 8.8 * MM, 10.4 * MM
GROUP_TITLE, ICON_MEANING, LEAST_MEANING = 13, 10, 8
"""Type sizes."""
GROUP_HEAD = 6.4 * MM
"""Height of a group's title."""
GROUP_GAP = 1.8 * MM
"""Between two groups."""


class IconMeaning(Struct, frozen=True):
    """An icon, and its meaning broken into lines."""

    icon: str
    meaning: Setting


def lay_out_legend(words: Words, form: Format, theme: Theme) -> list[Face]:
    """The legend on as few pages as possible; a group is never split."""
    columns, width = legend_columns(form, LEAST_COLUMN)
    bottom = form.size.height - LEGEND_MARGIN
    sketches: list[Sketch] = []
    y = bottom
    for group, icons_set in _set_groups(words, width):
        rows = -(-len(icons_set) // columns)
        if y + GROUP_HEAD + rows * ICON_ROW > bottom + (ICON_ROW - ICON):
            sketches.append(start_legend_page("legend", words, form, theme))
            y = LEGEND_TOP
        _draw_group(sketches[-1], words.groups[group], icons_set, y, columns, width)
        y += GROUP_HEAD + rows * ICON_ROW + GROUP_GAP
    return [sketch.face() for sketch in sketches]


def _set_groups(words: Words, width: float) -> list[tuple[str, list[IconMeaning]]]:
    """Every icon, in the groups of the words file; UserError when a meaning is too long."""
    found: dict[str, list[IconMeaning]] = {group: [] for group in words.groups}
    for name, path in icons().items():
        meaning = explain_icon(name, words)
        setting = fit(meaning, "regular", (ICON_MEANING, LEAST_MEANING), (width - ICON - 4 * MM, ICON), 1.15)
        if setting is None:
            problem, remedy = explain_long_meaning(meaning)
            in_file = Fault(problem, "Write a shorter '<title>'.", path)
            raise UserError(word_fault(words, meaning, problem, remedy) if name in words.icons else in_file)
        found[icon_group(name, words)].append(IconMeaning(name, setting))
    return list(found.items())


def _draw_group(
    sketch: Sketch, title: str, icons_set: Sequence[IconMeaning], y: float, columns: int, width: float
) -> None:
    """Draw a group of icons in rows below its title, from the height y."""
    with sketch.tagged("H2"):
        sketch.draw_text(LEGEND_MARGIN, y + CAP * GROUP_TITLE, title, "semibold", GROUP_TITLE)
    with sketch.tagged("L"):
        for index, each in enumerate(icons_set):
            row, column = divmod(index, columns)
            x, top = LEGEND_MARGIN + column * width, y + GROUP_HEAD + row * ICON_ROW
            sketch.draw_icon(each.icon, x, top, ICON)
            with sketch.tagged("LI"), sketch.tagged("LBody"):
                sketch.draw_setting(x + ICON + 2.5 * MM, top + (ICON - each.meaning.height) / 2, each.meaning)
