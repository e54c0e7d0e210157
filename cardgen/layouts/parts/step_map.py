"""The body of a session plan: the worked regions, and the numbers of the steps at their places."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cardgen.artwork.body_map import WHOLE, Leader, Spot, body_map, locate, map_size, on_map
from cardgen.artwork.figures import Look
from cardgen.layouts.parts.sketch import Sketch
from cardgen.scene.text import CAP, Setting, fit
from cardgen.units import MM, Box
from cardgen.wording.plan_page import PlanPage, Site
from cardgen.wording.sentences import word_numbers

GAP = 1 * MM
NEUTRAL = "joints"
"""The area whose accent is grey: for a body on which several areas are worked."""
NEAR = (40, 80, 140, 300)
"""Places closer than this, in the view's units, share a label: the nearest first, others when there is no room."""
SIZES = (11, 10, 9, 8.5)
"""Type sizes of the labels, in points."""


class Label(Struct):
    """The numbers of the steps at one place."""

    spot: Spot
    numbers: list[int]
    regions: list[str]
    area: str

    @property
    def text(self) -> str:
        return word_numbers(self.numbers)


class SetLabel(Struct):
    """A label broken into lines, at the height where it goes."""

    label: Label
    setting: Setting
    middle: float


class Body(Struct, frozen=True):
    """A body on the page, and the labels at its sides."""

    view: str
    box: Box
    left: list[SetLabel]
    right: list[SetLabel]


def step_map_width(page: PlanPage, height: float, label: float) -> float:
    """The width of the bodies, with room for a label of this width at each side; all in points."""
    return sum(map_size(view, height).width + 2 * label for view in _labels(page.sites, 0))


def draw_step_map(sketch: Sketch, page: PlanPage, label: float, box: Box) -> bool:
    """Draw the bodies side by side, as high as the box; returns whether all labels fit."""
    shared = (_labels(page.sites, near) for near in NEAR)
    found = (_put(labels, label, box, size) for labels in shared for size in SIZES)
    bodies = next((bodies for bodies in found if bodies), [])
    if bodies:
        with sketch.tagged("Figure", page.body):
            for body in bodies:
                _draw_body(sketch, page, body)
    return bool(bodies)


def _put(views: dict[str, list[Label]], label: float, box: Box, size: float) -> list[Body] | None:
    """The bodies with their labels in place; None when some do not fit."""
    x = box.x
    bodies = []
    for view, labels in views.items():
        body = Box(x + label, box.y, *map_size(view, box.height))
        sides = [_place(side, body, label, size) for side in _sides(labels, body)]
        left, right = sides
        if left is None or right is None:
            return None
        bodies.append(Body(view, body, left, right))
        x = body.right + label
    return bodies


def _labels(sites: Sequence[Site], near: float) -> dict[str, list[Label]]:
    """For each body its labels."""
    found: dict[str, list[Label]] = {}
    for site in sites:
        spot = locate(site.drawing, site.position == "supine")
        labels = found.setdefault(spot.view, [])
        shared = next((label for label in labels if _near(label.spot, spot, near)), None)
        if shared:
            shared.numbers.append(site.number)
            shared.regions.append(spot.region)
        else:
            labels.append(Label(spot, [site.number], [spot.region], site.tab.area))
    return {view: found[view] for view in WHOLE if view in found}


def _near(one: Spot, other: Spot, near: float) -> bool:
    return abs(one.at[0] - other.at[0]) < near and abs(one.at[1] - other.at[1]) < near


def _draw_body(sketch: Sketch, page: PlanPage, body: Body) -> None:
    """A body with the worked regions, and the labels at its two sides."""
    theme, box = sketch.theme, body.box
    leaders: list[Leader] = []
    for placed, right in ((body.left, False), (body.right, True)):
        for put in placed:
            color = theme.accents[put.label.area].deep
            edge = (box.width if right else 0, put.middle - box.y)
            leaders.append(Leader(on_map(put.label.spot, box.height), edge, color))
            x = box.right + GAP if right else box.x - GAP - put.setting.width
            sketch.draw_setting(x, put.middle - put.setting.height / 2, put.setting, color)
    labels = [put.label for put in (*body.left, *body.right)]
    regions = dict.fromkeys(region for label in labels for region in label.regions if region)
    look = Look(theme, theme.accents[page.tab.area if page.one_area else NEUTRAL], weight=0.8)
    sketch.draw_artwork(body_map(body.view, box.height, regions, leaders, look), box.x, box.y)


def _sides(labels: Sequence[Label], body: Box) -> tuple[list[Label], list[Label]]:
    """The labels for the left and the right: each at the side it is nearer to, those in the middle where fewer are."""
    left: list[Label] = []
    right: list[Label] = []
    for label in sorted(labels, key=lambda label: label.spot.at[1]):
        x = on_map(label.spot, body.height)[0] / body.width
        side = left if x < 0.47 else right if x > 0.53 else min(left, right, key=len)
        side.append(label)
    return left, right


def _place(labels: Sequence[Label], body: Box, room: float, size: float) -> list[SetLabel] | None:
    """Labels beside their places, pushed apart where they would overlap; None when they do not fit."""
    placed: list[SetLabel] = []
    y = body.y
    for label in labels:
        setting = fit(label.text, "bold", (size, size), (room - GAP, body.height), 1.15)
        if setting is None:
            return None
        middle = max(body.y + on_map(label.spot, body.height)[1], y + setting.height / 2)
        placed.append(SetLabel(label, setting, middle))
        y = middle + setting.height / 2 + GAP
    bottom = body.bottom
    for put in reversed(placed):
        put.middle = min(put.middle, bottom - put.setting.height / 2)
        bottom = put.middle - put.setting.height / 2 - GAP
    return placed if bottom + GAP >= body.y - CAP else None
