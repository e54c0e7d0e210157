"""Every document that cardgen tags follows PDF/UA-1 (ISO 14289-1), and says so."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from cardgen.artwork.theme import themes
from cardgen.library.finding import programs, routines
from tests.support.archives import archive_faults
from tests.support.commands import run
from tests.support.own_files import write_own
from tests.support.screen_reader import Node, Reading

pytestmark = pytest.mark.usefixtures("own_files")

DOCUMENTS = (
    "cards legs-back", "cards joints --stock business", "cards hands --sides front --minutes 10",
    "cards back-and-legs --layout overview", "cards full-body --layout overview --stock a5",
    "plan full-body", "plan joints --paper a5", "booklet legs-back",
    "booklet hands --pages", "legend", "calibrate", "calibrate --booklet", "body legs-back",
)  # fmt: skip
ARCHIVES = ("cards legs-back --pdfa", "plan joints --pdfa --attach", "booklet hands --pages --pdfa")
NAMESPACES = {
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
}


@cache
def made(command: str) -> bytes:
    target = Path("made.pdf").absolute()
    target.unlink(missing_ok=True)
    result = run(*command.split(), "-o", str(target))
    assert result.exit_code == 0, result.output
    return target.read_bytes()


@cache
def reading(command: str) -> Reading:
    return Reading(made(command))


def packet(data: bytes) -> ElementTree.Element:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return ElementTree.fromstring(pdf.Root.Metadata.read_bytes())


def claimed(data: bytes, name: str) -> str:
    found = packet(data).find(f".//{name}", NAMESPACES)
    return "" if found is None else str(found.text)


def nodes(command: str) -> list[Node]:
    return list(reading(command).document.walk())


@pytest.mark.parametrize("command", DOCUMENTS)
def test_a_document_claims_what_it_keeps(command: str) -> None:
    data = made(command)
    read = reading(command)
    root = read.pdf.Root
    assert claimed(data, "pdfuaid:part") == "1"
    assert root.MarkInfo.Marked
    assert not root.MarkInfo.get("/Suspects", False)
    assert root.Lang
    assert root.ViewerPreferences.DisplayDocTitle
    assert packet(data).find(".//{http://purl.org/dc/elements/1.1/}title")
    assert read.unmarked == 0


@pytest.mark.parametrize("command", ["cards hands --untagged", "plan hands --untagged --pdfa"])
def test_a_document_without_tags_claims_nothing(command: str) -> None:
    assert claimed(made(command), "pdfuaid:part") == ""


@pytest.mark.parametrize("command", DOCUMENTS)
def test_headings_begin_at_the_first_level_and_leave_none_out(command: str) -> None:
    levels = [int(node.role[1]) for node in nodes(command) if re.fullmatch(r"H\d", node.role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("command", DOCUMENTS)
def test_tables_have_as_many_cells_in_each_row(command: str) -> None:
    for node in nodes(command):
        if node.role == "Table":
            assert len({len(row.parts) for row in node.parts}) == 1
            assert all(any(cell.role == "TH" for cell in row.parts) for row in node.parts)


@pytest.mark.one_in(4)
@pytest.mark.parametrize("name", sorted({*routines(), *programs()} - {"feet"}))
def test_no_page_of_a_plan_has_a_single_row(name: str) -> None:
    """Of the feet, this paper is too small for a plan in large print."""
    tables = [node for node in nodes(f"plan {name} --large --paper a5") if node.role == "Table"]
    assert tables
    assert all(len(table.parts) > 2 for table in tables)


@pytest.mark.parametrize("command", DOCUMENTS)
def test_drawings_are_described_in_words(command: str) -> None:
    for node in nodes(command):
        if node.role == "Figure":
            assert re.match(r"[^\W\d_]", node.alt), node.alt
            assert node.alt[0].isupper()
            assert 2 * sum(map(str.isalpha, node.alt)) >= len(node.alt)
            assert ".." not in node.alt
        elif node.role == "TH":
            assert node.scope in ("Row", "Column")


@pytest.mark.parametrize("command", DOCUMENTS)
def test_links_are_described_and_in_tab_order(command: str) -> None:
    read = reading(command)
    links = [(page, link) for page in read.pdf.pages for link in page.get("/Annots", ())]
    assert bool(links) == (command == "booklet hands --pages")
    for page, link in links:
        assert re.search(r"\w, page \d+$", str(link.Contents))
        assert page.Tabs == "/S"
        assert int(link.F) & 4


@pytest.mark.parametrize("command", DOCUMENTS)
def test_every_character_has_its_letter(command: str) -> None:
    for page in reading(command).pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            assert "/FontFile2" in font.get("/FontDescriptor", {}) or "/ToUnicode" not in font
            assert "/ToUnicode" in font or font.BaseFont == "/Helvetica"


@pytest.mark.parametrize("theme", themes())
def test_every_theme_is_read_the_same(theme: str) -> None:
    heard = [reading(f"cards hands{option}").document.spoken() for option in ("", f" --theme {theme}")]
    assert heard[0] == heard[1]


def test_a_document_is_in_its_own_language() -> None:
    write_own("languages/tlh/words.yaml", "language: Klingon\nhands: {palms: Ghop}\n")
    data = made("cards hands --language tlh")
    assert Reading(data).pdf.Root.Lang == "tlh"
    assert claimed(data, "pdfuaid:part") == "1"


@pytest.mark.parametrize("command", ["cards full-body", "booklet legs-back", "booklet hands --pages"])
def test_long_documents_have_an_outline_in_reading_order(command: str) -> None:
    data = made(command)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        with pdf.open_outline() as outline:
            found = [(entry.title, numbers[entry.destination[0].objgen]) for entry in outline.root]
    assert len(found) > 5
    if command.startswith("cards"):
        assert [page for _, page in found] == sorted(page for _, page in found)
        assert all(page % 2 == 0 for _, page in found)
        assert "Back relaxation 1: Lay your hands down" in dict(found) or len(found) > 40


def test_pages_to_look_something_up_have_an_entry_and_a_heading_for_each_part() -> None:
    command = "legend --large --views"
    data = made(command)
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        found = [entry.title for entry in outline.root]
        assert len(found) < len(pdf.pages)
    assert found == [node.text for node in nodes(command) if node.role == "H1"]


@pytest.mark.parametrize("command", ARCHIVES)
def test_an_archive_follows_both_standards(command: str) -> None:
    data = made(command)
    assert claimed(data, "pdfuaid:part") == "1"
    assert claimed(data, "pdfaid:part") == ("3" if "attach" in command else "2")
    described = packet(data)
    assert claimed(data, "schema:namespaceURI") == NAMESPACES["pdfuaid"]
    assert claimed(data, "schema:prefix") == "pdfuaid"
    texts = [described.find(f".//property:{name}", NAMESPACES) for name in ("name", "valueType", "category")]
    assert [found is not None and found.text for found in texts] == ["part", "Integer", "internal"]
    assert archive_faults(data, "3b" if "attach" in command else "2b") == []
