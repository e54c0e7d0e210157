"""Any amount that an author may write, and what every print must say about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import strategies as st

from cardgen.model.share import EachWord

WHOLE = st.integers(2, 40)
LEAST = st.builds("at least {}".format, WHOLE)
RANGE = st.tuples(st.integers(2, 9), st.integers(10, 40)).map(list)
UNITS = ("s", "min", "breaths", "slow breaths")
SPANS = st.one_of(
    WHOLE,
    RANGE,
    st.builds("{} {}".format, WHOLE, st.sampled_from(UNITS)),
    st.builds("{}-{} {}".format, st.integers(2, 9), st.integers(10, 40), st.sampled_from(UNITS)),
    st.builds("{} min {} s".format, WHOLE, WHOLE),
    st.builds("at least {} {}".format, WHOLE, st.sampled_from(UNITS)),
)
SIDES = {
    "each": "each side", "left-then-right": "then right", "right-then-left": "then left", "near": "next to you",
    "left": "left side, only this one", "right": "right side, only this one",
    "together": "both sides", None: "",
}  # fmt: skip
ENDS = {"times", "passes", "seconds", "hold", "rest", "count"}
"""Amounts that end a stroke: beside them, `until` is another end."""
AMOUNTS = st.fixed_dictionaries(
    {},
    optional={
        "times": st.one_of(WHOLE, RANGE, LEAST, st.builds("{}x{}".format, st.integers(2, 5), WHOLE)),
        "passes": st.one_of(WHOLE, RANGE, LEAST),
        "seconds": SPANS,
        "hold": SPANS,
        "rest": SPANS,
        "rest_after": SPANS,
        "count": st.sampled_from([8, "press 4, release 5"]),
        "beat": st.integers(30, 90),
        "every": SPANS,
        "until": st.just("it eases"),
        "at_most_in_all": SPANS,
        "extent": st.just("up to the elbow"),
        "then": st.just("once more, slowly"),
        "each": st.sampled_from(get_args(EachWord)),
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
        if field in ("seconds", "hold", "rest", "rest_after", "every"):
            yield as_time(value)
        elif field == "at_most_in_all":
            yield f"at most {as_time(value)} in all"
        elif field in ("times", "passes"):
            yield as_number(value)
        elif field == "each":
            yield from each_said(value, directions)
        elif field == "beat":
            yield f"{value} a minute"
        elif field == "until":
            yield f"or until {value}" if given.keys() & ENDS and not goes_on(given) else f"until {value}"
        else:
            yield str(value)


def goes_on(given: dict[str, Any]) -> bool:
    """Whether a number or a length says the least, so that something else ends all of it."""
    counted = given.get("times") or given.get("passes")
    return "at least" in f"{counted} {given.get('seconds')}" and not (counted and "hold" in given)


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
