"""Every kind of amount has its field, its icon, its time and its phrases, and nothing that an author writes is lost."""

from __future__ import annotations

import re
from itertools import product
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from cardgen.artwork.icons import icons
from cardgen.model.action import Pressure, Zone
from cardgen.model.amount import Amount
from cardgen.model.card_name import CardName
from cardgen.model.repeat import Repeat, read_repeat
from cardgen.model.routine import Phase, Step
from cardgen.model.share import EachWord
from cardgen.model.vocabulary import About, Limb
from cardgen.planning.doses import usual_seconds
from cardgen.planning.session import Turn
from cardgen.planning.tempos import tempo, tempos
from cardgen.wording.amounts import key_figure, whole_figure, word_amount, word_phase_amount
from cardgen.wording.facts import says_time
from cardgen.wording.pressures import word_pressure
from cardgen.wording.words import ENGLISH, words
from tests.support.together import together

SPOKEN = words(ENGLISH)
SPANS: list[Any] = [30, [30, 45], About(about=20), "1 min", "1 min 30 s", "3 slow breaths", "3-5 breaths", "moment"]
GIVEN: dict[str, list[Any]] = {
    "times": [1, 3, [3, 5], "several", "3-5", "3x10"],
    "passes": [1, 2, [1, 2], "several"],
    "seconds": SPANS,
    "hold": SPANS,
    "rest": SPANS,
    "rest_after": SPANS,
    "count": [8, "press 4, release 4"],
    "beat": [60],
    "every": [3, "2 breaths"],
    "until": ["it eases"],
    "at_most": [60, "2 min"],
    "at_most_in_all": [60, "2 min"],
    "extent": ["Up to the knee"],
    "then": ["again, a little further"],
}
"""Values of each field that gives an amount."""
OTHERS = {"sets", "each", "spots", "note"}
EACH = (None, *get_args(EachWord))


def kinds(base: type[Amount] = Amount) -> list[type[Amount]]:
    """Every kind of amount."""
    return [kind for child in base.__subclasses__() for kind in (child, *kinds(child)) if hasattr(kind, "field")]


def turn(repeat: Any, repeats: tuple[Turn, ...] = (), **fields: Any) -> Turn:
    known = {"id": "a", "name": "A", "technique": "kneading", "where": "There", "cue": "Do.", "detail": "Do."}
    return Turn(
        1, CardName("L", 1), Step(**{**known, **fields}, repeat=repeat), "legs", 60, ("prone", "legs", ""), repeats
    )


def said(repeat: Any, **fields: Any) -> str:
    """All the amounts of a step in one line."""
    return whole_figure(turn(repeat, **fields), SPOKEN).line.replace("\u00a0", " ")


def test_every_kind_has_examples() -> None:
    assert sorted(kind.field for kind in kinds()) == sorted(GIVEN)
    assert set(Repeat.__struct_fields__) == {*GIVEN, *OTHERS}


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_field_an_icon_and_a_time(kind: type[Amount]) -> None:
    for value in GIVEN[kind.field]:
        (amount,) = Repeat(**{kind.field: value}).amounts()
        assert type(amount) is kind
        assert amount.icon in icons()
        assert amount.seconds(tempo("kneading", "legs")) > 0


@together
@pytest.mark.parametrize("limb", get_args(Limb))
@pytest.mark.parametrize(("field", "value"), [(field, value) for field in GIVEN for value in GIVEN[field]])
def test_every_amount_is_worded_with_what_it_is_for(field: str, value: object, limb: Limb) -> None:
    for each, sides in product(EACH, (None, "each")):
        repeat = Repeat(**{field: value, "each": each})
        done, phase = turn(repeat, sides=sides, limb=limb), Phase(do="Do", technique="kneading", repeat=repeat)
        texts = [
            word_amount(done.step.amounts[0], SPOKEN),
            key_figure(done, SPOKEN).line,
            whole_figure(done, SPOKEN).line,
            word_phase_amount(done.step, phase, SPOKEN),
        ]
        for_each = {None: "", "direction": "each", "side": f"each {limb}", "hand": "with each hand"}
        for text in texts:
            assert for_each.get(each, f"each {each}") in text
            assert not {"{", "None"} & set(text.split())
            assert set(re.findall(r"\d+", str(value))) <= set(re.findall(r"\d+", text))


