"""How much of a step, as a sentence in the form of a routine."""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import to_builtins

from cardgen.model.repeat import Repeat, read_repeat
from tests.support.asking import Site
from tests.support.browser import person
from tests.support.writing import STEPS, begin, fill_step, saved

AMOUNTS = [
    4, [3, 5], "3x10", "several", "2 passes", "30 s", "a moment",
    {"times": [3, 4], "note": "Slower each time."}, {"passes": "several", "extent": "All over the sole"},
    {"seconds": {"about": 20}}, {"until": "it eases", "each": "spot"},
    {"times": 2, "sets": 3, "rest": 20, "hold": "2 slow breaths"},
    {"count": "4 up, 4 back", "beat": 60, "at_most": 90},
]  # fmt: skip
TYPE_THE_SAME = """async (amounts) => {
    const { amountField } = await import("./amounts.js");
    return amounts.map((amount) => {
        let changed = null;
        const field = amountField(amount, (value) => { changed = value; });
        const inputs = [...field.querySelectorAll("input")];
        for (const input of inputs) input.dispatchEvent(new Event("input"));
        return [changed, inputs.map((input) => input.value)];
    });
}"""

OFFERED = """async () => {
    const { amountField } = await import("./amounts.js");
    const keys = [...amountField({ times: 3 }, () => {}).querySelector(".adding").options].map(({ value }) => value);
    return Object.fromEntries(["times", ...keys.filter(Boolean)].map((key) => {
        const field = amountField({ until: "x" }, () => {}), more = field.querySelector(".adding");
        if (key !== "until") { more.value = key; more.dispatchEvent(new Event("change")); }
        return [key, field.querySelector(`[name=${key}]`).value];
    }));
}"""
"""What the form offers of an amount, each with the value that it begins with."""


def test_every_amount_is_a_sentence(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/help")
        found = somebody.page.evaluate(TYPE_THE_SAME, AMOUNTS)
        for amount, (changed, shown) in zip(AMOUNTS, found, strict=True):
            whole = amount if isinstance(amount, dict) else to_builtins(read_repeat(amount))
            assert {key: value for key, value in whole.items() if value is not None} == changed
            assert not [text for text in shown if set(text) & set("{}[]")]


def test_every_field_of_an_amount_can_be_chosen(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/help")
        offered = somebody.page.evaluate(OFFERED)
        assert sorted(offered) == sorted(Repeat.__struct_fields__)
        assert [key for key, shown in offered.items() if "undefined" in shown] == []


def test_an_amount_grows_and_shrinks(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        page.get_by_label("How much", exact=True).select_option("times")
        page.get_by_role("textbox", name="A number of times").fill("3 to 5")
        page.get_by_label("Say more about").select_option("hold")
        page.get_by_role("textbox", name="Hold still").fill("2 slow breaths")
        page.get_by_text("Ready to print").wait_for()
        assert yaml.safe_load(saved(page, "Save file"))["steps"][0]["repeat"] == {
            "times": [3, 5],
            "hold": "2 slow breaths",
        }
        page.get_by_role("button", name="Leave out: Hold still").click()
        page.locator("[name=times]:focus").wait_for()
        assert yaml.safe_load(saved(page, "Save file"))["steps"][0]["repeat"] == {"times": [3, 5]}
        somebody.errors.clear()
