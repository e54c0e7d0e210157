"""Whatever amount an author writes: every number, unit and qualifier is on the card, the overview and the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardgen.artwork.theme import theme
from cardgen.exchange.markdown import as_markdown
from cardgen.layouts.cards import layout
from cardgen.layouts.plan.page import lay_out_plan
from cardgen.model.action import Pressure
from cardgen.model.repeat import Repeat
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Face
from cardgen.sheets.format import Format
from cardgen.sheets.paper import paper
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from cardgen.wording.plan_page import word_plan
from tests.support.printed import face_text
from tests.support.routines import routine, step

THEME = theme("standard")
WHOLE = st.integers(2, 40)
RANGE = st.tuples(st.integers(2, 9), st.integers(10, 40)).map(list)
UNITS = ("s", "min", "breaths", "slow breaths")
SPANS = st.one_of(
    WHOLE,
    RANGE,
    st.builds("{} {}".format, WHOLE, st.sampled_from(UNITS)),
    st.builds("{}-{} {}".format, st.integers(2, 9), st.integers(10, 40), st.sampled_from(UNITS)),
    st.builds("{} min {} s".format, WHOLE, WHOLE),
)
SIDES = {
    "each": "each side", "left-then-right": "then right", "right-then-left": "then left", "near": "next to you",
    "together": "both sides", None: "",
}  # fmt: skip
AMOUNTS = st.fixed_dictionaries(
    {},
    optional={
        "times": st.one_of(WHOLE, RANGE, st.builds("{}x{}".format, st.integers(2, 5), WHOLE)),
        "passes": st.one_of(WHOLE, RANGE),
        "seconds": SPANS,
        "hold": SPANS,
        "rest": SPANS,
        "count": st.sampled_from([8, "press 4, release 5"]),
        "beat": st.integers(30, 90),
        "every": SPANS,
        "until": st.just("it eases"),
        "extent": st.just("up to the elbow"),
        "then": st.just("once more, slowly"),
        "each": st.sampled_from(["direction", "side", "leg", "arm", "foot", "hand", "spot"]),
        "spots": st.sampled_from(["4 grooves", "on each finger", "in each of the 3 hollows"]),
    },
).filter(
    lambda given: (
        0 < len(given) < 6
        and given.keys() - {"each", "spots"}
        and not ("spots" in given and given.get("each") == "spot")
    )
)


def said_of(given: dict[str, Any], directions: list[str]) -> Iterator[str]:
    """What every face must say about an amount, from what the author wrote and from nothing else."""
    for field, value in given.items():
        if field in ("seconds", "hold", "rest", "every"):
            yield as_time(value)
        elif field in ("times", "passes"):
            yield as_number(value)
        elif field == "each":
            yield from each_said(value, directions)
        elif field == "beat":
            yield f"{value} a minute"
        else:
            yield str(value)


def each_said(each: str, directions: list[str]) -> list[str]:
    """What an amount is for."""
    if each == "direction":
        return ["up", "down"] if directions else ["each direction"]
    return ["with each hand"] if each == "hand" else [f"each {each}"]


def as_number(value: int | list[int] | str) -> str:
    if isinstance(value, str):
        return " sets of ".join(value.split("x"))
    return "–".join(map(str, value)) if isinstance(value, list) else str(value)


def as_time(value: int | list[int] | str) -> str:
    if isinstance(value, str):
        return value.replace("-", "–")
    return f"{as_number(value)} s"


def texts(session: Session) -> dict[str, str]:
    """The text of a session's cards, of its overview and its plan, as Markdown, and read aloud."""
    deck, (one,) = word_deck(session), session.parts
    return {
        "markdown": " ".join(as_markdown(one.routine, session).replace("\\", "").split()),
        "heard": " ".join([deck.sections[0].steps[0].drawing_alt, *(deck.sections[0].steps[0].remarks)]),
        "card": plain(face for face in faces_of(deck, "steps", "a6") if " 1: " in face.name or "1: One" in face.name),
        "overview": plain(faces_of(deck, "overview", "a5")),
        "plan": plain(lay_out_plan(word_plan(session), Format(paper("a4").size), THEME)),
    }


def faces_of(deck: Any, layout_name: str, stock_name: str) -> Iterator[Face]:
    cards = layout(layout_name)(deck, Format(stock(stock_name).size), THEME, True)
    return (face for card in cards for face in card if face)


def plain(faces: Any) -> str:
    """The text of faces on one line, with the two arrows of a number for each direction as words."""
    found = " ".join(
        " ".join([face_text(face), *(mark.alt for mark in face.marks if getattr(mark, "alt", ""))]) for face in faces
    )
    return re.sub(r"\s+", " ", found)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(AMOUNTS, st.sampled_from([*SIDES]), st.booleans(), st.sampled_from([None, ["light", "medium"]]))
def test_every_amount_is_said_on_every_face(
    given: dict[str, Any], sides: Any, directed: bool, levels: list[Any] | None
) -> None:
    directions: list[Any] = ["toward-head", "toward-feet"] if directed else []
    one = step(
        "One", repeat=Repeat(**given), sides=sides, direction=directions,
        pressure=Pressure(level=levels) if levels else None,
    )  # fmt: skip
    expected = [*said_of(given, directions), SIDES[sides], "light to medium" if levels else ""]
    for face, text in texts(plan(Selection.of(routine(one)))).items():
        needed = [
            said for said in expected if face != "heard" or said != SIDES[sides]
        ]  # a drawing shows no order of sides
        missing = [said for said in needed if said.lower() not in text.lower().replace("\u00a0", " ")]
        assert missing == [], f"{face}: {text}"


@pytest.mark.parametrize("field", ["times", "seconds", "hold", "each", "spots"])
def test_the_test_sees_what_is_missing(field: str) -> None:
    given = {"times": 37, "seconds": "38 s", "hold": "39 breaths", "each": "side", "spots": "4 grooves"}
    (expected, *_) = said_of({field: given.pop(field)}, [])
    text = texts(plan(Selection.of(routine(step("One", repeat=Repeat(**given))))))["plan"]
    assert expected.lower() not in text.lower()
