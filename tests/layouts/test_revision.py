"""The revision at the foot of each card, which changes when anything on the card does, and how it is used."""

from __future__ import annotations

import re
import shlex
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

from cardgen import __version__
from cardgen.artwork.theme import theme
from cardgen.layouts.cards import layout, layouts
from cardgen.layouts.parts.revision import card_of
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.pdf.inspection.record import read_record
from cardgen.planning.planner import SessionLength, plan
from cardgen.scene.faces import Card, Face
from cardgen.scene.marks import Artwork, Text, Use
from cardgen.scene.marks import Path as Outlined
from cardgen.scene.outlines import circle
from cardgen.scene.record import CardEntry, Changes, Record
from cardgen.scene.text import CAP
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import Size
from cardgen.wording.cards import word_deck
from tests.support.commands import run
from tests.support.printed import SIZES, overlaps, page_texts
from tests.support.printing import print_plan
from tests.support.sampling import crossed

MARK = re.compile(r"[0-9a-f]{4}")
MIXED = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{4}")
"""A text that is surely a revision: neither a number nor a word."""


def cards(
    routine: str, layout_name: str, stock_name: str, duplex: bool, length: SessionLength | None = None
) -> list[Card]:
    form = Format(stock(stock_name).size)
    return list(
        layout(layout_name)(word_deck(plan(load_selection([routine]), length=length)), form, theme("standard"), duplex)
    )


WAYS = list(product((None, "short"), ("legs-back", "back-relaxing", "joints"), (True, False)))
"""Lengths, routines, and whether cards are printed on both sides."""


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("stock_name", "layout_name", "way"), crossed(SIZES, layouts(), WAYS))
def test_every_front_has_its_revision_at_the_foot(
    stock_name: str, layout_name: str, way: tuple[SessionLength | None, str, bool]
) -> None:
    length, routine, duplex = way
    for card in cards(routine, layout_name, stock_name, duplex, length):
        marks = [mark for mark in card.front.marks if isinstance(mark, Text) and mark.text == card.revision[:4]]
        assert len(marks) == 1
        assert MARK.fullmatch(marks[0].text)
        size = min(mark.size for mark in card.front.marks if isinstance(mark, Text))
        assert marks[0].size == size >= 8
        assert marks[0].x > card.front.size.width / 2
        assert marks[0].y - CAP * size > 0.9 * card.front.size.height
        assert list(overlaps(card.front)) == []
        assert not card.back or card.revision[:4] not in [getattr(mark, "text", "") for mark in card.back.marks]


def test_the_revision_is_printed() -> None:
    path = made("cards joints", "old.pdf")
    texts = page_texts(path.read_bytes())
    fronts = " ".join(texts[::2])
    assert all(card.mark in fronts for card in read_record(path).cards)
    assert not [word for text in texts[1::2] for word in text.split() if MIXED.fullmatch(word)]


def test_nothing_else_has_a_revision() -> None:
    text = " ".join(page_texts(print_plan(plan(load_selection(["joints"]))).data))
    assert not [word for word in text.split() if MIXED.fullmatch(word)]
    assert "\0" not in text


def revision(*marks: Text | Outlined | Use, back: tuple[Text, ...] = ()) -> str:
    faces = [Face("front", Size(100, 100), marks), *([Face("back", Size(100, 100), back)] if back else [])]
    return card_of(*faces).revision


def test_any_change_changes_the_revision() -> None:
    text = Text(1, 2, "Knead", "regular", 12, "#000000")
    dot = Outlined(circle(5, 5, 1), fill="#000000")
    art, other = (Artwork("same name", Size(10, 10), (Outlined(circle(5, 5, radius)),)) for radius in (1, 2))
    prints = [
        revision(text),
        revision(replace(text, text="Kneed")),
        revision(replace(text, x=1.5)),
        revision(replace(text, color="#111111")),
        revision(text, dot),
        revision(text, replace(dot, width=2)),
        revision(text, back=(text,)),
        revision(text, Use(art, 0, 0, 1)),
        revision(text, Use(art, 0, 1, 1)),
        revision(text, Use(other, 0, 0, 1)),
    ]
    assert len(set(prints)) == len(prints)
    assert revision(text, dot) == revision(text, dot)


def test_cards_that_are_printed_alike_have_the_same_revision() -> None:
    first, again = (cards("joints", "steps", "a6", True) for _ in range(2))
    assert [card.revision for card in first] == [card.revision for card in again]
    assert len({card.revision for card in first}) == len(first)


def test_a_change_of_the_back_alone_changes_the_revision() -> None:
    source = Path("mine.yaml")
    before = made("cards mine.yaml", "old.pdf")
    source.write_text(source.read_text(encoding="utf-8").replace("detail: ", "detail: Slowly. ", 1), encoding="utf-8")
    changed = Changes.between([read_record(before)], read_record(made("cards mine.yaml", "new.pdf")))
    assert len(changed.changed) == 1
    assert not changed.new


@pytest.fixture(autouse=True)
def in_a_folder(empty_folder: Path) -> None:
    Path("mine.yaml").write_text(routines()["joints"].read_text(encoding="utf-8"), encoding="utf-8")


def made(command: str, name: str) -> Path:
    assert run(*shlex.split(command), "-o", name).exit_code == 0
    return Path(name)


def compared(command: str) -> str:
    result = run(*shlex.split(command))
    assert result.exit_code == 0, result.output
    return result.output