@together
@pytest.mark.parametrize(
    ("repeat", "text"),
    [
        (10, "×10"),
        ("10 times", "×10"),
        ("3x10", "3 sets of 10"),
        ("2-3 passes", "×2–3 passes"),
        ("30-45 s", "30–45 s"),
        ("90 sec", "90 s"),
        ("3 slow breaths", "3 slow breaths"),
        (Repeat(times=6, each="hand"), "×6 with each hand"),
        (Repeat(times=3, spots="in each of the 4 grooves"), "×3 in each of the 4 grooves"),
        (Repeat(times=3, spots="4 grooves"), "×3 on each of 4 grooves"),
        (Repeat(seconds=15, spots="on each finger"), "15 s on each finger"),
        (Repeat(times="2x3", spots="each toe"), "2 sets of 3 on each toe"),
        (Repeat(times=4, hold=6, spots="every knuckle"), "×4 on every knuckle, hold 6 s each time"),
        (Repeat(hold="3-5 breaths", each="side"), "Hold 3–5 breaths on each side"),
        (Repeat(times=4, count=8, beat=60), "×4, to a count of 8, 60 a minute"),
        (Repeat(times=8, count="4 up, 4 back"), "×8, count 4 up, 4 back"),
        (Repeat(times=12, every=3), "×12, one every 3 s"),
        (Repeat(times=10, seconds=About(about=5)), "×10, about 5 s each time"),
        (Repeat(sets=3, times=10, rest="2 breaths"), "3 sets of 10, rest 2 breaths between sets"),
        (Repeat(times=2, then="again, a little further"), "×2, then again, a little further"),
        (Repeat(until="it eases", at_most="2 min", each="spot"), "Until it eases on each spot, at most 2 min"),
        (Repeat(extent="the whole calf", each="side"), "The whole calf on each side"),
        (Repeat(times=3, rest_after="1 min"), "×3, then rest 1 min"),
        (
            Repeat(times=10, until="it eases", at_most_in_all=60),
            "×10, or until it eases, at most 60 s in all",
        ),
        (Repeat(times=3, rest=5, rest_after="1 min"), "×3, rest 5 s between, then rest 1 min"),
        (Repeat(hold="3 breaths", until="it is warm"), "Hold 3 breaths, or until it is warm"),
        (Repeat(times=10, until="it is warm"), "×10, or until it is warm"),
        (Repeat(times=3, hold=5, until="it eases"), "×3, hold 5 s each time, or until it eases, each time"),
        (Repeat(times=2, until="it eases", at_most=40), "×2, each until it eases, at most 40 s each"),
        (
            Repeat(times=2, until="it eases", at_most=40, each="side"),
            "×2 on each side, each until it eases, at most 40 s each",
        ),
        (Repeat(times=3, seconds=20, until="it eases"), "×3, 20 s each time, or until it eases"),
        (Repeat(passes=2, until="it is warm"), "2 passes, or until it is warm"),
        (Repeat(count=8, until="it gives"), "To a count of 8, or until it gives"),
        (Repeat(beat=60, until="it gives"), "60 a minute, until it gives"),
        (Repeat(extent="the whole calf", until="it is warm"), "Until it is warm, the whole calf"),
    ],
)
def test_an_amount_is_read_and_said(repeat: Any, text: str) -> None:
    assert said(repeat) == text


@pytest.mark.parametrize(
    ("technique", "direction", "line"),
    [
        ("joint-movement", ["toward-head", "toward-feet"], "5 up, 5 down"),
        ("joint-movement", [], "5 clockwise, 5 counterclockwise"),
        ("joint-movement", "circles-both-ways", "5 clockwise, 5 counterclockwise"),
        ("circles", ["counterclockwise", "clockwise"], "5 counterclockwise, 5 clockwise"),
        ("rocking", "both-ways", "×5 in each direction"),
        ("kneading", [], "×5 in each direction"),
        ("rocking", ["across", "inward", "outward"], "×5 in each direction (across, inward, outward)"),
    ],
)
def test_only_circles_are_drawn_as_circles(technique: str, direction: Any, line: str) -> None:
    done = turn(Repeat(times=5, each="direction"), technique=technique, direction=direction)
    assert key_figure(done, SPOKEN).line == whole_figure(done, SPOKEN).line == line


