"""The attack is worth something: its oracle finds faults that were planted, and a few of its prints are without any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from cardgen.units import Box
from tests.attack.__main__ import attack
from tests.attack.book_faults import reference_faults, schedule_faults
from tests.attack.oracle import page_faults
from tests.attack.passages import BETWEEN, Passage, Vocabulary, missing, passages, plain
from tests.attack.plants import PLANTS, try_plants
from tests.attack.print_reader import Block, Page, ReadFace, Run, Shape
from tests.attack.said import Said, StepSaid
from tests.attack.word_faults import left_out_with_room, lost_minutes, word_faults
from tests.support.sampling import Sampling

PAPER = Box(0, 0, 200, 300)
ONCE_AT_FAULT = (50402, 50498, 70276, 80133, 80134, 80258, 201722, 951206)
"""Seeds whose prints had faults, or were said to have: numbers of "How to read a step" covered what they were about, a
sentence goes on overleaf, also after a word of one letter, booklets had no room for long times, small cards none for
"10 of 13"."""
LEAST_FOUND = 0.85
"""Of the few faults that are planted here; of many, the oracle finds about 95 of 100."""


def run(text: str, x: float = 20, y: float = 20, size: float = 12, drawn: int = 5) -> Run:
    return Run(text, Box(x, y, 60, size), size, drawn)


@pytest.mark.parametrize(
    ("runs", "shapes", "fault"),
    [
        ([run("Knead"), run("slowly", 50, 25)], [], "text on text: 'Knead' and 'slowly'"),
        ([run("Knead", 190)], [], "off the page: 'Knead'"),
        ([run("Knead", 20, -6)], [], "off the page: 'Knead'"),
        ([run("Knead", size=5)], [], "5.0 pt: 'Knead'"),
        ([run("Knead")], [Shape(Box(0, 0, 40, 40), 1, filled=False)], "text on a drawing: 'Knead'"),
        ([run("Knead")], [Shape(Box(0, 0, 40, 40), 9, filled=True)], "text under an area: 'Knead'"),
        ([run("12")], [Shape(Box(0, 0, 40, 40), 9, filled=True)], "text under an area: '12'"),
        ([run("Knead")], [Shape(Box(0, 0, 90, 90), 1, filled=True)], ""),
        ([run("12")], [Shape(Box(0, 0, 40, 40), 1, filled=False)], ""),
        ([run("Knead"), run("slowly", 20, 40)], [Shape(Box(100, 0, 40, 40), 1, filled=False)], ""),
    ],
)
def test_the_oracle_sees_what_is_wrong_on_a_page(runs: list[Run], shapes: list[Shape], fault: str) -> None:
    assert list(page_faults(Page(runs, shapes, PAPER))) == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("printed", "lost"),
    [
        (["Sink in, and let the tis-", "sue come to you."], False),
        (["Sink in", "and let the tissue"], True),
        (["Slide on.", "let the tissue come to you. Sink in, and"], True),
    ],
)
def test_a_text_is_in_one_piece_or_goes_on_overleaf(printed: list[str], lost: bool) -> None:
    wanted = [("Sink in, and let the tissue come to you.",)]
    assert list(missing(list(map(plain, printed)), wanted)) == ([wanted[0][0]] if lost else [])


def test_each_text_has_a_place_of_its_own() -> None:
    blocks = [plain("Very slow, with both palms.")]
    assert list(missing(blocks, [("Slow",), ("Very slow, with both palms.",)])) == ["Slow"]
    assert list(missing(blocks, [("Very slow, with both palms.",)], [("Slow",)])) == []
    assert list(missing([plain("13 passes")], [("3 passes",)])) == ["3 passes"]


def test_what_is_printed_consists_of_whole_texts() -> None:
    vocabulary = Vocabulary(map(plain, ["Hold heel and knee.", "Slow.", "45 s"]))
    assert vocabulary.explains(plain("Hold heel and knee. Slow."))
    assert not vocabulary.explains(plain("Hold heel and"))
    assert vocabulary.begins(plain("Slow. Hold heel and"))
    assert not vocabulary.explains(plain("46 s"))


def said_of(*steps: tuple[str, str, str]) -> Said:
    """What cards of steps say that have a number, a title and a cue."""
    texts = [text for step in steps for text in (*step, f"{step[0]} {step[1]}")]
    return Said(
        steps=[
            StepSaid(number=number, title=title, heads=(plain(f"{number} {title}"),), texts=((cue,),))
            for number, title, cue in steps
        ],
        others=[],
        vocabulary=Vocabulary(map(plain, [*texts, "A", "f00d"])),
        letters=("A",),
        marks=["f00d"],
    )


def side(title: str, *texts: str, letters: str = "A") -> ReadFace:
    blocks = [Block(title, ("Sect", "H1")), *(Block(text, ("Sect", "P")) for text in texts)]
    return ReadFace(blocks, [*map(Block, letters), Block("f00d")])


TWO = said_of(("1", "Press", "Lean in."), ("2", "Lift", "Let go."))


@pytest.mark.parametrize(
    ("sides", "faults"),
    [
        ([side("1 Press", "Lean in."), side("2 Lift", "Let go.")], []),
        ([side("1 Press", "Lean in."), side("2 Lift", "Lean in.")], ["step 2: lost: 'Let go.'"]),
        ([side("1 Press", "Lean in.")], ["step 2: nothing about 'Lift'"]),
        ([side("1 Press", "Lean in."), side("2 Lift", "Let go.", letters="")], ["side 2: not the letters ('A',)"]),
        (
            [side("1 Press", "Lean in."), side("2 Lift", "Let go. Or")],
            ["side 2: 'Let go. Or' is no text of this print"],
        ),
    ],
)
def test_each_step_is_on_its_own_sides(sides: list[ReadFace], faults: list[str]) -> None:
    assert list(word_faults(sides, TWO)) == faults


@pytest.mark.parametrize(
    ("clocks", "shown", "lost"),
    [
        (("1:00", "2:00"), ("1 of 20", "2 of 20"), []),
        (("9:00", "10:00"), ("1 of 20", ""), []),
        (("9:00", "10:00"), ("", "2 of 20"), ["step 1: lost: '1 of 20'"]),
        (("9:00", "9:30"), ("1 of 20", ""), ["step 2: lost: '2 of 20'"]),
        (("9:00", "10:00"), ("", ""), []),
    ],
)
def test_only_long_texts_leave_others_no_room(clocks: Sequence[str], shown: Sequence[str], lost: Sequence[str]) -> None:
    steps = [
        replace(step, if_room=f"{step.number} of 20", beside=clock)
        for step, clock in zip(TWO.steps, clocks, strict=True)
    ]
    sides = [side("1 Press", "Lean in.", shown[0]), side("2 Lift", "Let go.", shown[1])]
    assert list(left_out_with_room(steps, list(passages(sides, (*steps[0].heads, *steps[1].heads))))) == lost


def test_contents_refer_to_the_page_of_a_title() -> None:
    faces = [side("Contents"), side("1 Press"), side("2 Lift")]
    assert list(reference_faults(["1", "Press", "2", "2", "Lift", "3"], faces, TWO)) == []
    assert list(reference_faults(["1", "Press", "3", "2", "Lift", "3"], faces, TWO)) == ["'Press' is not on page 3"]
    assert list(reference_faults(["1", "Press", "2", "7", "Lift", "3"], faces, TWO)) == ["['7'] before 'Lift'"]
    assert list(reference_faults(["1", "Press", "2", "3"], faces, TWO)) == ["the list ends with ['3']"]


def test_a_schedule_has_each_line_or_none() -> None:
    lines = [(f"{number}:00{BETWEEN}Step",) for number in range(6)]
    shown = [plain(line) for (line,) in lines]
    assert list(schedule_faults(shown, lines)) == list(schedule_faults([], lines)) == []
    assert list(schedule_faults(shown[::2], lines))
    assert list(schedule_faults([*shown[:2], *shown[3:]], lines))


def test_the_oracle_finds_faults_that_are_planted(tmp_path: Path) -> None:
    tried, found = Counter[str](), Counter[str]()
    for seed in range(95001, 95041 if Sampling.everything else 95005):
        list(try_plants(seed, tried, found, tmp_path))
    assert found.total() >= LEAST_FOUND * tried.total() > len(PLANTS)


@pytest.mark.one_in(3)
@pytest.mark.parametrize("seed", [*range(3), *ONCE_AT_FAULT])
def test_a_print_of_an_attack_is_without_faults(seed: int) -> None:
    assert attack(seed).faults == []


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([("Clock", "Step", "Min"), ("0:20", "Settle in", "2:00")], []),
        ([("Clock", "Step", "Min"), ("0:20", "Settle in", "")], ["lost: '2:00'"]),
        ([("Clock", "Step", "Min"), ("0:20", "Settle in", ""), ("2:00", "Knead", "1:00")], ["lost: '2:00'"]),
        ([("0:20", "Settle in"), ("2:00", "Knead")], []),
        ([("0:20", "Settle in")], []),
    ],
)
def test_minutes_are_looked_for_only_where_a_table_has_a_column_for_them(
    rows: list[tuple[str, ...]], faults: list[str]
) -> None:
    found = [Passage(tuple(filter(None, map(plain, row))), is_row=True) for row in rows]
    name = (BETWEEN.join(("0:20", "Settle in")),)
    said = Said(
        steps=[], others=[], letters=(), vocabulary=Vocabulary([]), minutes=[(name, "2:00")], minutes_below="Min"
    )
    assert list(lost_minutes(said, found)) == faults