def test_only_changed_cards_are_printed() -> None:
    old = read_record(made("cards mine.yaml", "old.pdf"))
    source = Path("mine.yaml")
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("cue: ", "cue: Softly. ", 1), encoding="utf-8")
    output = compared("cards mine.yaml --only-changed old.pdf")
    assert output.startswith("Wrote mine-cards-changed.pdf: 1 card on 2 pages")
    new = read_record(Path("mine-cards-changed.pdf"))
    name = next(card.name for card in new.cards if card.printed)
    assert f"Changed: {name}." in output
    mark = next(card.mark for card in old.cards if card.name == name)
    assert f"({mark})." in output
    texts = " ".join(page_texts(Path("mine-cards-changed.pdf").read_bytes()))
    assert "Softly." in texts
    assert len(new.cards) == len(old.cards)
    assert "nothing was written" in compared("cards mine.yaml --only-changed mine-cards-changed.pdf")


def test_nothing_is_written_when_nothing_differs() -> None:
    made("cards mine.yaml", "old.pdf")
    assert compared("cards mine.yaml --only-changed old.pdf --theme standard") == (
        "All 10 cards are the same as in old.pdf: nothing was written.\n"
    )
    assert sorted(path.name for path in Path().iterdir()) == ["mine.yaml", "old.pdf"]


def test_removed_cards_are_reported() -> None:
    old = read_record(made("cards mine.yaml", "old.pdf"))
    output = compared("cards mine.yaml --steps 1-3 --only-changed old.pdf")
    (left_out,) = (card for card in old.cards if card.name.endswith("Circle the shoulder"))
    assert f"{left_out.name} ({left_out.mark})" in output


@pytest.mark.parametrize("options", ["--stock a7", "--theme mono", "--layout overview", "--minutes 15"])
def test_other_options_are_reported(options: str) -> None:
    made("cards mine.yaml " + options, "old.pdf")
    output = compared("cards mine.yaml --only-changed old.pdf")
    assert f"old.pdf was made differently: by `cardgen cards mine.yaml {options}` (cardgen {__version__})." in output


@pytest.mark.parametrize(
    ("content", "reply"),
    [
        (b"", "is not a PDF"),
        (b"%PDF-1.7\n%%EOF", "was not made by cardgen"),
        (b"%PDF-1.7 <?xpacket begin=''?><dc:source>{}</dc:source><?xpacket end='r'?>", "cannot be read"),
        (b"%PDF-1.7 <?xpacket begin=''?><dc:source>\xff</dc:source><?xpacket end='r'?>", "cannot be read"),
        (None, "it does not exist"),
    ],
)
def test_a_file_that_is_not_an_earlier_print_is_refused(content: bytes | None, reply: str) -> None:
    if content is not None:
        Path("old.pdf").write_bytes(content)
    result = run("cards", "joints", "--only-changed", "old.pdf")
    assert result.exit_code == 2
    assert "old.pdf: " in result.output
    assert reply in result.output


def test_the_recorded_command_changes_no_card() -> None:
    old = read_record(made("cards mine.yaml --stock avery-8373 --bleed 0.1in", "old.pdf"))
    again = shlex.split(str(old.command))[1:]
    assert "nothing was written" in compared(shlex.join([*again, "--only-changed", "old.pdf"]))


def test_an_earlier_print_is_not_overwritten() -> None:
    made("cards mine.yaml", "mine-cards-changed.pdf")
    source = Path("mine.yaml")
    source.write_text(source.read_text(encoding="utf-8").replace("cue: ", "cue: Softly. ", 1), encoding="utf-8")
    output = compared("cards mine.yaml --only-changed mine-cards-changed.pdf")
    assert output.startswith("Wrote mine-cards-changed-again.pdf: 1 card")
    made("cards joints", "mine-cards.pdf")
    result = run("cards", "mine.yaml", "--only-changed", "mine-cards.pdf", "-o", "mine-cards.pdf")
    assert result.exit_code == 2
    assert "would be overwritten" in result.output


def test_an_own_stock_is_a_source() -> None:
    Path("own.yaml").write_text("summary: mine\nsource: a ruler\nwidth: 90 mm\nheight: 130 mm\n", encoding="utf-8")
    record = read_record(made("cards mine.yaml --stock own.yaml", "own.pdf"))
    assert [source.name for source in record.sources] == ["mine.yaml", "own.yaml"]


@pytest.mark.parametrize(("other", "command"), [("plan", "cards"), ("booklet", "plan"), ("cards", "booklet")])
def test_an_earlier_print_of_something_else_is_refused(other: str, command: str) -> None:
    made(f"{other} joints", "old.pdf")
    result = run(command, "joints", "--only-changed", "old.pdf")
    assert result.exit_code == 2
    assert f"This is a PDF of kind '{other}'; it cannot be compared with one of kind '{command}'." in result.output


def test_cards_of_the_same_name_are_distinguished() -> None:
    def deck(*revisions: str) -> Record:
        return Record("cards", cards=[CardEntry("Safety first, continued", revision) for revision in revisions])

    changes = Changes.between([deck("aa", "bb")], deck("aa", "cc", "dd"))
    assert [card.revision for card in changes.changed] == ["cc", "dd"]
    assert [card.revision for card in changes.gone] == ["bb"]


@pytest.mark.parametrize(("moved", "same"), [(1e-13, True), (0.001, False)])
def test_the_last_digits_of_a_sum_or_a_sine_change_no_revision(moved: float, same: bool) -> None:
    def revision(by: float) -> str:
        dot = Artwork("dot", Size(10, 10), (Outlined(circle(5 + by, 5, 2), fill="#111111"),))
        face = Face(
            "front", Size(200, 300), (Text(20 + by, 30, "Knead", "bold", 12, "#111111"), Use(dot, 40, 50 + by, 1))
        )
        return card_of(face).revision

    assert (revision(moved) == revision(0)) is same
