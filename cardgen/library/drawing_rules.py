"""Rules for a drawing: its names exist, it stays on the figure, and it goes in the step's direction."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from cardgen.artwork.curves import Point
from cardgen.artwork.postures import postures
from cardgen.artwork.rings import LEAST_POINTS, is_ring_through, turn_through
from cardgen.artwork.sides import shows_one_side
from cardgen.artwork.sign_list import SIGNS
from cardgen.artwork.strokes import locate_point, measure_stroke, mirror_stroke
from cardgen.artwork.views import View, crop, view, views
from cardgen.errors import Fault, shorten
from cardgen.library.press_rules import press_faults
from cardgen.model.drawing import Drawing, Stroke
from cardgen.model.routine import Routine, Step
from cardgen.places.spelling import body_words
from cardgen.reading.documents import Document
from cardgen.reading.value_types import Place
from cardgen.suggestions import find_synonym, find_typo, list_words, suggest, suggest_on_body

TOWARD_HEAD = {"up": (0, -1), "down": (0, 1), "left": (-1, 0)}
"""The direction toward the head on the page, by where the head is in a view."""
ALONG_BODY, TURNS = {"toward-head", "toward-feet"}, {"clockwise", "counterclockwise"}
"""Directions that a drawing can contradict."""
UNDER = {"hand", "support"}
"""The signs that can be drawn behind the body and still be seen beside it."""
POINT = re.compile(r"([\w.-]+)(?: (-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?))?")


def drawing_faults(document: Document[Routine]) -> Iterator[Fault]:
    """Every fault in the drawings of a routine."""
    for index, step in enumerate(document.model.steps):
        if step.drawing:
            place: Place = ("steps", index, "drawing")
            faults = list(_name_faults(document, place, step.drawing))
            yield from faults or _meaning_faults(document, (*place, "strokes"), step, step.drawing)


def _name_faults(document: Document[Routine], place: Place, drawing: Drawing) -> Iterator[Fault]:
    """A view, regions or points that do not exist, and strokes that cannot be drawn."""
    if drawing.view not in views():
        problem = f"There is no view of the body called '{drawing.view}'."
        yield document.fault((*place, "view"), problem, suggest(drawing.view, views()))
        return
    part = crop(drawing.view)
    if drawing.side == "left" and not shows_one_side(part):
        problem = f"The view '{drawing.view}' shows both sides."
        remedy = "Leave it out, and write the names of regions and landmarks that end in '.left'."
        yield document.fault((*place, "side"), problem, remedy)
    yield from _region_faults(document, place, drawing, view(part.view).regions)
    for number, stroke in enumerate(drawing.strokes):
        yield from _stroke_faults(document, (*place, "strokes", number), stroke, drawing.view)


def _region_faults(
    document: Document[Routine], place: Place, drawing: Drawing, known: Collection[str]
) -> Iterator[Fault]:
    for key in ("area", "avoid", "light"):
        for number, name in enumerate(getattr(drawing, key)):
            if name not in known:
                problem = f"The view '{drawing.view}' has no region '{name}'."
                yield document.fault((*place, key, number), problem, _suggest_place(name, list(known)))


def _stroke_faults(document: Document[Routine], place: Place, stroke: Stroke, shown: str) -> Iterator[Fault]:
    """What only other signs can have, and points that draw nothing."""
    if stroke.posture and stroke.posture not in postures():
        problem = f"There is no posture of a hand called '{shorten(stroke.posture)}'."
        yield document.fault((*place, "posture"), problem, suggest(stroke.posture, postures()))
    if stroke.posture and stroke.draw != "hand":
        problem = f"Only a hand has a posture, not a '{stroke.draw}'."
        remedy = f"Draw it on its own: {{draw: hand, posture: {shorten(stroke.posture)}, along: [...]}}."
        yield document.fault((*place, "posture"), problem, remedy)
    if stroke.under and stroke.draw not in UNDER:
        problem = f"Only a hand or a support can be under the body, not a '{stroke.draw}': nothing of it would show."
        yield document.fault((*place, "under"), problem, "Leave out <under>.")
    along = [point_fault(point, shown) for point in stroke.along]
    if any(along):
        yield from (document.fault((*place, "along", number), *fault) for number, fault in enumerate(along) if fault)
    else:
        yield from _path_faults(document, place, stroke, shown)


def _path_faults(document: Document[Routine], place: Place, stroke: Stroke, shown: str) -> Iterator[Fault]:
    """Points that are all in the drawing, but not where a stroke needs them: on the other side, or apart."""
    landmarks = view(crop(shown).view).landmarks
    if ring := _ring_fault(stroke, landmarks):
        yield document.fault((*place, "along"), *ring)
    mirrored = [point_fault(point, shown) for point in mirror_stroke(stroke).along] if stroke.mirror else []
    if any(mirrored):
        for problem, remedy in filter(None, mirrored):
            yield document.fault((*place, "mirror"), f"On the other side: {problem}", remedy)
    elif SIGNS[stroke.draw].behavior.needs_length and measure_stroke(stroke, landmarks) < 1:
        problem = f"All points of this '{stroke.draw}' are in the same place."
        yield document.fault((*place, "along"), problem, "Add the point where it ends: a landmark or an offset.")


def _ring_fault(stroke: Stroke, landmarks: Mapping[str, Point]) -> tuple[str, str] | None:
    """The problem with the points of a ring, and its remedy; of two, one is for the number of a phase."""
    if stroke.draw == "ring" and 1 < len(stroke.along) < LEAST_POINTS and not stroke.order:
        problem = "This 'ring' has two points, and would be drawn around the first alone."
        return (
            problem,
            "Write only its center, with 'size' for its radius; or three or more points that it passes through.",
        )
    if is_ring_through(stroke) and stroke.turn:
        turn = turn_through([locate_point(point, landmarks) for point in stroke.along])
        if turn != stroke.turn and not stroke.mirror:
            problem = f"The points of this 'ring' go {turn}, but its 'turn' is {stroke.turn}."
            return problem, "Leave out 'turn', or reverse 'along'."
    return None


def _meaning_faults(document: Document[Routine], place: Place, step: Step, drawing: Drawing) -> Iterator[Fault]:
    """Strokes that contradict their own step or their own drawing."""
    yield from _direction_faults(document, place, step, drawing)
    yield from press_faults(document, place, step, drawing)


def _direction_faults(document: Document[Routine], place: Place, step: Step, drawing: Drawing) -> Iterator[Fault]:
    """Strokes that go in a different direction than their step."""
    ways = {way.way for action in step.actions for way in action.ways}
    figure = view(crop(drawing.view).view)
    is_along = figure.head and ways and ways <= ALONG_BODY
    for number, stroke in enumerate(drawing.strokes):
        turned = None if stroke.mirror else _drawn_turn(stroke, figure)
        if turned and ways & TURNS and turned not in ways:
            problem = f"The drawing turns {turned}, but the step's direction does not."
            key = "the order of the points in 'along'" if is_ring_through(stroke) else "'turn'"
            yield document.fault((*place, number), problem, f"Change {key}, or the step's 'direction'.")
        rise = _rise(stroke, figure) if is_along else 0
        drawn = "toward-head" if rise > 0 else "toward-feet"
        if rise and drawn not in ways:
            problem = f"The drawing goes {drawn}, but the step's direction does not."
            yield document.fault((*place, number), problem, "Reverse 'along', or change the step's 'direction'.")


def _drawn_turn(stroke: Stroke, seen: View) -> str | None:
    """Which way a stroke says or shows that it turns on the page; None if it leaves that to the step."""
    if not is_ring_through(stroke):
        return stroke.turn if SIGNS[stroke.draw].behavior.turns else None
    return turn_through([locate_point(point, seen.landmarks) for point in stroke.along])


def _rise(stroke: Stroke, seen: View) -> float:
    """How far a stroke goes toward the head from its start to its end; 0 for one that does not travel."""
    if stroke.both or not SIGNS[stroke.draw].behavior.travels:
        return 0
    (x1, y1), (x2, y2) = (locate_point(stroke.along[end], seen.landmarks) for end in (0, -1))
    across, down = TOWARD_HEAD[seen.head]
    return (x2 - x1) * across + (y2 - y1) * down


def point_fault(point: str, shown: str) -> tuple[str, str] | None:
    """The problem with a point of a drawing in the view that is shown, and its remedy; None if there is none."""
    match, part = POINT.fullmatch(point), crop(shown)
    landmarks = view(part.view).landmarks
    if match is None:
        return f"'{shorten(point)}' is not a point.", "Write a landmark, or a landmark and its offset: 'sacrum 0 -6'."
    if match[1] not in landmarks:
        seen = _nearest_first(match[1], [name for name, at in landmarks.items() if part.holds(at)])
        return f"The view '{shown}' has no landmark '{shorten(match[1])}'.", _suggest_place(match[1], seen)
    if not part.holds(locate_point(point, landmarks)):
        return f"'{shorten(point)}' is outside the drawing.", "Make the offset smaller, or choose a larger view."
    return None


def _suggest_place(name: str, known: list[str]) -> str:
    """The known names that an unknown region or landmark may mean: never a place of another name."""
    own = {word for word in re.split(r"[-.]", name.lower()) if word in body_words()}
    meant = find_typo(name, known) or find_synonym(name, known)
    if own and meant and not own <= {*re.split(r"[-.]", meant)}:
        return list_words(known)
    return suggest_on_body(name, known)


def _nearest_first(name: str, known: Iterable[str]) -> list[str]:
    """Known names, those first that have the most words in common with another one."""
    words = {*re.split(r"[-.]", name)}
    return sorted(known, key=lambda other: -len(words.intersection(re.split(r"[-.]", other))))
