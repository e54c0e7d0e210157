"""A booklet: correct page numbers, links and bookmarks, and pages on which everything fits."""

from __future__ import annotations

import io
import re
from functools import cache

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme, themes
from cardgen.errors import UserError
from cardgen.jobs.printout import Printout
from cardgen.layouts.booklet.book import Volume, lay_out_book
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.booklet import DEFAULT_CALIPER, arrange_booklet, measure_creep
from cardgen.sheets.format import Format
from cardgen.sheets.paper import booklet_page, booklet_pages, paper
from cardgen.units import MM, Box, Size
from cardgen.wording.book import word_book
from cardgen.wording.book_steps import BookStep
from cardgen.wording.deck import StepCard
from cardgen.wording.key_figures import EachWayFigure
from tests.support.printed import box_of, inside, overlaps, page_texts, problems, text_boxes, unembedded_fonts
from tests.support.printing import print_booklet
from tests.support.sampling import usually

WIDE, HIGH = paper("a4").size
LENGTHS: tuple[SessionLength, ...] = ("short", "standard", "long")
SIZES = list(booklet_pages())
LEAST_TYPE = 10
FOLDED = 48
"""The most pages that can be folded and stapled at home; `full-body` says less before a routine to keep to them."""
NEAREST = 4 * MM
"""The least distance of content from the cut (print facts: 3 to 5 mm)."""


@cache
def printed(name: str, **options: object) -> Printout:
    return print_booklet(plan(load_selection([name])), **options)  # type: ignore[arg-type]


def test_creep_moves_every_sheet_as_the_formula_says() -> None:
    plain, moved = (printed("back-and-legs", creep=creep) for creep in ("off", "auto"))
    order = arrange_booklet(2 * plain.pages)
    middle = paper("a4").size.height / 2
    compared = 0
    for side, before, after in zip(order.sides, text_boxes(plain.data), text_boxes(moved.data), strict=True):
        for (text, one), (_, other) in zip(before, after, strict=True):
            way = 1 if one.x < middle else -1
            expected = measure_creep(side.spreads[0].depth, DEFAULT_CALIPER)
            assert (other.x - one.x) * way == pytest.approx(expected, abs=0.05 * MM), text
            compared += 1
    assert compared > 500
    assert measure_creep(10, 0.1 * MM) == pytest.approx(1.3 * MM)


def test_four_small_pages_are_on_each_side_of_the_sheet_and_keep_their_order() -> None:
    for flip in ("long", "short"):
        printout = printed("feet", size="a6", flip=flip)
        with pikepdf.open(io.BytesIO(printout.data)) as pdf:
            assert pdf.Root.ViewerPreferences.Duplex == f"/DuplexFlip{flip.title()}Edge"
        numbers = {text: box for text, box in text_boxes(printout.data)[0] if text.isdecimal() and box.y > 0.95 * HIGH}
        assert {text: box.x > WIDE / 2 for text, box in numbers.items()} == {"20": False, "9": True}


@cache
def volume(name: str, size: str, theme_name: str = "standard", length: SessionLength | None = None) -> Volume:
    book = word_book(plan(load_selection([name]), length=length))
    return lay_out_book(book, Format(booklet_page(size)), theme(theme_name))


def texts(face: Face) -> list[Text]:
    return [mark for mark in face.marks if isinstance(mark, Text)]


def is_sign(text: str) -> bool:
    """Whether a text is a number or a letter on a timeline, next to a body, or in a repetition: not body text."""
    return re.fullmatch(r"[\d–, ]+|\w|×", text) is not None


def faults(made: Volume, size: Size) -> list[str]:
    live = Box(0, 0, *size).inset(NEAREST)
    found = []
    for number, face in enumerate(made.faces, 1):
        small = [mark.text for mark in texts(face) if mark.size < LEAST_TYPE - 0.01 and not is_sign(mark.text)]
        outside = [mark.text for mark in texts(face) if not inside(box_of(mark), live)]
        found += [f"page {number}: {text} is too small" for text in small]
        found += [f"page {number}: {text} is too near to the edge" for text in outside]
        found += [f"page {number}: {one} lies on {other}" for one, other in overlaps(face)]
    return found


