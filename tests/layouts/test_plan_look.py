"""How a plan looks: its tab, its columns, its frames, its type, and the bar of its session."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.artwork.theme import theme
from cardgen.library.loading import load_selection
from cardgen.model.card_name import CardName
from cardgen.planning.planner import plan
from cardgen.scene.marks import Path as DrawnPath
from cardgen.units import MM
from cardgen.wording.key_figures import WordFigure
from cardgen.wording.sentences import word_cards
from tests.support.kept import session_of
from tests.support.plans import face_of, face_text, many, texts
from tests.support.printed import box_of, inside

MOST_HOLE = 12 * MM
"""From the last line above the small print of a plan down to it."""


def test_the_letter_is_about_in_the_middle_of_its_tab() -> None:
    """It is a little farther from the edge, where a printer loses some of the tab."""
    for name in ("legs-back", "neck", "face", "joints"):
        page, face = face_of(plan(load_selection([name])))
        outer = [mark for mark in face.marks if isinstance(mark, DrawnPath) and mark.fill]
        tab = next(box_of(mark) for mark in outer if box_of(mark).right > face.size.width - 0.1)
        letter = next(box_of(mark) for mark in texts(face) if mark.text == page.tab.letter and mark.x > tab.x)
        off = (letter.x + letter.right - tab.x - tab.right) / 2
        assert -1.5 * MM < off < 0.1 * MM, name


def test_the_columns_of_steps_end_at_one_height() -> None:
    for name in ("legs-back", "neck", "back-energising"):
        _, face = face_of(plan(load_selection([name])))
        rules = [box_of(mark) for mark in face.marks if isinstance(mark, DrawnPath) and mark.stroke and not mark.fill]
        middle = face.size.width / 2
        ends = [
            max(box.y for box in rules if box.width > 60 * MM and box.width < 100 * MM and (box.x > middle) == at_right)
            for at_right in (False, True)
        ]
        assert ends[0] == pytest.approx(ends[1], abs=1 * MM), name


def test_the_name_of_its_card_is_the_only_number_of_a_step_on_a_square() -> None:
    for names in (["joints"], ["full-body"]):
        page, face = face_of(plan(load_selection(names)))
        squares = [box_of(mark) for mark in face.marks if isinstance(mark, DrawnPath) and mark.fill and not mark.stroke]
        for row in filter(lambda row: row.card, page.rows):
            names = [box_of(mark) for mark in texts(face) if mark.text == str(row.card)]
            on_squares = [inside(name, square) and square.width < 8 * MM for name in names for square in squares]
            assert sum(on_squares) == 1, row.card


@pytest.mark.parametrize(("minutes", "said"), [(60, ["1,", "4", "5,", "7"]), (75, ["1…7"])])
def test_the_bars_of_a_timeline_have_the_numbers_of_cards_below_their_letter(minutes: int, said: list[str]) -> None:
    """Of several steps that share a bar: all on two lines; in a low bar, and not in a row, the first and the last."""
    page, face = face_of(plan(load_selection(["full-body"]), minutes=minutes))
    left_out = [bar.cards[0].number for bar in page.bars if bar.cards and bar.cards[0].letter == "K"]
    assert left_out == 2 * [1, 4, 5, 7]
    printed = " ".join(mark.text for mark in texts(face) if mark.font == "semibold")
    assert printed.count(" ".join(said)) >= 2
    assert not any(mark.text == "14" for mark in texts(face) if mark.font == "semibold")


def test_the_body_of_a_plan_names_cards() -> None:
    page, _ = face_of(plan(load_selection(["back-relaxing"]), minutes=20))
    assert [str(site.card) for site in page.sites] == [str(row.card) for row in page.rows if row.card]
    assert word_cards([CardName("B", 1), CardName("B", 2), CardName("B", 3), CardName("B", 7), CardName("L", 2)]) == (
        "B1–3, 7, L2"
    )


def test_the_fewer_steps_the_larger_the_type(tmp_path: Path) -> None:
    sizes: dict[tuple[bool, bool], list[float]] = {}
    for count in (4, 8, 12, 30, 80):
        page, face = face_of(many(count, tmp_path))
        has_icons = page.labels["column_minutes"] in face_text(face)
        has_cautions = page.rows[1].caution in face_text(face)
        size = next(mark.size for mark in texts(face) if mark.text == "Push")
        sizes.setdefault((has_icons, has_cautions), []).append(size)
    assert all(found == sorted(found, reverse=True) for found in sizes.values()), "in each kind of table"
    assert sizes[True, True][0] >= 12


def test_a_line_for_each_step_is_in_large_type() -> None:
    page, face = face_of(plan(load_selection(["full-body"]), minutes=120))
    assert page.rows[2].caution not in face_text(face)
    sizes = [mark.size for mark in texts(face) for row in page.rows if mark.text == row.name]
    assert min(sizes) >= 9.5
    amounts = [", ".join(row.key.lines) for row in page.rows if isinstance(row.key, WordFigure)]
    assert [amount for amount in amounts if amount not in face_text(face)] == []


def test_the_bar_spans_the_session() -> None:
    page, face = face_of(plan(load_selection(["legs-back"]), minutes=30))
    bars = [bar for bar in page.bars if [card.number for card in bar.cards] == [4]]
    digits = [mark for mark in texts(face) if mark.text == "4" and mark.font == "semibold"]
    ticks = {mark.text: box_of(mark) for mark in texts(face) if mark.font == "medium"}
    zero, thirty = (ticks[label].x + ticks[label].width / 2 for label in ("0", "30"))
    for bar, digit in zip(bars, digits, strict=True):
        middle = box_of(digit).x + box_of(digit).width / 2
        assert middle == pytest.approx(zero + (bar.start + bar.end) / 120 / 30 * (thirty - zero), abs=1)
    assert list(ticks) == ["0", "5", "10", "15", "20", "25", "30"]


@pytest.mark.parametrize("minutes", [20, 24, 27, 30])
def test_a_plan_has_no_hole_above_its_small_print(minutes: int) -> None:
    """The lines for notes are there where exactly as much room is left as they need."""
    page, face = face_of(plan(load_selection(["legs-back"]), minutes=minutes))
    small = next(mark.y for mark in texts(face) if mark.text.startswith(page.labels["estimates"]))
    rules = [box_of(mark).bottom for mark in face.marks if isinstance(mark, DrawnPath) and box_of(mark).width > 60 * MM]
    assert small - max([*rules, *(mark.y for mark in texts(face) if mark.y < small - 1)]) < MOST_HOLE


def test_bands_divide_a_long_table() -> None:
    page, face = face_of(session_of("full-body"))
    washes = {row.tab.area: theme("standard").accents[row.tab.area].wash for row in page.rows if row.is_heading}
    bands = {mark.fill for mark in face.marks if isinstance(mark, DrawnPath) and box_of(mark).width > 80 * MM}
    assert set(washes.values()) <= bands
