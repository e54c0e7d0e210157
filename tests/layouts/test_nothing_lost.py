"""What does not fit on a face goes to another one, or is an error that names the card: nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import UserError
from cardgen.layouts.cards import layout, layouts
from cardgen.layouts.cards.overview.scale import OverviewScale
from cardgen.layouts.cards.steps.scale import step_scale
from cardgen.layouts.parts.scales import scale_for
from cardgen.library.finding import routines
from cardgen.library.loading import load_selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.scene.faces import Face
from cardgen.scene.marks import Text
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Block, Deck
from cardgen.wording.times import clock
from tests.support.kept import deck_of as kept_deck_of
from tests.support.kept import session_of
from tests.support.printed import SIZES, face_text, missing_texts, overlaps, page_texts
from tests.support.printing import print_cards, print_plan
from tests.support.sampling import crossed

ROUTINE = """
name: {name}
summary: A test.
area: back
receiver: prone
steps:
  - id: one
    name: One
    technique: kneading
    where: The back
    repeat: {{extent: {extent}}}
    cue: Knead.
    detail: Knead the muscles.
"""
BESIDE_A_DECK = {"order"}
"""Layouts that are used with the cards of a deck, which say how the steps are done."""
LONG_NAME = "A routine that has a really rather very long name"[:48]


def faces(deck: Deck, layout_name: str, stock_name: str, duplex: bool = True) -> list[Face]:
    cards = layout(layout_name)(deck, Format(stock(stock_name).size), theme("standard"), duplex)
    return [face for card in cards for face in card if face]


def deck_of(folder: Path, name: str = "Test", extent: str = "All over") -> Deck:
    path = folder / "routine.yaml"
    path.write_text(ROUTINE.format(name=name, extent=extent), encoding="utf-8")
    return word_deck(plan(load_selection([str(path)])))


@pytest.mark.one_in(4)
@pytest.mark.parametrize(
    ("routine", "stock_name", "length", "duplex"),
    [(*pair, *way) for *pair, way in crossed(routines(), SIZES, [(None, True), ("short", False)])],
)
def test_every_fact_and_note_of_a_step_is_on_its_faces(
    routine: str, stock_name: str, length: SessionLength | None, duplex: bool
) -> None:
    deck = word_deck(plan(load_selection([routine]), length=length))
    assert missing_texts(deck, faces(deck, "steps", stock_name, duplex)) == []


@pytest.mark.parametrize("layout_name", sorted(layouts().keys() - BESIDE_A_DECK))
def test_every_layout_has_every_title_amount_and_caution(layout_name: str) -> None:
    """A new layout, too."""
    deck = kept_deck_of(session_of("legs-back"))
    text = " ".join(" ".join(map(face_text, faces(deck, layout_name, "a5"))).split())
    said = [part for _, step in deck.steps for part in (step.title, step.key.line.lstrip("×"), step.caution)]
    assert [part for part in said if part not in text] == []


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_an_amount_too_long_for_a_row_is_printed_whole_or_reported(tmp_path: Path, stock_name: str) -> None:
    extent = "Pneumonoultramicroscopicsilicovolcanoconiosisly"
    deck = deck_of(tmp_path, extent=extent)
    try:
        text = " ".join(map(face_text, faces(deck, "overview", stock_name)))
        assert extent in text.replace("-", "")  # the word may be broken with hyphens
    except UserError as error:
        assert "does not fit" in str(error)  # noqa: PT017


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_a_long_title_stays_legible(tmp_path: Path, stock_name: str) -> None:
    deck = deck_of(tmp_path, name=LONG_NAME)
    size = stock(stock_name).size
    steps = step_scale(size)
    leasts = {
        "steps": min(steps.least_title, steps.least_body, steps.least_fact, steps.least_caution),
        "overview": scale_for(size, "overview", list[OverviewScale]).least,
    }
    for layout_name, least in leasts.items():
        for face in faces(deck, layout_name, stock_name):
            titles = [mark for mark in face.marks if isinstance(mark, Text) and mark.font == "semibold"]
            assert min(mark.size for mark in titles) >= least
            assert layout_name == "steps" or LONG_NAME in face_text(face)


@pytest.mark.one_in(4)
@pytest.mark.parametrize(("routine", "stock_name"), crossed(routines(), SIZES[::2]))
def test_the_front_of_a_timed_session_shows_its_clock(routine: str, stock_name: str) -> None:
    session = plan(load_selection([routine]), length="short")
    fronts = {face.name: face for face in faces(word_deck(session), "steps", stock_name)}
    for turn in session.turns:
        front = fronts[f"{session.parts[0].routine.name} {turn.card}: {turn.step.name}"]
        said = session.asked is None or all(clock(start) in face_text(front) for start in session.starts[turn.number])
        assert said, "a routine of five minutes has no shorter session, so its cards have no times"
        assert list(overlaps(front)) == []


AMOUNTS = """
name: Amounts
summary: More than one amount in a step.
area: arms
receiver: seated
steps:
  - {id: press, name: Press, technique: press-and-hold, where: The palm, cue: Press., detail: Press well.,
     repeat: {times: 3, hold: 5, each: spot}}
  - {id: hold, name: Hold, technique: holding, where: The palm, cue: Hold., detail: Hold well.,
     repeat: {hold: 10, each: spot}}
  - {id: rock, name: Rock, technique: rocking, where: The palm, cue: Rock., detail: Rock well.,
     repeat: {passes: 2, each: side, seconds: 40},
     phases: [{do: Sway, technique: rocking, hands: fist, direction: across, pressure:
     {level: deep, zones: [{at: the bone, level: none}]}, repeat: {times: 2, hold: 4, note: Slower.}}]}
