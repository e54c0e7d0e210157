"""Pieces that layouts share: edge tab, footer, progress dots, headline, facts, caution."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.layouts.parts.revision import card_of, mark_place
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.faces import Card, Face
from cardgen.scene.outlines import circle, rectangle, rounded
from cardgen.scene.text import CAP, DESCENT, Setting, fit, width
from cardgen.units import MM, Box, Size
from cardgen.wording.deck import Fact, Tab

TAB_CORNER = 1 * MM
"""An edge tab that cannot bleed stands inside the edge, with round corners."""
LEAST_BLEED = 1.5 * MM
"""With less bleed than this a tab stays inside the card."""
LETTER_CLEAR = 2 * MM
"""The letter of a tab that bleeds stands so far from the edge: backs may be printed 2 mm askew (print facts)."""
MOST_DOTS = 24
"""A routine of more steps shows its progress as figures."""
FIGURES = 7
"""Type size of these, in radii of a dot."""
LEAST_DOT_GAP = 0.5 * MM
"""And so does one whose dots would nearly touch."""


class TabScale(Struct, frozen=True):
    """Size of an edge tab, of its letter, and its distance from the edge when it cannot bleed, in points."""

    size: Size
    letter: float
    inset: float


def _tab_scale(card: Size) -> TabScale:
    """The edge tab of a card of this size: 6 x 13 mm on A6, smaller and larger ones in steps (design system)."""
    for least, wide, tall, letter, inset in ((130, 7, 15, 15, 4), (95, 6, 13, 13, 4), (69, 5, 10, 11, 3)):
        if card.width >= least * MM:
            return TabScale(Size(wide * MM, tall * MM), letter, inset * MM)
    return TabScale(Size(4.5 * MM, 8.5 * MM), 10, 2.5 * MM)


def edge_tab(sketch: Sketch) -> None:
    """The area's letter at the edge, at the area's own height.

    It runs over the edge when the sheet has room for bleed, and stands inside it otherwise.
    """
    form, tab, scale = sketch.form, sketch.tab, _tab_scale(sketch.form.size)
    size = scale.size
    assert tab is not None
    step = (form.size.height - 16 * MM) / 8
    inset = 0 if form.bleed >= LEAST_BLEED else max(scale.inset, form.border.width)
    y = 8 * MM + (tab.slot + 0.5) * step - size.height / 2
    size = Size(size.width + (-MM if inset else MM), size.height)
    box = Box(inset if sketch.mirrored else form.size.width - inset - size.width, y, *size)
    if inset:
        outline = rounded(box, TAB_CORNER)
    else:
        outline = rectangle(Box(box.x - form.bleed * sketch.mirrored, y, size.width + form.bleed, size.height))
    sketch.path(outline, fill=sketch.deep)
    letter = width(tab.letter, "bold", scale.letter)
    x = box.x + (size.width - letter) / 2
    if not inset:  # the letter stays whole when the card is cut or printed askew
        spare = min(LETTER_CLEAR, size.width - letter - 0.2) - (size.width - letter) / 2
        x += max(0.0, spare) * (1 if sketch.mirrored else -1)
    sketch.text(x, y + (size.height + CAP * scale.letter) / 2, tab.letter, "bold", scale.letter, sketch.theme.paper)
    sketch.tab_box = box


def chip(sketch: Sketch, tab: Tab, x: float, baseline: float, size: float) -> float:
    """An area's letter on its colour, small, as on the edge tab; returns its width."""
    theme = sketch.theme
    side = 1.3 * size
    box = Box(x, baseline - (side + CAP * size) / 2, side, side)
    sketch.path(rounded(box, 0.2 * side), fill=theme.accents[tab.area].deep)
    letter = width(tab.letter, "bold", size)
    sketch.text(x + (side - letter) / 2, baseline, tab.letter, "bold", size, theme.paper)
    return side


def revision_mark(sketch: Sketch, right: float, baseline: float, size: float) -> float:
    """The place of the card's revision, small, ending at `right`; returns where other things may end."""
    mark = mark_place(right, baseline, size, sketch.theme.secondary)
    sketch.marks.append(mark)
    return mark.x - 2 * MM


def footer(sketch: Sketch, left: Sequence[str], right: str, baseline: float, size: float, front: bool) -> None:
    """Small print: as many of the left parts as fit, and a name at the right if there is room for it.

    On a front the card's revision stands at its end.
    """
    live, color = sketch.live(baseline - CAP * size, baseline), sketch.theme.secondary
    baseline = min(baseline, sketch.form.size.height - sketch.form.border.height - DESCENT * size)
    if front:
        live = live._replace(width=revision_mark(sketch, live.right, baseline, size) - live.x)
    parts = [" · ".join(left[:count]) for count in range(len(left), 0, -1)]
    shown = next((text for text in parts if width(text, "regular", size) <= live.width), "")
    if shown:
        sketch.text(live.x, baseline, shown, "regular", size, color)
    if right and width(shown, "regular", size) + width(right, "regular", size) + 4 * MM <= live.width:
        sketch.text(live.right - width(right, "regular", size), baseline, right, "regular", size, color)


def dot_gap(of: int, room: float, radius: float) -> float:
    """Between the dots of so many steps in `room` points of width; 0 when there are too many, and figures must do."""
    gap = min(1.9 * MM, (room - 5 * radius - 2 * radius * (of - 1)) / max(1, of - 1))
    return 0 if of > MOST_DOTS or gap < LEAST_DOT_GAP else gap


