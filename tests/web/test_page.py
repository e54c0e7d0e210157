"""The page as people use it: with a mouse, with the keyboard alone, on a telephone, in the dark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cardgen.library.finding import programs
from tests.support.asking import Site
from tests.support.browser import DESKTOP, TELEPHONE, expect, person
from tests.support.commands import printed, run
from tests.support.sampling import crossed

VIEWS = ["#/print?routines=legs-back&minutes=20", "#/", "#/print?routines=full-body&kind=plan&minutes=20", "#/help"]
LOOKS = [(DESKTOP, False), (TELEPHONE, True)]


def test_a_massage_is_found_and_printed(browser: Any, site: Site, empty_folder: Path) -> None:
    with person(browser, site.address) as somebody:
        somebody.open()
        page = somebody.page
        page.get_by_label("Search").fill("relaxing back")
        page.locator(".gallery:not(:has-text('Back of the legs'))").wait_for()
        page.get_by_role("link", name="Relaxing back").click()
        somebody.wait_for_pages()
        expect(page.get_by_role("heading", level=1)).to_have_text("Relaxing back")
        expect(page.locator(".result .advice")).to_contain_text("Print it at 100%")
        assert page.locator("canvas").first.evaluate("canvas => canvas.width") > 300
        assert somebody.download() == printed("cards", "back-relaxing")


def test_words_areas_and_minutes_lead_to_massages(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open()
        page, titles = somebody.page, somebody.page.locator(".gallery strong")
        page.get_by_label("Search").fill("chair")
        page.locator(".gallery:not(:has-text('Back of the legs'))").wait_for()
        assert "Chair massage at the office" in titles.all_inner_texts()
        page.wait_for_url(lambda url: url.endswith("#/?search=chair"))
        page.get_by_label("Search").fill("")
        titles.filter(has_text="Back of the legs").wait_for()
        page.get_by_text("Legs", exact=True).click()
        assert {"Back of the legs", "Front of the legs"} <= set(titles.all_inner_texts())
        page.get_by_label("Time I have").select_option("15")
        page.get_by_label("Position").select_option("prone")
        expect(titles).to_have_text(["Back of the legs"])
        somebody.open(page.evaluate("location.hash"))
        expect(titles).to_have_text(["Back of the legs"])


def test_a_program_has_the_lengths_that_its_author_offers(browser: Any, site: Site) -> None:
    listed = run("list", "programs").output
    with person(browser, site.address) as somebody:
        somebody.open()
        for name in programs():
            (minutes,) = re.findall(rf"(?m)^ +{name} .*\((.+? min)\)", listed)
            expect(somebody.page.locator(f".gallery a[href*='routines={name}'] .time")).to_have_text(minutes)


def test_a_plan_of_twenty_minutes(browser: Any, site: Site, empty_folder: Path) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=legs-back")
        somebody.wait_for_pages()
        page = somebody.page
        page.get_by_role("radio", name="Plan").check()
        slider = page.get_by_role("slider", name="Minutes")
        slider.fill("20")
        page.get_by_text("No time for these extras").wait_for()
        expect(page.locator(".left-out")).to_contain_text("Stretch the leg")
        page.get_by_text("8 steps by the clock").click()
        expect(page.locator(".session")).to_contain_text("This one is not in yours: L6.")
        page.get_by_text("one page of A4.", exact=False).wait_for()
        assert somebody.download() == printed("plan", "legs-back", "--minutes", "20")


def test_a_link_holds_the_whole_choice(browser: Any, site: Site, empty_folder: Path) -> None:
    link = "#/print?routines=chest,face&kind=overview&stock=avery-5389&theme=mono&recipient=Zo%C3%AB&notes=No+oil."
    with person(browser, site.address) as somebody:
        somebody.open(link)
        somebody.wait_for_pages()
        page = somebody.page
        expect(page.get_by_label("Name")).to_have_value("Zoë")
        expect(page.get_by_label("I have ready-made sheets")).to_be_checked()
        expect(page.get_by_label("One card")).to_be_checked()
        options = ["--layout", "overview", "--stock", "avery-5389", "--theme", "mono", "--for", "Zoë"]
        assert somebody.download() == printed("cards", "chest", "face", *options, "--notes", "No oil.")
        before = page.url
        assert "Zo" not in before
        assert "oil" not in before
        page.reload()
        somebody.wait_for_pages()
        assert page.url == before
        expect(page.get_by_label("Name")).to_have_value("Zoë")
        page.get_by_label("Add another massage").select_option("feet")
        page.get_by_role("heading", name="Feet", level=1).wait_for()
        expect(page.get_by_label("Name")).to_have_value("Zoë")
        assert "Zo" not in page.url


def test_what_cannot_be_is_said_and_mended(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=full-body&minutes=20")
        page = somebody.page
        page.locator(".problems", has_text="not enough for a complete session").wait_for()
        expect(page.get_by_role("button", name="Download PDF")).to_be_disabled()
        page.get_by_role("slider", name="Minutes").fill("60")
        somebody.wait_for_pages()
        expect(page.locator(".problems")).to_have_text("")
        somebody.errors.clear()  # the browser itself notes that a request was refused


def test_no_barriers_on_any_view(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        for view, look in crossed(VIEWS, LOOKS):
            somebody.look(*look)
            somebody.open(view)
            if view.startswith("#/print"):
                somebody.page.locator("html[data-made], .faulty").first.wait_for(state="attached")
            assert somebody.barriers() == [], view
            assert not somebody.overflows(), view
        somebody.errors.clear()


@pytest.mark.thorough
def test_no_barriers_while_pages_are_out_of_date(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=full-body&kind=plan&minutes=60")
        somebody.wait_for_pages()
        page = somebody.page
        page.route("**/api/print", lambda _never_answered: None)
        page.get_by_label("Name").fill("Zoë")
        page.locator(".busy canvas").first.wait_for()
        assert somebody.barriers(".result") == []
        page.unroute("**/api/print")
        page.get_by_label("Name").fill("\N{GRINNING FACE}")
        page.locator(".faulty canvas").first.wait_for()
        assert somebody.barriers(".result") == []
        somebody.errors.clear()  # the browser itself notes that a request was refused


def test_the_keyboard_alone_is_enough(browser: Any, site: Site, empty_folder: Path) -> None:
    with person(browser, site.address, newcomer=True) as somebody:
        somebody.open()
        keyboard = somebody.page.keyboard
        for key in ["Tab", "Enter", "Tab", *"quick"]:  # past the links at the top, into the search
            keyboard.press(key)
        somebody.page.locator(".gallery li:only-child").wait_for()
        for key in ["Tab", "Tab", "Tab", "Tab", "Enter"]:  # position, minutes, areas, the only massage
            keyboard.press(key)
        somebody.wait_for_pages()
        while not somebody.page.evaluate("document.activeElement.closest('.kinds') !== null"):
            keyboard.press("Tab")
        keyboard.press("ArrowRight")
        keyboard.press("ArrowRight")
        somebody.page.get_by_text("one page of A4.", exact=False).wait_for()
        while not somebody.page.evaluate("document.activeElement.innerText === 'Download PDF'"):
            keyboard.press("Tab")
        with somebody.page.expect_download() as started:
            keyboard.press("Enter")
        assert Path(started.value.path()).read_bytes() == printed("plan", "hands-quick")


def test_a_link_to_somebodys_own_routine_says_what_is_lacking(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=mine.yaml")
        somebody.page.get_by_text("mine.yaml is not in this browser").wait_for()
        expect(somebody.page.get_by_role("button", name="Download PDF")).to_be_disabled()


def test_a_link_is_copied_without_what_is_private(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.context.grant_permissions(["clipboard-read", "clipboard-write"])
        somebody.print_nothing()
        somebody.open("#/print?routines=chest&recipient=Zo%C3%AB&notes=Sore+ribs")
        page = somebody.page
        page.get_by_role("button", name="Copy link").click()
        expect(page.locator(".copy-question")).to_contain_text("the name and the note")
        page.get_by_role("button", name="Copy without").click()
        page.get_by_role("button", name="Copied").wait_for()
        expect(page.locator(".copy-question")).to_contain_text("only on this computer")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.endswith("#/print?routines=chest")
        page.get_by_role("button", name="Copy").first.click()
        page.get_by_role("button", name="Copy with everything").click()
        page.get_by_role("button", name="Copied").wait_for()
        assert "Zo%C3%AB" in page.evaluate("navigator.clipboard.readText()")


def test_a_telephone_says_how_to_print_where_one_downloads(browser: Any, site: Site) -> None:
    with person(browser, site.address, TELEPHONE) as somebody:
        somebody.open("#/print?routines=chest")
        somebody.wait_for_pages()
        hint, button = somebody.page.locator(".hint"), somebody.page.get_by_role("button", name="Download PDF")
        expect(hint).to_contain_text("at 100% (actual size), on both sides, flipped on the long edge.")
        assert 0 < button.bounding_box()["y"] - hint.bounding_box()["y"] < 120
        somebody.download()
        hint.get_by_text("chest-cards.pdf has been downloaded").wait_for()
        expect(hint).to_contain_text("at 100%")
        assert not somebody.overflows()


def test_the_newest_choice_is_shown_and_pages_out_of_sight_take_no_memory(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=full-body&single=yes")
        somebody.wait_for_pages()
        page = somebody.page
        drawn = "all => all.filter((each) => each.width > 1).length"
        assert 0 < page.locator("canvas").evaluate_all(drawn) < 12 < page.locator("canvas").count()
        page.locator("canvas").last.scroll_into_view_if_needed()
        page.locator(".sheet:last-child canvas:not([width='1'])").wait_for()
        page.locator(".sheet:first-child canvas[width='1']").wait_for(state="attached")
        for kind in ("Booklet", "Plan", "Step cards", "Plan"):  # faster than any of them is made
            page.get_by_role("radio", name=kind).check()
        page.locator(".workbench:not(.busy) .made", has_text="One page of A4 and its back").wait_for()
        expect(page.locator("canvas")).to_have_count(2)


def test_the_last_of_several_views_is_shown(browser: Any, site: Site) -> None:
    with person(browser, site.address, newcomer=True) as somebody:
        somebody.open("#/help")
        page = somebody.page
        answered: list[Any] = []
        page.route("**/api/list", lambda route: answered.extend([route]))
        page.evaluate("location.hash = '#/'")
        page.wait_for_timeout(100)
        page.evaluate("location.hash = '#/help?100%'")
        page.get_by_role("heading", name="Help").wait_for()
        for route in answered:
            route.continue_()
        page.wait_for_timeout(300)
        expect(page.get_by_role("heading", level=1)).to_have_text("Help")


MANY_CALLS = """async () => {
    const { spaced } = await import("./dom.js");
    const seen = [];
    let now = 0;
    const run = spaced(() => seen.push(now), 3, 100);
    for (now = 0; now < 9; now += 1) run();
    const atOnce = [...seen];
    await new Promise((done) => setTimeout(done, 200));
    return [atOnce, seen];
}"""


def test_the_address_is_not_written_more_often_than_browsers_allow(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/help")
        assert somebody.page.evaluate(MANY_CALLS) == [[0, 1, 2], [0, 1, 2, 9]]


def test_a_failure_of_the_page_is_said_in_words(browser: Any, site: Site) -> None:
    with person(browser, site.address, newcomer=True) as somebody:
        somebody.page.route("**/api/list", lambda route: route.fulfill(status=200, body="no JSON"))
        somebody.open()
        expect(somebody.page.locator("main")).to_contain_text("Reload it")
        expect(somebody.page.locator("main")).not_to_contain_text("JSON")
        somebody.errors.clear()  # the failure itself
