"""Somebody writes a routine in the page: steps, a drawing, faults beside their fields, files opened and saved."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from cardgen.exchange.starter import starter_table
from tests.support.asking import Site
from tests.support.browser import DESKTOP, TELEPHONE, Person, expect, person
from tests.support.commands import run
from tests.support.sampling import crossed
from tests.support.writing import STEPS, begin, click_figure, fill_step, saved

WRITING = ["files", "form", "views", "drafts"]
"""What one sees while one writes."""
LOOKS = [(TELEPHONE, False), (DESKTOP, True)]


def test_a_routine_of_three_steps_with_a_drawing(browser: Any, site: Site, empty_folder: Path) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        for number, step in enumerate(STEPS):
            if number:
                page.get_by_role("button", name="Add a step").click()
            fill_step(page, *step)
        page.get_by_role("button", name="Glide up the back").click()
        draw(page)
        page.get_by_text("Ready to print").wait_for()
        page.locator("canvas").nth(1).wait_for()
        page.reload()
        page.get_by_text("Ready to print").wait_for()
        routine = yaml.safe_load(saved(page, "Save file"))
        assert [step["name"] for step in routine["steps"]] == [step[0] for step in STEPS]
        strokes = routine["steps"][0]["drawing"]["strokes"]
        assert [len(stroke["along"]) for stroke in strokes] == [3]
        page.get_by_role("button", name="Print it").click()
        somebody.wait_for_pages()
        Path("tired-back.yaml").write_text(json_of(page), encoding="utf-8")
        assert run("cards", "tired-back.yaml", "-o", "cli.pdf").exit_code == 0
        assert somebody.download() == Path("cli.pdf").read_bytes()
        somebody.errors.clear()  # the browser notes that a draft could not be printed yet


def draw(page: Any) -> None:
    """Choose a view, and click a stroke of three points."""
    page.get_by_role("button", name="Draw one").click()
    page.get_by_role("button", name="Back, neck to hips", exact=True).click()
    page.locator(".figure").wait_for()
    for number, y in enumerate([0.8, 0.5, 0.2]):
        click_figure(page, 0.62, y)
        page.get_by_text(re.compile(rf"Through: [^;]+(; [^;]+){{{number}}}$")).wait_for()


def json_of(page: Any) -> str:
    """The routine as the browser keeps it."""
    text = page.evaluate(
        "new Promise((done) => { const asked = indexedDB.open('cardgen', 1); asked.onsuccess = () => "
        "asked.result.transaction('drafts').objectStore('drafts').getAll().onsuccess = (event) => "
        "done(JSON.stringify(event.target.result[0].data, null, 1)); })"
    )
    return str(text)


def test_a_fault_is_beside_its_field_until_it_is_mended(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        page.get_by_text("Ready to print").wait_for()
        cue = page.get_by_label("At the table")
        cue.fill("")
        page.get_by_text("1 thing to fill in").wait_for()
        cue.blur()
        fault_of(page, cue).get_by_text("still to be filled in").wait_for()
        cue.fill("Glide up, and " * 8)
        told = fault_of(page, cue)
        told.get_by_text("“How to do it well”").wait_for()
        expect(told).not_to_contain_text("'")
        cue.fill("Glide up.")
        page.get_by_text("Ready to print").wait_for()
        somebody.errors.clear()


def fault_of(page: Any, control: Any) -> Any:
    """What is said beside a field."""
    return page.locator(".slot", has=control).locator(".error")


def test_nothing_is_wrong_before_somebody_was_there_or_prints(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        page.get_by_text("5 things to fill in").wait_for()
        expect(page.locator(".card-result")).to_contain_text("Step 1: “What to do, in a few words”")
        page.locator("canvas").first.wait_for()  # a card with open places
        expect(page.locator(".error, [aria-invalid]")).to_have_count(0)
        page.get_by_label("What to do, in a few words").fill("Glide")
        page.get_by_label("Where on the body").focus()
        page.get_by_label("At the table").focus()
        page.locator(".error").wait_for()
        page.get_by_role("button", name="Print it").click()
        page.locator(".error").nth(3).wait_for()
        expect(page).to_have_url(re.compile("#/write/"))
        page.locator("[aria-invalid]:focus").wait_for()
        somebody.errors.clear()


def test_what_was_deleted_comes_back(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        page.get_by_role("button", name="Add a step").click()
        fill_step(page, *STEPS[1])
        page.get_by_role("button", name="Delete", exact=True).click()
        expect(page.locator(".step-list li")).to_have_count(1)
        page.get_by_role("button", name="Bring it back").click()
        expect(page.locator(".step-list li")).to_have_count(2)
        expect(page.get_by_label("Where on the body")).to_have_value(STEPS[1][1])
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_label("How to do it well")).to_have_value("")
        somebody.errors.clear()


def test_letters_of_cards_are_seen_and_make_no_word(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/write")
        page = somebody.page
        page.get_by_label("A new routine, called").fill("Oil for the neck")
        page.get_by_label("Body area").select_option("neck-shoulders")
        page.get_by_label("How the receiver").select_option("seated")
        page.get_by_role("button", name="Begin").click()
        letters = page.get_by_label("Letters of its cards")
        page.locator("[placeholder='NL']").wait_for()  # not NO
        letters.fill("q7")
        expect(letters).to_have_value("Q")
        somebody.errors.clear()


def test_a_spreadsheet_is_opened_and_saved(browser: Any, site: Site, empty_folder: Path) -> None:
    Path("chest.csv").write_bytes(starter_table(Path("chest.csv"), "chest"))
    Path("bad.csv").write_bytes(Path("chest.csv").read_bytes().replace(b"effleurage", b"efleurage"))
    with person(browser, site.address) as somebody:
        somebody.open("#/write")
        page = somebody.page
        page.get_by_label("A file").set_input_files("bad.csv")
        page.get_by_text("column", exact=False).first.wait_for()
        page.get_by_label("A file").set_input_files("chest.csv")
        page.get_by_text("Ready to print").wait_for()
        assert saved(page, "Save spreadsheet") == Path("chest.csv").read_bytes()
        somebody.errors.clear()


@pytest.mark.thorough
def test_a_file_without_names_for_its_steps_can_be_finished(browser: Any, site: Site, empty_folder: Path) -> None:
    Path("rest.yaml").write_text("name: Rest\narea: back\nreceiver: prone\nsteps: [{name: Hold}]\n", encoding="utf-8")
    with person(browser, site.address) as somebody:
        somebody.open("#/write")
        page = somebody.page
        page.get_by_label("A file").set_input_files("rest.yaml")
        page.get_by_label("What it is, in a sentence").fill("A short rest.")
        fill_step(page, *STEPS[2])
        page.get_by_text("Ready to print").wait_for()
        somebody.errors.clear()


def test_no_barriers_where_one_writes(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/write")
        page = somebody.page
        check_barriers(somebody, "files")
        page.get_by_label("A copy of").select_option("hands-quick")
        page.get_by_role("button", name="Copy", exact=True).click()
        page.get_by_text("Ready to print").wait_for()
        page.get_by_text("The whole routine", exact=True).click()
        page.locator(".figure").wait_for()
        check_barriers(somebody, "form")
        page.get_by_role("button", name="Another view").click()
        page.locator(".view-grid button").first.wait_for()
        check_barriers(somebody, "views", ".view-grid")
        somebody.open("#/write")
        page.get_by_role("button", name="Delete").wait_for()
        check_barriers(somebody, "drafts")


def check_barriers(somebody: Person, view: str, place: str = "html") -> None:
    """Look at a view of the form on each screen that is its turn, and on the telephone never sideways."""
    for look in [look for looked_at, look in crossed(WRITING, LOOKS) if looked_at == view]:
        somebody.look(*look)
        assert somebody.barriers(place) == [], (view, look)
        assert not somebody.overflows(), (view, look)
