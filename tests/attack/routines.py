"""Makes routines as an author might write them: any techniques, amounts and texts, from a seed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any, get_args

import yaml

from cardgen.model.areas import areas
from cardgen.model.routine import Routine
from cardgen.model.vocabulary import Direction, GiverPlace, HandPart, Level, Position, Technique
from cardgen.reading.documents import parse_document

TEXTS = Path(__file__).with_name("texts.yaml")
AMOUNTS: tuple[Any, ...] = (
    1, 3, 10, 60, 250, "3 passes", "30-45 s", {"times": 6, "each": "side"}, {"hold": 20}, {"times": 4, "hold": 5},
    {"until": "it eases"}, {"times": [3, 5]}, {"sets": 3, "times": 10}, {"times": 2, "then": "a little further"},
    {"extent": "all over the sole of the foot"}, {"seconds": 90}, {"times": 12, "every": "3 s"},
)  # fmt: skip
KEEPS = ("opening", "core", "core", "detail", "extra", "closing")
MOST_STEPS = 24


class Plain(yaml.SafeDumper):
    """Writes a value again wherever it is used again."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


@cache
def texts() -> dict[str, list[str]]:
    """The sentences, by what they are for."""
    found: dict[str, list[str]] = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    return found


def make_routine(random: Random) -> str:
    """The YAML of a routine that a model accepts; rules beyond the model may still refuse it."""
    say = texts()
    steps = [make_step(random, number) for number in range(random.choice((1, 2, 3, 5, 8, 13, MOST_STEPS)))]
    data: dict[str, Any] = {
        "name": random.choice(say["names"])[:48],
        "summary": random.choice(say["details"])[:72],
        "area": random.choice(list(areas())),
        "receiver": random.choice(get_args(Position)),
    }
    if random.random() < 0.3:
        data["sides"] = "each"
    if random.random() < 0.4:
        data["ask"] = random.sample(say["asks"], 2)
    if random.random() < 0.4:
        data["cautions"] = random.sample(say["cautions"], random.randint(1, 4))
    for part in ("prepare", "after"):
        if random.random() < 0.4:
            icons = ("towel", "oil", "water", "calm-room")
            data[part] = [
                {"icon": icon, "do": random.choice(say["cues"]), "more": random.choice(say["details"])}
                for icon in random.sample(icons, random.randint(1, 3))
            ]
    if "sides" in data:
        for step in steps:
            _leave_sides(step)
    return yaml.dump({**data, "steps": steps}, Dumper=Plain, sort_keys=False, allow_unicode=True, width=1000)


def _leave_sides(step: dict[str, Any]) -> None:
    """Take the sides out of a step: its routine is done on each."""
    for key in ("sides", "minutes_for"):
        step.pop(key, None)
    if isinstance(repeat := step.get("repeat"), dict):
        step["repeat"] = {key: value for key, value in repeat.items() if key != "each"}


def make_step(random: Random, number: int) -> dict[str, Any]:
    """A step with some of all that a step may say."""
    say = texts()
    step: dict[str, Any] = {
        "id": f"step-{number}",
        "name": random.choice(say["names"]),
        "technique": random.choice(get_args(Technique)),
        "where": random.choice(say["wheres"]),
        "cue": random.choice(say["cues"]),
        "detail": " ".join(random.sample(say["details"], random.choice((1, 1, 2, 3)))),
    }
    if random.random() < 0.8:
        step["repeat"] = random.choice(AMOUNTS)
    if random.random() < 0.7:
        hands = random.choice(get_args(HandPart))
        step["hands"] = {"use": hands, "note": random.choice(say["notes"])} if random.random() < 0.5 else hands
    if random.random() < 0.7:
        step["pressure"] = _pressure(random)
    if random.random() < 0.6:
        way = random.choice(get_args(Direction))
        step["direction"] = {"way": way, "note": random.choice(say["notes"])} if random.random() < 0.5 else way
    if random.random() < 0.5:
        step["caution"] = " ".join(random.sample(say["cautions"], random.choice((1, 1, 2, 3))))
    for key, chance, choices in (
        ("giver", 0.2, get_args(GiverPlace)), ("ask", 0.15, say["asks"]), ("pace", 0.2, ("slow", "quick", "very-slow")),
        ("keep", 0.5, KEEPS), ("sides", 0.15, ("each", "together", "near")), ("minutes", 0.2, (0.5, 2, 12, 90)),
    ):  # fmt: skip
        if random.random() < chance:
            step[key] = random.choice(choices)
    if "minutes" in step and "sides" in step:
        step["minutes_for"] = random.choice(("one-side", "both-sides"))
    return step


def _pressure(random: Random) -> Any:
    levels = get_args(Level)
    match random.randrange(4):
        case 0:
            return {"out": random.choice(levels[2:]), "back": random.choice(levels[1:3])}
        case 1:
            zones = [{"at": "the edge of the bone", "level": random.choice(levels)}]
            return {"level": random.choice(levels[1:]), "zones": zones}
        case 2:
            return {"level": random.choice(levels[1:]), "note": random.choice(texts()["notes"])}
        case _:
            return random.choice(levels)


def said(text: str) -> Routine:
    """The routine in a YAML text, as its author meant it; UserError when it cannot be read."""
    return parse_document(Path("attack.yaml"), text, Routine).model