@together
@pytest.mark.parametrize(
    ("repeat", "fields", "seconds"),
    [
        (Repeat(hold=180, each="side"), {}, 2 * 180 + 20),
        (Repeat(hold=180), {"sides": "each"}, 180),
        (Repeat(hold=180, each="side"), {"sides": "each"}, 180),
        (Repeat(seconds=45, each="side"), {}, 2 * 45 + 20),
        (Repeat(seconds=60, each="direction"), {"direction": ["inward", "outward"]}, 120),
        (Repeat(seconds=20, each="direction"), {"direction": ["inward", "outward", "across"]}, 60),
        (Repeat(times=2, seconds=60), {}, 120),
        (Repeat(seconds=60, each="spot"), {}, 5 * 60),
        (Repeat(seconds=15, spots="each finger"), {}, 75),
        (Repeat(seconds=15, spots="4 grooves", each="side"), {}, 2 * 60 + 20),
        (Repeat(times=3, hold=30, each="side"), {}, 2 * 3 * 32 + 20),
        (Repeat(passes=3, each="side"), {}, 2 * 3 * 40 + 20),
        (Repeat(times=12, every=3), {}, 36),
        (Repeat(times=6, every=3, each="hand"), {}, 36),
        (Repeat(times=4, count=8), {}, 32),
        (Repeat(times=4, count="4 up, 4 back", beat=120), {}, 16),
        (Repeat(times=10, beat=30), {}, 20),
        (Repeat(times=3, seconds=10, rest=5), {}, 40),
        (Repeat(sets=3, times=10, seconds=2, rest=30), {}, 120),
        (Repeat(hold=30, rest=10), {}, 40),
        (Repeat(hold=30, rest_after=10), {}, 40),
        (Repeat(times=3, seconds=10, rest_after=60), {}, 90),
        (Repeat(times=3, seconds=10, rest=5, rest_after=60), {}, 100),
        (Repeat(seconds=15, spots="each finger", rest_after=30), {}, 75 + 30),
        (Repeat(hold="3 breaths"), {}, 15),
        (Repeat(hold="3 slow breaths"), {}, 25),
        (Repeat(until="it eases", at_most=20), {}, 20),
        (Repeat(times=2, until="it eases", at_most=40), {}, 80),
        (Repeat(times=2, until="it eases", at_most=20, rest=10), {}, 50),
        (Repeat(times=2, until="it eases", at_most="2 min"), {}, 2 * 45),
        (Repeat(times=10, each="direction", until="it eases", at_most_in_all=60), {}, 40),
        (Repeat(times=40, until="it eases", at_most_in_all=60), {}, 60),
        (Repeat(times=40, at_most_in_all=60, rest_after=30), {}, 90),
        (Repeat(times=40, at_most_in_all=60), {"sides": "each"}, 60),
        (Repeat(hold=30, spots="4 grooves", at_most_in_all="1 min"), {}, 60),
        ("30-45 s", {}, 40),
        ("1 min 30 s", {}, 90),
    ],
)
def test_every_amount_has_one_true_duration(repeat: Any, fields: dict[str, Any], seconds: int) -> None:
    assert usual_seconds(turn(repeat, **fields).step, "legs") == 5 * round(seconds / 5)


@pytest.mark.parametrize(
    ("technique", "repeat", "seconds"),
    [
        ("press-and-hold", Repeat(times=2, spots="3 spots", hold="10 s"), 2 * 3 * (3 + 10)),
        ("press-and-hold", Repeat(times=2, spots="3 spots"), 2 * 3 * 45),
        ("stretching", Repeat(times=3, hold=30), 3 * (5 + 30)),
        ("holding", Repeat(times=4, hold="2 breaths"), 4 * 10),
        ("pressing", Repeat(times=4, hold=20), 4 * (3 + 20)),
        ("pressing", Repeat(times=3, hold=5, rest=2), 3 * 5 + 2 * 2),
        ("pressing", Repeat(sets=2, times=3, hold=5, rest=20), 2 * 3 * (3 + 5) + 20),
        ("squeezing", Repeat(times=1, hold=10), 2 + 10),
        ("squeezing", Repeat(times=3, hold=5, rest=2), 3 * 5 + 2 * 2),
        ("squeezing", Repeat(sets=3, times=8, rest="3 breaths"), 3 * 8 * 2 + 2 * 15),
        ("press-and-hold", Repeat(passes=1, hold=10), 2 * (3 + 10)),
        ("effleurage", Repeat(times=3, hold=5, rest=2), 3 * (12 + 5) + 2 * 2),
        ("effleurage", Repeat(passes=2, hold=5), 2 * (36 + 5)),
    ],
)
def test_a_hold_of_the_author_takes_the_place_of_the_usual_one(technique: str, repeat: Any, seconds: int) -> None:
    assert usual_seconds(turn(repeat, technique=technique).step, "back") == 5 * round(seconds / 5)