@pytest.mark.one_in(16)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("theme_name", themes())
@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_the_full_body_is_sound(size: str, theme_name: str, length: SessionLength) -> None:
    assert faults(volume("full-body", size, theme_name, length), booklet_page(size)) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "title", ["Ripple the spine like a slow, sleepy caterpillar", "Wirbelsäulenentspannungsmassage im Liegen"]
)
def test_a_long_title_of_a_chapter_takes_more_lines_rather_than_smaller_type(title: str, size: str) -> None:
    book = word_book(plan(load_selection(["legs-back"])))
    chapter = book.chapters[0]
    assert chapter.other_side
    chapters = (
        replace(
            chapter,
            opener=replace(chapter.opener, title=title),
            other_side=replace(chapter.other_side, title=title),
        ),
    )
    made = lay_out_book(replace(book, chapters=chapters), Format(booklet_page(size)), theme("standard"))
    assert faults(made, booklet_page(size)) == []
    assert letters(title) in letters("".join(mark.text for face in made.faces for mark in texts(face)).replace("-", ""))


@pytest.mark.one_in(8)
@pytest.mark.parametrize("name", [*routines(), *programs()])
@pytest.mark.parametrize("size", SIZES)
def test_every_booklet_holds_everything(name: str, size: str) -> None:
    made = volume(name, size)
    assert faults(made, booklet_page(size)) == []
    pages = [letters("".join(mark.text for mark in texts(face))) for face in made.faces]
    book = word_book(plan(load_selection([name])))
    for step in book.steps:
        page = step_page(pages, step)
        card = step.card
        asked = [block.text for block in card.blocks if block.icon == "talk"]
        parts = [card.where, card.caution, *asked, *amounts(card), *details(step)]
        parts += [part for fact in card.facts if fact.needed or fact.amount for part in (fact.word, fact.note)]
        assert [part for part in parts if letters(part) not in page] == []
    blocks = [*book.safety, *book.preparation, *book.after]
    openers = [chapter.opener for chapter in book.chapters]
    whole = letters(" ".join(pages))
    if name != "full-body":
        blocks += [block for opener in openers for block in opener.blocks if block not in opener.for_some]
    blocks += [block for opener in openers for block in opener.keep_off]
    said = ("caution", "giver-", "receiver-")
    todo = [block.heading for opener in openers for block in opener.blocks if not block.icon.startswith(said)]
    todo += [block.text for opener in openers for block in opener.blocks if block.icon == "turn-over"]
    assert [text for text in todo if letters(text) not in whole] == []
    on_map = book.plan.safety_map
    assert [label.text for label in on_map.labels if letters(label.text) not in whole] == []
    written = [block for block in blocks if not set(block.text.split("\n")) <= set(on_map.said)]
    parts = [part for block in written for part in (block.heading, *block.text.split("\n"))]
    assert [part for part in parts if part not in on_map.said and letters(part) not in whole] == []


def letters(text: str) -> str:
    """A text without what setting it may change: spaces, capitals, the last period."""
    return re.sub(r"\s", "", text).lower().rstrip(".")


def step_page(pages: list[str], step: BookStep) -> str:
    """The page of a step, with the next one, on which its text may go on."""
    found = next(
        n for n, text in enumerate(pages) if letters(step.card.title) in text and letters(step.card.cue) in text
    )
    return "".join(pages[found : found + 2])


def amounts(card: StepCard) -> list[str]:
    """The parts of a key figure; of two ways round only their number, because their words are signs."""
    return [card.key.number] if isinstance(card.key, EachWayFigure) else card.key.line.split("; ")


def details(step: BookStep) -> list[str]:
    """What only the paragraphs of a step say, beside all of its facts."""
    text = step.details([fact for fact in step.card.facts if fact.topic != "time"])
    return [part for part in re.split(r"(?<=[.!?]) ", text) if part]


@pytest.mark.parametrize("name", ["joints", "full-body"])
def test_pages_are_a_multiple_of_four_and_the_last_is_the_back_cover(name: str) -> None:
    faces = volume(name, "a5").faces
    assert len(faces) % 4 == 0
    assert faces[-1].name.endswith("back cover")
    assert sum(face.name == "Notes" for face in faces) <= 3


def outline(data: bytes) -> list[tuple[str, int]]:
    """The bookmarks of a PDF: title and page, from 0."""
    with pypdfium2.PdfDocument(data) as document:
        return [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]


@pytest.mark.parametrize("name", ["back-and-legs", "full-body"])
def test_bookmarks_lead_to_the_pages_with_their_titles(name: str) -> None:
    made = printed(name, pages=True)
    pages = page_texts(made.data)
    marks = outline(made.data)
    assert len(marks) > 10
    assert [title for title, page in marks if title not in pages[page]] == []


