"""What a browser keeps of somebody's own routine: in two tabs, without storage, with pictures."""

from __future__ import annotations

from typing import Any

import yaml

from tests.support.asking import Site
from tests.support.browser import expect, person
from tests.support.writing import STEPS, begin, fill_step, saved


def test_two_tabs_show_the_same_routine(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        page.get_by_text("5 things to fill in").wait_for()
        other = somebody.context.new_page()
        other.goto(page.url)
        other.get_by_label("What to do, in a few words").fill("Hold the sacrum")
        page.get_by_role("button", name="Hold the sacrum").wait_for()
        expect(page.get_by_label("What to do, in a few words")).to_have_value("Hold the sacrum")
        page.get_by_label("Where on the body").fill("The sacrum")
        other.get_by_role("link", name="Choose").click()
        somebody.open(page.evaluate("location.hash"))
        expect(page.get_by_label("Where on the body")).to_have_value("The sacrum")
        somebody.errors.clear()


def test_a_browser_without_storage_says_so(browser: Any, site: Site) -> None:
    with person(browser, site.address, newcomer=True) as somebody:
        page = begin(somebody, "Tired back")
        page.evaluate(
            "IDBObjectStore.prototype.put = () => { throw new DOMException('Full', 'QuotaExceededError'); }; null"
        )
        page.get_by_label("What to do, in a few words").fill("Glide")
        page.get_by_text("This browser cannot keep your routine").wait_for()
        page.evaluate("location.hash = '#/write'")
        page.get_by_label("A copy of").select_option("chest")
        page.get_by_role("button", name="Copy", exact=True).click()
        page.get_by_text("This browser cannot keep your routine").wait_for()
        somebody.errors.clear()


def test_a_picture_can_be_taken_away_again(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        drawn = (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1 L8 8 L1 8 Z" fill="#000"/></svg>'
        )
        picture = {"name": "my fig.svg", "mimeType": "image/svg+xml", "buffer": drawn}
        page.get_by_label("Your own picture").set_input_files(picture)
        page.get_by_text("Now: my fig.svg").wait_for()
        page.get_by_text("Ready to print").wait_for()
        assert yaml.safe_load(saved(page, "Save file"))["steps"][0]["image"] == "my fig.svg"
        page.get_by_role("button", name="No picture").click()
        assert "image" not in yaml.safe_load(saved(page, "Save file"))["steps"][0]
        somebody.errors.clear()