def test_a_squeeze_that_goes_somewhere_takes_its_way() -> None:
    still, moving = (turn(Repeat(times=4), technique="squeezing", direction=way) for way in ("still", "toward-head"))
    assert (usual_seconds(still.step, "back"), usual_seconds(moving.step, "back")) == (10, 50)


def test_the_time_of_phases_is_that_of_all_of_them() -> None:
    phases = [
        Phase(do="Rock", technique="rocking", repeat=Repeat(seconds=30, each="side")),
        Phase(do="Squeeze, hold", technique="squeezing", repeat=Repeat(hold="1 min")),
    ]
    assert usual_seconds(turn(None, phases=phases).step, "legs") == 2 * 30 + tempos().change_side + 60
    assert usual_seconds(turn(None, phases=phases, sides="each").step, "legs") == 90
    assert said(None, phases=phases) == "1 Rock: 30 s on each side; 2 Squeeze, hold 1 min"


def test_a_step_without_an_amount_has_the_usual_time_and_its_technique() -> None:
    bare = turn(Repeat())
    assert word_amount(bare.step.amounts[0], SPOKEN) == ""
    assert key_figure(bare, SPOKEN).line == "Kneading"
    assert bare.step.amounts[0].seconds(tempo("kneading", "legs")) == 80


def test_a_number_is_for_each_limb_even_after_earlier_steps() -> None:
    again = turn(Repeat(times=3), sides="each", limb="leg", repeats=(turn(Repeat()),))
    assert key_figure(again, SPOKEN).line == "Step L1 again, then 3 times on each leg"


def test_a_chosen_number_takes_the_place_of_its_range() -> None:
    assert Repeat(times=[3, 5], hold=5).with_count(4) == Repeat(times=4, hold=5)
    assert Repeat(passes=[1, 2]).with_count(2) == Repeat(passes=2)
    assert read_repeat("4-6 times").with_count(5) == Repeat(times=5)


@pytest.mark.parametrize("at_most", [20, 30])
def test_a_limit_needs_no_estimate_of_the_same_time(at_most: int) -> None:
    limited = turn(Repeat(until="it eases", at_most=f"{at_most} s"))
    assert says_time(replace(limited, seconds=at_most), SPOKEN)
    assert not says_time(replace(limited, seconds=15), SPOKEN)


@pytest.mark.parametrize("then", ["again, a little further", "the first 3 light, then a little deeper"])
def test_what_changes_follows_unless_its_words_begin_with_the_first(then: str) -> None:
    amounts = Repeat(times=10, then=then).amounts()
    said = then if then.startswith("the first") else f"then {then}"
    assert word_amount(amounts[-1], words(ENGLISH)).capitalize() == said.capitalize()


@pytest.mark.parametrize("until", ["until the hand is warm", "Or until the hand is warm", "the hand is warm"])
def test_a_word_that_the_phrase_has_is_printed_once(until: str) -> None:
    assert said(Repeat(until=until)).lower() == "until the hand is warm"


@pytest.mark.parametrize(
    ("at", "said"), [("at the heel", "the heel"), ("Over the knee", "the knee"), ("attachment", "attachment")]
)
def test_a_zone_is_at_its_place_once(at: str, said: str) -> None:
    pressure = Pressure(level="firm", zones=[Zone(at=at, level="light")])
    assert word_pressure(pressure, SPOKEN).endswith(f"light at {said}.")
