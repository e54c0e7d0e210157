"""Pictures for a page: what a routine looks like, a drawing while it is made, and what an author chooses from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, get_args

from msgspec import to_builtins

from cardgen.artwork.figures import Look, figure
from cardgen.artwork.icons import icon, icons
from cardgen.artwork.samples import sample, sample_strokes
from cardgen.artwork.theme import theme
from cardgen.artwork.views import crop, view, views
from cardgen.errors import UserError
from cardgen.library.finding import find_file
from cardgen.library.loading import load_file
from cardgen.model.drawing import Drawing
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import Direction, GiverPlace, HandPart, Keep, Level, Position, Sides, Technique
from cardgen.places.filled_view import fill_view
from cardgen.places.usual_drawing import usual_drawing
from cardgen.units import MM, Size
from cardgen.web.drafts import read_draft, step_of
from cardgen.web.step_card import read_drawing
from cardgen.web.svg import as_svg
from cardgen.wording.alt_texts import explain_icon
from cardgen.wording.shown import word_sign
from cardgen.wording.words import ENGLISH, Words, words

ROOM = Size(60 * MM, 60 * MM)
"""The room of a routine's picture: its strokes are as heavy as on a card."""
LARGE_ROOM = Size(120 * MM, 120 * MM)
SIGN_ROOM = Size(38 * MM, 16.7 * MM)
VIEW_ROOM = Size(18 * MM, 18 * MM)
FILLED = ("view", "area", "avoid", "light", "side")
"""The fields of a drawing that cardgen fills in by itself."""
MOST_PARTS = 3
"""The most parts of a program that its picture shows."""


def picture_routines(names: list[str]) -> dict[str, list[str]]:
    """A figure of each routine, and of the first parts of a program; none for what cannot be used."""
    return {name: _picture(name) for name in names}


def _picture(name: str) -> list[str]:
    try:
        loaded = load_file(find_file(name))
    except UserError:
        return []
    found = [album.routine for album in loaded.albums]
    return [_draw(_telling_drawing(routine), routine.area) for routine in found[:MOST_PARTS]]


def _telling_drawing(routine: Routine) -> Drawing:
    """The drawing that best shows a routine: of the steps that every session has, the one with the most strokes."""
    steps = [step for step in routine.steps if step.keep == "core"] or routine.steps
    step = max(steps, key=lambda step: len(step.drawing.strokes) if step.drawing else -1)
    return step.drawing or usual_drawing(step, routine).drawing


@lru_cache(maxsize=512)
def _draw(drawing: Drawing, area: str, room: Size = ROOM) -> str:
    colors = theme("standard")
    return as_svg(figure(drawing, room, Look(colors, colors.accents[area])))


def draw_figure(given: dict[str, Any], area: str) -> dict[str, Any]:
    """A drawing, with the landmarks of its view as fractions of the picture's width and height, and its regions.

    UserError when it cannot be drawn.
    """
    drawing = read_drawing(given, area)
    part = crop(drawing.view)
    seen = view(part.view)
    return {
        "svg": _draw(drawing, area, LARGE_ROOM),
        "landmarks": {
            name: [round((x - part.x) / part.width, 4), round((y - part.y) / part.height, 4)]
            for name, (x, y) in seen.landmarks.items()
            if part.holds((x, y))
        },
        "regions": list(seen.regions),
        "units": [part.width, part.height],
    }


def fill_drawing(name: str, number: int, view_name: str) -> dict[str, Any]:
    """The areas that cardgen fills and hatches by itself in a view for a step, the first being 1, as far as written.

    Without a view it is the one that cardgen would choose. UserError when there is no such step or view.
    """
    routine = read_draft(find_file(name)).album.routine
    step = step_of(routine, number)
    chosen = read_drawing({"view": view_name}, routine.area).view if view_name else ""
    drawing = fill_view(chosen, step, routine) if chosen else usual_drawing(step, routine).drawing
    return {key: value for key, value in to_builtins(drawing).items() if key in FILLED}


def list_vocabulary() -> dict[str, Any]:
    """The words of a routine, each with what it means and its picture."""
    spoken = words(ENGLISH)
    return {
        "techniques": list(_terms(get_args(Technique), spoken.techniques)),
        "hands": list(_terms(get_args(HandPart), spoken.hands)),
        "directions": list(_terms(get_args(Direction), spoken.directions)),
        "pressures": list(_terms(get_args(Level), spoken.levels, "pressure")),
        "givers": list(_terms(get_args(GiverPlace), spoken.givers, "giver")),
        "positions": list(_terms(get_args(Position), spoken.positions, "receiver")),
        "sides": [{"name": name, "title": spoken.sides[name].word, "svg": ""} for name in get_args(Sides)],
        "keeps": [{"name": name, "title": name, "svg": ""} for name in get_args(Keep)],
        "icons": [{"name": name, "title": explain_icon(name, spoken), "svg": _icon(name)} for name in icons()],
        "signs": list(_signs(spoken)),
    }


def _terms(names: tuple[str, ...], meanings: Mapping[str, str], prefix: str = "") -> Iterator[dict[str, str]]:
    for number, name in enumerate(names):
        picture = f"{prefix}-{number if prefix == 'pressure' else name}" if prefix else name
        yield {"name": name, "title": meanings[name], "svg": _icon(picture) if picture in icons() else ""}


def _icon(name: str) -> str:
    """An icon in the color of the text around it."""
    return as_svg(icon(name, "currentColor", "var(--paper)"))


def _signs(spoken: Words) -> Iterator[dict[str, str]]:
    """A sample of each sign of the stroke notation."""
    for stroke in sample_strokes():
        drawn = as_svg(sample((stroke,), SIGN_ROOM, theme("standard")))
        yield {"name": stroke.draw, "title": word_sign(stroke.draw, spoken), "svg": drawn}


def list_views() -> Iterator[dict[str, Any]]:
    """The parts of the body that a drawing can show, each with its picture."""
    for name in sorted(views()):
        part = crop(name)
        yield {
            "name": name,
            "title": part.title,
            "positions": sorted(part.positions),
            "regions": list(view(part.view).regions),
            "svg": _draw(Drawing(view=name), "joints", VIEW_ROOM),
        }