def progress(sketch: Sketch, number: int, of: int, x: float, y: float, room: float, radius: float) -> float:
    """One dot a step: done ones solid, the present one a bar, coming ones hollow. `y` is their centre.

    More of them than can be told apart are figures. Returns where they end.
    """
    bar, gap = 5 * radius, dot_gap(of, room, radius)
    if not gap:
        size = FIGURES * radius
        return x + sketch.run(x, y + CAP * size / 2, f"{number} / {of}", "medium", size, sketch.theme.ink)
    for step in range(1, of + 1):
        if step == number:
            tall = 1.45 * radius
            sketch.path(rounded(Box(x, y - tall, bar, 2 * tall), tall), fill=sketch.deep)
            x += bar + gap
        else:
            fill = sketch.deep if step < number else sketch.theme.paper
            sketch.path(circle(x + radius, y, radius * 0.85), fill=fill, stroke=sketch.deep, width=0.75)
            x += 2 * radius + gap
    return x - gap


def headline(
    sketch: Sketch, number: int, title: str, top: float, number_size: float, title_size: float, least: float
) -> float:
    """The step's number with its title beside it, centred on the number; returns where the number ends."""
    live = sketch.live(top, top + CAP * number_size)
    height = CAP * number_size
    with sketch.tagged("H1"):
        start = max(live.x - 0.5 * MM, sketch.form.border.width)
        drawn = sketch.run(start, top + height, str(number), "bold", number_size, sketch.deep)
        x = live.x + max(drawn, number_size * 0.56) + number_size * 0.2
        sizes, usual = (title_size, least), height + 0.6 * title_size
        setting = fit(title, "semibold", sizes, (live.right - x, usual), 1.06, even=True)
        setting = setting or fit(title, "semibold", sizes, (live.right - x, 2 * usual), 1.06, even=True)
        if setting is None:
            raise sketch.fault("title", title)
        height += max(0, setting.height - usual)
        sketch.setting(x, max(top + (height - setting.height) / 2, sketch.form.border.height), setting)
    return top + height


def page_title(sketch: Sketch, title: str, top: float, size: float, least: float) -> float:
    """A title on one line, or on more when it is too long; returns the last baseline."""
    live = sketch.live(top, top + size)
    setting = fit(title, "semibold", (size, least), (live.width, CAP * size + 1), 1.1)
    setting = setting or fit(title, "semibold", (size, least), (live.width, 2 * size), 1.1)
    setting = setting or fit(title, "semibold", (size, least), (live.width, 4 * size), 1.1)
    if setting is None:
        raise sketch.fault("title", title)
    with sketch.tagged("H1"):
        return sketch.setting(live.x, top + CAP * size - CAP * setting.size, setting)


class SetFact(Struct, frozen=True):
    """A fact broken into lines, ready to be placed."""

    fact: Fact
    word: Setting
    note: Setting | None

    @property
    def height(self) -> float:
        if self.note is None:
            return self.word.height
        first = self.note.size if self.fact.note_first else self.word.size
        second = self.word if self.fact.note_first else self.note
        return (
            CAP * first
            + 1.2 * second.size
            + self.word.height
            + self.note.height
            - CAP * (self.word.size + self.note.size)
        )

    def draw(self, sketch: Sketch, x: float, middle: float, icon_size: float, gap: float) -> None:
        """The icon, and the words beside it, both centred on the height `middle`."""
        self.draw_apart(sketch, (x, middle - icon_size / 2), icon_size, (x + icon_size + gap, middle - self.height / 2))

    def draw_apart(self, sketch: Sketch, icon: tuple[float, float], size: float, words: tuple[float, float]) -> None:
        """The icon and the words, each from their top left."""
        alt = sketch.heard(self.fact.icon, self.fact.line)
        said = f"{self.fact.word}: {self.fact.note}" if self.note and not self.fact.note_first else ""
        with sketch.tagged("LI"), sketch.beside_icon("LBody", self.fact.icon, alt, *icon, size, said):
            self._draw_words(sketch, *words)

    def _draw_words(self, sketch: Sketch, x: float, top: float) -> None:
        if self.note is None:
            sketch.setting(x, top, self.word)
            return
        first, second = (self.note, self.word) if self.fact.note_first else (self.word, self.note)
        baseline = sketch.setting(x, top, first)
        sketch.setting(x, baseline + 1.2 * second.size - CAP * second.size, second)


def set_fact(fact: Fact, room: float, word_size: float, note_size: float | None, least: float) -> SetFact | None:
    """Break a fact into lines: its word in one line, or in two; its note in at most two. None when it cannot be."""
    note = None
    if fact.note and (note_size or fact.note_first):
        size = note_size or word_size
        note = fit(fact.note, "regular", (size, min(size, 12)), (room, 2.5 * size), 1.15, even=True)
        if note is None:
            return None
    in_one_line = (word_size, max(least, word_size - 2)), (room, CAP * word_size + 1)
    word = fit(fact.word, "semibold", *in_one_line, 1.14)
    word = word or fit(fact.word, "semibold", (word_size, least), (room, 2 * word_size), 1.14, even=True)
    return SetFact(fact, word, note) if word else None


def draw_caution(sketch: Sketch, setting: Setting, x: float, bottom: float, icon_size: float, gap: float) -> float:
    """The caution sign and its text, centred on each other, ending at `bottom`; returns the top."""
    height = max(icon_size, setting.height)
    middle = bottom - height / 2
    alt = sketch.heard("caution", " ".join(setting.lines))
    with sketch.beside_icon("P", "caution", alt, x, middle - icon_size / 2, icon_size):
        sketch.setting(x + icon_size + gap, middle - setting.height / 2, setting)
    return bottom - height


def pair(faces: Sequence[Face], duplex: bool) -> list[Card]:
    """Faces in reading order to cards: two to a card with `duplex`, else one; each front gets its card's revision."""
    sides = 2 if duplex else 1
    return [card_of(*faces[i : i + sides]) for i in range(0, len(faces), sides)]
