"""One gate for every text, wherever it comes from: what no font can print is refused by name, the rest is printed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cardgen.artwork.icons import icons
from cardgen.characters import APART, normalize_text
from cardgen.files.folders import shipped_folder
from cardgen.scene.accents import place_accents, unplaced_accent
from cardgen.scene.fonts import FONT_FILES, missing_characters
from cardgen.scene.printability import explain_unprintable
from cardgen.scene.text import width
from tests.support.commands import run
from tests.support.own_files import forget_own_files, write_own
from tests.support.printed import page_texts
from tests.support.screen_reader import Reading

pytestmark = pytest.mark.usefixtures("own_files")

REFUSED = {
    "zero width space": ("a\u200bb", "U+200B"),
    "zero width joiner": ("a\u200db", "U+200D"),
    "byte order mark": ("a\ufeffb", "U+FEFF"),
    "bidi control": ("a\u202eb", "U+202E"),
    "bidi isolate": ("a\u2067b", "U+2067"),
    "replacement": ("a\ufffdb", "U+FFFD, which replaces a letter that was lost"),
    "private use": ("a\uf6d7b", "U+F6D7, which is a different sign in each font"),
    "object": ("a\ufffcb", "U+FFFC"),
    "accent alone": ("\u0301a", "U+0301, combining acute accent) without a letter"),
    "accent without a place": ("я\u0301", "U+0301, combining acute accent) on 'я'"),
    "two accents above": ("m\u0302\u0304", "U+0304, combining macron) on 'm"),
    "no glyph": ("揉", "U+63C9"),
}
SOURCES = ("routine", "table", "words", "icon", "recipient", "notes", "roster")


STEP = (
    "name: {text}\nsummary: A test.\narea: legs\nreceiver: prone\nsteps:\n  - {{id: a, name: Knead, "
    "technique: kneading, hands: palms, pressure: firm, repeat: 6, where: the calf, detail: Slowly., cue: Slowly.}}\n"
)
TABLE = (
    "row,name,summary,area,receiver,id,technique,hands,pressure,repeat,where,cue,detail\n"
    "routine,{text},A test.,legs,prone\nstep,Knead,,,,a,kneading,palms,firm,6,the calf,Slowly.,Slowly.\n"
)


def quoted(text: str) -> str:
    """A text in YAML, in which some characters may only be written by their numbers."""
    return '"' + "".join(f"\\u{ord(char):04x}" for char in text) + '"'


def print_from(source: str, text: str) -> str:
    """What the terminal shows when a text comes from one kind of source."""
    match source:
        case "routine":
            Path("mine.yaml").write_text(STEP.format(text=quoted(text)), encoding="utf-8")
            return run("cards", "mine.yaml", "-o", "made.pdf").output
        case "table":
            Path("mine.csv").write_text(TABLE.format(text=text), encoding="utf-8")
            return run("import", "mine.csv").output + run("cards", "mine.yaml", "-o", "made.pdf").output
        case "words":
            write_own("languages/tlh/words.yaml", f"language: Klingon\nhands: {{palms: {quoted(text)}}}\n")
            return run("cards", "hands", "--language", "tlh", "-o", "made.pdf").output
        case "icon":
            drawing = icons()["palms"].read_text(encoding="utf-8")
            end = drawing.index("</title>")
            write_own("icons/palms.svg", drawing[: drawing.index("<title>")] + f"<title>{text}" + drawing[end:])
            forget_own_files()
            return run("legend", "-o", "made.pdf").output
        case "recipient":
            return run("cards", "hands", "--for", text, "-o", "made.pdf").output
        case "notes":
            return run("cards", "hands", "--notes", text, "-o", "made.pdf").output
        case _:
            Path("roster.csv").write_text(f'routine,for\nhands,"{text}"\n', encoding="utf-8")
            return run("batch", "cards", "roster.csv", "--merge", "made.pdf").output


def printed() -> str:
    return " ".join(" ".join(page_texts(Path("made.pdf").read_bytes())).split())


@pytest.mark.parametrize("name", REFUSED)
def test_a_text_that_cannot_be_printed_is_refused_by_name(name: str) -> None:
    text, problem = REFUSED[name]
    assert problem in print_from("notes", text)
    assert not Path("made.pdf").exists()


@pytest.mark.parametrize("name", ["zero width space", "replacement", "private use", "accent without a place"])
@pytest.mark.parametrize("source", SOURCES)
def test_every_text_goes_through_the_same_gate(source: str, name: str) -> None:
    text, problem = REFUSED[name]
    assert problem in print_from(source, text)
    assert not Path("made.pdf").exists()


@pytest.mark.one_in(3)
@pytest.mark.parametrize("source", SOURCES)
def test_every_text_is_normalized_before_it_is_printed(source: str) -> None:
    print_from(source, unicodedata.normalize("NFD", "Zoë\tẹ̀kọ́"))
    assert "Zoë ẹ̀kọ́" in unicodedata.normalize("NFC", printed())


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("end", ["\n", "\r\n", " \n\t", "\t", "\u2028"])
def test_a_no_break_space_stays_where_a_text_has_several_lines(space: str, end: str) -> None:
    assert normalize_text(f" 5{space}ml{end}of oil{end}") == f"5{space}ml of oil"


@pytest.mark.parametrize("text", ["за́мок", "ẹ̀kọ́ ọ̀rọ̀", "m̀ n̄", "piṇḍa ṣẹ Ṛ", "abhyaṅga ḥ", "ạ́"])
def test_accents_are_placed_on_their_letters(text: str) -> None:
    text = normalize_text(text)
    assert explain_unprintable(text) is None
    for name in FONT_FILES:
        bare = "".join(char for char in text if not unicodedata.combining(char))
        assert width(text, name, 10) == pytest.approx(width(bare, name, 10))
        pieces = list(place_accents(text, name))
        assert "".join(piece.text for piece in pieces) == text
        start = ""
        for piece in pieces:
            if unicodedata.combining(piece.text[0]):
                assert width(start[:-1], name, 1) - 0.3 < piece.x < width(start, name, 1) + 0.6
            else:
                assert piece[:2] == (pytest.approx(width(start, name, 1)), 0)
            start += piece.text


def test_an_accent_is_drawn_above_the_middle_of_its_letter() -> None:
    """The ink of the accent, in the outlines of the font: over the letter, and on both sides of its middle."""
    with TTFont(shipped_folder("fonts") / FONT_FILES["regular"]) as font:
        glyphs, outlines, units = font.getBestCmap(), font["glyf"], font["head"].unitsPerEm
        for letter, accent in ("а\u0301", "и\u0301", "ẹ\u0300", "m\u0300"):
            x, y = list(place_accents(letter + accent, "regular"))[1][:2]
            drawn, below = outlines[glyphs[ord(accent)]], outlines[glyphs[ord(letter)]]
            middle = (below.xMin + below.xMax) / 2
            assert drawn.xMin + x * units < middle < drawn.xMax + x * units + 60
            assert drawn.yMin + y * units > below.yMax


def test_letters_that_the_fonts_lack_are_put_together() -> None:
    lacking = [chr(code) for code in range(0xC0, 0x3000) if missing_characters(chr(code))]
    joined = [char for char in lacking if unicodedata.normalize("NFC", char) == char and char.isalpha()]
    for char in joined:
        parts = unicodedata.normalize("NFD", char)
        apart = unicodedata.normalize("NFC", parts[:-1]) + parts[-1]
        placed = len(apart) == 2 and not missing_characters(apart) and not unplaced_accent(apart)
        assert placed == (ord(char) in APART)
        assert normalize_text(char) == (apart if placed else char)


def test_a_soft_hyphen_is_never_printed_inside_of_a_line() -> None:
    assert normalize_text("\u00admus\u00adcle\u00ad -\u00ad") == "mus\u00adcle -"
    assert width("mus\u00adcle", "regular", 10) == width("muscle", "regular", 10)
    run("cards", "hands", "--notes", "mus\u00adcle", "-o", "made.pdf")
    assert "muscle" in printed()


def test_accents_of_their_own_are_read_aloud_once() -> None:
    print_from("notes", "ẹ̀kọ́")
    heard = unicodedata.normalize("NFC", Reading(Path("made.pdf").read_bytes()).document.spoken())
    assert heard.count("ẹ̀kọ́") == 1