"""


AMOUNTS_SAID = (
    "3 on each spot", "Hold 5 s", "Hold 10 s on each spot", "2 passes on each side", "40 s", "Sway ×2, hold 4 s",
    "Fist", "across", "Deep pressure", "no pressure at the bone", "Slower",
)  # fmt: skip


@pytest.mark.parametrize("stock_name", ["a6", "poker", "pouch-credit"])
def test_every_amount_of_a_step_and_of_its_phases_is_printed(stock_name: str, tmp_path: Path) -> None:
    file = tmp_path / "amounts.yaml"
    file.write_text(AMOUNTS, encoding="utf-8")
    made = print_cards(plan(load_selection([str(file)])), stock=stock_name)
    texts = " ".join(" ".join(page_texts(made.data)).split()).lower()
    for amount in AMOUNTS_SAID:
        assert amount.lower() in texts, amount


ASKED = """
name: Asked
summary: A question within a step.
area: arms
receiver: seated
steps:
  - {id: bend, name: Bend, technique: joint-movement, where: The wrist, cue: Bend it., detail: Bend it slowly.,
     hands: palms, sides: together, limb: hand, repeat: 4, ask: Does your elbow tingle?}
  - {id: rest, name: Rest, technique: holding, where: The palm, cue: Hold., detail: Hold still., repeat: 30 s}
"""


@pytest.mark.parametrize("stock_name", ["a6", "poker", "pouch-credit"])
@pytest.mark.parametrize(("layout_name", "duplex"), [("steps", False), ("steps", True), ("overview", True)])
def test_a_question_and_both_sides_together_are_on_the_cards(
    layout_name: str, duplex: bool, stock_name: str, tmp_path: Path
) -> None:
    (tmp_path / "asked.yaml").write_text(ASKED, encoding="utf-8")
    deck = word_deck(plan(load_selection([str(tmp_path / "asked.yaml")])))
    text = " ".join(map(face_text, faces(deck, layout_name, stock_name, duplex)))
    assert "Does your elbow tingle?" in text
    assert "together" in text


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_question_is_on_the_plan(paper: str, tmp_path: Path) -> None:
    (tmp_path / "asked.yaml").write_text(ASKED, encoding="utf-8")
    made = print_plan(plan(load_selection([str(tmp_path / "asked.yaml")])), paper=paper)
    assert "Ask: Does your elbow tingle?" in " ".join(" ".join(page_texts(made.data)).split())


@pytest.mark.one_in(4)
@pytest.mark.parametrize("stock_name", SIZES)
def test_the_pressure_on_the_way_back_is_on_the_front(stock_name: str, tmp_path: Path) -> None:
    step = "hands: palms, direction: [across, inward], pressure: {out: firm, back: medium}, sides: each"
    text = ASKED.replace("hands: palms, sides: together", step)
    (tmp_path / "asked.yaml").write_text(text, encoding="utf-8")
    deck = word_deck(plan(load_selection([str(tmp_path / "asked.yaml")])))
    cards = layout("steps")(deck, Format(stock(stock_name).size), theme("standard"), True)
    fronts = [face_text(card.front) for card in cards]
    assert any("Firm, medium on return" in front for front in fronts)


@pytest.mark.parametrize("stock_name", ["pouch-credit", "poker"])
def test_a_list_too_long_for_a_face_goes_on_behind_what_it_is_a_list_of(stock_name: str) -> None:
    items = [f"corner {number} (on the left, or on the right)" for number in range(40)]
    deck = kept_deck_of(session_of("legs-back"))
    (section,) = deck.sections
    listed = Block("stop", "", f"Keep off, as a rule: {', '.join(items)}.")
    found = faces(replace(deck, sections=(replace(section, aftercare=(listed,)),)), "overview", stock_name)
    texts = [" ".join(face_text(face).split()) for face in found if "corner" in face_text(face)]
    assert len(texts) > 1
    assert all("Keep off, as a rule: corner" in text for text in texts)
    assert [item for item in items if item not in " ".join(texts)] == []
