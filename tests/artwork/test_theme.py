"""Themes have every color, with enough contrast."""

from __future__ import annotations

import pytest

from cardgen.artwork.contrast import contrast
from cardgen.artwork.theme import theme, themes
from cardgen.model.areas import areas


def test_every_area_has_colors_in_every_theme() -> None:
    for name in themes():
        assert set(theme(name).accents) == set(areas())


@pytest.mark.parametrize("name", themes())
def test_texts_have_enough_contrast_in_every_theme(name: str) -> None:
    found = theme(name)
    assert all(contrast(color, found.paper) >= 7 for color in (found.ink, found.secondary))
    assert all(contrast(accent.deep, found.paper) >= 5 for accent in found.accents.values())
    assert all(contrast(found.ink, accent.wash) >= 7 for accent in found.accents.values() if accent.wash)
    assert contrast(found.ink, found.bar) >= 7


def test_contrast_follows_the_standard() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
