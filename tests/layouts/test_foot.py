"""The small print at the foot of a card never meets the text above it, on any stock and paper, nor with any border."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from cardgen.errors import UserError
from cardgen.jobs.cards import CardsJob
from cardgen.sheets.paper import papers
from cardgen.sheets.stock import stocks
from cardgen.wording.cards import word_deck
from tests.attack.expected import said_by
from tests.attack.oracle import judge
from tests.attack.passages import plain
from tests.attack.print_reader import Page, read_page, read_print

pytestmark = pytest.mark.usefixtures("empty_folder")

TWO_STEPS = """
name: Shoulders
summary: Two strokes.
area: back
receiver: prone
steps:
  - {id: a, name: Settle, technique: holding, where: Back, cue: Rest both palms., detail: Breathe., repeat: {hold: 30},
     hands: palms, pressure: light}
  - {id: b, name: Knead the top of the shoulder gently, technique: kneading, where: Shoulder, cue: Knead it.,
     detail: Slow., repeat: {times: 5}, hands: palms, pressure: light, caution: Keep off the neck.}
"""
LEAST_GAP = 0.5
"""Points between the lowest letter and the capitals of the small print."""
PRINTS = [(stock, paper) for number, stock in enumerate(stocks()) for paper in (None, sorted(papers())[number % 5])]


def printed(stock: str, paper: str | None, **options: str) -> bytes:
    Path("mine.yaml").write_text(TWO_STEPS, encoding="utf-8")
    try:
        return CardsJob(routines=("mine.yaml",), stock=stock, paper=paper, **options).run().data  # type: ignore[arg-type]
    except UserError:
        return b""  # the stock does not go with the paper, or the card is too small for the border


def gaps(page: Page) -> list[float]:
    """From each line of small print up to the nearest text above it."""
    found = []
    for foot in page.runs:
        if foot.text == "Shoulders" or "·" in foot.text:
            above = [run for run in page.runs if run.box.y < foot.box.y and _meets(run.box, foot.box)]
            found += [min(foot.box.y - run.box.bottom for run in above)] if above else []
    return found


def _meets(one: object, other: object) -> bool:
    return one.x < other.right and one.right > other.x  # type: ignore[attr-defined]


@pytest.mark.one_in(12)
@pytest.mark.parametrize(("stock", "paper"), PRINTS)
def test_what_comes_next_never_meets_the_foot(stock: str, paper: str | None) -> None:
    data = printed(stock, paper)
    if data:
        assert list(judge(data)) == []
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert all(gap > LEAST_GAP for page in pdf.pages for gap in gaps(read_page(page)))


@pytest.mark.one_in(4)
@pytest.mark.parametrize("border", ["0mm", "9mm", "12mm"])
@pytest.mark.parametrize("layout", ["steps", "overview"])
@pytest.mark.parametrize("stock", ["a7", "poker", "business-us", "a6"])
def test_a_border_lifts_the_foot_and_all_above_it(stock: str, layout: str, border: str) -> None:
    if data := printed(stock, None, layout=layout, border=border):
        assert list(judge(data)) == []


LONG_TIMES = """
name: Long strokes
summary: Strokes that take long.
area: arms
receiver: supine
steps:
  - id: one
    name: Spread the little bones of the hand apart
    technique: vibration
    where: Where the neck meets the skull, a thumb's width from the middle
    cue: Let your own weight do what your thumbs would like to do.
    detail: "{detail}"
    repeat: {times}
    hands: {{use: palms, note: one hand on the other}}
    direction: {{way: toward-feet, note: as far as it gives}}
    pressure: {{level: medium, zones: [{{at: the edge of the bone, level: feather}}]}}
    caution: Gently over old breaks. Ask which ones ache before rain. Let go at once when a finger tingles.
    sides: each
  - {{id: two, name: Rest, technique: holding, where: Hand, cue: Rest., detail: Rest., repeat: {{hold: 30 s}}}}
"""


@pytest.mark.one_in(8)
@pytest.mark.parametrize("sides", ["front", "duplex"])
@pytest.mark.parametrize("stock", ["pouch-credit", "id-1", "business", "poker"])
@pytest.mark.parametrize("times", [61, 250, 433, 900])
def test_a_long_time_is_never_left_out(times: int, stock: str, sides: Literal["front", "duplex"]) -> None:
    detail = "The first pass asks, the second answers, the third agrees. " * 5
    text = LONG_TIMES.format(detail=detail, times=times)
    Path("mine.yaml").write_text(text, encoding="utf-8")
    job = CardsJob(routines=("mine.yaml",), stock=stock, sides=sides)
    made = job.run()
    assert list(judge(made.data, said_by(text, job, made.record))) == []
    (card, _) = (card for _, card in word_deck(job.plan()).steps)
    time = next(fact.word for fact in card.facts if fact.topic == "time")
    read = [plain(block.text) for face in read_print(made.data)[1] for block in (*face.blocks, *face.decoration)]
    assert any(plain(time.removeprefix("about ")) in text for text in read)
