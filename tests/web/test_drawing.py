"""Drawing in the page: what cardgen fills in follows the text until somebody chooses; a glide presses as its step."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from cardgen.artwork.views import views
from cardgen.library.finding import routines
from cardgen.library.loading import load
from cardgen.places.filled_view import fill_view
from cardgen.places.usual_drawing import usual_drawing
from tests.support.asking import Site, faults, told
from tests.support.browser import expect, person
from tests.support.writing import STEPS, begin, click_figure, fill_step, saved

BACK = "Back, neck to hips"


def chosen_view(page: Any, title: str) -> None:
    """Choose a view for the drawing."""
    page.get_by_role("button", name="Draw one").or_(page.get_by_role("button", name="Another view")).click()
    page.get_by_label("Which part of the body?").fill(title.partition(",")[0])
    page.locator(".view-grid button", has_text=title).first.click()
    page.locator(".figure").wait_for()


def begin_in_view(somebody: Any) -> Any:
    """The form of a step with a view that cardgen has filled."""
    page = begin(somebody, "Tired back")
    fill_step(page, *STEPS[0])
    chosen_view(page, BACK)
    page.get_by_text("cardgen has filled in the areas").wait_for()
    return page


def drawing_of(page: Any) -> Any:
    return yaml.safe_load(saved(page, "Save file"))["steps"][0]["drawing"]


def ticked(page: Any, kind: str) -> list[str]:
    """The areas that are marked, in words."""
    found = page.locator(f"[data-keep^='{kind}-']:checked").evaluate_all("all => all.map((each) => each.dataset.keep)")
    return sorted(name.removeprefix(f"{kind}-") for name in found)


def test_a_view_keeps_what_cardgen_fills_in_until_somebody_chooses(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        page.locator(".step-box").get_by_label("What must not happen").fill("Stay off the spine.")
        page.get_by_text("Ready to print").wait_for()
        chosen_view(page, BACK)
        page.get_by_text("cardgen has filled in the areas").wait_for()
        assert ticked(page, "area") == ["lower-back", "mid-back", "upper-back"]
        assert ticked(page, "avoid") == ["spine"]
        assert drawing_of(page)["avoid"] == ["spine"]
        page.get_by_label("Where on the body").fill("The lower back")
        page.locator("[data-keep='area-upper-back']:not(:checked)").wait_for()
        assert drawing_of(page)["area"] == ["lower-back"]
        somebody.open(page.evaluate("location.hash"))
        page.get_by_text("cardgen has filled in the areas").wait_for()
        page.get_by_label("mid back", exact=True).first.check()
        page.get_by_text("You have chosen the areas").wait_for()
        page.get_by_label("Where on the body").fill("The shoulder blades")
        page.get_by_text("Ready to print").wait_for()
        page.wait_for_timeout(800)
        assert drawing_of(page)["area"] == ["lower-back", "mid-back"]
        page.get_by_role("button", name="Fill them in for me").click()
        page.get_by_text("cardgen has filled in the areas").wait_for()
        assert "lower-back" not in ticked(page, "area")
        page.get_by_role("button", name="Undo").click()
        page.get_by_text("You have chosen the areas").wait_for()
        assert ticked(page, "area") == ["lower-back", "mid-back"]
        somebody.errors.clear()


@pytest.mark.thorough
def test_what_follows_from_a_change_is_taken_back_with_it(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin_in_view(somebody)
        page.get_by_label("Where on the body").fill("The lower back")
        page.locator("[data-keep='area-upper-back']:not(:checked)").wait_for()
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_label("Where on the body")).to_have_value(STEPS[0][1])
        page.locator("[data-keep='area-upper-back']:checked").wait_for()
        somebody.errors.clear()


def test_a_movement_presses_as_its_step_says_unless_somebody_chooses(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        page.locator("fieldset", has_text="Pressure").get_by_label("Light", exact=True).first.check()
        chosen_view(page, BACK)
        for down in (0.8, 0.3):
            click_figure(page, 0.6, down)
            page.wait_for_timeout(400)
        pressure = page.get_by_label("Pressure of this movement")
        expect(pressure.locator("option:checked")).to_have_text("As the step says (Light)")
        assert "pressure" not in drawing_of(page)["strokes"][0]
        pressure.select_option("firm")
        page.get_by_text("shows firm pressure, but the step says light").wait_for()
        pressure.select_option("")
        page.get_by_text("shows firm pressure").wait_for(state="detached")
        somebody.errors.clear()


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", routines())
def test_the_view_that_cardgen_would_choose_is_filled_alike(name: str) -> None:
    routine = load(name)
    for step in routine.steps:
        usual = usual_drawing(step, routine).drawing
        assert fill_view(usual.view, step, routine) == usual
        for view in list(views())[::7]:
            filled = fill_view(view, step, routine)
            assert not set(filled.area) & set(filled.avoid)


def test_a_fill_of_no_step_and_of_no_view_is_refused() -> None:
    draft = {"mine.yaml": json.dumps({"name": "Mine", "steps": [{"where": "The calf"}]})}
    assert told("fill", routine="mine.yaml", step=1, files=draft)["view"]
    assert faults("fill", routine="mine.yaml", step=2, files=draft)
    assert faults("fill", routine="mine.yaml", step=1, view="nowhere", files=draft)


@pytest.mark.thorough
def test_the_views_stay_to_choose_from_while_a_change_is_looked_at(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin_in_view(somebody)
        page.get_by_label("Where on the body").fill("The lower back")
        page.get_by_role("button", name="Another view").click()
        page.locator(".view-grid button").first.wait_for()
        page.wait_for_timeout(1_000)
        expect(page.locator(".view-grid")).to_be_visible()
        page.locator(".view-grid button", has_text=BACK).first.click()
        page.locator("[data-keep='area-lower-back']:checked").wait_for()
        assert ticked(page, "area") == ["lower-back"]
        somebody.errors.clear()
