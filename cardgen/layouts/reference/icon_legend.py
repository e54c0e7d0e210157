"""Pages that explain every icon, group by group, with what an author types for it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.artwork.icons import icons
from cardgen.artwork.theme import Theme
from cardgen.errors import Fault, UserError
from cardgen.layouts.parts.sketch import Sketch
from cardgen.layouts.reference.legend_page import LEGEND_MARGIN, LEGEND_TOP, legend_columns, start_legend_page
from cardgen.layouts.reference.typed_words import type_icon
from cardgen.scene.faces import Face
from cardgen.scene.text import CAP, Setting, fit
from cardgen.sheets.format import Format
from cardgen.units import MM
from cardgen.wording.alt_texts import explain_icon, explain_long_meaning, icon_group
from cardgen.wording.words import Words, word_fault

LEAST_COLUMN = 44 * MM
"""The least width of a column: an icon, and beside it its meaning and what to type."""
ICON, ICON_ROW = 8.8 * MM, 14.2 * MM
GROUP_TITLE, ICON_MEANING, LEAST_MEANING, ICON_TYPED = 13, 10, 8, 8
"""Type sizes."""
TYPED_GAP = 1.3 * MM
"""From a meaning to what to type."""
GROUP_HEAD = 6.4 * MM
"""Height of a group's title."""
GROUP_GAP = 1.8 * MM
"""Between two groups."""


class IconMeaning(Struct, frozen=True):
    """An icon, its meaning and what to type for it, broken into lines."""

    icon: str
    meaning: Setting
    typed: Setting

    @property
    def height(self) -> float:
        return self.meaning.height + TYPED_GAP + self.typed.height


def lay_out_legend(words: Words, form: Format, theme: Theme) -> list[Face]:
    """The legend on as few pages as possible; a group is only split when no page holds it."""
    columns, width = legend_columns(form, LEAST_COLUMN)
    bottom = form.size.height - LEGEND_MARGIN
    most = columns * max(1, int((bottom - LEGEND_TOP - GROUP_HEAD + ICON_ROW - ICON) / ICON_ROW))
    sketches: list[Sketch] = []
    y = bottom
    whole = _set_groups(words, width)
    parts = ((group, icons[at : at + most]) for group, icons in whole for at in range(0, len(icons), most))
    for group, icons_set in parts:
        rows = -(-len(icons_set) // columns)
        if y + GROUP_HEAD + rows * ICON_ROW > bottom + (ICON_ROW - ICON):
            sketches.append(start_legend_page("legend", words, form, theme, continued=bool(sketches)))
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
        found[icon_group(name, words)].append(IconMeaning(name, setting, _set_typed(name, width)))
    return list(found.items())


def _set_typed(name: str, width: float) -> Setting:
    """What is typed for an icon, in as many lines as it needs; UserError when its name is too long."""
    sizes, room = (ICON_TYPED, ICON_TYPED), (width - ICON - 4 * MM, 2.5 * ICON_TYPED)
    typed = fit(type_icon(name), "medium", sizes, room, 1.15)
    if typed is None:
        raise UserError(
            Fault(f"The name of the icon '{name}' is too long for the legend.", "Rename it.", icons()[name])
        )
    return typed


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
                left, begin = x + ICON + 2.5 * MM, top + max(0, (ICON - each.height) / 2)
                end = sketch.draw_setting(left, begin, each.meaning)
                if any(each.typed.lines):
                    sketch.draw_setting(left, end + TYPED_GAP, each.typed, sketch.theme.secondary)
