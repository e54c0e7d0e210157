"""A screen reader reads out everything once, in the order of reading, with words for drawings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from cardgen.layouts.cards import layouts
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.pdf import packed
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import StepCard
from cardgen.wording.key_figures import CountFigure
from cardgen.wording.words import words
from tests.support.commands import run
from tests.support.printed import page_texts, problems
from tests.support.printing import print_body, print_booklet, print_cards, print_legend, print_plan, print_test_sheet
from tests.support.sampling import crossed, half
from tests.support.screen_reader import Node, Reading

ROLES = {
    "Document", "Sect", "H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Reference",
    "Link", "Figure", "Span",
}  # fmt: skip
INSIDE = {"LI": "L", "LBody": "LI", "TR": "Table", "TD": "TR", "TH": "TR", "TOCI": "TOC", "Reference": "TOCI"}
"""The parents that certain elements must have."""
KINDS = (*layouts(), "front", "plan", "pages", "folded")
"""Every layout of cards, step cards on one side, the plan, and a booklet page by page and folded."""
PRINTS = crossed(half(routines()), KINDS)


def printed(session: Session, kind: str) -> bytes:
    match kind:
        case "plan":
            return print_plan(session).data
        case "pages" | "folded":
            return print_booklet(session, pages=kind != "folded").data
        case "front":
            return print_cards(session, sides="front").data
        case _:
            return print_cards(session, stock="a5", layout=kind).data


@cache
def session(name: str) -> Session:
    return plan(load_selection([name]))


@cache
def reading(name: str, kind: str) -> Reading:
    return Reading(printed(session(name), kind))


def adorns(text: str, name: str) -> bool:
    """Whether a text need not be read out: tabs, running heads, page numbers, small print, revisions."""
    deck = word_deck(session(name))
    names = {deck.name, *(section.name for section in deck.sections), words("en").say("do"), ""}
    if set(text.split(" · ")) <= names:
        return True
    return bool(re.fullmatch(r"Card [A-Z]+\d+(, [A-Z]+\d+)*|[A-Z]|\d+|\d+ / \d+|[0-9a-f]{4}", text))


def steps(name: str) -> list[StepCard]:
    return [step for section in word_deck(session(name)).sections for step in section.steps]


def sections(read: Reading) -> list[Node]:
    return list(read.document.parts)


def title(section: Node) -> str:
    return next(node.spoken() for node in section.walk() if node.role in ("H1", "H2"))


@pytest.mark.parametrize(("name", "kind"), PRINTS)
def test_everything_is_read_once_or_is_decoration(name: str, kind: str) -> None:
    read = reading(name, kind)
    assert read.unmarked == 0
    assert [text for text in read.adornment if not adorns(text, name)] == []
    owned = Counter(content for node in read.document.walk() for content in node.contents)
    assert set(owned) == set(read.texts)
    assert set(owned.values()) == {1}


@pytest.mark.parametrize(("name", "kind"), PRINTS)
def test_elements_have_known_roles_in_known_parents(name: str, kind: str) -> None:
    for node in reading(name, kind).document.walk():
        assert node.role in ROLES
        assert node.role != "Figure" or node.alt
        assert all(INSIDE.get(part.role, node.role) == node.role for part in node.parts)
        assert not (node.parts and node.contents)


@pytest.mark.parametrize(("name", "kind"), PRINTS)
def test_every_content_belongs_to_its_element(name: str, kind: str) -> None:
    read = reading(name, kind)
    numbers = read.pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    assert sorted(parents) == list(parents)
    for number, page in enumerate(read.pdf.pages):
        assert page.Tabs == "/S"
        for place, element in enumerate(parents[int(page.StructParents)]):
            kids = element.K if "/Type" not in element else []
            first = kids if isinstance(kids, int) else kids[0]
            assert (int(first), element.Pg.objgen) == (place, page.objgen)
            assert (number, place) in read.texts


def test_the_document_names_its_language_and_title() -> None:
    pdf = reading("legs-back", "steps").pdf
    assert pdf.Root.Lang == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.docinfo.Title == "Back of the legs"


@pytest.mark.one_in(8)
@pytest.mark.parametrize("kind", ["steps", "front"])
@pytest.mark.parametrize("name", routines())
def test_step_cards_follow_each_other_front_before_back(name: str, kind: str) -> None:
    titles = [title(section).removesuffix(", continued") for section in sections(reading(name, kind))]
    expected = [f"{step.name.number} {step.title}" for step in steps(name)]
    assert list(dict.fromkeys(found for found in titles if found[0].isdigit())) == expected
    if kind == "steps":
        assert all(titles.count(found) >= 2 for found in expected)
        fronts = [section for section in sections(reading(name, kind)) if _is_front(section)]
        assert [title(front) for front in fronts] == expected
        assert all(title(first) == title(second) for first, second in _with_backs(sections(reading(name, kind))))


def _is_front(section: Node) -> bool:
    """Whether it is the front of a step: "Now the other leg" shows the drawings of many, and no number in its title."""
    return title(section)[0].isdigit() and any(node.alt.startswith("Drawing: ") for node in section.walk())


def _with_backs(found: list[Node]) -> list[tuple[Node, Node]]:
    return [(first, second) for first, second in pairwise(found) if _is_front(first)]


@pytest.mark.one_in(6)
@pytest.mark.parametrize("name", routines())
def test_a_front_is_read_from_its_title_to_its_caution(name: str) -> None:
    fronts = [section for section in sections(reading(name, "steps")) if _is_front(section)]
    for step, front in zip(steps(name), fronts, strict=True):
        heard = front.spoken().removesuffix(f" {word_deck(session(name)).sections[0].name}")
        for text in (*step.other_limb, "More on the back", "See back"):
            heard = heard.removesuffix(f" {text}")
        heard = heard.replace(f"If you like · {step.where}", step.where)
        caution = [step.caution] if step.caution else []
        head = f"{step.name.number} {step.title} {step.where} {step.drawing_alt}"
        order = [head, *(fact.word for fact in step.facts[:1]), step.cue, *caution]
        found = [heard.find(text) for text in order]
        assert found == sorted(found)
        assert -1 not in (found[0], *found[3:])
        assert heard.endswith(f"Caution {step.caution}" if step.caution else step.cue)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", routines())
def test_amounts_are_read_as_one(name: str) -> None:
    fronts = [section for section in sections(reading(name, "steps")) if _is_front(section)]
    for step, front in zip(steps(name), fronts, strict=True):
        if isinstance(step.key, CountFigure):
            assert f"×{step.key.number} {step.key.unit}" in front.spoken()


def test_circles_both_ways_are_read_out() -> None:
    heard = reading("joints", "steps").document.spoken()
    assert "3 Clockwise 3 Counterclockwise" in heard
    assert "Drawing: passive movement. The hip joint. Light pressure, or none, 3 times in each direction" in heard


def test_a_back_is_read_from_its_title_to_what_comes_next() -> None:
    back = _with_backs(sections(reading("legs-back", "steps")))[0][1]
    assert back.spoken().startswith("1 Glide up the leg")
    assert " Do " not in back.spoken()
    assert "Both hands travel" in back.spoken()
    assert back.spoken().endswith(
        "Next: L2 Squeeze the calf Just above the ankle to the knee effleurage Back of the legs"
    )


@pytest.mark.parametrize("name", ["full-body", "evening-for-two"])
def test_the_name_of_a_deck_is_read_on_fronts_only(name: str) -> None:
    deck = word_deck(session(name)).name
    feet = [node for node in reading(name, "steps").document.walk() if node.role == "P" and node.text == deck]
    assert len(feet) > 3
    assert {page % 2 for node in feet for page, _ in node.contents} == {0}


def test_the_pages_of_a_folded_booklet_are_read_in_its_own_order() -> None:
    folded = [title(section) for section in sections(reading("legs-back", "folded"))]
    pages = [title(section) for section in sections(reading("legs-back", "pages"))]
    assert [found for found in folded if found != "Notes"] == pages
    assert pages[:3] == ["Back of the legs", "How to read a step", "Contents"]


def test_links_are_read_as_links() -> None:
    read = reading("legs-back", "pages")
    links = [node for node in read.document.walk() if node.role == "Link"]
    annotations = [link for page in read.pdf.pages for link in page.get("/Annots", [])]
    assert len(links) == len(annotations) > 20
    assert all(node.links == 1 for node in links)
    numbers = read.pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for link in annotations:
        element = parents[int(link.StructParent)]
        assert element.K[-1].Obj.objgen == link.objgen
    assert any(re.fullmatch(r"1 Glide up the leg, page \d+", str(link.Contents)) for link in annotations)
    assert not any(node.role == "Link" for node in reading("legs-back", "folded").document.walk())


def test_rows_of_a_table_have_as_many_cells_as_its_head() -> None:
    for kind in ("plan", "overview"):
        tables = [node for node in reading("legs-back", kind).document.walk() if node.role == "Table"]
        for table in tables:
            assert len({len(row.parts) for row in table.parts}) == 1
            assert all(any(cell.role == "TH" for cell in row.parts) for row in table.parts)


@pytest.mark.parametrize("name", ["legs-back", "full-body", "joints"])
def test_the_columns_of_a_plan_are_one_table(name: str) -> None:
    for section in sections(reading(name, "plan")):
        tables = [node for node in section.walk() if node.role == "Table"]
        assert len(tables) <= 1
        for table in tables:
            heads = [all(cell.role == "TH" for cell in row.parts) for row in table.parts]
            assert heads == [True, *[False] * (len(heads) - 1)]


def test_the_drawings_of_a_plan_are_described() -> None:
    alts = [node.alt for node in reading("legs-back", "plan").document.walk() if node.role == "Figure"]
    assert "Timeline: First leg from minute 1:15 to 13:35, Other leg from minute 13:55 to 26:15." in alts
    assert "Body with the number of each step at its place. Legs: L1–9." in alts


@pytest.mark.parametrize(
    "make",
    [lambda: print_legend().data, lambda: print_body("legs-back").data, print_test_sheet],
    ids=["legend", "body", "test sheet"],
)
def test_reference_pages_are_read(make: Callable[[], bytes]) -> None:
    read = Reading(make())
    assert read.unmarked == 0
    assert set(read.adornment) <= {node.text for node in read.document.walk() if node.role in ("H1", "H2")}
    assert [title(section) for section in sections(read)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_read_out_that_is_not_on_the_page(kind: str) -> None:
    data = printed(session("joints"), kind)
    texts = " ".join(page_texts(data))
    for node in Reading(data).document.walk():
        assert node.alt or all(line in texts for line in node.text.split() if node.role not in ("Figure", "Span"))
    assert problems(data) == []


def test_an_untagged_document_has_no_marked_content() -> None:
    read = Reading(print_cards(session("legs-back"), untagged=True).data)
    assert "/StructTreeRoot" not in read.pdf.Root
    assert read.texts == {}


@pytest.mark.parametrize("command", ["cards", "plan", "booklet"])
def test_the_commands_leave_out_tags_when_asked(command: str, tmp_path: Path) -> None:
    for flags, tagged in (((), True), (("--untagged",), False)):
        target = tmp_path / "out.pdf"
        assert run(command, "hands", *flags, "-o", str(target)).exit_code == 0
        assert ("/StructTreeRoot" in Reading(target.read_bytes()).pdf.Root) == tagged


def test_a_document_with_more_objects_than_a_stream_can_number_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    session = plan(load_selection(["chest"]))
    usual = print_cards(session).data
    monkeypatch.setattr(packed, "MOST_OBJECTS", 7)
    split = print_cards(session).data
    assert problems(split) == []
    assert split.count(b"/ObjStm") > usual.count(b"/ObjStm")
    assert page_texts(split) == page_texts(usual)
    with pikepdf.open(BytesIO(split)) as found, pikepdf.open(BytesIO(usual)) as other:
        titles = [[entry.title for entry in document.open_outline().root] for document in (found, other)]
    assert titles[0] == titles[1]
    assert titles[0]
