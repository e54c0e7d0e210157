"""Whole routines as practitioners write them, over the whole model, and what each print of one must say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from hypothesis import strategies as st

from cardgen.wording.words import ENGLISH, words
from tests.support.any_amount import AMOUNTS, SIDES, said_of

SPOKEN = words(ENGLISH)
SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pi", "ra", "su", "te")
LEVELS = ("none", "feather", "light", "medium", "firm", "deep")
PRESSED = st.sampled_from(LEVELS[1:])
LIMITS = {"resistance": "resistance", "comfort": "within comfort"}
Said = tuple[str, str]
"""The field of a step or a routine, and what a print says about it."""


class Blank(NamedTuple):
    """A text of this many words, still to be written."""

    words: int


def texts(*lengths: int) -> st.SearchStrategy[Blank]:
    return st.sampled_from(lengths).map(Blank)


SHORT, LINE, TEXT = texts(1, 3), texts(2, 7), texts(3, 25)
WAY = st.fixed_dictionaries(
    {"way": st.sampled_from(["toward-head", "across", "outward", "in-place"])},
    optional={"say": SHORT, "note": SHORT, "effect": TEXT},
)
HANDS = st.sampled_from(["palms", "thumbs", "heel-of-hand"]) | st.fixed_dictionaries(
    {"use": st.sampled_from(["fingertips", "forearm"])}, optional={"say": SHORT, "note": SHORT, "other": LINE}
)
PRESSURE = st.one_of(
    PRESSED,
    st.builds(lambda level: {"level": level}, st.just(["light", "medium"]) | st.just(["firm", "deep"])),
    st.fixed_dictionaries({"out": PRESSED, "back": PRESSED}, optional={"note": SHORT}),
    st.fixed_dictionaries(
        {"level": PRESSED},
        optional={
            "using": st.just("body-weight"),
            "limit": st.sampled_from([*LIMITS]),
            "zones": st.lists(st.fixed_dictionaries({"at": SHORT, "level": st.sampled_from(LEVELS)}), max_size=2),
            "note": SHORT,
        },
    ),
)
ACTION = {
    "hands": HANDS,
    "pressure": PRESSURE,
    "repeat": AMOUNTS,
    "direction": st.lists(WAY, min_size=1, max_size=2),
    "pace": st.sampled_from(["slow", "quick"]),
}
TECHNIQUE = st.sampled_from(["kneading", "effleurage", "circles", "holding"])
NOTE = st.fixed_dictionaries({"icon": st.sampled_from(["oil", "pillow"]), "do": LINE}, optional={"more": TEXT})
PHASE = st.fixed_dictionaries({"do": SHORT, "technique": TECHNIQUE}, optional={**ACTION, "detail": TEXT})
STEP = st.fixed_dictionaries(
    {"name": SHORT, "technique": TECHNIQUE, "where": LINE, "cue": texts(4, 12), "detail": texts(5, 40)},
    optional={
        **ACTION,
        "sides": st.sampled_from([one for one in SIDES if one]),
        "limb": st.sampled_from(["side", "leg", "hand"]),
        "once": st.sampled_from(["first", "last"]),
        "giver": st.fixed_dictionaries({"at": st.sampled_from(["head", "left"]), "note": LINE}),
        "receiver": st.fixed_dictionaries({"position": st.just("prone"), "note": LINE}),
        "phases": st.lists(PHASE, min_size=1, max_size=2),
        "variants": st.lists(st.fixed_dictionaries({"name": SHORT, "detail": TEXT}), min_size=1, max_size=1),
        "caution": TEXT,
        "leave_out_with": SHORT,
        "ask": LINE,
    },
)
ROUTINE = st.fixed_dictionaries(
    {
        "name": SHORT,
        "summary": TEXT,
        "area": st.sampled_from(["back", "legs"]),
        "receiver": st.just("prone"),
        "steps": st.lists(STEP, min_size=1, max_size=3),
    },
    optional={
        "sides": st.sampled_from(["each", "left-then-right"]),
        "ask": st.lists(LINE, max_size=2),
        "not_with": st.lists(SHORT, max_size=2),
        "leave_out_with": st.lists(SHORT, max_size=2),
        "cautions": st.lists(LINE | st.fixed_dictionaries({"do": LINE, "only_with": SHORT}), max_size=2),
        "strength_at_most": st.integers(1, 4),
        "prepare": st.lists(NOTE, max_size=2),
        "principles": st.lists(NOTE, max_size=2),
        "after": st.lists(NOTE, max_size=2),
    },
)


def written(draft: Any) -> dict[str, Any]:
    """A routine from its draft: each text of words that stand nowhere else, and only keys that go together."""
    found: dict[str, Any] = _with_texts(draft, map(_word, count(100)))
    for number, step in enumerate(found["steps"]):
        step["id"] = f"step-{number}"
        step.pop("sides" if "sides" in found else "once", None)
        if not number:
            step.pop("once", None)
        for action in (step, *step.get("phases", ())) if "sides" in found and "once" not in step else ():
            if isinstance(repeat := action.get("repeat"), dict) and len(repeat) > 1:
                repeat.pop("each", None)
    return found


def _word(number: int) -> str:
    return "".join(SYLLABLES[int(digit)] for digit in str(number))


def _with_texts(draft: Any, names: Iterator[str]) -> Any:
    if isinstance(draft, Blank):
        return " ".join(next(names) for _ in range(draft.words)).capitalize()
    if isinstance(draft, dict):
        return {key: _with_texts(value, names) for key, value in draft.items()}
    return [_with_texts(value, names) for value in draft] if isinstance(draft, list) else draft


def routine_says(routine: dict[str, Any]) -> Iterator[Said]:
    """What every print must say about a routine in addition to its steps."""
    yield "name", routine["name"]
    yield "summary", routine["summary"]
    if routine.get("sides") == "left-then-right":
        yield "sides", "first the left"
    yield from (("safety", line) for field in ("ask", "not_with", "leave_out_with") for line in routine.get(field, ()))
    for caution in routine.get("cautions", ()):
        yield from (("safety", line) for line in ([caution] if isinstance(caution, str) else caution.values()))
    if "strength_at_most" in routine:
        yield "safety", f"at most {routine['strength_at_most']} of 10"
    for part in ("prepare", "principles", "after"):
        for note in routine.get(part, ()):
            yield part, note["do"]
            if "more" in note:
                yield f"{part}.more", note["more"]


def step_says(step: dict[str, Any]) -> Iterator[Said]:
    """What every print must say about a step, from what its author wrote and from nothing else."""
    yield from ((field, step[field]) for field in ("name", "where", "cue", "detail"))
    yield from (("safety", step[field]) for field in ("caution", "leave_out_with") if field in step)
    if "ask" in step:
        yield "ask", step["ask"]
    if "sides" in step:
        yield "sides", SIDES[step["sides"]].replace("each side", f"each {step.get('limb', 'side')}")
    if "once" in step:
        yield "once", "once only, with"
    yield from ((f"{field}.note", step[field]["note"]) for field in ("giver", "receiver") if field in step)
    yield from _action_says(step, step)
    for phase in step.get("phases", ()):
        yield "phase", phase["do"]
        yield from ((f"phase.{field}", said) for field, said in _action_says(step, phase))
        if "detail" in phase:
            yield "phase.detail", phase["detail"]
    for variant in step.get("variants", ()):
        yield from (("variant", text) for text in variant.values())


def _action_says(step: dict[str, Any], action: dict[str, Any]) -> Iterator[Said]:
    """What a step, or one of its phases, says about the hands."""
    if "repeat" in action:
        ways, limb = action.get("direction", ()), step.get("limb", "side")
        for said in said_of(action["repeat"], []):
            if said != "each direction" or len(ways) < 2:
                yield "amount", f"each {limb}" if said == "each side" else said
    hands = action.get("hands")
    if hands:
        given = {"use": hands} if isinstance(hands, str) else hands
        yield "hands", given.get("say") or SPOKEN.hands[given["use"]]
        yield from ((f"hands.{field}", given[field]) for field in ("note", "other") if field in given)
    for way in action.get("direction", ()):
        yield "way", way.get("say") or SPOKEN.directions[way["way"]]
        yield from ((f"way.{field}", way[field]) for field in ("note", "effect") if field in way)
    if "pace" in action:
        yield "pace", action["pace"]
    if "pressure" in action:
        yield from _pressure_says(action["pressure"])


def _pressure_says(given: Any) -> Iterator[Said]:
    force = {"level": given} if isinstance(given, str) else given
    levels = force.get("level") or []
    named = [SPOKEN.levels[one] for one in ([levels] if isinstance(levels, str) else levels)]
    if named:
        yield "pressure" if len(named) > 1 else "level", " to ".join(named)
    if "out" in force:
        yield "pressure", SPOKEN.levels[force["out"]]
        yield "pressure", f"{SPOKEN.levels[force['back']]} on return"
    if "using" in force:
        yield "pressure", "body weight"
    if "limit" in force:
        yield "pressure", LIMITS[force["limit"]]
    for zone in force.get("zones", ()):
        yield "pressure", f"{SPOKEN.levels[zone['level']]} at {zone['at']}"
    if "note" in force:
        yield "pressure", force["note"]
