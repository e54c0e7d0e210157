"""Every kind of amount has its field, its icon and its phrases, and nothing that an author writes is lost."""

from __future__ import annotations

from itertools import product
from typing import Any, get_args

import pytest

from cardgen.artwork.icons import icons
from cardgen.model.amount import Amount
from cardgen.model.card_name import CardName
from cardgen.model.repeat import Repeat
from cardgen.model.routine import Phase, Step
from cardgen.model.vocabulary import Limb
from cardgen.planning.session import Turn
from cardgen.planning.tempos import tempo
from cardgen.wording.amounts import key_figure, word_amount, word_phase_amount
from cardgen.wording.words import ENGLISH, words

GIVEN = {
    "times": [3, [3, 5], "several"],
    "passes": [2, [1, 2], "several"],
    "seconds": [30],
    "hold": [5, "moment"],
    "until": ["it eases"],
    "extent": ["Up to the knee"],
}
EACH = (None, "direction", "side", "spot")


def kinds(base: type[Amount] = Amount) -> list[type[Amount]]:
    """Every kind of amount."""
    return [kind for child in base.__subclasses__() for kind in (child, *kinds(child)) if hasattr(kind, "field")]


def turn(repeat: Repeat, sides: Any = None, limb: Limb = "side", repeats: tuple[Turn, ...] = ()) -> Turn:
    step = Step(
        id="a", name="A", technique="kneading", where="There", cue="Do.", detail="Do.",
        repeat=repeat, sides=sides, limb=limb,
    )  # fmt: skip
    return Turn(1, CardName("L", 1), step, "legs", 60, ("prone", "legs", ""), repeats)


def test_every_kind_has_examples() -> None:
    assert sorted(kind.field for kind in kinds()) == sorted(GIVEN)
    assert set(Repeat.__struct_fields__) == {*GIVEN, "each", "note"}


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_has_a_field_an_icon_and_a_time(kind: type[Amount]) -> None:
    for value in GIVEN[kind.field]:
        (amount,) = Repeat(**{kind.field: value}).amounts()
        assert type(amount) is kind
        assert amount.icon in icons()
        assert amount.seconds(tempo("kneading", "legs")) > 0


@pytest.mark.parametrize("limb", get_args(Limb))
@pytest.mark.parametrize(("field", "value"), [(field, value) for field in GIVEN for value in GIVEN[field]])
def test_every_amount_is_worded_with_what_it_is_for(field: str, value: object, limb: Limb) -> None:
    for each, sides in product(EACH, (None, "each")):
        repeat = Repeat(**{field: value, "each": each})
        done, phase = turn(repeat, sides, limb), Phase(do="Do", technique="kneading", repeat=repeat)
        text = word_amount(done.step.amounts[0], words(ENGLISH))
        for_each = {"direction": "each", "side": f"each {limb}", "spot": "each spot"}.get(each or "", "")
        assert for_each in text
        assert "each" in key_figure(done, words(ENGLISH)).line or not each or field == "times"
        assert not {"{", "None", "several"} & set(f"{text} {key_figure(done, words(ENGLISH)).line}".split())
        assert word_phase_amount(phase, words(ENGLISH)).strip(", ")


def test_a_step_without_an_amount_has_the_usual_time_and_its_technique() -> None:
    bare = turn(Repeat())
    assert word_amount(bare.step.amounts[0], words(ENGLISH)) == ""
    assert key_figure(bare, words(ENGLISH)).line == "Kneading"
    assert bare.step.amounts[0].seconds(tempo("kneading", "legs")) == 80


def test_a_number_is_for_each_limb_even_after_earlier_steps() -> None:
    earlier = turn(Repeat())
    again = turn(Repeat(times=3), "each", "leg", (earlier,))
    assert key_figure(again, words(ENGLISH)).line == "Step L1 again, then 3 times on each leg"


def test_a_chosen_number_takes_the_place_of_its_range() -> None:
    assert Repeat(times=[3, 5], hold=5).with_count(4) == Repeat(times=4, hold=5)
    assert Repeat(passes=[1, 2]).with_count(2) == Repeat(passes=2)
