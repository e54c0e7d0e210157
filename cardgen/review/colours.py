"""Whether a theme has a colour for every body area, and colours that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cardgen.area import areas
from cardgen.errors import Fault, suggest
from cardgen.faults import Place
from cardgen.reading import Document, read
from cardgen.theme import Theme

LEAST_CONTRAST = 7
"""Between what is read and the paper (WCAG 2.2, level AAA): hands are oily and the light is dim."""


def open_theme(path: Path) -> Document[Theme]:
    """The theme in a file; UserError with every fault."""
    return read(path, Theme, _faults)


def _faults(document: Document[Theme]) -> Iterator[Fault]:
    """Accents that are missing, and those of areas that do not exist."""
    accents = document.model.accents
    if missing := [name for name in areas() if name not in accents]:
        problem = f"These body areas have no accent: {', '.join(missing)}."
        yield document.fault(("accents",), problem, "Add '{deep: \"#...\"}' for each of them.", key=True)
    for name in accents:
        if name not in areas():
            problem = f"There is no body area '{name}'."
            yield document.fault(("accents", name), problem, suggest(name, areas()), key=True)


def faint(document: Document[Theme]) -> Iterator[Fault]:
    """A warning for each colour of words and numbers that does not stand out from the paper."""
    found = document.model
    colours: dict[Place, str] = {("ink",): found.ink, ("secondary",): found.secondary}
    colours |= {("accents", name, "deep"): accent.deep for name, accent in found.accents.items()}
    for place, colour in colours.items():
        if (reached := contrast(colour, found.paper)) < LEAST_CONTRAST:
            problem = f"{colour} has a contrast of only {reached:.1f}:1 with the paper; words need {LEAST_CONTRAST}:1."
            yield document.warning(place, problem, "Choose a darker colour.")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
