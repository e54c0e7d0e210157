"""The names of cards: the same in every session, on every page that means the card."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardgen.files.finding import files_in
from cardgen.files.folders import shipped_folder
from cardgen.library.finding import programs, routines
from cardgen.library.loading import load_file, load_selection
from cardgen.model.card_name import letters_of
from cardgen.pdf.inspection.record import read_record
from cardgen.planning.planner import plan
from tests.support.commands import run
from tests.support.printed import page_texts

pytestmark = pytest.mark.usefixtures("empty_folder")

OWN = """
name: {name}
summary: A routine of the user's own.
area: legs
receiver: prone
steps:
  - {{id: rest, name: Rest the hands, technique: holding, where: The thigh, cue: Rest., detail: Rest them.}}
  - {{id: glide, name: Glide, technique: effleurage, where: The thigh, cue: Glide., detail: Glide up.}}
"""


def text_of(command: str) -> str:
    """All words of the PDF that a command writes."""
    result = run(*command.split(), "-o", "printed.pdf")
    assert result.exit_code == 0, result.output
    return " ".join(" ".join(page_texts(Path("printed.pdf").read_bytes())).split())


def test_no_two_routines_of_cardgen_have_the_same_letter() -> None:
    letters = [load_file(path).routines[0].model.letter for path in files_in(shipped_folder("routines")).values()]
    assert len(letters) > 10
    assert None not in letters
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("name", [*routines(), *programs()])
def test_a_name_means_the_same_step_in_every_session(name: str) -> None:
    selection = load_selection([name])
    lengths = [selection.usual or 20, 90, 180]
    sessions = [plan(selection, length="all"), *(plan(selection, minutes=minutes) for minutes in lengths)]
    meant = [{str(turn.card): turn.step.id for turn in session.turns} for session in sessions]
    assert all(len(names) == len(session.turns) for names, session in zip(meant, sessions, strict=True))
    for names in meant:
        assert names.items() <= meant[0].items()


def test_cards_of_a_short_session_carry_the_numbers_of_the_whole_routine() -> None:
    run("cards", "legs-back", "--minutes", "20", "-o", "short.pdf")
    cards = [entry.name for entry in read_record(Path("short.pdf")).cards]
    steps = [name for name in cards if name.startswith("Back of the legs L")]
    assert [name.split(":")[0] for name in steps] == [
        f"Back of the legs L{number}" for number in (1, 2, 3, 4, 5, 7, 8, 9)
    ]
    fronts = page_texts(Path("short.pdf").read_bytes())
    assert "8 Feather the leg" in " ".join(" ".join(fronts).split())


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ("plan legs-back --minutes 20", "L8 Feather the leg"),
        ("plan back-and-legs --minutes 27", "L8 Feather the leg"),
        ("booklet legs-back --minutes 20 --pages", "Card L8"),
        ("cards legs-back --minutes 20 --layout overview --stock a5", "8 40 s Feather the leg"),
        ("cards back-relaxing", "Steps B1 to B3 again"),
        ("cards back-relaxing --steps 1,3,7", "Steps B1 and B3 again"),
        ("cards legs-back --minutes 20", "The other leg, from step L1"),
    ],
)
def test_pages_name_the_card(command: str, text: str) -> None:
    assert text in text_of(command)


def test_the_terminal_names_the_card_beside_the_order() -> None:
    shown = run("show", "legs-back", "--minutes", "20").output
    assert "    7  L8   Feather the leg  " in shown
    assert "7  L8  FEATHER THE LEG" in shown


def test_a_routine_without_a_letter_takes_those_of_its_area_and_its_name() -> None:
    Path("tired.yaml").write_text(OWN.format(name="Tired legs"))
    assert "LT2 Glide" in text_of("plan tired.yaml legs-back")


def test_routines_whose_cards_would_share_names_are_not_printed_together() -> None:
    for number in (1, 2):
        Path(f"tired-{number}.yaml").write_text(OWN.format(name="Tired legs"))
    result = run("plan", "tired-1.yaml", "tired-2.yaml")
    assert result.exit_code == 2
    assert "tired-2.yaml:2:1: Its cards are named LT1, LT2, ..., like those of 'Tired legs'." in result.output
    assert "Write 'letter: G', or another letter, below 'area'." in result.output
    Path("pair.yaml").write_text("name: P\nsummary: S.\nparts: [{routine: tired-1.yaml}, {routine: tired-2.yaml}]\n")
    assert run("plan", "pair.yaml").output == result.output
    again = Path("tired-2.yaml").read_text().replace("area: legs", "area: legs\nletter: G")
    Path("tired-2.yaml").write_text(again)
    assert "G2 Glide" in text_of("plan tired-1.yaml tired-2.yaml")


def test_the_users_own_file_is_the_one_to_change() -> None:
    Path("mine.yaml").write_text(OWN.format(name="Mine").replace("area: legs", "area: legs\nletter: L"))
    output = run("plan", "mine.yaml", "legs-back").output
    assert output.startswith(
        "cardgen: mine.yaml:5:1: Its cards are named L1, L2, ..., like those of 'Back of the legs'."
    )


def test_a_letter_is_one_or_two_capitals() -> None:
    Path("mine.yaml").write_text(OWN.format(name="Mine").replace("area: legs", "area: legs\nletter: l3"))
    output = run("plan", "mine.yaml").output
    assert "mine.yaml:5:9: letter: 'l3' cannot be used here." in output
    assert "Write one or two capital letters, as in 'L' or 'LF'." in output


def test_the_same_routine_may_come_twice() -> None:
    text = text_of("plan legs-back legs-back")
    assert text.count("L1 Glide up the leg") == 2
    assert "L3–5" in text


@pytest.mark.parametrize(
    ("first", "name", "letters"),
    [
        ("N", "Oil for the neck", "NL"),  # not NO
        ("B", "Easy evening", "BA"),  # not BE
        ("L", "Inner thigh", "LN"),  # not LI, which looks like L1
        ("F", "Tired feet", "FT"),
        ("F", "7", "F"),
        ("B", "Ôter", "BT"),  # O with an accent looks like a figure, too
        ("L", "Øre", "LR"),
        ("A", "Hände", "AA"),  # without the accent, as it is said
        ("T", "Ärmel", "TR"),  # not TA
        ("F", "Łydka", "FL"),
        ("L", "Éveil", "LV"),  # not LE
        ("B", "Œil", "BŒ"),
        ("L", "Ήλιος", "LΗ"),
        ("L", "Йога", "LЙ"),
    ],
)
def test_letters_make_no_word_and_no_figure(first: str, name: str, letters: str) -> None:
    assert letters_of(first, name) == letters


def test_every_letter_of_a_name_makes_a_letter() -> None:
    known = [chr(code) for code in range(0x110000) if chr(code).isalpha()]
    assert all(len(letters_of("", char)) <= 1 for char in known)
    assert {letters_of("X", char) for char in "ÀÁÂÃÄÅĀĂĄǍ"} == {"XA"}
