"""Reports on a routine that is written in the page: in the words of its form, never in those of a file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.asking import Site, told
from tests.support.browser import Person, expect, person
from tests.support.writing import STEPS, begin, fill_step

FOREIGN = re.compile(r"`|'[a-z_]+: |\{|\[|\bcardgen (list|new|check|import)\b|\(line \d")
"""What only a file or a command line says."""
SAY = """async ([places, faults]) => {
    const { FormWords } = await import("./form_words.js");
    const words = new FormWords();
    for (const [path, title, values] of places) words.add(path, title, values);
    return faults.map((fault) => words.say(fault));
}"""
FORM = """async () => {
    const [{ Form }, { stepForm }, { routineForm }, { askOnce }] = await Promise.all(
        ["./fields.js", "./step_form.js", "./routine_form.js", "./api.js"].map((name) => import(name)));
    const data = { name: "Mine", area: "back", receiver: "prone", steps: [{}] };
    const form = new Form(data, () => {}, (extra) => ({ routine: "a.yaml", files: { "a.yaml": "{}" }, ...extra }));
    const [all, vocabulary] = await Promise.all([askOnce("list"), askOnce("vocabulary")]);
    routineForm(form, all, vocabulary);
    stepForm(form, 0, data, {}, vocabulary);
    return (faults) => faults.map((fault) => form.say(fault));
}"""
NOT_WRITTEN_HERE = {"program", "stock", "missing-words", "unknown-words", "loose-reference"}
"""Files that the page does not write, and one that says more than its form."""
WARNED = [
    path
    for path in sorted((Path(__file__).parents[1] / "data" / "warnings").glob("*.yaml"))
    if path.stem not in NOT_WRITTEN_HERE
]


@pytest.fixture(scope="module")
def writer(browser: Any, site: Site) -> Any:
    with person(browser, site.address) as somebody:
        somebody.open("#/write")
        yield somebody


@pytest.mark.one_in(6)
@pytest.mark.parametrize("path", WARNED, ids=lambda path: path.stem)
def test_a_warning_has_no_word_of_a_file(writer: Person, path: Path) -> None:
    found = told("check", routine=path.name, files={path.name: path.read_text(encoding="utf-8")})["faults"]
    said = writer.page.evaluate(f"async (faults) => (await (window.sayInForm ??= ({FORM})()))(faults)", found)
    for text in said:
        quoted = re.sub(r"“[^”]*”", "", text)
        assert not FOREIGN.search(quoted), text


@pytest.mark.parametrize(
    ("problem", "remedy", "said"),
    [
        ("cue: this text is empty.", "Write 'cue: ...'.", "This text is empty. Write “At the table”."),
        ("It has none.", "Add 'repeat: {times: 3}', or hold.", "It has none. Add “How much: 3 times”, or hold."),
        ("It is lost.", "Write 'sides: each'.", "It is lost. Write “Both sides: One, then the other”."),
        ("'each: side' stands alone.", "", "“for each side” stands alone."),
        ("'Glide: up' is long.", "", "'Glide: up' is long."),
    ],
)
def test_a_file_says_it_otherwise(writer: Person, problem: str, remedy: str, said: str) -> None:
    places = [
        [["steps", 0, "cue"], "At the table", []],
        [["steps", 0, "repeat"], "How much", []],
        [["sides"], "Both sides", [["each", "One, then the other"]]],
    ]
    fault = {"place": ["steps", 0, "cue"], "problem": problem, "remedy": remedy}
    assert writer.page.evaluate(SAY, [places, [fault]]) == [said]


def test_the_same_key_of_a_step_and_of_a_routine_has_two_titles(writer: Person) -> None:
    places = [[["name"], "Title", []], [["steps", 0, "name"], "What to do", []]]
    faults = [
        {"place": place, "problem": "'name' is long.", "remedy": ""} for place in (["name"], ["steps", 1, "name"])
    ]
    assert writer.page.evaluate(SAY, [places, faults]) == ["“Title” is long.", "“What to do” is long."]


def test_what_is_to_be_mended_is_named_and_leads_there(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "Tired back")
        fill_step(page, *STEPS[0])
        page.get_by_text("Ready to print").wait_for()
        page.get_by_role("button", name="Add a step").click()
        fill_step(page, *STEPS[1])
        page.get_by_label("At the table").fill("Press, and " * 12)
        page.get_by_text("1 thing to correct").wait_for()
        page.get_by_role("button", name="Glide up the back").click()
        page.get_by_role("button", name="Step 2: “At the table”").click()
        expect(page.get_by_label("At the table")).to_be_focused()
        expect(page.get_by_label("Where on the body")).to_have_value(STEPS[1][1])
        page.get_by_label("At the table").fill(STEPS[1][2])
        page.get_by_text("to think about:").wait_for()
        page.get_by_role("button", name="Step 1: “How much”").click()
        expect(page.get_by_label("Where on the body")).to_have_value(STEPS[0][1])
        assert somebody.barriers(".card-result") == []
        somebody.errors.clear()


def test_a_long_text_of_a_form_is_counted_and_never_cut(browser: Any, site: Site) -> None:
    with person(browser, site.address) as somebody:
        page = begin(somebody, "A massage with a title that is far too long for any card at all")
        title = page.get_by_label("Title", exact=True)
        page.locator(".slot", has=title).get_by_text("63 characters: 15 too many").wait_for()
        page.locator(".slot", has=title).locator(".error").wait_for()
        title.fill("Short")
        page.get_by_text("5 things to fill in").wait_for()
        expect(page.locator(".room.over")).to_have_count(0)
        somebody.errors.clear()
