"""What keeps a print from being made: in the words of the page, next to its choice, and mended with one click."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

from cardgen.sheets.paper import paper, papers
from cardgen.web import page_words
from cardgen.web.jobs import JOBS
from cardgen.web.page_words import TITLES, in_page_words, size_title
from tests.support.asking import Site, faults, told
from tests.support.browser import DESKTOP, TELEPHONE, expect, person
from tests.support.sampling import crossed, half, usually
from tests.support.writing import begin

FOREIGN = re.compile(r"<\w+[=>]|\[default|`|--\w|\bcardgen \w+\b(?<!cardgen adds)(?<!cardgen chooses)|_")
"""What only files and command lines say: marks of fields, options, commands, names with underscores."""
WRONG = [
    {"recipient": "\N{GRINNING FACE}"},
    {"copies": "x"},
    {"copies": "1000"},
    {"minutes": "3"},
    {"start_at": "99"},
    {"gap": "x"},
    {"bleed": "9cm"},
    {"border": "9cm"},
    {"stock": "a7", "large": True},
    {"order": "cut-stack", "start_at": "3"},
    {"single": True, "start_at": "3"},
    {"stock": "avery-5388", "paper": "a4"},
    {"laminate": True, "gap": "1mm"},
    {"printer": "mine"},
    {"notes": "x" * 601},
    {"minutes": "9", "length": "all"},
]


@pytest.mark.parametrize("fields", WRONG, ids=lambda fields: ", ".join(map(str, fields)))
def test_a_fault_has_no_word_of_files_or_of_a_command_line(fields: dict[str, object]) -> None:
    for fault in faults("print", print="cards", fields={"routines": ["legs-back"]} | fields):
        said = f"{fault['problem']} {fault['remedy']}"
        assert not FOREIGN.search(said), said
        for field in fault["fields"]:
            assert TITLES[field] in said or any(offer["label"] in said for offer in fault["offers"])


def test_the_help_of_every_choice_is_in_the_words_of_the_page() -> None:
    for fields in told("list")["fields"].values():
        for field in fields:
            assert not FOREIGN.search(f"{field['title']} {field['help']} {field['if_empty']}"), field
            for choice in field["choices"] or []:
                assert "-" not in choice["title"]


def test_every_field_of_a_print_has_a_title() -> None:
    for job_type in JOBS.values():
        assert {*job_type.__struct_fields__} <= TITLES.keys() | {"routines_folder", "only_changed", "deck"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Move it there; `cardgen new` writes an example.", "Move it there."),
        ("Choose another view ('cardgen list views'), or no drawing.", "Choose another view, or no drawing."),
        ("Take words that `cardgen list places` shows: 'thigh'.", "Take words: 'thigh'."),
        ("Save it. `cardgen new mine.yaml` writes a file. Then go.", "Save it. Then go."),
        ("`cardgen new --csv NAME` writes a table.", "“Save spreadsheet” of a copy writes a table."),
        ("`cardgen plan` refuses this.", "“Plan” refuses this."),
        ("Straighten the paper, or measure with `cardgen calibrate`.", "Straighten the paper."),
        ("Write <sides=front>, or leave out <start_at>.", "Choose “Fronts only”, or leave out “First free place”."),
        ("It takes 43 minutes: <minutes=43>.", "It takes 43 minutes: “How long: 43 min”."),
        ("Choose a larger stock, or <hole=ring>.", "Choose larger cards, or “Holes: One, for a ring”."),
        ("This stock is a sheet of letter, not of a4.", "These cards are on a sheet of Letter, not of A4."),
        ("In '<gap>' nothing is named.", "In '<gap>' nothing is named."),
    ],
)
def test_what_the_page_does_not_have_is_not_spoken_of(text: str, said: str) -> None:
    assert in_page_words(text) == said


@pytest.mark.parametrize("name", ["a4", "b5", "legal", "tabloid", "half-letter"])
def test_every_paper_has_its_name_in_a_report(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    added = {"b5": paper("a4"), "tabloid": paper("letter")}
    monkeypatch.setattr(page_words, "papers", lambda: papers() | added)
    assert in_page_words(f"It does not fit on a page of {name}.") == f"It does not fit on a page of {size_title(name)}."
    assert in_page_words(f"A sheet of {name}-like card.") == f"A sheet of {name}-like card."


def test_stocks_are_called_as_their_packages_are() -> None:
    names = ["avery-c32011", "half-letter", "pouch-a6", "pouch-a4-8", "index-3x5", "letter"]
    assert [size_title(name) for name in names] == [
        *("Avery C32011", "Half letter", "A6", "A4 for 8 cards", "Index 3x5", "Letter"),
    ]


@pytest.mark.parametrize("size", usually(TELEPHONE, DESKTOP), ids=str)
def test_a_limit_is_said_before_anything_is_sent(browser: Any, site: Site, size: tuple[int, int]) -> None:
    with person(browser, site.address, size) as somebody:
        somebody.open("#/print?routines=chest")
        somebody.wait_for_pages()
        page = somebody.page
        page.get_by_text("More options").click()
        expect(page.locator("[data-field=copies]")).to_contain_text("From 1 to 99")
        asked = len(somebody.asked)
        page.get_by_label("Copies").fill("999")
        page.locator("[data-field=copies] .beside", has_text="from 1 to 99").wait_for()
        assert [url for url in somebody.asked[asked:] if "api/print" in url] == []
        expect(page.locator(".made")).to_have_text(
            "This could not be made. The pages below are from before the change."
        )
        expect(page.locator(".result .advice")).to_have_text("")
        assert somebody.barriers() == []
        page.get_by_label("Copies").blur()
        page.evaluate("scrollTo(0, 0)")
        page.get_by_role("button", name="Show me where").click()
        expect(page.get_by_label("Copies")).to_be_focused()
        page.get_by_label("Copies").fill("2")
        page.locator(".workbench:not(.faulty) .made", has_text="cards on").wait_for()
        expect(page.locator(".beside, .problems li, [aria-invalid]")).to_have_count(0)


@pytest.mark.thorough
def test_a_long_text_is_counted_and_never_cut(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=chest")
        somebody.wait_for_pages()
        page = somebody.page
        note, room = page.get_by_label("A note to keep in mind"), page.locator("[data-field=notes] .room")
        note.fill("No oil. " * 10)
        expect(room).to_have_text("")
        note.fill("No oil. " * 74)
        expect(room).to_have_text("592 of 600 characters")
        note.fill("No oil. " * 80)
        expect(room).to_have_text("640 characters: 40 too many")
        page.locator(".problems", has_text="600 fit").wait_for()
        assert len(note.input_value()) == 640
        expect(page.get_by_role("button", name="Download PDF")).to_be_disabled()


FAULTY = [
    "#/print?routines=full-body&minutes=20",
    "#/print?routines=chest&order=cut-stack&start_at=3",
    "#/print?routines=chest&recipient=%F0%9F%98%80",
    "#/print?routines=nothing.yaml",
]


LOOKS = [(DESKTOP, True), (TELEPHONE, False), (TELEPHONE, True)]


def test_no_barriers_beside_faults(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        for view, look in crossed(half(FAULTY), LOOKS):
            somebody.look(*look)
            somebody.open(view)
            somebody.page.locator(".problems li").first.wait_for()
            assert somebody.barriers() == [], view
            assert not somebody.overflows(), view
        somebody.errors.clear()  # the browser itself notes that requests were refused


def test_a_remedy_is_one_click(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=full-body&minutes=20&kind=plan")
        page = somebody.page
        page.get_by_role("button", name="How long: 43 min").click()
        somebody.wait_for_pages()
        expect(page.get_by_role("slider", name="Minutes")).to_have_value("43")
        page.go_back()
        page.get_by_role("button", name="As much as fits").click()
        somebody.wait_for_pages(2)
        expect(page).to_have_url(re.compile("as_much_as_fits=yes"))
        somebody.open("#/print?routines=chest&order=cut-stack&start_at=3")
        page.get_by_role("button", name="Without").click()
        page.wait_for_selector(".made:not(:empty)")
        assert "cut-stack" not in page.url
        somebody.errors.clear()  # the browser itself notes that a request was refused


@pytest.mark.thorough
def test_a_plan_in_large_print_is_on_the_paper_that_is_marked(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.open("#/print?routines=legs-back&kind=plan&minutes=20")
        somebody.wait_for_pages()
        page = somebody.page
        page.get_by_label("Large print").check()
        somebody.wait_for_pages(2)
        expect(page.get_by_role("radio", name="A4", exact=True)).to_be_checked()
        expect(page.locator(".made")).to_contain_text("of A4")
        expect(page.locator(".result .advice")).to_contain_text("on both sides, flipped on the long edge")


def test_whom_it_is_for_is_told_what_a_search_for_the_same_words_is_told(browser: Any, site: Site) -> None:
    texts = ("Grandma", "for an old lady", "pregnant")
    with person(browser, site.address, TELEPHONE) as somebody:
        somebody.print_nothing()
        page, told_to_seeker = somebody.page, {}
        for text in texts:
            somebody.open("#/?" + f"search={text.replace(' ', '+')}")
            told_to_seeker[text] = page.locator(".search-note p").first.inner_text()
        somebody.open("#/print?routines=chest")
        for text, field in product(texts, ("Name", "A note to keep in mind")):
            page.get_by_label(field).fill(text)
            expect(page.locator(".whom .search-note p").first).to_have_text(told_to_seeker[text])
            assert not somebody.overflows()
            if (text, field) in crossed(texts, ("Name", "A note to keep in mind")):
                assert somebody.barriers(".whom") == []
            page.get_by_label(field).fill("")
        page.get_by_label("Name").fill("Ben")
        expect(page.locator(".whom .search-note")).to_have_text("")


def test_advice_becomes_a_note_with_one_click(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.print_nothing()
        somebody.open("#/print?routines=chest&notes=No+oil.")
        page = somebody.page
        page.get_by_label("Name").fill("Grandma")
        page.get_by_role("button", name="Add to the note").click()
        expect(page.get_by_label("A note to keep in mind")).to_have_value(re.compile("^No oil. Only light pressure"))
        expect(page.get_by_role("button", name="Add to the note")).to_have_count(0)


def test_the_last_choice_comes_back_until_somebody_starts_over(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        somebody.print_nothing()
        somebody.open("#/print?routines=legs-back&kind=plan&minutes=20&theme=mono")
        page = somebody.page
        page.get_by_label("Name").fill("Zoë")
        page.get_by_label("A note to keep in mind").fill("No oil.")
        page.wait_for_timeout(500)
        page.close()
        page = somebody.page = somebody.context.new_page()
        somebody.open()
        last = page.get_by_role("region", name="Last time")
        expect(last).to_contain_text("Back of the legs · Plan · 20 min · for Zoë")
        assert somebody.barriers() == []
        last.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("radio", name="Plan")).to_be_checked()
        expect(page.get_by_role("radio", name="Black and white")).to_be_checked()
        expect(page.get_by_label("Name")).to_have_value("Zoë")
        expect(page.get_by_label("A note to keep in mind")).to_have_value("No oil.")
        assert "Zo" not in page.url
        page.get_by_role("button", name="Start over").click()
        expect(page.get_by_label("Name")).to_have_value("")
        expect(page.get_by_role("radio", name="Step cards")).to_be_checked()
        somebody.open()
        page.get_by_role("button", name="Start over").click()
        expect(last).to_have_count(0)
        somebody.open()
        expect(last).to_have_count(0)


def test_a_routine_that_is_not_finished_leads_back_to_its_form(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        page.get_by_text("5 things to fill in").wait_for()
        somebody.open("#/print?routines=tired-back.yaml")
        page.get_by_text("Tired back is not finished.").wait_for()
        expect(page.get_by_role("button", name="Download PDF")).to_be_disabled()
        page.get_by_role("link", name="Edit Tired back").click()
        page.get_by_text("5 things to fill in").wait_for()
        somebody.errors.clear()
