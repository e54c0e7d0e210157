"""The drawing that an author is offered fills the place that the step names, and nothing that it forbids."""

from __future__ import annotations

from itertools import product

import pytest

from cardgen.artwork.views import crop, view
from cardgen.model.drawing import Drawing
from cardgen.model.vocabulary import Position
from cardgen.places.named_places import NamedPlace, places
from cardgen.places.offered_drawing import offered_drawing
from tests.support.routines import routine, step
from tests.support.together import together

POSITIONS: tuple[Position, ...] = ("prone", "supine", "side", "seated")
FORMS = ("Not in {}.", "Stay off the {}.")


def offered(where: str, receiver: Position, area: str = "legs", **facts: str) -> Drawing | None:
    whole = routine(step("One", where=where, **facts), area=area, receiver=receiver)
    return offered_drawing(whole.steps[0], whole)


def stems(drawing: Drawing | None) -> set[str]:
    return {region.partition(".")[0] for region in drawing.area} if drawing else set()


@pytest.mark.parametrize("form", FORMS)
def test_no_place_is_offered_that_the_caution_of_the_step_forbids(form: str) -> None:
    where = "From the middle of the calf to below the hollow of the knee"
    drawing = offered(where, "supine", caution=form.format("the hollow of the knee"))
    assert (drawing and drawing.view, stems(drawing)) == ("leg-lifted", {"calf"})


@pytest.mark.parametrize(("where", "receiver"), [*product(("hollow of the knee", "back of the knee"), POSITIONS)])
def test_beside_a_forbidden_place_only_the_neighbor_is_offered(where: str, receiver: Position) -> None:
    drawing = offered(f"Just above the {where}", receiver, caution=f"Never press in the {where}.")
    assert stems(drawing) == (set() if receiver == "supine" else {"thigh-back"})
    assert offered(f"In the {where}", receiver, caution=f"Never press in the {where}.") is None


@together
@pytest.mark.parametrize("receiver", POSITIONS)
@pytest.mark.parametrize("place", places().places, ids=lambda place: place.words[0])
def test_what_is_offered_is_the_place_and_is_seen_as_the_receiver_lies(place: NamedPlace, receiver: Position) -> None:
    words = place.words[0]
    drawing = offered(f"Somewhere odd at {words}", receiver)
    if drawing:
        part = crop(drawing.view)
        assert receiver in view(part.view).positions or drawing_of(place, drawing)
        assert set(drawing.area) <= view(part.view).regions.keys()
        assert len(stems(drawing)) == 1


def drawing_of(place: NamedPlace, drawing: Drawing) -> bool:
    """Whether the place's own close-up is what is offered: a hand is the same however somebody lies."""
    own = place.drawing
    return own is not None and crop(own.view).view == crop(drawing.view).view


@pytest.mark.parametrize("where", ["", "The thing", "Where it hurts", "Here and there"])
def test_nothing_is_offered_for_words_that_name_no_place(where: str) -> None:
    assert offered(where or "it", "prone") is None


def test_a_left_place_is_offered_on_the_left() -> None:
    drawing = offered("The left calf, where it is odd", "supine")
    assert drawing is not None
    assert drawing.side == "left" or drawing.area == ("calf.left",)
