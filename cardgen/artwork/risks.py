"""Places that take no pressure, or hardly any: their names, and their regions in each view."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from cardgen.artwork.views import view
from cardgen.files.folders import DATA
from cardgen.model.vocabulary import LEVELS, Level
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.reading.word_patterns import WordPattern

LEAST_HEAVY: Level = "medium"
"""A place for which only more than this is too hard may be touched: "No heavy pressure over the kidneys"."""


class Risk(Model, frozen=True, kw_only=True):
    """A place that takes no pressure, or hardly any."""

    name: str
    words: list[str]
    """The names that authors have for it."""
    core: list[str] = []
    """Which of these words name nothing but the place itself; all, if this is empty."""
    neighbors: list[str] = []
    """Other places, with one of these words in their names."""
    beside: str = ""
    """Where to work instead; empty if that differs from step to step."""
    regions: dict[str, list[str]] = {}
    """Where it is in each view, without the side."""
    shown: dict[str, list[str]] = {}
    """The regions that a map of the whole body marks in a view, without the side, if not all of them."""
    areas: list[str] = []
    """The body areas whose safety card forbids pressure there."""
    too_hard: Level = "light"
    """The least level that these cards forbid."""

    @property
    def too_hard_by_name(self) -> Level:
        """The least level that is too hard where a step names the place itself: no more than light anywhere."""
        return min(self.too_hard, LEAST_HEAVY, key=LEVELS.index)

    def named_in(self, text: str) -> bool:
        """Whether a text names the place."""
        return _any_word(tuple(self.words)).search(text) is not None

    def regions_of(self, shown: str) -> frozenset[str]:
        """Its regions in a view, on both sides."""
        return _on_both_sides(shown, tuple(self.regions.get(shown, ())))

    def mapped_in(self, shown: str) -> frozenset[str]:
        """The regions that a map marks in a view, on both sides."""
        return _on_both_sides(shown, tuple(self.shown.get(shown, self.regions.get(shown, ()))))

    @property
    def is_light_only(self) -> bool:
        """Whether it takes light pressure, and only what is heavy is forbidden."""
        return LEVELS.index(self.too_hard) > LEVELS.index(LEAST_HEAVY)


@cache
def _any_word(words: tuple[str, ...]) -> WordPattern:
    return WordPattern(rf"\b(?:{'|'.join(words)})\b", needs=words)


@cache
def _on_both_sides(shown: str, stems: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in view(shown).regions if name.partition(".")[0] in stems)


class Risks(Model, frozen=True):
    """Every such place."""

    risks: list[Risk]
    near: list[str]
    """Words before a place that mean what is near it."""


@cache
def _known() -> Risks:
    """`risks.yaml`, which names its sources."""
    return read_document(DATA / "body" / "risks.yaml", Risks).model


def risks() -> list[Risk]:
    """All places that take little or no pressure."""
    return _known().risks


def near_words() -> list[str]:
    """Words before a place that mean what is near it."""
    return _known().near


def risks_in(areas: Iterable[str]) -> list[Risk]:
    """The places of some body areas."""
    worked = set(areas)
    return [risk for risk in risks() if worked & set(risk.areas)]
