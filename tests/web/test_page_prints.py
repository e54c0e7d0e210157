"""What the page prints: the same as the command line, and the choices that belong to each print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.asking import Site
from tests.support.browser import expect, person
from tests.support.commands import printed
from tests.support.sampling import Sampling

ALSO_ELSEWHERE = {
    "#/print?routines=hands-quick": ("cards", "hands-quick"),
    "#/print?routines=hands-quick&kind=overview": ("cards", "hands-quick", "--layout", "overview"),
    "#/print?routines=hands-quick&kind=plan&paper=letter": ("plan", "hands-quick", "--paper", "letter"),
    "#/print?routines=hands-quick&large=yes&stock=a5": ("cards", "hands-quick", "--large", "--stock", "a5"),
    "#/print?routines=hands-quick&kind=plan&large=yes": ("plan", "hands-quick", "--large", "--paper", "a4"),
}
"""What other tests of the page print, too, of other routines or in one go with other options."""
PRINTS = (ALSO_ELSEWHERE if Sampling.everything else {}) | {
    "#/print?routines=hands-quick&kind=booklet&theme=mono": ("booklet", "hands-quick", "--theme", "mono"),
    "#/print?routines=chest&single=yes&bleed=3mm&copies=2": (
        "cards",
        "chest",
        "--single",
        "--bleed",
        "3mm",
        "--copies",
        "2",
    ),
}


@pytest.mark.parametrize(("link", "command"), PRINTS.items(), ids=[" ".join(command) for command in PRINTS.values()])
def test_every_print_has_the_bytes_of_the_command_line(
    browser: Any, site: Site, empty_folder: Path, link: str, command: tuple[str, ...]
) -> None:
    with person(browser, site.address) as somebody:
        somebody.open(link)
        somebody.wait_for_pages()
        assert somebody.download() == printed(*command)


def test_a_program_has_a_usual_length_and_everything(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=back-and-legs&kind=plan")
        somebody.wait_for_pages()
        page = somebody.page
        expect(page.get_by_role("radio", name="Usual: about 45 min")).to_be_checked()
        page.locator(".left-out").wait_for()
        page.get_by_role("radio", name="Everything: about").check()
        somebody.wait_for_pages(2)
        expect(page.locator(".left-out")).to_have_count(0)
        expect(page).to_have_url(re.compile("length=all"))


def test_large_print_takes_cards_on_which_it_fits_and_gives_the_others_back(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=chest&stock=a7")
        somebody.wait_for_pages()
        page = somebody.page
        page.get_by_label("Large print").check()
        somebody.wait_for_pages(2)
        expect(page.locator(".problems")).to_have_text("")
        expect(page).to_have_url(re.compile("stock=a5"))
        expect(page.locator(".said")).to_have_text("Large print needs larger cards: they are A5 now, no longer A7.")
        page.get_by_label("Large print").uncheck()
        somebody.wait_for_pages(3)
        expect(page).to_have_url(re.compile("stock=a7"))
        expect(page.locator(".said")).to_have_text("The cards are A7 again.")


def test_only_options_of_what_is_printed_are_offered(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.print_nothing()
        somebody.open("#/print?routines=chest")
        page, options = somebody.page, somebody.page.locator(".more-fields [name]")
        page.get_by_text("More options").click()
        names = options.evaluate_all("all => all.map((each) => each.name)")
        assert {"copies", "hole", "manual_duplex"} <= set(names)
        assert not {"binding", "creep", "group_positions"} & set(names)
        page.get_by_role("radio", name="Booklet").check()
        assert "binding" in options.evaluate_all("all => all.map((each) => each.name)")


def test_one_card_says_that_it_has_the_safety_rules(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.print_nothing()
        somebody.open("#/print?routines=chest")
        expect(somebody.page.locator(".kinds")).to_contain_text("All steps and the safety rules")
        somebody.open("#/help")
        told = somebody.page.locator("main").inner_text()
        assert "All prints have the safety rules" in told
        assert "only on this computer" in told


@pytest.mark.parametrize(("link", "paper"), [("", "A4"), ("&paper=letter", "Letter")])
def test_the_first_ready_made_sheets_are_of_the_chosen_paper(browser: Any, site: Site, link: str, paper: str) -> None:
    with person(browser, site.address) as somebody:
        somebody.open(f"#/print?routines=joints{link}")
        somebody.wait_for_pages()
        somebody.page.get_by_label("I have ready-made sheets").check()
        expect(somebody.page.locator(".result")).to_contain_text(f"of {paper}")
