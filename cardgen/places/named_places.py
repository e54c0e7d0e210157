"""Places on the body in the words of authors: "lower back", "round the ankles", "from the wrist to the elbow"."""

from __future__ import annotations

import re
from functools import cache

from cardgen.files.folders import DATA
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.reading.documents import read_document
from cardgen.reading.models import Model
from cardgen.reading.word_patterns import any_of

BEGIN, END = r"(?<![\w'-])", r"(?![\w'-])"
"""Where a word begins and ends: "hand's" is not the word "hand"."""

THE_BACK = "the-back"
SIDE_OF = re.compile(r"\b(?:to the )?(?:left|right)(?: (?:and|or) (?:left|right))? of\b")
"""Words for the area beside a place, such as the spine."""

LimbPart = list[str]
"""A joint, by any of its names, or the places that are all one part of a limb, each as one position shows it."""


class NamedPlace(Model, frozen=True, kw_only=True):
    """A place on the body, and what shows it."""

    words: list[str]
    """The names that people have for it."""
    whole: str = ""
    """The wider place that it belongs to."""
    rounded: bool = False
    """Whether its figure also shows work around it."""
    wider: bool = False
    """Whether its figure shows more than the place."""
    neighbor: bool = False
    """Whether it is named by what it is next to, as a limit of another place before it may be."""
    wider_in: list[Position] = []
    """The positions of the receiver in which its figure shows more than the place."""
    drawing: Drawing | None = None
    """A close-up that is the same however the receiver lies."""
    close_ups: dict[Position, Drawing] = {}
    """The close-up of a receiver who lies like this, where the giver sees the place the other way up."""
    drawings: dict[Position, Drawing] = {}
    """The regions that show it while the receiver lies or sits like this."""

    @property
    def every_drawing(self) -> tuple[Drawing, ...]:
        """Its drawings for all positions: close-ups first."""
        return tuple(filter(None, (self.drawing, *self.close_ups.values(), *self.drawings.values())))

    def shown(self, position: Position) -> Drawing | None:
        """The regions that show it; a receiver on one side is seen from behind or in front, whichever shows it."""
        return self.on_body(position) or self.close_up(position)

    def close_up(self, position: Position) -> Drawing | None:
        """The close-up that shows it."""
        return self.close_ups.get(position, self.drawing)

    def on_body(self, position: Position) -> Drawing | None:
        """The same, but no close-up."""
        found = self.drawings.get(position)
        if found is None and self.drawing is None and position == "side":
            found = next((drawing for drawing in self.drawings.values() if drawing.area), None)
        return found


class Stretch(Model, frozen=True):
    """The parts of a limb or of the trunk in their order, and which of them are only where others end."""

    parts: list[LimbPart]
    ends: list[str]
    through: list[str] = []
    """Which of these are filled where a stretch goes on beyond them."""
    position: Position | None = None
    """How the receiver lies for it, if that matters: the side is up only while somebody lies on the other one."""


class Places(Model, frozen=True):
    """Every place, how they follow each other, and the words around their names that change nothing or join them."""

    places: list[NamedPlace]
    articles: list[str]
    fillers: list[str]
    links: list[str]
    sides: list[str]
    tools: list[str]
    touches: list[str]
    parts: list[str]
    faces: dict[str, list[str]]
    rounds: list[str]
    limits: list[str]
    exceptions: list[str]
    distances: list[str]
    marks: list[str]
    bones: list[str]
    own_words: list[str]
    """Words that are no typos of any name."""
    stretches: list[Stretch]


@cache
def places() -> Places:
    """The places of `places.yaml`."""
    return read_document(DATA / "body" / "places.yaml", Places).model


@cache
def by_words() -> dict[str, NamedPlace]:
    """Every place by each of its names."""
    return {words: place for place in places().places for words in place.words}


@cache
def by_plain_words() -> dict[str, NamedPlace]:
    """Every place by each of its names without articles."""
    return {plain_words(words): place for words, place in by_words().items()}


def plain_words(text: str) -> str:
    """The words of a place in lower case, without articles and sides: "outside of thigh".

    "The back" keeps its article: in "down the calf and back" it is no place.
    """
    words = " ".join(re.findall(r"[\w'-]+", text.lower().replace("\u2019", "'")))
    words = SIDE_OF.sub("beside", words)
    kept = [word for word in _the_back().sub(THE_BACK, words).split() if word not in _passed_over()]
    return " ".join(kept).replace(THE_BACK, "the back")


@cache
def _the_back() -> re.Pattern[str]:
    """The back as a place: with an article, or alone at the beginning, but not in "back and outer thigh"."""
    other_part = rf"(?:{any_of(places().links)}) (?:(?:{any_of(places().articles)}) )*(?:{any_of(places().parts)}){END}"
    return re.compile(rf"(?:^|{BEGIN}(?:{any_of(places().articles)}) )back{END}(?! of{END})(?! {other_part})")


@cache
def _passed_over() -> frozenset[str]:
    return frozenset({*places().articles, *places().sides})