CONTENTS = 2
"""The page with the contents, from 0."""


@pytest.mark.parametrize("name", ["joints", *usually("back-and-legs", "full-body")])
def test_contents_and_index_have_the_right_pages(name: str) -> None:
    made = printed(name, pages=True)
    pages = page_texts(made.data)
    contents, *_ = re.findall(r"Contents (.*)", pages[CONTENTS])
    several = len(load_selection([name]).routines) > 1
    for title, page in outline(made.data):
        number, _, step = title.partition(" ")
        if number.isdigit() == several or title in ("Contents", word_book(plan(load_selection([name]))).title):
            continue
        shown = step if number.isdigit() else title
        assert re.search(
            rf"{re.escape(shown)}[^0-9]*(\d+–\d+ )?{page + 1}\b|{page + 1} {re.escape(shown)}", contents
        ), title
    index = " ".join(text for text in pages if "Where each technique is" in text and text is not pages[CONTENTS])
    for step in word_book(plan(load_selection([name]))).steps:
        card = step.card
        page = next(n for n, text in enumerate(pages) if n > CONTENTS and card.title in text and card.cue in text)
        assert re.search(rf"{card.number} {re.escape(card.title)} {page + 1}\b", index), card.title


@pytest.mark.parametrize("name", ["back-and-legs", "joints"])
def test_links_in_the_contents_lead_to_the_pages_of_their_titles(name: str) -> None:
    made = printed(name, pages=True)
    texts_of = page_texts(made.data)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        names = {str(key): value for key, value in pdf.Root.Dests.items()} if "/Dests" in pdf.Root else {}
        targets = []
        for link in pdf.pages[CONTENTS].Annots:
            dest = link.get("/Dest") or link.A.D
            targets.append(numbers[names.get(str(dest), dest)[0].objgen])
    marks = [(title, page) for title, page in outline(made.data) if page != CONTENTS]
    steps = [title for title, _ in marks if title.partition(" ")[0].isdigit()]
    several = len(load_selection([name]).routines) > 1
    opener = word_book(plan(load_selection([name]))).title
    expected = [page for title, page in marks if (title not in steps if several else title != opener)]
    assert sorted(targets) == sorted(expected)
    assert all(title.partition(" ")[2 if title in steps else 0] in texts_of[page] for title, page in marks)


def test_page_labels_are_the_printed_numbers() -> None:
    with pikepdf.open(io.BytesIO(printed("joints", pages=True).data)) as pdf:
        assert [page.label for page in pdf.pages] == [str(number + 1) for number in range(len(pdf.pages))]


@pytest.mark.one_in(3)
@pytest.mark.parametrize(("size", "sheet"), [("a5", "a4"), ("a6", "a4"), ("a6", "letter"), ("half-letter", "letter")])
@pytest.mark.parametrize("theme_name", themes())
def test_the_pdf_is_sound_and_always_the_same(size: str, sheet: str, theme_name: str) -> None:
    made, again = (
        print_booklet(plan(load_selection(["back-and-legs"])), size=size, paper=sheet, theme=theme_name)
        for _ in range(2)
    )
    assert made.data == again.data
    assert problems(made.data) == []
    assert unembedded_fonts(made.data) == []
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        upright = (size, sheet) == ("a6", "a4")
        assert pdf.Root.ViewerPreferences.Duplex == ("/DuplexFlipLongEdge" if upright else "/DuplexFlipShortEdge")


def test_pages_too_large_for_the_paper_are_refused() -> None:
    with pytest.raises(UserError, match=r"(?s)too large for the paper.*a6, half-letter"):
        print_booklet(plan(load_selection(["joints"])), size="a5", paper="letter")


def test_several_routines_make_one_booklet() -> None:
    made = print_booklet(plan(load_selection(["joints", "partner"])), pages=True)
    text = " ".join(page_texts(made.data))
    assert "Joint movements + Partner massage" in text
    assert "Change position" in text


HALF = 0.5


@pytest.mark.parametrize("name", ["full-body", "legs-back", "joints"])
def test_no_page_is_less_than_half_full(name: str) -> None:
    made = volume(name, "a5")
    height = booklet_page("a5").height
    for face in made.faces:
        content = [box_of(mark) for mark in face.marks]
        lowest = max(box.bottom for box in content if box.bottom < height - 12 * MM)
        assert lowest > HALF * height, face.name


def test_the_full_body_has_at_most_48_pages() -> None:
    assert len(volume("full-body", "a5").faces) <= FOLDED
