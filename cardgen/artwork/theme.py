"""Colours and type sizes, from data."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec

from cardgen.artwork.contrast import contrast
from cardgen.errors import Fault
from cardgen.files import DATA, data_files, find_by_name, read_text
from cardgen.model.areas import areas
from cardgen.reading.messages import COLOR_PATTERN, Place, shorten
from cardgen.reading.models import Document, Model, parse_document, read_document
from cardgen.suggestions import suggest
from cardgen.units import MM, Length, Size

Color = Annotated[str, msgspec.Meta(pattern=COLOR_PATTERN)]
LEAST_PLAN = 8.5
"""The least type size on a session plan, in points: it is read in the hand."""
LEAST_BOOK = 10
"""The least type size in a booklet."""
LEAST_CONTRAST = 7
"""Of text on paper (print facts: dim light, at arm's length)."""
Points = Annotated[float, msgspec.Meta(ge=8, le=160)]


class Accent(Model, frozen=True):
    """The two colours of a body area: `deep` for numbers and tabs, `wash` for filled regions (none: outline only)."""

    deep: Color
    """For numbers and tabs: a contrast of 7:1 with the paper."""
    wash: Color | None = None
    """For filled regions; without it they have only an outline."""


class Theme(Model, frozen=True, kw_only=True, eq=False):
    """The colours of a print."""

    summary: str
    """What it is, in a few words."""
    ink: Color
    """Words and icons."""
    secondary: Color
    """The small print."""
    rule: Color
    """Lines between rows."""
    paper: Color
    """The paper, and what is knocked out."""
    cloth: Color
    """Towels and clothes in a figure."""
    outline: Color
    """The outlines of a figure."""
    detail: Color
    """The thin inner lines of a figure."""
    accents: dict[str, Accent]
    """Two colours for each body area."""


class StepScale(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a step card; the first scale that the card is large enough for is used."""

    width: Length
    height: Length
    margin: Length
    number: Points
    title: Points
    key: Points
    key_words: Points
    word: Points
    """The word of a fact."""
    note: Points | None = None
    """The note below a fact; None leaves notes to the back."""
    cue: Points | None = None
    """None leaves the cue to the back."""
    least_cue: Points | None = None
    caution: Points
    heading: Points
    body: Points
    least_body: Points
    small: Points
    """The footer."""
    least: Points
    """The least size of any other text on a front."""
    icon: Length
    least_icon: Length = Length(8 * MM)
    """A smaller icon could not be read at the table (print facts: 7 mm in the hand)."""
    small_icon: Length
    figure: Length
    """Width of the column that holds the figure."""
    weight: float = 1.0
    """How heavy the lines of the figure are beside the usual weight."""
    middle: Length
    """Where the figure and the facts begin, from the top."""
    foot: Length
    """The height that cue, caution and footer have at the bottom."""
    footer: bool
    stacked: bool = False
    """The words of the facts stand below their icons, not beside them."""


class OverviewScale(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a card with a whole routine."""

    width: Length
    height: Length
    margin: Length
    title: Points
    fact: Points
    number: Points
    name: Points
    line: Points
    least: Points
    small: Points = 8
    """The footer."""
    icon: Length
    figure: Length | None = None
    """Width of a row's figure; None when the card is too small for one."""
    stacked: bool
    """The icons stand below the name, not beside it."""


class PlanScale(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a session plan."""

    columns: Annotated[int, msgspec.Meta(ge=1, le=2)]
    """Of the table."""
    margin: Length
    title: Points
    total: Points
    facts: Points
    heading: Points
    text: Points
    list_icon: Length
    bar: Length
    """Height of the timeline's bar."""
    digits: Points
    map: Length
    """Height of the body."""
    number: Points
    name: Points
    cue: Points | None = None
    """None leaves cues to the cards."""
    clock: Points
    amount: Points
    """An amount in words."""
    count: Points
    """An amount in figures."""
    icon: Length
    row: Length
    """The least height of a row."""
    most_row: Length
    cautions: Literal["rows", "list"]
    """Where the steps' own cautions are told: below their names, or in the list."""
    amounts: bool
    """Whether all amounts in words stand in the table, not only the shortest."""


class BookScale(Model, frozen=True, kw_only=True):
    """Type sizes in points and lengths of a booklet's pages, which are read in the hand."""

    width: Length
    height: Length
    outer: Length
    """The margin at the fore edge; the one at the spine is wider by `gutter`."""
    gutter: Length
    top: Length
    bottom: Length
    cover: Points
    title: Points
    heading: Points
    body: Points
    running: Points
    """The running head and the page's number."""
    number: Points
    step: Points
    """The title of a step."""
    key: Points
    key_words: Points
    word: Points
    note: Points
    cue: Points
    least: Points
    """The least type size of words."""
    icon: Length
    small_icon: Length
    figure: float
    """The part of a page's width that a figure gets beside the facts."""
    columns: Annotated[int, msgspec.Meta(ge=1, le=2)]
    """Of a step's paragraphs; one column runs them together."""

    @property
    def bodies(self) -> list[float]:
        """The type sizes that a step's paragraphs may have, the largest first."""
        return [self.body - step / 2 for step in range(int(2 * (self.body - LEAST_BOOK)) + 1)]


class StepScales(Model, frozen=True):
    """The scales of step cards, the largest first."""

    steps: list[StepScale]


class OverviewScales(Model, frozen=True):
    """The scales of cards with a whole routine, the largest first."""

    overview: list[OverviewScale]


class PlanScales(Model, frozen=True):
    """The scales of session plans, the roomiest first."""

    plan: list[PlanScale]


class BookScales(Model, frozen=True):
    """The scales of booklets, the largest first."""

    book: list[BookScale]


def themes() -> dict[str, Path]:
    """The theme files that are found, by name."""
    return data_files("themes")


def theme(name: str) -> Theme:
    """The theme called `name`; UserError when there is none, or when its file has faults."""
    return read_theme(find_by_name("theme", name, themes()))


def read_theme(path: Path) -> Theme:
    """A theme from its file; UserError with every fault."""
    return _theme(path, read_text(path))


@cache
def _theme(path: Path, text: str) -> Theme:
    """One theme for one text: what was drawn with it need not be drawn anew."""
    return parse_document(path, text, Theme, _faults).model


def _faults(document: Document[Theme]) -> Iterator[Fault]:
    """Body areas without colours, colours without a body area, and text that could not be read."""
    found = document.model
    if (lacking := [area for area in areas() if area not in found.accents]) and not document.faults:
        remedy = f"Add a line for each: {lacking[0]}: {{deep: '#003C64'}}."
        yield document.fault(("accents",), f"These body areas have no colours: {', '.join(lacking)}.", remedy)
    for area in found.accents:
        if area not in areas():
            problem = f"There is no body area '{shorten(area)}'."
            yield document.fault(("accents", area), problem, suggest(area, areas()), key=True)
    inks: dict[Place, str] = {("ink",): found.ink, ("secondary",): found.secondary}
    inks |= {("accents", area, "deep"): accent.deep for area, accent in found.accents.items()}
    for place, color in inks.items():
        if (ratio := contrast(color, found.paper)) < LEAST_CONTRAST:
            problem = f"{color} on {found.paper} cannot be read in dim light: its contrast is {ratio:.2g} to 1."
            yield document.fault(place, problem, f"Make it darker: at least {LEAST_CONTRAST} to 1.")


SCALES = DATA / "scales"
"""Type sizes and lengths: a file for each kind of page, read when it is printed."""


@cache
def _step_scales() -> list[StepScale]:
    return read_document(SCALES / "steps.yaml", StepScales).model.steps


@cache
def _overview_scales() -> list[OverviewScale]:
    return read_document(SCALES / "overview.yaml", OverviewScales).model.overview


@cache
def _book_scales() -> list[BookScale]:
    return read_document(SCALES / "book.yaml", BookScales).model.book


@cache
def plan_scales() -> list[PlanScale]:
    """The scales of a session plan, the roomiest first."""
    return read_document(SCALES / "plan.yaml", PlanScales).model.plan


def step_scale(size: Size) -> StepScale:
    """The largest step-card scale for a card of this size."""
    return _largest(_step_scales(), size)


def overview_scale(size: Size) -> OverviewScale:
    """The largest overview scale for a card of this size."""
    return _largest(_overview_scales(), size)


def book_scale(size: Size) -> BookScale:
    """The largest booklet scale for pages of this size."""
    return _largest(_book_scales(), size)


Scale = TypeVar("Scale", StepScale, OverviewScale, BookScale)


def _largest(found: list[Scale], size: Size) -> Scale:
    """The first scale that is small enough; the last one for the smallest cards."""
    fitting = (scale for scale in found if size.width >= scale.width - 0.1 and size.height >= scale.height - 0.1)
    return next(fitting, found[-1])
